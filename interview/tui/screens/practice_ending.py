"""What belongs to practice beside talking: hints, corrections, finishing, feedback, going through it again, the supervisor, leaving."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.practice_turns import Form, PatientReply
from interview.engine.replies import Saved
from interview.language import _
from interview.practice.feedback.hints import Hint, When, hints_come, next_hint
from interview.practice.feedback.making import feedback
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.practice_feedback import FeedbackScreen
from interview.tui.screens.practice_form import FormSheet
from interview.tui.screens.practice_places import PracticePlaces
from interview.tui.screens.practice_replay import ReplayScreen
from interview.tui.screens.practice_supervising import Supervising
from interview.views.practice_cases import case_rows

FINISH: Final = _(
    "Finish, and read the feedback?\nYour formulation is committed as it stands now, and the expert's is shown beside it. "
    "The conversation stays, and you can go through it again."
)
CHOICES: Final = {
    "explain": _("explain the history to the person: the closing task"),
    "talk": _("go back to asking"),
    "hint": _("a hint: what has not been asked yet"),
    "commit": _("commit your formulation"),
    "finish": _("finish, and read the feedback"),
    "feedback": _("read the feedback"),
    "replay": _("go through the session turn by turn"),
    "supervise": _("for a supervisor: comment, rate a second time, countersign"),
    "leave": _("leave, and come back later"),
}
"""What F10 offers, in this order."""

LED_NOWHERE: Final = frozenset({"unsure", "nothing_more", "unknown_topic"})
"""Replies after which the first cases show what could be asked next."""

LEAVE: Final = (("stay", _("stay")), ("home", _("leave; it is kept, and goes on from here")), ("quit", _("end the program")))


class PracticeEnding(PracticePlaces):
    """Opens these by key, by word and from one menu."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "correct", _("correct"), priority=True, show=False, tooltip=_("Correct how your last turn was judged")),
        Binding("f10", "menu", _("go on"), priority=True, tooltip=_("Explain the history, finish, read the feedback, leave")),
    ]
    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("hint", _("Take a hint: what has not been asked yet (/hint)")),
        ("commit", _("Commit your formulation: the proposals open then (/commit)")),
        ("explain", _("Explain the history to the person: the closing task (/explain)")),
        ("talk", _("Go back from explaining to asking (/talk)")),
        ("finish", _("Finish, and read the feedback (/finish)")),
        ("feedback", _("Read the feedback again (/feedback)")),
        ("replay", _("Go through the session turn by turn (/again)")),
        ("supervise", _("For a supervisor: comment, rate a second time, countersign (/comment)")),
        ("treatments", _("Treatments, one row a trial (/treatments)")),
    )

    def __init__(self, practice: Practice, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(practice, doors, glyphs)
        self.is_explaining = False
        self._hints = how_hints_come(practice, doors)

    @property
    def hint(self) -> Hint | None:
        """What could be asked next; None where nothing is left, or this one is done by oneself."""
        return None if self._hints == "none" else next_hint(self.practice.case, self.session)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what stands open now."""
        is_open = self.session.phase != "closed"
        match action:
            case "correct":
                return is_open and self.practice.state.turns > 0
            case "hint":
                return is_open and not self.session.is_committed and self._hints != "none"
            case "explain":
                return is_open and not self.is_explaining
            case "talk":
                return self.is_explaining
            case "finish":
                return not self.session.is_committed
            case "feedback" | "replay":
                return self.session.is_committed
            case "supervise":
                return self.practice.state.turns > 0
        return super().check_action(action, parameters)

    def action_menu(self) -> None:
        """Choose how to go on."""
        choices = [(act, words) for act, words in CHOICES.items() if self.check_action(act, ())]
        self.app.push_screen(ChoiceScreen(_("How to go on"), choices), self._go_on)

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

    def action_correct(self) -> None:
        """Correct how the last turn was judged."""
        turns = self.practice.turns()
        if turns:
            seq, spoken, form = turns[-1]
            self.app.push_screen(FormSheet(spoken.heard.text, form), lambda now: self._corrected(seq, form, now))

    def _corrected(self, seq: int, before: Form, now: Form | None) -> None:
        if now is not None and now != before and self.done(lambda: self.session.correct_form(seq, now)):
            self.draw()
            self.say(_("Corrected; yours counts."))

    def after(self, reply: PatientReply) -> str:
        """Return what is said to the trainee after a reply: how to end, or a hint in the first cases after a turn that led nowhere."""
        if reply.how in LED_NOWHERE and self._hints == "shown" and not self.session.is_committed and self.hint is not None:
            return self.hint.says
        if self.is_explaining and reply.says == self.practice.case.person.goodbye:
            return _("The person has said goodbye. F10 finishes, and shows the feedback.")
        return _("Still explaining; Esc goes back to asking.") if self.is_explaining else ""

    # At the end.

    def action_finish(self) -> None:
        """Finish, once it was asked: the formulation is committed, and the feedback is shown."""
        self.app.push_screen(AskFirst(FINISH, yes=_("Yes, finish")), lambda is_yes: self._finish() if is_yes else None)

    def _finish(self) -> None:
        if self.session.is_committed or self.done(self.session.commit_formulation):
            self.draw()
            self.action_feedback()

    def action_feedback(self) -> None:
        """Show the feedback."""
        self.app.push_screen(FeedbackScreen(self.practice, self.glyphs, lambda: feedback(self.practice.case, self.session)), self.and_then)

    def action_replay(self) -> None:
        """Go through the session turn by turn, with the feedback in the margin."""
        made = feedback(self.practice.case, self.session)
        self.app.push_screen(ReplayScreen(self.practice, self.glyphs, margin=lambda: made.margin), self.and_then)

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


def how_hints_come(practice: Practice, doors: Doors) -> When:
    """Return how hints come to this trainee: by how many other cases they have done."""
    try:
        done = sum(row.is_done for row in case_rows(doors) if row.case.id != practice.case.id)
    except StoreFault:
        done = 0
    return hints_come(done)
