"""`RatingCard`: all ratings of one problem, one row each; a digit rates the row in turn, and the next one is in turn.

The card is the one widget that takes keys. A focus that moved from row to row would lag behind quick typing, and a rating would land on
the row before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
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

from interview.engine.map_acts import RATINGS, YES_NO
from interview.language import _
from interview.tui.text import as_content

TITLE_WIDE: Final = 26
VALUES_WIDE: Final = 16
"""Cells for the title with the sign of the row in turn, and for all values together."""

HOW_MUCH: Final = (_("none"), _("mild"), _("moderate"), _("severe"))
HOW_FAR: Final = (_("none"), _("low"), _("medium"), _("high"))
NO_YES: Final = (_("no"), _("yes"))
TITLES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "urgency": (_("Urgent"), HOW_FAR),
    "patient_priority": (_("Person wants it first"), HOW_FAR),
    "treatment_available": (_("Treatment at hand here"), NO_YES),
    "severity": (_("Severity"), HOW_MUCH),
    "burden": (_("Burden on the person"), HOW_MUCH),
    "impairment": (_("Impairment of daily life"), HOW_MUCH),
    "modifiability": (_("Can be changed"), HOW_FAR),
}
"""What each rating is called, and what its digits mean."""

Value = int | bool
"""0 to 3, or yes and no."""


class RatingRow(Widget):
    """One rating drawn: its title, its digits, the one that stands in brackets, and what it means."""

    DEFAULT_CSS = """
    RatingRow { height: 1; padding: 0 1; }
    RatingCard:focus RatingRow.-in-turn { background: $block-cursor-background; color: $block-cursor-foreground; }
    """

    @dataclass
    class Hit(Message):
        """A value was hit with the mouse, or the row beside its values (None)."""

        rating: str
        digit: int | None

    def __init__(self, rating: str) -> None:
        super().__init__(id=f"rating-{rating.replace('_', '-')}")
        self.rating = rating
        self.title, self.words = TITLES[rating]
        self.value: Value | None = None
        self.proposed: Value | None = None
        self.is_required = False

    def value_of(self, digit: int) -> Value | None:
        """Return the value that a digit stands for here, or None."""
        if not 0 <= digit < len(self.words):
            return None
        return bool(digit) if self.rating in YES_NO else digit

    def draw(self, value: Value | None, proposed: Value | None, *, is_required: bool = False) -> None:
        """Show what is rated, or that it is not, what the answers propose, and whether it is still required."""
        self.value, self.proposed, self.is_required = value, proposed, is_required
        self.refresh()

    def put_in_turn(self, is_in_turn: bool) -> None:
        """Mark the row as the one that keys rate, by a sign and by colour."""
        self.set_class(is_in_turn, "-in-turn")
        self.refresh()

    def render(self) -> Content:
        """Return the row as content."""
        width = VALUES_WIDE // len(self.words)
        sign = ">" if self.has_class("-in-turn") else " "
        parts = [as_content(f"{sign} {self.title:<{TITLE_WIDE - 2}}")]
        for digit, words in enumerate(self.words):
            is_chosen = self.value is not None and int(self.value) == digit
            label = f"{digit} {words}" if self.rating in YES_NO else str(digit)
            said = f"[{label}]" if is_chosen else f" {label} "
            parts += [as_content(said, "bold reverse" if is_chosen else ""), as_content(" " * (width - len(said)))]
        return Content.assemble(*parts, as_content(f" {self._meaning()}"))

    def _meaning(self) -> str:
        if self.value is not None:
            return "" if self.rating in YES_NO else self.words[int(self.value)]
        if self.proposed is None:
            return _("? required") if self.is_required else _("? not rated")
        said = self.words[int(self.proposed)] if self.rating in YES_NO else str(self.proposed)
        return (_("? required, proposed {rating}") if self.is_required else _("? proposed {rating}")).format(rating=said)

    def on_click(self, event: events.Click) -> None:
        """Say which value was hit."""
        event.stop()
        offset = event.get_content_offset(self)
        place = (offset.x - TITLE_WIDE) * len(self.words) // VALUES_WIDE if offset is not None else -1
        self.post_message(self.Hit(self.rating, place if 0 <= place < len(self.words) else None))


class RatingCard(VerticalScroll, can_focus=True, inherit_bindings=False):
    """All ratings of one problem: digits rate, arrows move, Delete takes a rating back, Enter takes what the answers propose."""

    DEFAULT_CSS = """
    RatingCard { height: auto; max-height: 12; border: round $border-blurred; background: $surface; }
    RatingCard:focus { border: round $border; }
    RatingCard.-empty { display: none; }
    RatingCard .rating-label { height: auto; padding: 0 1; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "rate(0)", _("Rate"), key_display="0-3", tooltip=_("Rate the row in turn by one digit, and go on to the next")),
        *[Binding(str(digit), f"rate({digit})", show=False) for digit in range(1, 10)],
        Binding("y", "say(1)", _("Yes"), show=False, tooltip=_("Rate a row of yes or no: yes")),
        Binding("n", "say(0)", _("No"), show=False, tooltip=_("Rate a row of yes or no: no")),
        Binding("delete", "take_back", _("Not rated"), key_display="Del", tooltip=_("Take the rating of the row in turn back")),
        Binding("enter", "take_proposed", _("As proposed"), key_display="Enter", tooltip=_("Take the rating that the answers propose")),
        Binding("up", "move(-1)", _("Row before"), show=False, tooltip=_("Go to the rating before")),
        Binding("down", "move(1)", _("Next row"), show=False, tooltip=_("Go to the next rating")),
    ]

    @dataclass
    class Given(Message):
        """A rating of the problem shown was given, or taken back."""

        problem: str
        rating: str
        value: Value | None

    @dataclass
    class NotTaken(Message):
        """A key does not fit the row in turn: what it takes."""

        fits: str

    def __init__(self) -> None:
        super().__init__()
        self.problem: str | None = None
        self._turn = 0

    def compose(self) -> ComposeResult:
        """Lay out whose ratings they are, and a row for each."""
        yield Static("", classes="rating-label")
        for rating in RATINGS:
            yield RatingRow(rating)

    @property
    def rows(self) -> list[RatingRow]:
        """The rows, in order."""
        return list(self.query(RatingRow))

    @property
    def in_turn(self) -> RatingRow:
        """The row that keys rate."""
        return self.rows[self._turn]

    def draw(
        self,
        problem: str | None,
        label: str,
        values: Mapping[str, Value | None],
        proposed: Mapping[str, Value],
        required: Collection[str] = (),
    ) -> None:
        """Show one problem's ratings; with None, nothing is there to rate. `required` are the names of those still needed."""
        if problem != self.problem:
            self.go_to(0)
        self.problem = problem
        self.set_class(problem is None, "-empty")
        self.query_one(".rating-label", Static).update(as_content(label))
        for row in self.rows:
            row.draw(values.get(row.rating), proposed.get(row.rating), is_required=row.rating in required)

    def begin(self) -> None:
        """Put the first rating that is required in turn, else the first that is not given, and take the keys from now on."""
        required = [place for place, row in enumerate(self.rows) if row.is_required]
        unrated = [place for place, row in enumerate(self.rows) if row.value is None]
        self.go_to(next(iter((*required, *unrated)), 0))
        self.screen.set_focus(self)

    def go_to(self, place: int) -> None:
        """Put a row in turn."""
        self._turn = min(max(place, 0), len(RATINGS) - 1)
        for each, row in enumerate(self.rows):
            row.put_in_turn(each == self._turn)
        self.in_turn.scroll_visible(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the row in turn takes."""
        row = self.in_turn if self.is_mounted else None
        match action:
            case "take_back":
                return row is not None and row.value is not None
            case "take_proposed":
                return row is not None and row.value is None and row.proposed is not None
        return super().check_action(action, parameters)

    def action_rate(self, digit: int) -> None:
        """Rate the row in turn by a digit."""
        row = self.in_turn
        value = row.value_of(digit)
        if value is None:
            self.post_message(
                self.NotTaken(
                    _("“{title}” takes {part}.").format(
                        title=row.title, part=_("0 (no) or 1 (yes)") if row.rating in YES_NO else _("0, 1, 2 or 3")
                    )
                )
            )
        else:
            self._give(value)

    def action_say(self, digit: int) -> None:
        """Rate the row in turn by yes or no, where that is asked."""
        if self.in_turn.rating in YES_NO:
            self._give(bool(digit))

    def action_take_back(self) -> None:
        """Leave the row in turn unrated again."""
        if self.problem is not None and self.in_turn.value is not None:
            self.post_message(self.Given(self.problem, self.in_turn.rating, None))

    def action_take_proposed(self) -> None:
        """Take the value that the answers propose."""
        if self.in_turn.value is None and self.in_turn.proposed is not None:
            self._give(self.in_turn.proposed)

    def action_move(self, by: int) -> None:
        """Put the row before, or the next one, in turn."""
        self.go_to(self._turn + by)
        self.refresh_bindings()

    def _give(self, value: Value) -> None:
        if self.problem is not None:
            self.post_message(self.Given(self.problem, self.in_turn.rating, value))
            self.action_move(1)

    @on(RatingRow.Hit)
    def _hit(self, event: RatingRow.Hit) -> None:
        event.stop()
        self.go_to(RATINGS.index(event.rating))
        if event.digit is not None:
            self.action_rate(event.digit)
