"""Every act of every screen by key, by mouse and from the help: a walk over all screens, which prints how many acts it met.

By key: a binding, or a word for the answer line. By mouse: an item at the foot or a button; everything else through the help, which the
foot opens by a click. Moving a cursor is a click on the row itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, OptionList

import interview.tui.screens
from interview.tui.acts import has_answer_line
from interview.tui.app import InterviewApp
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.screens.finder import FinderScreen
from interview.tui.screens.locked import LockedScreen
from interview.tui.screens.palette_acts import acts_at
from interview.tui.screens.paused import PausedScreen
from interview.tui.slash_words import word_for
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.line_input import LineInput
from tests.interview.tui.every_screen import SCREENS, at_screen, part_of

INSIDE = frozenset({"go_to_place", "show_problem", "elsewhere", "back_from_safety"})
"""Acts that others lead to: the list of places, the help, the keys that lead from place to place."""

MOVES = ("move", "cursor_", "select", "scroll", "focus_", "page_", "first", "last", "toggle_button", "next_button", "previous_button")
"""Acts that only move a cursor, or take what is under it: the mouse does so by pointing there."""

PLACES = {way.place: name for name, way in reversed(SCREENS.items())}
"""One way to each class of screens."""


def bare(action: str) -> str:
    return action.partition("(")[0].rpartition(".")[2]


def is_move(action: str) -> bool:
    return bare(action).startswith(MOVES)


def classes() -> list[type[Screen[Any]]]:
    """Return the classes that the screens of the interface are opened from."""
    found = {}
    for module in pkgutil.iter_modules(interview.tui.screens.__path__):
        for each in vars(importlib.import_module(f"interview.tui.screens.{module.name}")).values():
            if isinstance(each, type) and issubclass(each, Screen) and each.__name__ in PLACES:
                found[each.__name__] = each
    return list(found.values())


def bound(screen: type[Screen[Any]]) -> dict[str, list[Binding]]:
    """Return the bindings of a class and of what it is built on, by their acts."""
    found: dict[str, list[Binding]] = {}
    for each in screen.__mro__:
        if each.__module__.startswith("interview."):
            for binding in each.__dict__.get("BINDINGS", ()):
                made = binding if isinstance(binding, Binding) else Binding(*binding)
                found.setdefault(bare(made.action), []).append(made)
    return found


def own_acts(screen: type[Screen[Any]]) -> set[str]:
    """Return the acts that a class of ours defines."""
    own = [each for each in screen.__mro__ if each.__module__.startswith("interview.")]
    return {name.removeprefix("action_") for each in own for name in vars(each) if name.startswith("action_")}


def test_every_act_of_every_class_has_a_key_or_a_word_and_words_in_the_help() -> None:
    walked, lacking = 0, []
    for screen in classes():
        keys, extra = bound(screen), {bare(action): words for action, words in getattr(screen, "EXTRA_ACTS", ())}
        keys["leave"] = [
            *keys.get("leave", ()),
            *(each for each in InterviewApp.BINDINGS if isinstance(each, Binding) and each.action == "leave"),
        ]
        for act in sorted(own_acts(screen) - INSIDE):
            walked += 1
            by_word = has_answer_line(screen) and (word_for(act) is not None or act in getattr(screen, "WORDS", {}).values())
            names_its_key = extra.get(act, "").endswith(")")
            if act not in keys and not by_word and not names_its_key and not (act in extra and issubclass(screen, ActingScreen)):
                lacking.append(f"{screen.__name__}.{act}: no key and no word")
            listed = any(each.tooltip or each.description for each in keys.get(act, ()))
            if act not in extra and not listed and not is_move(act) and not by_word:
                lacking.append(f"{screen.__name__}.{act}: not in the help")
    print(f"acts by key or word, and in the help: {walked} on {len(classes())} screens")
    assert [] == lacking, "\n".join(lacking)
    assert walked > 130


@pytest.mark.parametrize("name", part_of(sorted(PLACES.values())))
async def test_every_act_that_is_open_can_be_done_by_mouse_and_from_the_help(name: str) -> None:
    async with at_screen(name) as desk:
        screen = desk.app.screen
        acts = acts_at(screen, desk.app.theme)
        listed = {bare(act.action) for act in acts}
        ours = {
            bare(binding.action): node
            for node, binding, enabled, _tooltip in screen.active_bindings.values()
            if enabled
            and type(node).__module__.startswith("interview.")
            and not is_move(binding.action)
            and not isinstance(node, LineInput)
        }
        silent = {"new_line", "help", "copy_text"} | {act for act in ours if act.startswith(("delete_", "cut", "paste", "copy", "undo"))}
        assert [] == sorted(set(ours) - listed - silent), "not in the help"
        foot = {key.action: key for line in screen.query(KeyLine) for key in line.keys}
        at_foot = {bare(action) for action in foot}
        if not isinstance(screen, ModalScreen | PausedScreen | LockedScreen):
            assert "help" in foot
            await desk.pilot.click(KeyLine, offset=(foot["help"].start + 1, 0))
            await desk.settle()
            assert "PaletteScreen" == desk.place
            entries = [option.id for option in desk.app.screen.query_one("#found", OptionList).options]
            assert len(acts) == len([each for each in entries if str(each).startswith("do:")])
            return
        by_pointing = bool(screen.query(Button)) or isinstance(screen, FinderScreen)
        left = set(ours) - at_foot - silent - {"dismiss", "back", "leave", "no"}
        assert [] == sorted(left) or by_pointing, "no way for the mouse"
        if isinstance(screen, ModalScreen):
            below = len(desk.app.screen_stack)
            await desk.pilot.click(offset=(0, 0))
            await desk.settle()
            if name == "exporting":
                assert "Stopping …" in desk.words(), "work that is asked to stop says so, and its sheet goes when it has stopped"
            else:
                assert desk.app.screen is not screen or below < len(desk.app.screen_stack)
