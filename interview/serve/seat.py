"""One tab's place: the process that runs the program for it, and the connection of the page that shows it.

The process is begun with what opens the vault as the first packet on its standard input: never an argument, a variable or an address.
A page that goes away leaves it waiting for a while, so that a reload finds everything as it was; then it is asked to end in order, and
must. What a process says of itself is heard only in six cases: it began, it saved at a time of day, somebody acted there, it locks, it was
locked, it ended. An act and a lock are told to the other tabs. A download, an address to open, a file: none of these leaves here.
"""

from __future__ import annotations

import asyncio
import json
import re
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Literal, Protocol

from interview.serve.kept_unlock import KeptUnlock
from interview.serve.packets import BEGUN, CONTROL, SHOWN, UNLOCK, PacketRefused, control, next_packet, packed, said_in
from interview.serve.page_messages import Message, Size, Typed

ENDED, FULL, TAKEN, REFUSED, STOPPING = 4000, 4001, 4003, 4004, 4005
"""Why a connection was closed, for the page: the program ended; too many tabs; open in another tab; no message of ours; the server ends."""

ToOthers = Literal["acted", "lock"]
"""What is told from one tab to the others: somebody acted there; it was locked, so that they lock too."""

TO_OTHERS: Final = ("acted", "lock")
TellOthers = Callable[["Seat", ToOthers], None]

_TIME: Final = re.compile(r"[0-2]\d:[0-5]\d")


class Page(Protocol):
    """The connection of a page."""

    async def send_bytes(self, data: bytes) -> None:
        """Show this."""

    async def send_str(self, data: str) -> None:
        """Tell this."""

    async def close(self, *, code: int = 1000) -> bool:
        """End the connection, with the reason."""


@dataclass(frozen=True, slots=True)
class Program:
    """How a tab's process is begun, and how much it may take."""

    argv: tuple[str, ...]
    environ: Mapping[str, str] = field(repr=False)
    unlock: KeptUnlock
    """What opens the vault; the first packet's payload, until a tab says that it was locked."""
    grace_seconds: float = 5.0
    """How long a process waits for a page that went away."""
    ending_seconds: float = 5.0
    """How long a process may take to end in order; then it is killed, and loses nothing that was saved."""


class Seat:
    """One tab's process and, while it has one, its page."""

    def __init__(self, tab: str, program: Program, process: Process, size: Size, tell_others: TellOthers) -> None:
        self.tab = tab
        self._tell_others = tell_others
        self._program = program
        self._process = process
        self._page: Page | None = None
        self._size = size
        self._saved_at: str | None = None
        self._was_shown = False
        self._waiting: asyncio.Task[None] | None = None
        self._running = asyncio.create_task(self._run())

    @classmethod
    async def taken(cls, tab: str, program: Program, size: Size, tell_others: TellOthers) -> Seat:
        """Begin a process. Raises `OSError` where none can be begun."""
        environ = {**program.environ, "COLUMNS": str(size.width), "ROWS": str(size.height)}
        process = await asyncio.create_subprocess_exec(*program.argv, stdin=PIPE, stdout=PIPE, env=environ, start_new_session=True)
        seat = cls(tab, program, process, size, tell_others)
        await seat._send(packed(UNLOCK, program.unlock.payload))
        return seat

    @property
    def has_ended(self) -> bool:
        """Whether the process is gone."""
        return self._running.done()

    async def attach(self, page: Page, size: Size) -> None:
        """Show a page what the process shows; a page that had it before is told that it lost it."""
        before, self._page, self._size = self._page, page, size
        self._stop_waiting()
        if before is not None:
            with suppress(OSError, RuntimeError):
                await before.close(code=TAKEN)
        if self._saved_at is not None:
            await self._tell(self._saved_at)
        if self._was_shown:
            await self._send(control(type="attach", width=size.width, height=size.height))
        self._was_shown = True

    def detach(self, page: Page) -> None:
        """Let a page go; without another one within the grace, the process ends."""
        if self._page is page:
            self._page = None
            if not self.has_ended:
                self._stop_waiting()
                self._waiting = asyncio.create_task(self._leave_after_grace())

    async def hear(self, message: Message) -> None:
        """Hand on what the page sent."""
        if isinstance(message, Typed):
            await self._send(packed(SHOWN, message.text.encode("utf-8", "replace")))
        elif isinstance(message, Size):
            self._size = message
            await self._send(control(type="resize", width=message.width, height=message.height))

    async def tell(self, what: ToOthers) -> None:
        """Tell the process what was done in another tab."""
        await self._send(control(type=what))

    async def leave(self) -> None:
        """Ask the process to end in order, and see to it that it does."""
        self._stop_waiting()
        stdin = self._process.stdin
        if stdin is not None and not stdin.is_closing():
            stdin.write(control(type="quit"))
            stdin.close()
        await asyncio.wait({self._running}, timeout=self._program.ending_seconds)
        if not self.has_ended:
            self._kill()
            await asyncio.wait({self._running})

    async def close_page(self, code: int) -> None:
        """End the page's connection, with the reason."""
        page, self._page = self._page, None
        if page is not None:
            with suppress(OSError, RuntimeError):
                await page.close(code=code)

    async def _leave_after_grace(self) -> None:
        await asyncio.sleep(self._program.grace_seconds)
        self._waiting = None
        await self.leave()

    def _stop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and waiting is not asyncio.current_task():
            waiting.cancel()

    async def _send(self, packet: bytes) -> None:
        stdin = self._process.stdin
        if stdin is not None and not stdin.is_closing():
            with suppress(OSError, RuntimeError):
                stdin.write(packet)
                await stdin.drain()

    async def _tell(self, saved_at: str) -> None:
        self._saved_at = saved_at
        if self._page is not None:
            with suppress(OSError, RuntimeError):
                await self._page.send_str(json.dumps(["saved", saved_at]))

    async def _run(self) -> None:
        stdout = self._process.stdout
        with suppress(PacketRefused, OSError, ValueError):
            if stdout is not None and await stdout.readline() == BEGUN:
                await self._relay(stdout)
        await self.close_page(ENDED)
        try:
            await asyncio.wait_for(self._process.wait(), self._program.ending_seconds)
        except TimeoutError:
            self._kill()
            await self._process.wait()

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            self._process.kill()

    async def _relay(self, stdout: asyncio.StreamReader) -> None:
        while (packet := await next_packet(stdout)) is not None:
            if packet.kind == SHOWN:
                if self._page is not None:
                    with suppress(OSError, RuntimeError):
                        await self._page.send_bytes(packet.payload)
            elif packet.kind == CONTROL:
                said = said_in(packet)
                if said.get("type") == "exit":
                    return
                if said.get("type") == "locked":
                    self._program.unlock.forget()
                if (what := said.get("type")) in TO_OTHERS:
                    self._tell_others(self, what)
                at = said.get("at")
                if said.get("type") == "saved" and isinstance(at, str) and _TIME.fullmatch(at):
                    await self._tell(at)
