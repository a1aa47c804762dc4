"""`RatingRow`: one rating of one problem, given by one digit (or yes and no). `RatingCard`: all ratings of the problem shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from interview.tui.text import as_content

TITLE_WIDE: Final = 26
VALUES_WIDE: Final = 16
"""Cells for the title, and for all values together."""

HOW_MUCH: Final = ("none", "mild", "moderate", "severe")
HOW_FAR: Final = ("none", "low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Rating:
    """What one row asks."""

    name: str
    """The field of a problem in the record."""
    title: str
    words: tuple[str, ...]
    """What 0, 1, 2 and 3 mean; empty where it is yes or no."""


RATINGS: Final = (
    Rating("urgency", "Urgent", HOW_FAR),
    Rating("patient_priority", "Person wants it first", HOW_FAR),
    Rating("treatment_available", "Treatment at hand here", ()),
    Rating("severity", "Severity", HOW_MUCH),
    Rating("burden", "Burden on the person", HOW_MUCH),
    Rating("impairment", "Impairment of daily life", HOW_MUCH),
    Rating("modifiability", "Can be changed", HOW_FAR),
)
"""In the order in which the hierarchy compares them."""


class RatingRow(Widget, can_focus=True):
    """One rating: arrows move, a digit rates, Delete takes the rating back, Enter takes what the answers propose."""

    DEFAULT_CSS = """
    RatingRow { height: 1; padding: 0 1; }
    RatingRow:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *[Binding(str(digit), f"rate({digit})", f"rate {digit}", show=False) for digit in range(4)],
        Binding("y", "choose(True)", "yes", show=False),
        Binding("n", "choose(False)", "no", show=False),
        Binding("delete", "take_back", "not rated", show=False),
        Binding("enter", "take_proposed", "take the proposed rating", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    @dataclass
    class Rated(Message):
        """A rating was given; None took it back."""

        rating: str
        value: int | bool | None

    def __init__(self, rating: Rating) -> None:
        super().__init__(id=f"rating-{rating.name.replace('_', '-')}")
        self.rating = rating
        self._value: int | bool | None = None
        self._proposed: int | bool | None = None

    @property
    def is_rated(self) -> bool:
        """Whether a rating stands."""
        return self._value is not None

    @property
    def is_yes_no(self) -> bool:
        """Whether it is rated by yes or no."""
        return not self.rating.words

    @property
    def values(self) -> tuple[tuple[int | bool, str], ...]:
        """Every value that may be chosen, and what stands for it."""
        return ((False, "no"), (True, "yes")) if self.is_yes_no else tuple((digit, str(digit)) for digit in range(4))

    def render(self) -> Content:
        """Return what is rated, the values with brackets around the one that stands, and what it means."""
        width = VALUES_WIDE // len(self.values)
        parts = [as_content(f"{self.rating.title:<{TITLE_WIDE}}")]
        for value, words in self.values:
            is_chosen = self._value is not None and self._value == value
            said = f"[{words}]" if is_chosen else f" {words} "
            parts += [as_content(said, "bold reverse" if is_chosen else ""), as_content(" " * (width - len(said)))]
        return Content.assemble(*parts, as_content(f" {self._words()}"))

    def draw(self, value: int | bool | None, proposed: int | bool | None) -> None:
        """Show what is rated, or that it is not, and what the answers propose."""
        self._value, self._proposed = value, proposed
        self.refresh()

    def _words(self) -> str:
        if self._value is not None:
            return "" if self.is_yes_no else self.rating.words[int(self._value)]
        if self._proposed is None:
            return "? not rated"
        said = ("yes" if self._proposed else "no") if self.is_yes_no else str(self._proposed)
        return f"? proposed {said} (Enter)"

    def on_click(self, event: events.Click) -> None:
        """Rate by mouse, where a value was hit."""
        event.stop()
        offset = event.get_content_offset(self)
        place = (offset.x - TITLE_WIDE) * len(self.values) // VALUES_WIDE if offset is not None else -1
        if 0 <= place < len(self.values):
            self.post_message(self.Rated(self.rating.name, self.values[place][0]))

    def action_rate(self, value: int) -> None:
        """Rate by a digit, where digits rate."""
        if not self.is_yes_no:
            self.post_message(self.Rated(self.rating.name, value))

    def action_choose(self, value: bool) -> None:
        """Rate by yes or no, where that is asked."""
        if self.is_yes_no:
            self.post_message(self.Rated(self.rating.name, value))

    def action_take_back(self) -> None:
        """Leave it unrated again."""
        if self._value is not None:
            self.post_message(self.Rated(self.rating.name, None))

    def action_take_proposed(self) -> None:
        """Take the value that the answers propose."""
        if self._value is None and self._proposed is not None:
            self.post_message(self.Rated(self.rating.name, self._proposed))


class RatingCard(VerticalScroll, can_focus=False):
    """All ratings of one problem; after a rating the next row is in turn."""

    DEFAULT_CSS = """
    RatingCard { height: auto; max-height: 12; border: round $border-blurred; background: $surface; }
    RatingCard:focus-within { border: round $border; }
    RatingCard.-empty { display: none; }
    RatingCard .rating-label { height: auto; padding: 0 1; text-style: bold; }
    """

    @dataclass
    class Given(Message):
        """A rating of the problem shown was given, or taken back."""

        problem: str
        rating: str
        value: int | bool | None

    def __init__(self) -> None:
        super().__init__()
        self.problem: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out whose ratings they are, and a row for each."""
        yield Static("", classes="rating-label")
        for rating in RATINGS:
            yield RatingRow(rating)

    def draw(self, problem: str | None, label: str, values: dict[str, int | bool | None], proposed: dict[str, int | bool]) -> None:
        """Show one problem's ratings; with None, nothing is there to rate."""
        self.problem = problem
        self.set_class(problem is None, "-empty")
        self.query_one(".rating-label", Static).update(as_content(label))
        for row in self.query(RatingRow):
            row.draw(values.get(row.rating.name), proposed.get(row.rating.name))

    def begin(self) -> None:
        """Put the focus on the first rating that is not given yet."""
        rows = list(self.query(RatingRow))
        next((row for row in rows if not row.is_rated), rows[0]).focus()

    @on(RatingRow.Rated)
    def _rated(self, event: RatingRow.Rated) -> None:
        event.stop()
        if self.problem is None:
            return
        self.post_message(self.Given(self.problem, event.rating, event.value))
        rows = list(self.query(RatingRow))
        place = next(place for place, row in enumerate(rows) if row.rating.name == event.rating)
        if event.value is not None and place + 1 < len(rows):
            rows[place + 1].focus()
