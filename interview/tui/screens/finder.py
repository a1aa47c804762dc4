"""A sheet with a list that narrows while one types. It does not act; it returns the id of what was chosen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from interview.language import _, ngettext
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.tui.widgets.line_input import LineInput
from interview.understanding.whole import whole_number


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: its id, how it is shown, and the words by which it is found."""

    id: str
    content: Content
    words: str
    number: int | None = None


MOST_LINES: Final = 60
"""How many entries are listed at once while somebody types; typing on narrows them. Before that, all of them stand there."""

_APART: Final = re.compile(r"[\W_]+")
"""What stands between words."""


def found(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that hold every typed word, those in which each begins a word before the others; a number finds its own entry."""
    words = typed.casefold().split()
    number = whole_number(words[0]) if len(words) == 1 else None
    if number is not None:
        by_number = [entry for entry in entries if entry.number == number]
        if by_number:
            return by_number
    folded = ((entry, entry.words.casefold()) for entry in entries)
    holding = [(entry, _begins(there, words)) for entry, there in folded if all(word in there for word in words)]
    return [*(entry for entry, is_begun in holding if is_begun), *(entry for entry, is_begun in holding if not is_begun)]


def _begins(there: str, words: Sequence[str]) -> bool:
    """Tell whether each typed word begins a word; one with signs in it is looked for as it is."""
    apart = f" {_APART.sub(' ', there)}"
    return all(f" {word}" in apart or (_APART.search(word) is not None and f" {word}" in f" {there}") for word in words)


class FinderScreen(Sheet[str | None]):
    """Type to narrow, arrows to move, Enter to choose, Esc to go back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", _("back"), key_display="Esc"),
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def __init__(self, title: str, entries: Sequence[Entry], *, prompt: str, start: str | None = None, typed: str = "") -> None:
        """`start` is the entry to begin at; `typed` already stands on the search line."""
        super().__init__(classes="sheet")
        self._title = title
        self._prompt = prompt
        self._entries = tuple(entries)
        self._start = start
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Place the search line and the list."""
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = as_content(self._title)
            yield LineInput(self._typed, placeholder=self._prompt, id="search")
            yield CursorList(id="found", markup=False)
            yield Static(_("nothing here has these words"), id="nothing", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Show everything, at the place where one is."""
        self._show(self._typed)
        search = self.query_one("#search", Input)
        search.cursor_position = len(self._typed)
        search.focus()

    @on(Input.Changed, "#search")
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    @on(Input.Submitted, "#search")
    def _choose(self, event: Input.Submitted) -> None:
        event.stop()
        option = self.query_one("#found", OptionList).highlighted_option
        if option is not None:
            self.dismiss(option.id)

    @on(OptionList.OptionSelected, "#found")
    def _choose_line(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def action_move(self, how: str) -> None:
        """Move in the list while the search line keeps the keys."""
        getattr(self.query_one("#found", OptionList), f"action_{how}")()

    def entries_for(self, typed: str) -> Sequence[Entry]:
        """Return the entries to show for what is typed."""
        return found(self._entries, typed)

    def first_of(self, entries: Sequence[Entry]) -> Sequence[Entry]:
        """Return which of too many entries are listed."""
        return entries[:MOST_LINES]

    def _show(self, typed: str) -> None:
        entries = self.entries_for(typed)
        lines = self.query_one("#found", OptionList)
        listed = self.first_of(entries) if typed.strip() and len(entries) > MOST_LINES else entries
        options = [Option(entry.content, id=entry.id) for entry in listed]
        more = len(entries) - len(listed)
        if more:
            words = ngettext("and {n} more; type on to narrow", "and {n} more; type on to narrow", more).format(n=more)
            options.append(Option(as_content(words, "$text-muted"), disabled=True))
        lines.set_options(options)
        here = next((place for place, entry in enumerate(listed) if entry.id == self._start), 0)
        lines.highlighted = here if entries else None
        lines.display = bool(entries)
        self.query_one("#nothing").display = not entries
