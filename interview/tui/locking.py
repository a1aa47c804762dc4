"""Locking the program: on demand, and after a while without an act. The key is forgotten, and nothing of anybody stays on a screen.

What was being typed is kept on the disk first; the passphrase opens the record again at the same question and offers the same text. Records
stay held meanwhile, so that nobody else writes what was left open. Where a key file opens the vault, the screen is only blanked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from textual import events
from textual.screen import Screen

from interview.engine.doors import Doors
from interview.engine.locking import Tries, awake_seconds
from interview.engine.ports import Lockable, StoreFault
from interview.engine.session import Session
from interview.language import _
from interview.tui.drafting import Drafting
from interview.tui.everywhere import EverywhereApp
from interview.tui.glyphs import Glyphs
from interview.tui.screens.exporting import ExportingScreen
from interview.tui.screens.home import HomeScreen
from interview.tui.screens.locked import LockedScreen
from interview.tui.together import Alone, Together

LOOK_SECONDS: Final = 15.0
"""How often it is looked whether nobody did anything for too long; an act that comes too late is met by the lock at once."""

ACTS: Final = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)
"""What somebody does; that a mouse moved is none: a table may have been pushed."""

ACTS_OF_PLACES: Final = {
    "TreatmentsScreen": "treatments",
    "FormulationScreen": "formulation",
    "ReviewScreen": "finish",
    "ReportScreen": "finish",
    "GridScreen": "grid",
    "InformantScreen": "informant",
    "AttachedScreen": "attached",
    "PersonsMapScreen": "persons_map",
}
"""The act that leads to a place of the interview, by the screen on which one was; the clinician's places are asked about again."""


class Left(NamedTuple):
    """Where somebody was when the program locked."""

    record: str
    at: str | None
    """The question asked."""
    act: str | None
    """What leads to the place where they were."""


class LockingApp(EverywhereApp, inherit_bindings=False):
    """Knows when somebody acted last, keeps what is typed, and locks."""

    def __init__(self, doors: Doors, glyphs: Glyphs, *, now: Callable[[], float] = awake_seconds) -> None:
        """`now` counts seconds."""
        super().__init__(doors, glyphs)
        self.now = now
        self.drafting = Drafting(self)
        self._acted_at = now()
        self._left: Left | None = None
        self.together: Together = Alone()
        """The same program open elsewhere, which locks with this one."""
        self._must_lock = False

    def on_mount(self) -> None:
        """Begin to look how long nobody did anything. The toolkit calls this beside an application's own."""
        self.set_interval(LOOK_SECONDS, self.lock_if_idle)

    async def on_event(self, event: events.Event) -> None:
        """Note acts; what is typed is looked at before each, so that no way of leaving loses it. A late one is met by the lock."""
        if isinstance(event, ACTS) and not event.is_forwarded:
            if self.is_idle:
                self.action_lock()
                return
            self._acted_at = self.now()
            self.together.acted(self._acted_at)
            self.drafting.look()
            self.drafting.soon()
        await super().on_event(event)

    @property
    def is_idle(self) -> bool:
        """Whether nobody did anything for longer than is set, or it was locked elsewhere, and the program is to lock."""
        limit = self.doors.lock_seconds
        return (self._must_lock or 0 < limit <= self.now() - self._acted_at) and self._may_lock()

    def lock_if_idle(self) -> None:
        """Lock where nobody did anything for too long."""
        if self.is_idle:
            self.action_lock()

    def others_acted(self) -> None:
        """Note that somebody acted where the same program is open elsewhere."""
        self._acted_at = self.now()

    def lock_with_others(self) -> None:
        """Lock because it was locked elsewhere: now, or once a file that is being written stands. What is locked already stays as it is."""
        if self.screen_stack and isinstance(self.screen, LockedScreen):
            return
        self._must_lock = True
        self.lock_if_idle()

    def exit(self, *given: Any, **named: Any) -> None:
        """End; what is typed and not saved is on the disk first."""
        self.drafting.settle_now()
        super().exit(*given, **named)

    def action_lock(self) -> None:
        """Lock now."""
        if not self._may_lock():
            return
        is_own, self._must_lock = not self._must_lock, False
        if is_own:
            self.together.locked()
        self.drafting.settle_now()
        lock = self.doors.lock
        asks = lock is not None and lock.asks
        if lock is not None and asks:
            if not self._waits():
                self._leave_screens()
            if (home := self._home) is not None:
                home.clear()
            lock.lock()
        self._blank(lock if asks else None)

    def meet_lock(self) -> None:
        """Ask for the passphrase first, where the records were locked before this began."""
        lock = self.doors.lock
        if lock is not None and lock.is_locked:
            self._blank(lock)

    def _blank(self, lock: Lockable | None) -> None:
        self.push_screen(LockedScreen(None if lock is None else lock.unlock, Tries(self.now)), self._opened)

    def _may_lock(self) -> bool:
        """Whether it is not locked already, and no file is being written."""
        return bool(self.screen_stack) and not isinstance(self.screen, LockedScreen | ExportingScreen)

    def _waits(self) -> bool:
        """Whether an act is not saved yet, or nobody's record is practised on: such screens stay beneath the blank one."""
        return any(
            getattr(screen, "is_waiting", False) or getattr(getattr(screen, "doors", None), "is_practice", False)
            for screen in self.screen_stack
        )

    @property
    def _home(self) -> HomeScreen | None:
        return next((screen for screen in self.screen_stack if isinstance(screen, HomeScreen)), None)

    def _leave_screens(self) -> None:
        """Take every screen away but the start page; remember where somebody was."""
        stack = self.screen_stack
        sitting = [screen for screen in stack if isinstance(getattr(screen, "session", None), Session) and not _is_made_up(screen)]
        self._left = _left(sitting, stack) if sitting else None
        self.drafting.forget()
        home = self._home
        with self.batch_update():
            while home is not None and self.screen is not home:
                finish = getattr(self.screen, "let_core_finish", None)
                if finish is not None:
                    finish()
                self.pop_screen()

    def _opened(self, _is_open: bool | None) -> None:
        self._acted_at = self.now()
        left, self._left = self._left, None
        home = self._home
        if home is None:
            return
        home.say("")
        home.draw()
        if left is not None and home is self.screen:
            self._go_back(home, left)

    def _go_back(self, home: HomeScreen, left: Left) -> None:
        try:
            session = self.doors.resume(left.record)
        except StoreFault as fault:
            home.say(_("Not opened: {fault}").format(fault=fault))
            return
        current = session.current()
        home.open_session(session, left.at if current is None or current.link_id != left.at else None)
        screen = self.screen
        if left.act is not None and not session.view().safety.is_open:
            screen.call_after_refresh(self.run_action, left.act, screen)


def _is_made_up(screen: Screen[Any]) -> bool:
    return bool(screen.session.view().practice)  # type: ignore[attr-defined]


def _left(sitting: list[Screen[Any]], stack: list[Screen[Any]]) -> Left:
    session: Session = sitting[0].session  # type: ignore[attr-defined]
    current = session.current()
    act = next((ACTS_OF_PLACES[name] for screen in reversed(stack) if (name := type(screen).__name__) in ACTS_OF_PLACES), None)
    return Left(session.record, current.link_id if current is not None else None, act)
