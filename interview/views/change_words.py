"""What a change would do, in words, before anybody accepts it: what it sets aside, what counts again, what is asked or closed by it."""

from __future__ import annotations

from dataclasses import dataclass

from interview.engine.rehearsal import WhatIf
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import instance_title, item_of
from interview.language import _, ngettext
from interview.views.echo import echo
from interview.views.path_titles import path_title
from interview.views.settling import short_question
from interview.views.signature_words import voids_words


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a change would do, and the questions that it touches. `lines` may hold free text."""

    title: str
    lines: tuple[str, ...] = ()


def change_told(session: Session, link_id: str, seen: WhatIf) -> tuple[Told, ...]:
    """Return what a change of this answer would do, the most telling first; empty where the answer would not be taken."""
    if not isinstance(seen.reply, Saved):
        return ()
    effect, item = seen.effect, item_of(session.questionnaire, link_id)
    before, after = echo(item, session.state.answers.get(link_id)), echo(item, seen.answer)
    told = [Told(_("This answer: {before} → {after}").format(before=before, after=after))]
    if seen.voids:
        told.append(Told(voids_words(seen.voids)))
    if effect.set_aside:
        count = len(effect.set_aside)
        title = ngettext(
            "{n} answer would be set aside: kept, but counting for nothing.",
            "{n} answers would be set aside: kept, but counting for nothing.",
            count,
        )
        lines = [own_line(session, each) if each == link_id else question_line(session, each) for each in effect.set_aside]
        told.append(Told(title.format(n=count), tuple(lines)))
    if effect.counts_again:
        count = len(effect.counts_again)
        title = ngettext("{n} answer that was set aside would count again.", "{n} answers that were set aside would count again.", count)
        told.append(Told(title.format(n=count), tuple(question_line(session, each) for each in effect.counts_again)))
    if effect.asked_now:
        count = len(effect.asked_now)
        title = ngettext("{n} question would be asked now.", "{n} questions would be asked now.", count)
        told.append(Told(title.format(n=count), tuple(asked(session, each) for each in effect.asked_now)))
    if effect.asked_no_more:
        count = len(effect.asked_no_more)
        title = ngettext("{n} question that has no answer would be closed.", "{n} questions that have no answer would be closed.", count)
        told.append(Told(title.format(n=count), tuple(asked(session, each) for each in effect.asked_no_more)))
    return tuple(told)


def question_line(session: Session, link_id: str) -> str:
    """Return a question with the answer that stands there."""
    return f"{asked(session, link_id)} {echo(item_of(session.questionnaire, link_id), session.state.answers.get(link_id))}"


def own_line(session: Session, link_id: str) -> str:
    """Return the question that is being changed: its own answer would not count."""
    return _("{question} (this answer itself)").format(question=asked(session, link_id))


def asked(session: Session, link_id: str) -> str:
    """Return a question shortened to the part that asks, with which one of a repeated group it is about."""
    item = item_of(session.questionnaire, link_id)
    which = instance_title(session.questionnaire, link_id, session.state.answers.__contains__)
    question = short_question(item.text) if item is not None else path_title(link_id)
    return f"{which}: {question}" if which else question
