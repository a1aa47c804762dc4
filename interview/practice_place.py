"""Where practice is kept: a vault of its own, in a folder of its own beside the records, opened by a key file and never by a question.

No record of a person comes into it, and nothing of it is listed with the records.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from interview.bootstrap import doors_to, opened, vault_is_there
from interview.world import Place, World

if TYPE_CHECKING:
    from interview.engine.doors import Doors
    from interview.engine.ports import EventStore
    from interview.storage.vault import Vault

FOLDER: Final = "practice"
KEY: Final = "key"
"""The file of random bytes that opens it: practice holds nothing of a person."""


def practice_place(place: Place) -> Place:
    """Return where practice is kept, beside the records of a place."""
    return Place(place.folder / FOLDER)


@contextlib.contextmanager
def opened_practice(place: Place, world: World, *, make: bool = True, inspecting: bool = False) -> Iterator[Vault]:
    """Open the vault of practice, made without a question where `make` says so; close it at the end. Raises `StoreFault`, `CallRefused`."""
    from interview.storage.unlock import KeyFile

    own = practice_place(place)
    with opened(own, replace(world, unlock=KeyFile(own.folder / KEY)), make=make, inspecting=inspecting) as vault:
        yield vault


def is_practised(record: str, place: Place, world: World) -> bool:
    """Return whether a session of practice has this id; no where the vault of practice cannot be opened."""
    from interview.engine.ports import StoreFault

    if not vault_is_there(practice_place(place)):
        return False
    with contextlib.suppress(StoreFault), opened_practice(place, world, make=False, inspecting=True) as vault:
        return any(each.record == record for each in vault.records())
    return False


@contextlib.contextmanager
def vault_holding(record: str | None, place: Place, world: World, *, inspecting: bool = False) -> Iterator[Vault]:
    """Open the vault that holds a record: that of practice, which asks nothing, where it has it, else that of people's records."""
    if record is not None and is_practised(record, place, world):
        with opened_practice(place, world, make=False, inspecting=inspecting) as vault:
            yield vault
    else:
        with opened(place, world, inspecting=inspecting) as vault:
            yield vault


def practice_doors(store: EventStore, world: World) -> Doors:
    """Return doors to a store of practice."""
    doors = doors_to(store, world)
    doors.is_practice, doors.attach = True, None
    if doors.settings.rephrase is not None:
        from interview.rephrasing_server import rephrase_by

        doors.rephrase = rephrase_by(doors.settings.rephrase)
    return doors


@contextlib.contextmanager
def doors_with_practice(store: EventStore, place: Place, world: World) -> Iterator[Doors]:
    """Give doors to the records, with a way to practice that is opened when it is first asked for and closed at the end."""
    doors = doors_to(store, world)
    with contextlib.ExitStack() as closing:
        opened_once: list[Doors] = []

        def practice() -> Doors:
            if not opened_once:
                opened_once.append(practice_doors(closing.enter_context(opened_practice(place, world)), world))
            return opened_once[0]

        doors.practice = practice
        yield doors
