"""Which keys act. Every preset keeps the function keys; the others stand beside them, for terminals that swallow those.

`control` gives six control letters to the acts that are used most: G, L, O, P, R and Y. None of them edits text in the toolkit's lines
(those have A C D E F K U V W X Z), begins a command of tmux or screen (A, B), stops or ends a terminal (C, D, Q, S, Z), is a key of
its own there (H I J M), or is kept by a browser for itself (N, T, W). `words` shows words that begin with a slash.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview.engine.doors import KEY_PRESETS, KeyPreset
from interview.language import _

FUNCTION: Final[KeyPreset] = "function"
CONTROL: Final[KeyPreset] = "control"
WORDS: Final[KeyPreset] = "words"

STANDS_FOR: Final[Mapping[KeyPreset, Mapping[str, str]]] = {
    FUNCTION: {},
    CONTROL: {"ctrl+p": "f1", "ctrl+o": "f2", "ctrl+y": "f4", "ctrl+g": "f6", "ctrl+l": "f7", "ctrl+r": "f8"},
    WORDS: {},
}
"""Keys of a preset by what they stand for: one table, so that a key means the same on every screen."""

PRESET_WORDS: Final[Mapping[KeyPreset, str]] = {
    FUNCTION: _("function keys: F1 to F10"),
    CONTROL: _("control letters: ^P help, ^O no answer, ^Y why, ^G go to …"),
    WORDS: _("words: /help, /why, /note … on the answer line"),
}
"""What a preset is called where it is chosen."""


def preset_of(wanted: str | None) -> KeyPreset:
    """Return the preset that was set, else the function keys."""
    return next((preset for preset in KEY_PRESETS if preset == wanted), FUNCTION)


def key_meant(preset: KeyPreset, key: str) -> str:
    """Return the key that a pressed key stands for; itself where it stands for no other."""
    return STANDS_FOR[preset].get(key, key)


def key_shown(preset: KeyPreset, key: str) -> str | None:
    """Return how a preset shows a key, None where it has none of its own for it."""
    own = next((own for own, meant in STANDS_FOR[preset].items() if meant == key), None)
    return f"^{own.removeprefix('ctrl+').upper()}" if own is not None else None
