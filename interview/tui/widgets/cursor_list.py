"""`CursorList`: a list whose line under the cursor stands in one ink, so that words in colours of their own can be read there too."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style as Ink
from textual import events
from textual.content import Content
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.tui.widgets.laid_once import StillScrollBar


class CursorList(OptionList):
    """The toolkit's list; colours under the cursor differ, and lines that stand as before are not drawn again."""

    _set_for = 0
    """The columns for which the lines are set."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The bar at the right."""
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = StillScrollBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def _on_resize(self, event: events.Resize) -> None:  # type: ignore[override]
        """Set the lines anew where they are wider or narrower, and not where there is only room for more of them."""
        if self._set_for == self.scrollable_content_region.width:
            event.prevent_default()
        self._set_for = self.scrollable_content_region.width

    def put(self, options: Sequence[Option]) -> None:
        """Show these options. Where only words changed, those lines alone are drawn; else all, and the cursor stands nowhere."""
        changed = [(at, new) for at, (new, old) in enumerate(zip(options, self.options, strict=False)) if not _says_the_same(new, old)]
        if len(options) != self.option_count or not all(self._fits(at, new) for at, new in changed):
            self.set_options(options)
            return
        for at, new in changed:
            old = self._options[at]
            self._options[at] = new
            del self._option_to_index[old]
            self._option_to_index[new] = at
            if new._id is not None:
                self._id_to_option[new._id] = new
            self.refresh_lines(self._index_to_line[at], self._heights[at])

    def _fits(self, at: int, new: Option) -> bool:
        """Whether an option can stand where another stands: the same name, as tall."""
        width = self.scrollable_content_region.width - self.get_component_styles("option-list--option").padding.width
        return new._id == self._options[at]._id and self._heights.get(at) == self._get_visual(new).get_height(self.styles, width)  # type: ignore[arg-type]

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if option is not self.highlighted_option:
            return strips
        ink = Ink(color=style.rich_style.color)
        return [Strip(Segment.apply_style(strip, post_style=ink), strip.cell_length) for strip in strips]


def _says_the_same(one: Option, other: Option) -> bool:
    words, others = one.prompt, other.prompt
    is_same = isinstance(words, Content) and isinstance(others, Content) and words.is_same(others)
    return is_same and (one._id, one.disabled) == (other._id, other.disabled)
