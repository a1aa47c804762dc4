"""What the person says to a turn. Pure: the same case, the same state and the same hearing give the same words.

Whatever is typed, the person answers in character or says that they did not understand; nothing of the key is ever said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from interview.engine.events import Event
from interview.engine.practice_events import PatientSpokenTo
from interview.engine.practice_turns import Cue, Heard, How, PatientReply
from interview.practice.ear.reading import labels
from interview.practice.patient.binding import Bound, bound, picked
from interview.practice.patient.case_file import Answer, CaseFile, Telling
from interview.practice.patient.explaining import HURT
from interview.practice.patient.rapport import START, TRUST, closed_in_a_row, moved
from interview.practice.patient.turns import PatientState

ALWAYS_TRUE: Final = ("suicide",)
"""A direct, calm question about these gets a true answer by its second asking, whatever else holds."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said on one topic."""

    topic: str
    how: How
    telling: Telling
    words: str


def begin(case: CaseFile) -> PatientState:
    """Return how things stand before the first turn."""
    return PatientState(rapport=START[case.person.style])


def reply(case: CaseFile, state: PatientState, heard: Heard) -> PatientReply:
    """Return what the person says to a turn."""
    rapport, codes = moved(state, heard)
    if "label" in codes:
        return PatientReply(says=HURT, how="listens", rapport=rapport, moved=codes)
    topics = _asked(state, heard)
    binding = None if topics else bound(heard)
    if topics:
        said = [_on(case, state, heard, topic, rapport) for topic in topics]
    elif binding is not None and state.topic is not None:
        said = [_bound(case, state, binding, state.topic)]
    elif heard.action == "clarify" and heard.offered and heard.form.question:
        return PatientReply(says=_which(heard.offered), how="which", rapport=rapport, moved=codes)
    elif heard.form.question or not (heard.form.reflection or heard.form.summary or "cue_met" in codes or _is_kind(heard)):
        return PatientReply(says=_in_turn(case.unsure, state), how="unsure", rapport=rapport, moved=codes)
    else:
        said = [_listening(case, state, heard)]
    return _joined(said, state, rapport, codes)


def after(state: PatientState, heard: Heard, said: PatientReply) -> PatientState:
    """Return how things stand after a turn and its reply."""
    asked, neutral, given = dict(state.asked), dict(state.neutral), dict(state.given)
    if said.how not in ("more", "nothing_more", "listens", "unsure", "which"):
        for topic in said.topics:
            asked[topic] = asked.get(topic, 0) + 1
            if not heard.form.leading:
                neutral[topic] = neutral.get(topic, 0) + 1
    for topic in said.full:
        given[topic] = max(given.get(topic, 0), 1)
    if said.how == "more" and said.topics:
        given[said.topics[0]] = given.get(said.topics[0], 0) + 1
    return PatientState(
        rapport=said.rapport,
        asked=asked,
        neutral=neutral,
        given=given,
        told=tuple(dict.fromkeys((*state.told, *said.told))),
        topic=said.topics[-1] if said.topics else state.topic,
        cue=said.cue,
        closed_in_a_row=closed_in_a_row(state, heard),
        turns=state.turns + 1,
        offered=heard.offered if said.how == "which" else (),
    )


def fold(case: CaseFile, events: Iterable[Event]) -> PatientState:
    """Return how things stand after the turns of a log: what was heard and said then counts, nothing is matched again."""
    state = begin(case)
    for event in events:
        if isinstance(event.body, PatientSpokenTo):
            state = after(state, event.body.heard, event.body.reply)
    return state


def answer_on(case: CaseFile, state: PatientState, topic: str) -> Answer | None:
    """Return the answer that a topic has now; None where the case knows nothing of it."""
    fitting = (each for each in case.answers if each.topic == topic and (each.after is None or each.after in state.given))
    return next(fitting, None)


def further(case: CaseFile, state: PatientState, topic: str) -> Telling | None:
    """Return what is told next on a topic that was told; None where nothing is left."""
    answer, place = answer_on(case, state, topic), state.given.get(topic, 1) - 1
    return answer.more[place] if answer is not None and place < len(answer.more) else None


