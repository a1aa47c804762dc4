"""Files that a person named, read whole and bounded; what cannot be read is a call that does not fit."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO, Final

from interview.world import CallRefused

MOST_BYTES: Final = 4_000_000
"""More than any case or record of answers holds."""


def bytes_of(path: Path) -> bytes:
    """Return an ordinary file's bytes. Raises `CallRefused` for a folder, a pipe, a device, or more than `MOST_BYTES`."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            present = os.fstat(descriptor)
            if not stat.S_ISREG(present.st_mode):
                raise CallRefused(f"{path}: found no ordinary file; name a file, or `-` for standard input.")
            return _bounded(file, str(path))
    except (OSError, ValueError) as fault:
        raise CallRefused(f"{path}: could not be read ({getattr(fault, 'strerror', None) or 'no path'}); name a readable file.") from None


def bytes_of_pipe(pipe: BinaryIO) -> bytes:
    """Return everything that standard input holds. Raises `CallRefused` for more than `MOST_BYTES`."""
    return _bounded(pipe, "standard input")


def _bounded(file: BinaryIO, name: str) -> bytes:
    raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise CallRefused(f"{name}: found more than {MOST_BYTES} bytes; allowed: at most that many.")
    return raw
