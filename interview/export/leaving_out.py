"""Answers left out by question, before anybody reads the record: what rests on them is not known there, as if nobody had asked.

What hangs on such a question (it is asked only after that answer) is left out with it. It does not search what was said in
answer to other questions.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass

from interview.engine.events import Body
from interview.engine.informant_links import question_of
from interview.engine.risk_signs import is_safety_question
from interview.engine.session import Session
from interview.export.part_of import PartOf
from interview.export.refusal import ExportImpossible
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.vocabulary import definition_of, facts


class CannotLeaveOut(ExportImpossible):
    """A question that is not there, or whose answer a clinician must see; the message says which, and what to do."""


@dataclass(frozen=True, slots=True)
class WhatIsLeft:
    """The record without those answers, and how many of those that counted are missing."""

    session: Session
    left_out: int


def without(session: Session, questions: Collection[str], *, for_clinicians: bool) -> WhatIsLeft:
    """Return the record without the answers to these questions; a definition (`trials[].agent`) stands for every instance.

    Raises `CannotLeaveOut`."""
    if not questions:
        return WhatIsLeft(session, 0)
    for link_id in sorted(questions):
        _refuse_unfit(session.questionnaire, link_id, for_clinicians)
    named = frozenset(questions)
    left: Session = PartOf(session, [event for event in session.events if not _speaks_of(event.body, named)])
    aside_before = {answer.link_id for answer in session.set_aside()}
    behind = frozenset(answer.link_id for answer in left.set_aside()) - aside_before
    if behind:
        left = PartOf(session, [event for event in session.events if not _speaks_of(event.body, named | behind)])
    standing = [answer for answer in session.state.answers if answer not in aside_before]
    return WhatIsLeft(left, sum(_is_named(link_id, named | behind) for link_id in standing))


def _refuse_unfit(questionnaire: Questionnaire, link_id: str, for_clinicians: bool) -> None:
    definition = definition_of(link_id)
    item = questionnaire.items.get(definition)
    if (item is None or item.is_group) and definition not in facts():
        known = [each for each, found in questionnaire.items.items() if not found.is_group]
        near = difflib.get_close_matches(definition, known, 3, 0.4)
        named = _("near it: {near}").format(near=", ".join(near)) if near else _("`questionnaire` lists all")
        raise CannotLeaveOut(_("--leave-out: no question is called that ({named}).").format(named=named))
    if for_clinicians and (is_safety_question(definition) or is_safety_question(link_id) or definition.startswith("safety.")):
        raise CannotLeaveOut(
            _("--leave-out {link_id}: answers about safety stay in what clinicians read. Leave it, or choose another reader.").format(
                link_id=definition
            )
        )


def _speaks_of(body: Body, questions: frozenset[str]) -> bool:
    """Whether an event is an answer to one of these questions, or a note, a mark or a sign on it."""
    link_id = getattr(body, "link_id", None)
    return isinstance(link_id, str) and body.type != "safety_opened" and _is_named(link_id, questions)


def _is_named(link_id: str, questions: frozenset[str]) -> bool:
    question = question_of(link_id)
    return question in questions or definition_of(question) in questions
