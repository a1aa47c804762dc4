"""What can be done here: every key of the screen, searchable; choosing one does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.text import as_content

KEY_WORDS = {
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "ctrl+c": "Ctrl+C",
    "semicolon": ";",
    "question_mark": "?",
}

TOOLKITS: Final = frozenset({"Focus Next", "Focus Previous", "Copy selected text"})
"""Acts of the toolkit's own screen, which has no words of ours for them."""


def key_word(binding: Binding) -> str:
    """Return a key as it stands on a keyboard; nothing for an act that is chosen from the list only."""
    if binding.key_display is not None:
        return binding.key_display
    return KEY_WORDS.get(binding.key, binding.key.upper() if binding.key.startswith("f") else binding.key)


class Doable(NamedTuple):
    """One thing that can be done now: whose act it is, its keys, and what it does in words."""

    node: DOMNode
    action: str
    keys: str
    words: str


def doable(screen: Screen[Any], extra: Iterable[tuple[str, str]] = ()) -> list[Doable]:
    """Return what can be done on a screen now, in the order of its bindings; keys of one act stand together.

    Acts without words of their own are the toolkit's, and stay out of it.
    """
    own: dict[tuple[int, str], Doable] = {}
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        words = binding.tooltip or (binding.description if node is screen and binding.description not in TOOLKITS else "")
        if words and enabled:
            place = (id(node), binding.action)
            keys = " ".join(dict.fromkeys((*(own[place].keys.split() if place in own else ()), key_word(binding))))
            own[place] = Doable(node, binding.action, keys, own[place].words if place in own else words)
    if len(screen.focus_chain) > 1:
        own[id(screen.app), "focus_next"] = Doable(screen.app, "focus_next", "Tab", "Go to the next place on this screen")
        own[id(screen.app), "focus_previous"] = Doable(screen.app, "focus_previous", "Shift+Tab", "Go to the place before on this screen")
    return [*own.values(), *(Doable(screen, action, "", words) for action, words in extra)]


def help_screen(acts: Sequence[Doable]) -> FinderScreen:
    """Return the sheet that lists the acts; it returns the number of the one to do, from 0."""
    width = max((len(act.keys) for act in acts), default=0)
    entries = [
        Entry(str(place), as_content(f"{act.keys:<{width}}  {act.words}"), f"{act.keys} {act.words}") for place, act in enumerate(acts)
    ]
    return FinderScreen("What can be done here", entries, prompt="type to search, Enter does it")
