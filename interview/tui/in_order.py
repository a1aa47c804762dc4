"""Keys and pastes act in the order in which they came, each once what the one before it did is done; what is typed early is kept.

The toolkit hands letters to the line at once, but sends keys that edit or act the long way round by the application: of keys that arrive
together (a slow connection, a slow machine) letters would be taken before the keys typed before them, and an Enter would save what an
earlier key was to delete. Here a key waits until the one before it has gone its whole way, and so have the messages that it set off: a
screen that it opened has its line. Letters that follow letters on the same line need not wait.

What is typed before the first place stands goes to its line, so that it is seen. Keys that act are not taken then: nobody knows yet what
they would act on. So it is with what was typed before a screen stood that takes over by itself and must be read first (`ONLY_SEEN`): an
Enter that was meant for another question answers none of safety.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, Final
from weakref import WeakKeyDictionary

from textual import events
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea

from interview.language import _

LEAST_ROUNDS: Final = 2
"""So often a mark goes the way of a key: behind the key itself, and behind what the key made the line say."""
MOST_ROUNDS: Final = 20
"""Rounds after which the next key is taken though something still comes and goes."""
LOST_SECONDS: Final = 0.5
"""After so long a mark that did not come back is gone with the place it was sent to, and another is sent."""
BEGINS_AN_ACT: Final = frozenset(";?=")
"""Signs that act on an empty line."""

TYPED_EARLY: Final = _("What was typed before this stood here is on the line; keys that act were not taken. Enter goes on.")
NOT_TAKEN: Final = _("What was typed before this stood here was not taken.")


class InOrder(App[None], inherit_bindings=False):
    """Holds back what comes too early. What is built on it says when the first place was opened (`take_keys`)."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._held: deque[events.Key | events.Paste] = deque()
        self._is_behind = False
        self._is_begun = False
        self._flows_to: Widget | None = None
        """The line to which letters go one after another."""
        self._stands_since: WeakKeyDictionary[Screen[Any], float] = WeakKeyDictionary()
        """When each screen was drawn first."""
        self._rounds = 0
        self._mark: InOrder.Passed | None = None
        self._lost: asyncio.TimerHandle | None = None

    class Passed(Message):
        """A mark that has gone the way of a key."""

    @property
    def is_behind(self) -> bool:
        """Whether something that was typed is not done yet."""
        return self._is_behind or bool(self._held)

    async def on_event(self, event: events.Event) -> None:
        """Take a key or a paste once everything before it is done; anything else at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif not self._is_begun or self._held or (self._is_behind and not self._flows_on(event)):
            self._held.append(event)
        else:
            await self._hand_over(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Note when a screen is drawn first."""
        if renderable is not None and not self._batch_count:
            self._stands_since.setdefault(screen, self._clock())
        super()._display(screen, renderable)

    @staticmethod
    def _clock() -> float:
        """Return the time of an event that happened now."""
        return Message().time

    def take_keys(self) -> None:
        """Begin to take keys, the early ones first, once the screen that is open has its line."""
        if not self._is_begun:
            self._rounds, self._is_behind = 0, True
            self._send_mark()

    async def on_in_order_passed(self, event: Passed) -> None:
        """Send the mark again until all is quiet; then take the next."""
        event.stop()
        if event is not self._mark:
            return
        self._rounds += 1
        if self._rounds < LEAST_ROUNDS or (self._rounds < MOST_ROUNDS and not self._is_quiet):
            self._send_mark()
            return
        self._forget_mark()
        self._is_behind, self._flows_to = False, None
        if not self._is_begun:
            self._begin()
        while self._held and (not self._is_behind or self._flows_on(self._held[0])):
            await self._hand_over(self._held.popleft())

    def _begin(self) -> None:
        """Keep letters and pastes for the line that stands now, and let go of keys that would act."""
        self._is_begun = True
        since = self._stands_since.get(self.screen, self._clock())
        early, later = [each for each in self._held if each.time < since], [each for each in self._held if each.time >= since]
        is_line = isinstance(self.focused, Input | TextArea) and not self.screen.is_modal
        kept = [each for each in early if is_line and (isinstance(each, events.Paste) or _is_letter(each))]
        self._held = deque((*kept, *later))
        if early:
            self._tell(TYPED_EARLY if kept else NOT_TAKEN)

    def _tell(self, words: str) -> None:
        """Say it on the screen that can, the topmost first; on one below it is read once the sheet above is gone."""
        for screen in reversed(self.screen_stack):
            say = getattr(screen, "say_too", None) or getattr(screen, "say", None)
            if say is not None:
                say(words)
                return

    async def _hand_over(self, event: events.Key | events.Paste) -> None:
        if self._is_unseen(event):
            self._tell(TYPED_EARLY)
            return
        flows = self._flows_on(event)
        self._is_behind, self._rounds = True, 0
        line = self.focused
        self._flows_to = line if isinstance(line, Input | TextArea) and _is_letter(event) and (flows or not _may_act(event)) else None
        await super().on_event(event)
        if not flows:
            self._send_mark()

    def _is_unseen(self, event: events.Key | events.Paste) -> bool:
        """Return whether it would act on a screen that had to be read first, and was typed before that stood."""
        must_be_seen = getattr(self.screen, "ONLY_SEEN", False) and event.time < self._stands_since.get(self.screen, self._clock())
        return must_be_seen and isinstance(event, events.Key) and not event.is_printable

    def _flows_on(self, event: events.Key | events.Paste) -> bool:
        """Return whether it is a letter after letters on the same line."""
        return self._flows_to is not None and self._flows_to is self.focused and _is_letter(event)

    @property
    def _is_quiet(self) -> bool:
        """Whether nothing waits on the way from where the keys go."""
        screen = self.screen
        pumps: list[MessagePump] = [self, screen]
        if screen.focused is not None:
            pumps += screen.focused.ancestors_with_self
        return screen.is_mounted and not any(pump.message_queue_size or pump._next_callbacks for pump in pumps)

    def _send_mark(self) -> None:
        self._forget_mark()
        if self._closing or self._closed:
            return
        self._mark = self.Passed()
        if not self.screen_stack or not (self.focused or self.screen).post_message(self._mark):
            self.post_message(self._mark)
        self._lost = asyncio.get_running_loop().call_later(LOST_SECONDS, self._send_mark)

    def _forget_mark(self) -> None:
        self._mark = None
        if self._lost is not None:
            self._lost.cancel()
            self._lost = None


def _is_letter(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.is_printable


def _may_act(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.character in BEGINS_AN_ACT
