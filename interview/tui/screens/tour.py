"""The tour: six steps on the real interviewing screen, with a made-up person in a store that forgets. Nothing of it is kept.

Each step says what to do, and goes on by itself once it was done. Esc leaves at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final, NoReturn

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from interview.engine.doors import Doors, ExportRefused
from interview.engine.exporting import ExportWanted, Tell, unheard
from interview.engine.session import Session
from interview.language import _
from interview.tui.acts import key_word
from interview.tui.glyphs import Glyphs
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.interview import InterviewScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.screens.why import WhyScreen
from interview.tui.text import as_content
from interview.views.tour_words import LOOKED, MET, STEPS, step_words

SUBJECT: Final = "TOUR"
TOLD: Final = (
    ("interview.consent", "yes"),
    ("narrative.concern", _("Everything is grey, and I lie awake half of the night.")),
    ("safety.wish_to_be_dead", "no"),
    ("safety.thoughts", "no"),
    ("safety.act", "no"),
    ("person.age_years", "44"),
    ("lifestyle.sleep_hours", _("five and a half")),
    ("lifestyle.smoking", "current"),
)
"""What the made-up person has told before the tour begins; a question that is not asked here is passed over."""

FIRST_ASKED: Final = ("lifestyle.alcohol_frequency", "lifestyle.smoking")
"""Where the tour begins: the first of these that is asked, a choice that the person answers."""

KEYS: Final = {"no_answer": "f2", "why": "f4", "go_to": "f6", "view": "f7", "safety": "f8", "formulation": "f9"}
ACTS: Final = {"no_answer": "not_answered", "go_to": "jump"}
"""What the words of the tour call an act, where the screen calls it otherwise."""


def may_tour(stack: Sequence[Screen[Any]], doors: Doors) -> bool:
    """Return whether the tour may begin: there is a store for it, it is not under way, no sheet is open, and safety is not open."""
    is_busy = any(isinstance(screen, TourScreen | SafetyScreen) for screen in stack)
    return doors.scratch is not None and not is_busy and not isinstance(stack[-1], ModalScreen)


def tour_session(doors: Doors) -> tuple[Doors, Session]:
    """Return doors into a store that forgets, and the made-up person's interview there."""
    assert doors.scratch is not None

    def refuse(_session: Session, _wanted: ExportWanted, _tell: Tell = unheard) -> NoReturn:
        raise ExportRefused(_("the tour writes no files."))

    aside = replace(doors, store=doors.scratch(), export=refuse, preview=refuse, drafts=None)
    session = Session.begin(
        aside.store,
        aside.questionnaire,
        subject=SUBJECT,
        clock=aside.clock,
        new_id=lambda: "tour",
        depth="full",
        interviewer=_("you"),
        practice=True,
        settings=aside.settings.core,
    )
    for link_id, text in TOLD:
        if session.enablement.is_enabled(link_id):
            session.answer(link_id, text)
    first = next((link_id for link_id in FIRST_ASKED if session.enablement.is_enabled(link_id)), None)
    if first is not None:
        session.go_to(first)
    return aside, session


class TourSafety(SafetyScreen):
    """Safety in the tour: the same screen, with the tour's line; leaving it ends the tour."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, words: Callable[[], str]) -> None:
        super().__init__(session, doors, glyphs)
        self._words = words

    def compose(self) -> ComposeResult:
        """Place the tour's line above everything."""
        yield Static(id="tour", markup=False)
        yield from super().compose()

    def draw(self) -> None:
        """Draw safety, and what the tour says of it."""
        super().draw()
        self.query_one("#tour", Static).update(as_content(self._words()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no way back into the interview: Esc ends the tour everywhere."""
        return False if action == "undo_safety" else super().check_action(action, parameters)

    def action_leave(self) -> None:
        """End the tour."""
        self.dismiss("home")


class TourScreen(InterviewScreen):
    """The interviewing screen with a line that says what to try; it returns `home`, always."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session, doors, glyphs)
        self.place = 0
        """The step that is under way, from 0; as many as there are once the tour is over."""
        self._was_opened = self._was_away = self._saw_formulation = self._saw_why = False
        self._counted = self._answers()
        self._from = self._asked_now()

    def compose(self) -> ComposeResult:
        """Place the tour's line above everything."""
        yield Static(id="tour", markup=False)
        yield from super().compose()

    def draw(self) -> None:
        """Draw the interview, and go on with the tour where the step was done."""
        super().draw()
        self._look()

    def words(self) -> str:
        """Return what the tour says now."""
        if self.place >= len(STEPS):
            return MET
        return step_words(self.place, self._keys(), is_at_safety=self._saw_formulation)

    def safety_screen(self) -> SafetyScreen:
        """Return safety with the tour's line."""
        return TourSafety(self.session, self.doors, self.glyphs, self._words_at_safety)

    def action_leave(self) -> None:
        """Leave the tour; there is nothing to keep."""
        self.let_core_finish()
        self.session.release()
        self.dismiss("home")

    def on_screen_suspend(self) -> None:
        """Notice where the person looks, and let the tour's line stand there too."""
        top = self.app.screen
        self._saw_why = self._saw_why or isinstance(top, WhyScreen)
        if isinstance(top, FormulationScreen):
            self._saw_formulation = self._saw_formulation or self._step == "formulation"
            top.mount(Static(as_content(LOOKED), id="tour", markup=False), before=0)

    def on_screen_resume(self) -> None:
        """Go on where the step was done on a sheet."""
        if self.is_mounted:
            self._look()

    @property
    def _step(self) -> str | None:
        return STEPS[self.place][0] if self.place < len(STEPS) else None

    def _look(self) -> None:
        self._was_opened = self._was_opened or (self._step == "view" and not self.is_shared)
        self._was_away = self._was_away or (self._step == "jump" and self._asked_now() != self._from)
        if self._is_done():
            self.place += 1
            self._counted, self._from = self._answers(), self._asked_now()
            self._was_away = self._saw_why = False
        self.query_one("#tour", Static).update(as_content(self.words()))

    def _is_done(self) -> bool:
        told, left_open = self._answers()
        match self._step:
            case "answered":
                return told > self._counted[0]
            case "not_answered":
                return left_open > self._counted[1]
            case "why":
                return self._saw_why and self.app.screen is self
            case "view":
                return self._was_opened and self.is_shared
            case "jump":
                return self._was_away and self._asked_now() == self._from
            case "formulation":
                return self.session.view().safety.stops
        return False

    def _words_at_safety(self) -> str:
        self._look()
        return self.words()

    def _answers(self) -> tuple[int, int]:
        """How many questions were answered, and how many were left open for a reason."""
        given = self.session.state.answers.values()
        told = sum(answer.status == "answered" for answer in given)
        return told, len(given) - told

    def _asked_now(self) -> str | None:
        item = self.session.view().item
        return item.link_id if item is not None else None

    def _keys(self) -> dict[str, str]:
        shown = getattr(self.app, "shown_key", key_word)
        return {name: shown(Binding(key, ACTS.get(name, name))) for name, key in KEYS.items()}
