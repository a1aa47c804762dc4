"""The interviewing screen: outline, conversation, one question, and, when it is opened, the clinician's view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Footer, Static

from interview.engine.phases import top_of
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.finishing import PICTURES, finish_choices, picture, picture_choices
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.jump import SECTION, jump_screen
from interview.tui.screens.report import ReportScreen
from interview.tui.screens.resting import BANNER, REST, UNSETTLED, owes_a_record, safety_choices, where_words_stand
from interview.tui.screens.review import ReviewScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.screens.treatments import TreatmentsScreen
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.clinician_view import ClinicianView
from interview.tui.widgets.conversation import Conversation
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.outline import Outline
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import heading, is_kept_back
from interview.tui.widgets.status_bar import StatusBar
from interview.views.panel import panel
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case

WIDTHS: Final = [(0, "-tiny"), (60, "-narrow"), (100, "-wide"), (130, "-broad")]
"""Columns from which a class is set: below 60 too little room, below 100 no sides, below 130 one side at a time."""

HEIGHTS: Final = [(0, "-flat"), (15, "-low"), (20, "-high")]
"""Lines from which a class is set: below 20 the conversation gives its room to the question, below 15 there is too little."""


class InterviewScreen(AskingScreen):
    """Draws the session's view; keys and clicks become acts of the session."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "treatments", "treatments", priority=True, show=False, tooltip="Treatments, one row a trial"),
        Binding("f6", "jump", "go to", priority=True, show=False, tooltip="Go to any question or section"),
        Binding("f8", "safety", "safety", priority=True, show=False, tooltip="Safety: ask now, settle a banner, record what was done"),
        Binding("f9", "formulation", "formulation", priority=True, show=False, tooltip="Formulation: problems, ratings, links, order"),
        Binding("f10", "finish", "review", priority=True, show=False, tooltip="Check the answers, read the report, close or reopen"),
        Binding("escape", "leave", "leave", key_display="Esc", show=False, tooltip="Pause and leave; resumed with one key"),
    ]

    EXTRA_ACTS: ClassVar[tuple[tuple[str, str], ...]] = (
        *AskingScreen.EXTRA_ACTS,
        ("pictures", "See a picture: the life chart, the profile of well-being, two visits side by side"),
    )

    def compose(self) -> ComposeResult:
        """Place the parts; `app.tcss` folds them by the room there is."""
        yield StatusBar()
        yield Static(BANNER, id="banner", markup=False)
        with Horizontal(id="body"):
            yield Outline(id="outline", markup=False)
            with Vertical(id="middle"):
                yield Conversation(id="conversation")
                yield Static(id="heading", markup=False)
                yield QuestionCard(id="card")
                yield MessageLine(id="message")
                yield AnswerInput(id="answer")
            yield ClinicianView(id="view")
        yield Static("A little more room, please: at least 60 by 15. What you typed is kept.", id="more-room", markup=False)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin with the answer line."""
        self.say("")
        self.draw()
        self.line.focus()

    def draw(self) -> None:
        """Draw everything that the session's view shows; where safety is open, it takes over."""
        view = self.session.view()
        questionnaire = self.session.questionnaire
        self.draw_status(view)
        self.query_one("#banner").display = bool(view.risk_banner)
        self.query_one(Outline).show(view.sections, self.glyphs)
        turns = self.session.turns
        items = {turn.link_id: item_of(questionnaire, turn.link_id) for turn in turns if turn.link_id}
        titles = {section.id: section.title for section in questionnaire.section}
        self.query_one(Conversation).show(turns, items, titles, self.glyphs, is_shared=self.is_shared)
        self._draw_card(view)
        self.refresh_bindings()
        self.keep_view_open()
        if view.safety.is_open:
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs), self._after_safety)
        elif not self.is_shared:
            self.read_core(self._show_view)

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
        self.app.push_screen(TreatmentsScreen(self.session), self._go_to)

    def action_jump(self) -> None:
        """Open the list of places."""
        self.app.push_screen(jump_screen(self.session, self.glyphs, is_shared=self.is_shared), self._go_to)

    def action_view(self) -> None:
        """Open or close the clinician's view."""
        self.set_class(self.is_shared, "view-open")
        if not self.is_shared:
            self.line.focus()
        super().action_view()

    def action_safety(self) -> None:
        """Open safety; where something waits to be settled, ask which is meant."""
        choices, where = safety_choices(self.session), where_words_stand(self.session.questionnaire, self.session.view())
        if len(choices) == 1:
            self._safety(choices[0][0])
        else:
            self.app.push_screen(ChoiceScreen("Safety", choices, text=where), self._safety)

    def action_formulation(self) -> None:
        """Open the formulation."""
        if self.session.may("formulate") and self.attempt(lambda: self.session.go("formulate")) is None:
            return
        self.let_core_finish()
        self.app.push_screen(FormulationScreen(self.session, self.glyphs), self._and_then)

    def action_finish(self) -> None:
        """Check, read, see, close or reopen; what still stands in the way of closing is said, with the way to it."""
        choices, waiting = finish_choices(self.session)
        self.app.push_screen(ChoiceScreen("Finish", choices, text="\n".join(waiting)), self._finish)

    def action_pictures(self) -> None:
        """Choose a picture of this record."""
        self.app.push_screen(ChoiceScreen("Pictures", picture_choices(self.session)), self._finish)

    def show_turn(self, path: str | None) -> None:
        """Show the turn that a reason rests on."""
        if path is not None:
            conversation = self.query_one(Conversation)
            if conversation.point_at(path):
                conversation.focus()
            else:
                self._go_to(path)

    @on(Outline.SectionChosen)
    def _section(self, event: Outline.SectionChosen) -> None:
        self._go_to(f"{SECTION}{event.section}")

    @on(Conversation.TurnChosen)
    @on(ClinicianView.QuestionChosen)
    def _question(self, event: Conversation.TurnChosen | ClinicianView.QuestionChosen) -> None:
        self._go_to(event.link_id)

    def _draw_card(self, view: SessionView) -> None:
        self.set_class(view.item is not None and is_kept_back(view.item.item), "judging")
        if view.item is not None and not view.safety.is_open:
            self.query_one("#heading", Static).update(as_content(heading(view.item, self.glyphs.dot, self.subject_of(view.item))))
            self.draw_question(view.item)
            return
        title, text = REST.get(top_of(view.phase), ("", ""))
        self.query_one("#heading", Static).update("")
        self.query_one(QuestionCard).rest(title, text)
        self.turn_to(None)

    def _show_view(self, case: Case, assessment: Assessment, questions: Sequence[OpenQuestion]) -> None:
        if self.is_attached and not self.is_shared:
            item = self.session.view().item
            self.query_one(ClinicianView).show(
                panel(case, assessment, questions, False), self.glyphs, about=item.item.help or "" if item else ""
            )

    def _go_to(self, place: str | None) -> None:
        self.line.focus()
        if place is not None:
            self.say("")
            section = place.removeprefix(SECTION)
            deed = (lambda: self.session.go("jump", section)) if place.startswith(SECTION) else (lambda: self.session.go_to(place))
            self.done(deed)
        self.draw()

    def _safety(self, choice: str | None) -> None:
        if choice == "ask":
            self.done(lambda: self.session.go("open_safety"))
        elif choice == "record":
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs, only_record=True), self._after_safety)
        elif choice is not None and self.done(lambda: self.session.settle_risk_words(self.session.view().risk_banner[0], choice)):
            self.say(f"Settled. {UNSETTLED}" if self.session.view().risk_banner else "Settled.")
        self.draw()

    def _after_safety(self, where: str | None) -> None:
        if where:
            self.dismiss(where)
        else:
            waits = f" {UNSETTLED}" if self.session.view().risk_banner else ""
            self.say(f"Back in the interview, where it was left.{waits}")
            self.draw()

    def _finish(self, choice: str | None) -> None:
        if choice == "review":
            if self.session.may("review") and self.attempt(lambda: self.session.go("review")) is None:
                return
            self.let_core_finish()
            self.app.push_screen(ReviewScreen(self.session, self.doors, self.glyphs), self._reviewed)
        elif choice == "report":
            self.let_core_finish()
            export = partial(self.doors.export, self.session)
            self.app.push_screen(ReportScreen(self.session, export), self._and_then)
        elif choice == "safety":
            self.action_safety()
        elif choice is not None and choice in PICTURES:
            self.let_core_finish()
            chosen = self.attempt(lambda: picture(choice, self.session, self.doors, self.glyphs))
            if chosen is not None:
                self.app.push_screen(chosen, self._and_then)
        elif choice == "reopen":
            self.done(lambda: self.session.go("reopen"))
            self.draw()

    def _reviewed(self, result: str | None) -> None:
        if result in ("home", "quit"):
            self.dismiss(result)
        elif result == "close" or (result is None and self.session.may("reopen")):
            self.draw()
            self._finish("report")
        else:
            self._and_then(result)

    def _and_then(self, act: str | None) -> None:
        """Come back from another place; go on to the act that was chosen there."""
        self.line.focus()
        self.draw()
        if act is not None:
            self.call_later(self.run_action, act)
