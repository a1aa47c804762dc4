"""`FormulationScreen`: the macro-analysis. Proposals to confirm, name or reject; problems to rate; links to draw; an order of one's own.

What is proposed enters the map only by the clinician's act; every act goes through `Session` and is drawn as it comes back.
"""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType

from interview.engine import map_acts
from interview.engine.map_acts import ProblemDraft, Step
from interview.language import _
from interview.tui.screens.acting_screen import elsewhere
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.ask_words import AskWords
from interview.tui.screens.map_links import map_place
from interview.tui.screens.primary_acts import PrimaryOnMap
from interview.tui.screens.problem_editor import ProblemEditor, ProblemWritten
from interview.tui.screens.prompt import Written
from interview.tui.screens.read_words import ReadWords
from interview.tui.screens.reorder import OrderWritten, Reorder
from interview.tui.widgets import map_tables
from interview.tui.widgets.detail_pane import DetailPane
from interview.tui.widgets.problems_pane import ProblemsPane
from interview.tui.widgets.report_page import in_lines
from interview.views.depth_part import behind_the_order
from interview.views.proposals import LinkHypothesis, ProposedProblem

REMARK: Final = _("This is a remark: its target is no problem on a map, so it cannot be confirmed.")
OF_TAB: Final = {
    "rate": ("problems",),
    "confirm": ("suggested",),
    "change": ("problems", "links", "suggested"),
    "reject": ("suggested",),
    "remove": ("problems", "links"),
    "why_first": ("problems",),
    "reorder": ("problems",),
    "draw_link": ("problems", "links", "maps"),
}
"""Acts that belong to some tabs only."""

NOT_WHILE_RATING: Final = frozenset({*OF_TAB, "add_problem"})
"""Acts that letters begin; while ratings have the keys, a letter that slips in does nothing."""


