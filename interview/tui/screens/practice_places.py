"""From the conversation with a simulated patient to the record's places and back: what was found, safety, the formulation."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from interview.engine.doors import Doors
from interview.language import _
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.jump import GRID_PLACE, SECTION, jump_screen
from interview.tui.screens.practice_record import COMMIT, COMMIT_NO, COMMIT_YES, PracticeFormulation, PracticeGrid
from interview.tui.screens.practice_safety import STILL_OPEN, PracticeSafety
from interview.tui.screens.resting import ASK, ASK_NOW, owes_a_record, safety_choices, where_words_stand
from interview.tui.screens.session_screen import SessionScreen
from interview.tui.screens.settling_words import ask_reason
from interview.tui.screens.treatments import TreatmentsScreen


class PracticePlaces(SessionScreen):
    """Opens the record's places by the keys of the interview, and takes up what was chosen there."""

    is_shared = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "grid", _("what you found"), priority=True, tooltip=_("Enter what you found, by section")),
        Binding("f6", "jump", _("go to"), priority=True, show=False, tooltip=_("Go to any question of the record")),
        Binding(
            "f8", "safety", _("safety"), priority=True, show=False, tooltip=_("Safety: ask now, settle a banner, record what was done")
        ),
        Binding("f9", "formulation", _("formulation"), priority=True, tooltip=_("Your formulation: problems, ratings, links")),
    ]

    def __init__(self, practice: Practice, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(practice.session, doors, glyphs)
        self.practice = practice
        self.found_drafts: dict[str, str] = {}
        """What was typed in the grid and not sent, by question."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what stands open."""
        if action == "safety" and self.session.phase == "closed":
            return False
        if action == "safety":
            view = self.session.view()
            return self.session.phase == "safety" or self.session.may("open_safety") or bool(view.risk_banner) or owes_a_record(view)
        if action == "commit":
            return not self.session.is_committed and self.session.phase != "closed"
        return super().check_action(action, parameters)

    # What was found.

    def action_grid(self) -> None:
        """Enter what was found."""
        self.app.push_screen(PracticeGrid(self.session, self.doors, self.glyphs, self.found_drafts), self.and_then)

    def action_treatments(self) -> None:
        """Open the treatments."""
        self.app.push_screen(TreatmentsScreen(self.session), self.go_to_place)

    def action_jump(self) -> None:
        """Open the list of places."""
        self.app.push_screen(jump_screen(self.session, self.glyphs), self.go_to_place)

    def action_go_to_place(self, place: str | None) -> None:
        """Go to a question or a section that was chosen elsewhere."""
        self.go_to_place(place)

    def go_to_place(self, place: str | None) -> None:
        """Enter what was found at a question or in a section (`section:` and its id), or only go back to the line."""
        if place is None:
            self.and_then(None)
            return
        section = place.removeprefix(SECTION)
        if place.startswith(SECTION):
            first = next((slot.link_id for slot in self.session.slots(section)), None)
            place = first if first is not None else GRID_PLACE
        if place == GRID_PLACE or self.session.phase == "closed" or self.done(partial(self.session.go_to, place)):
            self.action_grid()

    # Safety.

    def action_safety(self) -> None:
        """Open the record's safety, once it was said that it is meant; where it is open, go back to it."""
        if self.session.phase == "safety":
            self.app.push_screen(PracticeSafety(self.session, self.doors, self.glyphs), self._after_safety)
            return
        choices, where = safety_choices(self.session), where_words_stand(self.session, self.session.view(), is_shared=False)
        if choices == [ASK]:
            sheet = AskFirst(ASK_NOW, yes=_("Yes, ask them"), no=_("No, go back"), enter_is_yes=True)
            self.app.push_screen(sheet, lambda is_meant: self._safety(ASK[0] if is_meant else None))
        else:
            self.app.push_screen(ChoiceScreen(_("Safety"), choices, text=where), self._safety)

    def _safety(self, choice: str | None) -> None:
        if choice == ASK[0]:
            if self.done(lambda: self.session.go("open_safety")):
                self.app.push_screen(PracticeSafety(self.session, self.doors, self.glyphs), self._after_safety)
        elif choice == "record":
            self.app.push_screen(PracticeSafety(self.session, self.doors, self.glyphs, only_record=True), self._after_safety)
        elif choice is not None:
            place = self.session.view().risk_banner[0]
            ask_reason(self.app, lambda reason: self._settled(place, choice, reason), self.say)

    def _settled(self, place: str, how: str, reason: str) -> None:
        if self.done(lambda: self.session.settle_risk_words(place, how, reason)):
            self.say(_("Settled."))
        self.draw()

    def _after_safety(self, where: str | None) -> None:
        self.say("")
        self.and_then(where or None)

    def action_back_from_safety(self) -> None:
        """Go on talking; the safety questions of the record stay open."""
        self.say(STILL_OPEN)

    # The formulation.

    def action_formulation(self) -> None:
        """Open the trainee's own map; where safety is open in the record, it comes first."""
        if self.session.phase == "safety":
            self.action_safety()
            return
        if self.session.may("formulate") and self.attempt(lambda: self.session.go("formulate")) is None:
            return
        self.app.push_screen(PracticeFormulation(self.session, self.glyphs), self.and_then)

    def action_commit(self) -> None:
        """Commit the formulation, once it was asked."""
        if not self.session.case().problems:
            self.say(_("No problem is on your map yet. F9 opens it; commit it once it says what you think."))
            return
        self.app.push_screen(AskFirst(COMMIT, yes=COMMIT_YES, no=COMMIT_NO), lambda is_yes: self._commit() if is_yes else None)

    def _commit(self) -> None:
        if self.done(self.session.commit_formulation):
            self.say(_("Committed. F9 shows your map, and now also what the answers suggest."))
            self.draw()

    # Back.

    def and_then(self, act: str | None) -> None:
        """Come back from another place; go on to the act that was chosen there."""
        self.line.focus()
        if act in ("home", "quit"):
            self.dismiss(act)
            return
        self.draw()
        if act is not None:
            self.call_later(self.run_action, act)
