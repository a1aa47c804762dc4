"""A report as Markdown (CommonMark): the formulation first, the transcript last, every free text escaped.

It draws a `Report` and adds nothing to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from interview.export.envelope import Envelope
from interview.export.escaping import escape
from interview.export.markdown_answers import judgements, transcript
from interview.export.markdown_formulation import formulation
from interview.views.depth_part import TITLE
from interview.views.finding_lines import FindingGroup, FindingLine
from interview.views.locale import counted, listed, moment
from interview.views.plan_lines import Deep, plan_lines
from interview.views.report import Report
from interview.views.side_by_side import TITLE as BESIDE_TITLE

HEADINGS: Final = {"safety": "Safety, sign by sign"}
"""Groups of findings whose title stands over another part already."""


def to_markdown(report: Report, envelope: Envelope) -> bytes:
    """Return the report as UTF-8, ending in one line break."""
    parts = (
        _title(report, envelope),
        _safety(report),
        formulation(report),
        _deep(TITLE, report.depth),
        _deep("What may be considered", tuple(plan_lines(report.plan))),
        _treatments(report),
        _deep(BESIDE_TITLE, report.informant),
        *(_group(group) for group in report.findings),
        _unknown(report),
        judgements(report),
        transcript(report),
        _notes(report),
        _sources(report),
    )
    return ("\n".join(line for part in parts for line in part).rstrip() + "\n").encode("utf-8")


def _title(report: Report, envelope: Envelope) -> Iterator[str]:
    header = report.header
    if header.practice:
        yield from ("**PRACTICE: not a real person**", "")
    yield from (f"# Interview {escape(header.subject)}, {header.visit}", "")
    yield f"- Record {escape(header.record)}, {header.phase}; {header.progress}"
    yield f"- Begun {moment(header.opened_at)}; last change {moment(header.updated_at)}; exported {moment(envelope.exported_at)}"
    yield f"- Interviewer: {escape(header.interviewer) if header.interviewer else 'not named'}"
    questionnaire = f"{escape(header.questionnaire)} {escape(header.questionnaire_version)}, {header.depth}"
    yield f"- {envelope.software} {envelope.version}, questionnaire {questionnaire}"
    yield f"- Seal: {escape(envelope.seal) if envelope.seal else 'none'}"
    yield from (f"- {escape(each)}" for each in report.signatures)
    yield from ("", "## What this is, and is not", "")
    yield from (f"{sentence}" for sentence in report.what_it_is)
    yield ""


def _safety(report: Report) -> Iterator[str]:
    safety = report.safety
    yield from ("## Safety", "", f"**{safety.level[:1].upper()}{safety.level[1:]}.** {safety.caveat}", "")
    yield from _bullets("Endorsed", safety.endorsed)
    yield from _bullets("Refused or unclear, to be met like a yes", safety.unclear)
    yield from _bullets("Not answered", safety.unanswered)
    if safety.disposition:
        yield from ("What was done:", "")
        yield from (f"- {part}: {escape(words)}" for part, words in safety.disposition)
        yield ""
    if safety.still_needed:
        yield from (f"Not recorded yet: {listed(safety.still_needed)}.", "")
    for each in safety.corrections:
        yield f"Corrected {moment(each.at)} by {escape(each.by)}: {each.question} is {each.now}; both versions are in the record."
        yield from (f"Reason: {escape(each.reason)}", "")
    if report.risk_words_open:
        yield from (f"Words of risk not settled yet in: {listed(report.risk_words_open)}.", "")
    if safety.finding is not None:
        yield from (_source(safety.finding), "")


def _deep(title: str, lines: Sequence[Deep]) -> Iterator[str]:
    if not lines:
        return
    yield from (f"## {title}", "")
    for at, (depth, words) in enumerate(lines):
        if at and (depth == 0) != (lines[at - 1].depth == 0):
            yield ""
        yield f"{'  ' * (depth - 1)}- {escape(words)}" if depth else escape(words)
    yield ""


def _treatments(report: Report) -> Iterator[str]:
    yield from ("## Treatments", "", f"{report.treatments_told[:1].upper()}{report.treatments_told[1:]}.", "")
    for each in report.treatments:
        latest = " (the latest)" if each.is_latest else ""
        when = f"; {each.when}" if each.when else ""
        yield f"- **{escape(each.name)}**{latest}, {each.kind}: {escape(_after_name(each.line, each.name))}{when}"
        yield from (f"  - in the way: {factor}" for factor in each.impediments)
    if report.treatments:
        yield ""


def _after_name(line: str, name: str) -> str:
    return line.removeprefix(f"{name}: ")


def _group(group: FindingGroup) -> Iterator[str]:
    yield from (f"## {HEADINGS.get(group.area, group.title)}", "")
    for line in group.present:
        yield from _finding(line)
    if group.present:
        yield ""
    if group.absent:
        yield from ("Asked about, and not met by what was told:", "")
        yield from (f"- {line.title}: {line.standing} ({line.status_words}; {escape(line.citation)})" for line in group.absent)
        yield ""
    if group.open:
        yield from (f"Open: {escape('; '.join(line.title for line in group.open))}.", "")


def _finding(line: FindingLine) -> Iterator[str]:
    remarks = f" ({'; '.join(line.remarks)})" if line.remarks else ""
    yield f"- **{escape(line.title)}: {escape(line.standing)}**{remarks}"
    if line.reasons:
        yield f"  - rests on {escape('; '.join(line.reasons))}"
    yield f"  - {_source(line)}"


def _source(line: FindingLine) -> str:
    return f"Rule `{line.rule}`, {line.status_words}: {escape(line.citation)}"


def _unknown(report: Report) -> Iterator[str]:
    yield from ("## What is not known", "")
    if report.inconsistent:
        yield from _bullets("Facts that cannot all be true: ask again", [escape(each) for each in report.inconsistent])
    if report.flagged:
        yield from _bullets("Marked to return to", [escape(each) for each in report.flagged])
    open_findings = [line for group in report.findings for line in group.open]
    yield from (f"{counted(len(open_findings), 'finding')} left open by what was not asked, declined or not known.", "")
    if report.open_questions:
        yield from ("Questions that would help to settle them, the most settling first:", "")
        yield from (f"- {escape(each.question)}: {escape('; '.join(each.settles))}" for each in report.open_questions)
        yield ""
    if report.set_aside:
        count = counted(len(report.set_aside), "answer")
        yield from (f"{count} behind closed questions: kept in the record, counting for nothing, and left out here.", "")


def _notes(report: Report) -> Iterator[str]:
    if report.notes:
        yield from ("## Notes", "")
        for note in report.notes:
            on = f", on {note.on}" if note.on else ""
            yield f"- {note.kind}{escape(on)} ({moment(note.at)}): {escape(note.text)}"
        yield ""


def _sources(report: Report) -> Iterator[str]:
    yield from ("## Sources of the rules", "")
    for source in report.sources:
        by_status: dict[str, list[str]] = {}
        for rule, status in source.rules:
            by_status.setdefault(status, []).append(rule)
        yield f"- {escape(source.citation)}"
        yield from (f"  - {status}: {', '.join(f'`{rule}`' for rule in rules)}" for status, rules in by_status.items())


def _bullets(heading: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield from (f"{heading}:", "")
        yield from (f"- {line}" for line in shown)
        yield ""
