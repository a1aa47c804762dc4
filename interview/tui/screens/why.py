"""Why a question is asked: help, the rules that need it with their sources, and the findings that rest on it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from interview.engine.view import ItemView
from interview.language import _
from interview.tui.screens.reasons import finding_options
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.views.reason_places import question_of
from interview.views.words_clinician import status_words
from trd_core.assessment import Assessment
from trd_core.catalogue import cited, rules
from trd_core.finding import Finding


def reasons(view: ItemView) -> list[tuple[Content, str]]:
    """Return what counts as an answer, and each rule that needs it: its id, what it says, its source, how sure it is.

    Each comes with the class of its line: `source` is set in, however often it wraps.
    """
    blocks = [(as_content(view.item.help), "")] if view.item.help else []
    known = rules()
    for rule_id in view.item.why:
        rule = known.get(rule_id)
        if rule is None:
            blocks.append((as_content(_("{rule_id}: needed for the interview itself").format(rule_id=rule_id), "$text-muted"), ""))
            continue
        blocks.append((as_content(f"{rule_id}: {_(rule.says)}", "bold"), ""))
        blocks.append((as_content(f"{cited(rule.citation, rule.locator)} ({status_words(rule.status)})", "$text-muted"), "source"))
    if view.item.citation:
        blocks.append((as_content(view.item.citation, "$text-muted"), ""))
    return blocks


def resting_on(link_id: str, assessment: Assessment) -> tuple[Finding, ...]:
    """Return the findings for which an answer is a reason, or is missing."""
    return tuple(
        finding
        for finding in assessment.findings.values()
        if link_id in map(question_of, (*finding.missing, *(reason.path for reason in finding.reasons)))
    )


class WhyScreen(Sheet[str | None]):
    """Returns the path of a fact whose turn is to be shown, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f4", "dismiss(None)", _("back"), key_display="Esc")]

    def __init__(self, view: ItemView, assessment: Assessment) -> None:
        super().__init__(classes="sheet")
        self._view = view
        self._findings = resting_on(view.link_id, assessment)
        self.set_class(bool(self._findings), "-rested")

    def compose(self) -> ComposeResult:
        """Place the reasons, then what rests on the answer."""
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = _("Why this is asked (clinician's view)")
            with VerticalScroll(id="reasons"):
                for words, kind in reasons(self._view):
                    yield Static(as_content(words), classes=kind, markup=False)
            yield Static(
                _("What rests on it; Enter goes to the turn") if self._findings else _("No finding rests on it yet."),
                classes="quiet",
                markup=False,
            )
            yield CursorList(id="findings", markup=False)

    def on_mount(self) -> None:
        """Fill the list and let keys go to it."""
        lines = self.query_one("#findings", OptionList)
        options = finding_options(self._findings)
        lines.add_options(options)
        lines.display = bool(options)
        (lines if options else self.query_one("#reasons")).focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the fact that was chosen."""
        event.stop()
        self.dismiss((event.option_id or "").partition(":")[2] or None)
