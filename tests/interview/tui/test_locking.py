"""What is typed survives a crash and a lock; while it is locked nothing of anybody stands on a screen, and the key is forgotten."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from interview.engine.doors import Doors, UserSettings
from interview.engine.ports import StoreFault
from interview.storage.unlock import LEAST_COST, KeyFile, Passphrase
from interview.storage.vault import Vault
from interview.tui.app import InterviewApp
from interview.tui.drafting import DAMAGED, KEPT
from interview.tui.glyphs import WIDE
from interview.tui.screens.exporting import ExportingScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.kept_words import KeptWords
from tests.interview.engine.world import PLAIN, Ticking, ask_through
from tests.interview.tui.desk import MOST_LOOKS, Desk, doors

WORDS = "four grey herons"
CANARY = "canary Zyx half a sentence"
NOTE = "canary Zyx note"
AT = "narrative.concern"


def at(vault: Vault, minutes: int | None = None) -> Doors:
    """Return doors to a vault."""
    world = doors()
    world.store, world.drafts, world.lock = vault, vault.drafts, vault
    world.settings = UserSettings("Dr A", None, "trd-dark", lock_minutes=minutes)
    return world


class Hours:
    """A clock that goes when it is told."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@asynccontextmanager
async def desk_of(world: Doors, hours: Hours | None = None) -> AsyncIterator[Desk]:
    app = InterviewApp(world, glyphs=WIDE)
    if hours is not None:
        app.now = hours
        app._acted_at = hours()
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await desk.settle()
        yield desk


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    made, _ = Vault.create(tmp_path_factory.mktemp("locking") / "vault", Passphrase(WORDS), cost=LEAST_COST, clock=Ticking())
    yield made
    made.close()


@pytest.fixture
def by_key(tmp_path: Path) -> Iterator[Vault]:
    made, _ = Vault.create(tmp_path / "vault", KeyFile(tmp_path / "key"), clock=Ticking())
    yield made
    made.close()


def everything(app: InterviewApp) -> str:
    """All text of all widgets on all screens, as repr of what they hold."""
    texts: list[str] = [app.title, app.sub_title]
    for screen in app.screen_stack:
        texts += [str(screen.title), str(screen.sub_title)]
        for widget in screen.walk_children(with_self=True):
            texts += [str(getattr(widget, part, "")) for part in ("text", "value", "content", "border_title", "tooltip")]
            if isinstance(widget, OptionList):
                texts += [str(option.prompt) for option in widget.options]
            for line in range(widget.size.height):
                texts.append(widget.render_line(line).text)
    return "\n".join(texts)


async def until_there(desk: Desk, place: str = "InterviewScreen") -> None:
    """Let everything settle until a screen is there."""
    for _ in range(MOST_LOOKS):
        if desk.place == place:
            break
        await desk.settle()
    await desk.settle()
    assert place == desk.place


async def taken(desk: Desk) -> str:
    """Take what was kept to the line, which was empty, and return what stands there then."""
    assert desk.asking.line.text == ""
    await desk.press("tab")
    assert not desk.asking.query_one(KeptWords).display
    return desk.asking.line.text


def said(desk: Desk) -> str:
    return str(desk.app.screen.query_one("#locked-said", Static).content)


async def typing_at(desk: Desk, text: str, subject: str) -> str:
    """Begin, go to a question that takes a text, and type."""
    await desk.begin(subject)
    ask_through(desk.session, PLAIN, until=AT)
    desk.asking.draw()
    await desk.type(text)
    return desk.session.record


