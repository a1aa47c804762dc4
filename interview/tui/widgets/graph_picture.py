"""`GraphPicture`: the drawing of the problem graph. It scrolls both ways, and its keys go from problem to problem; it keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final, cast, get_args

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from interview.language import _
from interview.views.graph_cells import GraphSigns, Role, Span, graph_cells
from interview.views.graph_model import GraphLayout
from interview.views.graph_steps import Way, next_problem, problem_at

NOTHING_DRAWN: Final = GraphLayout(0, 0, (), (), ())
MARGIN: Final = 2
"""Cells kept in sight around the chosen box."""


class GraphPicture(ScrollView, can_focus=True, inherit_bindings=False):
    """The drawing: arrow keys go from problem to problem, PgUp and PgDn, Home and End scroll."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"graph--{role.replace('_', '-')}" for role in get_args(Role)}
    DEFAULT_CSS = """
    GraphPicture { height: 1fr; background: $surface; scrollbar-size: 1 1; }
    GraphPicture > .graph--blank { color: $text; }
    GraphPicture > .graph--box { color: $text-muted; }
    GraphPicture > .graph--words { color: $text; }
    GraphPicture > .graph--arrow { color: $text-muted; }
    GraphPicture > .graph--circle { color: $text-warning; text-style: bold; }
    GraphPicture > .graph--chosen { color: $text-accent; text-style: bold; }
    GraphPicture > .graph--chosen-words {
        color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background; text-style: bold;
    }
    GraphPicture > .graph--feeds { color: $text-accent; text-style: bold; }
    GraphPicture > .graph--fed-by { color: $text-success; text-style: bold; }
    GraphPicture:focus > .graph--chosen-words { color: $block-cursor-foreground; background: $block-cursor-background; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step('up')", _("Along a link"), key_display="Up, Down", tooltip=_("Follow a link to a problem above")),
        Binding("down", "step('down')", show=False, tooltip=_("Follow a link to a problem below")),
        Binding("left", "step('left')", _("Problem by problem"), key_display="Left, Right", tooltip=_("Go to the problem before")),
        Binding("right", "step('right')", show=False, tooltip=_("Go to the next problem")),
        Binding("pageup", "page(-1)", show=False, tooltip=_("Scroll the picture up")),
        Binding("pagedown", "page(1)", show=False, tooltip=_("Scroll the picture down")),
        Binding("home", "aside(-1)", show=False, tooltip=_("Scroll the picture to the left")),
        Binding("end", "aside(1)", show=False, tooltip=_("Scroll the picture to the right")),
    ]

    @dataclass
    class Reached(Message):
        """Another problem is looked at."""

        problem: str

    @dataclass
    class Taken(Message):
        """The problem that is looked at was hit once more."""

        problem: str

    def __init__(self, signs: GraphSigns) -> None:
        super().__init__()
        self._signs = signs
        self._made = NOTHING_DRAWN
        self._lines: tuple[tuple[Span, ...], ...] = ()

    def draw(self, made: GraphLayout) -> None:
        """Show a drawing, with the chosen problem in sight."""
        self._made, self._lines = made, graph_cells(made, self._signs)
        self.virtual_size = Size(made.width, made.height)
        self.refresh()
        self.call_after_refresh(self.show_chosen)

    def show_chosen(self) -> None:
        """Scroll until the chosen problem is in sight."""
        box = self._made.box(self._made.chosen) if self._made.chosen is not None else None
        if box is not None:
            region = Region(max(0, box.x - MARGIN), max(0, box.y - MARGIN), box.w + 2 * MARGIN, box.h + 2 * MARGIN)
            self.scroll_to_region(region, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Return one line of what is in sight."""
        across, down = self.scroll_offset
        line = self._lines[y + down] if 0 <= y + down < len(self._lines) else ()
        segments = [Segment(span.text, self.get_component_rich_style(f"graph--{span.role.replace('_', '-')}")) for span in line]
        return Strip(segments).crop_extend(across, across + self.size.width, self.rich_style).apply_style(self.rich_style)

    def action_step(self, way: str) -> None:
        """Look at the problem that lies one step on."""
        found = next_problem(self._made, cast(Way, way))
        if found is not None:
            self.post_message(self.Reached(found))

    def action_page(self, by: int) -> None:
        """Scroll by most of a page."""
        self.scroll_relative(y=by * max(1, self.size.height - MARGIN), animate=False)

    def action_aside(self, by: int) -> None:
        """Scroll sideways by half of what is in sight."""
        self.scroll_relative(x=by * max(1, self.size.width // 2), animate=False)

    def on_click(self, event: events.Click) -> None:
        """Look at the problem that was hit; a second hit takes it."""
        event.stop()
        at = event.get_content_offset(self)
        found = problem_at(self._made, at.x + int(self.scroll_offset.x), at.y + int(self.scroll_offset.y)) if at is not None else None
        if found is not None:
            self.post_message(self.Taken(found) if found == self._made.chosen else self.Reached(found))
