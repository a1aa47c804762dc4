"""A browser without a browser: the link, the cookie, the connection, and what it shows as a terminal would show it.

The server is real and on a real port; unless a test says otherwise, a small program that only speaks packets sits behind it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import aiohttp
import pyte

from interview.serve.guard import Guard
from interview.serve.kept_unlock import KeptUnlock
from interview.serve.seat import Program
from interview.serve.seats import Seats
from interview.serve.server import listening, served

SECONDS = 30.0
"""After so long without what was waited for, a test has failed."""

ECHO = """
import json, os, sys
def read(n):
    parts = b""
    while len(parts) < n:
        part = os.read(0, n - len(parts))
        if not part: return None
        parts += part
    return parts
def say(kind, text):
    data = text.encode() if isinstance(text, str) else json.dumps(text).encode()
    os.write(1, kind + len(data).to_bytes(4, "big") + data)
os.write(1, b"__GANGLION__\\n")
say(b"D", "process %d %sx%s " % (os.getpid(), os.environ["COLUMNS"], os.environ["ROWS"]))
while True:
    head = read(5)
    if head is None: break
    data = read(int.from_bytes(head[1:], "big"))
    if head[:1] == b"U": say(b"D", "unlocked " if len(data) == 5 else "asks %r " % data)
    elif head[:1] == b"D":
        text = data.decode()
        if text == "save": say(b"M", {"type": "saved", "at": "14:02"})
        elif text == "lock": say(b"M", {"type": "locked"}); say(b"D", "shut now ")
        elif text in ("acted", "shut"): say(b"M", {"type": "acted" if text == "acted" else "lock"}); say(b"D", "told ")
        elif text == "name": say(b"M", {"type": "saved", "at": "Mrs Smith"})
        elif text == "open": say(b"M", {"type": "open_url", "url": "http://elsewhere.test", "new_tab": True})
        elif text == "file": say(b"M", {"type": "deliver_file_start", "key": "k", "path": "/tmp/x"})
        elif text == "exit": say(b"M", {"type": "exit"}); break
        elif text == "stay":
            import signal, time
            say(b"D", "staying ")
            while True: time.sleep(60)
        else: say(b"D", "heard " + text + " ")
    else:
        said = json.loads(data)
        if said["type"] == "quit": break
        say(b"D", said["type"] + " ")
"""
"""Says what it hears, and tells the server what it is asked to tell."""


def echo(grace_seconds: float = 5.0, ending_seconds: float = 5.0) -> Program:
    """Return the small program."""
    return Program((sys.executable, "-I", "-S", "-c", ECHO), {}, KeptUnlock(b"opens"), grace_seconds, ending_seconds)


@dataclass
class Visitor:
    """One browser: its address, its cookies, what it asks for."""

    port: int
    session: aiohttp.ClientSession
    place: str = ""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def enter(self, link: str) -> None:
        """Use a link; the cookie is kept."""
        async with self.session.get(link, allow_redirects=False) as answer:
            assert 303 == answer.status
            self.place = answer.headers["Location"]

    async def get(self, path: str, **headers: str) -> tuple[int, str, Any]:
        """Return status, text and headers."""
        async with self.session.get(f"{self.address}{path}", headers=headers, allow_redirects=False) as answer:
            return answer.status, await answer.text(), answer.headers

    def connect(self, tab: str | None = None, *, width: int = 80, height: int = 24, origin: str | None = None) -> Tab:
        """Return a tab's connection, which is made when it is entered."""
        return Tab(self, tab or secrets.token_hex(16), width, height, self.address if origin is None else origin)


class Tab:
    """A page's connection, and the screen that it shows."""

    def __init__(self, visitor: Visitor, tab: str, width: int, height: int, origin: str) -> None:
        self.tab = tab
        self.told: list[Any] = []
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        address = f"{visitor.address}{visitor.place}ws?width={width}&height={height}&tab={tab}"
        headers = {"Origin": origin} if origin else {}
        self._connecting = visitor.session.ws_connect(address, headers=headers)

    async def __aenter__(self) -> Self:
        self._socket = await self._connecting
        return self

    async def __aexit__(self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None) -> None:
        await self._socket.close()

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display)

    async def send(self, *message: Any) -> None:
        await self._socket.send_str(json.dumps(message))

    async def type(self, keys: str) -> None:
        await self.send("stdin", keys)

    async def until(self, is_there: Callable[[], bool]) -> None:
        """Read until it is so; else say what was shown."""
        try:
            await self._read_until(is_there)
        except TimeoutError:
            raise AssertionError(f"waited in vain; shown:\n{self.shown}") from None

    async def _read_until(self, is_there: Callable[[], bool]) -> None:
        async with asyncio.timeout(SECONDS):
            while not is_there():
                message = await self._socket.receive()
                if message.type is aiohttp.WSMsgType.BINARY:
                    self._stream.feed(message.data)
                elif message.type is aiohttp.WSMsgType.TEXT:
                    self.told.append(json.loads(message.data))
                else:
                    raise AssertionError(f"closed ({self._socket.close_code}) while waiting; shown:\n{self.shown}")

    async def sees(self, words: str) -> None:
        """Read until the words are on the screen."""
        await self.until(lambda: words in self.shown)

    async def closed(self) -> int | None:
        """Read until the other side closes, and return why."""
        async with asyncio.timeout(SECONDS):
            while True:
                message = await self._socket.receive()
                if message.type is aiohttp.WSMsgType.CLOSE:
                    return int(message.data)
                if message.type not in (aiohttp.WSMsgType.TEXT, aiohttp.WSMsgType.BINARY):
                    return self._socket.close_code


@contextlib.asynccontextmanager
async def serving(program: Program | None = None, most: int = 4) -> AsyncIterator[tuple[Guard, Visitor, Seats]]:
    """Serve, and come in by the link."""
    at, until = listening(0), asyncio.Event()
    port = at.getsockname()[1]
    guard, seats = Guard(port), Seats(program or echo(), most)
    running = asyncio.create_task(served(at, guard, seats, until))
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        visitor = Visitor(port, session)
        try:
            await visitor.enter(guard.new_link())
            yield guard, visitor, seats
        finally:
            until.set()
            await running
