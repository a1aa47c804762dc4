"""What the core concluded, one `Observation` a finding: its value, or between what it lies, and everything that it rests on.

An open finding has no value: it says so, and its ends are components. Not in it: the map of problems, which has resources of its own
(`macro`), and the order of toxicity, which is this project's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from interview.export.fhir.names import TERMINOLOGY, UCUM, Json, own, own_parts, part, system
from interview.export.fhir.told import Told, is_withheld
from interview.views.reason_places import is_on_the_map, question_of
from interview.views.words_clinician import flag_words, title, verdict_word
from trd_core.finding import Finding, Reason, Value

LEFT_OUT: Final = re.compile(r"macro_analysis\..*|plan\..*|toxicity\.ordinal")
NOT_APPLICABLE: Final = "not_applicable"
SCORE: Final = {"system": UCUM, "code": "{score}", "unit": "score"}
_MEMBER: Final = re.compile(r"^(trials|suitability)\.[^.]+(?=\.|$)")


def observations(told: Told, answers: Json) -> Iterator[tuple[str, Json]]:
    """Yield the id of each finding and its resource, without its id; `answers` is the reference to the response."""
    for finding in told.order.session.assessment().findings.values():
        if not LEFT_OUT.fullmatch(finding.id):
            yield finding.id, _observation(finding, told, answers)


def _observation(finding: Finding, told: Told, answers: Json) -> Json:
    made: Json = {"resourceType": "Observation", **told.marks, "contained": [told.patient]}
    made["extension"] = [
        own("rule", "Code", finding.rule),
        own("rule-citation", "String", finding.citation),
        own("rule-status", "Code", finding.status),
        *(own("flag", "Code", flag) for flag in finding.flags),
        *(each for reason in finding.reasons if (each := _reason(reason, told)) is not None),
        *(own("missing", "String", path) for path in finding.missing if not is_on_the_map(path)),
    ]
    if finding.needs_clinician:
        made["extension"].append(own("needs-clinician", "Boolean", True))
    made |= {
        "identifier": [{"system": system("finding-in-record"), "value": finding.id}],
        "status": "final" if is_final(told) else "preliminary",
        "category": [{"coding": [{"system": f"{TERMINOLOGY}/observation-category", "code": "survey", "display": "Survey"}]}],
        "code": {"coding": [{"system": system("finding"), "code": definition(finding.id)}], "text": title(finding.id)},
        "subject": told.subject,
    }
    if not told.is_research:
        made["effectiveDateTime"] = told.order.session.state.updated_at
    made |= _value(finding)
    remarks = "; ".join(flag_words(finding))
    note = f"{finding.rule}: {finding.citation} ({finding.status})" + (f". {remarks}" if remarks else "")
    return {**made, "note": [{"text": note}], "derivedFrom": [answers], **_ends(finding)}


def is_final(told: Told) -> bool:
    """Return whether the record is closed, and no signature under it has become void without another that holds."""
    session = told.order.session
    signatures = session.signatures()
    return session.phase == "closed" and (not signatures or any(each.is_valid for each in signatures))


def definition(finding_id: str) -> str:
    """Return a finding's id without this record's own names: `trials.t1.adequate.mgh` → `trials.adequate.mgh`."""
    return _MEMBER.sub(r"\1", finding_id)


def _value(finding: Finding) -> Json:
    if finding.verdict in ("met", "not_met"):
        return {"valueCodeableConcept": _concept("verdict", finding.verdict, verdict_word(finding))}
    if finding.verdict is None and finding.value is not None and finding.value != "unknown":
        return _typed(finding.value, "value", verdict_word(finding))
    reason = "not-applicable" if NOT_APPLICABLE in finding.flags else "unknown"
    coding = {"system": f"{TERMINOLOGY}/data-absent-reason", "code": reason}
    return {"dataAbsentReason": {"coding": [coding], "text": verdict_word(finding)}}


def _ends(finding: Finding) -> Json:
    """The lowest and the highest value that are still possible; no end above is said, not left away."""
    if finding.range is None or finding.range[0] == finding.range[1] == finding.value:
        return {}
    ends = []
    for name, value in zip(("low", "high"), finding.range, strict=True):
        held = _typed(value, "value", None) if value is not None else {"dataAbsentReason": {"text": "no end"}}
        ends.append({"code": {"coding": [{"system": system("range"), "code": name}]}, **held})
    return {"component": ends}


def _typed(value: Any, name: str, words: str | None) -> Json:
    if isinstance(value, bool):
        return {f"{name}Boolean": value}
    if isinstance(value, int | float):
        return {f"{name}Quantity": {"value": value, **SCORE}}
    return {f"{name}CodeableConcept": _concept("value", str(value), words)}


def _concept(name: str, code: str, words: str | None) -> Json:
    return {"coding": [{"system": system(name), "code": code}], **({"text": words} if words else {})}


def _reason(reason: Reason, told: Told) -> Json | None:
    """One fact that a finding rests on: nothing of the map, whose ids are free; for research days stand for dates."""
    if is_on_the_map(question_of(reason.path)):
        return None
    return own_parts("reason", part("path", "String", reason.path), *_held(reason.value, told))


def _held(value: Value, told: Told) -> list[Json]:
    if value is None or value in ("", ()) or is_withheld(value):
        return []
    if isinstance(value, bool):
        return [part("value", "Boolean", value)]
    if isinstance(value, int | float):
        return [part("value", "Decimal", value)]
    text = ", ".join(value) if isinstance(value, tuple) else value
    if told.is_research and (counted := told.days(text)) is not None:
        return [counted]
    return [part("value", "String", text)]