def _asked(state: PatientState, heard: Heard) -> tuple[str, ...]:
    if state.offered:
        chosen = picked(state.offered, labels(), heard.text)
        if chosen is not None and (heard.action != "answer" or chosen in heard.chosen):
            return (chosen,)
    return heard.chosen if heard.action == "answer" and (heard.form.question or not _gives_back(heard)) else ()


def _gives_back(heard: Heard) -> bool:
    return heard.form.reflection or heard.form.summary


def _is_kind(heard: Heard) -> bool:
    """Return whether a turn without a question says anything to the person, and no noise: something in it was understood."""
    return heard.action != "unsure"


def _on(case: CaseFile, state: PatientState, heard: Heard, topic: str, rapport: int) -> _Said:
    answer = answer_on(case, state, topic)
    if answer is None:
        words = _in_turn(case.other, state)
        return _Said(topic, "unknown_topic", Telling(says=words), words)
    if heard.form.leading and answer.agrees is not None:
        return _Said(topic, "agreed", Telling(says=answer.agrees), answer.agrees)
    if topic in state.given:
        told_next = further(case, state, topic)
        if told_next is not None:
            return _Said(topic, "more", told_next, told_next.says)
        return _Said(topic, "told", answer, answer.says)
    if _is_open(case, state, heard, answer, rapport):
        return _Said(topic, "told", answer, answer.says)
    if answer.level == 3 and answer.denies is not None:
        return _Said(topic, "denied", Telling(says=answer.denies), answer.denies)
    words = answer.short or answer.says
    return _Said(topic, "short" if answer.short else "told", Telling(says=words, facts=answer.short_facts), words)


def _is_open(case: CaseFile, state: PatientState, heard: Heard, answer: Answer, rapport: int) -> bool:
    asked_before = state.neutral.get(answer.topic, 0) > 0 and not heard.form.leading
    trusted = rapport >= TRUST
    if answer.topic in ALWAYS_TRUE and asked_before:
        return True
    match answer.level:
        case 0:
            wordy = case.person.style != "reserved" or trusted or heard.form.open is True or asked_before
            return answer.short is None or wordy
        case 1:
            return not heard.form.leading and (heard.form.open is True or asked_before)
        case 2:
            return trusted or _gives_back(heard)
        case _:
            return trusted and asked_before


def _bound(case: CaseFile, state: PatientState, binding: Bound, topic: str) -> _Said:
    answer = answer_on(case, state, topic)
    if answer is not None and topic in state.given:
        telling = answer.why if binding == "why" else answer.when if binding == "when" else further(case, state, topic)
        if telling is not None:
            return _Said(topic, "more" if binding == "more" else "told", telling, telling.says)
    elif answer is not None and answer.level < 2:
        return _Said(topic, "told", answer, answer.says)
    words = _in_turn(case.nothing_more, state)
    return _Said(topic, "nothing_more", Telling(says=words), words)


def _listening(case: CaseFile, state: PatientState, heard: Heard) -> _Said:
    """Say something to a statement; being understood makes people tell more of what they spoke about last."""
    topic = state.topic
    if topic is not None and topic in state.given and _gives_back(heard):
        told_next = further(case, state, topic)
        if told_next is not None:
            return _Said(topic, "more", told_next, told_next.says)
    words = _in_turn(case.listens, state)
    return _Said("", "listens", Telling(says=words), words)


def _joined(said: Sequence[_Said], state: PatientState, rapport: int, codes: tuple[str, ...]) -> PatientReply:
    told = [fact for each in said for fact in each.telling.facts if fact not in state.told]
    cues: list[Cue] = [each.telling.cue for each in said if each.telling.cue is not None]
    return PatientReply(
        says=" ".join(dict.fromkeys(each.words for each in said)),
        how=said[-1].how,
        topics=tuple(each.topic for each in said if each.topic),
        full=tuple(each.topic for each in said if each.how == "told" and isinstance(each.telling, Answer)),
        told=tuple(dict.fromkeys(told)),
        cue=cues[-1] if cues else None,
        rapport=rapport,
        moved=codes,
    )


def _which(offered: Sequence[str]) -> str:
    names = [labels().get(topic, topic.replace("_", " ")) for topic in offered]
    return f"Sorry, do you mean {', '.join(names[:-1])} or {names[-1]}?" if len(names) > 1 else f"Sorry, do you mean {names[0]}?"


def _in_turn(lines: Sequence[str], state: PatientState) -> str:
    return lines[state.turns % len(lines)]
