"""`PracticeScreen`: a conversation with a simulated patient. What is typed is said to the person; what they say comes back once it is kept.

The keys lead to the record's own places, as in an interview: what was found, safety, the formulation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, Final

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from interview.engine.doors import Doors
from interview.engine.practice_turns import PatientReply
from interview.engine.replies import Refused
from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.practice.running import Practice
from interview.tui.drafting import KEPT, taken_up
from interview.tui.glyphs import Glyphs
from interview.tui.screens.practice_finishing import IS_FINISHED
from interview.tui.screens.practice_line import PracticeLine, TurnInput
from interview.tui.slash_words import answer_of
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.status_bar import StatusBar, save_state
from interview.tui.widgets.talk import Talk, talk_lines
from interview.views.practice_cases import practised, turn_words
from interview.views.saying import saying

Said = PatientReply | Refused
WIDE_ENOUGH: Final = [(0, "-narrow"), (100, "-wide")]
LOW: Final = [(0, "-low"), (20, "-high")]
PRACTICE: Final = _("PRACTICE")
TURN_PLACE: Final = "turn"
"""Where what is typed and not said is kept."""
NO_PERSON: Final = _("PRACTICE: this is no real person.")
BESIDE: Final = _(
    "Type what you would say, and Enter.\n\nF5 takes down what you found, F9 is your formulation; commit it, explain the history "
    "and finish (F10): then comes the feedback.\n\nF1 lists everything, and gives hints."
)
COMMITTED_BESIDE: Final = _(
    "Type what you would say, and Enter.\n\nYour formulation is committed: F9 shows it, with what the answers suggest. Explain the history "
    "and finish (F10): then comes the feedback.\n\nF1 lists everything."
)
SAID_ALL: Final = _("nothing more is said here; F10 goes on")
NOTHING: Final = _("Nothing was typed. Say something to the person, or F10 goes on.")
WAIT: Final = _("The person is still answering; what you typed stays here.")
CHOOSE: Final = _("Which did you mean? A number and Enter, or a click; or say it in other words.")
EXPLAINING: Final = _("You are explaining the history now, in as many parts as you like. Esc goes back to asking.")
TALKING: Final = _("Back to asking.")


class PracticeScreen(PracticeLine):
    """Says what is typed to the patient, and draws what comes back. It returns `home` or `quit` once it was left."""

    HORIZONTAL_BREAKPOINTS = WIDE_ENOUGH
    VERTICAL_BREAKPOINTS = LOW
    DEFAULT_CSS = """
    PracticeScreen #talk { height: 1fr; min-height: 3; border: double $border; background: $background; padding: 0; }
    .ascii PracticeScreen #talk { border: ascii $border; }
    PracticeScreen #practice-beside { display: none; width: 36; height: 1fr; padding: 1 2; color: $text-muted; }
    PracticeScreen.-wide #practice-beside { display: block; }
    PracticeScreen MessageLine { padding: 0 1; }
    PracticeScreen.-low MessageLine { max-height: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3", "note", _("note"), priority=True, show=False, tooltip=_("Keep a note: for the record, private, to do")),
        Binding("escape", "leave", _("leave"), key_display="Esc", show=False, tooltip=_("Leave, and come back later; nothing is lost")),
    ]

    def __init__(self, practice: Practice, doors: Doors, glyphs: Glyphs, drafts: dict[str, str]) -> None:
        """`drafts` keeps what is typed and not said, by record, also after this screen."""
        super().__init__(practice, doors, glyphs)
        self._drafts = drafts
        self._pending: str | None = None
        """What was said and is not answered yet, while it is put in other words elsewhere."""

    def compose(self) -> ComposeResult:
        """Place the conversation, the line, and beside them what to do."""
        person = self.practice.case.person
        yield StatusBar()
        with Horizontal(id="practice-body"):
            with Vertical():
                talk = Talk(id="talk")
                talk.border_title = as_content(f"{PRACTICE} {self.glyphs.dot} {person.name}, {person.age}")
                yield talk
                yield MessageLine(id="message")
                yield TurnInput(id="answer")
            yield Static(id="practice-beside", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the line; what was typed before and not said stands on it."""
        self.say(IS_FINISHED if self.session.phase == "closed" else "")
        typed = self._drafts.get(self.session.record, "")
        kept = "" if typed else taken_up(self, TURN_PLACE)
        self.line.show(typed or kept)
        self.draw()
        if kept:
            self.say_too(KEPT)
        self.line.focus()

    @property
    def item_now(self) -> ItemView | None:
        """No question is asked here: a note is about the whole."""
        return None

    def draw(self) -> None:
        """Draw the conversation and how it stands."""
        self.draw_status(self.session.view())
        offered = self.practice.state.offered
        self.query_one(Talk).show(talk_lines(self.practice.case, self.session.events, self.glyphs), offered)
        if offered and not self.is_explaining:
            self.say(CHOOSE)
        self._draw_beside()
        self.refresh_bindings()

    def _draw_beside(self) -> None:
        """Say what to do now: talk, explain, or read what is said of a finished session."""
        is_finished = self.session.phase == "closed"
        beside = IS_FINISHED if is_finished else COMMITTED_BESIDE if self.session.may_propose else BESIDE
        self.query_one("#practice-beside", Static).update(as_content(f"{NO_PERSON}\n\n{beside}"))
        words = SAID_ALL if is_finished else _("say something to {name}").format(name=self.practice.case.person.name)
        self.query_one(TurnInput).placeholder = words

    def draw_status(self, view: SessionView) -> None:
        """Draw that it is practice, with whom, how far, and the save state."""
        so_far = practised(self.session)
        done = (so_far.state,) if so_far.how_far != "begun" else ()
        mode = (_("explaining"),) if self.is_explaining else ()
        parts = (PRACTICE, self.practice.case.person.name, turn_words(so_far.turns), *mode, *done)
        words = save_state(view.saved_at, self._fault)
        self.query_one(StatusBar).show(f" {self.glyphs.dot} ".join(parts), words, is_fault=self._fault is not None)

    # Saying.

    @on(AnswerInput.Submitted)
    def _take(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        if self.took_as_word(event.text):
            return
        text = answer_of(event.text)
        if self._pending is not None:
            self.say(WAIT)
        elif self.session.phase == "closed":
            self.say(IS_FINISHED)
            self.line.select_all()
        elif not text.strip():
            self.say(NOTHING)
        elif self.is_explaining:
            self._speak(text, partial(self.practice.explain, text))
        elif (number := self._number_of(text)) is not None:
            self._speak(text, partial(self.practice.choose, number))
        else:
            self._speak(text, partial(self.practice.say, text))

    @on(Talk.TopicChosen)
    def _choose(self, event: Talk.TopicChosen) -> None:
        event.stop()
        self.line.focus()
        if self._pending is None:
            self._speak(None, partial(self.practice.choose, event.number))

    def _number_of(self, text: str) -> int | None:
        typed = text.strip()
        is_number = typed.isascii() and typed.isdecimal() and len(typed) == 1
        return int(typed) if is_number and 1 <= int(typed) <= len(self.practice.state.offered) else None

    def _speak(self, text: str | None, deed: Callable[[], Said]) -> None:
        """Say it; the line is cleared once it is kept, and never before."""
        if self.doors.rephrase is None:
            self._heard(text, self.attempt(deed))
            return
        self._pending = text or ""
        self.say(_("{name} is thinking.").format(name=self.practice.case.person.name))
        self._speak_beside(text, deed)

    @work(thread=True, group="patient", exit_on_error=False)
    def _speak_beside(self, text: str | None, deed: Callable[[], Said]) -> None:
        """Say it beside the typing: other words may take a while."""
        try:
            said = deed()
        except Exception as fault:
            raised = fault
            self.app.call_from_thread(self._heard_of, text, lambda: _raise(raised))
            return
        self.app.call_from_thread(self._heard_of, text, lambda: said)

    def _heard_of(self, text: str | None, outcome: Callable[[], Said]) -> None:
        self._pending = None
        self._heard(text, self.attempt(outcome))

    def _heard(self, text: str | None, reply: Said | None) -> None:
        """Draw what was said, or say why it was not; what was typed meanwhile stays."""
        if reply is None:
            return
        if isinstance(reply, Refused):
            self.say(saying(reply, None))
            return
        if text is not None and answer_of(self.line.text) == text:
            self.line.show("")
            self._drafts.pop(self.session.record, None)
        self.say(self.after(reply))
        self.draw()

    # Drafts, and explaining.

    def texts_in_hand(self) -> dict[str, str]:
        """Return what is typed and not said, and the note that is not finished."""
        return {**super().texts_in_hand(), TURN_PLACE: self.line.text}

    @on(AnswerInput.Typed)
    def _keep_draft(self, event: AnswerInput.Typed) -> None:
        event.stop()
        self._drafts[self.session.record] = self.line.text

    def action_explain(self) -> None:
        """Explain the history to the patient: what is typed from here on is part of it."""
        self.is_explaining = True
        self.draw()
        self.say(EXPLAINING)

    def action_talk(self) -> None:
        """Go back to asking."""
        self.is_explaining = False
        self.draw()
        self.say(TALKING)

    def action_leave(self) -> None:
        """Go back to asking from an explanation; else leave, after asking."""
        if self.is_explaining:
            self.action_talk()
        else:
            super().action_leave()


def _raise(fault: Exception) -> Said:
    raise fault
