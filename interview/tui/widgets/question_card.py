"""The question card: what to say or judge, the options with their digits, what fits, what stands. One question at a time."""

from __future__ import annotations

from itertools import zip_longest
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from interview.engine.view import ItemView
from interview.questionnaire.model import Section
from interview.tui.glyphs import WIDE, Glyphs
from interview.tui.text import as_content
from interview.tui.widgets import question_words as words
from interview.views.locale import counted

ONE_COLUMN: Final = 6
"""Up to this many options stand one under the other even where two columns have room."""


def in_columns(lines: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return lines in two columns, read downwards, where both have room and it saves height."""
    longest = max((len(line) for line in lines), default=0)
    if len(lines) <= ONE_COLUMN or 2 * longest + 3 > width:
        return lines
    half = (len(lines) + 1) // 2
    return tuple(f"{left:<{longest}}   {right or ''}".rstrip() for left, right in zip_longest(lines[:half], lines[half:]))


class QuestionCard(VerticalScroll, can_focus=True):
    """Shows one question; it decides nothing about order or meaning."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: ItemView | None = None
        self._section: Section | None = None
        self._typed = ""
        self._glyphs = WIDE
        self.probes_are_shown = False

    def compose(self) -> ComposeResult:
        """Place the one text of the card."""
        yield Static(id="card-text", markup=False)

    def show(self, view: ItemView, section: Section | None, glyphs: Glyphs) -> None:
        """Show a question; another one folds the probes again."""
        if self._view is None or self._view.link_id != view.link_id:
            self.probes_are_shown = False
            self._typed = ""
            self.scroll_home(animate=False)
        self._view, self._section, self._glyphs = view, section, glyphs
        self.border_title = words.label(view.item).replace("—", glyphs.dash)
        self.set_class(view.item.who in ("clinician", "chart"), "silent")
        self._draw()

    def rest(self, title: str, text: str) -> None:
        """Show a text where there is no question to ask."""
        self._view = None
        self.border_title = title
        self.border_subtitle = None
        self.remove_class("silent")
        self.query_one("#card-text", Static).update(as_content(text))

    def narrow_to(self, typed: str) -> None:
        """Show the options that the typed words point to."""
        if self._view is not None and typed != self._typed:
            self._typed = typed
            if len(self._view.item.options) > ONE_COLUMN:
                self._draw()

    def toggle_probes(self) -> None:
        """Show or fold ways to ask further."""
        self.probes_are_shown = not self.probes_are_shown
        self._draw()

    def on_resize(self) -> None:
        """Set the options again in the columns that fit."""
        self._draw()

    def _draw(self) -> None:
        if self._view is None:
            return
        view, item = self._view, self._view.item
        folded = bool(item.probes) and not self.probes_are_shown
        self.border_subtitle = f"? {counted(len(item.probes), 'way')} to ask further" if folded else None
        numbered = words.matching(words.numbered_options(item), item, self._typed)
        digits = len(str(len(item.options)))
        options = in_columns(tuple(f"{number:>{digits}}  {display}" for number, display in numbered), max(self.size.width - 4, 20))
        intro = words.intro(view, self._section)
        blocks: list[Content] = []
        if intro:
            blocks.append(as_content(intro, "$text-muted"))
        blocks.append(as_content(words.wording(item), "bold"))
        if self.probes_are_shown:
            blocks += [as_content(f"{self._glyphs.dot} {probe}") for probe in item.probes]
        blocks += [as_content(line) for line in options]
        blocks += [as_content(line) for line in words.anchors(item)]
        hidden = len(item.options) - len(numbered) if numbered else 0
        if hidden:
            blocks.append(as_content(f"{hidden} more options do not match what is typed", "$text-muted"))
        examples = words.examples(item)
        if examples:
            blocks.append(as_content(f"or: {examples}", "$text-muted"))
        blocks.append(as_content(words.hint(item), "$text-muted italic"))
        standing = words.standing_answer(view)
        if standing:
            blocks.append(as_content(f"{self._glyphs.understood} {standing}", "$text-accent"))
        self.query_one("#card-text", Static).update(Content("\n").join(blocks))
