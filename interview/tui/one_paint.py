"""`OnePaint`: what comes to a screen in two steps close to each other is painted once, when the second is there."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from textual.app import App
    from textual.timer import Timer

PATIENCE: Final = 0.03
"""Seconds for which painting waits at most: two frames, which nobody sees."""


class OnePaint:
    """Holds an app's painting back until it is let go, or for `PATIENCE`. Nothing else waits: keys and saving go on."""

    def __init__(self) -> None:
        self._held = ExitStack()
        self._timer: Timer | None = None

    def hold(self, app: App[Any]) -> None:
        """Hold painting back; held already, it waits anew."""
        self.let_go()
        self._held.enter_context(app.batch_update())
        self._timer = app.set_timer(PATIENCE, self.let_go)

    def let_go(self) -> None:
        """Let everything be painted that changed since."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._held.close()
