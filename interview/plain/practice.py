"""Practice line by line: the trainee talks to a simulated patient, enters what they found, settles a formulation, and reads the feedback.

The same session and the same record as on the screen. A line is said to the patient; a word that begins with a slash acts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.practice_turns import PatientReply
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console, Line
from interview.plain.exporting import ExportTalk
from interview.plain.moving import standing_before_closing
from interview.plain.practice_after import PracticeAfter
from interview.plain.practice_record import PracticeRecord
from interview.plain.practice_said import JUDGED, commented, corrected, number_in
from interview.plain.practice_words import LOCKED, MAP_WORDS, PracticeStanding, help_lines, not_now
from interview.plain.sharing import Sharing
from interview.plain.words import Word, answer_of, word_of
from interview.practice.lines import correct
from interview.practice.patient.case_file import CaseFile
from interview.practice.running import Practice
from interview.views.practice_hints import hint_now
from interview.views.practice_turns import MARK
from interview.views.practice_words import heard_words, topic_words
from interview.views.saying import saying

DONE, INTERRUPTED = 0, 130
YES: Final = _("yes")
NO_SUCH_TURN: Final = _("There is no turn of that number; /turns says them.")
ANYWAY: Final = _("/finish anyway ends the session as it is; the feedback says what was left open.")


class PlainPractice:
    """One sitting with one simulated patient."""

    def __init__(self, doors: Doors, session: Session, case: CaseFile, console: Console) -> None:
        self._doors, self._session, self._console = doors, session, console
        self._practice = Practice(case, session, doors.rephrase)
        sharing = Sharing(console, doors.view_seconds)
        sharing.stay_open()
        self._acting = Acting(session, console, sharing)
        self._record = PracticeRecord(doors, session, console)
        self._after = PracticeAfter(case, session, console)
        self._leaves: int | None = None
        self._unsaid: str | None = None
        """What could not be kept; Enter says it again."""
        self._acts: dict[str, Callable[[str], None]] = {
            "/which": self._which,
            "/hint": self._hint,
            "/correct": self._correct,
            "/turns": lambda __: self._after.conversation(with_margin=False),
            "/record": lambda __: self._visit(),
            "/safety": lambda __: self._visit_safety(),
            "/case": lambda __: self._on_map(Word("/case")),
            "/commit": lambda __: self._commit(),
            "/explain": self._explain,
            "/finish": self._finish,
            "/feedback": self._after.feedback,
            "/again": lambda __: self._after.conversation(with_margin=True),
            "/comment": self._comment,
            "/help": lambda __: console.say(*help_lines(self._standing())),
            "/quit": lambda __: self._leave(DONE),
        }

    def run(self) -> int:
        """Talk until the person leaves or the input ends. Nothing saved is ever lost."""
        person, console = self._practice.case.person, self._console
        with console:
            console.say(
                MARK.upper(), _("Session {record}. {introduction}").format(record=self._session.record, introduction=person.introduction)
            )
            console.say(_("A line is said to the patient; /help lists the words."), "")
            if self._session.phase == "paused":
                self._acting.do(lambda: self._session.go("resume"))
            if self._session.practised():
                console.say(_("You go on where you were; /turns says it again."))
            else:
                console.say(f"{person.name}: {person.opening}")
            try:
                while self._leaves is None:
                    self._turn()
            finally:
                self._session.release()
        return self._leaves

    def _turn(self) -> None:
        try:
            line = self._console.ask(_("you> "))
        except KeyboardInterrupt:
            self._console.say("")
            self._leave(INTERRUPTED)
            return
        if line is None:
            self._console.say("")
            self._leave(DONE)
        elif line.too_long:
            self._console.say(_("That was longer than one line can hold, so nothing of it was said. Say it in shorter lines."))
        else:
            self._take(line)

    def _take(self, line: Line) -> None:
        word = word_of(line.text) if line.lines == 1 else None
        if word is not None:
            self._act(word)
            return
        text = answer_of(line.text) or (self._unsaid or "")
        if text.strip():
            self._pass(lambda: self._practice.say(text), text)

    def _act(self, word: Word) -> None:
        why_not = not_now(word.name, self._standing())
        if why_not is not None:
            self._console.say(f"{word.name}: {why_not}.")
        elif word.name in self._acts:
            self._acts[word.name](word.rest)
        elif word.name in MAP_WORDS or word.name in LOCKED:
            self._on_map(word)
        elif word.name in ("/export", "/preview"):
            ExportTalk(self._doors, self._session, self._console).act(self._session.view(), word)
        else:
            self._console.say(_("No such word here; nothing was said and nothing done. /help lists those there are."))

    def _pass(self, step: Callable[[], PatientReply | Refused], text: str | None = None) -> None:
        """Say something, and print what the patient says once it is kept."""
        try:
            said = step()
        except StoreFault as fault:
            self._unsaid = text
            self._console.say(_("NOT SAVED, and so not said: {fault}").format(fault=fault), _("Enter says it again."))
            return
        self._unsaid = None
        if isinstance(said, Refused):
            self._console.say(saying(said, None, words_stay=False))
            return
        self._console.say(f"{self._practice.case.person.name}: {said.says}")
        for number, topic in enumerate(self._practice.state.offered if said.how == "which" else (), 1):
            self._console.say(f"  /which {number}  {topic_words((topic,))}")
        turns = self._practice.turns()
        if said.how != "explained" and turns:
            _seq, spoken, form = turns[-1]
            self._console.say(_("  (turn {n}, heard as: {heard})").format(n=len(turns), heard=heard_words(spoken.heard, said, form)))

    def _which(self, rest: str) -> None:
        self._pass(lambda: self._practice.choose(number_in(rest) or 0))

    def _hint(self, _rest: str) -> None:
        given = hint_now(self._doors, self._practice.case, self._session)
        if given is None:
            self._console.say(_("There is no hint now: this one you do by yourself."))
        elif isinstance(self._acting.do(lambda: self._session.take_hint(given.topic)), Saved):
            self._console.say(given.says)

    def _correct(self, rest: str) -> None:
        said = corrected(rest)
        if said is None:
            self._console.say(_("Say it so: /correct 3 closed leading. Words: {words}.").format(words=", ".join(JUDGED)))
        else:
            self._acting.do(partial(correct, self._practice, *said), says=lambda __: NO_SUCH_TURN)

    def _visit(self) -> None:
        self._record.visit()

    def _visit_safety(self) -> None:
        if self._session.phase == "safety" or isinstance(self._acting.do(lambda: self._session.go("open_safety")), Saved):
            self._record.visit()

    def _on_map(self, word: Word) -> None:
        if self._session.phase == "safety":
            self._console.say(_("The safety questions of your record come first: /record."))
            return
        left = self._record.do(word)
        if left is not None:
            self._act(left)

    def _commit(self) -> None:
        self._console.say(
            _("Once settled, it is open to comparison, and the program's findings and proposals are open to you. It stays so.")
        )
        if self._answered(_("Type yes to settle it> ")).casefold() in (YES.casefold(), "yes"):
            self._acting.do(self._session.commit_formulation)
        else:
            self._console.say(_("Not settled; nothing was changed."))

    def _explain(self, rest: str) -> None:
        text = rest or self._answered(_("What do you tell {name}?> ").format(name=self._practice.case.person.name))
        if text:
            self._pass(lambda: self._practice.explain(text))

    def _comment(self, rest: str) -> None:
        said, turns = commented(rest), self._practice.turns()
        if said is None:
            self._console.say(_("Say it so: /comment 3 NAME: TEXT, or /comment NAME: TEXT."))
            return
        number, by, text = said
        if number is not None and not 1 <= number <= len(turns):
            self._console.say(NO_SUCH_TURN)
            return
        self._acting.do(partial(self._session.comment, by, text, None if number is None else turns[number - 1][0]))

    def _finish(self, rest: str) -> None:
        """Close the record where nothing stands in the way; `anyway` ends the session as it is."""
        session, is_meant = self._session, rest.casefold() == "anyway"
        if not session.is_committed and not is_meant:
            self._console.say(_("You have not settled a formulation of your own: /commit."), ANYWAY)
            return
        for trigger in ("review", "close"):
            if session.may(trigger):
                self._acting.do(partial(session.go, trigger))
        if session.phase != "closed" and not is_meant:
            self._console.say(_("Something still stands open in your record:"), *standing_before_closing(session.view()), ANYWAY)
            return
        self._after.is_finished = True
        self._console.say(_("The session is finished. /feedback says what can be said of it, /again goes through it."))

    def _answered(self, prompt: str) -> str:
        try:
            line = self._console.ask(prompt)
        except KeyboardInterrupt:
            return ""
        return "" if line is None or line.too_long else line.text.strip()

    def _standing(self) -> PracticeStanding:
        is_closed = self._session.phase == "closed"
        return PracticeStanding(
            len(self._practice.turns()),
            len(self._practice.state.offered),
            self._session.is_committed,
            is_closed,
            is_closed or self._after.is_finished or self._session.is_committed,
        )

    def _leave(self, code: int) -> None:
        if self._session.phase not in ("closed", "paused") and self._session.may("pause"):
            self._acting.do(lambda: self._session.go("pause"))
        self._console.say(_("`trd-interview practise --resume {record} --plain` goes on here.").format(record=self._session.record))
        self._leaves = code
