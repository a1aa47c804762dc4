"""Packets between the server and a tab's process, as the toolkit's web driver speaks them: one letter, a length, a payload.

To the process go what was typed (`D`), control (`M`, a JSON object) and, first of all, what opens the vault (`U`), or nothing of it: then
it asks for the passphrase itself. From it come what the page shows (`D`) and control (`M`), after a line that says that it began. A length
beyond `LARGEST` is refused before anything is kept.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

SHOWN, CONTROL, UNLOCK = b"D", b"M", b"U"
BEGUN: Final = b"__GANGLION__\n"
"""The line with which a process says that it began."""

LARGEST: Final = 16 * 1024 * 1024
"""Bytes of one packet: the program's own screens are a thousandth of it."""


class PacketRefused(ValueError):
    """What came is no packet."""


@dataclass(frozen=True, slots=True)
class Packet:
    """One packet as it came."""

    kind: bytes
    payload: bytes


def packed(kind: bytes, payload: bytes) -> bytes:
    """Return a packet as bytes."""
    return kind + len(payload).to_bytes(4, "big") + payload


def control(**said: object) -> bytes:
    """Return a control packet."""
    return packed(CONTROL, json.dumps(said).encode())


def said_in(packet: Packet) -> Mapping[str, Any]:
    """Return what a control packet says. Raises `PacketRefused`."""
    try:
        said = json.loads(packet.payload)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise PacketRefused("a control packet is a JSON object")
    return said


def _length(head: bytes) -> int:
    length = int.from_bytes(head[1:], "big")
    if length > LARGEST:
        raise PacketRefused("a packet is larger than any that is sent")
    return length


async def next_packet(stream: asyncio.StreamReader) -> Packet | None:
    """Return the next packet, or None at the end. Raises `PacketRefused`."""
    try:
        head = await stream.readexactly(5)
        return Packet(head[:1], await stream.readexactly(_length(head)))
    except asyncio.IncompleteReadError:
        return None


def first_packet(descriptor: int) -> Packet:
    """Return the first packet from a descriptor, and read not a byte more than it. Raises `PacketRefused`, also at the end."""
    head = _read(descriptor, 5)
    return Packet(head[:1], _read(descriptor, _length(head)))


def _read(descriptor: int, count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = os.read(descriptor, count)
        if not part:
            raise PacketRefused("the input ended before the packet did")
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
