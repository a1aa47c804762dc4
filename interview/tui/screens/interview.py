"""The interviewing screen: outline, conversation, one question, and, when it is opened, the clinician's view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.jump import SECTION
from interview.tui.screens.leftover_words import KeepingWords
from interview.tui.screens.places import PlacesScreen
from interview.tui.screens.reasons import ReasonsScreen
from interview.tui.screens.resting import banner_words
from interview.tui.screens.safety import SafetyScreen
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.clinician_view import ClinicianView
from interview.tui.widgets.conversation import Conversation
from interview.tui.widgets.key_line import KeyLine
from interview.tui.widgets.message_line import MessageLine
from interview.tui.widgets.outline import Outline
from interview.tui.widgets.question_card import QuestionCard
from interview.tui.widgets.question_words import heading, is_kept_back
from interview.tui.widgets.status_bar import StatusBar
from interview.tui.widgets.words import Words
from interview.views.attached_words import mismatches
from interview.views.panel import beside_panel, panel
from interview.views.practice_lock import panel_in
from interview.views.reason_places import is_on_the_map
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case
from trd_core.finding import Finding

WIDE, HIGH = 100, 20
"""Columns and lines from which there is room enough for all parts at once, or nearly."""

WIDTHS: Final = [(0, "-tiny"), (60, "-narrow"), (WIDE, "-wide"), (130, "-broad")]
"""Columns from which a class is set: below 60 too little room, below 100 no sides, below 130 one side at a time."""

HEIGHTS: Final = [(0, "-flat"), (15, "-low"), (HIGH, "-high")]
"""Lines from which a class is set: below 20 the conversation gives its room to the question, below 15 there is too little."""

ON_THE_MAP: Final = _("That was given on the map of problems: F9 opens it.")


class InterviewScreen(KeepingWords, PlacesScreen):
    """Draws the session's view; keys and clicks become acts of the session."""

    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session, doors, glyphs)
        self._findings_read: Mapping[str, Finding] = {}

    def compose(self) -> ComposeResult:
        """Place the parts; `app.tcss` folds them by the room there is."""
        yield StatusBar()
        yield Words(id="banner")
        with Horizontal(id="body"):
            yield Outline(id="outline", markup=False)
            with Vertical(id="middle"):
                yield Conversation(id="conversation")
                yield Words(id="heading")
                yield QuestionCard(id="card")
                yield MessageLine(id="message")
                yield AnswerInput(id="answer")
            yield ClinicianView(id="view")
        yield Static(_("A little more room, please: at least 60 by 15. What you typed is kept."), id="more-room", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with the answer line."""
        self.say("")
        self.draw()
        self.line.focus()

    def draw(self) -> None:
        """Draw everything that the session's view shows; where safety is open, it takes over."""
        if self.asked_of_words():
            return
        view = self.session.view()
        questionnaire = self.session.questionnaire
        self.draw_status(view)
        banner = self.query_one("#banner", Words)
        banner.display = bool(view.risk_banner)
        banner.update(as_content(banner_words(self.session, view, is_shared=self.is_shared)))
        self.query_one(Outline).show(view.sections, self.glyphs)
        turns = self.session.turns
        items = {turn.link_id: item_of(questionnaire, turn.link_id) for turn in turns if turn.link_id}
        titles = {section.id: section.title for section in questionnaire.section}
        self.query_one(Conversation).show(turns, items, titles, self.glyphs, is_shared=self.is_shared)
        self._draw_card(view)
        self.refresh_bindings()
        self.keep_view_open()
        if view.safety.is_open:
            self.app.push_screen(self.safety_screen(), self.after_safety)
        elif not self.is_shared:
            self.read_core(self._show_view)

    def safety_screen(self) -> SafetyScreen:
        """Return the screen that takes over while safety is open."""
        return SafetyScreen(self.session, self.doors, self.glyphs)

    def action_view(self) -> None:
        """Open or close the clinician's view."""
        self.set_class(self.is_shared, "view-open")
        if not self.is_shared:
            self.line.focus()
        super().action_view()

    def fold(self) -> None:
        """Share the screen again: the panel is closed."""
        super().fold()
        self.remove_class("view-open")

    def action_why(self) -> None:
        """Show what the line under the cursor rests on while the panel has the keys, else why the question is asked."""
        panel_view = self.query_one(ClinicianView)
        line = panel_view.line_here if self.focused is panel_view else None
        if line is not None:
            panel_view.choose(line)
        else:
            super().action_why()

    @on(ClinicianView.FindingsChosen)
    def _findings(self, event: ClinicianView.FindingsChosen) -> None:
        event.stop()
        found = [self._findings_read[each] for each in event.findings if each in self._findings_read]
        if found:
            self.app.push_screen(ReasonsScreen(found), self.show_turn)

    def show_turn(self, path: str | None) -> None:
        """Show the turn that a reason rests on; a fact without a turn is asked now, one of the map stands in the formulation."""
        if path is not None and is_on_the_map(path):
            self.say(ON_THE_MAP)
        elif path is not None:
            conversation = self.query_one(Conversation)
            if conversation.point_at(path):
                conversation.focus()
            else:
                self.go_to_place(path)

    @on(Outline.SectionChosen)
    def _section(self, event: Outline.SectionChosen) -> None:
        self.go_to_place(f"{SECTION}{event.section}")

    @on(Conversation.TurnChosen)
    @on(ClinicianView.QuestionChosen)
    def _question(self, event: Conversation.TurnChosen | ClinicianView.QuestionChosen) -> None:
        self.go_to_place(event.link_id)

    def on_resize(self) -> None:
        """Look again at how much room there is."""
        self._mark_judging(self.session.view())

    def _mark_judging(self, view: SessionView) -> None:
        """Mark the screen where a judgement is asked in little room; only there, since the mark has every style made anew."""
        has_little_room = self.app.size.width < WIDE or self.app.size.height < HIGH
        self.set_class(has_little_room and view.item is not None and is_kept_back(view.item.item), "judging")

    def _draw_card(self, view: SessionView) -> None:
        self._mark_judging(view)
        if view.item is not None and not view.safety.is_open:
            self.query_one("#heading", Words).update(as_content(heading(view.item, self.glyphs.dot, self.subject_of(view.item))))
            self.draw_question(view.item)
            return
        self.query_one("#heading", Words).update("")
        self.rest(view)
        self.turn_to(None)

    def _show_view(self, case: Case, assessment: Assessment, questions: Sequence[OpenQuestion]) -> None:
        if self.is_attached and not self.is_shared:
            item = self.session.view().item
            about = item.item.help or "" if item else ""
            self._findings_read = assessment.findings if self.session.may_propose else {}
            self.offer(case, assessment, questions)
            self.query_one(ClinicianView).show(
                panel_in(self.session, beside_panel(panel(case, assessment, questions, False), mismatches(self.session))),
                self.glyphs,
                about=about,
                seq=self.session.state.seq,
            )
