"""The interviewing screen: outline, conversation, one question, and, when it is opened, the clinician's view."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Footer, Static

from interview.engine.phases import top_of
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.formulation import FormulationScreen
from interview.tui.screens.jump import SECTION, jump_screen
from interview.tui.screens.report import ReportScreen
from interview.tui.screens.resting import BANNER, REST, SETTLING
from interview.tui.screens.review import ReviewScreen
from interview.tui.screens.safety import SafetyScreen
from interview.tui.screens.treatments import TreatmentsScreen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.clinician_view import ClinicianView
from interview.tui.widgets.conversation import Conversation
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.outline import Outline
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import heading
from interview.tui.widgets.status_bar import StatusBar
from interview.views.panel import panel
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case

VIEW_OPEN_SECONDS: Final = 120
"""After so long without an act the clinician's view closes by itself: the person can see this screen."""

WIDTHS: Final = [(0, "-tiny"), (60, "-narrow"), (100, "-wide")]
"""Columns from which a class is set: below 100 the sides fold away, below 60 there is too little room."""

HEIGHTS: Final = [(0, "-flat"), (15, "-high")]


class InterviewScreen(AskingScreen):
    """Draws the session's view; keys and clicks become acts of the session."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "treatments", "treatments", priority=True, show=False, tooltip="Treatments, one row a trial"),
        Binding("f6", "jump", "go to", priority=True, show=False, tooltip="Go to any question or section"),
        Binding("f7", "view", "view", priority=True, tooltip="Open or close the clinician's view"),
        Binding("f8", "safety", "safety", priority=True, show=False, tooltip="Safety: ask now, settle a banner, record what was done"),
        Binding("f9", "formulation", "formulation", priority=True, show=False, tooltip="Formulation: problems, ratings, links, order"),
        Binding("f10", "finish", "review", priority=True, show=False, tooltip="Check the answers, read the report, close or reopen"),
        Binding("escape", "leave", "leave", key_display="Esc", show=False, tooltip="Pause and leave; resumed with one key"),
    ]

    _close_view: Timer | None = None

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
        self._keep_view_open()
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
                return self.session.may("open_safety") or bool(self.session.view().risk_banner)
        return super().check_action(action, parameters)

    def action_treatments(self) -> None:
        """Open the treatments."""
        self.let_core_finish()
        self.app.push_screen(TreatmentsScreen(self.session), self._go_to)

    def action_jump(self) -> None:
        """Open the list of places."""
        self.app.push_screen(jump_screen(self.session, self.glyphs), self._go_to)

    def action_view(self) -> None:
        """Open or close the clinician's view."""
        self.is_shared = not self.is_shared
        self.set_class(not self.is_shared, "view-open")
        if self.is_shared:
            self.line.focus()
        self.draw()

    def action_safety(self) -> None:
        """Open safety; where something waits to be settled, ask which is meant."""
        view = self.session.view()
        choices = [("ask", "ask the safety questions now")] if self.session.may("open_safety") else []
        if view.safety.positives and view.safety.disposition_missing:
            choices.append(("record", "complete the record of what was done"))
        text = ""
        if view.risk_banner:
            item = item_of(self.session.questionnaire, view.risk_banner[0])
            text = f"Words that may point to risk stand in {'the answer to: ' + item.text if item else 'a note.'}"
            choices += SETTLING
        if len(choices) == 1:
            self._safety(choices[0][0])
        else:
            self.app.push_screen(ChoiceScreen("Safety", choices, text=text), self._safety)

    def action_formulation(self) -> None:
        """Open the formulation."""
        if self.session.may("formulate") and self.attempt(lambda: self.session.go("formulate")) is None:
            return
        self.let_core_finish()
        self.app.push_screen(FormulationScreen(self.session), lambda _result: self.draw())

    def action_finish(self) -> None:
        """Check the answers, read the report, or reopen."""
        choices = [("review", "check the answers, and close")] if self.session.may("review") or self.session.may("close") else []
        choices += [("report", "read the report")] + ([("reopen", "open this record again")] if self.session.may("reopen") else [])
        self.app.push_screen(ChoiceScreen("Finish", choices), self._finish)

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
        if view.item is not None and not view.safety.is_open:
            self.query_one("#heading", Static).update(heading(view.item, self.glyphs.dot))
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

    def _keep_view_open(self) -> None:
        if self._close_view is not None:
            self._close_view.stop()
        self._close_view = None if self.is_shared else self.set_timer(VIEW_OPEN_SECONDS, self._close_by_itself)

    def _close_by_itself(self) -> None:
        if not self.is_shared:
            self.action_view()

    def _go_to(self, place: str | None) -> None:
        self.line.focus()
        if place is not None:
            section = place.removeprefix(SECTION)
            deed = (lambda: self.session.go("jump", section)) if place.startswith(SECTION) else (lambda: self.session.go_to(place))
            self.done(deed)
        self.draw()

    def _safety(self, choice: str | None) -> None:
        if choice == "ask":
            self.done(lambda: self.session.go("open_safety"))
        elif choice == "record":
            self.app.push_screen(SafetyScreen(self.session, self.doors, self.glyphs, only_record=True), self._after_safety)
        elif choice is not None:
            link_id = self.session.view().risk_banner[0]
            self.done(lambda: self.session.settle_risk_words(link_id, choice))
        self.draw()

    def _after_safety(self, where: str | None) -> None:
        if where:
            self.dismiss(where)
        else:
            self.say("Back in the interview, where it was left.")
            self.draw()

    def _finish(self, choice: str | None) -> None:
        if choice == "review":
            if self.session.may("review") and self.attempt(lambda: self.session.go("review")) is None:
                return
            self.let_core_finish()
            self.app.push_screen(ReviewScreen(self.session), self._reviewed)
        elif choice == "report":
            self.let_core_finish()
            export = partial(self.doors.export, self.session)
            self.app.push_screen(ReportScreen(self.session, export), lambda _result: self.draw())
        elif choice == "reopen":
            self.done(lambda: self.session.go("reopen"))
            self.draw()

    def _reviewed(self, result: Any) -> None:
        if result == "close" or self.session.may("reopen"):
            self.draw()
            self._finish("report")
        else:
            self._go_to(result)
