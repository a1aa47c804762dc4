"""The one place that knows every concrete class: the vault, the settings, the questionnaire, the exports.

Imports of what is heavy stand inside the functions, so that `--help` loads none of it. It decides nothing clinical.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from interview.language import _, current
from interview.version import PROGRAM
from interview.world import CallRefused, Place, World

if TYPE_CHECKING:
    from interview.engine.doors import AttachOutcome, Doors, UserSettings
    from interview.engine.events import Event
    from interview.engine.exporting import ExportWanted, Tell
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
    from interview.questionnaire.reader import bundled
    from interview.questionnaire.translated import in_language

    return in_language(world.questionnaire or bundled(), current())


def vault_is_there(place: Place) -> bool:
    """Return whether a vault, or what is left of one, stands in the place."""
    from interview.storage.vault import exists

    return exists(place.vault)


@contextlib.contextmanager
def opened(
    place: Place, world: World, *, make: bool = False, inspecting: bool = False, for_app: bool = False, code_out: Path | None = None
) -> Iterator[Vault]:
    """Open the vault, or make it where `make` says so, and close it at the end. Raises `StoreFault`, `CallRefused`.

    `for_app` is said where the terminal interface follows: what is shown once then leaves nothing among the terminal's lines.
    """
    from interview.unlocking import made, unlocked

    if vault_is_there(place):
        vault = unlocked(place, world, inspecting=inspecting)
    elif make:
        vault = made(place, world, on_own_screen=for_app, code_out=code_out)
    else:
        raise CallRefused(
            _("No vault is in {folder}: nothing was kept there yet. `{program} new` makes one; --data-dir chooses another folder.").format(
                folder=place.folder, program=PROGRAM
            )
        )
    try:
        yield vault
    finally:
        vault.close()


def opened_locked(place: Place, world: World) -> contextlib.AbstractContextManager[Vault]:
    """Give the vault that is there, locked: for a process that was handed nothing that opens it. Raises `StoreFault`."""
    from interview.storage.vault import Vault

    return contextlib.closing(Vault.locked(place.vault, clock=world.clock))


def proven_unlock(place: Place, world: World) -> Unlock:
    """Open the vault once, or make it, and return what opened it: for a process that cannot ask. Raises `StoreFault`."""
    from interview.storage.unlock import Passphrase
    from interview.unlocking import keyring_unlock, known_unlock

    typed: list[str] = []

    def ask(prompt: str) -> str:
        typed.append(world.ask_secret(prompt))
        return typed[-1]

    known = known_unlock(place, world)
    with opened(place, replace(world, unlock=known, ask_secret=ask), make=True, for_app=True):
        return known or (Passphrase(typed[-1]) if typed else keyring_unlock(place, world)) or Passphrase("")


def scratch_store() -> EventStore:
    """Return a store that forgets, in which a file of answers is checked before anything is kept."""
    from interview.storage.memory import MemoryStore

    return MemoryStore()


def scratch_holding(record: str, events: Sequence[Event], world: World) -> EventStore:
    """Return a store that forgets and holds one record, as a file told it."""
    from interview.engine.ledger import Ledger

    store = scratch_store()
    ledger = Ledger(store, questionnaire_of(world), events, world.clock, user_settings(world).core)
    store.append(record, events, ledger.summary())
    return store


def fhir_form(world: World) -> bytes:
    """Return the questionnaire for other programs, with the words of every language."""
    from interview.export.fhir.questionnaire import to_fhir_questionnaire
    from interview.questionnaire.reader import bundled

    return to_fhir_questionnaire(world.questionnaire or bundled())


def blank_form(form: str, depth: str, world: World) -> bytes:
    """Return the interview to print and fill in by hand, in a format of pages."""
    from interview.export.blank_form import blank_in
    from interview.version import VERSION

    return blank_in(form, questionnaire_of(world), VERSION, depth, world.clock().isoformat(timespec="seconds"))


def doors_to(store: EventStore, world: World) -> Doors:
    """Return what a face is handed to work with."""
    from interview.engine.doors import Doors
    from interview.storage.vault import Vault

    def export(session: Session, wanted: ExportWanted, tell: Tell) -> tuple[Path, ...]:
        return export_to(session, wanted, store, world, tell)

    def preview(session: Session, wanted: ExportWanted) -> tuple[str, ...]:
        return preview_of(session, wanted, store, world)

    def attach(session: Session, path: Path) -> AttachOutcome:
        from interview.attaching import attach_file

        return attach_file(session, path)

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
        preview,
        attach=attach,
        drafts=store.drafts if isinstance(store, Vault) else None,
        lock=store if isinstance(store, Vault) else None,
        ask_secret=world.ask_secret if world.may_ask else None,
    )


def reading(store: EventStore, world: World, record: str) -> Session:
    """Return a session to read only: nothing is held, nothing is appended. `StoreFault` where there is no such record."""
    from interview.engine.session import Session

    return Session(store, questionnaire_of(world), store.events(record), world.clock, user_settings(world).core)


def reading_what_is_left(vault: Vault, world: World, record: str) -> tuple[Session, bool]:
    """Return a session to read of a record that may be damaged, and whether it is whole. `StoreFault` where its beginning is lost."""
    from interview.engine.events import RecordOpened
    from interview.engine.ports import StoreFault
    from interview.engine.session import Session

    if vault.verify(record).first is None:
        return reading(vault, world, record), True
    events = vault.readable_events(record)
    if not any(isinstance(event.body, RecordOpened) for event in events):
        lost = _("Record {record}: its beginning cannot be read, so that nothing of it can be exported. Restore a backup.")
        raise StoreFault("damaged", lost.format(record=record))
    return Session(vault, questionnaire_of(world), events, world.clock, user_settings(world).core), False


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

    return f"record{FORMATS[form].ending}"


def export_to(
    session: Session, wanted: ExportWanted, store: EventStore, world: World, tell: Tell | None = None, *, unsealed: bool = False
) -> tuple[Path, ...]:
    """Write a record to new files, all or none, and return them. Raises `ExportRefused`, `ExportStopped`, `StoreFault`."""
    from interview import exports

    return exports.written(session, wanted, store, world, user_settings(world).safety_text, tell, unsealed)


def preview_of(
    session: Session, wanted: ExportWanted, store: EventStore, world: World, tell: Tell | None = None, *, unsealed: bool = False
) -> tuple[str, ...]:
    """Return what such an export would hold and what not; nothing is written. Raises `ExportRefused`, `StoreFault`."""
    from interview import exports

    return exports.previewed(session, wanted, store, world, user_settings(world).safety_text, tell, unsealed)


def write_to(contents: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write new private files whole, all or none. Raises `ExportRefused`."""
    from interview import exports

    exports.write_to(contents, force=force)
