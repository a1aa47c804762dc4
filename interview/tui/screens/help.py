"""What can be done here: every key of the screen, searchable; choosing one does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import App
from textual.binding import Binding
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


def key_word(binding: Binding) -> str:
    """Return a key as it stands on a keyboard; nothing for an act that is chosen from the list only."""
    if binding.key_display is not None:
        return binding.key_display
    return KEY_WORDS.get(binding.key, binding.key.upper() if binding.key.startswith("f") else binding.key)


def doable(screen: Screen[object], extra: Iterable[tuple[str, str]] = ()) -> list[tuple[str, str, str]]:
    """Return what can be done on a screen now: (action, key, words), in the order of its bindings. A widget's own keys stay out of it."""
    own: dict[str, tuple[str, str, str]] = {}
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        words = binding.tooltip or (binding.description if node is screen else "")
        action = f"app.{binding.action}" if isinstance(node, App) else binding.action
        if words and enabled:
            own.setdefault(action, (action, key_word(binding), words))
    for action, words in extra:
        own.setdefault(action, (action, "", words))
    return list(own.values())


def help_screen(acts: Sequence[tuple[str, str, str]]) -> FinderScreen:
    """Return the sheet that lists the acts; it returns the action to run."""
    width = max((len(key) for _, key, _ in acts), default=0)
    entries = [Entry(action, as_content(f"{key:<{width}}  {words}"), f"{key} {words}") for action, key, words in acts]
    return FinderScreen("What can be done here", entries, prompt="type to search, Enter does it")
