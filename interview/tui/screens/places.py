"""From the interview to its other places and back: treatments, any question, safety, formulation, and what comes at the end."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from interview.language import _
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.attached_acts import ATTACHED, ATTACHING, AttachedActs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.depth_acts import CHANGING_DEPTH, DEPTH, DepthActs, depth_choices
from interview.tui.screens.finishing import COMPARE, GRID, LOCK, PERSONS_MAP, PICTURES, finish_choices, picture, picture_choices
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.informant_acts import ASKING_CLOSE, INFORMANT, INFORMANT_PLACE, InformantActs
from interview.tui.screens.jump import GRID_PLACE, SECTION, jump_screen
from interview.tui.screens.offering import OfferingScreen
from interview.tui.screens.persons_map import PersonsMapScreen
from interview.tui.screens.report import Exports, ReportScreen
from interview.tui.screens.resting import ASK, ASK_NOW, UNSETTLED, owes_a_record, safety_choices, where_words_stand
from interview.tui.screens.review import ReviewScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.screens.settling_words import ask_reason
from interview.tui.screens.signing_acts import SIGNING, SigningActs
from interview.tui.screens.to_do_acts import TO_DOS, ToDoActs
from interview.tui.screens.treatments import TreatmentsScreen
from interview.views.informant_question import may_see_informants


class PlacesScreen(InformantActs, AttachedActs, SigningActs, ToDoActs, DepthActs, OfferingScreen):
    """Opens the other places of an interview by key, and takes up what was chosen there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "treatments", _("treatments"), priority=True, show=False, tooltip=_("Treatments, one row a trial")),
        Binding("f6", "jump", _("go to"), priority=True, show=False, tooltip=_("Go to any question or section")),
        Binding(
            "f8", "safety", _("safety"), priority=True, show=False, tooltip=_("Safety: ask now, settle a banner, record what was done")
        ),
        Binding(
            "f9", "formulation", _("formulation"), priority=True, show=False, tooltip=_("Formulation: problems, ratings, links, order")
        ),
        Binding("f10", "finish", _("review"), priority=True, show=False, tooltip=_("Check the answers, read the report, close or reopen")),
        Binding(
            "escape",
            "leave",
            _("pause"),
            key_display="Esc",
            show=False,
            tooltip=_("Pause at once: the screen is blank, and the place is kept"),
        ),
    ]

    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *OfferingScreen.EXTRA_ACTS,
        *SIGNING,
        *TO_DOS,
        *ASKING_CLOSE,
        *ATTACHING,
        *CHANGING_DEPTH,
        ("persons_map", _("Draw the person's own map, in their words")),
        ("pictures", _("See a picture: the life chart, the profile of well-being, two visits side by side")),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the phase table allows."""
        match action:
            case "formulation":
                return self.session.may("formulate") or self.session.may("review")
            case "safety":
                view = self.session.view()
                return self.session.may("open_safety") or bool(view.risk_banner) or owes_a_record(view)
        return super().check_action(action, parameters)

    def action_treatments(self) -> None:
        """Open the treatments."""
        self.let_core_finish()
        self.app.push_screen(TreatmentsScreen(self.session), self.go_to_place)

    def action_jump(self) -> None:
        """Open the list of places."""
        self.app.push_screen(jump_screen(self.session, self.glyphs, is_shared=self.is_shared), self.go_to_place)

    def action_safety(self) -> None:
        """Open safety, once it was said that it is meant; where something waits to be settled, ask which is meant."""
        choices, where = safety_choices(self.session), where_words_stand(self.session, self.session.view(), is_shared=self.is_shared)
        if choices == [ASK]:
            sheet = AskFirst(ASK_NOW, yes=_("Yes, ask them"), no=_("No, go back"), enter_is_yes=True)
            self.app.push_screen(sheet, lambda is_meant: self._safety(ASK[0] if is_meant else None))
        elif len(choices) == 1:
            self._safety(choices[0][0])
        else:
            self.app.push_screen(ChoiceScreen(_("Safety"), choices, text=where), self._safety)

    def action_formulation(self) -> None:
        """Open the formulation; on a screen that the person can see, ask first: it is in the clinician's words."""
        self.for_clinicians(self._formulation)

    def _formulation(self) -> None:
        if self.session.may("formulate") and self.attempt(lambda: self.session.go("formulate")) is None:
            return
        self.let_core_finish()
        self.app.push_screen(FormulationScreen(self.session, self.glyphs), self.and_then)

    def action_finish(self) -> None:
        """Check, read, see, close or reopen; what still stands in the way of closing is said, with the way to it."""
        choices, waiting = finish_choices(self.session)
        choices += [INFORMANT] if may_see_informants(self.session) else []
        choices += [PERSONS_MAP, ATTACHED, *depth_choices(self.session), LOCK]
        self.app.push_screen(ChoiceScreen(_("Finish"), choices, text="\n".join(waiting)), self._finish)

    def action_pictures(self) -> None:
        """Choose a picture of this record."""
        self.app.push_screen(ChoiceScreen(_("Pictures"), picture_choices()), self._finish)

    def action_persons_map(self) -> None:
        """Draw the person's own map, in their words, on the screen that they see."""
        self.let_core_finish()
        self.app.push_screen(PersonsMapScreen(self.session, self.glyphs), self.and_then_shared)

    def go_to_place(self, place: str | None) -> None:
        """Go to a question, or to a section (`section:` and its id), or only back to the answer line."""
        self.line.focus()
        if place == INFORMANT_PLACE:
            self.action_informant()
            return
        if place == GRID_PLACE:
            self.action_grid()
            return
        if place is not None and self.is_found(place):
            self.show_found(place)
            return
        if place is not None:
            self.say("")
            section = place.removeprefix(SECTION)
            deed = (lambda: self.session.go("jump", section)) if place.startswith(SECTION) else (lambda: self.session.go_to(place))
            self.done(deed)
        self.draw()

    def action_go_to_place(self, place: str | None) -> None:
        """Go to a question or a section that was chosen elsewhere."""
        self.go_to_place(place)

    def action_show_problem(self, problem: str) -> None:
        """Open the formulation at a problem of the map."""
        if self.check_action("formulation", ()):
            self.for_clinicians(lambda: self._formulation_at(problem))

    def _formulation_at(self, problem: str) -> None:
        self._formulation()
        self.app.call_later(self.app.run_action, f"show_problem({problem!r})", self.app.screen)

    def _safety(self, choice: str | None) -> None:
        if choice == ASK[0]:
            self.done(lambda: self.session.go("open_safety"))
        elif choice == "record":
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs, only_record=True), self.after_safety)
        elif choice is not None:
            place = self.session.view().risk_banner[0]
            ask_reason(self.app, lambda reason: self._settled(place, choice, reason), self.say)
        self.draw()

    def _settled(self, place: str, how: str, reason: str) -> None:
        if self.done(lambda: self.session.settle_risk_words(place, how, reason)):
            self.say(f"{_('Settled.')} {UNSETTLED}" if self.session.view().risk_banner else _("Settled."))
        self.draw()

    def after_safety(self, where: str | None) -> None:
        """Come back from safety; where the interview was left there, leave it here too."""
        if where:
            self.dismiss(where)
        else:
            waits = f" {UNSETTLED}" if self.session.view().risk_banner else ""
            self.say(_("Back in the interview, where it was left.{waits}").format(waits=waits))
            self.draw()

    def _finish(self, choice: str | None) -> None:
        if choice == "review":
            if self.session.may("review") and self.attempt(lambda: self.session.go("review")) is None:
                return
            self.let_core_finish()
            self.app.push_screen(ReviewScreen(self.session, self.doors, self.glyphs), self._reviewed)
        elif choice == "report":
            self.let_core_finish()
            self.app.push_screen(ReportScreen(self.session, Exports.of(self.doors)), self.and_then)
        elif choice == "safety":
            self.action_safety()
        elif choice == COMPARE[0]:
            self.action_other_visit()
        elif choice == GRID[0]:
            self.action_grid()
        elif choice == INFORMANT[0]:
            self.action_informant()
        elif choice == ATTACHED[0]:
            self.action_attached()
        elif choice == DEPTH:
            self.action_change_depth()
        elif choice == PERSONS_MAP[0]:
            self.action_persons_map()
        elif choice is not None and choice in PICTURES:
            self.let_core_finish()
            chosen = self.attempt(lambda: picture(choice, self.session, self.glyphs))
            if chosen is not None:
                self.app.push_screen(chosen, lambda act: self.and_then_shared(act) if chosen.is_shared else self.and_then(act))
        elif choice == "reopen":
            self.reopen()
        elif choice == "sign":
            self.action_sign()
        elif choice == LOCK[0]:
            self.call_later(self.app.run_action, "lock", self.app)

    def _reviewed(self, result: str | None) -> None:
        if result in ("home", "quit"):
            self.dismiss(result)
        elif result == "close" or (result is None and self.session.may("reopen")):
            self.draw()
            self._finish("report")
        else:
            self.and_then(result)

    def and_then(self, act: str | None) -> None:
        """Come back from another place; go on to the act that was chosen there."""
        self.line.focus()
        self.draw()
        if act is not None:
            self.comes_from_clinicians = True
            self.call_later(self.run_action, act)

    def and_then_shared(self, act: str | None) -> None:
        """Come back from a place that the person could see: what is the clinician's is asked about first."""
        self.and_then(act)
        self.comes_from_clinicians = False
