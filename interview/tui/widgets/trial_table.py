"""Treatments as rows: what is known in words, what is still to be asked as "open". It reads the record and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import instance_title, item_of
from interview.language import _, ngettext
from interview.tui.widgets.word_table import WordRow
from interview.views.echo import echo

GROUP: Final = "trials"
EXAMPLE: Final = "example"
OPEN: Final = "open"
CANNOT_APPLY: Final = "–"

HEADERS: Final = (
    ("title", _("Treatment")),
    ("agent", _("What")),
    ("kind", _("Kind")),
    ("dose_mg", _("Dose")),
    ("weeks", _("Time")),
    ("adherence_percent", _("Taken %")),
    ("outcome", _("Outcome")),
    ("more", _("Still open")),
)
"""Key and words of each column; the keys between the first and the last are facts of a treatment."""

TIME: Final = ("weeks", "sessions")
"""Facts that share the column of time: the first of them that can apply."""

EXAMPLE_ROW: Final = WordRow(
    EXAMPLE,
    (_("for example"), "sertraline", _("a medicine"), _("100 mg a day"), _("8 weeks"), "90", _("it helped in part"), _("2 questions")),
    "italic",
)


@dataclass(frozen=True, slots=True)
class TrialCells:
    """One treatment: its index, its row, the question behind each column, and the first one that is open."""

    index: int
    row: WordRow
    questions: dict[str, str]


def trial_cells(session: Session) -> tuple[TrialCells, ...]:
    """Return the treatments that were told, in the order of the record."""
    return tuple(_cells(session, index) for index in session.state.instances(GROUP))


def _cells(session: Session, index: int) -> TrialCells:
    at = f"{GROUP}[{index}]."
    questions = {"title": f"{at}agent"}
    title = instance_title(session.questionnaire, f"{at}agent", session.state.answers.__contains__)
    words = [title or _("treatment {index}").format(index=index + 1)]
    for key, __ in HEADERS[1:-1]:
        link_id = _time(session, at) if key == "weeks" else at + key
        questions[key] = link_id
        words.append(_words(session, link_id))
    asked_next = _left_open(session, index)
    left = (
        *asked_next,
        *(questions[key] for (key, __), said in zip(HEADERS, words, strict=False) if said == OPEN and questions[key] not in asked_next),
    )
    if left:
        questions["more"] = left[0]
    return TrialCells(
        index,
        WordRow(
            f"{GROUP}[{index}]", (*words, ngettext("{n} question", "{n} questions", len(left)).format(n=len(left)) if left else "nothing")
        ),
        questions,
    )


def _time(session: Session, at: str) -> str:
    known = [at + name for name in TIME if session.answer_of(at + name) is not None]
    can_apply = [at + name for name in TIME if session.enablement.is_enabled(at + name) and item_of(session.questionnaire, at + name)]
    return (*known, *can_apply, at + TIME[0])[0]


def _words(session: Session, link_id: str) -> str:
    item = item_of(session.questionnaire, link_id)
    if item is None or not session.enablement.is_enabled(link_id):
        return CANNOT_APPLY
    answer = session.answer_of(link_id)
    return OPEN if answer is None else echo(item, answer)


def _left_open(session: Session, index: int) -> tuple[str, ...]:
    section = session.questionnaire.section_of.get(f"{GROUP}[]")
    slots = session.slots(section) if section is not None else ()
    own = (slot.link_id for slot in slots if slot.link_id.startswith(f"{GROUP}[{index}]."))
    return tuple(link_id for link_id in own if link_id not in session.state.answers)


def next_treatment(session: Session) -> str | None:
    """Return the question that begins another treatment: its first open item, or the gate where treatments were denied."""
    group = session.questionnaire.items.get(f"{GROUP}[]")
    if group is None:
        return None
    index = session.state.next_index(GROUP)
    if session.enablement.is_enabled(f"{GROUP}[]"):
        ids = (member.link_id.replace("[]", f"[{index}]", 1) for member in group.item if not member.is_judgement)
        return next((link_id for link_id in ids if session.enablement.is_enabled(link_id)), None)
    gate = f"interview.any.{GROUP}"
    return gate if gate in session.questionnaire.items else None
