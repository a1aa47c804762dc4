"""What the tour says: six steps, each one thing to do, in a line. Keys are handed in, since they can be chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview.language import _

STEPS: Final[tuple[tuple[str, str], ...]] = (
    ("answered", _("answer in a few words, or with an option's digit; then Enter. (Esc leaves the tour.)")),
    ("not_answered", _("{no_answer}: no answer, and why. It is kept apart from a “no”.")),
    ("why", _("{why}: why this is asked, and what rests on it. Esc closes the sheet.")),
    ("view", _("the person sees this screen. {view}: the clinician's view. {view} again closes it.")),
    ("jump", _("{go_to}: go to any question, by words or number; then come back to this one likewise.")),
    ("formulation", _("{formulation}: problems, links, what to take up first. Look around; Esc comes back.")),
)
"""Steps by name, in their order; the last one goes on with `SAFETY`. Two lines of 60 columns at most, since the question needs the room."""

SAFETY: Final = _("last, {safety}, ask now. Let the made-up person say yes, until this line changes.")
MET: Final = _("A yes is met at once: the clinic's text, then what was done. End of the tour; Esc goes back.")
LOOKED: Final = _("Look around; Esc comes back to the tour.")
LEAD: Final = _("Tour {number}/{steps}: ")


def step_words(place: int, keys: Mapping[str, str], *, is_at_safety: bool = False) -> str:
    """Return what to do in a step, counted from 0; `keys` are how the acts' keys are shown."""
    words = SAFETY if is_at_safety else STEPS[place][1]
    return LEAD.format(number=place + 1, steps=len(STEPS)) + words.format(**keys)
