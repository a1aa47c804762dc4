"""The clinician's judgements and the conversation in Markdown: what was asked, what was said, what was understood."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.export.escaping import escape
from interview.views.locale import moment
from interview.views.report import Report

PERSON: Final = "the person"


def judgements(report: Report) -> Iterator[str]:
    """Yield the clinician's own judgements by section; the person was not asked these."""
    given = [
        (section.title, [line for line in section.answers if line.is_judgement and line.status != "not_asked"])
        for section in report.sections
    ]
    if not any(lines for _, lines in given):
        return
    yield from ("## The clinician's judgements", "")
    for title, lines in given:
        if not lines:
            continue
        yield from (f"### {escape(title)}", "")
        for line in lines:
            instance = f" ({escape(line.instance)})" if line.instance else ""
            yield f"- {escape(line.question)}{instance} {escape(line.understood)}"
        yield ""


def transcript(report: Report) -> Iterator[str]:
    """Yield the conversation in the order in which it went, corrections included and marked."""
    yield from ("## Transcript", "")
    if not report.transcript:
        yield from ("Nothing was asked yet.", "")
        return
    section = None
    for turn in report.transcript:
        if turn.section != section:
            yield from (*(("",) if section is not None else ()), f"### {escape(turn.section)}", "")
            section = turn.section
        instance = f" ({escape(turn.instance)})" if turn.instance else ""
        later = " (corrected or taken back later)" if turn.superseded else ""
        yield f"- **{escape(turn.asked)}**{instance} {moment(turn.at)[-5:]}"
        who = "" if turn.source == PERSON else f"{turn.source}: "
        if turn.verbatim is not None:
            yield f"  - {who}“{escape(turn.verbatim)}”"
            yield f"  - understood: {escape(turn.understood)}{later}"
        else:
            yield f"  - {who}{escape(turn.understood)}{later}"
    yield ""
