"""What a disk owes to a file that must last: its owner alone reads it, and its name is kept as surely as its bytes."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import Final

OWNER_ONLY: Final = 0o600
OWNERS_FOLDER: Final = 0o700
FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a file system says that has no room left."""
NO_LINKS: Final = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES})
"""What a file system says that cannot make a second name for a file."""


def make_folders(folder: Path) -> None:
    """Make a folder and those above it that lack, each for its owner alone whatever the umask; one that is there stays as it is."""
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=OWNERS_FOLDER, exist_ok=True)
    folder.mkdir(exist_ok=True)


def settle(folder: Path) -> None:
    """Make the names in a folder durable, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
