"""The report as blocks of words, the formulation first. It says what the report says, and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from interview.language import _, ngettext
from interview.tui.text import as_content
from interview.tui.widgets.map_tables import circle_words, marks, override_words
from interview.views.answer_lines import AnswerLine
from interview.views.attached_words import TITLE as ATTACHED
from interview.views.attached_words import attached_deep
from interview.views.beyond_depth import TITLE as NOT_ASKED
from interview.views.depth_part import TITLE
from interview.views.finding_lines import FindingGroup, FindingLine, absent_in_words
from interview.views.locale import moment
from interview.views.macro import LinkRow, MacroView
from interview.views.plan_lines import Deep, plan_lines
from interview.views.report import Report
from interview.views.safety_part import SafetyPart, record_title
from interview.views.side_by_side import TITLE as BESIDE_TITLE

DEPTH: Final = "report-depth"
ON_ITS_WAY: Final = _("It is being worked out: on which facts conclusions hang, and what would change the order. Read on.")
NOTHING_BEHIND: Final = _("Nothing is confirmed on the map, and no conclusion hangs on a single fact.")


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and what stands under it."""

    title: str
    text: str


def blocks(report: Report) -> tuple[Block, ...]:
    """Return the report in the order of reading; parts in which there is nothing are left out."""
    made = (
        Block(_("What this is"), "\n".join(_about(report))),
        Block(_("Formulation"), "\n".join(_formulation(report.macro))),
        Block(TITLE, in_lines(report.depth) or ON_ITS_WAY),
        Block(_("What may be considered"), in_lines(plan_lines(report.plan))),
        Block(_("Safety"), "\n".join(_safety(report.safety))),
        Block(_("Treatments"), "\n".join(_treatments(report))),
        Block(BESIDE_TITLE, in_lines(report.informant)),
        Block(ATTACHED, in_lines(attached_deep(report.attached, verbatim=True))),
        *(Block(_("Findings: {title}").format(title=group.title), "\n".join(_findings(group))) for group in report.findings),
        Block(_("What is open"), "\n".join(_open(report))),
        Block(NOT_ASKED, in_lines(report.not_asked)),
        *(Block(_("Answers: {title}").format(title=section.title), "\n".join(_answers(section.answers))) for section in report.sections),
        Block(_("Set aside: kept, counting for nothing now"), "\n".join(_answers(report.set_aside))),
        Block(_("Notes"), "\n".join(_notes(report))),
        Block(_("Sources of the rules"), "\n".join(_sources(report))),
    )
    return tuple(block for block in made if block.text)


def in_lines(lines: Iterable[Deep]) -> str:
    """Return lines with a depth as a text, set in."""
    return "\n".join(f"{'  ' * depth}{words}" for depth, words in lines)


def _about(report: Report) -> Iterator[str]:
    header = report.header
    if header.practice:
        yield _("PRACTICE: this is no real person.")
    by = _(" by {interviewer}").format(interviewer=header.interviewer) if header.interviewer else ""
    yield _("{subject}, visit {visit}, record {record}, {phase}.").format(
        subject=header.subject, visit=header.visit, record=header.record, phase=header.phase
    )
    yield _("Begun {moment}{by}; last change {moment_2}.").format(
        moment=moment(header.opened_at), by=by, moment_2=moment(header.updated_at)
    )
    yield f"{header.progress} ({header.depth})."
    yield from report.signatures
    yield _("Questionnaire {questionnaire} {questionnaire_version}.").format(
        questionnaire=header.questionnaire, questionnaire_version=header.questionnaire_version
    )
    yield from report.what_it_is


