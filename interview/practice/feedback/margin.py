"""The margin: beside each turn what is said of it, for reading a session again from the beginning."""

from __future__ import annotations

from interview.practice.feedback.model import Feedback, Remark


def margin(said: Feedback) -> dict[int, tuple[Remark, ...]]:
    """Return remarks by the event that they stand beside: of several the first, of the explanation's the last."""
    found: dict[int, list[Remark]] = {}
    parts = (said.safety, said.must_ask, said.sequence, said.technique, said.depth, said.disproof)
    for remark in (each for part in parts for each in part):
        if remark.turns and remark.code not in ("sequence.safety", "technique.corrected"):
            found.setdefault(remark.turns[0], []).append(remark)
    for remark in said.explaining:
        if remark.turns:
            found.setdefault(remark.turns[-1], []).append(remark)
    return {seq: tuple(dict.fromkeys(found[seq])) for seq in sorted(found)}
