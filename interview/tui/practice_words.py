"""Words on the trainee's line that act, as in the plain mode: a slash begins a word, and two slashes begin a turn with one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview.language import _

ACTS: Final[Mapping[str, str]] = {
    "/help": "app.help",
    "/hint": "hint",
    "/correct": "correct",
    "/note": "note",
    "/record": "grid",
    "/grid": "grid",
    "/treatments": "treatments",
    "/go": "jump",
    "/jump": "jump",
    "/safety": "safety",
    "/formulate": "formulation",
    "/map": "formulation",
    "/commit": "commit",
    "/explain": "explain",
    "/talk": "talk",
    "/finish": "finish",
    "/feedback": "feedback",
    "/again": "replay",
    "/export": "export",
    "/export-feedback": "export_feedback",
    "/comment": "supervise",
    "/pause": "leave",
    "/quit": "leave",
    "/settings": "app.settings",
    "/colours": "app.next_theme",
    "/lock": "app.lock",
}
"""The act of each word, as the practice screen names it."""

NO_WORD: Final = _("This is no word here, and nothing was said. /help lists what can be done; two slashes (//) begin a turn with one.")
NOT_NOW: Final = _("This cannot be done here now; nothing was done. /help lists what can.")
