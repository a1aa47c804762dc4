"""Nothing of the screen leaves the application: no picture of it is written or sent, and no report of a fault shows what it worked on."""

from __future__ import annotations

from typing import Any, Final

from textual.app import App

PICTURES: Final = frozenset({"screenshot", "save_screenshot", "suspend_process"})
"""Acts of the toolkit that no key, click or command may set off."""


class PictureRefused(RuntimeError):
    """A picture of the screen would show what people said."""


class Unseen(App[None], inherit_bindings=False):
    """An application whose screen is for whoever sits before it."""

    CRASHED: Final = 70

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow no act that would picture the screen."""
        return False if action in PICTURES else super().check_action(action, parameters)

    def action_screenshot(self, *_given: Any, **_named: Any) -> None:
        """Take no picture."""

    def save_screenshot(self, *_given: Any, **_named: Any) -> str:
        """Write no picture. Raises `PictureRefused`."""
        raise PictureRefused

    def deliver_screenshot(self, *_given: Any, **_named: Any) -> str | None:
        """Send no picture. Raises `PictureRefused`."""
        raise PictureRefused

    def panic(self, *_renderables: Any) -> None:
        """End as on any fault; what the toolkit would print is not printed."""
        self._handle_exception(RuntimeError())

    def deliver_text(self, *_given: Any, **_named: Any) -> str | None:
        """Send no file. Raises `PictureRefused`."""
        raise PictureRefused

    def deliver_binary(self, *_given: Any, **_named: Any) -> str | None:
        """Send no file. Raises `PictureRefused`."""
        raise PictureRefused
