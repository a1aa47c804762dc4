"""A tab's process: begun with what unlocks, found again after a reload, ended in order, never more than so many."""

from __future__ import annotations

import asyncio
import os
import re
from typing import Any

import pytest

from interview.serve.seat import ENDED, FULL, REFUSED, STOPPING, TAKEN
from interview.serve.server import LARGEST_MESSAGE
from tests.interview.serve.visiting import SECONDS, Tab, echo, serving


def process_of(tab: Tab) -> int:
    found = re.search(r"process (\d+)", tab.shown)
    assert found is not None
    return int(found[1])


async def gone(pid: int) -> None:
    """Wait until a process has ended."""
    async with asyncio.timeout(SECONDS):
        while True:
            try:
                os.kill(pid, 0)
            except ProcessLookupError:
                return
            await asyncio.sleep(0.01)


async def test_a_process_is_begun_with_what_unlocks_and_hears_what_is_typed() -> None:
    async with serving() as (_, visitor, _), visitor.connect(width=90, height=30) as tab:
        await tab.sees("unlocked")
        assert "90x30" in tab.shown
        pid = process_of(tab)
        await tab.type("wort ü")
        await tab.sees("heard wort ü")
        await tab.send("resize", {"width": 100, "height": 40})
        await tab.sees("resize")
        with open(f"/proc/{pid}/cmdline", "rb") as line, open(f"/proc/{pid}/environ", "rb") as variables:
            assert b"opens" not in line.read() + variables.read()


async def test_a_reload_finds_the_same_process_and_is_told_up_to_when_answers_are_safe() -> None:
    async with serving() as (_, visitor, _):
        async with visitor.connect() as tab:
            await tab.sees("unlocked")
            await tab.type("save")
            await tab.until(lambda: [["saved", "14:02"]] == tab.told)
            pid = process_of(tab)
        async with visitor.connect(tab.tab) as again:
            await again.sees("attach")
            assert [["saved", "14:02"]] == again.told
            await again.type("still there")
            await again.sees("heard still there")
            os.kill(pid, 0)


async def test_once_a_tab_is_locked_a_new_one_is_handed_nothing_and_must_ask() -> None:
    program = echo()
    async with serving(program) as (_, visitor, _), visitor.connect() as one, visitor.connect() as other:
        await one.sees("unlocked")
        await other.sees("unlocked")
        kept = program.unlock._opens
        await one.type("lock")
        await one.sees("shut now")
        assert (b"", bytearray()) == (program.unlock.payload, kept)
        async with visitor.connect() as new:
            await new.sees("asks b''")
        await other.type("goes on")
        await other.sees("heard goes on")
        async with visitor.connect(one.tab) as again:
            await again.sees("attach")
            assert "unlocked" not in again.shown


async def test_an_act_and_a_lock_in_one_tab_are_told_to_the_others_and_not_back() -> None:
    async with serving() as (_, visitor, _), visitor.connect() as one, visitor.connect() as two, visitor.connect() as three:
        for tab in (one, two, three):
            await tab.sees("unlocked")
        for said, heard in (("acted", "acted"), ("shut", "lock")):
            await one.type(said)
            await two.sees(heard)
            await three.sees(heard)
        await one.type("after")
        await one.sees("told told heard after")


async def test_a_tab_that_stays_away_ends_its_process() -> None:
    async with serving(echo(grace_seconds=0.05)) as (_, visitor, _):
        async with visitor.connect() as tab:
            await tab.sees("unlocked")
        await gone(process_of(tab))


async def test_a_process_that_does_not_end_is_ended() -> None:
    async with serving(echo(grace_seconds=0.05, ending_seconds=0.2)) as (_, visitor, _):
        async with visitor.connect() as tab:
            await tab.sees("unlocked")
            await tab.type("stay")
            await tab.sees("staying")
        await gone(process_of(tab))


async def test_one_process_too_many_is_refused_and_let_in_once_there_is_room() -> None:
    async with serving(echo(grace_seconds=0.05), most=2) as (_, visitor, seats), visitor.connect() as one:
        await one.sees("unlocked")
        async with visitor.connect() as two:
            await two.sees("unlocked")
            async with visitor.connect() as three:
                assert FULL == await three.closed()
            assert 2 == len(seats._taken)
            second = seats._taken[two.tab]
        async with asyncio.timeout(SECONDS):
            await asyncio.wait({second._running})
        async with visitor.connect() as four:
            await four.sees("unlocked")
            assert {one.tab, four.tab} == set(seats._taken)


async def test_the_same_tab_opened_twice_goes_on_in_the_newer_one() -> None:
    async with serving() as (_, visitor, _), visitor.connect() as one:
        await one.sees("unlocked")
        async with visitor.connect(one.tab) as two:
            await two.sees("attach")
            assert TAKEN == await one.closed()
            await two.type("here")
            await two.sees("heard here")


async def test_what_a_process_says_of_names_files_and_addresses_goes_nowhere() -> None:
    async with serving() as (_, visitor, _), visitor.connect() as tab:
        for said in ("name", "open", "file", "end"):
            await tab.type(said)
        await tab.sees("heard end")
        assert [] == tab.told


async def test_a_program_that_ends_says_so() -> None:
    async with serving() as (_, visitor, _), visitor.connect() as tab:
        await tab.sees("unlocked")
        await tab.type("exit")
        assert ENDED == await tab.closed()
        await gone(process_of(tab))


async def test_a_program_that_cannot_begin_says_so() -> None:
    from dataclasses import replace

    for argv in (("/nowhere/program",), ("/bin/false",)):
        async with serving(replace(echo(), argv=argv)) as (_, visitor, _), visitor.connect() as tab:
            assert ENDED == await tab.closed()


@pytest.mark.parametrize(
    "message",
    [
        ["stdin"],
        ["stdin", 1],
        ["resize", {}],
        ["resize", {"width": 0, "height": 5}],
        ["resize", {"width": True, "height": 5}],
        ["run", "x"],
        {},
        7,
    ],
)
async def test_what_is_no_message_ends_the_connection_and_not_the_process(message: Any) -> None:
    async with serving() as (_, visitor, _):
        async with visitor.connect() as tab:
            await tab.sees("unlocked")
            await tab._socket.send_json(message)
            assert REFUSED == await tab.closed()
        async with visitor.connect(tab.tab) as again:
            await again.sees("attach")


async def test_a_message_that_is_too_large_is_not_taken() -> None:
    async with serving() as (_, visitor, _):
        async with visitor.connect() as tab:
            await tab.sees("unlocked")
            await tab.type("x" * LARGEST_MESSAGE)
            assert 1009 == await tab.closed()
        async with visitor.connect(tab.tab) as again:
            await again.type("small")
            await again.sees("heard small")


async def test_a_ping_is_answered() -> None:
    async with serving() as (_, visitor, _), visitor.connect() as tab:
        await tab.send("ping", "12")
        await tab.until(lambda: ["pong", "12"] in tab.told)


async def test_a_server_that_ends_tells_the_page_and_ends_every_process() -> None:
    async with serving() as (_, visitor, seats), visitor.connect() as tab:
        await tab.sees("unlocked")
        await seats.close()
        assert STOPPING == await tab.closed()
        await gone(process_of(tab))
        async with visitor.connect() as late:
            assert STOPPING == await late.closed()
