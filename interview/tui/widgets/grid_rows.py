"""A section as rows of a grid: one question a row, what was typed, what was understood, where it stands. It reads the session only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview.engine.session import Session
from interview.engine.slots import Slot
from interview.language import _
from interview.tui.widgets.word_table import WordRow, heading
from interview.views.echo import STATUS_WORDS, echo
from interview.views.path_titles import path_title
from interview.views.subjects import subject_of

HEADERS: Final = (
    ("question", _("Question")),
    ("typed", _("Answer")),
    ("understood", _("Understood")),
    ("status", _("State")),
)
TYPED: Final = 1
"""The column in which an answer is typed."""

JUDGEMENTS: Final = _("Your judgement")
LONGEST: Final = 90
"""Characters of a told text that a row shows."""

OTHERS: Final = _("The section's other questions")
NO_MEMBER: Final = "id"
"""A fact that no question asks: with it an instance is called by its name."""

Block = tuple[str | None, int | None, bool]
"""Which rows stand together: group, index, and whether the clinician judges."""

ANSWERED: Final = _("saved")
OPEN: Final = _("open")
AS_SAID: Final = _("as said")
UNSAVED: Final = _("NOT SAVED yet")


def grid_rows(session: Session, section: str, drafts: Mapping[str, str]) -> tuple[WordRow, ...]:
    """Return a section's open questions as rows; each treatment or source of stress is a block, and so are the judgements."""
    rows: list[WordRow] = []
    block: Block = (None, None, False)
    for slot in session.open_items(section):
        here: Block = (slot.group, slot.index, slot.item.is_judgement)
        if here != block:
            block = here
            rows.append(_heading(session, slot, len(rows)))
        rows.append(_row(session, slot, drafts.get(slot.link_id, "")))
    return tuple(rows)


def unsaved(drafts: Mapping[str, str], session: Session) -> tuple[str, ...]:
    """Return the questions for which something was typed and not saved."""
    return tuple(link_id for link_id, typed in drafts.items() if typed.strip() and session.enablement.is_enabled(link_id))


def row_title(link_id: str) -> str:
    """Return a question's short title, without the name of its block."""
    title = path_title(link_id)
    rest = title.partition(": ")[2]
    words = rest if rest and "[" in link_id else title
    return f"{words[:1].upper()}{words[1:]}"


def _heading(session: Session, slot: Slot, place: int) -> WordRow:
    """Return what a block is called; its place keeps two blocks of the same words apart."""
    about = JUDGEMENTS if slot.item.is_judgement else OTHERS
    if slot.index is not None:
        name = subject_of(session.questionnaire, session.answer_of, f"{slot.group}[{slot.index}].{NO_MEMBER}")
        about = f"{name} ({JUDGEMENTS.lower()})" if slot.item.is_judgement else name
    row = heading(f"{about[:1].upper()}{about[1:]}", len(HEADERS))
    return WordRow(f"{row.key}#{place}", row.cells, row.style)


def _row(session: Session, slot: Slot, draft: str) -> WordRow:
    answer = session.answer_of(slot.link_id)
    typed = draft or _cut(answer.verbatim or "" if answer is not None else "")
    understood = echo(slot.item, answer) if answer is not None else ""
    if answer is not None and slot.item.type == "text" and understood == answer.verbatim:
        understood = AS_SAID
    if draft.strip():
        status = UNSAVED
    elif answer is None:
        status = OPEN
    else:
        status = ANSWERED if answer.status == "answered" else STATUS_WORDS[answer.status]
    return WordRow(slot.link_id, (row_title(slot.link_id), typed, understood, status), "bold" if draft.strip() else "")


def _cut(text: str) -> str:
    """Return the beginning of a long text that was told; the whole stands on the card. Short answers are never cut."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()} …"
