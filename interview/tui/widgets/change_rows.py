"""What a change did to other questions, as the first rows of the check: what it set aside, what counts again, what is asked now."""

from __future__ import annotations

from typing import Final

from interview.engine.rehearsal import Effect
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.widgets.review_rows import ANSWER, ASIDE, answer_row
from interview.tui.widgets.word_table import WordRow, heading
from interview.views.answer_lines import AnswerLine, answer_sections, set_aside_lines

COLUMNS: Final = 3
SEEN: Final = "changed:"
"""Begins the keys of these rows, so that none stands twice in the table."""


def effect_rows(session: Session, effect: Effect) -> tuple[WordRow, ...]:
    """Return what a change did in rows, or nothing where it touched no other question."""
    if effect.is_nothing:
        return ()
    lines = [line for section in answer_sections(session) for line in section.answers]
    aside = set_aside_lines(session)
    rows = [heading(_("What the last change did"), COLUMNS)]
    rows += _rows(_("Set aside by it:"), ASIDE, [line for line in aside if line.link_id in effect.set_aside])
    rows += _rows(_("Counts again:"), ANSWER, [line for line in lines if line.link_id in effect.counts_again])
    rows += _rows(_("Asked now:"), ANSWER, [line for line in lines if line.link_id in effect.asked_now])
    if effect.asked_no_more:
        left = len(effect.asked_no_more)
        said = ngettext("{n} question that had no answer is closed.", "{n} questions that had no answer are closed.", left).format(n=left)
        rows.append(WordRow(f"{SEEN}closed", (_("No longer asked"), said, "")))
    return tuple(rows)


def _rows(what: str, prefix: str, lines: list[AnswerLine]) -> list[WordRow]:
    drawn = [answer_row(prefix, line) for line in lines]
    return [WordRow(SEEN + row.key, (f"{what} {row.cells[0]}", *row.cells[1:]), "bold") for row in drawn]
