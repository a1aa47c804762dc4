"""`trd-interview`: the terminal interface, at its home screen."""

from __future__ import annotations

from argparse import Namespace

from interview.bootstrap import opened, run_app
from interview.language import _
from interview.practice_place import doors_with_practice
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
    with opened(place, world, make=True, for_app=True) as vault, doors_with_practice(vault, place, world) as doors:
        return run_app(doors)
