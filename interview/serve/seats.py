"""Every tab's place: at most so many at a time, each found again by its tab after a reload."""

from __future__ import annotations

import asyncio
from typing import Final

from interview.serve.page_messages import Size
from interview.serve.seat import FULL, STOPPING, Page, Program, Seat, ToOthers

MOST_TABS: Final = 4
"""Processes at a time; one needs about 100 MB."""


class Seats:
    """Gives tabs their places, and takes them back."""

    def __init__(self, program: Program, most: int = MOST_TABS) -> None:
        self._program = program
        self._most = most
        self._taken: dict[str, Seat] = {}
        self._one_at_a_time = asyncio.Lock()
        self._is_closing = False
        self._telling: set[asyncio.Task[None]] = set()

    async def take(self, tab: str, page: Page, size: Size) -> Seat | int:
        """Give a tab its place, the one that it had where it is still kept; else return why not, for the page. Raises `OSError`."""
        async with self._one_at_a_time:
            self._forget_ended()
            if self._is_closing:
                return STOPPING
            seat = self._taken.get(tab)
            if seat is None:
                if len(self._taken) >= self._most:
                    return FULL
                seat = self._taken[tab] = await Seat.taken(tab, self._program, size, self._tell_others)
            await seat.attach(page, size)
            return seat

    async def close(self) -> None:
        """End every process in order, all at the same time."""
        self._is_closing = True
        async with self._one_at_a_time:
            seats = tuple(self._taken.values())
            self._taken.clear()
        await asyncio.gather(*(seat.close_page(STOPPING) for seat in seats))
        await asyncio.gather(*(seat.leave() for seat in seats))

    def _tell_others(self, by: Seat, what: ToOthers) -> None:
        telling = asyncio.create_task(self._told(by, what))
        self._telling.add(telling)
        telling.add_done_callback(self._telling.discard)

    async def _told(self, by: Seat, what: ToOthers) -> None:
        """Tell every other tab, each beside the others; a lock also those that are being begun now."""
        told = [by, *self._taken.values()]
        await asyncio.gather(*(seat.tell(what) for seat in told if seat is not by))
        if what == "lock":
            async with self._one_at_a_time:
                late = [seat for seat in self._taken.values() if seat not in told]
            await asyncio.gather(*(seat.tell(what) for seat in late))

    def _forget_ended(self) -> None:
        self._taken = {tab: seat for tab, seat in self._taken.items() if not seat.has_ended}
