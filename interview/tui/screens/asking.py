"""What every screen that asks has in common: one question, one answer line, and what comes back from the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType

from interview.engine.replies import AskedBack, NotUnderstood, Reply, Saved
from interview.engine.transcript import item_of
from interview.engine.view import ItemView
from interview.language import _, ngettext
from interview.questionnaire.model import Item
from interview.tui.screens.answer_drafts import FOLDED, AnswerDrafts
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.question_acts import UNSEEN
from interview.tui.slash_words import answer_of, word_of
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.option_lines import ONE_COLUMN
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import is_confidential, only_options
from interview.views.echo import echo, value_words
from interview.views.offered import told_beside_it
from interview.views.saying import saying
from interview.views.subjects import subject_of

HEIGHTS: Final = [(0, "-low"), (20, "-high")]
"""Lines from which a class is set: in a low terminal the question has the room."""

KEEP: Final = (("again", _("type it again")), ("keep", _("keep the words as they are: it is a name that the list has not")))


OWN_ANSWER: Final = (("again", _("type it again")), ("keep", _("keep the words as they are: another answer than those listed")))


def keep_sheet(item: Item | None, on_typed: Callable[[str], object]) -> ChoiceScreen:
    """Return the sheet that offers to keep words as they are: a medicine that the list has not, or another answer of an open choice."""
    if item is None or item.type == "drug":
        return ChoiceScreen(_("Not in the list of medicines"), KEEP, on_typed=on_typed)
    return ChoiceScreen(_("Not among the options"), OWN_ANSWER, on_typed=on_typed)


class AskingScreen(AnswerDrafts):
    """Asks one question at a time; what typed words mean is the session's to say."""

    VERTICAL_BREAKPOINTS = HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "step(-1)", _("back"), key_display="PgUp", priority=True, tooltip=_("Go back one question; nothing is cleared")),
        Binding(
            "pagedown",
            "step(1)",
            _("go on"),
            key_display="PgDn",
            priority=True,
            show=False,
            tooltip=_("Go on one question without answering"),
        ),
        Binding("f2", "not_answered", _("no answer"), priority=True, tooltip=_("Not answered: declined, does not know, does not apply")),
        Binding("f3", "note", _("note"), priority=True, tooltip=_("Keep a note: for the record, private, to do")),
        Binding("f4", "why", _("why"), priority=True, tooltip=_("Why this is asked: help, rules, sources, findings")),
        Binding(
            "f7", "view", _("view"), priority=True, tooltip=_("Open or close the clinician's view; judgements are shown while it is open")
        ),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("probes", _("Show ways to ask further (? on an empty line)")),
        ("flag", _("Mark the question to come back to, or unmark it (; on an empty line)")),
        ("still_so", _("Say that the answer of the visit before is still so (= on an empty line)")),
    )

    def draw_question(self, item: ItemView) -> None:
        """Draw the card; a draft that was typed for another question is kept with it, and what was typed for a judgement is folded too."""
        is_folded = self.is_folded(item)
        if self.is_shared and item.answer is not None and is_confidential(item.answer):
            item = replace(item, answer=None)
        section = self.session.questionnaire.sections.get(item.section)
        self.query_one(QuestionCard).show(item, section, self.glyphs, subject=self.subject_of(item), is_folded=is_folded)
        self.turn_to(f"{FOLDED}{item.link_id}" if is_folded else item.link_id)

    def subject_of(self, item: ItemView) -> str:
        """Return what a question is about: which treatment, which source of stress."""
        return subject_of(self.session.questionnaire, self.session.answer_of, item.link_id)

    def hear(self, deed: Callable[[], Reply], link_id: str, text: str) -> None:
        """Give an answer to the session, and show what comes back."""
        reply = self.attempt(deed)
        if reply is None:
            return
        item = item_of(self.session.questionnaire, link_id) or self.session.attached_item(link_id)
        match reply:
            case Saved():
                self.let_go(link_id)
                self.say(self._after(reply))
                self.draw()
            case AskedBack() if reply.is_unlikely:
                self.say(saying(reply, item))
                number = value_words(item, reply.candidates[0])
                self.app.push_screen(
                    AskFirst(saying(reply, item), yes=_("Yes, {number}").format(number=number), no=_("No, type it again")),
                    lambda is_meant: self._settle("0" if is_meant else None, reply, text),
                )
            case AskedBack():
                choices = [(str(place), value_words(item, candidate)) for place, candidate in enumerate(reply.candidates)]
                self.say(saying(reply, item))
                self.app.push_screen(
                    ChoiceScreen(_("Which is meant?"), choices, on_typed=self.line.show),
                    lambda choice: self._settle(choice, reply, text),
                )
            case NotUnderstood() if reply.may_keep:
                self.say(saying(reply, item))
                self.line.select_all()
                self.app.push_screen(
                    keep_sheet(item, self.line.show),
                    lambda choice: (
                        self.hear(lambda: self.session.answer(link_id, text, keep=True), link_id, text) if choice == "keep" else None
                    ),
                )
            case _:
                self.say(saying(reply, item))
                self.line.select_all()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the session may do now."""
        if action in ("not_answered", "why", "probes", "flag", "still_so") and self.is_mounted:
            return self.session.current() is not None
        return super().check_action(action, parameters)

    @on(AnswerInput.Submitted)
    def _take(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        if self.took_as_word(event.text):
            return
        item, text = self.item_now, answer_of(event.text)
        if item is None:
            self.nothing_asked(text)
        elif self.is_folded(item):
            self.say(UNSEEN)
            self.line.select_all()
        elif text.strip():
            self.hear(lambda: self._answered(item, text), item.link_id, text)
        elif item.offer is not None:
            self.hear(lambda: self.session.take_offer(item.link_id), item.link_id, item.offer.words)
        elif item.answer is not None and self.session.phase != "safety":
            self.action_step(1)
        elif item.answer is not None:
            self.say(_("This is asked again now: answer it once more, or F2 records why there is no answer."))
        else:
            self.say(_("Nothing was typed. PgDn goes on without an answer; F2 records why there is none."))

    def _answered(self, item: ItemView, text: str) -> Reply:
        """Answer with what was typed; words that mean nothing by themselves, but left a single option in view, mean that option."""
        reply = self.session.answer(item.link_id, text)
        codes = only_options(item.item, text) if isinstance(reply, AskedBack | NotUnderstood) else ()
        if not codes or len(item.item.options) <= ONE_COLUMN or (item.item.type != "choices" and len(codes) > 1):
            return reply
        return self.session.give(item.link_id, list(codes) if item.item.type == "choices" else codes[0], verbatim=text)

    @on(AnswerInput.Overran)
    def _scroll(self, event: AnswerInput.Overran) -> None:
        event.stop()
        self.query_one(QuestionCard).scroll_by(event.by)

    @on(AnswerInput.Typed)
    def _narrow(self, event: AnswerInput.Typed) -> None:
        event.stop()
        self.query_one(QuestionCard).narrow_to("" if word_of(self.line.text) else self.line.text)

    def on_resize(self) -> None:
        """Let keys go to the answer again once there is room for it."""
        self.call_after_refresh(lambda: self.line.focus() if self.focused is None and self.line.display else None)

    @on(AnswerInput.Marked)
    def _mark(self, event: AnswerInput.Marked) -> None:
        event.stop()
        {";": self.action_flag, "?": self.action_probes, "=": self.action_still_so}[event.sign]()

    def _settle(self, choice: str | None, asked: AskedBack, text: str) -> None:
        if choice is None:
            if self.line.text == text:  # what was typed on the sheet goes on there
                self.line.select_all()
            return
        meant = asked.candidates[int(choice)]
        value = list(meant) if isinstance(meant, tuple) else meant
        about, unsure = asked.approximate, asked.hedged
        self.hear(lambda: self.session.give(asked.link_id, value, verbatim=text, approximate=about, hedged=unsure), asked.link_id, text)

    def _after(self, reply: Saved) -> str:
        item = item_of(self.session.questionnaire, reply.link_id) or self.session.attached_item(reply.link_id)
        answer = self.session.answer_of(reply.link_id)
        parts = [f"{self.glyphs.understood} {echo(item, answer)}".replace("\n", " ")] if item else []
        if reply.closed:
            parts.append(
                _("{counted} set aside").format(
                    counted=ngettext("{n} earlier answer", "{n} earlier answers", len(reply.closed)).format(n=len(reply.closed))
                )
            )
        if reply.opened:
            parts.append(
                _("{counted} counted again").format(
                    counted=ngettext("{n} earlier answer", "{n} earlier answers", len(reply.opened)).format(n=len(reply.opened))
                )
            )
        parts += [saying(reply, item)] if reply.set_aside else []
        return ". ".join(part for part in ("; ".join(parts), told_beside_it(self.session, reply.link_id)) if part)
