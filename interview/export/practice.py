"""What an export of a practice session may hold: nothing that the program found before the trainee settled a formulation of their own."""

from __future__ import annotations

import json
from typing import Any, Final

from interview.engine.session import Session
from interview.export.order import Order
from interview.export.refusal import ExportImpossible
from interview.export.sheets import OF_PRACTICE
from interview.language import _
from interview.practice.feedback.model import Feedback
from interview.practice.lines import told_again
from interview.views.occurrence_words import occurrences
from interview.views.practice_turns import MARK, case_of, practice_turns

SCHEMA: Final = "trd-practice-conversation/1"


def refuse_locked(order: Order, form: str) -> None:
    """Refuse a sheet of practice of a person's record, and findings of a session that is not committed. Raises `ExportImpossible`."""
    state, sheet = order.session.state, order.sheet
    if sheet in OF_PRACTICE and state.practice_case is None:
        raise ExportImpossible(_("--sheet {sheet}: there is one of a session of practice only.").format(sheet=sheet))
    if sheet in OF_PRACTICE or order.session.may_propose:
        return
    if sheet != "whole" or order.chosen.reader != "chart" or form in ("csv", "fhir"):
        raise ExportImpossible(
            _(
                "This session of practice is not committed: settle your own formulation first. "
                "Until then there is the chart, and --sheet conversation."
            )
        )


def feedback_of(session: Session) -> Feedback:
    """Return the feedback on a session. Raises `ExportImpossible` where its case is not at hand."""
    from interview.practice.feedback.making import feedback

    case = case_of(session)
    if case is None:
        raise ExportImpossible(_("--sheet feedback: the case of this session came from a file, and is not at hand here."))
    return feedback(case, session)


def committed_in_json(session: Session) -> dict[str, Any]:
    """Return of a session with a simulated patient which case it is, and whether it is committed; of any other nothing."""
    case = session.state.practice_case
    return {} if case is None else {"practice_case": case, "committed": session.may_propose}


def sheet_in_json(order: Order) -> bytes:
    """Return the conversation, or the feedback, as JSON."""
    session = order.session
    head = {"practice": True, "mark": MARK, "record": session.record, **committed_in_json(session), "seal": order.envelope.seal}
    if order.sheet == "feedback":
        made = {**head, **feedback_of(session).model_dump(mode="json")}
    else:
        turns = [
            {
                "turn": each.number,
                "event": each.seq,
                "said": each.said,
                "patient": each.says,
                "heard": each.heard,
                "comments": each.comments,
            }
            for each in practice_turns(session)
        ]
        befell = [{"event": each.seq, "at": each.at, "says": each.words} for each in occurrences(session.events)]
        made = {"schema": SCHEMA, **head, "turns": turns, **({"befell": befell} if befell else {}), "transcript": told_again(session)}
    return (json.dumps(made, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
