"""One line of a practice transcript to what it does: words to the patient, or an act; and a session back to such lines.

A line that is a JSON object with a `link_id` is an act of practice, or one of the record
as `replay -` takes it; any other line is said to the patient as it stands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from pydantic import ValidationError

from interview.engine.events import Body
from interview.engine.lines import numbered, submit
from interview.engine.practice_events import (
    ExplainingCorrected,
    FeedbackRead,
    FormCorrected,
    HintTaken,
    HistoryExplained,
    PatientSpokenTo,
    SecondRated,
    SupervisorCommented,
)
from interview.engine.practice_turns import CLOSING_PARTS, Form, PatientReply
from interview.engine.replies import Refused, Reply
from interview.engine.session import Session
from interview.practice.running import Practice

PREFIX: Final = "practice."
"""Link ids of acts that there are in practice alone begin with it."""


def act_of(line: str) -> Mapping[str, Any] | None:
    """Return the act that a line is; None for words to the patient."""
    if not line.lstrip().startswith("{"):
        return None
    try:
        content = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) and "link_id" in content else None


def take(practice: Practice, line: str) -> Reply | PatientReply:
    """Do what a line says. Nothing is raised for what it says; a fault of the store is raised as `StoreFault`."""
    act = act_of(line)
    return practice.say(line) if act is None else do(practice, act)


def do(practice: Practice, act: Mapping[str, Any]) -> Reply | PatientReply:
    """Do an act of practice, or give a line to the record."""
    link_id = act.get("link_id")
    if not isinstance(link_id, str) or not link_id.startswith(PREFIX):
        return submit(practice.session, act)
    does = _ACTS.get(link_id)
    if does is None:
        return Refused(link_id, "unknown_item")
    if set(act) != {"link_id", "value"}:
        return Refused(link_id, "does_not_fit")
    return does(practice, act["value"])


def correct(practice: Practice, number: int, changed: Mapping[str, Any]) -> Reply:
    """Keep that turn `number`, from 1, was put otherwise than it was judged; what is not named stays as it was."""
    turns = practice.turns()
    if not 1 <= number <= len(turns):
        return Refused("practice.correct", "unknown_item")
    turn, _spoken, form = turns[number - 1]
    try:
        now = Form.model_validate({**form.model_dump(), **changed})
    except ValidationError:
        return Refused("practice.correct", "does_not_fit")
    return practice.session.correct_form(turn, now)


def told_again(session: Session) -> tuple[str, ...]:
    """Return the transcript that makes the same session again: what was said, and every act, one a line."""
    acts = [(seq, _line(act)) for seq, act in numbered(session.events)]
    practised = session.practised()
    turns = [event.seq for event in practised if isinstance(event.body, PatientSpokenTo)]
    offered: tuple[str, ...] = ()
    for event in practised:
        acts.append((event.seq, _said(event.body, turns, offered)))
        if isinstance(event.body, PatientSpokenTo):
            offered = event.body.heard.offered if event.body.reply.how == "which" else ()
    return tuple(line for _seq, line in sorted(acts, key=lambda act: act[0]))


def _said(body: Body, turns: Sequence[int], offered: Sequence[str]) -> str:
    match body:
        case PatientSpokenTo(by_choice=True):
            return _line({"link_id": "practice.choose", "value": offered.index(body.heard.chosen[0]) + 1})
        case PatientSpokenTo():
            text = body.heard.text
            is_one_line = "\n" not in text and text == text.strip() and act_of(text) is None
            return text if is_one_line else _line({"link_id": "practice.say", "value": text})
        case FormCorrected():
            value: Any = {"turn": turns.index(body.turn) + 1, "form": body.form.model_dump()}
            return _line({"link_id": "practice.correct", "value": value})
        case HistoryExplained():
            return _line({"link_id": "practice.explain", "value": body.text})
        case ExplainingCorrected():
            return _line({"link_id": "practice.correct_explaining", "value": {"part": body.part, "heard": body.heard}})
        case HintTaken():
            return _line({"link_id": "practice.hint", "value": body.topic})
        case FeedbackRead():
            return _line({"link_id": "practice.feedback", "value": True})
        case SupervisorCommented():
            about = {} if body.turn is None else {"turn": turns.index(body.turn) + 1}
            return _line({"link_id": "practice.comment", "value": {"by": body.by, "text": body.text, **about}})
        case SecondRated():
            return _line({"link_id": "practice.second", "value": {"by": body.by, "path": body.path, "value": body.value}})
        case _:
            return _line({"link_id": "practice.commit", "value": True})


def _line(act: Mapping[str, Any]) -> str:
    return json.dumps(act, ensure_ascii=False)


def _say(practice: Practice, value: Any) -> Reply | PatientReply:
    return practice.say(value) if isinstance(value, str) else Refused("practice.say", "does_not_fit")


def _choose(practice: Practice, value: Any) -> Reply | PatientReply:
    return practice.choose(value) if type(value) is int else Refused("practice.choose", "does_not_fit")


def _explain(practice: Practice, value: Any) -> Reply | PatientReply:
    return practice.explain(value) if isinstance(value, str) else Refused("practice.explain", "does_not_fit")


def _commit(practice: Practice, value: Any) -> Reply:
    return practice.session.commit_formulation() if value is True else Refused("practice.commit", "does_not_fit")


def _correct(practice: Practice, value: Any) -> Reply:
    fits = isinstance(value, dict) and set(value) == {"turn", "form"} and type(value["turn"]) is int and isinstance(value["form"], dict)
    return correct(practice, value["turn"], value["form"]) if fits else Refused("practice.correct", "does_not_fit")


def _correct_explaining(practice: Practice, value: Any) -> Reply:
    """Keep whether a part of the explanation was there: `{"part", "heard"}`."""
    fits = isinstance(value, dict) and set(value) == {"part", "heard"} and type(value["heard"]) is bool
    part = next((each for each in CLOSING_PARTS if fits and each == value["part"]), None)
    if part is None:
        return Refused("practice.correct_explaining", "does_not_fit")
    return practice.session.correct_explaining(part, heard=value["heard"])


def _hint(practice: Practice, value: Any) -> Reply:
    return practice.session.take_hint(value) if isinstance(value, str) and value else Refused("practice.hint", "does_not_fit")


def _feedback(practice: Practice, value: Any) -> Reply:
    """Keep that the feedback is shown now; what comes after it counts no more."""
    return practice.session.read_feedback() if value is True else Refused("practice.feedback", "does_not_fit")


def _comment(practice: Practice, value: Any) -> Reply:
    """Keep a supervisor's comment: `{"by", "text"}`, with `turn`, counted from 1, where it is about one."""
    if not isinstance(value, dict) or not {"by", "text"} <= set(value) <= {"by", "text", "turn"}:
        return Refused("practice.comment", "does_not_fit")
    by, text, number = value["by"], value["text"], value.get("turn")
    if not isinstance(by, str) or not isinstance(text, str) or not (number is None or type(number) is int):
        return Refused("practice.comment", "does_not_fit")
    turns = practice.turns()
    if number is not None and not 1 <= number <= len(turns):
        return Refused("practice.comment", "unknown_item")
    return practice.session.comment(by, text, None if number is None else turns[number - 1][0])


def _second(practice: Practice, value: Any) -> Reply:
    """Keep a second rater's rating: `{"by", "path", "value"}`."""
    fits = (
        isinstance(value, dict)
        and set(value) == {"by", "path", "value"}
        and isinstance(value["by"], str)
        and isinstance(value["path"], str)
    )
    if not fits or not isinstance(value["value"], bool | int | float | str):
        return Refused("practice.second", "does_not_fit")
    return practice.session.rate_again(value["by"], value["path"], value["value"])


_ACTS: Final[dict[str, Callable[[Practice, Any], Reply | PatientReply]]] = {
    "practice.say": _say,
    "practice.choose": _choose,
    "practice.explain": _explain,
    "practice.commit": _commit,
    "practice.correct": _correct,
    "practice.correct_explaining": _correct_explaining,
    "practice.hint": _hint,
    "practice.feedback": _feedback,
    "practice.comment": _comment,
    "practice.second": _second,
}
