"""What a turn means where it was said: after which answer, to whom, among what was offered. The ear hears a turn alone; this hears it here.

Worked out once, before the reply, and kept with the turn: a replay reads it and works nothing out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.engine.practice_turns import Heard
from interview.practice.ear.matching import match
from interview.practice.ear.must_hear import must
from interview.practice.ear.reading import labels
from interview.practice.ear.spelling import mended
from interview.practice.ear.weighing import MUST
from interview.practice.ear.wording import words
from interview.practice.patient.answering import answer_on, further
from interview.practice.patient.binding import is_alone, is_number, picked, picks_all
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.turns import PatientState

MEANS: Final = "means"
OF_PEOPLE: Final = frozenset(
    {"relationship", "support", "living", "clinician_rel", "loss_grief", "global_change", "wellbeing", "greet", "agenda", "stress"}
)
"""Topics as which a question about somebody may be heard while their name says nothing; any other one is what the question asks."""
GIVES_WAY: Final = frozenset(
    {
        "purpose", "support", "self_manage", "wellbeing", "flexibility", "growth", "mood", "episodes", "expectations", "mastery",
        "autonomy",
        "demoralization", "anhedonia", "past_trials", "routine", "onset", "impact", "living", "relationship", "priorities", "reactance",
        "beliefs", "concerns", "therapy", "residual", "denial", "adherence", "current_meds", "withdrawal", "other_drugs",
    }
)  # fmt: skip
"""Topics as which a question about thoughts of dying may be heard, once they were spoken of and it is asked without naming them."""
_ON_SUICIDE: Final = re.compile(
    r"\b(?:plans?|planned|planning|intend\w*|intent|intention\w*|method|act(?:ed|ing)? (?:up)?on|prepar\w+"
    r"|how (?:would|might|could|did|will) you (?:do|go|have done)|how you (?:would|might|could|'d) (?:do|go)|do it|did it"
    r"|doing it|go through with"
    r"|(?:stop|keep|hold|held|kept|prevent|protect)(?:s|ped|ping|ing|ed)? you|(?:stand|stood)s? (?:in (?:the|your) way|between)"
    r"|what (?:gets|got|helps?|helped) you (?:through|past|over)|reasons? (?:to|for) (?:live|living|go on|going on|stay"
    r"|staying|not)"
    r"|(?:think|thinking|feel|feeling) (?:of|about|like)? ?(?:it|that|this) (?:now|today|right now|at (?:the|this) moment)"
    r"|(?:those|these|such|the) (?:thoughts|feelings|urges|moments|nights)|(?:ever )?tried|attempt\w*|how (?:strong|often"
    r"|close|near|far|serious)"
    r"|safe|unsafe|resist|urges?|wish(?:ed)? (?:it|that)|who (?:knows|would you (?:call|tell|ring|turn to))|(?:told|tell"
    r"|tells) (?:anyone|anybody|someone|him|her)"
    r"|hurt yourself|harm yourself)\b"
)
_MEANS: Final = re.compile(
    r"\b(?:(?:at|in the|round the|about the) (?:home|house|place|flat|cupboard)\b.*\b(?:could|might|would|use)"
    r"|get hold of|get (?:at|to) (?:them|it|any)"
    r"|within reach|to hand|access|means|stored?|stock\w*|saved? up|put (?:by|aside)|lock(?:ed)?|look after (?:them"
    r"|the tablets|your tablets)"
    r"|where (?:do|are|would) (?:you|the|your|they).*(?:tablets|pills|keep)|(?:anything|something) (?:there )?(?:you"
    r"|to) (?:could )?use|have you got what)\b"
)
_KEEPS: Final = re.compile(
    r"\b(?:(?:keep|kept|hold|held)(?:s|ing)? you (?:going|alive|here|up|on)|what (?:gets|got|helps?"
    r"|helped) you (?:through|past|over)"
    r"|reasons? (?:to|for) (?:live|living|go on|going on|stay|staying))\b"
)
"""What keeps a person going: asked once all of the thoughts was told, it is answered by what life is for."""
PURPOSE: Final = "purpose"
_PLAN: Final = re.compile(r"\b(?:plans?|planned|intend\w*|intent|intention\w*|method|how (?:would|might) you)\b")


def in_context(case: CaseFile, state: PatientState, heard: Heard) -> Heard:
    """Return what was heard, with its topics as they are meant here; what the trainee typed and its form stay as they are."""
    if state.offered and (chosen := _choice(state, heard)):
        return _as(heard, *chosen)
    if state.topic is not None and is_alone(heard):
        return heard.model_copy(update={"chosen": (), "action": "unsure", "offered": ()})
    if not heard.form.question:
        return heard
    of_suicide = _of_suicide(case, state, heard)
    if of_suicide:
        return _as(heard, *of_suicide)
    of_people = _of_people(case, heard)
    return _as(heard, *of_people) if of_people else heard


def _as(heard: Heard, *topics: str) -> Heard:
    return heard.model_copy(update={"chosen": tuple(dict.fromkeys(topics)), "action": "answer", "offered": ()})


def _choice(state: PatientState, heard: Heard) -> tuple[str, ...]:
    """Return what a turn takes of the topics that the person asked back about."""
    if picks_all(heard.text):
        return state.offered
    said = picked(state.offered, labels(), heard.text)
    if said is not None and (heard.action != "answer" or is_number(heard.text)):
        return (said,)
    if heard.action == "answer":
        return ()
    shared = [topic for topic in heard.offered if topic in state.offered]
    if len(shared) == 1:
        return (shared[0],)
    return (heard.topics[0].id,) if heard.topics and heard.topics[0].id in state.offered and not is_alone(heard) else ()


def _of_suicide(case: CaseFile, state: PatientState, heard: Heard) -> tuple[str, ...]:
    """Return what a turn asks of thoughts of dying: by what could do harm, before they were spoken of; after that, unnamed."""
    said = heard.repaired.casefold().replace("’", "'")
    named = heard.action == "answer"
    if MUST not in state.asked:
        if MEANS in (*heard.chosen, *heard.offered) and MUST not in heard.chosen and must(words(said)) == "plain":
            return (MUST, *(topic for topic in heard.chosen if topic != MEANS or _PLAN.search(said)))
        return ()
    if state.topic not in (MUST, MEANS) or (named and not GIVES_WAY.issuperset(heard.chosen)):
        return ()
    if _KEEPS.search(said) and MUST in state.given and further(case, state, MUST) is None and answer_on(case, state, PURPOSE) is not None:
        return (PURPOSE,)
    topics = tuple(topic for topic, pattern in ((MUST, _ON_SUICIDE), (MEANS, _MEANS)) if pattern.search(said))
    return (MEANS,) if topics == (MUST, MEANS) and not _PLAN.search(said) else topics


def _of_people(case: CaseFile, heard: Heard) -> tuple[str, ...]:
    """Return the topics of the people whom a turn names, where it asks nothing else of them."""
    there = list(_named(case, heard.text))
    if not there or MUST in (*heard.chosen, *heard.offered):
        return ()
    mentioned = heard.repaired.casefold()
    if heard.action == "answer" and not OF_PEOPLE.issuperset(heard.chosen) and all(name.casefold() in mentioned for name, _topic in there):
        return ()
    rest = heard.text
    for name, _topic in there:
        rest = re.sub(_pattern(name), "them", rest, flags=re.IGNORECASE)
    alone = match(mended(rest))
    if alone.action == "answer" and not OF_PEOPLE.issuperset(alone.chosen):
        return alone.chosen
    return tuple(topic for _name, topic in there)


def _named(case: CaseFile, text: str) -> Iterator[tuple[str, str]]:
    places = (
        (found.start(), name, topic) for name, topic in case.names.items() if (found := re.search(_pattern(name), text, re.IGNORECASE))
    )
    yield from ((name, topic) for _place, name, topic in sorted(places))


def _pattern(name: str) -> str:
    return r"(?<!\w)" + r"\.?\s+".join(re.escape(part) for part in name.split()) + r"(?!\w)"
