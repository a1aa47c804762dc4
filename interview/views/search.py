"""Search over what was said: every answer's words, what was understood, notes, and the questions they belong to; in one record or several.

On a shared screen private notes, judgements, what the chart and what somebody close says are not found at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from interview.engine.doors import Doors
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.engine.transcript import Turn, item_of
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import echo, value_words
from interview.views.locale import day
from interview.views.path_titles import path_title
from interview.views.report import VISITS
from interview.views.subjects import subject_of

Kind = Literal["answer", "note"]
KINDS: Final = {"answer": _("said"), "note": _("note"), "private": _("private note"), "to_do": _("to do")}
"""How a hit is marked: an answer, or which kind of note."""

EARLIER: Final = _("later corrected")
BETWEEN: Final = " · "


@dataclass(frozen=True, slots=True)
class Findable:
    """One turn that can be found. `asked` and `said` may hold free text."""

    record: str
    """Of which interview."""
    where: str
    """Which other interview of the subject it is; empty for the one that is open."""
    seq: int
    link_id: str | None
    kind: Kind
    mark: str
    """What it is, in a word or two."""
    asked: str
    said: str
    haystack: str
    """Everything in it that is searched, folded for comparing."""

    @property
    def line(self) -> str:
        """The hit in one line."""
        place = f"{self.where}: " if self.where else ""
        asked = f"{self.asked} " if self.asked else ""
        return f"{place}{self.mark}: {asked}→ {self.said}" if self.kind == "answer" else f"{place}{self.mark}: {asked}{self.said}"


def findables(session: Session, *, is_shared: bool, is_other: bool = False, with_private: bool = True) -> tuple[Findable, ...]:
    """Return the turns of a record that can be found, in their order; `is_other` names the interview in each."""
    where = visit_name(session) if is_other else ""
    made = (_findable(session, turn, where, is_shared, with_private) for turn in session.turns)
    return tuple(each for each in made if each is not None)


def matching(among: Iterable[Findable], typed: str) -> tuple[Findable, ...]:
    """Return those that hold every typed word; none where nothing was typed."""
    words = typed.casefold().split()
    return tuple(each for each in among if words and all(word in each.haystack for word in words))


def visit_name(session: Session) -> str:
    """Return which interview it is: `S-0231 · follow-up · 3 May 2026`."""
    state = session.state
    return BETWEEN.join((state.subject, VISITS.get(state.visit, state.visit), day(state.opened_at[:10])))


def in_others(session: Session, doors: Doors, *, is_shared: bool, with_private: bool = True) -> tuple[tuple[Findable, ...], int]:
    """Return what can be found in the subject's other interviews, the last changed first, and how many could not be read."""
    found: list[Findable] = []
    unread = 0
    try:
        records = doors.store.records(session.state.subject)
    except StoreFault:
        return (), 1
    for each in records:
        if each.record != session.record:
            try:
                found += findables(doors.read(each.record), is_shared=is_shared, is_other=True, with_private=with_private)
            except StoreFault:
                unread += 1
    return tuple(found), unread


def _findable(session: Session, turn: Turn, where: str, is_shared: bool, with_private: bool) -> Findable | None:
    if turn.kind == "note":
        return _note(session, turn, where, is_shared, with_private)
    if turn.kind != "answer" or turn.link_id is None:
        return None
    item = item_of(session.questionnaire, turn.link_id)
    if is_shared and (_is_clinicians(item) or turn.source == "informant"):
        return None
    understood = echo(item, turn) if item is not None else value_words(None, turn.value) if turn.value is not None else ""
    if not understood:
        return None
    asked = _asked(session, turn.link_id, item)
    said = f"{understood} (“{turn.verbatim}”)" if turn.verbatim and turn.verbatim != understood else understood
    standing = session.state.answers.get(turn.link_id)
    mark = KINDS["answer"] if standing is not None and standing.seq == turn.seq else f"{KINDS['answer']}, {EARLIER}"
    return _made(session, turn, where, "answer", mark, asked, said)


def _note(session: Session, turn: Turn, where: str, is_shared: bool, with_private: bool) -> Findable | None:
    kind, item = turn.note_kind or "record", item_of(session.questionnaire, turn.link_id) if turn.link_id else None
    is_kept = kind != "record" or (turn.link_id is not None and _is_clinicians(item))
    if (is_shared and is_kept) or (kind == "private" and not with_private):
        return None
    mark = KINDS.get(kind, KINDS["note"])
    return _made(session, turn, where, "note", mark, f"({_asked(session, turn.link_id, item)})" if turn.link_id else "", turn.text or "")


def _made(session: Session, turn: Turn, where: str, kind: Kind, mark: str, asked: str, said: str) -> Findable:
    section = session.questionnaire.sections.get(turn.section or "")
    haystack = " ".join((where, mark, asked, said, section.title if section is not None else "")).casefold()
    return Findable(session.record, where, turn.seq, turn.link_id, kind, mark, asked, " ".join(said.split()), haystack)


def _asked(session: Session, link_id: str, item: Item | None) -> str:
    asked = item.text if item is not None else path_title(link_id)
    of = subject_of(session.questionnaire, session.answer_of, link_id)
    return f"{of}: {asked}" if of else asked


def _is_clinicians(item: Item | None) -> bool:
    return item is None or item.who in ("clinician", "chart", "informant")
