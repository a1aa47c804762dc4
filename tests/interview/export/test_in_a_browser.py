"""The exported page in a real browser: it asks nobody for anything, and shows its text. Skipped where there is no Chromium."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from interview.export.page_html import to_html
from tests.interview.export.record import HOSTILE, page, record
from tests.interview.tui.rich_records import rich_doors

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
NOWHERE = "http://127.0.0.1:9/zq.png"
FETCHING = f'<!doctype html><title>x</title><img src="{NOWHERE}"><p>shown</p>'


@dataclass
class Opened:
    """A browser, and what it asked for beside the file that it was given."""

    context: Any
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    async def opens(self, content: bytes, path: Path) -> Any:
        path.write_bytes(content)
        tab = await self.context.new_page()
        tab.on("request", lambda request: self.asked.append(request.url))
        tab.on("dialog", lambda said: self.faults.append(said.message))
        tab.on("pageerror", lambda fault: self.faults.append(str(fault)))
        tab.on("console", lambda said: self.faults.append(said.text))
        await tab.goto(path.as_uri(), wait_until="networkidle")
        self.asked.remove(path.as_uri())
        return tab


@pytest.fixture
async def browser(tmp_path: Path) -> AsyncIterator[Opened]:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: the exported page was not opened in a browser")
    playwright = pytest.importorskip("playwright.async_api", reason="playwright is not installed: the exported page was not opened")
    async with playwright.async_playwright() as driver:
        context = await driver.chromium.launch_persistent_context(
            str(tmp_path / "profile"), executable_path=CHROMIUM, headless=True, args=FLAGS, viewport={"width": 390, "height": 800}
        )
        try:
            yield Opened(context)
        finally:
            await context.close()


async def test_an_exported_page_makes_no_request_and_another_page_would_be_seen_to_make_one(browser: Opened, tmp_path: Path) -> None:
    for name, session in (("full", rich_doors().read("visit1")), ("hostile", record())):
        made = page(session)
        tab = await browser.opens(to_html(made), tmp_path / f"{name}.html")
        assert made.title == await tab.title()
        shown = " ".join((await tab.inner_text("body")).split())
        assert made.foot in shown
        if name == "hostile":
            assert " ".join(HOSTILE.split()) in shown
        assert await tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "wider than a phone"
        assert 0 == await tab.evaluate("document.querySelectorAll('script, img, link, iframe, object, a').length")
    assert ([], []) == (browser.asked, browser.faults)
    await browser.opens(FETCHING.encode(), tmp_path / "fetching.html")
    assert [NOWHERE] == browser.asked
