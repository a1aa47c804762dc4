"""The safety phase: the clinic's own text, the questions that are left, and the record of what was done.

It is left by finishing or by pausing, never by walking past it. What it takes to finish is the session's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from interview.engine.attached_links import split_attached
from interview.engine.doors import Doors
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SafetyView
from interview.language import _
from interview.questionnaire.model import Item
from interview.tui.drafting import KEPT, taken_up
from interview.tui.glyphs import Glyphs
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.leftover_words import KeepingWords
from interview.tui.screens.prompt import PromptScreen, Written
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.disposition_form import DispositionForm
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import heading, is_kept_back
from interview.tui.widgets.status_bar import StatusBar
from interview.understanding.coming import coming_day
from interview.understanding.understand import understand
from interview.views.echo import echo
from interview.views.locale import time_of_day
from interview.views.safety_because import BECAUSE, COMPLETE, OWED
from interview.views.safety_part import acknowledged_words
from interview.views.saying import NEXT_REVIEW, PARTS, saying

ASKED_AGAIN: Final = _("Both versions stay in the record. The item of the attached instrument is asked again.")
YOU_SAID: Final = _("You said at {time}: “{words}”")
WAY_BACK: Final = _("Esc goes back while nothing was said here.")


class SafetyScreen(KeepingWords):
    """Takes over while safety is open. It returns nothing when safety is done, `home` or `quit` after a pause."""

    ONLY_SEEN: ClassVar[bool] = True
    """No key that was typed before it stood acts on it."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f10", "turn", _("record"), priority=True, tooltip=_("Turn between the questions and the record of what was done")),
        Binding(
            "f9",
            "correct",
            _("correct"),
            priority=True,
            show=False,
            tooltip=_("Correct a safety answer that was mis-keyed, by name and with a reason"),
        ),
        Binding(
            "escape",
            "go_back",
            _("back"),
            key_display="Esc",
            show=False,
            tooltip=_("Go back while nothing was said here yet; after that, pause at once, and safety comes back first"),
        ),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *AskingScreen.EXTRA_ACTS,
        ("undo_safety", _("Go back to the interview: safety was opened by a slip, and nothing was said here yet")),
        ("leave", _("Pause at once: the screen is blank; safety stays open and comes back first")),
    )

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, *, only_record: bool = False) -> None:
        super().__init__(session, doors, glyphs)
        self._only_record = only_record
        self._wants_form = only_record

    def compose(self) -> ComposeResult:
        """Place the text, the question and the form; one of the two is shown."""
        yield StatusBar()
        with VerticalScroll(id="safety-notice"):
            yield Static(id="safety-because", markup=False)
            yield Static(id="safety-said", markup=False)
            yield Static(id="safety-banner", markup=False)
            yield Static(id="safety-text", markup=False)
        with Vertical(id="safety-question"):
            yield Static(id="heading", markup=False)
            yield QuestionCard(id="card")
        yield DispositionForm(id="form")
        yield MessageLine(id="message")
        yield AnswerInput(id="answer")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with what comes first."""
        self.say("")
        self.draw()

    def draw(self) -> None:
        """Draw what safety asks for now, or go back where nothing is owed; words that were left over come first."""
        if self.asked_of_words():
            return
        view = self.session.view()
        safety = view.safety
        if not safety.is_open and not self._only_record:
            self.dismiss("")
            return
        self.draw_status(view)
        self._draw_notice(safety)
        shows_form = self._only_record or (bool(safety.need) and (view.item is None or self._wants_form))
        self.query_one("#safety-question").display = not shows_form
        self.line.display = not shows_form
        form = self.query_one(DispositionForm)
        form.display = shows_form
        if shows_form:
            recorded = {"by": view.interviewer, **dict(safety.disposition)}
            form.begin(recorded, OWED.get(safety.need or "", COMPLETE))
            self._take_up_form(form)
            self.turn_to(None)
            if self.focused is None or self.focused not in list(form.query(AnswerInput)):
                form.focus_first()
        elif view.item is not None:
            words = heading(view.item, self.glyphs.dot, self.subject_of(view.item))
            self.query_one("#heading", Static).update(as_content(words))
            self.draw_question(view.item)
            self.line.focus()
        self.refresh_bindings()
        self.keep_view_open()

    def _take_up_form(self, form: DispositionForm) -> None:
        kept = [(line, text) for line in form.query(AnswerInput) if (text := taken_up(self, f"safety:{line.id}"))]
        for line, text in kept:
            line.show(text)
            line.stood = ""
        if kept:
            self.say_too(KEPT)

    def texts_in_hand(self) -> dict[str, str]:
        """Return what is typed and not saved: answers, a note, and the parts of the record of what was done."""
        parts = {f"safety:{line.id}": line.text for line in self.query_one(DispositionForm).query(AnswerInput) if line.text != line.stood}
        return {**super().texts_in_hand(), **parts}

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what safety allows."""
        if action == "undo_safety":
            return not self._only_record and self.session.may(action)
        if action in ("turn", "correct") and self.is_mounted:
            view = self.session.view()
            if action == "correct":
                return bool(view.safety.positives)
            return bool(view.safety.need) and view.item is not None and not self._only_record
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Turn between the questions that are left and the record of what was done."""
        self._wants_form = not self._wants_form
        self.draw()

    def action_go_back(self) -> None:
        """Undo the opening while nothing was said here; else pause."""
        if self.check_action("undo_safety", ()):
            self.action_undo_safety()
        else:
            self.action_leave()

    def action_undo_safety(self) -> None:
        """Go back to where the interview stood: the record keeps that safety was opened, and that it was undone."""
        if self.done(lambda: self.session.go("undo_safety")):
            self.draw()

    def action_leave(self) -> None:
        """Pause; from the record alone, go back."""
        if self._only_record:
            self.dismiss("")
        else:
            super().action_leave()

    def action_correct(self) -> None:
        """Correct an answer that was mis-keyed: which one, who, why."""
        choices = [(link_id, item.text) for link_id in self.session.view().safety.positives if (item := self._may_name(link_id))]
        self.app.push_screen(ChoiceScreen(_("Which answer was mis-keyed?"), choices), self._who_corrects)

    @on(DispositionForm.Finished)
    def _record(self, event: DispositionForm.Finished) -> None:
        event.stop()
        given = self._read(event.typed)
        if given is None:
            return
        reply = self.attempt(lambda: self.session.acknowledge_safety(given))
        match reply:
            case Saved():
                self._wants_form = False
                if self._only_record:
                    self.dismiss("")
                else:
                    self.say(f"{acknowledged_words(dict(self.session.view().safety.disposition)).capitalize()}.")
                    self.draw()
            case Refused():
                lacking = reply.missing[0] if reply.missing else reply.link_id.rpartition(".")[2]
                self.say(saying(reply, None))
                self.query_one(DispositionForm).focus_first(lacking)

    def _read(self, typed: dict[str, str]) -> dict[str, Any] | None:
        """Return the parts in their typed form, or None after saying which line could not be read."""
        given: dict[str, Any] = {part: text for part, text in typed.items() if text}
        today = self.doors.clock().date()
        for part, fits in (("means_addressed", _("yes or no")), ("next_review", NEXT_REVIEW)):
            if part in given:
                coming = coming_day(given[part], today) if part == "next_review" else None
                meant = understand("yes_no", given[part]).value if part == "means_addressed" else coming and coming.isoformat()
                if meant is None:
                    self.say(
                        _("{parts}: not understood, and nothing was saved. What fits: {fits}.").format(
                            parts=PARTS[part].capitalize(), fits=fits
                        )
                    )
                    self.query_one(DispositionForm).focus_first(part)
                    return None
                given[part] = meant
        return given

    def _draw_notice(self, safety: SafetyView) -> None:
        because = BECAUSE.get(safety.because or "", COMPLETE)
        if self.check_action("undo_safety", ()):
            because = f"{because} {WAY_BACK}"
        self.query_one("#safety-because", Static).update(as_content(because, "bold"))
        said, echoed = self.query_one("#safety-said", Static), "\n".join(self._said(safety))
        said.display = bool(echoed)
        said.update(as_content(echoed))
        text = self.query_one("#safety-text", Static)
        text.display = safety.stops
        text.update(as_content(self.doors.safety_text))
        banner = self.query_one("#safety-banner", Static)
        banner.display = safety.stops and self.doors.safety_banner is not None
        banner.update(as_content(f"({self.doors.safety_banner})", "$text-warning"))

    def _said(self, safety: SafetyView) -> Iterator[str]:
        """Yield the answers that are taken up here: question, what was understood, and the turn; judgements only in the open view."""
        for link_id in safety.positives:
            item = item_of(self.session.questionnaire, link_id) or self.session.attached_item(link_id)
            answer = self.session.answer_of(link_id)
            if item is not None and answer is not None and not (self.is_shared and is_kept_back(item)):
                said = f"{item.text} {self.glyphs.understood} {echo(item, answer)}"
                if item.who == "patient" and answer.verbatim and answer.source == "patient":
                    told = " ".join(answer.verbatim.split())
                    said = f"{said}. {YOU_SAID.format(time=time_of_day(answer.at), words=told)}"
                yield said

    def _may_name(self, link_id: str) -> Item | None:
        """The question of a sign, where it may be named: what somebody close was asked only in the open view."""
        item = item_of(self.session.questionnaire, link_id) or self.session.attached_item(link_id)
        return None if item is not None and item.who == "informant" and self.is_shared else item

    def _who_corrects(self, link_id: str | None) -> None:
        if link_id is not None:
            by = self.session.view().interviewer or ""
            self.app.push_screen(
                PromptScreen(_("Who corrects it?"), text=_("Your name or initials."), draft=by),
                lambda name: self._why_corrected(link_id, name),
            )

    def _why_corrected(self, link_id: str, name: Written | None) -> None:
        if name is not None and name.is_finished:
            becomes = ASKED_AGAIN if split_attached(link_id) is not None else _("Both versions stay in the record. The answer becomes: no.")
            self.app.push_screen(
                PromptScreen(_("Why is it corrected?"), text=becomes),
                lambda reason: self._correct(link_id, name.text, reason),
            )

    def _correct(self, link_id: str, by: str, reason: Written | None) -> None:
        if reason is not None and reason.is_finished:
            if self.done(lambda: self.session.correct_safety(link_id, False, by=by, reason=reason.text)):
                self.say(_("Corrected; both versions are kept."))
            self.draw()
