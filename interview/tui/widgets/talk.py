"""The conversation with a simulated patient: what the trainee said, what was understood, what the person said. The newest is in view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.engine.events import Event
from interview.engine.practice_events import FeedbackRead, FormCorrected, FormulationCommitted, HintTaken, HistoryExplained, PatientSpokenTo
from interview.engine.practice_turns import Form
from interview.engine.record_events import ClockJumped, RecordRestored
from interview.language import _
from interview.practice.patient.case_file import CaseFile
from interview.practice.turn_numbers import numbered
from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content, indented
from interview.tui.widgets.cursor_list import CursorList
from interview.views.occurrence_words import occurrence_words
from interview.views.practice_words import heard_words, topic_words

WHICH: Final = "which:"
"""What the id of a line begins with that offers a topic."""

YOU: Final = _("You")
COMMITTED: Final = _("Your formulation is committed: what the answers suggest is open now.")
READ: Final = _("The feedback was read: what comes after it is not counted.")


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One line of the conversation: its event (0 for what stands before the first), and how it is shown."""

    seq: int
    content: Content
    is_turn: bool = False


def forms_of(events: Iterable[Event]) -> Mapping[int, Form]:
    """Return the trainee's own corrections, by turn."""
    return {event.body.turn: event.body.form for event in events if isinstance(event.body, FormCorrected)}


def said_by(name: str, words: str, style: str) -> Content:
    """Return what somebody said, with their name before it."""
    return as_content(f"{name}: ", style) + as_content(words)


def introduction(case: CaseFile) -> Iterator[TalkLine]:
    """Yield what stands before the first turn: who sends the person, and the person's first words."""
    yield TalkLine(0, as_content(case.person.introduction, "$text-muted"))
    yield TalkLine(0, said_by(case.person.name, case.person.opening, "bold $text-accent"))


def talk_lines(case: CaseFile, events: Sequence[Event], glyphs: Glyphs) -> Iterator[TalkLine]:
    """Yield the conversation so far, oldest first, the introduction before it; each turn has the number by which feedback names it.

    `events` may be the whole log: what is no part of the talk makes no line.
    """
    yield from introduction(case)
    corrected, name, numbers = forms_of(events), case.person.name, numbered(events)
    for event in events:
        match event.body:
            case PatientSpokenTo(heard=heard, reply=reply):
                form = corrected.get(event.seq, heard.form)
                understood = heard_words(heard, reply, form, is_corrected=event.seq in corrected)
                lines = (
                    as_content(f"{numbers[event.seq]}. ", "$text-muted") + said_by(YOU, heard.text, "bold"),
                    as_content(indented(understood, 2, after=f"{glyphs.understood} "), "$text-muted"),
                    said_by(name, reply.says, "bold $text-accent"),
                )
                yield TalkLine(event.seq, Content("\n").join(lines), is_turn=True)
            case HistoryExplained(text=text, reply=reply):
                said = said_by(_("You explain"), text, "bold")
                yield TalkLine(event.seq, Content("\n").join((said, said_by(name, reply.says, "bold $text-accent"))), is_turn=True)
            case HintTaken(topic=topic):
                words = _("{dot} a hint was taken: {topic}").format(dot=glyphs.dot, topic=topic_words((topic,)))
                yield TalkLine(event.seq, as_content(words, "$text-muted"))
            case FormulationCommitted():
                yield TalkLine(event.seq, as_content(f"{glyphs.dot} {COMMITTED}", "$text-muted"))
            case FeedbackRead():
                yield TalkLine(event.seq, as_content(f"{glyphs.dot} {READ}", "$text-muted"))
            case ClockJumped() | RecordRestored():
                yield TalkLine(event.seq, as_content(f"{glyphs.dot} {occurrence_words(event.body)}", "$text-muted"))


class Talk(CursorList):
    """The turns, oldest first; topics to choose from stand under the last one. The keys stay with the answer line."""

    @dataclass
    class TopicChosen(Message):
        """One of the topics that were offered was clicked: its number, from 1."""

        number: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self.can_focus = False

    def show(self, lines: Iterable[TalkLine], offered: Sequence[str] = ()) -> None:
        """Draw the conversation, and what can be chosen; the newest is in view."""
        options = [Option(line.content, disabled=True) for line in lines]
        options += [
            Option(as_content(f"   {number}  {topic_words((topic,))}"), id=f"{WHICH}{number}") for number, topic in enumerate(offered, 1)
        ]
        self.set_options(options)
        self.call_after_refresh(self.scroll_end, animate=False)

    def on_resize(self) -> None:
        """Keep the newest in view where there is more or less room."""
        self.call_after_refresh(self.scroll_end, animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on as this widget's own message."""
        event.stop()
        if (event.option_id or "").startswith(WHICH):
            self.post_message(self.TopicChosen(int((event.option_id or "").removeprefix(WHICH))))
