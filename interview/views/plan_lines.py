"""The plan as lines with a depth, for every face that reads from top to bottom: an option, and under it what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from interview.language import _
from interview.views.plan_part import PlanLine, PlanPart


class Deep(NamedTuple):
    """One line: 0 stands by itself, 1 is an option, 2 belongs to the option above it. Labels in it are free text."""

    depth: int
    words: str


def plan_lines(part: PlanPart) -> Iterator[Deep]:
    """Yield the plan in the order of reading; nothing where there is nothing to consider."""
    if not (part.lines or part.open or part.asked_for):
        return
    yield from (Deep(0, sentence) for sentence in part.what_it_is)
    if part.first:
        yield Deep(0, part.first)
    for line in part.lines:
        yield from _option(line)
    if part.open:
        yield Deep(0, _("Not settled yet:"))
        yield from (Deep(1, each) for each in part.open)
    if part.asked_for:
        yield Deep(0, _("Asked for by the person:"))
        yield from (Deep(1, each) for each in part.asked_for)


def _option(line: PlanLine) -> Iterator[Deep]:
    yield Deep(1, f"{line.title} ({line.standing})")
    yield Deep(2, line.what)
    yield from _some(_("for"), line.serves)
    yield from _some(_("points to it"), line.points)
    yield from (Deep(2, _("reported: {each}").format(each=each)) for each in line.reported)
    yield from (Deep(2, _("limit: {each}").format(each=each)) for each in line.limits)
    yield from (Deep(2, _("step: {each}").format(each=each)) for each in line.steps)
    yield from (Deep(2, each) for each in line.remarks)
    yield from _some(_("to be asked"), line.to_ask)
    yield Deep(2, f"{line.preference}; {line.availability}")
    yield Deep(2, _("rule: {citation} ({status_words})").format(citation=line.citation, status_words=line.status_words))


def _some(name: str, members: tuple[str, ...]) -> Iterator[Deep]:
    if members:
        yield Deep(2, f"{name}: {'; '.join(members)}")
