"""The conversation so far: what was asked, what was said in the person's words, what was understood. The past scrolls up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.engine.phases import section_of_phase
from interview.engine.transcript import Turn
from interview.language import _
from interview.questionnaire.model import Item
from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content, indented
from interview.tui.widgets.cursor_list import CursorList
from interview.views.echo import echo
from interview.views.occurrence_words import occurrence_turn
from interview.views.safety_part import acknowledged_words
from interview.views.signature_words import signature_turn

NOTE_KINDS: Final = {"record": _("note for the record"), "private": _("private note"), "to_do": _("to do")}
PLACES: Final = {
    "opening": _("Opening"),
    "formulating": _("Formulation"),
    "reviewing": _("Check the answers"),
    "closed": _("Closed"),
    "paused": _("Paused"),
    "safety": _("Safety"),
}
FOLDED: Final = as_content(_("(kept, not shown on a shared screen)"), "$text-muted")
"""What stands for judgements and for what the chart says while the person may look; several in a row stand as one."""


def turn_content(turn: Turn, item: Item | None, titles: Mapping[str, str], glyphs: Glyphs, *, is_shared: bool) -> Content | None:
    """Return one turn as it is shown, or None for one that shows nothing: an act on the map has its own screen.

    On a shared screen judgements and notes of every kind stay folded: they are the clinician's words.
    """
    match turn.kind:
        case "answer":
            if item is None:
                return None
            if is_shared and (turn.who in ("clinician", "chart", "informant") or turn.source == "informant"):
                return FOLDED
            understood = echo(item, turn)
            lines = [as_content(turn.asked or item.text, "$text-muted")]
            if turn.verbatim and turn.verbatim != understood:
                lines.append(as_content(indented(turn.verbatim, 4)))
            lines.append(as_content(indented(understood, 4, after=f"{glyphs.understood} "), "bold"))
            return Content("\n").join(lines)
        case "note":
            if is_shared:
                return as_content(_("{dot} a note was kept").format(dot=glyphs.dot), "$text-muted")
            return as_content(f"{NOTE_KINDS.get(turn.note_kind or '', 'note')}: {turn.text or ''}", "italic")
        case "disposition":
            return as_content(f"{glyphs.done} {acknowledged_words(turn.value or {})}", "$text-muted")
        case "correction":
            return as_content(
                _("corrected by {source}: {text}").format(source=turn.source or _("a clinician"), text=turn.text or ""), "italic"
            )
        case "withdrawal":
            return as_content(_("{dot} one entry was taken out").format(dot=glyphs.dot), "$text-muted")
        case "done":
            return as_content(_("{dot} something to do was done").format(dot=glyphs.dot), "$text-muted")
        case "signature" | "voided":
            return as_content(f"{glyphs.dot} {signature_turn(turn)}", "$text-muted")
        case "clock" | "restored":
            return None if is_shared else as_content(f"{glyphs.dot} {occurrence_turn(turn)}", "$text-muted")
        case "phase":
            return _place(turn.section or "", titles, glyphs)
    return None


def _place(phase: str, titles: Mapping[str, str], glyphs: Glyphs) -> Content:
    section = section_of_phase(phase)
    title = titles.get(section, section) if section else PLACES.get(phase, phase)
    return as_content(f"{glyphs.dash}{glyphs.dash} {title} {glyphs.dash}{glyphs.dash}", "$text-accent bold")


class Conversation(CursorList):
    """The turns, oldest first. Choosing one goes to its question."""

    BORDER_TITLE = _("Conversation")

    @dataclass
    class TurnChosen(Message):
        """A turn was chosen."""

        link_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._shown_to = 0
        self._was_shared = True
        self._goes_to_end = False
        """Whether the next layout shows the last line: scrolled afterwards, the page would be painted twice."""
        self._ends_in_place = False
        """Whether the last line names a place: the next one then takes its place, so that only where one stayed is shown."""

    def show(
        self, turns: Sequence[Turn], items: Mapping[str, Item | None], titles: Mapping[str, str], glyphs: Glyphs, *, is_shared: bool
    ) -> None:
        """Add the turns that are new; all of them again where the way of showing changed."""
        if is_shared != self._was_shared:
            self.clear_options()
            self._shown_to, self._was_shared, self._ends_in_place = 0, is_shared, False
        fresh = [turn for turn in turns if turn.seq > self._shown_to]
        options: list[Option] = []
        last = self.get_option_at_index(self.option_count - 1).prompt if self.option_count else None
        for turn, after in zip_longest(fresh, fresh[1:]):
            if turn.kind == "phase" and after is not None and after.kind == "phase":
                continue
            content = turn_content(turn, items.get(turn.link_id or ""), titles, glyphs, is_shared=is_shared)
            if content is not None and not (content == FOLDED and content == last):
                last = content
                options.append(Option(content, id=f"{turn.seq}:{turn.link_id or ''}", disabled=turn.kind != "answer"))
        if fresh:
            self._shown_to = fresh[-1].seq
        if options:
            if fresh[0].kind == "phase" and self._ends_in_place:
                self.remove_option_at_index(self.option_count - 1)
            self._ends_in_place = fresh[-1].kind == "phase"
            self.add_options(options)
            self._goes_to_end = True
            self.refresh(layout=True)

    def _scroll_at_once(self) -> None:
        """Go to the end where there is something new."""
        if self._goes_to_end and self.size:
            self._goes_to_end = False
            self._update_lines()
            end = float(self.max_scroll_y)
            self.set_reactive(Conversation.scroll_y, end)
            self.set_reactive(Conversation.scroll_target_y, end)
            if self.show_vertical_scrollbar:
                self.vertical_scrollbar.position = end
            self.call_after_refresh(self._stay_at_end)

    def _stay_at_end(self) -> None:
        """Go on to the end where a scroll bar that came has made the lines more."""
        if self.scroll_y < self.max_scroll_y:
            self.scroll_end(animate=False)

    def point_at(self, link_id: str) -> bool:
        """Highlight the last turn of a question; False where it has none."""
        for place in range(self.option_count - 1, -1, -1):
            if (self.get_option_at_index(place).id or "").partition(":")[2] == link_id:
                self.highlighted = place
                return True
        return False

    def point_at_turn(self, seq: int) -> bool:
        """Highlight one turn by its number in the record; False where it is not shown."""
        for place in range(self.option_count - 1, -1, -1):
            if (self.get_option_at_index(place).id or "").partition(":")[0] == str(seq):
                self.highlighted = place
                self.scroll_to_highlight()
                return True
        return False

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on as this widget's own message."""
        event.stop()
        link_id = (event.option_id or "").partition(":")[2]
        if link_id:
            self.post_message(self.TurnChosen(link_id))
