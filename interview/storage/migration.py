"""From an earlier format of the vault to this one: a backup first, then one step after another on a copy, then one exchange.

A step knows two things: how the header's content changes, and how the tables do. Today's format is the first, so there are no steps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import apsw
from pydantic import ValidationError

from interview.engine.ports import Clock
from interview.language import _
from interview.storage import database, switching
from interview.storage.backup import back_up
from interview.storage.database import DATABASE_NAME
from interview.storage.durable import said_of
from interview.storage.faults import damaged, older_format
from interview.storage.files import synced_copy
from interview.storage.header import FORMAT, HEADER_NAME, Header, form_of, mark_of, marked, read_content
from interview.storage.heads import HEADS_NAME
from interview.storage.keys import unwrap
from interview.storage.unlock import Keys, Unlock

BEFORE: Final = "before-format-{number}"
"""The name of the backup that is made first, in the folder above the vault."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a format to the next one."""

    source: int
    header: Callable[[Mapping[str, Any]], dict[str, Any]]
    """Returns the header's content in the next format; its `format` and `mark` are set afterwards."""
    tables: Callable[[apsw.Connection, Keys], None]
    """Changes the tables, inside one transaction."""


STEPS: Final[tuple[Step, ...]] = ()
"""The steps there are, in order; a vault is never brought back to an earlier format."""


def bring_up(folder: Path, unlock: Unlock, steps: Sequence[Step], *, clock: Clock, vfs: str | None = None) -> Path | None:
    """Bring a vault of an earlier format up to this one, and return the backup that was made first; none where it is of this format.

    Killed at any moment, the old vault stands or the new one does. Raises `StoreFault`: as `Vault.open`, `full`, or `damaged`
    where no step leads on from its format; then the files are untouched.
    """
    with said_of(folder, writing=True):
        raw, stated, content = read_content(folder)
        if stated == FORMAT:
            return None
        way = _way_from(folder, stated, steps)
        new_content = dict(content)
        for step in way:
            new_content = {**step.header(new_content), "format": step.source + 1}
        try:
            header = Header.model_validate({**new_content, "slots": tuple(new_content["slots"]), "mark": "0" * 64}, strict=False)
        except (ValidationError, KeyError, TypeError):
            raise damaged(folder, _("its header {header_name} is damaged.").format(header_name=HEADER_NAME)) from None
        data_key = unwrap(header.slots, header.vault, unlock)
        keys = Keys.of(data_key, header.vault)
        if raw != form_of(content) or content.get("mark") != mark_of(keys.header, content):
            raise damaged(folder, _("its header is not as it was written."))
        header = marked(header, keys)
        with switching.alone(folder), switching.tidied(folder):
            switching.clear_left_over(folder, header)
            kept = _free_name(folder.parent / BEFORE.format(number=FORMAT))
            back_up(folder, kept, made=clock().isoformat(timespec="seconds"))
            _change_copy(folder, keys, way, vfs)
            synced_copy(folder / HEADS_NAME, folder / switching.NEXT_HEADS)
            switching.commit(folder, header, folder / switching.NEXT_DATABASE, folder / switching.NEXT_HEADS)
    return kept


def _way_from(folder: Path, stated: int, steps: Sequence[Step]) -> list[Step]:
    by_source = {step.source: step for step in steps}
    try:
        return [by_source[number] for number in range(stated, FORMAT)]
    except KeyError:
        raise older_format(folder, stated) from None


def _free_name(wanted: Path) -> Path:
    path, count = wanted, 1
    while path.exists():
        count += 1
        path = wanted.with_name(f"{wanted.name}-{count}")
    return path


def _change_copy(folder: Path, keys: Keys, way: Sequence[Step], vfs: str | None) -> None:
    source = folder / DATABASE_NAME
    before = database.connect(source, keys.pages, vfs, stored=way[0].source)
    try:
        before.execute("SELECT count(*) FROM sqlite_schema").fetchall()  # takes back what a killed writer left, before the bytes are copied
    finally:
        before.close()
    path = folder / switching.NEXT_DATABASE
    synced_copy(source, path)
    db = database.connect(path, keys.pages, vfs, stored=way[0].source)
    try:
        db.execute("BEGIN IMMEDIATE")
        for step in way:
            step.tables(db, keys)
        db.pragma("user_version", FORMAT)
        db.execute("COMMIT")
    finally:
        db.close()
    database.connect(path, keys.pages, vfs).close()
    path.with_name(path.name + "-journal").unlink(missing_ok=True)
