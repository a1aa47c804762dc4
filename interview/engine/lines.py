"""One line of `replay -` to an act of the session, and a session's events back to such lines.

A line is `{"link_id", "value"}` or `{"link_id", "missing"}`, with `verbatim` (what was typed), `source`, and
`approximate` or `hedged` where they are known.
An informant's answer has the link id `informant:<relation>:<link id>`, one to an attached instrument `attached:<number>:<item>`.
What the session does by itself (moving on, opening safety) has no line: it follows again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_lines import attached_line, attachment_said
from interview.engine.attached_links import ATTACH
from interview.engine.deciding import DEPTH, PRIMARY, decided_line, depth_said, primary_said
from interview.engine.events import (
    AnswerWithdrawn,
    DepthChanged,
    Event,
    InformantAnswered,
    InstanceWithdrawn,
    ItemAnswered,
    ItemFlagged,
    NoteAdded,
    NoteDone,
    PhaseChanged,
    PrimaryConfirmed,
    ProposalRejected,
    WhichCounts,
)
from interview.engine.fold import split_instance
from interview.engine.informant_links import informant_link
from interview.engine.noting import DONE
from interview.engine.phases import section_of_phase, top_of
from interview.engine.record_events import RecordSigned
from interview.engine.replies import Refused, Reply
from interview.engine.safety_events import RiskWordsSettled, SafetyAcknowledged, SafetyCorrected, SafetyOpened
from interview.engine.session import Session

ALLOWED = frozenset({"link_id", "value", "missing", "verbatim", "source", "approximate", "hedged"})
HOW_SURE = ("approximate", "hedged")
SOURCES = ("patient", "clinician", "informant", "chart")
TRIGGERS = {"formulating": "formulate", "reviewing": "review", "closed": "close", "paused": "pause", "safety": "open_safety"}
EXPLICIT = frozenset({"formulate", "review", "close", "end_practice", "reopen", "pause", "resume", "undo_safety", "jump"})


def submit(session: Session, line: Mapping[str, Any]) -> Reply:
    """Give one line to the session. Anything that is not a line is refused; nothing is raised for what a line says."""
    link_id = line.get("link_id")
    if not isinstance(link_id, str) or not set(line) <= ALLOWED or ("value" in line) is ("missing" in line):
        return Refused(link_id if isinstance(link_id, str) else "", "does_not_fit")
    source, verbatim = line.get("source"), line.get("verbatim")
    if (source is not None and source not in SOURCES) or (verbatim is not None and not isinstance(verbatim, str)):
        return Refused(link_id, "does_not_fit")
    how_sure = {name: line.get(name, False) for name in HOW_SURE}
    if not all(isinstance(said, bool) for said in how_sure.values()):
        return Refused(link_id, "does_not_fit")
    act = _ACTS.get(link_id)
    if act is not None:
        return act(session, line["value"]) if "value" in line else Refused(link_id, "does_not_fit")
    if "missing" in line:
        if line["missing"] == "not_asked":
            return session.withdraw(link_id)
        if line["missing"] not in ("declined", "unknown", "not_applicable"):
            return Refused(link_id, "does_not_fit")
        return session.leave_unanswered(link_id, line["missing"], verbatim=verbatim, source=source)
    return session.give(link_id, line["value"], verbatim=verbatim, source=source, **how_sure)


def _phase(session: Session, value: Any) -> Reply:
    if not isinstance(value, str):
        return Refused("session.phase", "does_not_fit")
    if session.phase == "safety" and value == top_of(session.returns_to or ""):
        return session.go("undo_safety")
    section = section_of_phase(value)
    if section is not None:
        return session.go("jump", section)
    if value == "asking":
        return session.go("resume") if session.phase == "paused" else Refused("session.phase", "not_now")
    if session.phase == "paused":
        return session.go("resume") if value == top_of(session.returns_to or "") else Refused("session.phase", "paused")
    if session.phase == "closed" and value == "reviewing":
        return session.go("reopen")
    trigger = TRIGGERS.get(value)
    if trigger == "close" and not session.may(trigger) and session.may("end_practice"):
        return session.go("end_practice")
    return session.go(trigger) if trigger else Refused("session.phase", "does_not_fit")


def _disposition(session: Session, value: Any) -> Reply:
    return session.acknowledge_safety(value) if isinstance(value, dict) else Refused("session.safety_acknowledged", "does_not_fit")


def _rejected(session: Session, value: Any) -> Reply:
    if isinstance(value, str):
        return session.reject(value)
    if _holds(value, {"proposal"}, {"reason"}):
        return session.reject(value["proposal"], value.get("reason"))
    return Refused("formulation.rejected", "does_not_fit")


def _note(session: Session, value: Any) -> Reply:
    if _holds(value, {"text"}, {"kind", "on"}) and value.get("kind", "record") in ("record", "private", "to_do"):
        return session.note(value["text"], value.get("kind", "record"), value.get("on"))
    return Refused("session.note", "does_not_fit")


def _done(session: Session, value: Any) -> Reply:
    if isinstance(value, int) and not isinstance(value, bool):
        return session.finish_to_do(value)
    return Refused(DONE, "does_not_fit")


def _flag(session: Session, value: Any) -> Reply:
    if isinstance(value, dict) and set(value) == {"on", "flagged"} and isinstance(value["on"], str) and isinstance(value["flagged"], bool):
        return session.flag(value["on"], value["flagged"])
    return Refused("session.flag", "does_not_fit")


def _withdrawal(session: Session, value: Any) -> Reply:
    instance = split_instance(f"{value}.id") if isinstance(value, str) else None
    return session.withdraw_instance(*instance) if instance else Refused("session.instance_withdrawn", "does_not_fit")


def _banner(session: Session, value: Any) -> Reply:
    if _holds(value, {"on", "how"}, {"reason"}):
        return session.settle_risk_words(value["on"], value["how"], value.get("reason"))
    return Refused("session.risk_words", "does_not_fit")


def _correction(session: Session, value: Any) -> Reply:
    if (
        isinstance(value, dict)
        and isinstance(value.get("value"), bool)
        and _holds({**value, "value": ""}, {"on", "value", "by", "reason"}, set())
    ):
        return session.correct_safety(value["on"], value["value"], by=value["by"], reason=value["reason"])
    return Refused("session.safety_corrected", "does_not_fit")


def _signature(session: Session, value: Any) -> Reply:
    if _holds(value, {"by"}, {"note"}):
        return session.sign(value["by"], value.get("note"))
    return Refused("session.signed", "does_not_fit")


def _which_counts(session: Session, value: Any) -> Reply:
    if _holds(value, {"on", "counts", "informant"}, {"reason"}) and value["counts"] in ("person", "informant"):
        say = session.take_informants if value["counts"] == "informant" else session.keep_persons
        return say(value["on"], informant=value["informant"], reason=value.get("reason"))
    return Refused("session.which_counts", "does_not_fit")


def _holds(value: Any, required: set[str], optional: set[str]) -> bool:
    return (
        isinstance(value, dict)
        and required <= set(value) <= required | optional
        and all(isinstance(each, str) or each is None for each in value.values())
        and all(isinstance(value[name], str) for name in required)
    )


_ACTS: dict[str, Callable[[Session, Any], Reply]] = {
    "session.phase": _phase,
    "session.safety_acknowledged": _disposition,
    "session.note": _note,
    DONE: _done,
    "session.flag": _flag,
    "session.instance_withdrawn": _withdrawal,
    "session.risk_words": _banner,
    "session.safety_corrected": _correction,
    "formulation.rejected": _rejected,
    "session.which_counts": _which_counts,
    "session.signed": _signature,
    ATTACH: attachment_said,
    DEPTH: depth_said,
    PRIMARY: primary_said,
}


def lines(events: Iterable[Event]) -> list[dict[str, Any]]:
    """Return the lines that make the same record again."""
    return [line for _seq, line in numbered(events)]


def numbered(events: Iterable[Event]) -> list[tuple[int, dict[str, Any]]]:
    """Return the lines that make the same record again, each with the number of its event."""
    found: list[tuple[int, dict[str, Any]]] = []
    before: Event | None = None
    to_do: list[int] = []
    for event in events:
        if isinstance(event.body, NoteAdded) and event.body.kind == "to_do":
            to_do.append(event.seq)
        follows_by_itself = before is not None and isinstance(before.body, WhichCounts) and before.body.moves
        line = None if follows_by_itself else _line(event)
        if isinstance(event.body, NoteDone) and event.body.note in to_do:
            line = {"link_id": DONE, "value": to_do.index(event.body.note) + 1}
        found += [] if line is None else [(event.seq, line)]
        before = event
    return found


def _line(event: Event) -> dict[str, Any] | None:
    body = event.body
    match body:
        case ItemAnswered() | InformantAnswered():
            beside = informant_link(body.informant, body.link_id) if isinstance(body, InformantAnswered) else None
            line: dict[str, Any] = {"link_id": beside or body.link_id}
            if body.status != "answered":
                line["missing"] = body.status
            else:
                line["value"] = body.value if body.range is None else body.verbatim
            if body.verbatim is not None:
                line["verbatim"] = body.verbatim
            line |= {name: True for name in HOW_SURE if getattr(body, name) and body.range is None}
            return {**line, "source": body.source} if isinstance(body, ItemAnswered) else line
        case WhichCounts():
            said = {"on": body.link_id, "counts": body.counts, "informant": body.informant}
            return {"link_id": "session.which_counts", "value": said if body.reason is None else {**said, "reason": body.reason}}
        case AnswerWithdrawn():
            return {"link_id": body.link_id, "missing": "not_asked"}
        case InstanceWithdrawn():
            return {"link_id": "session.instance_withdrawn", "value": f"{body.group}[{body.index}]"}
        case NoteAdded():
            note = {"kind": body.kind, "text": body.text}
            return {"link_id": "session.note", "value": note if body.link_id is None else {**note, "on": body.link_id}}
        case ItemFlagged():
            return {"link_id": "session.flag", "value": {"on": body.link_id, "flagged": body.flagged}}
        case SafetyAcknowledged():
            return {"link_id": "session.safety_acknowledged", "value": body.disposition}
        case SafetyCorrected():
            return {
                "link_id": "session.safety_corrected",
                "value": {"on": body.link_id, "value": body.value, "by": body.by, "reason": body.reason},
            }
        case SafetyOpened(because="interviewer"):
            return {"link_id": "session.phase", "value": "safety"}
        case RiskWordsSettled():
            settled = {"on": body.link_id, "how": body.how}
            return {"link_id": "session.risk_words", "value": settled if body.reason is None else {**settled, "reason": body.reason}}
        case ProposalRejected():
            value = {"proposal": body.proposal} if body.reason is None else {"proposal": body.proposal, "reason": body.reason}
            return {"link_id": "formulation.rejected", "value": value}
        case InstrumentAttached() | AttachedAnswered():
            return attached_line(body)
        case DepthChanged() | PrimaryConfirmed():
            return decided_line(body)
        case RecordSigned():
            return {"link_id": "session.signed", "value": {"by": body.by} if body.note is None else {"by": body.by, "note": body.note}}
        case PhaseChanged() if body.trigger in EXPLICIT:
            return {"link_id": "session.phase", "value": body.dest if body.trigger == "jump" else top_of(body.dest)}
        case _:
            return None
