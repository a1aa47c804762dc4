"""I1: any changed byte is noticed, and costs no more than the page it lies on.

One bit at every byte of database, header and heads; each of them cut at every page, or byte; the database made longer; pages swapped; a
page of the other record, or of another vault, in another's place. A journal left behind is dead: a changed byte in it changes nothing. One
that still counts brings back what was acknowledged, or what was on its way; a changed byte in it is noticed, or changes nothing of that.
"""

from __future__ import annotations

import contextlib
import functools
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from interview.engine.ports import StoreFault
from interview.storage.vault import Vault
from tests.faults.damage import (
    COUNTS,
    DATABASE_NAME,
    PAGE_BYTES,
    Filled,
    entries_unchecked,
    filled,
    found_in,
    is_noticed,
    looked_at,
    pages_unchecked,
    true_events,
)
from tests.faults.hot_journal import cut_short
from tests.faults.outcome import Outcome
from tests.faults.shares import MOST, shared_out

EVERY: Final = 1 << 40
ALL_EVENTS: Final = sum(COUNTS.values())
JOURNAL_NAME: Final = DATABASE_NAME + "-journal"
HEADS_NAME, HEADER_NAME = "heads", "vault.json"
CONTROL: Final = 40
"""Bytes that are flipped in the weakened build."""
IN_ONE_SHARE: Final = 2_500
"""Damages that one process does."""


