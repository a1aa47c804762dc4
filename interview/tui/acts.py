"""The acts of a screen: whose they are, their keys or word, what they do in words. Help, palette and footer read them from here.

An act has a key, or a word for the answer line; its mouse way is the footer, or the help, which the footer opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from interview.language import _
from interview.tui.slash_words import word_for

KEY_WORDS: Final = {
    "pageup": _("PgUp"),
    "pagedown": _("PgDn"),
    "escape": _("Esc"),
    "enter": _("Enter"),
    "ctrl+c": "Ctrl+C",
    "semicolon": ";",
    "question_mark": "?",
    "shift+up": _("Shift+Up"),
    "shift+down": _("Shift+Down"),
    "space": _("space"),
    "PgUp": _("PgUp"),
    "PgDn": _("PgDn"),
    "Esc": _("Esc"),
    "Enter": _("Enter"),
    "Del": _("Del"),
    "Up, Down": _("Up, Down"),
    "Left, Right": _("Left, Right"),
}
"""What stands on a keyboard, by the key's code, or by the word that its binding shows for it."""

TOOLKITS: Final = frozenset({"Focus Next", "Focus Previous", "Copy selected text"})
"""Acts of the toolkit's own screen, which has no words of ours for them."""


class Doable(NamedTuple):
    """One thing that can be done now: whose act it is, its keys, and what it does in words."""

    node: DOMNode
    action: str
    keys: str
    words: str


def key_word(binding: Binding) -> str:
    """Return a key as it stands on a keyboard; nothing for an act that is chosen from the list only."""
    if binding.key_display is not None:
        return KEY_WORDS.get(binding.key_display, binding.key_display)
    return KEY_WORDS.get(binding.key, binding.key.upper() if binding.key.startswith("f") else binding.key)


def has_answer_line(screen: object) -> bool:
    """Return whether a screen has the line on which words act."""
    return bool(getattr(screen, "TAKES_WORDS", False))


def doable(screen: Screen[Any], extra: Iterable[tuple[str, str]] = ()) -> list[Doable]:
    """Return what can be done on a screen now, in the order of its bindings; keys of one act stand together.

    Acts without words of their own are the toolkit's, and stay out of it. An act without a key shows its word, where words act.
    """
    shown = getattr(screen.app, "shown_key", key_word)
    own: dict[tuple[int, str], Doable] = {}
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        words = binding.tooltip or (binding.description if node is screen and binding.description not in TOOLKITS else "")
        if words and enabled:
            place = (id(node), binding.action)
            keys = " ".join(dict.fromkeys((*(own[place].keys.split() if place in own else ()), shown(binding))))
            own[place] = Doable(node, binding.action, keys, own[place].words if place in own else words)
    if len(screen.focus_chain) > 1:
        own[id(screen.app), "focus_next"] = Doable(screen.app, "focus_next", _("Tab"), _("Go to the next place on this screen"))
        own[id(screen.app), "focus_previous"] = Doable(
            screen.app, "focus_previous", _("Shift+Tab"), _("Go to the place before on this screen")
        )
    bound = {act.action for act in own.values()}
    others = [
        Doable(screen, action, _word_at(screen, action), words) for action, words in extra if action not in bound and _may(screen, action)
    ]
    return [*own.values(), *others]


def _may(screen: Screen[Any], action: str) -> bool:
    node: DOMNode = screen.app if action.startswith("app.") else screen
    return bool(node.check_action(action.removeprefix("app.").partition("(")[0], ()))


def _word_at(screen: Screen[Any], action: str) -> str:
    if not has_answer_line(screen):
        return ""
    own: Mapping[str, str] | None = getattr(screen, "WORDS", None)
    return (word_for(action) if own is None else next((word for word, does in own.items() if does == action), None)) or ""
