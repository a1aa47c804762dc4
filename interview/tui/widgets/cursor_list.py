"""`CursorList`: a list whose line under the cursor stands in one ink, so that words in colours of their own can be read there too."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style as Ink
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class CursorList(OptionList):
    """The toolkit's list; only colours under the cursor differ."""

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if option is not self.highlighted_option:
            return strips
        ink = Ink(color=style.rich_style.color)
        return [Strip(Segment.apply_style(strip, post_style=ink), strip.cell_length) for strip in strips]