def offsets(size: int, n: int, seed: int) -> list[int]:
    """Return every offset, or `n` of them spread evenly, from one that the seed names."""
    return list(range(size)) if n >= size else sorted({(seed + place * size // n) % size for place in range(n)})


def flipped(original: bytes, at: int, chance: random.Random) -> bytes:
    """Return the bytes with one bit changed at an offset."""
    changed = bytearray(original)
    changed[at] ^= 1 << chance.randrange(8)
    return bytes(changed)


def least_readable(kind: str, cells: int) -> int:
    """Return how many events must still be read while one page is damaged: all but those on it, and none without schema or root."""
    if kind.startswith(("sqlite_schema", "entry internal")):
        return 0
    if kind == "entry overflow":
        return ALL_EVENTS - 1
    return ALL_EVENTS - cells if kind.startswith("entry") else ALL_EVENTS


def database_bytes(vault: Filled, folder: Path, at: Sequence[int], chance: random.Random) -> Iterator[str]:
    """Yield what was not noticed, or cost more than its page."""
    original, pages = (folder / DATABASE_NAME).read_bytes(), vault.pages()
    for offset in at:
        (folder / DATABASE_NAME).write_bytes(flipped(original, offset, chance))
        found = found_in(folder, vault.key)
        if found is not None and found.is_whole:
            yield f"byte {offset} of the database is not noticed"
        least = least_readable(*pages.get(offset // PAGE_BYTES + 1, ("pointer map", 0)))
        readable = 0 if found is None else sum(len(check.readable) for check in found.records)
        if readable < least or (offset % 16 == 0 and least and true_events(folder, vault.key) < least):
            yield f"byte {offset} of the database costs {ALL_EVENTS - readable} events"


def beside_bytes(name: str, vault: Filled, folder: Path, at: Sequence[int], chance: random.Random) -> Iterator[str]:
    """Yield which byte of the header or the heads was not noticed, flipped or the first to lack, or, in the heads, cost an event."""
    original = (folder / name).read_bytes()
    for offset in at:
        for said, content in (("is flipped", flipped(original, offset, chance)), ("and all after it lack", original[:offset])):
            (folder / name).write_bytes(content)
            with contextlib.suppress(StoreFault):
                Vault.open(folder, vault.key).close()
                yield f"byte {offset} of {name} {said}, and that is not noticed"
            if name == HEADS_NAME and offset % 16 == 0 and true_events(folder, vault.key) != ALL_EVENTS:
                yield f"byte {offset} of the heads {said}, and that costs events"


def journal_bytes(vault: Filled, folder: Path, at: Sequence[int], chance: random.Random) -> Iterator[str]:
    """Yield which byte of the dead journal changed what is read without being noticed."""
    original = (folder / JOURNAL_NAME).read_bytes()
    for offset in at:
        (folder / JOURNAL_NAME).write_bytes(flipped(original, offset, chance))
        noticed, read = looked_at(folder, vault.key)
        if not noticed and read != ALL_EVENTS:
            yield f"byte {offset} of the dead journal changes what is read"


def hot_journal_bytes(vault: Filled, folder: Path, at: Sequence[int], chance: random.Random) -> Iterator[str]:
    """Yield which byte of a journal that counts, flipped or (each 64th) the first to lack, gave anything but what was acknowledged."""
    before = {name: (folder / name).read_bytes() for name in (DATABASE_NAME, HEADS_NAME)}
    journal = (folder / JOURNAL_NAME).read_bytes()
    for offset in at:
        ways = [("flipped", flipped(journal, offset, chance)), *([("and all after it lacking", journal[:offset])] * (offset % 64 == 0))]
        for said, content in ways:
            for name, whole in {**before, JOURNAL_NAME: content}.items():
                (folder / name).write_bytes(whole)
            noticed, read = looked_at(folder, vault.key)
            if not noticed and read not in (ALL_EVENTS, ALL_EVENTS + 1):
                yield f"byte {offset} of a journal that counts, {said}: {read} events are read, and that is not noticed"


def pages_changed(vault: Filled) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the database cut, made longer, with pages swapped, and with each page in every other's place."""
    original = (vault.folder / DATABASE_NAME).read_bytes()
    pages = tuple(original[start : start + PAGE_BYTES] for start in range(0, len(original), PAGE_BYTES))

    def with_pages(instead: dict[int, bytes]) -> bytes:
        return b"".join(instead.get(place, page) for place, page in enumerate(pages))

    for size in (*range(0, len(original), PAGE_BYTES), len(original) - 1):
        yield f"cut at {size}", functools.partial(bytes, memoryview(original)[:size])
    for more in (b"\0", bytes(PAGE_BYTES), pages[-1]):
        yield f"{len(more)} bytes more", functools.partial(original.__add__, more)
    for first in range(len(pages)):
        for second in range(len(pages)):
            if first != second:
                yield f"page {second + 1} in the place of {first + 1}", functools.partial(with_pages, {first: pages[second]})
            if first < second:
                swapped = {first: pages[second], second: pages[first]}
                yield f"pages {first + 1} and {second + 1} swapped", functools.partial(with_pages, swapped)
    with filled() as other:
        foreign = (other.folder / DATABASE_NAME).read_bytes()
    for first in range(len(pages)):
        theirs = foreign[first * PAGE_BYTES : (first + 1) * PAGE_BYTES]
        yield f"page {first + 1} of another vault", functools.partial(with_pages, {first: theirs})


def whole_pages(vault: Filled, folder: Path, at: Sequence[int], _chance: random.Random) -> Iterator[str]:
    """Yield which damages by whole pages were not noticed."""
    every = list(pages_changed(vault))
    for place in at:
        said, changed = every[place]
        (folder / DATABASE_NAME).write_bytes(changed())
        if not is_noticed(folder, vault.key):
            yield f"{said} is not noticed"


Damaging = Callable[[Filled, Path, Sequence[int], random.Random], Iterator[str]]
DAMAGES: Final[dict[str, Damaging]] = {
    "database": database_bytes,
    "header": functools.partial(beside_bytes, HEADER_NAME),
    "heads": functools.partial(beside_bytes, HEADS_NAME),
    "dead journal": journal_bytes,
    "journal of a part of a commit": hot_journal_bytes,
    "journal of a whole commit": hot_journal_bytes,
    "pages": whole_pages,
}


@dataclass(frozen=True, slots=True)
class Share:
    """What one process damages."""

    name: str
    vault: Filled
    at: tuple[int, ...]
    seed: int

    def failures(self) -> list[str]:
        """Damage a copy of the vault, in one place after another."""
        chance = random.Random(f"{self.seed} {self.name} {self.at[0]}")
        return list(DAMAGES[self.name](self.vault, self.vault.copy(f"{self.name} {self.at[0]}"), self.at, chance))


def control(vault: Filled, seed: int) -> int:
    """Return how many flipped bytes a build passes over that does not look at the marks of pages."""
    folder, chance, missed = vault.copy(), random.Random(seed), 0
    original = (folder / DATABASE_NAME).read_bytes()
    with pages_unchecked():
        for offset in offsets(len(original), CONTROL, seed):
            (folder / DATABASE_NAME).write_bytes(flipped(original, offset, chance))
            with contextlib.suppress(TypeError):  # a number where bytes are due: that build falls over it, which is no passing over
                missed += not is_noticed(folder, vault.key)
    return missed


def journal_control(vault: Filled, seed: int) -> int:
    """Return how many flipped bytes of a journal that counts change what is read, in a build that looks at no mark at all."""
    folder, chance, missed = vault.copy(), random.Random(seed), 0
    with pages_unchecked(), entries_unchecked():
        for offset in offsets((folder / JOURNAL_NAME).stat().st_size // 2, CONTROL, seed):
            try:
                missed += bool(list(hot_journal_bytes(vault, vault.copy(), [offset], chance)))
            except (AssertionError, ValueError, TypeError):  # an event is read otherwise than it was written, or is none
                missed += 1
            except StoreFault:  # refused after all
                pass
    return missed


def run(n: int = EVERY, seed: int = 1) -> Outcome:
    """Flip `n` bytes of the database (all, where it has fewer), and as many of what lies beside it and of its pages, fewer of journals."""
    begun = time.monotonic()
    with filled() as vault, cut_short(after_all_pages=False) as half, cut_short(after_all_pages=True) as whole:
        places = {
            "database": (vault, offsets((vault.folder / DATABASE_NAME).stat().st_size, n, seed)),
            "header": (vault, offsets((vault.folder / HEADER_NAME).stat().st_size, n, seed)),
            "heads": (vault, offsets((vault.folder / HEADS_NAME).stat().st_size, n, seed)),
            "dead journal": (vault, offsets((vault.folder / JOURNAL_NAME).stat().st_size, n // 8, seed)),
            "journal of a part of a commit": (half, offsets((half.folder / JOURNAL_NAME).stat().st_size, n // 8, seed)),
            "journal of a whole commit": (
                whole,
                offsets((whole.folder / JOURNAL_NAME).stat().st_size, n // 8, seed)[:: 8 if n == EVERY else 1],
            ),
            "pages": (vault, offsets(sum(1 for _ in pages_changed(vault)), n, seed)),
        }
        shares = [
            Share(name, damaged, tuple(at[first : first + IN_ONE_SHARE]), seed)
            for name, (damaged, at) in places.items()
            for first in range(0, len(at), IN_ONE_SHARE)
        ]
        failures = [failure for found in shared_out(Share.failures, shares, MOST if n == EVERY else 1) for failure in found]
        missed, misread = control(vault, seed), journal_control(half, seed)
    done = f"one bit at bytes of {', '.join(f'{name} {len(at)}' for name, (_, at) in places.items() if name != 'pages')}; "
    done += f"{len(places['pages'][1])} times whole pages changed"
    controls = (
        (f"page marks not looked at ({missed} of {CONTROL} bytes unseen)", missed > 0),
        (f"no mark looked at ({misread} of {CONTROL} bytes of a journal that counts unseen)", misread > 0),
    )
    return Outcome("I1", done, sum(len(at) for _, at in places.values()), tuple(failures), seed, time.monotonic() - begun, controls)
