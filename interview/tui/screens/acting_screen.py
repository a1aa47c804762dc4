"""`ActingScreen`: a screen that calls `Session` and draws what comes back. What was not saved stays in its hands until it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final, Generic, TypeVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from interview.engine.doors import PRACTICE_SUBJECT
from interview.engine.ports import StoreFault
from interview.engine.replies import Reply, Saved
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.tui.drafting import settle_soon
from interview.tui.widgets.act_bar import ActBar
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.status_bar import VISITS, StatusBar, save_state
from interview.views.saying import saying
from interview.views.signature_words import state_word

Result = TypeVar("Result")
Step = Callable[[], Reply]
STILL_UNSAVED = _("Something is not saved yet: try it again, or let it go, and then go on.")

PLACES: Final = {
    "f5": ("treatments", _("Treatments, one row a trial")),
    "f6": ("jump", _("Go to any question or section")),
    "f8": ("safety", _("Safety: ask now, settle a banner, record what was done")),
    "f9": ("formulation", _("Formulation: problems, ratings, links, order")),
    "f10": ("finish", _("Check the answers, read the report, close or reopen")),
}
"""Keys of the interview that lead elsewhere: its act, and what it does."""


def elsewhere(*keys: str) -> list[BindingType]:
    """Return bindings that leave for another place of the interview, by the same keys as there."""
    return [Binding(key, f"elsewhere('{PLACES[key][0]}')", show=False, tooltip=PLACES[key][1]) for key in keys]


def identity_at(view: SessionView, place: str, *, is_clinicians: bool) -> str:
    """Return whose record this is, what is being done with it, and whether it is for the clinician's eyes, in one line."""
    before, after = (_("PRACTICE"),) if view.practice else (), (_("CLINICIAN'S VIEW"),) if is_clinicians else ()
    signed = (state_word(view),) if view.signatures else ()
    whose = (view.subject, VISITS.get(view.visit, view.visit)) if view.subject != PRACTICE_SUBJECT else ()
    return " · ".join((*before, *whose, place, *signed, *after))


class ActingScreen(Screen[Result], Generic[Result]):
    """Status bar, acts and their replies; a screen built on it lays out its body and draws it."""

    PLACE: ClassVar[str] = ""
    IS_CLINICIANS: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _("Back"), key_display="Esc", tooltip=_("Go back; what was saved stays saved"))
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._waiting: list[Step] = []
        self._fault: StoreFault | None = None
        self._words = ""
        self._stood_on: Widget | None = None
        self._then: Callable[[], object] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the status bar, the screen's own body, what is said of the last act, and the keys."""
        yield StatusBar()
        yield from self.compose_body()
        yield ActBar()
        yield KeyLine()

    def compose_body(self) -> Iterable[Any]:
        """Yield the widgets between the status bar and the keys."""
        return ()

    def on_mount(self) -> None:
        """Draw what stands, and begin where the screen begins."""
        self.redraw()
        self.begin()

    def begin(self) -> None:
        """Put the focus where the screen begins, once it is drawn."""

    def redraw(self) -> None:
        """Draw everything anew from the session."""
        view, fault = self.session.view(), self._fault
        state = save_state(view.saved_at, fault.kind if fault else None)
        self.query_one(StatusBar).show(identity_at(view, self.PLACE, is_clinicians=self.IS_CLINICIANS), state, is_fault=fault is not None)
        self.draw_body()

    def draw_body(self) -> None:
        """Draw the screen's own widgets anew."""

    @property
    def is_waiting(self) -> bool:
        """Whether an act is not saved yet."""
        return bool(self._waiting)

    def say(self, sentence: str) -> None:
        """Show one sentence about the last act."""
        self.query_one(ActBar).say(sentence)

    def act(self, *steps: Step, words: str = "", said: str = "", then: Callable[[], object] | None = None) -> bool:
        """Take the steps in order, each saved before the next; `words` were typed and are kept if one cannot be saved.

        Return whether all were saved; then `said` is shown and `then` is called. A refusal is said and stops the rest.
        """
        if self._waiting:
            self.say_still_waiting()
            return False
        waiting = list(steps)
        while waiting:
            try:
                reply = waiting[0]()
            except StoreFault as fault:
                self._waiting, self._fault, self._words, self._then = waiting, fault, words, then
                self._stood_on = self.focused if self._stood_on is None else self._stood_on
                self.redraw()
                self.query_one(ActBar).say_not_saved(str(fault), words)
                return False
            if not isinstance(reply, Saved):
                self.redraw()
                self.say(saying(reply, None))
                return False
            waiting.pop(0)
            if reply.risk_words:
                said = (
                    _("{said} There are words of risk in this text; they are settled before the interview is closed.")
                    .format(said=said)
                    .strip()
                )
        self.redraw()
        self.say(said)
        settle_soon(self)
        self._go_back_to_work()
        if then is not None:
            then()
        return True

    def say_still_waiting(self) -> None:
        """Say that an earlier act is not saved yet, without losing it."""
        self.query_one(ActBar).say_not_saved(STILL_UNSAVED, self._words)

    @on(ActBar.TriedAgain)
    def _try_again(self, event: ActBar.TriedAgain) -> None:
        event.stop()
        steps, self._waiting, self._fault = self._waiting, [], None
        self.act(*steps, words=self._words, said=_("Saved now."), then=self._then)

    @on(ActBar.LetGo)
    def _let_go(self, event: ActBar.LetGo) -> None:
        event.stop()
        self._waiting, self._fault, self._words, self._then = [], None, "", None
        self.redraw()
        self.say(_("Let go. What was saved before is safe."))
        self._go_back_to_work()

    def _go_back_to_work(self) -> None:
        """Give the focus back to where it stood before a fault."""
        stood_on, self._stood_on = self._stood_on, None
        if stood_on is not None and stood_on.is_attached:
            stood_on.focus()

    def action_leave(self) -> None:
        """Go back without a result, unless something still waits to be saved."""
        if self._waiting:
            self.say_still_waiting()
        else:
            self.dismiss(None)

    def action_go_to_place(self, place: str) -> None:
        """Leave for a question or a section: the screen below goes there."""
        self.action_elsewhere(f"go_to_place({place!r})")

    def action_show_problem(self, problem: str) -> None:
        """Leave for a problem on the map."""
        self.action_elsewhere(f"show_problem({problem!r})")

    def action_elsewhere(self, act: str) -> None:
        """Leave for another place of the interview: its act is the result, and the screen below does it."""
        if self._waiting:
            self.say_still_waiting()
        else:
            self.dismiss(cast(Result, act))
