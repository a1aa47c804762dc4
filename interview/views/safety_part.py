"""Safety in words: what was endorsed, what is unclear or unanswered, what was done about it. It never reassures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from interview.engine.events import Event
from interview.engine.informant_links import split_informant
from interview.engine.risk_signs import DISPOSITION
from interview.engine.transcript import Turn
from interview.engine.view import SafetyView
from interview.language import _
from interview.views.disposition_records import DispositionRecord, disposition_parts, disposition_records
from interview.views.finding_lines import FindingLine, finding_line
from interview.views.locale import listed, moment
from interview.views.path_titles import path_title
from interview.views.saying import PARTS
from interview.views.words_clinician import title, verdict_word
from trd_core.assessment import Assessment
from trd_core.case import Case

MUST_ASSESS: Final = _("A clinician must assess. No item endorsed does not exclude risk.")
LOOKS: Final = {
    "interview.safety_second_look": _("the short look before the summary"),
    "interview.safety_today": _("the short look on another day"),
}


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """A mis-keyed safety answer that was corrected by name; both versions stay in the record. `by` and `reason` are free text."""

    question: str
    now: str
    by: str
    reason: str
    at: str


@dataclass(frozen=True, slots=True)
class SafetyPart:
    """What the record says about safety."""

    level: str
    endorsed: tuple[str, ...]
    unclear: tuple[str, ...]
    """Declined, or answered "don't know": met like a positive answer."""
    unanswered: tuple[str, ...]
    disposition: tuple[tuple[str, str], ...]
    """Part, words; the words may be free text."""
    still_needed: tuple[str, ...]
    """Parts of the disposition that are not recorded, where one is needed."""
    finding: FindingLine | None
    corrections: tuple[CorrectionLine, ...] = ()
    records: tuple[DispositionRecord, ...] = ()
    """Each record of what was done, where there is more than one; `disposition` is what stands now."""
    caveat: str = MUST_ASSESS


def safety_part(
    case: Case, assessment: Assessment, view: SafetyView, turns: Iterable[Turn] = (), events: Iterable[Event] = ()
) -> SafetyPart:
    """Return the safety part of a record; corrections are read from its turns, what was done each time from its events."""
    records = disposition_records(events)
    safety, finding = assessment.safety, assessment.findings.get("safety")
    steps = [each for each in assessment.findings.values() if each.id.startswith("areas.safety.") and each.verdict == "met"]
    beside = [path_title(link_id) for link_id in view.positives if split_informant(link_id) is not None]
    looks = [LOOKS[name] for link_id in view.positives if (name := link_id.partition("[")[0]) in LOOKS]
    unasked = [path_title(path) for path in safety.unanswered]
    return SafetyPart(
        level=verdict_word(finding) if finding is not None else _("not known"),
        endorsed=(
            *(title(each.id) for each in steps),
            *(_("Yes or unclear at {look}").format(look=look) for look in dict.fromkeys(looks)),
            *beside,
        ),
        unclear=tuple(path_title(path) for path in safety.unclear),
        unanswered=tuple(unasked) if view.was_asked else (_("the safety questions were not asked"), *unasked),
        disposition=_disposition(case),
        still_needed=tuple(PARTS.get(part, part) for part in view.disposition_missing) if view.positives else (),
        finding=finding_line(finding) if finding is not None else None,
        corrections=tuple(
            CorrectionLine(
                path_title(turn.link_id or ""), _("yes") if turn.value is True else _("no"), turn.source or "", turn.text or "", turn.at
            )
            for turn in turns
            if turn.kind == "correction"
        ),
        records=records if len(records) > 1 else (),
    )


def _disposition(case: Case) -> tuple[tuple[str, str], ...]:
    recorded = case.safety.disposition
    return () if recorded is None else disposition_parts(dict(recorded))


def acknowledged_words(disposition: Mapping[str, object]) -> str:
    """Return what one turn of acknowledging says, and no more: taken note of, recorded in part, or recorded."""
    lacking = [part for part in DISPOSITION if disposition.get(part) is None]
    if not lacking:
        return _("what was done about it was recorded")
    if all(part in (*lacking, "by", "at") for part in DISPOSITION):
        return _("it was taken note of; what was done about it is not recorded yet")
    return _("what was done about it was recorded in part; not yet: {listed}").format(listed=listed([PARTS[part] for part in lacking]))


def record_title(record: DispositionRecord) -> str:
    """Return when one of several records was made, and which answers it met."""
    if not record.met:
        return _("What was done, recorded {moment}").format(moment=moment(record.at))
    return _("What was done, recorded {moment}, after: {met}").format(moment=moment(record.at), met=listed(record.met))


def still_needed_sentence(part: SafetyPart) -> str:
    """Return what the record still owes to a positive, refused or unclear answer; empty where nothing."""
    return _("Not recorded yet: {listed}.").format(listed=listed(part.still_needed)) if part.still_needed else ""
