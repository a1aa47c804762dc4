"""`vault.json`, the header beside the database: which format, which vault, and the slots that open it.

It is authenticated by a mark under a key of the data key, and is only accepted byte for byte as this program writes it, so
that no changed byte passes. Before the key is known it is judged as hostile: size, format, shape and cost are bounded first.
"""

from __future__ import annotations

import contextlib
import hmac
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.faults import damaged, newer, older_format
from interview.storage.files import NotAFile, read_private
from interview.storage.keys import Hex16, KeptSecret, PassphraseSlot, Slot
from interview.storage.unlock import Keys

HEADER_NAME: Final = "vault.json"
FORMAT: Final = 1
LONGEST_HEADER: Final = 16_384
"""Bytes; ours have about one thousand."""


class Header(BaseModel):
    """What must be known before the vault can be opened."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    program: Annotated[str, Field(pattern=r"^trd-interview$")] = "trd-interview"
    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    vault: Hex16
    """The vault's random id; every key of it depends on this too."""
    created: Annotated[str, Field(max_length=40)]
    """ISO 8601."""
    slots: Annotated[tuple[Slot, ...], Field(min_length=1, max_length=8)]
    research: KeptSecret
    """The key under which subjects and records have their codes in research: random, made once, the same after every rotation."""
    mark: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    """HMAC-SHA-256 over all the rest."""


def written(header: Header) -> bytes:
    """Return the header's one byte form."""
    return form_of(header.model_dump(mode="json"))


def form_of(content: Mapping[str, Any]) -> bytes:
    """Return the one byte form of a header's content, of any format."""
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=True).encode() + b"\n"


def mark_of(key: bytes, content: Mapping[str, Any]) -> str:
    """Return the mark of a header's content, of any format."""
    return hmac.digest(key, b"header\0" + form_of({**content, "mark": ""}), "sha256").hex()


def _mark(key: bytes, header: Header) -> str:
    return mark_of(key, header.model_dump(mode="json"))


def marked(header: Header, keys: Keys) -> Header:
    """Return the header with its mark."""
    return header.model_copy(update={"mark": _mark(keys.header, header)})


def is_authentic(header: Header, keys: Keys) -> bool:
    """Whether the header is as it was written by one who held the data key."""
    return hmac.compare_digest(header.mark, _mark(keys.header, header))


def _format_of(content: Any) -> int | None:
    stated = content.get("format") if isinstance(content, dict) and content.get("program") == "trd-interview" else None
    return stated if isinstance(stated, int) and not isinstance(stated, bool) else None


def read_content(folder: Path) -> tuple[bytes, int, Any]:
    """Return the header's bytes, the format it states, and its content, which may be anything.

    Raises `StoreFault`: `newer` for a later format; `damaged` for what states none; `OSError` of the disk.
    """
    try:
        raw = read_private(folder / HEADER_NAME, LONGEST_HEADER)
    except FileNotFoundError:
        raise damaged(folder, _("its header {header_name} is missing.").format(header_name=HEADER_NAME)) from None
    except NotAFile:
        raise damaged(
            folder, _("its header {header_name} is a link, a folder, a pipe, or too large.").format(header_name=HEADER_NAME)
        ) from None
    content, stated = None, None
    with contextlib.suppress(ValueError, RecursionError):
        content = json.loads(raw)
        stated = _format_of(content)
    if stated is None:
        raise damaged(folder, _("its header {header_name} is damaged, or is not ours.").format(header_name=HEADER_NAME))
    if stated > FORMAT:
        raise newer(folder)
    return raw, stated, content


def _unbearable(folder: Path) -> StoreFault:
    return damaged(
        folder, _("its header {header_name} asks for more work than this program does, or for too little.").format(header_name=HEADER_NAME)
    )


def read_header(folder: Path) -> Header:
    """Return the header, not yet authenticated.

    Raises `StoreFault`: `newer` for a later format; `damaged` for anything that this program did not write; `OSError` of the disk.
    """
    raw, stated, __ = read_content(folder)
    if stated < FORMAT:
        raise older_format(folder, stated)
    try:
        header = Header.model_validate_json(raw)
    except ValidationError as fault:
        if any({"memory_kib", "passes", "lanes"} & set(each["loc"]) for each in fault.errors(include_input=False, include_url=False)):
            raise _unbearable(folder) from None
        raise damaged(folder, _("its header {header_name} is damaged.").format(header_name=HEADER_NAME)) from None
    passphrase_slots = [slot for slot in header.slots if isinstance(slot, PassphraseSlot)]
    if not all(slot.cost.is_bearable() for slot in passphrase_slots):
        raise _unbearable(folder)
    if len(passphrase_slots) > 1 or raw != written(header):
        raise damaged(folder, _("its header {header_name} is damaged.").format(header_name=HEADER_NAME))
    return header
