"""Whether a log from outside could be one of this program: each phase follows the one before, each answer fits its question.

What it will not do: judge whether it is true. That a file was changed shows by its seal alone.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_links import split_attached
from interview.engine.enablement import Enablement
from interview.engine.events import AnswerWithdrawn, Event, InformantAnswered, InstanceWithdrawn, ItemAnswered, PhaseChanged
from interview.engine.extraction import extract
from interview.engine.fold import Folded, apply, split_instance
from interview.engine.informant_links import split_informant
from interview.engine.phases import ASKING, TOP, section_of_phase, top_of
from interview.engine.record_events import ClockJumped, RecordRestored
from interview.engine.risk_signs import DISPOSITION, is_safety_question
from interview.engine.safety_events import SafetyAcknowledged, SafetyCorrected
from interview.engine.transcript import item_of
from interview.engine.validation import fits
from interview.export.importing.allowed import Then
from interview.export.importing.attached import refuse_attached_answer, refuse_attached_change, refuse_instrument
from interview.export.importing.refused import ImportRefused
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.json_input import described, shown_key
from trd_core.vocabulary import definition_of, facts

MOST_INSTANCES: Final = 10_000
"""No group has so many members; a greater index is no place in a list."""

MOMENT: Final = re.compile(r"[0-9TZ:.,+-]+")
"""The characters of a moment; the library's reader takes any other between day and time."""


def refuse_implausible(events: Sequence[Event], questionnaire: Questionnaire) -> None:
    """Go through the log as it would have happened. Raises `ImportRefused` at the first thing that could not."""
    then = Then(questionnaire)
    state = then.state
    for place, event in enumerate(events):
        path = f"events[{place}]"
        _refuse_time(event.at, f"{path}.at")
        body = event.body
        match body:
            case ItemAnswered() | InformantAnswered():
                _refuse_answer(body, path, questionnaire)
            case InstrumentAttached():
                refuse_instrument(body, state, path)
            case AttachedAnswered():
                refuse_attached_answer(body, state, path)
            case SafetyCorrected() | AnswerWithdrawn() if split_attached(body.link_id) is not None:
                refuse_attached_change(body, state, path)
            case SafetyCorrected():
                asked = split_informant(body.link_id)
                if not is_safety_question(body.link_id) or not isinstance(body.value, bool):
                    raise ImportRefused(f"{path}.body", _("a correction of something else"), _("a yes or no to a safety question"))
                if asked is None:
                    _refuse_link(body.link_id, f"{path}.body.link_id", questionnaire)
            case SafetyAcknowledged():
                for name, value in body.disposition.items():
                    if name not in DISPOSITION or fits(None, f"safety.disposition.{name}", value)[1] is not None:
                        raise ImportRefused(f"{path}.body.disposition.{shown_key(name)}", described(value), _("a part of a disposition"))
            case PhaseChanged():
                _refuse_phase(body, state, path, questionnaire)
            case ClockJumped():
                _refuse_time(body.before, f"{path}.body.before")
                _refuse_time(body.after, f"{path}.body.after")
            case RecordRestored():
                _refuse_time(body.made, f"{path}.body.made")
            case InstanceWithdrawn():
                if not 0 <= body.index < MOST_INSTANCES:
                    raise ImportRefused(f"{path}.body.index", str(body.index), _("a place in the list"))
        then.refuse_impossible(event, path)
        apply(state, event)
    try:
        extract(questionnaire, state, Enablement(questionnaire, state))
    except (ValueError, KeyError, TypeError):
        raise ImportRefused("events", _("answers that make no case"), _("what this program's own export holds")) from None


def _refuse_time(at: str, path: str) -> None:
    try:
        then = dt.datetime.fromisoformat(at) if MOMENT.fullmatch(at) else None
    except ValueError:
        then = None
    if then is None or then.tzinfo is None:
        raise ImportRefused(path, described(at), _("a moment with its offset (ISO 8601)"))


def _refuse_answer(body: ItemAnswered | InformantAnswered, path: str, questionnaire: Questionnaire) -> None:
    link_id = body.link_id
    _refuse_link(link_id, f"{path}.body.link_id", questionnaire)
    if body.value is None or body.status != "answered":
        if body.value is not None:
            raise ImportRefused(f"{path}.body.value", described(body.value), _("null where there is no answer"))
        return
    item = item_of(questionnaire, link_id)
    settled, misfit = fits(item, definition_of(link_id), body.value)
    if misfit is None and settled == body.value and isinstance(settled, bool) == isinstance(body.value, bool):
        return
    allowed = misfit.sentence() if misfit is not None else _("the value in its settled form")
    raise ImportRefused(f"{path}.body.value ({shown_key(link_id)})", described(body.value), allowed)


def _refuse_link(link_id: str, path: str, questionnaire: Questionnaire) -> None:
    instance = split_instance(link_id)
    is_known = item_of(questionnaire, link_id) is not None or definition_of(link_id) in facts()
    if not is_known or (instance is not None and instance[1] >= MOST_INSTANCES):
        raise ImportRefused(
            path,
            _("a question that is not known here"),
            _("a question of {questionnaire} {version}, or of the map").format(
                questionnaire=questionnaire.id, version=questionnaire.version
            ),
        )


def _refuse_phase(body: PhaseChanged, state: Folded, path: str, questionnaire: Questionnaire) -> None:
    if body.source != state.phase:
        raise ImportRefused(f"{path}.body.source", _("another phase than the one before"), shown_key(state.phase))
    section = section_of_phase(body.dest)
    if top_of(body.dest) not in TOP or (top_of(body.dest) == ASKING and section not in questionnaire.sections):
        raise ImportRefused(f"{path}.body.dest", _("a phase that is not known here"), ", ".join(TOP))
