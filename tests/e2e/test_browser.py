"""`serve`, whole: the real program behind the real server; what a browser shows where there is one, and what any client meets everywhere.

Where there is no Chromium, or nothing that drives it, the two tests that need it are skipped with that reason.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pexpect
import pyte
import pytest
from yarl import URL

from interview.engine.events import Event
from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault
from tests.interview.serve.visiting import SECONDS, Tab, Visitor

PHRASE = "several words of a test"
LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/open/\S+")
NEW, ENTER = "\x1bOQ", "\r"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"]


@dataclass
class Server:
    """A running server and the link that it printed."""

    process: subprocess.Popen[str]
    link: str
    folder: Path

    @property
    def port(self) -> int:
        found = LINK.match(self.link)
        assert found is not None
        return int(found[1])

    def events(self, record: str) -> tuple[Event, ...]:
        """Return a record's events, once nobody holds it any more."""
        vault = Vault.open(self.folder / "vault", Passphrase(PHRASE))
        try:
            vault.hold(record)
            return vault.events(record)
        finally:
            vault.close()

    def record(self) -> str:
        """Return the one record there is."""
        vault = Vault.open(self.folder / "vault", Passphrase(PHRASE))
        try:
            return vault.records()[0].record
        finally:
            vault.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "phrase").write_text(PHRASE)
    argv = [sys.executable, "-m", "interview", "--data-dir", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "phrase"), "serve"]
    own = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    with subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=own) as process:
        try:
            assert process.stdout is not None
            link = next(found[0] for line in process.stdout if (found := LINK.search(line)))
            (tmp_path / "phrase").unlink()
            yield Server(process, link, tmp_path / "data")
        finally:
            if process.poll() is None:
                process.terminate()


