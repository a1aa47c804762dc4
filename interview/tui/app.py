"""`InterviewApp`: the terminal interface. It holds themes, the keys that work everywhere, and the start page; screens do the rest.

Nothing of what is typed or shown leaves it: no development console, no screenshot, no traceback.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Final

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import ModalScreen, Screen

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.tui.glyphs import ASCII, Glyphs, glyphs_for
from interview.tui.keyboard import careful
from interview.tui.screens.help import Doable, doable, help_screen, key_word
from interview.tui.screens.home import HomeScreen
from interview.tui.themes import NAMES, THEMES, next_theme, theme_for

CRASHED: Final = 70
CRASH_WORDS: Final = (
    "The program met a fault of its own and ended. Every answer that it had acknowledged as saved is safe; "
    "open it again and resume the record."
)


class InterviewApp(App[None], inherit_bindings=False):
    """The interview in a terminal. Work reaches it through `doors`; with a session it begins there, and leaves when it is left."""

    CSS_PATH = "app.tcss"
    TITLE = "trd-interview"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "help", priority=True, tooltip="What can be done here"),
        Binding("ctrl+c", "leave", show=False, priority=True, tooltip="Ask whether to leave; nothing is lost"),
        Binding("tab", "focus_next", show=False, priority=True),
        Binding("shift+tab", "focus_previous", show=False, priority=True),
    ]
    """Moving between lines comes before the line has its say: a fast hand's next word then goes to the next line."""

    def __init__(self, doors: Doors, session: Session | None = None, *, glyphs: Glyphs | None = None) -> None:
        super().__init__()
        self.features = frozenset()
        self.devtools = self._devtools_redirector = None
        self.doors = doors
        self.animation_level = "none"
        self._first = session
        self._glyphs = glyphs or glyphs_for(os.environ, sys.stdout.encoding)
        for theme in THEMES:
            self.register_theme(theme)
        few_colors = self.console.color_system in ("standard", "windows")
        self.theme = theme_for(doors.settings.theme, no_color=self.no_color, few_colors=few_colors)

    def get_driver_class(self) -> type[Driver]:
        """Read the terminal so that nothing pasted can act as a key."""
        return careful(super().get_driver_class())

    def on_mount(self) -> None:
        """Open the start page, and the interview on it where one was given."""
        self.set_class(self._glyphs == ASCII, "ascii")
        home = HomeScreen(self.doors, self._glyphs)
        self.push_screen(home)
        if self._first is not None:
            self.call_after_refresh(home.open_session, self._first)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 the toolkit's signature
        """Offer none of the toolkit's own commands: a screenshot would write what the screen shows to a file."""
        return ()

    def get_key_display(self, binding: Binding) -> str:
        """Return a key as it stands on a keyboard."""
        return key_word(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep help off the sheets, where it could not act."""
        if action == "help" and isinstance(self.screen, ModalScreen):
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

    def action_help(self) -> None:
        """List what can be done here; choosing an entry does it."""
        screen = self.screen
        extra = (*getattr(screen, "EXTRA_ACTS", ()), ("app.next_theme", f"Change the colours (now: {NAMES.get(self.theme, self.theme)})"))
        acts = doable(screen, extra)
        self.push_screen(help_screen(acts), lambda chosen: self._do(acts, chosen))

    def action_leave(self) -> None:
        """Let the screen ask; a sheet is closed instead."""
        leave = getattr(self.screen, "action_leave", None) or getattr(self.screen, "action_back", None)
        if leave is not None:
            leave()
        elif isinstance(self.screen, ModalScreen):
            self.screen.dismiss(None)
        else:
            self.pop_screen()

    def action_next_theme(self) -> None:
        """Go on to the next of the four themes."""
        self.theme = next_theme(self.theme)

    def _do(self, acts: Sequence[Doable], chosen: str | None) -> None:
        if chosen is not None:
            act = acts[int(chosen)]
            self.call_later(self.run_action, act.action, act.node)
