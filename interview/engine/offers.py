"""What an earlier sentence told that answers a later question too: offered where that is asked, and nothing until it is taken.

"Sertraline, 100 for two months, did nothing" names the treatment; the dose, the weeks and the outcome are asked in their turn,
each with what was heard beside it. An offer is worked out from the record: none is stored, and none outlives its sentence.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from interview.engine.fold import Answer, Folded, split_instance
from interview.engine.hearing import Heard, hear_text
from interview.questionnaire.model import Item, Questionnaire
from interview.understanding.asked import Asked
from interview.understanding.beside import told_beside
from interview.understanding.understood import Option
from trd_core.vocabulary import definition_of


@dataclass(frozen=True, slots=True)
class Offer:
    """An answer that may be taken: what was understood, from which words of which answer."""

    link_id: str
    told_in: str
    """The link id of the answer whose sentence tells it."""
    words: str
    value: Any
    range: tuple[float | str | None, float | str | None] | None = None
    approximate: bool = False
    hedged: bool = False
    status: Literal["answered"] = "answered"


def offers_told_in(questionnaire: Questionnaire, state: Folded, link_id: str) -> tuple[Offer, ...]:
    """Return what the answer to this question offers for others of its instance that nobody answered yet, in its item's order."""
    instance, sentence, said_on = split_instance(link_id), *_sentence(state.answers.get(link_id))
    item = questionnaire.items.get(definition_of(link_id))
    if instance is None or item is None or not item.may_tell or not sentence:
        return ()
    if not _names_it_clearly(link_id, item, state.answers[link_id], sentence, said_on):
        return ()
    group, index = instance
    others = {path.replace("[]", f"[{index}]", 1): questionnaire.items[path] for path in item.may_tell if path.startswith(f"{group}[]")}
    unanswered = {path: other for path, other in others.items() if path not in state.answers}
    told = told_beside(sentence, {path: _asked(other) for path, other in unanswered.items()}, said_on)
    heard = {path: hear_text(path, unanswered[path], told[path], said_on, keep=False) for path in unanswered if path in told}
    return tuple(
        Offer(path, link_id, told[path], each.value, each.range, each.approximate, each.hedged)
        for path, each in heard.items()
        if isinstance(each, Heard) and each.status == "answered"
    )


def offer_for(questionnaire: Questionnaire, state: Folded, link_id: str) -> Offer | None:
    """Return what was already told that answers this question; None where nothing was, or it has an answer."""
    instance, definition = split_instance(link_id), definition_of(link_id)
    if instance is None or link_id in state.answers:
        return None
    tellers = (item.link_id for item in questionnaire.items.values() if definition in item.may_tell)
    told = (offer for teller in tellers for offer in offers_told_in(questionnaire, state, teller.replace("[]", f"[{instance[1]}]", 1)))
    return next((offer for offer in told if offer.link_id == link_id), None)


def _sentence(answer: Answer | None) -> tuple[str, dt.date]:
    """The words of an answer that say more than what was understood, and the day of it; empty where there are none."""
    if answer is None or answer.status != "answered" or not answer.verbatim or answer.verbatim == answer.value:
        return "", dt.date.min
    return answer.verbatim, dt.date.fromisoformat(answer.at[:10])


def _names_it_clearly(link_id: str, item: Item, answer: Answer, sentence: str, said_on: dt.date) -> bool:
    """Whether the sentence itself, read again, names what was answered as one clear value: else it may tell of something else."""
    heard = hear_text(link_id, item, sentence, said_on, keep=False)
    return isinstance(heard, Heard) and heard.status == "answered" and heard.value == answer.value


def _asked(item: Item) -> Asked:
    options = tuple(Option(option.code, option.display, option.say) for option in item.options)
    return Asked(item.type, "", item.unit, options, item.min, item.max)
