"""What a disk may hold after the power went: all that was synced, and of the rest any part, torn between sectors.

Nothing that was not synced is promised: of the writes any subset, and of each any of its sectors; of the names any subset. A file that
grew without its bytes holds zeros there, or what lay on the disk before.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from tests.faults.disk_log import GONE, Call, Cut, FolderSynced, Named, Renamed, Synced, Told, Wrote

T = TypeVar("T")
SECTOR: Final = 512
"""Bytes that a disk writes wholly or not at all."""


@dataclass(slots=True)
class _File:
    sure: bytes = b""
    unsure: list[Wrote | Cut] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Image:
    """What is on the disk after a crash: folders, and files with their bytes."""

    folders: tuple[str, ...]
    files: dict[str, bytes]

    def lay(self, above: str, target: Path) -> None:
        """Write it to an empty folder, in place of the one it was taken from."""
        for folder in sorted(self.folders):
            (target / os.path.relpath(folder, above)).mkdir(parents=True, exist_ok=True, mode=0o700)
        for path, content in self.files.items():
            place = target / os.path.relpath(path, above)
            if place.parent.is_dir():
                place.write_bytes(content)
                place.chmod(0o600)


@dataclass(slots=True)
class Disk:
    """A disk that is told one call after another, and can be asked what a crash would leave."""

    above: str
    told: int | None = None
    """How many events were said to be durable; None before anything was."""
    names: dict[str, int | None] = field(default_factory=dict)
    unsure_names: list[Named | Renamed] = field(default_factory=list)
    files: dict[int, _File] = field(default_factory=dict)

    def take(self, call: Call) -> None:
        """Take one call."""
        match call:
            case Told(events):
                self.told = events
            case Named() | Renamed():
                self.unsure_names.append(call)
            case Wrote(file) | Cut(file):
                self.files.setdefault(file, _File()).unsure.append(call)
            case Synced(file):
                held = self.files.setdefault(file, _File())
                held.sure, held.unsure = _applied(held.sure, held.unsure), []
            case FolderSynced(folder):
                for each in self.unsure_names:
                    if _folder_of(each) == folder:
                        _rename(self.names, each)
                self.unsure_names = [each for each in self.unsure_names if _folder_of(each) != folder]

    def crashed(self, chance: random.Random) -> Image:
        """Return one of the states in which a crash now may leave it."""
        names = dict(self.names)
        for each in _some(self.unsure_names, chance):
            _rename(names, each)
        files = {path: self._torn(file, chance) for path, file in names.items() if file is not None}
        return Image(tuple(path for path, file in names.items() if file is None), files)

    def killed(self) -> Image:
        """Return what stands where the program alone ended: everything that was handed to the disk."""
        names = dict(self.names)
        for each in self.unsure_names:
            _rename(names, each)
        held = {path: self.files.get(file, _File()) for path, file in names.items() if file is not None}
        whole = {path: _applied(file.sure, file.unsure) for path, file in held.items()}
        return Image(tuple(path for path, file in names.items() if file is None), whole)

    def _torn(self, file: int, chance: random.Random) -> bytes:
        held = self.files.get(file, _File())
        if not held.unsure:
            return held.sure
        kept = _some(held.unsure, chance)
        if chance.random() < 0.5:
            kept = [part for each in kept for part in _sectors(each) if chance.random() < 0.7]
        filling = chance.randbytes(SECTOR) if chance.random() < 0.3 else bytes(SECTOR)
        return _applied(held.sure, kept, filling)


def _folder_of(call: Named | Renamed) -> str:
    return os.path.dirname(call.path if isinstance(call, Named) else call.new)


def _rename(names: dict[str, int | None], call: Named | Renamed) -> None:
    if isinstance(call, Renamed):
        if names.get(call.old) == call.file:
            del names[call.old]
        names[call.new] = call.file
    elif call.file == GONE:
        names.pop(call.path, None)
    else:
        names[call.path] = call.file


def _some(calls: Sequence[T], chance: random.Random) -> list[T]:
    """Return none of the calls, all of them, the first ones, or any."""
    way = chance.randrange(5)
    if way < 2:
        return [] if way == 0 else list(calls)
    if way == 2:
        return list(calls[: chance.randint(0, len(calls))])
    share = chance.random()
    return [each for each in calls if chance.random() < share]


def _sectors(call: Wrote | Cut) -> Iterator[Wrote | Cut]:
    if isinstance(call, Cut):
        yield call
        return
    start = 0
    while start < len(call.content):
        end = min(len(call.content), start + SECTOR - (call.offset + start) % SECTOR)
        yield Wrote(call.file, call.offset + start, call.content[start:end])
        start = end


def _applied(content: bytes, calls: Sequence[Wrote | Cut], filling: bytes = bytes(SECTOR)) -> bytes:
    held = bytearray(content)

    def grow(size: int) -> None:
        lacking = size - len(held)
        if lacking > 0:
            held.extend((filling * (lacking // SECTOR + 1))[:lacking])

    for call in calls:
        if isinstance(call, Cut):
            grow(call.size)
            del held[call.size :]
        else:
            grow(call.offset)
            held[call.offset : call.offset + len(call.content)] = call.content
    return bytes(held)
