"""What the clinician decides about the interview and its map: how much is asked, and which problem is the primary one.

Neither changes an answer. A depth says only what is asked in order; what was answered at another depth counts as before. A primary
problem is the clinician's word beside the core's proposal, which stays as it is; off the map, it stands no longer.
"""

from __future__ import annotations

from typing import Any, Final, get_args

from interview.engine.events import Depth, DepthChanged, PrimaryConfirmed
from interview.engine.extraction import instance_id
from interview.engine.folded import Primary
from interview.engine.replies import Refused, Reply, Why
from interview.engine.which_counts import Weighing
from trd_core.text import clean

DEPTH: Final = "session.depth"
PRIMARY: Final = "formulation.primary"
"""The acts, as `replay` names them."""

DEPTHS: Final[tuple[Depth, ...]] = get_args(Depth)


class Deciding(Weighing):
    """The part of a session that takes the clinician's decisions."""

    def set_depth(self, depth: str) -> Reply:
        """Ask this much from now on: `brief` or `full`. Every answer is kept, and counts as before."""
        refusal = self._not_while(DEPTH)
        if refusal is not None:
            return refusal
        chosen = next((each for each in DEPTHS if each == depth), None)
        if chosen is None:
            return Refused(DEPTH, "does_not_fit")
        if chosen == self.state.depth:
            return Refused(DEPTH, "not_now")
        before = (self._ledger.cursor, self._ledger.last)
        self._ledger.cursor = None
        try:
            return self._saved(DEPTH, self._ledger.commit(DepthChanged(depth=chosen)))
        except Exception:
            self._ledger.cursor, self._ledger.last = before
            raise

    def left_behind(self) -> str | None:
        """Return the first section with a question to ask, where nothing is asked now; None where something is, or nothing is left."""
        if self.current() is not None or not self.phase.startswith("asking"):
            return None
        walk = self._ledger.walk
        return next((section for section in self.questionnaire.sections if walk.has_open(section)), None)

    def confirm_primary(self, problem: str | None, reason: str | None = None) -> Reply:
        """Record which problem of the clinician's map is the primary one, by its id; None takes that back. `reason` is free text."""
        refusal = self._not_while(PRIMARY)
        if refusal is not None:
            return refusal
        if problem is not None and problem not in self._clinicians_problems():
            return Refused(PRIMARY, "unknown_item")
        said, stands = clean(reason or "") or None, self.primary()
        if problem is None and stands is None:
            return Refused(PRIMARY, "not_now")
        if stands is not None and (stands.problem, stands.reason) == (problem, said):
            return Refused(PRIMARY, "done_already")
        return self._saved(PRIMARY, self._ledger.commit(PrimaryConfirmed(problem=problem, reason=said)))

    def primary(self) -> Primary | None:
        """Return the problem that the clinician confirmed as primary, as long as it is on the map; None where nobody did."""
        stands = self.state.primary
        return stands if stands is not None and stands.problem in self._clinicians_problems() else None

    def _clinicians_problems(self) -> frozenset[str]:
        def told(index: int, part: str) -> Any:
            answer = self.answer_of(f"problems[{index}].{part}")
            return None if answer is None or answer.status != "answered" else answer.value

        live = self.state.instances("problems")
        return frozenset(told(each, "id") or instance_id("problems", each) for each in live if told(each, "by") != "patient")

    def _not_while(self, act: str) -> Refused | None:
        closed_to: dict[str, Why] = {"closed": "closed", "paused": "paused", "safety": "safety_open"}
        why = closed_to.get(self.phase)
        return None if why is None else Refused(act, why)


def depth_said(session: Deciding, value: Any) -> Reply:
    """Take the depth that a line of `replay` says."""
    return session.set_depth(value) if isinstance(value, str) else Refused(DEPTH, "does_not_fit")


def primary_said(session: Deciding, value: Any) -> Reply:
    """Take the primary problem that a line of `replay` says: its id, null to take it back, or `{"problem", "reason"}`."""
    if value is None or isinstance(value, str):
        return session.confirm_primary(value)
    if isinstance(value, dict) and set(value) == {"problem", "reason"} and all(isinstance(each, str) for each in value.values()):
        return session.confirm_primary(value["problem"], value["reason"])
    return Refused(PRIMARY, "does_not_fit")


def decided_line(body: DepthChanged | PrimaryConfirmed) -> dict[str, Any]:
    """Return the line of `replay` that decides so again."""
    if isinstance(body, DepthChanged):
        return {"link_id": DEPTH, "value": body.depth}
    value = body.problem if body.reason is None else {"problem": body.problem, "reason": body.reason}
    return {"link_id": PRIMARY, "value": value}
