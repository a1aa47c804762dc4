"""A long proof in shares: each in a process of its own, as many at once as there are processors, at most two."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Final, TypeVar

Share = TypeVar("Share")
Found = TypeVar("Found")

MOST: Final = 2
"""Processes at once."""


def in_memory() -> Path | None:
    """Return a folder whose files lie in memory, for what is not about a disk; None where there is none."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and os.access(shared, os.W_OK) else None


def shared_out(work: Callable[[Share], Found], shares: Sequence[Share], at_once: int = MOST) -> list[Found]:
    """Do the work on each share, and return what was found, in the order of the shares; a single share, or one at once, is done here."""
    processes = min(at_once, len(shares), os.cpu_count() or 1)
    if processes < 2:
        return [work(each) for each in shares]
    with get_context("fork").Pool(processes, maxtasksperchild=1) as pool:
        return pool.map(work, shares, chunksize=1)
