"""`Sheet`: a screen that lies over another one. It shows its own keys at the foot; those of the page behind are hidden while it is open."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from interview.tui.widgets.key_line import KeyLine

Result = TypeVar("Result")


class Sheet(ModalScreen[Result], Generic[Result]):
    """What every sheet is built on; a class above it lays out its body, and its keys come by themselves."""

    def on_mount(self) -> None:
        """Place the line of keys, where the body has none. The toolkit calls this beside a sheet's own."""
        if not self.query(KeyLine):
            self.mount(KeyLine())
