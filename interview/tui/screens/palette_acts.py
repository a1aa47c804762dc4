"""What the help lists on a screen, how keys stand in it, and what is done with the entry that was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from interview.engine.doors import KeyPreset
from interview.language import _
from interview.tui.acts import Doable, doable, has_answer_line, key_word
from interview.tui.key_presets import WORDS, key_shown
from interview.tui.screens.reasons import ReasonsScreen
from interview.tui.slash_words import word_for
from interview.tui.themes import NAMES, THEME_WORDS

HELP_ANYWHERE: Final = "?"
"""The key of help where there is no answer line, for terminals that swallow function keys."""

LOCK_WORDS: Final = _("Lock: the screen is blank until the passphrase opens it again (/lock)")


def acts_at(screen: Screen[Any], theme: str) -> list[Doable]:
    """Return what can be done on a screen: its own acts, then those that hold everywhere."""
    name = NAMES.get(theme, theme)
    everywhere = (
        ("app.next_theme", _("Change the colours (now: {name})").format(name=THEME_WORDS.get(name, name))),
        ("app.settings", _("Settings: name, theme, keys, country, language, safety text")),
        ("app.lock", LOCK_WORDS),
        ("app.tour", _("Take the tour: six steps with a made-up person; nothing of it is kept")),
    )
    return doable(screen, (*getattr(screen, "EXTRA_ACTS", ()), *(() if isinstance(screen, ModalScreen) else everywhere)))


def key_on(screen: Screen[Any], binding: Binding, preset: KeyPreset) -> str:
    """Return how a preset shows a key on a screen: words only where they act, and for function keys only."""
    is_function = binding.key.removeprefix("f").isdecimal() and binding.key.startswith("f")
    if preset == WORDS and is_function:
        word = word_for(binding.action) or word_for(f"app.{binding.action}")
        if word is not None and has_answer_line(screen):
            return word
        if binding.action == "help" and not isinstance(screen, ModalScreen):
            return HELP_ANYWHERE
    return key_shown(preset, binding.key) or key_word(binding)


def do_chosen(screen: Screen[Any], acts: Sequence[Doable], chosen: str | None) -> None:
    """Do what was chosen in the help of a screen: an act, a way to a question or to a problem, the reasons of a finding."""
    kind, colon, rest = (chosen or "").partition(":")
    app = screen.app
    match kind + colon:
        case "do:":
            act = acts[int(rest)]
            app.call_later(app.run_action, act.action, act.node)
        case "go:":
            app.call_later(app.run_action, f"go_to_place({rest!r})", screen)
        case "problem:":
            app.call_later(app.run_action, f"show_problem({rest!r})", screen)
        case "finding:":
            finding = screen.session.assessment().findings.get(rest)  # type: ignore[attr-defined]
            if finding is not None:
                app.push_screen(ReasonsScreen((finding,)), lambda place: _go_to_turn(screen, place))


def _go_to_turn(screen: Screen[Any], place: str | None) -> None:
    if place is None:
        return
    if hasattr(screen, "show_turn"):
        screen.show_turn(place)
    else:
        screen.app.call_later(screen.app.run_action, f"go_to_place({place!r})", screen)
