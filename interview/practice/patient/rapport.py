"""Rapport: how it stands at the start, and what a turn does to it. The steps are this project's own; no study fixed them."""

from __future__ import annotations

import re
from typing import Final

from interview.engine.practice_turns import HIGHEST_RAPPORT, Heard
from interview.practice.patient.binding import bound
from interview.practice.patient.case_file import Style
from interview.practice.patient.turns import PatientState
from interview.practice.technique.cues import response_to

START: Final[dict[Style, int]] = {"plain": 4, "upset": 3, "verbose": 5, "reserved": 3, "tangential": 5, "pleasing": 5}
TRUST: Final = 6
"""From here on the person tells what is told to nobody at first."""

STEPS: Final = {
    "reflection": 1,
    "cue_met": 2,
    "open": 1,
    "cue_passed_over": -1,
    "leading": -1,
    "three_closed": -1,
    "label": -3,
}
"""What each thing adds. An open question lifts rapport only to one below trust: being asked well is not yet being understood."""

IN_A_ROW: Final = 3

LABEL = re.compile(
    r"\b(?:treatment|drug|therapy)[\s-]+(?:resistant|refractory)\b|\b(?:resistant|refractory)\b.{0,12}\bdepression\b"
    r"|\bdepression\b.{0,12}\b(?:resistant|refractory)\b|\b(?:untreatable|incurable|hopeless case|non[\s-]?responder|difficult patient)\b",
    re.IGNORECASE,
)
"""Words for a person whom treatments failed that put the failure on the person."""


def moved(state: PatientState, heard: Heard) -> tuple[int, tuple[str, ...]]:
    """Return rapport after a turn, and the codes of what moved it."""
    form, codes = heard.form, []
    if form.reflection or form.summary:
        codes.append("reflection")
    if state.cue is not None:
        taken = response_to(state.cue, heard.text).taken
        if taken == "responded" or (taken == "passed_over" and bound(heard) is None):
            codes.append("cue_met" if taken == "responded" else "cue_passed_over")
    if form.question and form.open and not form.leading:
        codes.append("open")
    if form.leading:
        codes.append("leading")
    if closed_in_a_row(state, heard) == IN_A_ROW:
        codes.append("three_closed")
    if LABEL.search(heard.text):
        codes.append("label")
    rapport = state.rapport
    for code in codes:
        rapport += STEPS[code] if code != "open" or rapport < TRUST - 1 else 0
    return min(max(rapport, 0), HIGHEST_RAPPORT), tuple(codes)


def closed_in_a_row(state: PatientState, heard: Heard) -> int:
    """Return how many closed questions stand in a row after a turn; after three the count begins anew."""
    if not heard.form.question or heard.form.open or heard.form.reflection:
        return 0
    return state.closed_in_a_row % IN_A_ROW + 1
