"""`KeyLine`: the keys at the foot of a screen. However narrow it is, help stays in sight at the right, and the others give way.

One widget draws them all: the toolkit's own foot makes a widget a key, anew at each turn, which took a sixth of a turn's time.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from interview.tui.text import as_content

HELP: Final = "f1"


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key as it stands at the foot, from one column to the next key's."""

    key: str
    action: str
    display: str
    words: str
    enabled: bool
    tooltip: str
    start: int = 0

    @property
    def width(self) -> int:
        """Its columns: the key between blanks, the words, a blank."""
        return as_content(self.display).cell_length + 2 + (as_content(self.words).cell_length + 1 if self.words else 0)


class KeyLine(Widget):
    """The keys that can be used now, drawn in one line; a click on one presses it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--words", "key-line--under-mouse"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom; height: 1; color: $footer-foreground; background: $footer-background; text-wrap: nowrap;
        .key-line--key { color: $footer-key-foreground; background: $footer-key-background; text-style: bold; }
        .key-line--words { color: $footer-description-foreground; background: $footer-description-background; }
        .key-line--under-mouse { color: $footer-key-foreground; background: $block-hover-background; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._bound: tuple[ShownKey, ...] = ()
        self._under_mouse: str | None = None

    @property
    def keys(self) -> tuple[ShownKey, ...]:
        """The keys as they stand, from the left; help, at the right edge, comes last and covers what reaches under it."""
        placed, column = [], 0
        for each in self._bound:
            if each.key != HELP:
                placed.append(replace(each, start=column))
                column += each.width
        return (*placed, *(replace(each, start=max(0, self.size.width - each.width)) for each in self._bound if each.key == HELP))

    @property
    def seen(self) -> tuple[ShownKey, ...]:
        """The keys that are drawn: those that stand whole before help, or before the edge where there is no help."""
        keys = self.keys
        edge = keys[-1].start - 1 if keys and keys[-1].key == HELP else self.size.width
        return tuple(each for each in keys if each.key == HELP or each.start + each.width - 1 <= edge)

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._read_bindings)

    def _read_bindings(self) -> None:
        if not self.is_attached:
            return
        shown: dict[str, ShownKey] = {}
        for _node, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show:
                key = ShownKey(binding.key, binding.action, self.app.get_key_display(binding), binding.description, enabled, tooltip)
                shown.setdefault(binding.action, key)
        bound = tuple(shown.values())
        if bound != self._bound:
            self._bound = bound
            self.refresh()

    def render(self) -> Content:
        """Draw the keys that fit whole up to where help stands."""
        keys = self.seen
        helping = keys[-1] if keys and keys[-1].key == HELP else None
        drawn = Content("").join(self._drawn(each) for each in keys if each is not helping)
        if helping is None:
            return drawn
        return drawn.truncate(max(0, helping.start - 1), pad=True) + Content(" " if helping.start else "") + self._drawn(helping)

    def _drawn(self, each: ShownKey) -> Content:
        dim = Style(dim=not each.enabled)
        key, words = self.get_visual_style("key-line--key") + dim, self.get_visual_style("key-line--words") + dim
        if each.key == self._under_mouse:
            key = words = self.get_visual_style("key-line--under-mouse") + dim
        return Content.styled(f" {each.display} ", key) + (Content.styled(f"{each.words} ", words) if each.words else Content(""))

    def at(self, column: int) -> ShownKey | None:
        """Return the key that stands at a column, or none."""
        return next((each for each in self.seen if each.start <= column < each.start + each.width), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the key under the mouse."""
        self._mark(self.at(event.x))

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._mark(None)

    def _mark(self, under: ShownKey | None) -> None:
        if (under.key if under else None) != self._under_mouse:
            self._under_mouse = under.key if under else None
            self.tooltip = as_content(under.tooltip) if under and under.tooltip else None
            self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key that was clicked."""
        pressed = self.at(event.x)
        if pressed is not None and pressed.enabled:
            self.app.simulate_key(pressed.key)
        elif pressed is not None:
            self.app.bell()
