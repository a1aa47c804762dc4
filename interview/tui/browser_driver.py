"""The terminal of a browser: the toolkit's web driver, with the keyboard of this program, and with no way out but the screen.

It can be shown anew to a page that comes back, it ends in order when the other side is gone, and it never sends a file or an address
to open.
"""

from __future__ import annotations

import json
import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, BinaryIO, Final, Literal, TextIO

from textual import events, messages
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size

from interview.tui.keyboard import READ_BYTES, SILENCE_SECONDS, Keyboard
from interview.tui.locking import LockingApp

BEGUN: Final = b"__GANGLION__\n"
"""The line by which the other side knows that packets follow."""

SHOWN: Final = "\x1b[?1049h\x1b[?1000h\x1b[?1003h\x1b[?1015h\x1b[?1006h\x1b[?25l\x1b[?2004h\x1b[2J"
"""The other screen, the mouse, no cursor, pastes marked as such, and nothing left of what was there."""


class BrowserDriver(WebDriver):
    """Reads packets on standard input, and writes packets to standard output, one at a time."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._turn = Lock()

    def write(self, data: str) -> None:
        """Send what is to be shown."""
        self._send(b"D", data.encode("utf-8", "replace"))

    def write_meta(self, data: dict[str, object]) -> None:
        """Send what is no screen: that something was saved, that the app ends."""
        self._send(b"M", json.dumps(data).encode())

    def say_saved(self, time: str) -> None:
        """Tell the page up to when answers are safe."""
        self.write_meta({"type": "saved", "at": time})

    def say_locked(self) -> None:
        """Tell the server that the records are locked: it forgets what it would hand to new tabs."""
        self.write_meta({"type": "locked"})

    def say_acted(self) -> None:
        """Tell the server that somebody acted here: other tabs count from now on."""
        self.write_meta({"type": "acted"})

    def say_lock(self) -> None:
        """Tell the server that this tab locks: the others lock too."""
        self.write_meta({"type": "lock"})

    def start_application_mode(self) -> None:
        """Say that packets follow, and begin to listen. Signals belong to whoever runs the app."""
        self._write_all(BEGUN)
        self.write(SHOWN)
        self._resize(*(self._size or (80, 24)))
        self._key_thread.start()

    def run_input_thread(self) -> None:
        """Read until the app ends; a fault of the reading is a crash like any other."""
        try:
            self._read()
        except Exception as fault:
            self._app.call_later(self._app._handle_exception, fault)

    def _read(self) -> None:
        """Read until the app ends; the end of the input ends the app."""
        stream, keyboard, decode = ByteStream(), Keyboard(), getincrementaldecoder("utf-8")("replace").decode
        descriptor = self._input_reader._fileno
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(SILENCE_SECONDS):
                    read = os.read(descriptor, READ_BYTES)
                    if not read:
                        self._leave()
                        return
                    for kind, payload in stream.feed(read):
                        if kind == "D":
                            for message in keyboard.feed(decode(payload)):
                                self.process_message(message)
                        else:
                            self._on_meta(kind, payload)
                for message in keyboard.tick():
                    self.process_message(message)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take a new size, a page that came back, what was done in another tab, or the wish to end; not the focus of the page."""
        width, height = payload.get("width"), payload.get("height")
        if packet_type == "quit":
            self._leave()
        elif packet_type in ("acted", "lock") and isinstance(self._app, LockingApp):
            self._app.call_later(self._app.others_acted if packet_type == "acted" else self._app.lock_with_others)
        elif packet_type in ("resize", "attach") and isinstance(width, int) and isinstance(height, int):
            if packet_type == "attach":
                self.write(SHOWN)
            self._resize(width, height)
            if packet_type == "attach":
                self._app.call_later(self._app.refresh, layout=True)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Send no file."""

    def _resize(self, width: int, height: int) -> None:
        self._size = (width, height)
        self.send_message(events.Resize(Size(width, height), Size(width, height)))

    def _leave(self) -> None:
        self.send_message(messages.ExitApp())

    def _send(self, kind: bytes, payload: bytes) -> None:
        with self._turn, suppress(OSError):
            self._write_all(kind + len(payload).to_bytes(4, "big") + payload)

    def _write_all(self, packet: bytes) -> None:
        left = memoryview(packet)
        while left:
            left = left[os.write(self.fileno, left) :]
