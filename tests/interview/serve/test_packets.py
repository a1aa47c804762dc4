"""Packets come out as they went in, one at a time; what is none is refused, and nothing beyond the first is read."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from interview import handover
from interview.serve.packets import CONTROL, LARGEST, UNLOCK, Packet, PacketRefused, control, first_packet, next_packet, packed, said_in
from interview.storage.unlock import KeyFile, Passphrase, RecoveryCode, Unlock


def stream_of(data: bytes) -> asyncio.StreamReader:
    stream = asyncio.StreamReader()
    stream.feed_data(data)
    stream.feed_eof()
    return stream


async def test_packets_come_one_at_a_time_until_the_end() -> None:
    stream = stream_of(packed(b"D", "schöner Tag".encode()) + control(type="quit") + b"D\0")
    assert Packet(b"D", "schöner Tag".encode()) == await next_packet(stream)
    quitting = await next_packet(stream)
    assert quitting is not None
    assert CONTROL == quitting.kind
    assert {"type": "quit"} == said_in(quitting)
    assert await next_packet(stream) is None


async def test_a_length_beyond_all_reason_is_refused_before_it_is_read() -> None:
    with pytest.raises(PacketRefused):
        await next_packet(stream_of(b"D" + (LARGEST + 1).to_bytes(4, "big")))


@pytest.mark.parametrize("payload", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_object_says_nothing(payload: bytes) -> None:
    with pytest.raises(PacketRefused):
        said_in(Packet(CONTROL, payload))


def test_the_first_packet_is_read_and_not_a_byte_more() -> None:
    reading, writing = os.pipe()
    try:
        os.write(writing, packed(UNLOCK, b"opens") + b"rest")
        assert Packet(UNLOCK, b"opens") == first_packet(reading)
        assert b"rest" == os.read(reading, 10)
        os.write(writing, b"U\0\0\0\x09opens")
        os.close(writing)
        with pytest.raises(PacketRefused):
            first_packet(reading)
    finally:
        os.close(reading)


@pytest.mark.parametrize("unlock", [Passphrase("several wörds"), RecoveryCode("ABCD-EFGH")])
def test_what_opens_the_vault_is_handed_over_whole(unlock: Unlock) -> None:
    assert unlock == handover.read(handover.written(unlock))


def test_a_key_file_is_handed_over_by_its_whole_path() -> None:
    assert KeyFile(Path.cwd() / "key") == handover.read(handover.written(KeyFile(Path("key"))))


@pytest.mark.parametrize("handed", [b"", b"\xff", b"{}", b'["passphrase"]', b'["passphrase", 1]', b'["other", "CANARY"]'])
def test_what_opens_nothing_is_refused_and_not_repeated(handed: bytes) -> None:
    with pytest.raises(ValueError, match="opens a vault") as refused:
        handover.read(handed)
    assert "CANARY" not in str(refused.value)
