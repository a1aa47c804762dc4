"""A record as a table: one row an answer, one row a finding; why something is missing stands as a code, never as an empty cell.

The codebook stands in a file beside it (`codebook`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from interview.engine.fold import Answer
from interview.engine.record_events import ClockJumped, RecordRestored
from interview.engine.transcript import item_of
from interview.export.attached_rows import attached_items, attached_totals
from interview.export.cells import MISSING, RANGE, table, text_cell, value_cell
from interview.export.codebook import CODEBOOK, codebook
from interview.export.order import Order
from interview.export.page import UNSEALED
from interview.export.readers import left_out_words
from interview.export.research import days, first_day_of, in_days
from interview.export.withheld import joined, not_told_one_by_one
from interview.language import _
from interview.views.path_titles import path_title
from interview.views.words_clinician import title
from trd_core.finding import Finding

COLUMNS: Final = (
    "row", "record", "subject", "visit", "id", "text", "status", "value", "low", "high", "verbatim", "source", "at", "rule", "citation",
    "rule_status",
)  # fmt: skip

OCCURRED: Final = {
    "clock_before": _("The clock was changed: the last time before it"),
    "clock_after": _("The clock was changed: the time that it said next"),
    "backup_made": _("Brought back from a backup: when that was made"),
    "backup_lacks": _("Brought back from a backup: entries that stood here and are not in it"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    row: str
    id: str
    text: str
    status: str
    value: str
    low: str = ""
    high: str = ""
    verbatim: str = ""
    source: str = ""
    at: str = ""
    rule: str = ""
    citation: str = ""
    rule_status: str = ""


def to_csv(order: Order) -> dict[str, bytes]:
    """Return the table, and the codebook beside it."""
    state = order.session.state
    whose = (text_cell(state.record), text_cell(state.subject), state.visit)
    rows = [*_marks(order), *_answers(order), *_attached(order), *_beside(order), *_findings(order)]
    written = [
        (each.row, *whose, text_cell(each.id), text_cell(each.text), each.status, each.value, each.low, each.high, each.verbatim,
         each.source, each.at, each.rule, text_cell(each.citation), each.rule_status)
        for each in rows
    ]  # fmt: skip
    return {"": table(COLUMNS, written), CODEBOOK: codebook(order)}


def _marks(order: Order) -> Iterator[_Row]:
    """What is said of the whole file, first."""
    envelope, state = order.envelope, order.session.state
    if state.practice:
        yield _Row("mark", "practice", _("PRACTICE: not a real person"), "", "true")
    if envelope.unsealed:
        yield _Row("mark", "unsealed", UNSEALED, "", "true")
    if order.left_out:
        yield _Row("mark", "left_out", left_out_words(order.left_out), "", str(order.left_out))
    for kind, count in joined(order.withheld, not_told_one_by_one(order.session)).items():
        yield _Row("mark", f"withheld.{kind}", _("How much of the record is not in it, of this kind"), "", str(count))
    yield _Row("mark", "exported", _("When it was exported"), "", _at(order, envelope.exported_at))
    yield _Row("mark", "software", _("With what it was exported"), "", f"{envelope.software} {envelope.version}")
    questionnaire = order.session.questionnaire
    yield _Row("mark", "questionnaire", _("What was asked"), "", f"{questionnaire.id} {questionnaire.version}")
    yield _Row("mark", "seal", _("Seal"), "", envelope.seal or "NA_not_applicable")


def _answers(order: Order) -> Iterator[_Row]:
    """Every open question, answered or not; then the map; then what somebody close said. What is set aside is in none."""
    session = order.session
    shown: set[str] = set()
    for section in session.questionnaire.section:
        for slot in session.open_items(section.id):
            shown.add(slot.link_id)
            yield _answer(order, slot.link_id, slot.item.text, session.answer_of(slot.link_id))
    for link_id, answer in session.state.answers.items():
        if link_id not in shown and session.enablement.is_enabled(link_id):
            yield _answer(order, link_id, _text(order, link_id), answer)
    for link_id, answer in session.state.informant.items():
        yield _answer(order, link_id, _text(order, link_id), answer)


def _attached(order: Order) -> Iterator[_Row]:
    """What was answered in attached instruments, and their totals computed anew."""
    for link_id, text, answer in attached_items(order.session):
        yield replace(_answer(order, link_id, text, answer), row="attached")
    for total in attached_totals(order.session):
        value = value_cell(total.value) if total.value is not None else RANGE
        low, high = ("", "") if total.value is not None else (value_cell(total.low), value_cell(total.high))
        yield _Row("attached_total", total.id, total.name, total.status, value, low, high)


def _beside(order: Order) -> Iterator[_Row]:
    """What was done about a sign of risk, the notes that were chosen, and what befell the record as a whole."""
    state = order.session.state
    for name, value in (state.disposition or {}).items():
        link_id = f"safety.disposition.{name}"
        yield _Row("disposition", link_id, path_title(link_id), "answered", *_value(order, value, None, None))
    for place, note in enumerate(state.notes, 1):
        if note.kind in order.chosen.notes:
            about = f"{note.kind}: {note.link_id}" if note.link_id else note.kind
            yield _Row("note", f"note.{place}", about, "answered", text_cell(note.text), at=_at(order, note.at))
    yield from _occurred(order)


def _occurred(order: Order) -> Iterator[_Row]:
    """A clock that was changed, a record brought back: each of its parts in a row, under the number of its entry in the log."""
    for event in order.session.events:
        parts: dict[str, Any] = {}
        match event.body:
            case ClockJumped(before=before, after=after):
                parts = {"clock_before": before, "clock_after": after}
            case RecordRestored(made=made, lacks=lacks):
                parts = {"backup_made": made, "backup_lacks": lacks}
        for name, value in parts.items():
            told = (MISSING["unknown"], "", "") if value is None else _value(order, value, None, None)
            status = "unknown" if value is None else "known"
            yield _Row("event", f"event.{event.seq}.{name}", OCCURRED[name], status, *told, at=_at(order, event.at))


def _text(order: Order, link_id: str) -> str:
    item = item_of(order.session.questionnaire, link_id)
    return path_title(link_id) if item is None else item.text


def _answer(order: Order, link_id: str, text: str, answer: Answer | None) -> _Row:
    if answer is None:
        return _Row("answer", link_id, text, "not_asked", MISSING["not_asked"])
    value, low, high = _told(order, answer)
    verbatim = text_cell(answer.verbatim) if order.chosen.verbatim else ""
    return _Row("answer", link_id, text, answer.status, value, low, high, verbatim, answer.source, _at(order, answer.at))


def _told(order: Order, answer: Answer) -> tuple[str, str, str]:
    if answer.status != "answered":
        return MISSING[answer.status], "", ""
    low, high = answer.range or (None, None)
    if answer.value is None:
        return (RANGE if answer.range else MISSING["unknown"]), *_bounds(order, low, high)
    return _value(order, answer.value, low, high)


def _value(order: Order, value: Any, low: Any, high: Any) -> tuple[str, str, str]:
    """A value with its bounds; in research a date is a day, and one that is no more exact than a month or a year has bounds instead."""
    between = days(value, first_day_of(order.session)) if order.is_research and isinstance(value, str) else None
    if between is None:
        return value_cell(value), *_bounds(order, low, high)
    return (value_cell(between[0]), "", "") if between[0] == between[1] else (RANGE, value_cell(between[0]), value_cell(between[1]))


def _bounds(order: Order, low: Any, high: Any) -> tuple[str, str]:
    if not order.is_research:
        return value_cell(low), value_cell(high)
    first_day = first_day_of(order.session)
    low, high = in_days(low, first_day), in_days(high, first_day)
    return value_cell(low[0] if isinstance(low, list) else low), value_cell(high[1] if isinstance(high, list) else high)


def _findings(order: Order) -> Iterator[_Row]:
    for finding in order.session.assessment(in_depth=True).findings.values():
        status, value, low, high = _found(order, finding)
        yield _Row(
            "finding", finding.id, title(finding.id), status, value, low, high,
            rule=finding.rule, citation=finding.citation, rule_status=finding.status,
        )  # fmt: skip


def _found(order: Order, finding: Finding) -> tuple[str, str, str, str]:
    if finding.verdict is not None:
        return ("open" if finding.verdict == "unknown" else "known"), finding.verdict, "", ""
    low, high = finding.range or (None, None)
    if finding.value is None:
        return "open", (RANGE if finding.range else MISSING["unknown"]), *_bounds(order, low, high)
    return ("open" if finding.range else "known"), *_value(order, finding.value, low, high)


def _at(order: Order, at: str) -> str:
    between = days(at, first_day_of(order.session)) if order.is_research else None
    return at if between is None else str(between[0])
