"""Answers in words, section by section, and the conversation turn by turn. What is behind closed questions stays apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from interview.engine.fold import Answer
from interview.engine.session import Session
from interview.engine.transcript import Turn, instance_title, item_of
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.path_titles import path_title

SOURCES: Final = {"patient": _("the person"), "informant": _("an informant"), "chart": _("a record"), "clinician": _("the clinician")}
FORMULATION: Final = ("problems[", "links[", "hierarchy_override.")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One item and what counts for it. `verbatim` and `understood` may hold free text."""

    link_id: str
    question: str
    instance: str | None
    """Which one of a repeated group: `the latest treatment`."""
    is_judgement: bool
    """The clinician's own judgement: the person was not asked."""
    verbatim: str | None
    """What was typed, where it says more than what was understood."""
    understood: str
    status: str
    """`answered`, `declined`, `unknown`, `not_applicable`, `not_asked`."""
    source: str | None
    at: str | None
    is_flagged: bool = False


@dataclass(frozen=True, slots=True)
class AnswerSection:
    """The open items of one section, answered or not."""

    id: str
    title: str
    answers: tuple[AnswerLine, ...]


@dataclass(frozen=True, slots=True)
class SaidTurn:
    """One turn of the conversation: what was asked, and what was said."""

    section: str
    asked: str
    instance: str | None
    verbatim: str | None
    understood: str
    source: str
    at: str
    superseded: bool
    """Whether it was corrected or taken back later."""
    seq: int = 0
    """Its place in the record's log."""


def answer_sections(session: Session) -> tuple[AnswerSection, ...]:
    """Return every section in which something is open, with all its items."""
    made = (
        AnswerSection(
            section.id,
            section.title,
            tuple(_line(session, slot.link_id, slot.item, session.answer_of(slot.link_id)) for slot in session.open_items(section.id)),
        )
        for section in session.questionnaire.section
    )
    return tuple(section for section in made if section.answers)


def set_aside_lines(session: Session) -> tuple[AnswerLine, ...]:
    """Return the answers behind closed questions: kept, counting for nothing."""
    return tuple(
        _line(session, answer.link_id, item_of(session.questionnaire, answer.link_id), answer)
        for answer in session.set_aside()
        if not answer.link_id.startswith(FORMULATION)
    )


def said_turns(session: Session) -> tuple[SaidTurn, ...]:
    """Return what was asked of the person, an informant or a record, and what was said; judgements stand elsewhere."""
    return tuple(turn for each in session.turns if (turn := _said(session, each)) is not None)


def _said(session: Session, turn: Turn) -> SaidTurn | None:
    if turn.kind != "answer" or turn.link_id is None or turn.asked is None:
        return None
    item = item_of(session.questionnaire, turn.link_id)
    if item is None or item.is_judgement or not session.enablement.is_enabled(turn.link_id):
        return None
    section = session.questionnaire.sections.get(turn.section or "")
    counting = session.state.answers.get(turn.link_id)
    understood = echo(item, turn)
    return SaidTurn(
        section=section.title if section is not None else "",
        asked=turn.asked,
        instance=instance_title(session.questionnaire, turn.link_id, session.state.answers.__contains__),
        verbatim=_own_words(turn.verbatim, understood, turn.value),
        understood=understood,
        source=SOURCES.get(turn.source or "", ""),
        at=turn.at,
        superseded=counting is None or counting.seq != turn.seq,
        seq=turn.seq,
    )


def _line(session: Session, link_id: str, item: Item | None, answer: Answer | None) -> AnswerLine:
    understood = echo(item, answer)
    return AnswerLine(
        link_id=link_id,
        question=item.text if item is not None else path_title(link_id),
        instance=instance_title(session.questionnaire, link_id, session.state.answers.__contains__),
        is_judgement=item is None or item.is_judgement,
        verbatim=None if answer is None else _own_words(answer.verbatim, understood, answer.value),
        understood=understood,
        status="not_asked" if answer is None else answer.status,
        source=None if answer is None else SOURCES.get(answer.source, answer.source),
        at=None if answer is None else answer.at,
        is_flagged=link_id in session.state.flags,
    )


def _own_words(verbatim: str | None, understood: str, value: Any) -> str | None:
    """Return what was typed where it says more than what was understood: not a digit for an option, a code, or the same again."""
    if verbatim is None or not any(character.isalpha() for character in verbatim):
        return None
    same = {_bare(understood), *((_bare(value),) if isinstance(value, str) else ())}
    return None if _bare(verbatim) in same else verbatim


def _bare(text: str) -> str:
    return text.casefold().strip(" .,!?")
