"""What every screen over one session has in common: acts that may not be saved, notes, and the core read in a worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from threading import RLock
from typing import Any, Final, TypeVar

from textual import work
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from interview.engine.doors import VIEW_SECONDS, Doors
from interview.engine.events import NoteKind
from interview.engine.ports import StoreFault
from interview.engine.replies import Reply, Saved
from interview.engine.session import Session
from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.tui.collecting import spare_what_stands
from interview.tui.drafting import drafting_of, settle_soon
from interview.tui.glyphs import Glyphs
from interview.tui.one_paint import OnePaint
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.prompt import PromptScreen, Written
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.question_words import is_kept_back
from interview.tui.widgets.status_bar import StatusBar, identity, save_state
from interview.views.locale import time_of_day
from interview.views.saying import saying
from trd_core.assess import assess
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case

Outcome = TypeVar("Outcome")

NOTES: Final[tuple[tuple[NoteKind, str], ...]] = (
    ("record", _("for the record")),
    ("private", _("private: in no export unless named")),
    ("to_do", _("to do")),
)
FOR_CLINICIANS: Final = (("open", _("open it in the clinician's words")), ("stay", _("stay here")))
NOTE_PLACE: Final = "note"
"""Where a note that is not finished is kept."""
CAN_BE_SEEN: Final = _("The person can see this screen.")
VIEW_OPEN_SECONDS: Final = VIEW_SECONDS
"""After so long without an act the clinician's view closes by itself, where nothing else is set."""

CORE_FAULT: Final = _("The findings could not be computed just now. Every answer is saved, and the interview goes on.")


