"""`CursorList`: a list whose line under the cursor stands in one ink, so that words in colours of their own can be read there too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style as Ink
from textual import events
from textual.content import Content
from textual.geometry import Size
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

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take a new size; the scroll bar is painted with the layout in hand, and not once more after it."""
        is_resized = super()._size_updated(size, virtual_size, container_size, layout)
        self._scroll_at_once()
        if self._vertical_scrollbar is not None and self.show_vertical_scrollbar:
            self.screen._compositor.update_widgets({self._vertical_scrollbar})
        return is_resized

    def _scroll_at_once(self) -> None:
        """Scroll to where the list is to be seen first, once its size is known."""

    def put(self, options: Sequence[Option]) -> None:
        """Show these options; one that says what it said before is not drawn again, wherever it stands now.

        Where only words changed the cursor and what is in view stay; else the cursor stands nowhere, and the first line is in view.
        """
        standing = {_words(option): (option, self._heights.get(at)) for at, option in enumerate(self._options)}
        heights: dict[Option, int] = {}
        now = list[Option]()
        for new in options:
            same, height = standing.pop(_words(new), (None, None))
            if same is not None and height is not None and _is_drawn_alike(same, new):
                heights[same] = height
            now.append(same if same in heights else new)
        if now == self._options:
            return
        before = [(option._id, self._heights.get(at)) for at, option in enumerate(self._options)]
        changed = [at for at, (new, old) in enumerate(zip(now, self._options, strict=False)) if new is not old]
        self._stand(now, heights)
        if self._line_cache.lines and before == [(option._id, self._heights.get(at)) for at, option in enumerate(now)]:
            for at in changed:
                self.refresh_lines(self._index_to_line[at], self._heights[at])
        else:
            self.highlighted = None
            self.scroll_y = 0
            self.refresh(layout=self.styles.auto_dimensions)

    def _stand(self, options: list[Option], heights: Mapping[Option, int]) -> None:
        """Let these options stand in this order; the heights of some are known."""
        moved = {option for at, option in enumerate(options) if self._option_to_index.get(option, at) != at}
        self._options[:] = options
        self._option_to_index.clear()
        self._option_to_index |= {option: at for at, option in enumerate(options)}
        self._id_to_option.clear()
        self._id_to_option |= {option._id: option for option in options if option._id is not None}
        drawn = {key: self._option_render_cache[key] for key in list(self._option_render_cache.keys()) if key[0] in heights}
        self._option_render_cache.clear()
        for key, strips in drawn.items():
            place = Ink.from_meta({"option": self._option_to_index[key[0]]})
            self._option_render_cache[key] = [_inked(strip, place) for strip in strips] if key[0] in moved else strips
        self._line_cache.clear()
        width = self.scrollable_content_region.width - self.get_component_styles("option-list--option").padding.width
        if width <= 0:
            return
        for at, option in enumerate(options):
            height = heights.get(option) or self._get_visual(option).get_height(self.styles, width)  # type: ignore[arg-type]
            self._line_cache.index_to_line[at] = len(self._line_cache.lines)
            self._line_cache.heights[at] = height
            self._line_cache.lines.extend((at, line) for line in range(height))
        super()._update_lines()

    def _update_lines(self) -> None:
        """Look at options that were added; whatever else bears on the lines forgets them all before."""
        if not self._options or len(self._line_cache.heights) < len(self._options):
            super()._update_lines()

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if option is not self.highlighted_option:
            return strips
        ink = Ink(color=style.rich_style.color)
        return [_inked(strip, ink) for strip in strips]


def _inked(strip: Strip, ink: Ink) -> Strip:
    return Strip(Segment.apply_style(strip, post_style=ink), strip.cell_length)


def _words(option: Option) -> tuple[str | None, str]:
    return option._id, option.prompt.plain if isinstance(option.prompt, Content) else ""


def _is_drawn_alike(one: Option, other: Option) -> bool:
    words, others = one.prompt, other.prompt
    return isinstance(words, Content) and isinstance(others, Content) and words.is_same(others) and one.disabled == other.disabled
