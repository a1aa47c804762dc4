"""The parts of a closing explanation as a trainee can correct them: what each is called, and whether it counts as heard. It only reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.practice_events import HistoryExplained
from interview.engine.practice_turns import CLOSING_PARTS, ClosingPart
from interview.engine.session import Session
from interview.language import _
from interview.practice.feedback.explaining import explaining
from interview.practice.feedback.spoken import conversation
from interview.practice.patient.case_file import CaseFile

PART_WORDS: Final[dict[ClosingPart, str]] = {
    "partial_targets": _("that earlier treatments reached only a part"),
    "own_part": _("what the person can do"),
    "checks_back": _("asking how it was understood"),
    "decides_together": _("deciding together"),
}
HEARD: Final = _("heard")
PERHAPS: Final = _("perhaps, in other words")
NOT_HEARD: Final = _("not heard")


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """One part of the explanation, as it counts now."""

    part: ClosingPart
    words: str
    stands: str
    """Heard, perhaps or not heard, in words."""
    is_heard: bool
    """Whether it counts as heard for certain; a correction turns it."""


def explained_parts(case: CaseFile, session: Session) -> tuple[ExplainedPart, ...]:
    """Return the parts in their order; none where nothing was explained."""
    if not any(isinstance(event.body, HistoryExplained) for event in session.practised()):
        return ()
    standing = {remark.code.removeprefix("explaining."): remark.standing for remark in explaining(case, conversation(session))}
    return tuple(
        ExplainedPart(
            part,
            PART_WORDS[part],
            {"good": HEARD, "not_known": PERHAPS}.get(standing.get(part, "missing"), NOT_HEARD),
            standing.get(part) == "good",
        )
        for part in CLOSING_PARTS
    )
