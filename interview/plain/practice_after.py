"""After a practice session, line by line: the feedback, and the conversation again with the feedback beside each turn."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.ports import StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.language import _
from interview.plain.console import Console
from interview.plain.paging import read_out
from interview.practice.patient.case_file import CaseFile
from interview.views.feedback_lines import feedback_sections
from interview.views.locale import moment
from interview.views.occurrence_words import Occurrence, occurrences
from interview.views.practice_lock import NOT_COMMITTED
from interview.views.practice_turns import MARK, PracticeTurn, practice_turns, whole_comments
from interview.views.practice_words import standing_words


class PracticeAfter:
    """Says what can be said of a session; it changes nothing, and keeps that it was said."""

    def __init__(self, case: CaseFile, session: Session, console: Console) -> None:
        self._case, self._session, self._console = case, session, console

    def feedback(self, rest: str) -> None:
        """Say the feedback, with the points where `points` was asked for."""
        if self._is_kept():
            read_out(self._console, self._feedback_lines(with_points=rest.casefold() == "points"))

    def conversation(self, *, with_margin: bool) -> None:
        """Say the conversation again, with what the feedback says beside each turn."""
        if not with_margin or self._is_kept():
            read_out(self._console, self._conversation_lines(with_margin=with_margin))

    def _is_kept(self) -> bool:
        """Keep that the feedback is read now; what comes after it counts no more."""
        try:
            return isinstance(self._session.read_feedback(), Saved)
        except StoreFault as fault:
            self._console.say(_("NOT SAVED, and so not shown: {fault}").format(fault=fault))
            return False

    def _feedback_lines(self, *, with_points: bool) -> Iterator[str]:
        from interview.practice.feedback.making import feedback

        told = feedback(self._case, self._session)
        yield MARK.upper()
        yield _("Feedback: {title}").format(title=told.title)
        if not self._session.is_committed:
            yield NOT_COMMITTED
        numbers = {turn.seq: turn.number for turn in practice_turns(self._session) if turn.number is not None}
        for section in feedback_sections(told, with_points=with_points):
            yield ""
            yield f"== {section.title} =="
            for line in section.lines:
                stands = "" if line.standing is None else f"[{standing_words(line.standing)}] "
                at = [str(numbers[turn]) for turn in line.turns if turn in numbers]
                yield f"- {stands}{line.says}" + (_(" (turn {turns})").format(turns=", ".join(at)) if at else "")
                yield from (f"    {under}" for under in line.under)
        if not with_points:
            yield ""
            yield _("/feedback points adds points to learn by; they are no mark.")
        yield from whole_comments(self._session)

    def _conversation_lines(self, *, with_margin: bool) -> Iterator[str]:
        margin = {}
        if with_margin:
            from interview.practice.feedback.making import feedback

            margin = feedback(self._case, self._session).margin
        yield MARK.upper()
        turns: list[PracticeTurn | Occurrence] = [*practice_turns(self._session, margin), *occurrences(self._session.events)]
        for turn in sorted(turns, key=lambda each: each.seq):
            if isinstance(turn, Occurrence):
                yield f"({moment(turn.at)}: {turn.words})"
                continue
            yield f"{turn.number or '*'}. {_('You')}: {turn.said}"
            yield f"   {self._case.person.name}: {turn.says}"
            yield f"   ({turn.heard})"
            yield from (f"   > {beside}" for beside in (*turn.margin, *turn.comments))
