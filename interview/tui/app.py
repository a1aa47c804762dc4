"""`InterviewApp`: the terminal interface. It holds the keys and the start page, and ends in order; screens do the rest.

Nothing of what is typed or shown leaves it: no development console, no screenshot, no traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any, ClassVar, Final

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import ModalScreen, Screen

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import ASCII, Glyphs, glyphs_for
from interview.tui.in_order import InOrder
from interview.tui.keyboard import careful
from interview.tui.locking import LockingApp
from interview.tui.screens.finder import FinderScreen
from interview.tui.screens.home import HomeScreen
from interview.tui.screens.locked import LockedScreen
from interview.tui.screens.paused import PausedScreen
from interview.tui.screens.tour import may_tour
from interview.tui.themes import THEMES

CRASHED: Final = 70
CRASH_WORDS: Final = _(
    "The program met a fault of its own and ended. Every answer that it had acknowledged as saved is safe; "
    "open it again and resume the record."
)


class InterviewApp(InOrder, LockingApp, inherit_bindings=False):
    """The interview in a terminal. Work reaches it through `doors`; with a session it begins there, and leaves when it is left."""

    CSS_PATH = "app.tcss"
    TITLE = "trd-interview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", _("help"), priority=True, tooltip=_("What can be done here")),
        Binding("question_mark", "help", show=False, tooltip=_("What can be done here")),
        Binding("ctrl+c", "leave", show=False, priority=True, tooltip=_("Ask whether to leave; nothing is lost")),
        Binding("tab", "focus_next", show=False, priority=True),
        Binding("shift+tab", "focus_previous", show=False, priority=True),
    ]
    """Moving between lines comes before the line has its say: a fast hand's next word then goes to the next line."""

    def __init__(self, doors: Doors, session: Session | None = None, *, record: str | None = None, glyphs: Glyphs | None = None) -> None:
        """`record` is one to open that another process may hold."""
        super().__init__(doors, glyphs or glyphs_for(os.environ, sys.stdout.encoding))
        self.features = frozenset()
        self.devtools = self._devtools_redirector = None
        self.animation_level = "none"
        self._first, self._record = session, record
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.theme_set()

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal so that nothing pasted can act as a key."""
        return careful(super().get_driver_class())

    def on_mount(self) -> None:
        """Begin."""
        self.set_class(self.glyphs == ASCII, "ascii")
        self.open_first()
        self.call_after_refresh(self.take_keys)

    def open_first(self) -> None:
        """Open the start page, and the interview on it where one was given."""
        home = HomeScreen(self.doors, self.glyphs)
        self.push_screen(home)
        self.meet_lock()
        if self._first is not None:
            self.call_after_refresh(home.open_session, self._first)
        elif self._record is not None:
            self.call_after_refresh(home.resume, self._record)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 the toolkit's signature
        """Offer none of the toolkit's own commands: a screenshot would write what the screen shows to a file."""
        return ()

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as it stands on a keyboard, or as the chosen preset has it."""
        return self.shown_key(binding)

    def on_click(self, event: events.Click) -> None:
        """Let a click beside a sheet go back, as Esc does."""
        if isinstance(self.screen, ModalScreen) and event.widget is self.screen:
            self.simulate_key("escape")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep help off the lists that one searches and off the blank screens, settings and the tour off the sheets."""
        if action == "help" and isinstance(self.screen, FinderScreen | PausedScreen | LockedScreen):
            return False
        if action == "tour":
            return may_tour(self.screen_stack, self.doors)
        if action == "settings" and isinstance(self.screen, ModalScreen):
            return False
        return super().check_action(action, parameters)

    def _handle_exception(self, error: Exception) -> None:
        """End on a fault of the program's own. The toolkit would print local variables, and answers stand in them."""
        self._return_code = CRASHED
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self._exit_renderables.append(CRASH_WORDS)
        self._close_messages_no_wait()

    def action_focus_next(self) -> None:
        """Take what was kept from before to the line, where a screen offers it there; else go to the next place."""
        take = getattr(self.screen, "take_kept", None)
        if take is None or not take():
            super().action_focus_next()

    def action_leave(self) -> None:
        """Let the screen ask; a sheet is closed instead."""
        leave = getattr(self.screen, "action_leave", None) or getattr(self.screen, "action_back", None)
        if leave is not None:
            leave()
        elif isinstance(self.screen, ModalScreen):
            self.screen.dismiss(None)
        else:
            self.pop_screen()
