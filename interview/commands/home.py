"""`trd-interview`: the terminal interface, at its home screen."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from interview.bootstrap import opened
from interview.faces import loading_app_meanwhile, run_app, run_practice
from interview.language import _
from interview.practice_place import doors_with_practice, opened_practice, practice_doors
from interview.unlocking import known_unlock
from interview.world import CallRefused, Place, World


def run(_arguments: Namespace, place: Place, world: World) -> int:
    """Open the interface; without a terminal say so."""
    if not world.has_terminal:
        raise CallRefused(
            _(
                "No terminal is here, and the interview needs one. "
                "`trd-interview demo` shows it work without, `new --plain` asks line by line."
            )
        )
    if not world.shows_screens:
        raise CallRefused(
            _(
                "This terminal shows lines only (TERM={term}), and the interface needs a screen. "
                "`trd-interview new --subject ID --plain` asks line by line; `resume ID --plain` goes on."
            ).format(term=world.environ.get("TERM"))
        )
    world = loading_app_meanwhile(world)
    if world.may_ask and known_unlock(place, world) is None:
        print(_("Practice with simulated patients needs no passphrase: Enter on an empty line opens it."), file=world.stderr)
        world = replace(world, ask_secret=partial(_first_typed, world.ask_secret, []))
    try:
        with opened(place, world, make=True, for_app=True) as vault, doors_with_practice(vault, place, world) as doors:
            return run_app(doors)
    except PracticeWanted:
        with opened_practice(place, world) as vault:
            return run_practice(practice_doors(vault, world))


class PracticeWanted(Exception):
    """An empty line was typed where a passphrase was asked: only practice is opened."""


def _first_typed(ask: Callable[[str], str], before: list[str], prompt: str) -> str:
    """Ask; an empty line at the first question is the wish to practise, and later no more than an empty line."""
    typed = ask(prompt)
    if not typed and not before:
        raise PracticeWanted
    before.append(prompt)
    return typed