async def test_it_locks_by_itself_shows_nothing_and_opens_at_the_same_place_with_the_same_text(vault: Vault) -> None:
    hours = Hours()
    async with desk_of(at(vault), hours) as desk:
        record = await typing_at(desk, CANARY, "CANARYSUBJ")
        await desk.press("f3")
        await desk.type(NOTE)
        hours.seconds = 599
        desk.app.lock_if_idle()
        await desk.settle()
        assert "PromptScreen" == desk.place
        assert CANARY in everything(desk.app)

        hours.seconds = 601
        desk.app.lock_if_idle()
        await desk.settle()
        assert ("LockedScreen", True) == (desk.place, vault.is_locked)
        for there in (everything(desk.app), desk.text()):
            assert "anary" not in there
            assert "CANARY" not in there
        with pytest.raises(StoreFault) as fault:
            vault.events(record)
        assert "locked" == fault.value.kind
        for key in ("escape", "f1", "f6", "f10", "enter", "pagedown"):
            await desk.press(key)
            assert "LockedScreen" == desk.place

        for tries in range(3):
            await desk.answer(f"wrong {tries}")
            await desk.settle()
            assert ("LockedScreen", "") == (desk.place, desk.app.screen.query_one(Input).value)
            assert "does not open" in said(desk)
        assert "Wait 2 seconds" in said(desk)
        await desk.answer(WORDS)
        await desk.settle()
        assert ("LockedScreen", "Wait 2 seconds, then try again.") == (desk.place, said(desk))
        hours.seconds += 2
        await desk.answer(WORDS)
        await until_there(desk)
        assert ("InterviewScreen", record, AT) == (desk.place, desk.session.record, desk.link_id)
        assert f"{KEPT} Tab takes it to the line: “{CANARY}”" in desk.words()
        assert CANARY == await taken(desk)
        assert "1 text was kept from before" in desk.words()
        await desk.press("f3")
        assert NOTE == desk.app.screen.query_one(AnswerInput).text
        await desk.press("escape")

        await desk.press("enter")
        await desk.settle()
        assert CANARY == desk.session.answer_of(AT).verbatim
        assert {"note": NOTE} == dict(vault.drafts.kept(record).texts)


async def test_after_a_crash_the_text_is_offered_again_and_is_gone_once_it_is_answered(by_key: Vault, tmp_path: Path) -> None:
    async with desk_of(at(by_key)) as desk:
        record = await typing_at(desk, CANARY, "S-1")
        desk.app.drafting.settle()
        await desk.settle()
        assert {f"answer:{AT}": CANARY} == dict(by_key.drafts.kept(record).texts)
        await desk.press("pageup")
        await desk.type("another")
        before = desk.link_id
        desk.app.drafting.settle()
        await desk.settle()
        assert {f"answer:{AT}": CANARY, f"answer:{before}": "another"} == dict(by_key.drafts.kept(record).texts)
        desk.asking.line.show("")
        desk.app.drafting.settle()
        await desk.settle()
        assert {f"answer:{AT}": CANARY} == dict(by_key.drafts.kept(record).texts)
        await desk.press("pagedown")
        kept = by_key.drafts.kept(record).texts
    by_key.drafts.keep(record, kept)  # as a process leaves it that was killed

    async with desk_of(at(by_key)) as desk:
        await desk.press("enter")
        await until_there(desk)
        desk.session.go_to(AT)
        desk.asking.draw()
        await desk.press("enter")
        assert desk.session.answer_of(AT) is None, "nothing was typed now, and what was kept is no answer"
        await desk.type("new")
        await desk.press("pageup", "pagedown")
        assert f"“{CANARY}”" in desk.words()
        desk.app.drafting.settle_now()
        assert {f"before:answer:{AT}": CANARY, f"answer:{AT}": "new"} == dict(by_key.drafts.kept(record).texts)
        await desk.press("backspace", "backspace", "backspace")
        assert CANARY == await taken(desk)
        await desk.press("enter")
        await desk.settle()
        assert CANARY == desk.session.answer_of(AT).verbatim
        assert {} == by_key.drafts.kept(record).texts
        by_key.drafts.keep(record, {f"answer:{AT}": CANARY})

    for path in (tmp_path / "vault" / "drafts").iterdir():
        path.write_bytes(b"changed")
    async with desk_of(at(by_key)) as desk:
        await desk.press("enter")
        await until_there(desk)
        assert DAMAGED in str(desk.app.screen.query_one("#message", Static).content)


