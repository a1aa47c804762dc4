"""Whether a log from outside attaches and answers instruments as a session would: checked as a file is, each answer against its item."""

from __future__ import annotations

from interview.engine.attached import MOST_ATTACHED
from interview.engine.attached_events import AttachedAnswered, InstrumentAttached
from interview.engine.attached_folding import asked_at, instrument_of, is_endorsed_at, is_sign_at
from interview.engine.attached_hearing import fit
from interview.engine.attached_items import as_item
from interview.engine.attached_links import attached_link
from interview.engine.events import AnswerWithdrawn
from interview.engine.fold import Folded
from interview.engine.folded import Answer
from interview.engine.safety_events import SafetyCorrected
from interview.export.importing.refused import ImportRefused
from interview.instruments.checks import check
from interview.language import _
from trd_core.json_input import described


def refuse_instrument(body: InstrumentAttached, state: Folded, path: str) -> None:
    """Refuse an instrument that no session would attach. Raises `ImportRefused`."""
    if state.phase == "closed":
        raise ImportRefused(f"{path}.body", _("an instrument attached to a closed record"), _("one attached before"))
    if len(state.attached) >= MOST_ATTACHED:
        raise ImportRefused(f"{path}.body", _("more instruments"), _("at most {n}").format(n=MOST_ATTACHED))
    faults = check(body.instrument)
    if faults:
        raise ImportRefused(f"{path}.body.instrument", str(faults[0]), _("an instrument without faults"))


def refuse_attached_answer(body: AttachedAnswered, state: Folded, path: str) -> None:
    """Refuse an answer to nothing, one that does not fit, or one that would lower a sign of risk. Raises `ImportRefused`."""
    if state.phase in ("closed", "paused"):
        raise ImportRefused(f"{path}.body", _("an answer while the record was closed or paused"), _("an answer before, or later"))
    link_id = attached_link(body.instrument, body.item)
    instrument, asked = instrument_of(state, body.instrument), asked_at(state, link_id)
    if instrument is None or asked is None:
        raise ImportRefused(f"{path}.body.item", _("an item that is not attached"), _("an item of an instrument attached before"))
    made = Answer(link_id, body.status, body.value, body.verbatim, body.source, "", 0, body.approximate, body.hedged, body.range)
    if body.status != "answered" and body.value is not None:
        raise ImportRefused(f"{path}.body.value", described(body.value), _("null where there is no answer"))
    if body.value is not None:
        settled, misfit = fit(asked, as_item(instrument, asked), body.value)
        is_open_text = asked.type == "open-choice" and isinstance(body.value, str)
        is_same = settled == body.value and isinstance(settled, bool) == isinstance(body.value, bool)
        if (misfit is not None and not is_open_text) or not is_same:
            allowed = misfit.sentence() if misfit is not None else _("the value in its settled form")
            raise ImportRefused(f"{path}.body.value", described(body.value), allowed)
    if is_endorsed_at(state, state.attached_answers.get(link_id)) and not is_sign_at(state, made):
        raise ImportRefused(f"{path}.body", _("a sign of risk that is taken back"), _("a correction by name, with its reason"))


def refuse_attached_change(body: AnswerWithdrawn | SafetyCorrected, state: Folded, path: str) -> None:
    """Refuse to take back what is not there, or a sign of risk without a name. Raises `ImportRefused`."""
    standing = state.attached_answers.get(body.link_id)
    if isinstance(body, SafetyCorrected):
        if body.value is not False or not is_sign_at(state, standing):
            raise ImportRefused(
                f"{path}.body", _("a correction of something else"), _("a sign of risk in an attached instrument, taken back")
            )
    elif standing is None or is_sign_at(state, standing):
        raise ImportRefused(f"{path}.body", _("a sign of risk that is taken back"), _("a correction by name, with its reason"))
