"""The one place that knows every concrete class: the vault, the settings, the questionnaire, the exports.

Imports of what is heavy stand inside the functions, so that `--help` loads none of it. It decides nothing clinical.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interview.world import PROGRAM, CallRefused, Place, World, version

if TYPE_CHECKING:
    from interview.engine.doors import Doors, UserSettings
    from interview.engine.ports import EventStore
    from interview.engine.session import Session
    from interview.questionnaire.model import Questionnaire
    from interview.storage.unlock import Unlock
    from interview.storage.vault import Vault


def settings_file(world: World) -> Path:
    """Return where the clinician's settings stand."""
    if world.settings_file is not None:
        return world.settings_file
    import platformdirs

    return Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)) / "settings.toml"


def user_settings(world: World) -> UserSettings:
    """Return the clinician's settings. Raises `CallRefused` where their file cannot be used."""
    from interview.settings import SettingsUnreadable, read_settings

    try:
        return read_settings(settings_file(world))
    except SettingsUnreadable as fault:
        raise CallRefused(str(fault)) from None


def questionnaire_of(world: World) -> Questionnaire:
    """Return the questionnaire that this run asks, in the language that is spoken."""
    from interview.language import current
    from interview.questionnaire.reader import bundled
    from interview.questionnaire.translated import in_language

    return in_language(world.questionnaire or bundled(), current())


def vault_is_there(place: Place) -> bool:
    """Return whether a vault, or what is left of one, stands in the place."""
    from interview.storage.vault import exists

    return exists(place.vault)


@contextlib.contextmanager
def opened(place: Place, world: World, *, make: bool = False, inspecting: bool = False, for_app: bool = False) -> Iterator[Vault]:
    """Open the vault, or make it where `make` says so, and close it at the end. Raises `StoreFault`, `CallRefused`.

    `for_app` is said where the terminal interface follows: what is shown once then leaves nothing among the terminal's lines.
    """
    from interview.unlocking import made, unlocked

    if vault_is_there(place):
        vault = unlocked(place, world, inspecting=inspecting)
    elif make:
        vault = made(place, world, on_own_screen=for_app)
    else:
        raise CallRefused(
            f"No vault is in {place.folder}: nothing was kept there yet. `{PROGRAM} new` makes one; --data-dir chooses another folder."
        )
    try:
        yield vault
    finally:
        vault.close()


def proven_unlock(place: Place, world: World) -> Unlock:
    """Open the vault once, or make it, and return what opened it: for a process that cannot ask. Raises `StoreFault`."""
    from interview.storage.unlock import Passphrase
    from interview.unlocking import known_unlock

    typed: list[str] = []

    def ask(prompt: str) -> str:
        typed.append(world.ask_secret(prompt))
        return typed[-1]

    known = known_unlock(place, world)
    with opened(place, replace(world, unlock=known, ask_secret=ask), make=True, for_app=True):
        return known or Passphrase(typed[-1])


def scratch_store() -> EventStore:
    """Return a store that forgets, in which a file of answers is checked before anything is kept."""
    from interview.storage.memory import MemoryStore

    return MemoryStore()


def doors_to(store: EventStore, world: World) -> Doors:
    """Return what a face is handed to work with."""
    from interview.engine.doors import Doors

    def export(session: Session, form: str, path: Path) -> None:
        export_to(session, form, path, store, world)

    def save_settings(settings: UserSettings) -> None:
        from interview.settings_file import write_settings

        write_settings(settings_file(world), settings)

    return Doors(
        store,
        questionnaire_of(world),
        world.clock,
        world.new_id,
        user_settings(world),
        export,
        export_formats(),
        save_settings,
        scratch_store,
    )


def reading(store: EventStore, world: World, record: str) -> Session:
    """Return a session to read only: nothing is held, nothing is appended. `StoreFault` where there is no such record."""
    from interview.engine.session import Session

    return Session(store, questionnaire_of(world), store.events(record), world.clock, user_settings(world).core)


@contextlib.contextmanager
def scratch_vault(folder: Path, world: World) -> Iterator[Vault]:
    """Make a real vault with a key file in a folder that somebody else removes. Raises `StoreFault`."""
    from interview.storage.unlock import KeyFile

    with opened(Place(folder), replace(world, unlock=KeyFile(folder / "key")), make=True) as vault:
        yield vault


def export_formats() -> tuple[str, ...]:
    """Return the export formats there are."""
    from interview.export.formats import FORMATS

    return tuple(FORMATS)


def export_name(form: str) -> str:
    """Return the usual file name of an export."""
    from interview.export.formats import FORMATS

    return f"record{FORMATS[form][0]}"


def export_to(session: Session, form: str, path: Path, store: EventStore, world: World, *, force: bool = False) -> None:
    """Write a record in one format to a new file. Raises `ExportRefused`, `StoreFault`; then nothing was written."""
    from interview.export.envelope import Envelope
    from interview.export.formats import render

    envelope = Envelope(version(), world.clock().isoformat(timespec="seconds"), store.seal(session.record))
    write_to(path, render(form, session, envelope), force=force)


def write_to(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a new private file whole, or nothing. Raises `ExportRefused`."""
    from interview.engine.doors import ExportRefused
    from interview.export.write import ExportFault, write_new

    try:
        write_new(path, content, force)
    except ExportFault as fault:
        raise ExportRefused(str(fault)) from None


def run_app(doors: Doors, session: Session | None = None) -> int:
    """Open the terminal interface, at home or in a session, and return its exit code."""
    from interview import app_process

    return app_process.run(doors, session)


def run_app_in_tab(doors: Doors) -> int:
    """Open the terminal interface for one tab of a browser, and return its exit code."""
    from interview import app_process

    return app_process.run_in_tab(doors)


def run_plain(doors: Doors, session: Session, world: World) -> int:
    """Interview line by line, and return the exit code."""
    from interview.plain.console import Console
    from interview.plain.interview import PlainInterview

    return PlainInterview(doors, session, Console(world.stdin, world.stdout)).run()
