"""`LaidOnce`: a widget as large as its content; that the content grew is seen by the layout in hand, which needs no other after it."""

from __future__ import annotations

from textual.geometry import Size
from textual.scrollbar import ScrollBar
from textual.widget import Widget


class LaidOnce(Widget):
    """The toolkit asks for a second layout, and paints twice, wherever the first finds that what scrolls has another size."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: ARG002 the toolkit's signature
        """Take a new size. A scroll bar that comes or goes asks for a layout of its own."""
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class StillScrollBar(LaidOnce, ScrollBar):
    """A scroll bar that grows and shrinks with what it stands beside."""
