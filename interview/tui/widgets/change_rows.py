"""What a change did to other questions, as the first rows of the check: what it set aside, what counts again, what is asked now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.session import Session
from interview.tui.widgets.review_rows import ANSWER, ASIDE, answer_row
from interview.tui.widgets.word_table import WordRow, heading
from interview.views.answer_lines import AnswerLine, answer_sections, set_aside_lines

COLUMNS: Final = 3
SEEN: Final = "changed:"
"""Begins the keys of these rows, so that none stands twice in the table."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Which questions were open, and which answers were set aside."""

    open: frozenset[str]
    aside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change did: link ids."""

    set_aside: frozenset[str] = frozenset()
    counts_again: frozenset[str] = frozenset()
    asked_now: frozenset[str] = frozenset()
    asked_no_more: int = 0
    """How many open questions without an answer were closed."""

    @property
    def is_nothing(self) -> bool:
        """Whether it touched no other question."""
        return not (self.set_aside or self.counts_again or self.asked_now or self.asked_no_more)


NO_EFFECT: Final = Effect()


def standing_of(session: Session) -> Stood:
    """Return what is open and what is set aside now."""
    return Stood(
        frozenset(line.link_id for section in answer_sections(session) for line in section.answers),
        frozenset(line.link_id for line in set_aside_lines(session)),
    )


def effect_of(session: Session, before: Stood) -> Effect:
    """Return what changed since then, other than the answer itself."""
    now, answers = standing_of(session), session.state.answers
    return Effect(
        set_aside=now.aside - before.aside,
        counts_again=frozenset(link_id for link_id in before.aside - now.aside if link_id in answers),
        asked_now=frozenset(link_id for link_id in now.open - before.open if link_id not in answers),
        asked_no_more=sum(link_id not in answers for link_id in before.open - now.open),
    )


def effect_rows(session: Session, effect: Effect) -> tuple[WordRow, ...]:
    """Return what a change did in rows, or nothing where it touched no other question."""
    if effect.is_nothing:
        return ()
    lines = [line for section in answer_sections(session) for line in section.answers]
    aside = set_aside_lines(session)
    rows = [heading("What the last change did", COLUMNS)]
    rows += _rows("Set aside by it:", ASIDE, [line for line in aside if line.link_id in effect.set_aside])
    rows += _rows("Counts again:", ANSWER, [line for line in lines if line.link_id in effect.counts_again])
    rows += _rows("Asked now:", ANSWER, [line for line in lines if line.link_id in effect.asked_now])
    if effect.asked_no_more:
        left = effect.asked_no_more
        said = "1 question that had no answer is closed." if left == 1 else f"{left} questions that had no answer are closed."
        rows.append(WordRow(f"{SEEN}closed", ("No longer asked", said, "")))
    return tuple(rows)


def _rows(what: str, prefix: str, lines: list[AnswerLine]) -> list[WordRow]:
    drawn = [answer_row(prefix, line) for line in lines]
    return [WordRow(SEEN + row.key, (f"{what} {row.cells[0]}", *row.cells[1:]), "bold") for row in drawn]
