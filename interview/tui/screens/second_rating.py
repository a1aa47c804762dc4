"""`SecondRatingScreen`: a supervisor rates a session without seeing the first ratings; they are shown only afterwards, item by item."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from interview.language import _, ngettext
from interview.practice.feedback.ratings import ratings
from interview.practice.feedback.spoken import conversation
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.practice_replay import ReplayScreen
from interview.tui.text import as_content
from interview.tui.widgets.word_table import RowTable, WordRow
from interview.views import second_rating as words
from interview.views.second_rating import RatedItem

BLIND: Final = _("The first ratings are hidden. Enter rates what is under the cursor; T reads the conversation; S shows both, at the end.")
SHOW: Final = _("Show both ratings?\nAfter that you have seen the first ones, and nothing more is rated here.")
HEADERS: Final = (("item", _("To rate")), ("second", _("Yours")))
BOTH: Final = (("item", _("Rated")), ("first", _("First")), ("second", _("Yours")), ("agree", _("Agreement")))


def rated_items(practice: Practice) -> tuple[RatedItem, ...]:
    """Return what can be rated a second time in a session."""
    return words.rated_items(ratings(practice.case, practice.session, conversation(practice.session)), practice.session.questionnaire)


class SecondRatingScreen(ActingScreen[str]):
    """Each rating is kept as it is given; the first ones stand beside them only once that was asked for."""

    PLACE = _("second rating")
    DEFAULT_CSS = """
    SecondRatingScreen .line { height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "rate", _("Rate"), key_display="Enter", tooltip=_("Rate what is under the cursor")),
        Binding("t", "read", _("Conversation"), tooltip=_("Read the conversation, without the feedback")),
        Binding("s", "show", _("Show both"), tooltip=_("Show both ratings and how far they agree, after asking")),
    ]

    def __init__(self, practice: Practice, glyphs: Glyphs, *, by: str) -> None:
        super().__init__(practice.session)
        self._practice, self._glyphs, self._by = practice, glyphs, by
        self._items = rated_items(practice)
        self._is_shown = False

    def compose_body(self) -> Iterable[Any]:
        """Lay out what to do, and the table."""
        yield Static(id="second-words", classes="line", markup=False)
        yield RowTable(id="second")

    def begin(self) -> None:
        """Begin with the first item."""
        self.query_one(RowTable).focus()

    def draw_body(self) -> None:
        """Draw the ratings; the first ones only once they may be seen."""
        given = words.ratings_by(self.session, self._by)
        told = ngettext("{n} of {total} rated.", "{n} of {total} rated.", len(given)).format(n=len(given), total=len(self._items))
        line = words.agreement_line(self._items, given) if self._is_shown else f"{told} {BLIND}"
        self.query_one("#second-words", Static).update(as_content(line))
        rows = [self._row(item, given.get(item.path)) for item in self._items]
        self.query_one(RowTable).show(BOTH if self._is_shown else HEADERS, rows)
        self.refresh_bindings()

    def _row(self, item: RatedItem, second: Any) -> WordRow:
        yours = item.words(second) if second is not None else ""
        if not self._is_shown:
            return WordRow(item.path, (item.title, yours))
        first = item.words(item.first) if item.first is not None else ""
        return WordRow(item.path, (item.title, first, yours, words.agreement_words(item, second)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rate only what was not seen."""
        return not self._is_shown if action in ("rate", "show") else super().check_action(action, parameters)

    @on(DataTable.RowSelected)
    def _row_chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        if not self._is_shown:
            self.action_rate()

    def action_rate(self) -> None:
        """Choose a rating for the item under the cursor."""
        key = self.query_one(RowTable).key_here
        item = next((each for each in self._items if each.path == key), None)
        if item is not None:
            choices = [(str(place), said) for place, (_value, said) in enumerate(item.choices)]
            self.app.push_screen(ChoiceScreen(item.title, choices), partial(self._rated, item))

    def _rated(self, item: RatedItem, choice: str | None) -> None:
        if choice is None:
            return
        value = item.choices[int(choice)][0]
        table = self.query_one(RowTable)
        if self.act(partial(self.session.rate_again, self._by, item.path, value)):
            table.action_cursor_down()

    def action_read(self) -> None:
        """Read the conversation, without anything beside it."""
        self.app.push_screen(ReplayScreen(self._practice, self._glyphs, margin=None))

    def action_show(self) -> None:
        """Show both, once it was asked."""
        self.app.push_screen(AskFirst(SHOW, yes=_("Yes, show both")), self._show)

    def _show(self, is_yes: bool | None) -> None:
        if is_yes:
            self._is_shown = True
            self.redraw()
