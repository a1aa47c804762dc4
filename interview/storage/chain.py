"""The hash chain of one record: what makes a changed, lost or moved entry show.

Each entry is the canonical JSON of an event (sorted keys, no blanks, UTF-8, fields without a value left out), the digest of
the entry before it, and a keyed mark (MAC) over the record, the number and the digest. The digest is plain SHA-256, so the
same events have the same seal in any vault; the mark needs the vault's key and never leaves it.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from interview.engine.events import Event
from interview.language import _
from interview.storage.base32 import from_base32, grouped, to_base32

GENESIS: Final = hashlib.sha256(b"trd-interview chain 1").digest()
"""What stands before the first entry."""

SEAL_SIGNS: Final = 20
"""Length of a seal: 100 bits, in signs of five bits."""

BreakKind = Literal["missing", "edited", "unlinked", "unreadable"]
"""Not there; not what was written; written, but after another entry than this one; there, but not to be read."""


class Entry(NamedTuple):
    """One stored entry of a record: a row of the table, without its record."""

    seq: int
    previous: bytes
    body: bytes
    mark: bytes

    @property
    def digest(self) -> bytes:
        """The chain's digest after this entry."""
        return digest_after(self.previous, self.body)


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold."""

    seq: int
    kind: BreakKind


def canonical(event: Event) -> bytes:
    """Return the event's canonical JSON; `ValueError`, without its text, where JSON cannot hold a value."""
    try:
        plain = event.model_dump(exclude_none=True)
        return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, TypeError, RecursionError):
        raise ValueError(_("event {seq} holds a value that JSON cannot hold").format(seq=event.seq)) from None


def digest_after(previous: bytes, body: bytes) -> bytes:
    """Return the chain's digest after an entry."""
    return hashlib.sha256(b"trd-interview entry 1\0" + previous + body).digest()


def mark(key: bytes, record: str, seq: int, digest: bytes) -> bytes:
    """Return the keyed mark of one entry, at its place in its record."""
    name = record.encode()
    return hmac.digest(key, b"entry\0" + len(name).to_bytes(4, "big") + name + seq.to_bytes(8, "big") + digest, "sha256")


def is_authentic(key: bytes, record: str, entry: Entry, digest: bytes | None = None) -> bool:
    """Whether the entry is one that this vault wrote, at this place of this record; `digest` is its own, if known."""
    stated = entry.digest if digest is None else digest
    return entry.seq > 0 and hmac.compare_digest(entry.mark, mark(key, record, entry.seq, stated))


def extend(key: bytes, record: str, seq: int, digest: bytes, bodies: Iterable[bytes]) -> Iterator[Entry]:
    """Return the entries that follow an entry number and its digest."""
    for body in bodies:
        seq += 1
        after = digest_after(digest, body)
        yield Entry(seq, digest, body, mark(key, record, seq, after))
        digest = after


def breaks(key: bytes, record: str, entries: Iterable[Entry]) -> Iterator[Break]:
    """Return each place where the chain does not hold, in order; nothing for a whole chain."""
    expected, digest = 1, GENESIS
    known = True
    for entry in entries:
        after = entry.digest
        if entry.seq != expected:
            yield Break(expected, "missing")
            known = False
        if not is_authentic(key, record, entry, after):
            yield Break(entry.seq, "edited")
            known = False
        else:
            if known and not hmac.compare_digest(entry.previous, digest):
                yield Break(entry.seq, "unlinked")
            known = True
        expected, digest = entry.seq + 1, after


def seal_of(digest: bytes) -> str:
    """Return the short seal of a chain's digest, in groups of four for reading aloud."""
    return grouped(to_base32(digest)[:SEAL_SIGNS])


def read_seal(text: str) -> int:
    """Return a seal that somebody typed as a number, to be compared; `ValueError` for what is none."""
    signs = "".join(text.replace("-", " ").split())
    if len(signs) != SEAL_SIGNS:
        raise ValueError(_("a seal has {n} letters and digits").format(n=SEAL_SIGNS))
    return from_base32(signs)


def is_sealed(digest: bytes, seal: int) -> bool:
    """Whether a seal that was read is this digest's."""
    return read_seal(seal_of(digest)) == seal
