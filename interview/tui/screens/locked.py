"""The locked screen: nothing of anybody stands on it. The passphrase opens it, or one key where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Input, Static

from interview.engine.locking import Tries
from interview.engine.ports import StoreFault
from interview.language import _, ngettext
from interview.tui.text import as_content
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.secret_input import SecretInput

LOCKED: Final = _("Locked.")
BY_PASSPHRASE: Final = _("Everything that was shown as saved is saved, and what was being typed is kept. The passphrase opens it again.")
BY_KEY: Final = _("The screen is blank. Enter goes on where it was left.")
ENDS: Final = _("Ctrl+C ends the program.")
TRYING: Final = _("A moment.")
TOO_LONG: Final = _("What was pasted is longer than a passphrase can be. Nothing of it was taken.")
NOTHING_TYPED: Final = _("Nothing was typed. Type the passphrase and Enter.")


def wait_words(seconds: int) -> str:
    """Return how long to wait before the next try."""
    return ngettext("Wait {n} second, then try again.", "Wait {n} seconds, then try again.", seconds).format(n=seconds)


def several_words(lines: int) -> str:
    """Return that so many lines are no passphrase."""
    return ngettext(
        "{n} line came at once, and a passphrase is one line. Nothing of it was taken.",
        "{n} lines came at once, and a passphrase is one line. Nothing of it was taken.",
        lines,
    ).format(n=lines)


class LockedScreen(Screen[bool]):
    """Returns True once it was opened. It keeps nothing of what was typed on it."""

    DEFAULT_CSS = """
    LockedScreen { align: center middle; }
    LockedScreen #locked { width: 60; max-width: 100%; height: auto; padding: 1 2; }
    LockedScreen Static { height: auto; }
    LockedScreen #locked-title { text-style: bold; margin-bottom: 1; }
    LockedScreen Input { margin: 1 0; }
    LockedScreen #locked-said { color: $text-error; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("go on"), key_display="Enter", tooltip=_("Go on where it was left")),
    ]

    def __init__(self, opens: Callable[[str], None] | None, tries: Tries) -> None:
        """`opens` takes a passphrase and raises `StoreFault` where it does not fit; None where one key is enough."""
        super().__init__()
        self._opens, self._tries = opens, tries
        self._is_trying = False

    def compose(self) -> ComposeResult:
        """Place what is said, and the line."""
        with Vertical(id="locked"):
            yield Static(LOCKED, id="locked-title", markup=False)
            yield Static(as_content(BY_KEY if self._opens is None else f"{BY_PASSPHRASE}\n{ENDS}"), markup=False)
            if self._opens is not None:
                yield SecretInput(id="locked-passphrase", placeholder=_("passphrase"))
            yield Static("", id="locked-said", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the line."""
        if self._opens is not None:
            self.query_one(SecretInput).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let a key open it only where there is no passphrase."""
        return self._opens is None if action == "open" else super().check_action(action, parameters)

    def action_open(self) -> None:
        """Go on."""
        self._open()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value
        with self.prevent(Input.Changed):
            event.input.value = ""
        if self._is_trying:
            return
        if self._tries.left:
            self._say(wait_words(self._tries.left))
        elif not typed:
            self._say(NOTHING_TYPED)
        else:
            self._is_trying = True
            self._say(TRYING)
            self._try(typed)

    @on(SecretInput.Unfit)
    def _unfit(self, event: SecretInput.Unfit) -> None:
        event.stop()
        self._say(several_words(event.lines) if event.lines > 1 else TOO_LONG)

    @work(thread=True, group="unlocking")
    def _try(self, typed: str) -> None:
        """Try a passphrase beside the screen: it takes a while on purpose."""
        assert self._opens is not None
        try:
            self._opens(typed)
        except StoreFault as fault:
            self.app.call_from_thread(self._refused, fault)
        else:
            self.app.call_from_thread(self._open)

    def _refused(self, fault: StoreFault) -> None:
        self._is_trying = False
        if fault.kind == "wrong_passphrase":
            self._tries.was_wrong()
        wait = wait_words(self._tries.left) if self._tries.left else ""
        self._say(" ".join(part for part in (str(fault), wait) if part))

    def _open(self) -> None:
        if self.app.screen is self:
            self.dismiss(True)

    def _say(self, words: str) -> None:
        self.query_one("#locked-said", Static).update(as_content(words))

    def action_leave(self) -> None:
        """End the program: everything that was acknowledged is saved, and the record is resumed from there."""
        self.app.exit()
