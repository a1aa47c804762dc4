"""One small record with hostile text in every field, and a report whose findings are fixed, so that golden files rest on nothing else."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

from interview.engine.events import ItemAnswered
from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.order import Order, ordered
from interview.export.page import Page
from interview.export.page_markdown import to_markdown
from interview.export.pages.chart import chart
from interview.export.pages.maps import Maps
from interview.export.readers import page_for
from interview.export.selection import PRESETS, Reader, selection_for
from interview.export.sheets import Sheet
from interview.views.finding_lines import FindingGroup, FindingLine, SourceLine
from interview.views.proposals import LinkHypothesis, ProposedProblem
from interview.views.report import OpenLine, Report, build
from tests.interview.engine.world import DISPOSITION, PLAIN, ask_through, begin
from tests.interview.tui.rich_records import rich_doors

HOSTILE = "# [x](http://y) <b>*bold*</b>\n- | `code` | &amp; ![i](j)"
ENVELOPE = Envelope(version="0.1.0", exported_at="2026-03-01T12:00:00.000+00:00", seal="ABCD-EFGH")

FINDING = FindingLine(
    id="areas.lifestyle.smoking",
    title="Smoking",
    standing="flagged",
    is_met=True,
    is_open=False,
    reasons=("lifestyle: smoking: current",),
    missing=(),
    remarks=("may be a symptom of the depression itself",),
    rule="lifestyle.smoking",
    citation="Somebody & Else 2020, J *Things* 1:2",
    status="checked",
    status_words="read in the source named",
)


def record() -> Session:
    """Return a record with a correction, a set-aside answer, notes of each kind, a positive safety answer, and a small map."""
    session = begin(interviewer=f"Dr {HOSTILE}")
    ask_through(session, {**PLAIN, "narrative.concern": HOSTILE, "safety.wish_to_be_dead": "yes"})
    session.acknowledge_safety({**DISPOSITION, "contact": HOSTILE})
    ask_through(session, PLAIN)
    session.answer("trials[0].dose_mg", "150 mg")
    session.answer("lifestyle.smoking", "never")
    session.leave_unanswered("kellner", "declined")
    session.note(HOSTILE, "record", "kellner")
    session.note(f"PRIVATE {HOSTILE}", "private")
    session.note("call back", "to_do")
    for index, (identifier, label, urgency) in enumerate((("low_energy", HOSTILE, 2), ("smoking", "Smoking", None))):
        for name, value in (("id", identifier), ("label", label), ("area", "medical"), ("urgency", urgency)):
            if value is not None:
                session.give(f"problems[{index}].{name}", value)
    for index, (source, target) in enumerate((("smoking", "low_energy"), ("low_energy", "smoking"))):
        for name, value in (("source", source), ("target", target), ("rationale", HOSTILE), ("strength", 0.5)):
            session.give(f"links[{index}].{name}", value)
    session.reject("caffeine", HOSTILE)
    return session


def order(session: Session, reader: Reader = "chart", sheet: Sheet = "whole", *, is_page: bool = True, **choices: Any) -> Order:
    """Return an order of a record; a code for research is made by turning the name round."""
    chosen = selection_for(reader, **choices)
    return ordered(session, ENVELOPE, chosen, sheet, code=lambda name: f"x-{len(name)}", is_page=is_page)


def page(session: Session, reader: Reader = "chart", sheet: Sheet = "whole", **choices: Any) -> Page:
    """Return the page of a record for a reader."""
    return page_for(order(session, reader, sheet, **choices))


def markdown(built: Report) -> str:
    """Return a report as the chart's Markdown, without pictures."""
    return to_markdown(chart(built, ENVELOPE, PRESETS["chart"], Maps(None, None))).decode("utf-8")


def report(session: Session, notes: frozenset[str] = frozenset({"record", "to_do"})) -> Report:
    """Return the record's report with findings, proposals and sources of its own, so that no rule's wording moves the golden file."""
    absent = replace(FINDING, id="a", title="Short sleep", standing="not flagged", is_met=False, remarks=())
    opened = replace(FINDING, id="o", title="Much caffeine", standing="open", is_met=False, is_open=True)
    group = FindingGroup("lifestyle", "Lifestyle", (FINDING,), (opened,), (absent,))
    built = build(session, notes)
    return replace(
        built,
        findings=(group,),
        safety=replace(built.safety, finding=FINDING),
        macro=replace(
            built.macro,
            proposed_problems=(
                ProposedProblem(
                    "x", "Pain", "medical", "Medical", "other", ("pain: yes",), "Since when?", (), ("open",), "C 2020", "paper"
                ),
            ),
            proposed_links=(
                LinkHypothesis("x->y", "x", "y", f"Pain: may contribute to {HOSTILE}", (), (), "And before?", "C 2020", "paper", True),
            ),
        ),
        open_questions=(OpenLine("lifestyle.caffeine_drinks_per_day", "drinks with caffeine a day", ("Much caffeine",)),),
        sources=(SourceLine("Somebody & Else 2020", (("lifestyle.smoking", "read in the source named"),)),),
    )


def long_record(answers: int) -> Session:
    """Return a whole interview's record with so many answers in it, corrected again and again beyond the first ones."""
    session = rich_doors().resume("visit1")
    for again in itertools.count():
        for link_id in ("narrative.lifestyle", "lifestyle.sleep_hours", "narrative.stress", "kellner_self"):
            given = sum(isinstance(event.body, ItemAnswered) for event in session.events)
            if given >= answers:
                return session
            words = f"It was a long night, the {again} of them."
            session.answer(link_id, words if link_id.startswith("narrative.") else f"{again % 5 + 4}")
    raise AssertionError
