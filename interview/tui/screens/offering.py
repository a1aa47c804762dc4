"""What an interview offers beside its questions: what was said to search, answers by section, open questions at the end, another visit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from interview.engine.phases import top_of
from interview.engine.view import SessionView
from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.compare import CompareScreen
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.screens.grid import GridScreen
from interview.tui.screens.other_visit import OtherVisitScreen
from interview.tui.screens.resting import OFFERED_AT, REST, offering_words
from interview.tui.screens.search import TURN, search_screen, turn_of_id
from interview.tui.screens.visits import Visit, visits_of
from interview.tui.text import as_content
from interview.tui.widgets.conversation import Conversation
from interview.tui.widgets.question_card import QuestionCard
from interview.views.settling import MOST, OpenLine, open_lines
from interview.views.signature_words import seal_words
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case

ONE_VISIT = _("This is the only visit of this subject; there is nothing to compare it with.")
READ_ABOVE = _("Found in the conversation above; Enter there asks it again, Esc or Tab goes on.")


class OfferingScreen(AskingScreen):
    """Leads to what may be done beside answering the question that is asked."""

    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *AskingScreen.EXTRA_ACTS,
        ("search", _("Search what was said, here and in the subject's other interviews")),
        ("grid", _("Enter answers by section, after the session or from paper")),
        ("other_visit", _("See this visit beside another one of the subject")),
    )

    _offered: tuple[OpenLine, ...] = ()
    """Open questions that stand on the resting card."""

    def rest(self, view: SessionView) -> None:
        """Say what can be done where nothing is asked, and let the core say which open questions would settle the most."""
        title, text = REST.get(top_of(view.phase), ("", ""))
        if view.phase == "closed":
            text = "\n\n".join(part for part in (text, seal_words(self.session)) if part)
        self._offered = ()
        self.query_one(QuestionCard).rest(title, text)
        if self._may_offer(view) and self.is_shared:
            self.read_core(self.offer)

    def offer(self, _case: Case, _assessment: Assessment, questions: Sequence[OpenQuestion]) -> None:
        """Put open questions on the card, where it still rests; the core has read the case already."""
        view = self.session.view()
        if self.is_attached and view.item is None and self._may_offer(view):
            title, text = REST[top_of(view.phase)]
            lines = open_lines(self.session, questions, is_shared=self.is_shared)
            self._offered = lines[:MOST]
            before, choices, after = offering_words(lines)
            self.query_one(QuestionCard).rest(title, f"{text}{before}", choices, after)

    def _may_offer(self, view: SessionView) -> bool:
        return top_of(view.phase) in OFFERED_AT and not view.consent_refused

    def nothing_asked(self, text: str) -> None:
        """Go to the open question that is meant: the first one by Enter, another by its number."""
        typed = text.strip()
        place = 1 if not typed else int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 3 else 0
        if 1 <= place <= len(self._offered):
            self.line.show("")
            self.go_to_place(self._offered[place - 1].link_id)
        else:
            super().nothing_asked(text)

    def action_search(self, typed: str = "") -> None:
        """Search what was said."""
        self.app.push_screen(search_screen(self.session, self.doors, is_shared=self.is_shared, typed=typed), self.go_to_place)

    def go_to_place(self, place: str | None) -> None:
        """Go to a place of the interview; screens that have places say how."""
        raise NotImplementedError

    def show_found(self, place: str) -> None:
        """Show the turn that was found: in the conversation of this interview, or of the other one, to read."""
        record, seq = turn_of_id(place)
        if record != self.session.record:
            other = self.attempt(lambda: self.doors.read(record))
            if other is not None:
                self.app.push_screen(OtherVisitScreen(other, self.glyphs, seq, is_shared=self.is_shared))
            return
        conversation = self.query_one(Conversation)
        link_id = next((turn.link_id for turn in self.session.turns if turn.seq == seq), None)
        if conversation.region.height and conversation.point_at_turn(seq):
            conversation.focus()
            self.say(READ_ABOVE)
        elif link_id is not None:
            self.go_to_place(link_id)
        else:
            self.app.push_screen(OtherVisitScreen(self.session, self.glyphs, seq, is_shared=self.is_shared))

    def is_found(self, place: str | None) -> bool:
        """Return whether a place is a turn that a search found."""
        return place is not None and place.startswith(TURN)

    def action_grid(self) -> None:
        """Enter answers by section."""
        self.let_core_finish()
        self.keep_draft()
        self.app.push_screen(GridScreen(self.session, self.doors, self.glyphs, self.drafts), self._after_grid)

    def _after_grid(self, where: str | None) -> None:
        self._asked = None
        self.line.show("")
        if where in ("home", "quit"):
            self.dismiss(where)
        else:
            self.and_then(where)

    def and_then(self, act: str | None) -> None:
        """Come back from another place; screens that have places say how."""
        raise NotImplementedError

    def action_other_visit(self) -> None:
        """Choose the visit to see beside this one; the only other one is taken at once."""
        others = self.attempt(lambda: visits_of(self.doors, self.session.state.subject, but=self.session.record))
        if others is None:
            return
        if not others:
            self.say(ONE_VISIT)
        elif len(others) == 1:
            self._beside(others[0].record)
        else:
            self.app.push_screen(FinderScreen(_("Beside which visit?"), _visits(others), prompt=_("type to narrow")), self._beside)

    def _beside(self, record: str | None) -> None:
        if record is None:
            return
        self.let_core_finish()
        other = self.attempt(lambda: self.doors.read(record))
        if other is not None:
            self.app.push_screen(CompareScreen(self.session, other, self.glyphs), self.and_then)


def _visits(visits: Sequence[Visit]) -> list[Entry]:
    return [Entry(each.record, as_content(each.words), each.words) for each in visits]