async def test_leaving_keeps_what_was_typed_and_a_key_file_only_blanks(by_key: Vault) -> None:
    async with desk_of(at(by_key, minutes=1)) as desk:
        record = await typing_at(desk, CANARY, "S-1")
        await desk.press("escape", "1")
        await desk.settle()
        assert "HomeScreen" == desk.place
        assert {f"answer:{AT}": CANARY} == dict(by_key.drafts.kept(record).texts)
        by_key.drafts.keep(record, {f"before:answer:{AT}": "older", f"answer:{AT}": CANARY})  # as two crashes leave it
        await desk.press("enter")
        await until_there(desk)
        assert (AT, f"older\n{CANARY}") == (desk.link_id, await taken(desk))
        desk.app.action_lock()
        await desk.settle()
        assert ("LockedScreen", False) == (desk.place, by_key.is_locked)
        assert CANARY not in desk.text()
        await desk.press("enter")
        assert ("InterviewScreen", f"older\n{CANARY}") == (desk.place, desk.asking.line.text)


async def test_never_means_never_and_a_late_key_opens_nothing(by_key: Vault) -> None:
    hours = Hours()
    world = at(by_key, minutes=0)
    async with desk_of(world, hours) as desk:
        await typing_at(desk, "a", "S-1")
        hours.seconds = 10**7
        await desk.type("b")
        assert ("InterviewScreen", "ab") == (desk.place, desk.asking.line.text)
        world.settings = UserSettings("Dr A", None, "trd-dark", lock_minutes=3)
        hours.seconds += 181
        await desk.type("c")
        await desk.settle()
        assert "LockedScreen" == desk.place
        await desk.press("enter")
        assert "ab" == desk.asking.line.text


class Noted:
    """What was told to the others."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def acted(self, at: float) -> None:
        self.told.append(f"acted {at:.0f}")

    def locked(self) -> None:
        self.told.append("locked")


async def test_an_act_elsewhere_counts_a_lock_elsewhere_locks_and_is_not_told_back(by_key: Vault) -> None:
    hours, noted = Hours(), Noted()
    async with desk_of(at(by_key, 1), hours) as desk:
        desk.app.together = noted
        hours.seconds = 50
        desk.app.others_acted()
        hours.seconds = 109
        desk.app.lock_if_idle()
        assert ("HomeScreen", []) == (desk.place, noted.told)
        for __ in range(2):
            desk.app.lock_with_others()
            await desk.settle()
            assert ("LockedScreen", []) == (desk.place, noted.told)
        await desk.press("enter")
        assert "HomeScreen" == desk.place, "what was locked already does not lock again"
        desk.app.push_screen(ExportingScreen())
        await desk.settle()
        desk.app.lock_with_others()
        assert "ExportingScreen" == desk.place
        desk.app.pop_screen()
        desk.app.lock_if_idle()
        await desk.settle()
        assert ("LockedScreen", ["acted 109"]) == (desk.place, noted.told)
        await desk.press("enter")
        desk.app.action_lock()
        assert "locked" == noted.told[-1]


async def test_who_has_a_record_is_told_it_may_be_read_and_tried_again(by_key: Vault, tmp_path: Path) -> None:
    world = at(by_key)
    world.begin("S-7", interviewer="Dr Elsewhere").release()
    [summary] = by_key.records()
    other = Vault.open(tmp_path / "vault", KeyFile(tmp_path / "key"))
    other.hold(summary.record)
    app = InterviewApp(world, record=summary.record, glyphs=WIDE)
    async with app.run_test(size=(100, 30)) as pilot:
        desk = Desk(app, pilot)
        await until_there(desk, "ChoiceScreen")
        assert f"(process {os.getpid()}) since 20" in desk.words()
        before = by_key.events(summary.record)
        await desk.press("2")
        await desk.settle()
        assert "HeldScreen" == desk.place
        assert "read only" in desk.words()
        await desk.press("f9")
        assert "HeldScreen" == desk.place
        await desk.press("escape")
        assert ("HomeScreen", before) == (desk.place, by_key.events(summary.record))
        await desk.press("enter", "1")
        await desk.settle()
        assert "ChoiceScreen" == desk.place
        other.close()
        await desk.press("1")
        await until_there(desk)
        assert ("InterviewScreen", summary.record) == (desk.place, desk.session.record)