class FormulationScreen(PrimaryOnMap):
    """What can be done with the map; everything is saved by the session, or said not to be."""

    PLACE = _("formulation")
    IS_CLINICIANS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "rate", _("Rate"), key_display="Enter", tooltip=_("Rate the problem under the cursor")),
        Binding("c", "confirm", _("Confirm"), tooltip=_("Take the proposal under the cursor onto the map")),
        Binding("enter", "confirm", key_display="Enter", show=False, tooltip=_("Take the proposal under the cursor onto the map")),
        Binding("e", "change", _("Edit"), tooltip=_("Edit this problem or link, or confirm this proposal under another name")),
        Binding("enter", "change", key_display="Enter", show=False, tooltip=_("Edit this problem or link")),
        Binding("enter", "ask_open", _("Ask"), key_display="Enter", tooltip=_("Go to the open question under the cursor")),
        Binding("x", "reject", _("Reject"), tooltip=_("Turn this proposal down, after asking")),
        Binding("a", "add_problem", _("Add"), tooltip=_("Add a problem of your own, or of the person's")),
        Binding("d", "draw_link", _("Link"), tooltip=_("Draw a link from this problem to another")),
        Binding("w", "why_first", _("Why"), tooltip=_("Why the first problem stands first, the other orders, and what would change it")),
        Binding("o", "reorder", _("Order"), tooltip=_("Set an order of your own, with a reason")),
        Binding("delete", "remove", key_display="Del", show=False, tooltip=_("Take this problem or link off the map, after asking")),
        Binding("p", "tab('problems')", _("Problems"), show=False, tooltip=_("Show the problems in their order")),
        Binding("l", "tab('links')", _("Links"), show=False, tooltip=_("Show the links")),
        Binding("s", "tab('suggested')", _("Suggested"), show=False, tooltip=_("Show what the answers suggest")),
        Binding("g", "tab('picture')", _("Picture"), show=False, tooltip=_("Show the map as a picture; arrows go from problem to problem")),
        Binding(
            "m", "tab('maps')", _("Two maps"), show=False, tooltip=_("Show the person's own map beside the clinician's, and compare them")
        ),
        *elsewhere("f5", "f6", "f8", "f10"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done on the tab that is open."""
        if not self.is_mounted or action not in NOT_WHILE_RATING:
            return super().check_action(action, parameters)
        return not self.is_rating and self.tab in OF_TAB.get(action, (self.tab,))

    # Proposals.

    @on(DetailPane.Chosen, "#suggested-pane")
    def _suggestion_chosen(self, event: DetailPane.Chosen) -> None:
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        """Take the proposal under the cursor onto the map."""
        proposal = self.proposal_here
        if isinstance(proposal, ProposedProblem):
            self.act(
                *map_acts.confirm_problem(self.session, proposal.id),
                said=_("On the map: {title}. P shows and rates it.").format(title=proposal.title),
            )
        elif isinstance(proposal, LinkHypothesis):
            lacking = self.reading.lacking_for(proposal)
            if proposal.shown_only:
                self.say(REMARK)
            elif lacking:
                self.say(_("A link joins two problems on the map. Confirm first: {lacking}.").format(lacking=lacking))
            else:
                draft = map_acts.proposed_link(self.session, proposal.id)
                steps = () if draft is None else map_acts.draw_link(self.session, draft)
                self.act(*steps, said=_("The link is on the map, with low certainty. L shows it."))

    def _confirm_as(self, proposal: ProposedProblem) -> None:
        draft = f"name:{proposal.id}"

        def named(written: Written | None) -> None:
            if written is not None:
                self.drafts[draft] = written.text
                if written.is_finished:
                    steps = map_acts.confirm_problem(self.session, proposal.id, written.text)
                    self.act_on_draft(draft, steps, words=written.text, said=_("On the map, under this name. P shows and rates it."))

        question = _("Confirm this problem. What is it called on the map?")
        sheet = AskWords(question, save=_("Confirm"), words=self.drafts.get(draft, proposal.title))
        sheet.draft_place = map_place(draft)
        self.app.push_screen(sheet, named)

    def action_reject(self) -> None:
        """Turn the proposal under the cursor down, once it was asked."""
        proposal = self.proposal_here
        if proposal is None:
            return
        draft, title = f"reject:{proposal.id}", proposal.title if isinstance(proposal, ProposedProblem) else proposal.sentence

        def answered(written: Written | None) -> None:
            if written is not None:
                self.drafts[draft] = written.text
                if written.is_finished:
                    step = partial(self.session.reject, proposal.id, written.text or None)
                    self.act_on_draft(draft, (step,), words=written.text, said=_("Turned down; it is kept in the record."))

        question = _("Turn this proposal down?\n{title}\nA reason can be written here; it may stay empty.").format(title=title)
        sheet = AskWords(question, save=_("Turn it down"), words=self.drafts.get(draft, ""), needed=False)
        sheet.draft_place = map_place(draft)
        self.app.push_screen(sheet, answered)

    # Problems.

    def action_rate(self) -> None:
        """Rate the problem under the cursor."""
        self.query_one(ProblemsPane).begin_rating()

    @on(ProblemsPane.RatingGiven)
    def _rated(self, event: ProblemsPane.RatingGiven) -> None:
        event.stop()
        self.act(*map_acts.rate(self.session, event.problem, event.rating, event.value))

    def action_change(self) -> None:
        """Edit the problem or link under the cursor; a proposal is confirmed under another name."""
        proposal, problem = self.proposal_here, self.problem_here
        if self.tab == "suggested":
            if isinstance(proposal, ProposedProblem):
                self._confirm_as(proposal)
        elif self.tab == "links":
            self.change_link(self.links_pane.here)
        elif problem is not None:
            draft = self.drafts.get(f"problem:{problem}", map_acts.problem_draft(self.session, problem))
            self._write_problem(f"problem:{problem}", _("Edit this problem."), draft, problem)

    def action_add_problem(self) -> None:
        """Write down a problem that nobody proposed, on the map that is looked at."""
        by = self.map_in_front
        draft = "problem" if by == "clinician" else f"problem by {by}"
        self._write_problem(draft, _("Add a problem. What is it called?"), self.drafts.get(draft, ProblemDraft("", by=by)), None)

    def _write_problem(self, draft: str, title: str, before: ProblemDraft, problem: str | None) -> None:
        def written(result: ProblemWritten | None) -> None:
            if result is not None:
                self.drafts[draft] = result.draft
                if result.is_finished:
                    steps = map_acts.write_problem(self.session, result.draft, problem)
                    theirs = _("Added to the person's own map.")
                    added = theirs if result.draft.by == "patient" else _("Added to the map. Enter rates it.")
                    said = added if problem is None else _("Saved.")
                    stays = self.tab == "maps" and result.draft.by == "patient"
                    self.act_on_draft(draft, steps, words=result.draft.label, said=said, tab="maps" if stays else "problems")

        editor = ProblemEditor(title, before)
        editor.draft_place = map_place(draft)
        self.app.push_screen(editor, written)

    def action_why_first(self) -> None:
        """Show why the first problem stands first, the other orders beside, and what would change it."""
        behind = in_lines(behind_the_order(self.session.case()))
        self.app.push_screen(ReadWords("\n\n".join(part for part in (map_tables.why_first(self.reading.view), behind) if part)))

    def action_reorder(self) -> None:
        """Set an order of one's own beside the computed one, or take it back."""
        labels, reading = self.reading.labels, self.reading
        if len(labels) < 2:
            self.say(_("An order needs two problems on the map."))
            return
        drafted: OrderWritten | None = self.drafts.get("order")
        before = drafted.order if drafted is not None else reading.order
        order = [*(each for each in before if each in labels), *(each for each in labels if each not in before)]

        def written(result: OrderWritten | None) -> None:
            if result is None:
                return
            if result.is_finished and not result.order:
                self.act_on_draft("order", map_acts.drop_order(self.session), words="", said=_("Your order is taken back."))
                return
            self.drafts["order"] = result
            if result.is_finished:
                steps = map_acts.set_order(self.session, result.order, result.reason)
                self.act_on_draft("order", steps, words=result.reason, said=_("Your order is kept, with its reason."))

        reason = drafted.reason if drafted is not None else reading.reason
        sheet = Reorder([(each, labels[each]) for each in order], reason, is_set=bool(reading.order))
        sheet.draft_place = map_place("order")
        self.app.push_screen(sheet, written)

    # Taking off.

    def action_remove(self) -> None:
        """Take what stands under the cursor off the map, once it was asked."""
        found, problem = self.reading.links.get(self.links_pane.here or ""), self.problem_here
        if self.tab == "links" and found is not None:
            row, by = found
            self._ask_to_remove(
                _("Take this link off the map?\n{sentence}").format(sentence=row.sentence),
                map_acts.remove_link(self.session, row.source, row.target, by),
            )
        elif self.tab == "problems" and problem is not None:
            label = self.reading.all_labels.get(problem, problem)
            question = _(
                "Take this problem off the map?\n{label}\nIts ratings and its links go with it; the record keeps that they were there."
            ).format(label=label)
            self._ask_to_remove(question, map_acts.remove_problem(self.session, problem))

    def _ask_to_remove(self, question: str, steps: tuple[Step, ...]) -> None:
        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self.act(*steps, said=_("Taken off the map."))

        self.app.push_screen(AskFirst(question, yes=_("Yes, take it off")), answered)
