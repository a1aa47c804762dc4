"""Feedback on a practice session as sections of lines, in the order in which it is read: safety first, the points only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from interview.language import _, ngettext
from interview.practice.feedback.model import Domain, Feedback, MapCompared, RatingCompared, Remark, Rubric, Standing
from interview.views.practice_words import topic_words

NOBODY_ASKED: Final = _("No turn of yours asked this; unknown is not no.")


@dataclass(frozen=True, slots=True)
class FeedbackLine:
    """One line, with the turns (their events) that it rests on."""

    says: str
    turns: tuple[int, ...] = ()
    standing: Standing | None = None
    under: tuple[str, ...] = ()
    """Quoted lines and what could be tried, each a line of its own."""


@dataclass(frozen=True, slots=True)
class FeedbackSection:
    """One part of the feedback; parts of which nothing can be said are left out."""

    code: str
    title: str
    lines: tuple[FeedbackLine, ...]


def feedback_sections(feedback: Feedback, *, with_points: bool = False) -> tuple[FeedbackSection, ...]:
    """Return the sections of a feedback; the points come last, and only where they were asked for."""
    lesson = (FeedbackLine(feedback.lesson), FeedbackLine(_turns(feedback.turns)), *_remarks(feedback.ending))
    goal = _remark(feedback.goal)
    parts: tuple[tuple[str, str, Iterable[FeedbackLine]], ...] = (
        ("safety", _("Safety"), map(_remark, feedback.safety)),
        ("goal", _("One next goal"), (replace(goal, standing=None),)),
        ("lesson", _("What this case is about"), lesson),
        ("coverage", _("What you asked about"), map(_domain, feedback.coverage)),
        ("must_ask", _("What this case hangs on"), map(_remark, feedback.must_ask)),
        ("depth", _("Depth"), map(_remark, feedback.depth)),
        ("sequence", _("Sequence"), map(_remark, feedback.sequence)),
        ("technique", _("How you asked"), map(_remark, feedback.technique)),
        ("record", _("What your record says, and nobody asked"), map(_remark, feedback.record)),
        ("ratings", _("Your ratings beside the expert's"), map(_rating, feedback.ratings)),
        ("map", _("Your map beside the expert's"), _map(feedback.map)),
        ("disproof", _("Could your first idea have been shown wrong?"), map(_remark, feedback.disproof)),
        ("explaining", _("Explaining the history"), map(_remark, feedback.explaining)),
        ("points", _("Points to learn by"), _points(feedback.rubric) if with_points else ()),
    )
    made = (FeedbackSection(code, title, tuple(lines)) for code, title, lines in parts)
    return tuple(section for section in made if section.lines)


def _turns(turns: int) -> str:
    return ngettext("The conversation had {n} turn.", "The conversation had {n} turns.", turns).format(n=turns)


def _remarks(remark: Remark | None) -> tuple[FeedbackLine, ...]:
    return () if remark is None else (_remark(remark),)


def _remark(remark: Remark) -> FeedbackLine:
    under = [f"“{quote}”" for quote in remark.quotes]
    under += [] if remark.try_this is None else [_("Try: “{try_this}”").format(try_this=remark.try_this)]
    return FeedbackLine(remark.says, remark.turns, remark.standing, tuple(under))


def _domain(domain: Domain) -> FeedbackLine:
    under = []
    if domain.asked:
        under.append(_("Asked: {topics}").format(topics=topic_words(domain.asked)))
    if domain.not_asked:
        under.append(_("Not heard as asked: {topics}").format(topics=topic_words(domain.not_asked)))
    if domain.facts_there:
        under.append(_("Facts heard: {heard} of {there}").format(heard=domain.facts_heard, there=domain.facts_there))
    return FeedbackLine(domain.title, (), domain.standing, tuple(under))


def _rating(rating: RatingCompared) -> FeedbackLine:
    if rating.is_accepted is None:
        says = _("{title}: not rated; the expert's is {best}.").format(title=rating.title, best=_value(rating.best))
        return FeedbackLine(says, (), "not_known", (rating.because,))
    says = _("{title}: yours is {yours}, the expert's {best}.").format(
        title=rating.title, yours=_value(rating.yours), best=_value(rating.best)
    )
    if rating.is_unasked:
        return FeedbackLine(says, (), "partly", (NOBODY_ASKED, rating.because))
    return FeedbackLine(says, (), "good" if rating.is_accepted else "partly", (rating.because,))


def _value(value: Any) -> str:
    return _("yes") if value is True else _("no") if value is False else str(value)


def _map(compared: MapCompared) -> Iterator[FeedbackLine]:
    for says in compared.says:
        yield FeedbackLine(says)
    for each in compared.differences:
        yield FeedbackLine(each.says, (), None, () if each.because is None else (each.because,))


def _points(rubric: Rubric) -> Iterator[FeedbackLine]:
    yield FeedbackLine(_("{total} of 100").format(total=rubric.total))
    if rubric.capped_because is not None:
        yield FeedbackLine(rubric.capped_because)
    for part in rubric.parts:
        says = _("{title}: {points} of {of}").format(title=part.title, points=part.points, of=part.of)
        yield FeedbackLine(says, (), None, (part.because,))
    for source in rubric.sources:
        yield FeedbackLine(source)
