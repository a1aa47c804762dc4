"""A vault whose program ended within a commit: its journal is whole, and of the pages that it guards a part is written anew."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from interview.storage.database import DATABASE_NAME
from tests.faults.crash_images import Disk
from tests.faults.damage import COUNTS, Filled, event, fill, summary
from tests.faults.disk_log import Wrote, always_recorded, recorded
from tests.faults.shares import in_memory


@contextlib.contextmanager
def cut_short(*, after_all_pages: bool) -> Iterator[Filled]:
    """Make the vault of `filled` with one entry more on its way: all of its pages but one are written, or all, and the journal counts."""
    with tempfile.TemporaryDirectory(dir=in_memory()) as scratch:
        made, left = Filled(Path(scratch).resolve() / "made"), Filled(Path(scratch).resolve() / "left")
        made.above.mkdir()
        left.above.mkdir()
        record = next(iter(COUNTS))
        with always_recorded(), recorded(made.above) as log:
            vault = fill(made)
            begun, calls = len(log.calls), log.calls
            vault.append(record, [event(COUNTS[record] + 1)], summary(record, COUNTS[record] + 1))
            vault.close()
        database = log.file(made.folder / DATABASE_NAME)
        pages = [place for place in range(begun, len(calls)) if isinstance(each := calls[place], Wrote) and each.file == database]
        disk = Disk(log.above)
        for call in calls[: pages[-1 if after_all_pages else -2] + 1]:
            disk.take(call)
        disk.killed().lay(log.above, left.above)
        yield left
