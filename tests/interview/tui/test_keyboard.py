"""Nothing that was pasted acts: bytes through the real parser, in any pieces."""

from __future__ import annotations

import os
import queue
import sys
import threading
from typing import Any

import pytest
import textual._parser
from textual import events
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.message import Message
from textual.widgets import Input

from interview.tui.app import InterviewApp
from interview.tui.keyboard import SILENCE_SECONDS, Keyboard, careful
from tests.interview.tui.desk import answers_given, at_desk, doors

BEGIN, END = "\x1b[200~", "\x1b[201~"


class Silence:
    """A clock that a test moves on."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def heard(*pieces: str, gap: float = 0.0) -> list[Any]:
    """Return keys by name and pastes by text, from pieces read one after the other, and then silence."""
    clock = Silence()
    keyboard, found = Keyboard(clock), list[Message]()
    for piece in pieces:
        found += keyboard.feed(piece)
        clock.now += gap
        found += keyboard.tick()
    clock.now += SILENCE_SECONDS * 2
    found += keyboard.tick()
    return [event.key if isinstance(event, events.Key) else event.text for event in found if isinstance(event, (events.Key, events.Paste))]


def test_a_paste_is_one_event() -> None:
    assert ["one\rtwo"] == heard(f"{BEGIN}one\rtwo{END}")


def test_a_pasted_end_of_a_paste_never_lets_the_rest_act_however_it_is_cut() -> None:
    whole = f"{BEGIN}one{END}\r\x1b[20~q{BEGIN}two{END}"
    assert ["one\r[20~qtwo"] == heard(whole)
    for place in range(len(BEGIN), len(whole)):
        assert ["one\r[20~qtwo"] == heard(whole[:place], whole[place:]), place
    assert ["one\r[20~qtwo"] == heard(*whole, gap=SILENCE_SECONDS / 2)


@pytest.mark.parametrize("escape", ["\x1b", "\x1b[31m", "\x1b[20~", "\x1bOP", "\x1b" * 50, "\x1b[2", "\x1b]0;title\x07"])
def test_a_raw_escape_in_a_paste_is_no_key(escape: str) -> None:
    text = "word " * 20
    assert [f"{text}{escape.replace(chr(27), '')}{text}"] == heard(f"{BEGIN}{text}{escape}{text}{END}")


def test_the_toolkits_own_parser_gives_out_keys_of_a_paste() -> None:
    found = XTermParser().feed(f"{BEGIN}{'word ' * 20}\x1b[{'1;' * 30}{END}")
    assert any(isinstance(event, events.Key) for event in found), "this keyboard is no longer needed"


def test_what_is_typed_after_a_paste_acts() -> None:
    assert ["one", "enter"] == heard(f"{BEGIN}one{END}", "\r", gap=SILENCE_SECONDS * 2)
    assert ["one", "enter"] == heard(f"{BEGIN}one{END}\r")
    assert ["one", "two"] == heard(f"{BEGIN}one{END}", f"{BEGIN}two{END}", gap=SILENCE_SECONDS * 2)


def test_a_paste_without_its_end_is_kept_back() -> None:
    assert [] == heard(f"{BEGIN}one\r", "q\r", gap=SILENCE_SECONDS * 3)
    assert ["oneq"] == heard(f"{BEGIN}one", "q", END, gap=SILENCE_SECONDS * 3)


def test_a_beginning_that_is_read_in_pieces_begins_a_paste() -> None:
    assert ["a", "one"] == heard("a\x1b[2", f"00~one{END}")


@pytest.mark.parametrize(("typed", "keys"), [("q\r", ["q", "enter"]), ("\x1b[20~", ["f9"]), ("\x1b[5~\x1b[6~", ["pageup", "pagedown"])])
def test_keys_are_what_they_were(typed: str, keys: list[str]) -> None:
    assert keys == heard(typed)
    assert keys == heard(*typed)


def test_an_escape_alone_is_a_key_after_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Silence()
    monkeypatch.setattr(textual._parser, "get_time", clock)
    keyboard = Keyboard(clock)
    assert [] == [*keyboard.feed("\x1b"), *keyboard.tick()]
    clock.now += 0.2
    assert ["escape"] == [event.key for event in keyboard.tick() if isinstance(event, events.Key)]


async def test_a_hostile_paste_stands_on_the_line_and_nothing_was_done() -> None:
    async with at_desk(doors()) as desk:
        await desk.begin()
        clock = Silence()
        keyboard = Keyboard(clock)
        read = [*keyboard.feed(f"{BEGIN}yes{END}\r\x1b[20~\x1b\x1b{'x' * 5000}\x1b[21~{END}")]
        clock.now += 1
        assert desk.app._driver is not None
        for message in [*read, *keyboard.tick()]:
            message.set_sender(desk.app)
            desk.app._driver.send_message(message)
        await desk.settle()
        assert ("InterviewScreen", {}, 1) == (desk.place, answers_given(desk.session), desk.session.state.seq)
        assert desk.asking.line.text.startswith("yes\n[20~xxx")


@pytest.mark.skipif(sys.platform == "win32", reason="the terminal is not read as bytes there")
def test_the_app_reads_the_terminal_through_it_and_bytes_that_are_no_text_end_nothing() -> None:
    driver: Any = InterviewApp(doors()).get_driver_class()
    assert "CarefulDriver" == driver.__name__
    reading, writing = os.pipe()
    told: queue.Queue[Message] = queue.Queue()
    terminal = driver.__new__(driver)
    terminal.fileno, terminal.exit_event, terminal.process_message = reading, threading.Event(), told.put
    thread = threading.Thread(target=terminal.run_input_thread)
    thread.start()
    try:
        os.write(writing, b"\xff\xfe")
        os.write(writing, f"{BEGIN}one{END}\r{END}".encode())
        keys = [told.get(timeout=30), told.get(timeout=30)]
        paste = told.get(timeout=30)
        os.write(writing, b"\r")
        enter = told.get(timeout=30)
    finally:
        terminal.exit_event.set()
        thread.join(30)
        os.close(reading)
        os.close(writing)
    assert ["\N{REPLACEMENT CHARACTER}"] * 2 == [getattr(key, "character", None) for key in keys]
    assert ("one\r", "enter") == (getattr(paste, "text", None), getattr(enter, "key", None))


def test_any_other_driver_stays_as_it_is() -> None:
    assert Driver is careful(Driver)


async def test_what_is_typed_after_tab_goes_to_the_next_line_however_fast() -> None:
    async with at_desk(doors()) as desk:
        await desk.press("f2")
        first, second, third = list(desk.app.screen.query(Input))[:3]
        first.focus()
        await desk.settle()
        for key, character in (("A", "A"), ("tab", None), ("B", "B"), ("shift+tab", None), ("C", "C")):
            desk.app.post_message(events.Key(key, character))
        await desk.settle()
        landed = {line.value for line in (first, second, third)}
    assert "AC" in landed
