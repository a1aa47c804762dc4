"""Only the link, the cookie and the own address let anybody in; every answer carries what keeps the rest out."""

from __future__ import annotations

import re

import aiohttp
import pytest

from interview.serve.guard import COOKIE, Guard
from tests.interview.serve.visiting import Visitor, serving


async def test_without_a_cookie_nothing_is_given() -> None:
    async with serving() as (guard, visitor, _), aiohttp.ClientSession() as stranger:
        for path in ("/", guard.place, f"{guard.place}textual.js", f"{guard.place}ws", "/static/js/textual.js", "/download/k"):
            status, text, _ = await Visitor(visitor.port, stranger).get(path)
            assert 403 == status
            assert "link" in text
        for wrong in ("", "x", "a" * 43):
            status, _, _ = await Visitor(visitor.port, stranger).get(guard.place, Cookie=f"{COOKIE}={wrong}")
            assert 403 == status


async def test_a_link_works_once_and_a_new_one_ends_the_one_before() -> None:
    async with serving() as (guard, visitor, _), aiohttp.ClientSession() as stranger:
        other = Visitor(visitor.port, stranger)
        before, link = guard.new_link(), guard.new_link()
        assert 403 == (await other.get(before.removeprefix(other.address)))[0]
        async with stranger.get(link, allow_redirects=False) as answer:
            assert 303 == answer.status
            cookie = answer.headers["Set-Cookie"]
        status, text, _ = await other.get(link.removeprefix(other.address))
        assert 403 == status
        assert "used already" in text
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert f"Path={guard.place}" in cookie
        assert 43 == len(link.rpartition("/")[2])


@pytest.mark.parametrize(
    "host", ["evil.test", "evil.test:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil.test:{port}", "0.0.0.0:{port}"]
)
async def test_a_foreign_host_is_refused_even_with_the_cookie(host: str) -> None:
    async with serving() as (guard, visitor, _):
        status, text, _ = await visitor.get(guard.place, Host=host.format(port=visitor.port))
        assert 403 == status
        assert "not served here" in text


async def test_the_own_names_are_served() -> None:
    async with serving() as (guard, visitor, _):
        cookie = next(iter(visitor.session.cookie_jar)).OutputString().partition(";")[0]
        for name in ("127.0.0.1", "localhost", "LOCALHOST", "[::1]"):
            status, text, _ = await visitor.get(guard.place, Host=f"{name}:{visitor.port}", Cookie=cookie)
            assert 200 == status
            assert f"ws://{name.lower()}:{visitor.port}{guard.place}ws" in text


@pytest.mark.parametrize(
    "origin", ["", "null", "http://evil.test", "http://127.0.0.1", "https://127.0.0.1:{port}", "http://localhost:{port}"]
)
async def test_a_connection_needs_the_own_origin(origin: str) -> None:
    """Also where the cookie is right: a page of another site is refused before a process is begun."""
    async with serving() as (_, visitor, seats):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            async with visitor.connect(origin=origin.format(port=visitor.port)):
                pass
        assert 403 == refused.value.status
        assert {} == seats._taken


async def test_another_page_cannot_load_ours() -> None:
    async with serving() as (guard, visitor, _):
        assert 403 == (await visitor.get(guard.place, Origin="http://evil.test"))[0]
        assert 403 == (await visitor.get("/open/x", Origin="http://evil.test"))[0]


async def test_every_answer_is_kept_by_nobody_and_framed_by_nobody() -> None:
    async with serving() as (guard, visitor, _):
        for path in (guard.place, f"{guard.place}page.js", f"{guard.place}textual.js", f"{guard.place}xterm.css", "/open/x", "/nothing"):
            _, _, headers = await visitor.get(path)
            assert "no-store" == headers["Cache-Control"]
            assert "no-referrer" == headers["Referrer-Policy"]
            assert "DENY" == headers["X-Frame-Options"]
            assert "nosniff" == headers["X-Content-Type-Options"]
            assert "default-src 'none'" in headers["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
            assert "Python" not in headers["Server"]


async def test_the_page_asks_nobody_else_and_holds_no_script_of_its_own() -> None:
    async with serving() as (guard, visitor, _):
        _, text, headers = await visitor.get(guard.place)
        assert [] == re.findall(r"https?://", text)
        assert [] == re.findall(r"<script[^>]*>[^<]", text)
        assert [] == re.findall(r"\son\w+=|style=", text)
        policy = headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        assert "sandbox allow-scripts allow-same-origin" in policy
        assert re.search(r'data-nonce="([^"]+)"', text)[1] in policy  # type: ignore[index]
        assert "<title>trd-interview</title>" in text


async def test_only_files_of_the_page_are_given() -> None:
    async with serving() as (guard, visitor, _):
        for name in ("page.html", "..%2fserver.py", "%252e%252e/guard.py", "textual.js/", "RobotoMono.ttf"):
            assert 404 == (await visitor.get(f"{guard.place}{name}"))[0]
        async with visitor.session.post(f"{visitor.address}{guard.place}") as answer:
            assert 405 == answer.status


def test_two_servers_share_neither_path_nor_secret() -> None:
    one, other = Guard(8000), Guard(8000)
    cookie = one.exchange(one.new_link().rpartition("/")[2])
    assert one.knows(cookie)
    assert not other.knows(cookie)
    assert one.place != other.place
    assert not one.knows(None)
    assert one.exchange("") is None
