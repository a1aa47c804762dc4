"""Files that a person named, read whole and bounded; what cannot be read is a call that does not fit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from interview.language import _
from interview.world import CallRefused

MOST_BYTES: Final = 4_000_000
"""More than any case or record of answers holds."""


def bytes_of(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """Return an ordinary file's bytes. Raises `CallRefused` for a folder, a pipe, a device, or more than so many bytes."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            present = os.fstat(descriptor)
            if not stat.S_ISREG(present.st_mode):
                raise CallRefused(_("{path}: found no ordinary file; name a file, or `-` for standard input.").format(path=path))
            return _bounded(file, str(path), most_bytes)
    except (OSError, ValueError) as fault:
        raise CallRefused(
            _("{path}: could not be read ({getattr}); name a readable file.").format(
                path=path, getattr=getattr(fault, "strerror", None) or _("no path")
            )
        ) from None


def bytes_of_pipe(pipe: BinaryIO) -> bytes:
    """Return everything that standard input holds. Raises `CallRefused` for more than `MOST_BYTES`."""
    return _bounded(pipe, _("standard input"))


def _bounded(file: BinaryIO, name: str, most_bytes: int = MOST_BYTES) -> bytes:
    raw = file.read(most_bytes + 1)
    if len(raw) > most_bytes:
        raise CallRefused(
            _("{name}: found more than {most_bytes} bytes; allowed: at most that many.").format(name=name, most_bytes=most_bytes)
        )
    return raw
