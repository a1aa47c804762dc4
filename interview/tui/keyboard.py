"""What comes from the terminal, as keys and pastes. Whatever was pasted is one paste: nothing in it can act as a key.

The toolkit's parser gives out the characters behind a raw escape inside a paste as keys, and believes the first end of a
paste that it meets, even one that was pasted. Here a paste ends with the last end before the terminal falls silent.
"""

from __future__ import annotations

import selectors
import sys
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import Final

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.driver import Driver
from textual.message import Message

SILENCE_SECONDS: Final = 0.1
"""Without input for so long, what came after the end of a paste was typed and not pasted. Nobody types faster than this after a paste."""

READ_BYTES: Final = 4096


class Keyboard(XTermParser):
    """The toolkit's parser, which never sees the inside of a paste."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        """`clock` counts seconds."""
        super().__init__()
        self._clock = clock
        self._before = ""
        self._pasted: list[str] | None = None
        self._heard_at = 0.0

    def feed(self, data: str) -> Iterable[Message]:
        """Take what was read, and yield what it means; a paste is kept back until the terminal falls silent."""
        if self._pasted is not None and data:
            self._pasted.append(data)
            self._heard_at = self._clock()
            return
        begin = (self._before + data).find(BRACKETED_PASTE_START)
        if begin < 0:
            self._before = (self._before + data)[-len(BRACKETED_PASTE_START) + 1 :]
            yield from super().feed(data)
            return
        inside = begin + len(BRACKETED_PASTE_START) - len(self._before)
        self._before, self._pasted, self._heard_at = "", [data[inside:]], self._clock()
        yield from super().feed(data[:inside])

    def tick(self) -> Iterable[Message]:
        """Yield what time has settled: an escape that was a key, a paste that has ended."""
        yield from super().tick()
        if self._pasted is not None and self._clock() - self._heard_at >= SILENCE_SECONDS:
            yield from self._settled()

    def _settled(self) -> Iterator[Message]:
        """Yield the paste, then the keys that were typed after its end; nothing while its end has not come."""
        pasted = "".join(self._pasted or ())
        text, end, typed = pasted.rpartition(BRACKETED_PASTE_END)
        self._pasted = [pasted]
        if not end or BRACKETED_PASTE_START in typed:
            return
        self._pasted = None
        for event in super().feed(BRACKETED_PASTE_END):
            if not isinstance(event, events.Paste):
                yield event
        yield events.Paste(text.replace(BRACKETED_PASTE_END, "").replace(BRACKETED_PASTE_START, "").replace("\x1b", ""))
        if typed:
            yield from self.feed(typed)


def careful(driver: type[Driver]) -> type[Driver]:
    """Return the toolkit's driver with this keyboard, where the terminal is read as bytes; any other driver as it is."""
    if sys.platform == "win32":
        return driver
    from textual.drivers.linux_driver import LinuxDriver

    from interview.tui.signalled_driver import SignalledDriver

    class CarefulDriver(SignalledDriver):
        """Reads the terminal through `Keyboard`; bytes that are no text become the replacement character."""

        def run_input_thread(self) -> None:
            """Read until the app ends."""
            keyboard, decode = Keyboard(), getincrementaldecoder("utf-8")("replace").decode
            with selectors.SelectSelector() as selector:
                selector.register(self.fileno, selectors.EVENT_READ)
                while not self.exit_event.is_set():
                    if selector.select(SILENCE_SECONDS) and (data := decode(self.read_terminal(READ_BYTES))):
                        for message in keyboard.feed(data):
                            self.process_message(message)
                    for message in keyboard.tick():
                        self.process_message(message)

    return CarefulDriver if driver is LinuxDriver else driver
