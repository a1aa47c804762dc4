"""`KeyLine`: the keys at the foot of a screen. However narrow it is, help stays in sight at the right, and the others give way."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

HELP: Final = "f1"


class KeyLine(Footer):
    """The toolkit's line of keys, with help docked."""

    DEFAULT_CSS = """
    KeyLine FooterKey.-help { dock: right; background: $footer-background; padding-left: 1; }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False)

    def compose(self) -> ComposeResult:
        """Place the keys as ever, and mark the one that stays."""
        for child in super().compose():
            if isinstance(child, FooterKey) and child.key == HELP:
                child.add_class("-help")
            yield child
