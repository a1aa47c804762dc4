"""The question card: what to say or judge, the options with their digits, what fits, what stands. One question at a time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style

from interview.engine.view import ItemView
from interview.language import _, ngettext
from interview.questionnaire.model import Section
from interview.tui.glyphs import WIDE, Glyphs
from interview.tui.text import as_content
from interview.tui.widgets import question_words as words
from interview.tui.widgets.option_lines import ONE_COLUMN, OptionLines
from interview.tui.widgets.words import Words
from interview.views.last_time_words import last_time_words
from interview.views.offered import offered

BOTH, ABOVE, BELOW = _("more above and below (Up, Down)"), _("more above (Up)"), _("more below (Down)")
LINE: Final = 1
"""Lines that an arrow scrolls by."""
CLICKED: Final = "clicked"
"""The name under which a word of the card carries what a click on it puts on the line."""


class QuestionCard(VerticalScroll, can_focus=True):
    """Shows one question; it decides nothing about order or meaning. Only the options scroll, unless the rest has no room either."""

    @dataclass
    class Chosen(Message):
        """An option, or a word that answers, was clicked: what stands for it on the answer line, and how many clicks followed quickly."""

        typed: str
        chain: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: ItemView | None = None
        self._section: Section | None = None
        self._subject = ""
        self._typed = self._edge = ""
        self._glyphs = WIDE
        self.is_folded = False
        self.probes_are_shown = False

    def compose(self) -> ComposeResult:
        """Place what is said, the options, and what fits."""
        yield Words(id="card-text")
        yield OptionLines(id="card-options")
        yield Words(id="card-foot")

    def show(self, view: ItemView, section: Section | None, glyphs: Glyphs, *, subject: str = "", is_folded: bool = False) -> None:
        """Show a question; another one folds the probes again. A folded one says only for whom it is.

        `subject` names what a judgement is about: the treatment, the source of stress.
        """
        if self._view is None or self._view.link_id != view.link_id:
            self.probes_are_shown = False
            self._typed = ""
            self.scroll_home(animate=False)
            self.query_one(OptionLines).scroll_home(animate=False)
        self._view, self._section, self._glyphs, self._subject, self.is_folded = view, section, glyphs, subject, is_folded
        self.border_title = as_content((words.FOLDED_LABEL if is_folded else words.label(view.item)).replace("—", glyphs.dash))
        self.set_class(view.item.who in ("clinician", "chart"), "silent")
        self._draw()

    def rest(self, title: str, text: str, choices: tuple[tuple[int, str], ...] = (), after: str = "") -> None:
        """Show a text where there is no question to ask, what may be chosen there by its number, and what stands after it."""
        self._view = None
        self.border_title = as_content(title)
        self._edge, self.border_subtitle = "", None
        self.remove_class("silent")
        self._place([as_content(text)], choices, [as_content(after)] if after else [])

    def narrow_to(self, typed: str) -> None:
        """Show the options that the typed words point to; those typed by number stand out."""
        if self._view is not None and typed != self._typed:
            self._typed = typed
            if len(self._view.item.options) > ONE_COLUMN:
                self._draw()
            self.query_one(OptionLines).mark(words.chosen_numbers(self._view.item, typed))

    def toggle_probes(self) -> None:
        """Show or fold ways to ask further."""
        self.probes_are_shown = not self.probes_are_shown
        self._draw()

    def scroll_by(self, lines: int) -> None:
        """Scroll the options by so many lines; where they are at their end, the rest of the card."""
        options = self.query_one(OptionLines)
        goes = options.display and (options.has_more_below if lines > 0 else options.has_more_above)
        (options if goes else self).scroll_relative(y=lines, animate=False)

    def action_scroll_down(self) -> None:
        """Show what stands below."""
        self.scroll_by(LINE)

    def action_scroll_up(self) -> None:
        """Show what stands above."""
        self.scroll_by(-LINE)

    def action_scroll_end(self) -> None:
        """Show the last options."""
        self.query_one(OptionLines).scroll_end(animate=False)
        self.scroll_end(animate=False)

    def action_scroll_home(self) -> None:
        """Show the first options."""
        self.query_one(OptionLines).scroll_home(animate=False)
        self.scroll_home(animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the height at which nothing has to be scrolled."""
        return sum(part.get_content_height(container, viewport, width) for part in self.displayed_children)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take a new size, and say what is in view then."""
        is_resized = super()._size_updated(size, virtual_size, container_size, layout)
        if is_resized:
            self.call_after_refresh(self._draw_edge)
        return is_resized

    @property
    def _has_relative_children_height(self) -> bool:
        """Not for the toolkit: it would make the card as tall as it may be, for the sake of options that take what room is left."""
        return False

    @on(OptionLines.Moved)
    def _say_how_many(self, event: OptionLines.Moved) -> None:
        event.stop()
        self._draw_edge()

    @on(OptionLines.Clicked)
    def _choose(self, event: OptionLines.Clicked) -> None:
        event.stop()
        self.post_message(self.Chosen(str(event.number), event.chain))

    def on_click(self, event: events.Click) -> None:
        """Say which word was clicked, where it answers."""
        meant = self.screen.get_style_at(event.screen_x, event.screen_y).meta.get(CLICKED)
        if isinstance(meant, str):
            event.stop()
            self.post_message(self.Chosen(meant, event.chain))

    def _draw(self) -> None:
        if self._view is None:
            return
        view, item = self._view, self._view.item
        if self.is_folded:
            self._place([as_content(words.FOLDED, "bold")], (), [])
            return
        numbered = words.matching(words.numbered_options(item), item, self._typed)
        intro = words.intro(view, self._section)
        said = [as_content(intro, "$text-muted")] if intro else []
        about = f"{self._subject[0].upper()}{self._subject[1:]}. " if self._subject and item.is_judgement else ""
        said.append(as_content(about, "$text-accent") + as_content(words.wording(item), "bold"))
        if self.probes_are_shown:
            said += [as_content(f"{self._glyphs.dot} {probe}") for probe in item.probes]
        anchors = words.anchors(item)
        said += [as_content(line) for line in ((f" {self._glyphs.dot} ".join(anchors),) if anchors and self._has_little_room else anchors)]
        clickable = words.clickable_words(item)
        foot = [
            to_be_clicked(as_content(line, "$text-muted"), clickable)
            for line in (words.narrowed(item, numbered), words.examples(item))
            if line
        ]
        hint, values = words.hint(item), words.values_of(item)
        foot.append(to_be_clicked(as_content(f"{hint}: {' '.join(values)}" if values else hint, "$text-muted italic"), clickable))
        standing = words.standing_answer(view)
        if standing:
            foot.append(as_content(f"{self._glyphs.understood} {standing}", "$text-accent"))
        beside = (offered(item, view.offer), last_time_words(item, view.last_time, how="="))
        foot += [as_content(line, "$text-accent") for line in beside if line]
        self._place(said, numbered, foot)

    def _place(self, said: list[Content], options: tuple[tuple[int, str], ...], foot: list[Content]) -> None:
        self.query_one("#card-text", Words).update(Content("\n").join(said))
        chosen = words.chosen_numbers(self._view.item, self._typed) if self._view is not None else frozenset()
        digits = len(str(len(self._view.item.options))) if self._view is not None else 1
        self.query_one(OptionLines).show(options, digits, chosen)
        rest = self.query_one("#card-foot", Words)
        rest.display = bool(foot)
        rest.update(Content("\n").join(foot))
        self.refresh(layout=True)
        self._draw_edge()
        self.call_after_refresh(self._draw_edge)

    @property
    def _has_little_room(self) -> bool:
        """Whether a scale's anchors stand in one line, so that those of both ends are in view."""
        return self.screen.has_class("-low") or (self.screen.has_class("-narrow") and self.screen.has_class("view-open"))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say on the edge what is left above and below."""
        super().watch_scroll_y(old_value, new_value)
        self._draw_edge()

    def _draw_edge(self) -> None:
        """Say on the lower edge how many options are in view, and that there are ways to ask further."""
        if self._view is None:
            return
        options, item = self.query_one(OptionLines), self._view.item
        parts: list[str] = []
        if options.display and (options.has_more_above or options.has_more_below):
            where = BOTH if options.has_more_above and options.has_more_below else ABOVE if options.has_more_above else BELOW
            parts.append(_("{in_view} of {count} in view, {where}").format(in_view=options.in_view, count=options.count, where=where))
        elif self.max_scroll_y > 0:
            above, below = self.scroll_offset.y > 0, self.scroll_offset.y < self.max_scroll_y
            parts.append(BOTH if above and below else ABOVE if above else BELOW)
        if item.probes and not self.probes_are_shown and not self.is_folded:
            parts.append(
                _("? {counted} to ask further").format(counted=ngettext("{n} way", "{n} ways", len(item.probes)).format(n=len(item.probes)))
            )
        edge = f" {self._glyphs.dot} ".join(parts)
        if edge != self._edge:
            self._edge = edge
            self.border_subtitle = as_content(edge) if edge else None


def to_be_clicked(line: Content, clickable: tuple[str, ...]) -> Content:
    """Return a line in which the last mention of each of these words is underlined, and answers when it is clicked."""
    for word in clickable:
        places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", line.plain)]
        if places:
            line = line.stylize(Style(underline=True) + Style.from_meta({CLICKED: word}), *places[-1])
    return line
