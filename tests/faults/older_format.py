"""A vault of a format before the first, made up for the proof of migration: one table has another name, the header a word more.

No such format ever was, and the program knows nothing of it: the step that leads on from it is handed in.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import apsw

from interview.storage import database
from interview.storage.header import form_of, mark_of, read_header
from interview.storage.keys import unwrap
from interview.storage.migration import Step
from interview.storage.unlock import KeyFile, Keys

OLDER: Final = 0


def _header(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != "motto"}


def _tables(db: apsw.Connection, _keys: Keys) -> None:
    db.execute("ALTER TABLE line RENAME TO entry")


STEP: Final = Step(OLDER, _header, _tables)


def make_older(folder: Path, key: KeyFile) -> None:
    """Turn a closed vault into one of that format."""
    header = read_header(folder)
    keys = Keys.of(unwrap(header.slots, header.vault, key), header.vault)
    db = database.connect(folder / "vault.db", keys.pages)
    db.execute("ALTER TABLE entry RENAME TO line")
    db.pragma("user_version", OLDER)
    db.close()
    content = {**json.loads((folder / "vault.json").read_bytes()), "format": OLDER, "motto": "older"}
    (folder / "vault.json").write_bytes(form_of({**content, "mark": mark_of(keys.header, content)}))
