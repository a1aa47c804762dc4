"""The server: the link, the page, its files and its connection, on the loopback address. Everything else is refused in a sentence.

Nothing is logged: an address may hold the link, and what is typed passes through here.
"""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import WSMsgType, web

from interview.language import _
from interview.serve import page as pages
from interview.serve.guard import COOKIE, LOOPBACK, Guard
from interview.serve.page_messages import MessageRefused, Ping, read_message, size_of, tab_of
from interview.serve.seat import ENDED, REFUSED, Seat
from interview.serve.seats import Seats

LARGEST_MESSAGE: Final = 1024 * 1024
"""Bytes; a paste is one message."""

HEARTBEAT_SECONDS: Final = 15.0
"""A page that gives no sign of life for so long is gone."""

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listening(port: int) -> socket.socket:
    """Return the loopback address at a port, or at a free one for 0. Raises `OSError` where the port is taken."""
    return socket.create_server((LOOPBACK, port))


def application(guard: Guard, seats: Seats) -> web.Application:
    """Return what answers requests."""
    server = _Server(guard, seats)
    made = web.Application(middlewares=[server.guarded])
    made.router.add_get("/open/{token}", server.open, allow_head=False)
    made.router.add_get(guard.place, server.show)
    made.router.add_get(f"{guard.place}ws", server.connect, allow_head=False)
    made.router.add_get(f"{guard.place}{{name}}", server.give)
    made.on_response_prepare.append(_with_headers)
    return made


async def served(at: socket.socket, guard: Guard, seats: Seats, until: asyncio.Event) -> None:
    """Serve until the event is set, then end every process in order."""
    logging.getLogger("aiohttp").addHandler(logging.NullHandler())
    logging.getLogger("aiohttp").propagate = False
    runner = web.AppRunner(application(guard, seats), access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, at).start()
        await until.wait()
    finally:
        await seats.close()
        await runner.cleanup()


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(pages.HEADERS)
    response.headers.setdefault("Content-Security-Policy", pages.NOTHING)


def _refused(status: int, sentence: str) -> web.Response:
    return web.Response(status=status, text=f"{sentence}\n")


class _Server:
    def __init__(self, guard: Guard, seats: Seats) -> None:
        self._guard = guard
        self._seats = seats

    @web.middleware
    async def guarded(self, request: web.Request, handler: Answering) -> web.StreamResponse:
        """Refuse what is not meant for us, comes from elsewhere, or has no cookie; the link alone needs none."""
        host, origin = request.headers.get("Host"), request.headers.get("Origin")
        if not self._guard.is_own_host(host):
            return _refused(403, _("This address is not served here. Open the link that the terminal printed."))
        if origin is not None and not self._guard.is_own_origin(origin, host):
            return _refused(403, _("Another page asked for this. Open the link that the terminal printed."))
        is_link = request.path.startswith("/open/")
        if not is_link and not self._guard.knows(request.cookies.get(COOKIE)):
            return _refused(403, _("This browser did not come in by the link. Open the link that the terminal printed."))
        try:
            return await handler(request)
        except web.HTTPException as refused:
            return _refused(refused.status, _("Nothing is here. Open the link that the terminal printed."))
        except asyncio.CancelledError:
            raise
        except Exception:
            return _refused(
                500, _("The program met a fault of its own. Every answer that was shown as saved is safe; load the page again.")
            )

    async def open(self, request: web.Request) -> web.StreamResponse:
        """Exchange the link for a cookie, once."""
        cookie = self._guard.exchange(request.match_info["token"])
        if cookie is None:
            sentence = _("This link was used already, or is not the newest one. Press Enter in the terminal for a new link.")
            return _refused(403, sentence)
        response = web.Response(status=303, headers={"Location": self._guard.place})
        response.set_cookie(COOKIE, cookie, path=self._guard.place, httponly=True, samesite="Strict")
        return response

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the page."""
        host, nonce = request.headers["Host"].lower(), pages.new_nonce()
        headers = {"Content-Security-Policy": pages.policy(nonce, host)}
        return web.Response(text=pages.page(nonce, host, self._guard.place), content_type="text/html", headers=headers)

    async def give(self, request: web.Request) -> web.StreamResponse:
        """Give a file of the page."""
        found = pages.asset(request.match_info["name"])
        if found is None:
            raise web.HTTPNotFound
        return web.Response(body=found[0], content_type=found[1], charset="utf-8")

    async def connect(self, request: web.Request) -> web.StreamResponse:
        """Connect a page with its process, until one of the two ends."""
        if not self._guard.is_own_origin(request.headers.get("Origin"), request.headers.get("Host")):
            return _refused(403, _("Another page asked for this. Open the link that the terminal printed."))
        try:
            tab, size = tab_of(request.query), size_of(request.query)
        except MessageRefused:
            return _refused(400, _("The page asked for something that is not understood; load it again."))
        connection = web.WebSocketResponse(heartbeat=HEARTBEAT_SECONDS, max_msg_size=LARGEST_MESSAGE, compress=False)
        await connection.prepare(request)
        try:
            seat = await self._seats.take(tab, connection, size)
        except OSError:
            seat = ENDED
        if isinstance(seat, int):
            await connection.close(code=seat)
            return connection
        try:
            await _heard(connection, seat)
        finally:
            seat.detach(connection)
        return connection


async def _heard(connection: web.WebSocketResponse, seat: Seat) -> None:
    async for each in connection:
        try:
            if each.type is not WSMsgType.TEXT:
                raise MessageRefused("only text is heard")
            message = read_message(each.data)
        except MessageRefused:
            await connection.close(code=REFUSED)
            return
        if isinstance(message, Ping):
            await connection.send_json(["pong", message.mark])
        else:
            await seat.hear(message)