class SessionScreen(Screen[str]):
    """Acts through the session and draws what comes back. It returns `home` or `quit` once the interview was left."""

    is_shared = True
    """Whether the person may look: then only neutral words stand on the screen."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__()
        self.session = session
        self.doors = doors
        self.glyphs = glyphs
        self._fault: str | None = None
        self._note_draft = ""
        self.comes_from_clinicians = False
        """Whether the clinician's words stood on the screen just now, so that going on to more of them surprises nobody."""
        self._close_view: Timer | None = None
        self._one_paint = OnePaint()
        """An answer and what the core says of it are painted together, where the core is as quick as it mostly is."""
        self._turns_with = RLock()
        """Held while the session acts, or while the core reads it in a worker; never both."""

    def on_mount(self) -> None:
        """Say what was typed before and waits elsewhere. The toolkit calls this after a screen's own."""
        self.call_after_refresh(spare_what_stands)
        drafting = drafting_of(self)
        told = drafting.told(self) if drafting is not None else ""
        if told:
            self.say_too(told)

    def texts_in_hand(self) -> dict[str, str]:
        """Return what is typed here and not saved, by place; it survives a crash."""
        return {NOTE_PLACE: self._note_draft}

    @property
    def line(self) -> AnswerInput:
        """The answer line."""
        return self.query_one("#answer", AnswerInput)

    @property
    def item_now(self) -> ItemView | None:
        """The question that is asked here now."""
        return self.session.view().item

    def say(self, words: str, *, is_fault: bool = False) -> None:
        """Show a sentence under the question."""
        self.query_one("#message", MessageLine).say(words, is_fault=is_fault)

    def say_too(self, words: str) -> None:
        """Show a sentence after what is said already."""
        message = self.query_one("#message", MessageLine)
        message.say(f"{message.words} {words}".strip())

    def draw(self) -> None:
        """Draw the session's view; screens say how."""
        raise NotImplementedError

    def draw_status(self, view: SessionView) -> None:
        """Draw identity, mode and save state."""
        bar = self.query_one(StatusBar)
        bar.show(
            identity(view, is_shared=self.is_shared, dot=self.glyphs.dot),
            save_state(view.saved_at, self._fault),
            is_fault=self._fault is not None,
        )

    def attempt(self, deed: Callable[[], Outcome]) -> Outcome | None:
        """Do it; where the store cannot, say so, keep what was typed, and return None."""
        try:
            with self._turns_with:
                outcome = deed()
        except StoreFault as fault:
            self._fault = fault.kind
            safe = time_of_day(self.session.view().saved_at)
            self.say(
                _("NOT SAVED: {fault} Answers are safe up to {safe}; what you typed is still here. Try again.").format(
                    fault=fault, safe=safe
                ),
                is_fault=True,
            )
            self.draw_status(self.session.view())
            return None
        self._fault = None
        settle_soon(self)
        return outcome

    def done(self, deed: Callable[[], Reply]) -> bool:
        """Do an act that is no answer; say so where it was not taken."""
        reply = self.attempt(deed)
        if reply is not None and not isinstance(reply, Saved):
            self.say(saying(reply, None))
        return isinstance(reply, Saved)

    def action_note(self) -> None:
        """Take a note, then its kind."""
        item = self.item_now
        about = _("About this question.") if item is not None else _("About the interview.")
        sheet = PromptScreen(_("Note"), text=about, draft=self._note_draft)
        sheet.draft_place = NOTE_PLACE
        self.app.push_screen(sheet, lambda note: self._note(note, item))

    def fold(self) -> None:
        """Share the screen again, without drawing it; screens with a panel close it."""
        self.is_shared = True

    def action_view(self) -> None:
        """Open the clinician's view, or close it; while it is open, judgements and what was judged are shown."""
        self.is_shared = not self.is_shared
        self.say("")
        self.draw()

    def for_clinicians(self, then: Callable[[], Any]) -> None:
        """Go on to a place in the clinician's words: at once in the clinician's view, after asking on a shared screen."""
        if not self.is_shared or self.comes_from_clinicians:
            then()
            return
        sheet = ChoiceScreen(_("Clinician's view"), FOR_CLINICIANS, text=CAN_BE_SEEN)
        self.app.push_screen(sheet, lambda choice: then() if choice == FOR_CLINICIANS[0][0] else None)

    def keep_view_open(self) -> None:
        """Let the clinician's view close by itself after a while without an act: the person can see this screen."""
        self.comes_from_clinicians = False
        if self._close_view is not None:
            self._close_view.stop()
        self._close_view = None if self.is_shared else self.set_timer(self.doors.view_seconds, self._close_by_itself)

    def _close_by_itself(self) -> None:
        if self.is_shared:
            return
        if self.app.screen is self:
            self.action_view()
        else:
            self.keep_view_open()

    def is_folded(self, item: ItemView) -> bool:
        """Return whether a question is kept from a screen that the person can see."""
        return self.is_shared and is_kept_back(item.item)

    def show_turn(self, path: str | None) -> None:
        """Show the turn that a reason rests on; screens that have the conversation say how."""

    def read_core(self, then: Callable[[Case, Assessment, Sequence[OpenQuestion]], Any]) -> None:
        """Let the core read the case beside the typing, and hand on what it says. Its fault never ends an interview."""
        self._one_paint.hold(self.app)
        self._read_core(then, self.session.state.seq)

    @work(thread=True, group="core")
    def _read_core(self, then: Callable[[Case, Assessment, Sequence[OpenQuestion]], Any], seq: int) -> None:
        """Only the case is copied out while the session stands still; the core reads that copy while answers go on being saved."""

        def is_late() -> bool:
            return get_current_worker().is_cancelled or self.session.state.seq != seq

        read = None
        with suppress(Exception):
            with self._turns_with:
                if is_late():
                    return
                case, settings = self.session.case(), self.session.settings
            assessment = assess(case, settings)
            with self._turns_with:
                if is_late():
                    return
                read = case, assessment, self.session.open_among(assessment)
        self.app.call_from_thread(self._core_was_read, partial(self.say, CORE_FAULT) if read is None else partial(then, *read))

    def _core_was_read(self, show: Callable[[], Any]) -> None:
        try:
            show()
        finally:
            self._one_paint.let_go()

    def let_core_finish(self) -> None:
        """Wait until the core has stopped reading, before another screen lets the session act."""
        self.workers.cancel_group(self, "core")
        with self._turns_with:
            pass

    def _note(self, note: Written | None, item: ItemView | None) -> None:
        self._note_draft = note.text if note is not None else ""
        if note is None or not note.is_finished:
            return

        def keep(choice: str | None) -> None:
            kind = next((kind for kind, __ in NOTES if kind == choice), None)
            if kind is None:
                self.say(_("The note is not saved yet; F3 has it."))
            elif self.attempt(lambda: self.session.note(note.text, kind, item.link_id if item else None)) is not None:
                self._note_draft = ""
                self.say(_("The note was kept."))
                self.draw()

        self.app.push_screen(ChoiceScreen(_("What kind of note?"), NOTES), keep)
