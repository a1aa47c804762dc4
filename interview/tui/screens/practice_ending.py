"""What belongs to practice beside talking: hints, corrections, finishing, feedback, going through it again, the supervisor, leaving."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from interview.engine.doors import Doors
from interview.engine.practice_turns import Form, PatientReply
from interview.engine.replies import Saved
from interview.language import _, ngettext
from interview.practice.ending import end
from interview.practice.feedback.hints import Hint
from interview.practice.feedback.making import feedback
from interview.practice.feedback.model import Feedback
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.practice_feedback import FeedbackScreen
from interview.tui.screens.practice_finishing import (
    CHOICES,
    FINISH_NO,
    FINISH_YES,
    FINISHED,
    FORMS,
    IS_FINISHED,
    SHEETS,
    before_finishing,
)
from interview.tui.screens.practice_form import FormSheet, judged_turns
from interview.tui.screens.practice_places import PracticePlaces
from interview.tui.screens.practice_replay import ReplayScreen
from interview.tui.screens.practice_supervising import Supervising
from interview.tui.screens.writing_out import Exports, WritingOut
from interview.views.locale import listed
from interview.views.practice_hints import hint_asked_for, how_hints_come, nudge_after

LEAVE: Final = (("stay", _("stay")), ("home", _("leave; it is kept, and goes on from here")), ("quit", _("end the program")))


class PracticeEnding(PracticePlaces):
    """Opens these by key, by word and from one menu."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f4", "correct", _("correct"), priority=True, tooltip=_("Correct how a turn of yours was judged: the last one, or any before")
        ),
        Binding(
            "f10", "menu", _("go on"), priority=True, tooltip=_("Explain the history, finish, read the feedback, write to a file, leave")
        ),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("hint", _("Take a hint: what has not been asked yet")),
        ("commit", _("Commit your formulation: the proposals open then")),
        ("explain", _("Explain the history to the person: the closing task")),
        ("talk", _("Go back from explaining to asking")),
        ("finish", _("Finish the session, and then read the feedback")),
        ("feedback", _("Read the feedback")),
        ("replay", _("Go through the session turn by turn")),
        ("export", _("Write the conversation to a file")),
        ("export_feedback", _("Write the feedback to a file")),
        ("supervise", _("For a supervisor: comment, rate a second time, countersign")),
        ("treatments", _("Treatments, one row a trial")),
    )

    def __init__(self, practice: Practice, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(practice, doors, glyphs)
        self.is_explaining = False
        self._hints = how_hints_come(doors, practice.case)
        self._exports = Exports.of(doors)._replace(forms=tuple(form for form in doors.formats if form in FORMS))
        self._out = WritingOut(self, practice.session, self._exports, self.say, sheets=SHEETS)

    @property
    def hint(self) -> Hint | None:
        """What could be asked next; None where nothing is left, or this one is done by oneself."""
        return hint_asked_for(self._hints, self.practice.case, self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what stands open now."""
        is_open = self.session.phase != "closed"
        match action:
            case "correct":
                return bool(self.practice.turns())
            case "hint":
                return is_open and not self.session.is_committed and self._hints != "none"
            case "explain":
                return is_open and not self.is_explaining
            case "talk":
                return self.is_explaining
            case "finish":
                return is_open and not self._has_read
            case "feedback" | "replay" | "export_feedback":
                return not is_open or self._has_read
            case "export":
                return bool(self.session.practised())
            case "supervise":
                return bool(self.practice.turns())
        return super().check_action(action, parameters)

    @property
    def _has_read(self) -> bool:
        """Whether the feedback was read: from there on nothing counts."""
        return self.session.feedback_read is not None

    def action_menu(self) -> None:
        """Choose how to go on."""
        choices = [(act, words) for act, words in CHOICES.items() if self.check_action(act, ())]
        title = FINISHED if self.session.phase == "closed" else _("How to go on")
        self.app.push_screen(ChoiceScreen(title, choices), self._go_on)

    def _go_on(self, choice: str | None) -> None:
        self.line.focus()
        if choice is not None:
            self.call_later(self.run_action, choice)

    # On the way.

    def action_hint(self) -> None:
        """Give a hint, where one is left."""
        given = self.hint
        if given is None:
            self.say(_("There is no hint now: this one you do by yourself."))
        elif self.done(lambda: self.session.take_hint(given.topic)):
            self.draw()
            self.say(given.says)

    def action_correct(self, number: int = 0) -> None:
        """Correct how turns were judged: the turn of this number first, else the last one."""
        turns = judged_turns(self.practice)
        at = next((turn.seq for turn in turns if turn.number == number), turns[-1].seq if turns else 0)
        if turns:
            self.app.push_screen(FormSheet(turns, at), self._corrected)

    def _corrected(self, now: Mapping[int, Form] | None) -> None:
        numbers = {turn.seq: turn.number for turn in judged_turns(self.practice)}
        kept = [numbers[seq] for seq, form in sorted((now or {}).items()) if self.done(partial(self.session.correct_form, seq, form))]
        if kept:
            self.draw()
            said = ngettext("Corrected: turn {turns}; yours counts.", "Corrected: turns {turns}; yours count.", len(kept))
            self.say(said.format(turns=listed([str(number) for number in kept])))

    def after(self, reply: PatientReply) -> str:
        """Return what is said to the trainee after a reply: how to end, or in the first cases that subjects are open."""
        nudge = nudge_after(self._hints, self.practice.case, self.session, reply)
        if nudge is not None:
            return nudge
        if self.is_explaining and reply.says == self.practice.case.person.goodbye:
            return _("The person has said goodbye. F10 finishes the session; then you can read the feedback.")
        return _("Still explaining; Esc goes back to asking.") if self.is_explaining else ""

    # At the end.

    def action_finish(self) -> None:
        """Finish, once it was asked: the conversation ends, the record is closed, and the feedback is offered."""
        sheet = AskFirst(before_finishing(self.practice), yes=FINISH_YES, no=FINISH_NO)
        self.app.push_screen(sheet, lambda is_yes: self._finish() if is_yes else None)

    def _finish(self) -> None:
        if self.done(lambda: end(self.session)):
            self.is_explaining = False
            self.draw()
            self.say(IS_FINISHED)
            self.action_menu()

    def action_feedback(self) -> None:
        """Show the feedback; that it was read is kept first."""
        if self.done(self.session.read_feedback):
            self.app.push_screen(FeedbackScreen(self.practice, self.glyphs, self._feedback, self._exports), self.and_then)

    def action_replay(self) -> None:
        """Go through the session turn by turn, with the feedback in the margin."""
        if self.done(self.session.read_feedback):
            self.app.push_screen(ReplayScreen(self.practice, self.glyphs, margin=lambda: self._feedback().margin), self.and_then)

    def _feedback(self) -> Feedback:
        return feedback(self.practice.case, self.session)

    def action_export(self) -> None:
        """Write the conversation to a file."""
        self._out.ask("conversation")

    def action_export_feedback(self) -> None:
        """Write the feedback to a file; that it was shown is kept first."""
        if self.done(self.session.read_feedback):
            self._out.ask("feedback")

    def action_supervise(self) -> None:
        """Open what a supervisor does."""
        Supervising(self, self.practice, self.doors, self.glyphs).open()

    def act_and_say(self, deed: Callable[[], object], said: str) -> None:
        """Do an act of the supervisor's, and say what became of it."""
        if isinstance(self.attempt(deed), Saved):
            self.draw()
            self.say(said)

    # Leaving.

    def action_leave(self) -> None:
        """Leave, after asking; everything that was said is kept."""
        self.app.push_screen(ChoiceScreen(_("Leave this session?"), LEAVE), lambda choice: self._leave(choice))

    def _leave(self, choice: str | None) -> None:
        if choice in ("home", "quit"):
            self.leave_for(choice)
        else:
            self.line.focus()

    def leave_for(self, where: str) -> None:
        """Leave the session, which is kept as it stands."""
        self.session.release()
        self.dismiss(where)
