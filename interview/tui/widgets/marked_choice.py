"""`MarkedChoice`: one of a few choices, the chosen one marked by a sign and not by colour alone."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.widgets import RadioButton

CHOSEN: Final = "(x) "
NOT_CHOSEN: Final = "( ) "


class MarkedChoice(RadioButton):
    """A choice of a `RadioSet`: `(x) baseline`, `( ) follow-up`."""

    def render(self) -> Content:
        """Return the sign and the words."""
        return Content.assemble(CHOSEN if self.value else NOT_CHOSEN, self.label)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 the toolkit's signature
        """Return the cells that the sign and the words take."""
        return len(CHOSEN) + self.label.cell_length

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 the toolkit's signature
        """Return the lines that the sign and the words take: they wrap, and are never cut."""
        return len(self.render().wrap(max(width, 1)))
