"""`GraphView`: the problem graph as a picture that scrolls both ways, what is chosen in it said below, and a list where there is no room.

It draws what it is given and says which problem is looked at; it changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import DataTable, Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.graph_picture import NOTHING_DRAWN, GraphPicture
from interview.tui.widgets.word_table import RowTable, WordRow
from interview.views.graph_cells import LETTERS, UNICODE
from interview.views.graph_layout import NARROWEST, layout, may_be_drawn
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.graph_words import LEAST_LINES, NO_ROOM, TOO_MANY, chosen_words, notes, rows_of


class GraphView(Vertical):
    """The picture with its words; a list in its place where it would not fit."""

    DEFAULT_CSS = """
    GraphView { height: 1fr; }
    GraphView .graph-below { height: auto; max-height: 40%; border-top: solid $border-blurred; }
    GraphView .graph-below:focus { border-top: heavy $border; }
    GraphView .graph-words { height: auto; padding: 0 1; }
    GraphView .graph-notes { height: auto; padding: 0 1; color: $text-muted; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", _("Take"), key_display="Enter", tooltip=_("Take the problem that is looked at")),
    ]

    @dataclass
    class ProblemReached(Message):
        """Another problem is looked at."""

        problem: str

    @dataclass
    class ProblemTaken(Message):
        """The problem that is looked at was taken, by Enter or by a second hit."""

        problem: str

    def __init__(self, *, letters_only: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self._signs = LETTERS if letters_only else UNICODE
        self._problems: tuple[GraphProblem, ...] = ()
        self._links: tuple[GraphLink, ...] = ()
        self._owners: Mapping[str, str] = {}
        self._made = NOTHING_DRAWN
        self._chosen: str | None = None
        self._laid_out_for = -1

    def compose(self) -> ComposeResult:
        """Lay out the picture, the list that may stand in its place, and the words."""
        yield Static("", classes="graph-notes")
        yield GraphPicture(self._signs)
        table = RowTable()
        table.show_header = table.display = False
        yield table
        with VerticalScroll(classes="graph-below"):
            yield Static("", classes="graph-words")

    @property
    def chosen(self) -> str | None:
        """The id of the problem that is looked at."""
        return self._chosen

    @property
    def is_list(self) -> bool:
        """Whether the list stands in the picture's place."""
        return not self.query_one(GraphPicture).display

    def show(self, problems: Sequence[GraphProblem], links: Sequence[GraphLink], owners: Mapping[str, str] | None = None) -> None:
        """Draw a map; the problem that was looked at stays so, if it is still there. `owners` are words for whose a link is."""
        self._problems, self._links, self._owners = tuple(problems), tuple(links), owners or {}
        self._laid_out_for = -1
        self.choose(self._chosen)

    def choose(self, problem: str | None) -> None:
        """Look at a problem; None, or an id that is not on the map, looks at none."""
        self._chosen = problem if any(each.id == problem for each in self._problems) else None
        self._lay_out()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to take a problem only while one is looked at."""
        return self._chosen is not None if action == "take" else super().check_action(action, parameters)

    def action_take(self) -> None:
        """Take the problem that is looked at."""
        if self._chosen is not None:
            self.post_message(self.ProblemTaken(self._chosen))

    def focus_graph(self) -> None:
        """Give the keys to the picture, or to the list."""
        self.screen.set_focus(self.query_one(RowTable if self.is_list else GraphPicture))

    def on_resize(self) -> None:
        """Lay out for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        is_small = self.size.width < NARROWEST or self.size.height < LEAST_LINES
        may_be = may_be_drawn(self._problems, self._links)
        is_list = bool(self._problems) and (is_small or not may_be)
        if is_list != self.is_list:
            picture, table = self.query_one(GraphPicture), self.query_one(RowTable)
            had_focus = self.screen.focused in (picture, table)
            table.display, picture.display = is_list, not is_list
            if had_focus:
                self.focus_graph()
        width = max(NARROWEST, self.size.width - 1)
        if width != self._laid_out_for and not is_list:
            self._laid_out_for = width
            self._made = layout(self._problems, self._links, None, width)
        if is_list:
            self._draw_list(NO_ROOM if may_be else TOO_MANY)
        else:
            self._draw_picture()

    def _draw_list(self, why: str) -> None:
        table = self.query_one(RowTable)
        rows = [WordRow(problem, (text,)) for problem, text in rows_of(self._problems, self._links)]
        if list(table.shown) != rows:
            table.show((("problem", _("Problem")),), rows)
        if self._chosen is not None:
            table.go_to_key(self._chosen)
        self._say(why, "")

    def _draw_picture(self) -> None:
        made = self._made.choosing(self._chosen)
        self.query_one(GraphPicture).draw(made)
        self._say("\n".join(notes(made)), "\n".join(chosen_words(made, self._signs, self._owners)))

    def _say(self, above: str, below: str) -> None:
        for where, words in ((".graph-notes", above), (".graph-words", below)):
            self.query_one(where, Static).update(as_content(words))
        self.query_one(".graph-notes").display = bool(above)
        self.query_one(".graph-below").display = bool(below)

    @on(GraphPicture.Reached)
    def _reached(self, event: GraphPicture.Reached) -> None:
        event.stop()
        self._go(event.problem)

    @on(GraphPicture.Taken)
    def _taken(self, event: GraphPicture.Taken) -> None:
        event.stop()
        self.post_message(self.ProblemTaken(event.problem))

    @on(DataTable.RowHighlighted)
    def _moved(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        here = self.query_one(RowTable).key_here
        if self.is_list and here is not None and here != self.chosen:
            self._chosen = here
            self.post_message(self.ProblemReached(here))

    @on(DataTable.RowSelected)
    def _hit(self, event: DataTable.RowSelected) -> None:
        event.stop()
        here = self.query_one(RowTable).key_here
        if here is not None:
            self.post_message(self.ProblemTaken(here))

    def _go(self, problem: str) -> None:
        self.choose(problem)
        self.post_message(self.ProblemReached(problem))
