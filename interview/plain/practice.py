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
from interview.plain.practice_after import PracticeAfter
from interview.plain.practice_record import PracticeRecord
from interview.plain.practice_said import EXPLAINED, JUDGED, commented, corrected, corrected_part, number_in
from interview.plain.practice_words import LOCKED, MAP_WORDS, PracticeStanding, help_lines, not_now
from interview.plain.sharing import Sharing
from interview.plain.words import Word, answer_of, word_of
from interview.practice.ear.semantic import prepare_beside
from interview.practice.ending import end
from interview.practice.lines import correct
from interview.practice.patient.case_file import CaseFile
from interview.practice.running import Practice
from interview.views.practice_hints import hint_asked_for, how_hints_come, nudge_after
from interview.views.practice_open import still_open
from interview.views.practice_turns import MARK
from interview.views.practice_words import heard_words, topic_words
from interview.views.saying import saying

DONE, INTERRUPTED = 0, 130
YES: Final = _("yes")
NOT_ONE_LINE: Final = _("That was not one line, and one is asked for. Nothing of it was taken.")
NOTHING_EXPLAINED: Final = _("The history was not explained yet: /explain.")
NO_SUCH_TURN: Final = _("There is no turn of that number; /turns says them.")
ANYWAY: Final = _("/finish anyway ends the session as it is.")
FINISHED: Final = _("The session is finished: nothing more is said. /feedback says what can be said of it, /again goes through it.")


class PlainPractice:
    """One sitting with one simulated patient."""

    def __init__(self, doors: Doors, session: Session, case: CaseFile, console: Console) -> None:
        self._doors, self._session, self._console = doors, session, console
        prepare_beside()
        self._practice = Practice(case, session, doors.rephrase)
        sharing = Sharing(console, doors.view_seconds)
        sharing.stay_open()
        self._acting = Acting(session, console, sharing)
        self._record = PracticeRecord(doors, session, console)
        self._after = PracticeAfter(case, session, console)
        self._hints = how_hints_come(doors, case)
        self._leaves: int | None = None
        self._unsaid: str | None = None
        """What could not be kept; Enter says it again."""
        self._acts: dict[str, Callable[[str], None]] = {
            "/which": self._which,
            "/hint": self._hint,
            "/correct": self._correct,
            "/turns": lambda __: self._after.conversation(with_margin=False),
            "/record": lambda __: self._record.visit(),
            "/safety": lambda __: self._visit_safety(),
            "/case": lambda __: self._on_map(Word("/case")),
            "/talk": lambda __: console.say(_("You are with {name}.").format(name=case.person.name)),
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
            if self._session.phase == "closed":
                console.say(FINISHED)
            elif self._session.practised():
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
        if line.lines > 1:
            self._console.say(_("{lines} lines came at once; they are said as one.").format(lines=line.lines))
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
            self._console.say(FINISHED if self._session.phase == "closed" else saying(said, None, words_stay=False))
            return
        self._console.say(f"{self._practice.case.person.name}: {said.says}")
        for number, topic in enumerate(self._practice.state.offered if said.how == "which" else (), 1):
            self._console.say(f"  /which {number}  {topic_words((topic,))}")
        turns = self._practice.turns()
        if said.how != "explained" and turns:
            _seq, spoken, form = turns[-1]
            self._console.say(_("  (turn {n}, heard as: {heard})").format(n=len(turns), heard=heard_words(spoken.heard, said, form)))
        if (nudge := nudge_after(self._hints, self._practice.case, self._session, said)) is not None:
            self._console.say(f"  ({nudge})")

    def _which(self, rest: str) -> None:
        self._pass(lambda: self._practice.choose(number_in(rest) or 0))

    def _hint(self, _rest: str) -> None:
        if (given := hint_asked_for(self._hints, self._practice.case, self._session)) is None:
            self._console.say(_("There is no hint now: this one you do by yourself."))
        elif isinstance(self._acting.do(lambda: self._session.take_hint(given.topic)), Saved):
            self._console.say(given.says)

    def _correct(self, rest: str) -> None:
        said, of_explaining = corrected(rest), corrected_part(rest)
        if of_explaining is not None:
            part, heard = of_explaining
            self._acting.do(partial(self._session.correct_explaining, part, heard=heard), says=lambda __: NOTHING_EXPLAINED)
        elif said is None:
            self._console.say(_("Say it so: /correct 3 closed leading. Words: {words}.").format(words=", ".join(JUDGED)))
            self._console.say(
                _("Of your explanation: /correct together heard, or not-heard. Parts: {words}.").format(words=", ".join(EXPLAINED))
            )
        else:
            self._acting.do(partial(correct, self._practice, *said), says=lambda __: NO_SUCH_TURN)

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
        word = word_of(text) if not rest else None
        if word is not None and (word.name != "/explain" or word.rest):
            self._act(word)
        elif word is None and text:
            self._pass(lambda: self._practice.explain(answer_of(text)))

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
        """End the session where nothing is open; `anyway` ends it as it is."""
        session, waiting = self._session, still_open(self._practice)
        if waiting and rest.casefold() != "anyway":
            self._console.say(_("Still open:"), *(f"  - {words}" for words in waiting), ANYWAY)
        elif isinstance(self._acting.do(lambda: end(session)), Saved):
            self._console.say(FINISHED)

    def _answered(self, prompt: str) -> str:
        try:
            line = self._console.ask(prompt)
        except KeyboardInterrupt:
            return ""
        if line is not None and (line.too_long or line.lines > 1):
            self._console.say(NOT_ONE_LINE)
            return ""
        return "" if line is None else line.text.strip()

    def _standing(self) -> PracticeStanding:
        return PracticeStanding(
            len(self._practice.turns()),
            len(self._practice.state.offered),
            self._session.is_committed,
            self._session.phase == "closed",
            self._session.feedback_read is not None,
        )

    def _leave(self, code: int) -> None:
        if self._session.phase not in ("closed", "paused") and self._session.may("pause"):
            self._acting.do(lambda: self._session.go("pause"))
        self._console.say(_("`trd-interview practise --resume {record} --plain` goes on here.").format(record=self._session.record))
        self._leaves = code
