"""What stands behind a line of the clinician's view: each finding with its rule, its source, how sure it is, and its facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.cursor_list import CursorList
from interview.views.reason_places import question_of
from interview.views.words_clinician import flag_words, path_title, status_words, title, value_in_words, verdict_word
from trd_core.catalogue import cited, rules
from trd_core.finding import Finding

HINT: Final = _("Enter on a fact goes to the turn it rests on, or to the question still open. Esc goes back.")
NOTHING_NAMED: Final = _("It rests on no single fact that could be named.")


def finding_options(findings: Iterable[Finding]) -> list[Option]:
    """Return the lines of findings: what each says, its rule and source, then its facts, which lead to their questions."""
    options: list[Option] = []
    for finding in findings:
        said = (verdict_word(finding), *flag_words(finding))
        options.append(Option(as_content(f"{title(finding.id)}: {'; '.join(said)}", "bold"), disabled=True))
        options += [Option(as_content(f"  {line}", "$text-muted"), disabled=True) for line in _rule_lines(finding)]
        for reason in finding.reasons:
            words = f"  {path_title(reason.path)}: {value_in_words(reason.path, reason.value)}"
            options.append(Option(as_content(words), id=f"{len(options)}:{question_of(reason.path)}"))
        options += [
            Option(as_content(_("  not known: {fact}").format(fact=path_title(path))), id=f"{len(options)}{path}:{question_of(path)}")
            for path in finding.missing
        ]
        if not finding.reasons and not finding.missing:
            options.append(Option(as_content(f"  {NOTHING_NAMED}"), disabled=True))
    return options


def _rule_lines(finding: Finding) -> tuple[str, ...]:
    rule = rules().get(finding.rule)
    source = cited(rule.citation, rule.locator) if rule is not None else finding.citation
    says = (f"{finding.rule}: {_(rule.says)}",) if rule is not None else (finding.rule,)
    return (*says, f"{source} ({status_words(finding.status)})")


class ReasonsScreen(Sheet[str | None]):
    """Returns the question of the fact that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f4", "dismiss(None)", _("back"), key_display="Esc")]

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(classes="sheet")
        self._findings = tuple(findings)

    def compose(self) -> ComposeResult:
        """Place the findings, one under the other."""
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = _("What it rests on (clinician's view)")
            yield CursorList(id="findings", markup=False)
            yield Static(HINT, classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Fill the list and let keys go to it."""
        lines = self.query_one(OptionList)
        lines.add_options(finding_options(self._findings))
        lines.focus()
        lines.action_first()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the question of the fact that was chosen."""
        event.stop()
        self.dismiss((event.option_id or "").partition(":")[2] or None)