@contextlib.asynccontextmanager
async def visiting(server: Server) -> AsyncIterator[Visitor]:
    """Come in by the link."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        visitor = Visitor(server.port, session)
        await visitor.enter(server.link)
        yield visitor


async def begun(tab: Tab, subject: str) -> None:
    """Begin a record, up to its first question."""
    await tab.sees("begin a new interview")
    await tab.type(NEW)
    await tab.sees("Pseudonym")
    await tab.type(subject + ENTER)
    await tab.sees("saved")


async def until_gone(children: list[int]) -> None:
    """Wait until every process has ended."""
    async with asyncio.timeout(SECONDS):
        while any(Path(f"/proc/{child}/cmdline").exists() and Path(f"/proc/{child}/cmdline").read_bytes() for child in children):
            await asyncio.sleep(0.02)


def children_of(server: Server) -> list[int]:
    found = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()
    return [int(child) for child in found.split()]


async def test_a_second_tab_is_told_who_has_the_record_and_a_closed_one_pauses_it(server: Server) -> None:
    async with visiting(server) as visitor:
        async with visitor.connect() as one:
            await begun(one, "S-1")
            assert re.fullmatch(r"\d\d:\d\d", one.told[-1][1])
            async with visitor.connect() as two:
                await two.sees("left just now")
                await two.type(ENTER)
                await two.sees("is being written by")
                children = children_of(server)
                assert 2 == len(children)
                for child in children:
                    seen = Path(f"/proc/{child}/cmdline").read_bytes() + Path(f"/proc/{child}/environ").read_bytes()
                    assert PHRASE.encode() not in seen
                    assert b"passphrase" not in seen.lower()
        await until_gone(children)
    assert "paused" in repr(server.events(server.record())[-1].body)


async def test_a_killed_server_leaves_no_process_and_no_record_held(server: Server) -> None:
    async with visiting(server) as visitor, visitor.connect() as tab:
        await begun(tab, "S-1")
        children = children_of(server)
        server.process.send_signal(signal.SIGKILL)
        assert 1006 == await tab.closed()
        await until_gone(children)
    assert "paused" in repr(server.events(server.record())[-1].body)


async def test_a_stopped_server_ends_in_order(server: Server) -> None:
    async with visiting(server) as visitor, visitor.connect() as tab:
        await begun(tab, "S-1")
        children = children_of(server)
        server.process.send_signal(signal.SIGTERM)
        await until_gone(children)
        assert 128 + signal.SIGTERM == server.process.wait(SECONDS)
    assert "paused" in repr(server.events(server.record())[-1].body)


async def test_after_a_reload_the_screen_is_as_it_was_with_what_was_typed(server: Server) -> None:
    async with visiting(server) as visitor:
        async with visitor.connect() as tab:
            await begun(tab, "S-1")
            await tab.type("half an ans")
            await tab.sees("half an ans")
        async with visitor.connect(tab.tab, width=100, height=30) as again:
            await again.sees("half an ans")
            await again.until(lambda: "S-1" in again.shown and "saved" in again.shown and "Enter save" in again.shown)
            assert again.told[-1] == tab.told[-1]
            await again.type("wer")
            await again.sees("half an answer")


def test_in_a_terminal_the_passphrase_is_asked_for_enter_prints_another_link_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    own = {**os.environ, "TERM": "xterm-256color", "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    argv = ["-m", "interview", "--data-dir", str(tmp_path / "data"), "serve"]
    child = pexpect.spawn(sys.executable, argv, timeout=SECONDS, env=own, dimensions=(24, 80), encoding="utf-8")
    for prompt, typed in (("New passphrase: ", PHRASE), ("Once more: ", PHRASE), ("when it is written down", "")):
        child.expect(prompt)
        child.sendline(typed)
    child.expect(LINK)
    first = child.match[0]
    child.expect("prints a new link")
    child.sendline("")
    child.expect(LINK)
    assert first != child.match[0]
    child.expect("ends the server")
    child.sendintr()
    child.expect("The server has ended")
    child.expect(pexpect.EOF)
    child.wait()
    assert 128 + signal.SIGINT == child.exitstatus


@dataclass
class Opened:
    """A page in a real browser, every address that it asked for, and what its connection brought to the screen."""

    page: Any
    asked: list[str]
    faults: list[str]
    screen: pyte.Screen = field(default_factory=lambda: pyte.Screen(80, 24))
    came: asyncio.Event = field(default_factory=asyncio.Event)

    def connected(self, socket: Any) -> None:
        """Follow a connection: a new one begins with an empty screen of its own size."""
        self.asked.append(socket.url)
        asked = URL(socket.url).query
        self.screen = screen = pyte.Screen(int(asked["width"]), int(asked["height"]))
        stream = pyte.ByteStream(screen)

        def sent(frame: str | bytes) -> None:
            message = json.loads(frame)
            if message[0] == "resize":
                screen.resize(message[1]["height"], message[1]["width"])

        def received(frame: str | bytes) -> None:
            if isinstance(frame, bytes):
                stream.feed(frame)
            self.came.set()

        socket.on("framesent", sent)
        socket.on("framereceived", received)

    async def sees(self, words: str) -> None:
        """Wait until the words are on the screen."""
        try:
            async with asyncio.timeout(SECONDS):
                while words not in "\n".join(self.screen.display):
                    self.came.clear()
                    await self.came.wait()
        except TimeoutError:
            raise AssertionError("waited in vain; shown:\n" + "\n".join(self.screen.display)) from None

    async def begins(self, subject: str) -> str:
        """Begin a record, and return up to when its answers are safe."""
        await self.shows_terminal()
        await self.sees("begin a new interview")
        await self.picture("home")
        await self.page.keyboard.press("F2")
        await self.sees("Pseudonym")
        await self.page.keyboard.type(subject)
        await self.page.keyboard.press("Enter")
        await self.sees("Ask")
        await self.page.wait_for_selector("#safe:not(:empty)", state="attached", timeout=SECONDS * 1000)
        return str(await self.page.evaluate("() => sessionStorage.getItem('safe')"))

    async def shows_terminal(self) -> None:
        """Wait until the terminal is there. (The page's policy lets no text be evaluated in it, so only its elements are looked at.)"""
        await self.page.wait_for_selector("body.is-shown", timeout=SECONDS * 1000)

    async def card(self, when: str) -> str:
        """Wait for the card, and return its words."""
        await self.page.wait_for_selector(f'body[data-when="{when}"]', timeout=SECONDS * 1000)
        return str(await self.page.inner_text("#card"))

    async def picture(self, name: str) -> None:
        """Keep what is shown, where somebody asked for pictures."""
        if folder := os.environ.get("TRD_INTERVIEW_TEST_PICTURES"):
            await self.page.screenshot(path=str(Path(folder) / f"{name}.png"))


@contextlib.asynccontextmanager
async def browsing(server: Server, tmp_path: Path) -> AsyncIterator[Opened]:
    """Open the link in Chromium; without it, or without what drives it, say so."""
    if CHROMIUM is None:
        pytest.skip("no Chromium here: the page was not tried in a browser")
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed: the page was not tried in a browser")
    async with playwright.async_playwright() as driver:
        profile = tmp_path / "profile"
        browser = await driver.chromium.launch_persistent_context(
            str(profile), executable_path=CHROMIUM, headless=True, args=FLAGS, viewport={"width": 1000, "height": 600}
        )
        try:
            page = browser.pages[0]
            opened = Opened(page, [], [])
            browser.on("request", lambda request: opened.asked.append(request.url))
            page.on("websocket", opened.connected)
            page.on("pageerror", lambda fault: opened.faults.append(str(fault)))
            page.on("console", lambda said: opened.faults.append(said.text) if said.type == "error" else None)
            await page.goto(server.link)
            yield opened
        finally:
            await browser.close()


async def test_in_a_browser_the_interview_is_shown_reloaded_and_found_again_and_asks_nobody_else(server: Server, tmp_path: Path) -> None:
    async with browsing(server, tmp_path) as opened:
        page = opened.page
        time = await opened.begins("S-1")
        await page.keyboard.type("half an ans")
        await opened.sees("half an ans")
        await opened.picture("interview")
        await page.reload()
        assert f"Answers are safe up to {time}." in await opened.card("back")
        await opened.picture("reloaded")
        await page.keyboard.press("Enter")
        await opened.shows_terminal()
        await opened.sees("half an ans")
        await page.keyboard.type("wer")
        await opened.sees("half an answer")
        await page.evaluate("() => { window.stays = true; }")
        await page.keyboard.press("F5")
        await opened.sees("Treatments: not asked yet")
        assert await page.evaluate("() => window.stays"), "a key of the program made the browser load the page again"
        await opened.picture("again")
        assert "trd-interview" == await page.title()
        assert [] == opened.faults
        own = (f"http://127.0.0.1:{server.port}/", f"ws://127.0.0.1:{server.port}/", "data:")
        assert len(opened.asked) > 8
        assert [] == [address for address in opened.asked if not address.startswith(own)]


async def test_in_a_browser_a_killed_server_leaves_a_card_without_anything_of_a_person(server: Server, tmp_path: Path) -> None:
    async with browsing(server, tmp_path) as opened:
        page = opened.page
        time = await opened.begins("S-1")
        server.process.send_signal(signal.SIGKILL)
        card = await opened.card("gone")
        assert "The program has ended." in card
        assert f"Answers are safe up to {time}." in card
        assert "open the new link" in card
        await opened.picture("killed")
        assert "S-1" not in await page.content()
        assert {"tab", "safe"} == set(await page.evaluate("() => Object.keys(sessionStorage)"))
        assert 0 == await page.locator("#terminal").count()