def _listed(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = [f"  - {line}" for line in lines]
    if found:
        yield title
        yield from found


def _formulation(view: MacroView) -> Iterator[str]:
    if not view.rows:
        yield _("No problem was confirmed for the map.")
    if view.rate_first:
        yield _("Rate the urgency first: {listed}").format(listed=", ".join(view.rate_first))
    for row in view.rows:
        said = ", ".join((*marks(row), row.area))
        yield f"{row.rank}. {row.label} ({said})"
        yield f"   {'; '.join(f'{part.name}: {part.words}' for part in row.key)}"
        if row.before_next:
            yield f"   {row.before_next}"
    if view.primary_words:
        yield view.primary_words
    if view.circles:
        yield circle_words(view)
    if view.override is not None:
        yield override_words(view)
    yield from _listed(_("Links, as hypotheses:"), map(_link, view.links))
    yield from _listed(_("The person's own map, not ranked:"), (*view.persons_problems, *map(_link, view.persons_links)))
    proposed = (*(each.title for each in view.proposed_problems), *(each.sentence for each in view.proposed_links))
    yield from _listed(_("Proposed by the answers, neither confirmed nor turned down:"), proposed)
    yield from _listed(_("Turned down:"), view.rejected)


def _link(row: LinkRow) -> str:
    return "; ".join((row.sentence, *row.details, *((_("why: {rationale}").format(rationale=row.rationale),) if row.rationale else ())))


def _safety(part: SafetyPart) -> Iterator[str]:
    yield f"{part.level[:1].upper()}{part.level[1:]}."
    yield from _listed(_("Endorsed:"), part.endorsed)
    yield from _listed(_("Refused or unclear, met like a yes:"), part.unclear)
    yield from _listed(_("Not answered:"), part.unanswered)
    for record in part.records:
        yield from _listed(f"{record_title(record)}:", (f"{name}: {words}" for name, words in record.parts))
    if not part.records:
        yield from _listed(_("What was done about it:"), (f"{name}: {words}" for name, words in part.disposition))
    yield from _listed(_("Still to be recorded:"), part.still_needed)
    yield from _listed(
        _("Corrected:"),
        (
            _("{question}: now {now}, by {by}: {reason}").format(question=each.question, now=each.now, by=each.by, reason=each.reason)
            for each in part.corrections
        ),
    )
    yield part.caveat
    if part.finding is not None:
        yield _("Rule: {citation} ({status_words})").format(citation=part.finding.citation, status_words=part.finding.status_words)


def _treatments(report: Report) -> Iterator[str]:
    yield f"{report.treatments_told[:1].upper()}{report.treatments_told[1:]}."
    for each in report.treatments:
        yield f"  - {each.line}{f' ({each.when})' if each.when else ''}{_(' (the latest)') if each.is_latest else ''}"
        if each.impediments:
            yield _("    stood in the way: {listed}").format(listed=", ".join(each.impediments))


def _findings(group: FindingGroup) -> Iterator[str]:
    for line in group.present:
        yield from _finding(line)
    if group.open:
        yield _("Open:")
        for line in group.open:
            yield from _finding(line)
    if group.absent:
        yield _("Looked for, and not met by what was told: {absent_in_words}.").format(absent_in_words=absent_in_words(group))


def _finding(line: FindingLine) -> Iterator[str]:
    yield f"{line.title}: {'; '.join((line.standing, *line.remarks))}"
    if line.reasons:
        yield _("   rests on {listed}").format(listed="; ".join(line.reasons))
    if line.missing:
        yield _("   not known: {listed}").format(listed="; ".join(line.missing))
    yield f"   {line.rule}: {line.citation} ({line.status_words})"


def _open(report: Report) -> Iterator[str]:
    questions = (f"{each.question}: {', '.join(each.settles)}" for each in report.open_questions)
    yield from _listed(_("Questions that would settle most:"), questions)
    yield from _listed(_("Flagged to return to:"), report.flagged)
    yield from _listed(_("Words of risk not settled yet:"), report.risk_words_open)
    yield from _listed(_("Facts that disagree, to be asked again:"), report.inconsistent)


def _answers(lines: Iterable[AnswerLine]) -> Iterator[str]:
    for line in lines:
        which = f"{line.instance}: " if line.instance else ""
        yield f"{which}{line.question}{_(' (judgement)') if line.is_judgement else ''}"
        said = _("   said: {verbatim}").format(verbatim=line.verbatim) if line.verbatim else ""
        if said:
            yield said
        when = f", {moment(line.at)}" if line.at else ""
        yield f"   → {line.understood}{f' ({line.source}{when})' if line.source else ''}"


def _notes(report: Report) -> Iterator[str]:
    for note in report.notes:
        yield f"{note.kind}{_(', on {on}').format(on=note.on) if note.on else ''}, {moment(note.at)}: {note.text}"
    if report.private_notes:
        yield _("{counted} not shown here.").format(
            counted=ngettext("{n} private note", "{n} private notes", report.private_notes).format(n=report.private_notes)
        )


def _sources(report: Report) -> Iterator[str]:
    for source in report.sources:
        yield f"{source.citation}"
        yield f"   {'; '.join(f'{rule} ({status})' for rule, status in source.rules)}"


class ReportPage(VerticalScroll):
    """A page to read: arrows and PgUp, PgDn scroll; the screen jumps from heading to heading."""

    DEFAULT_CSS = """
    ReportPage { height: 1fr; padding: 0 1; }
    ReportPage Static { height: auto; max-width: 110; }
    ReportPage .report-heading { text-style: bold underline; margin-top: 1; color: $text-primary; }
    """

    def __init__(self, made: tuple[Block, ...]) -> None:
        super().__init__()
        self._blocks = made

    def compose(self) -> ComposeResult:
        """Lay out headings and words."""
        for block in self._blocks:
            yield Static(as_content(block.title), classes="report-heading")
            yield Static(as_content(block.text), classes=f"report-words {DEPTH if block.title == TITLE else ''}")

    def show_depth(self, lines: Iterable[Deep]) -> None:
        """Put what was worked out where it was said to be on its way."""
        words, text = self.query_one(f".{DEPTH}", Static), in_lines(lines)
        words.update(as_content(text or NOTHING_BEHIND))

    def go_by(self, by: int) -> None:
        """Scroll to the next heading, or to the one before."""
        places = [max(0, int(each.virtual_region.y) - 1) for each in self.query(".report-heading")]
        here = int(self.scroll_target_y)
        wanted = [place for place in places if (place > here if by > 0 else place < here)]
        if wanted:
            self.scroll_to(y=wanted[0] if by > 0 else wanted[-1], animate=False)
