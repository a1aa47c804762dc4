"""What is wrong with a case file: where, what, what to do. The texts of the case stay out of the sentences.

What needs no core is checked by `faults`; `key_faults` gives the key to a session and holds it against what the core concludes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.practice.ear.reading import labels
from interview.practice.patient.case_file import Answer, CaseFile, Telling
from interview.practice.patient.key_record import RATINGS, give
from interview.practice.patient.reading_level import MOST_LONG, MOST_WORDS, share_of_long_words, words_a_sentence
from interview.questionnaire.model import Questionnaire
from trd_core.catalogue import dose_table

NOT_TOLD: Final = ("interview.", "session.", "narrative.")
"""Link ids that begin so are the interviewer's own, and nobody tells them."""

MUST_ASK: Final = "suicide"
FEWEST_AGREEING: Final = 3
BARRED = re.compile(r"\b(?:treatment[\s-]+(?:resistant|refractory)|resistant|refractory|untreatable|incurable)\b", re.IGNORECASE)


def faults(case: CaseFile, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return what is wrong with a case by itself, and against the questionnaire; nothing where nothing is."""
    return (
        *_topic_faults(case),
        *_name_faults(case),
        *_level_faults(case),
        *_fact_faults(case, questionnaire),
        *_key_reference_faults(case, questionnaire),
        *_wording_faults(case),
    )


def key_faults(case: CaseFile, session: Session) -> tuple[str, ...]:
    """Return where a key, given to an empty record of practice, is not what the core makes of it."""
    refused = tuple(
        f"key: {link_id} is refused ({why}); correct the value, or the order of the lines" for link_id, why in give(case, session)
    )
    aside = tuple(
        f"key.answers: {link_id} counts for nothing, since its branch is closed; answer what opens it, or leave it out"
        for link_id in (answer.link_id for answer in session.set_aside())
    )
    assessment = session.assessment()
    order = tuple(problem.id for problem in assessment.macro_analysis.problems)
    wrong_order = () if order == case.key.hierarchy else (f"key.hierarchy: the core puts them in the order {', '.join(order)}",)
    unlike = tuple(
        f"key.expected: {path} is {found}, and not {wanted}"
        for path, wanted in case.key.expected.items()
        if (found := _found(assessment.findings.get(path))) != wanted
    )
    return (*refused, *aside, *wrong_order, *unlike)


def tellings(answer: Answer) -> Iterator[tuple[str, Telling]]:
    """Yield everything that an answer can tell, with its place."""
    yield "", answer
    for place, each in enumerate(answer.more):
        yield f".more[{place}]", each
    for name, bound in (("why", answer.why), ("when", answer.when)):
        if bound is not None:
            yield f".{name}", bound


def _found(finding: object) -> str:
    value = getattr(finding, "value", None)
    if value is not None:
        return str(value).lower() if isinstance(value, bool) else str(value)
    return str(getattr(finding, "verdict", None) or "not there")


def _topic_faults(case: CaseFile) -> Iterator[str]:
    known, there = labels(), {answer.topic for answer in case.answers}
    for place, answer in enumerate(case.answers):
        if answer.topic not in known:
            yield f"answers[{place}].topic: there is no topic {answer.topic}; take one of the topic list"
        if answer.after is not None and answer.after not in there:
            yield f"answers[{place}].after: no answer on {answer.after}; write one, or leave `after` out"
    for topic in sorted(there):
        last = [answer for answer in case.answers if answer.topic == topic][-1]
        if last.after is not None:
            yield f"answers on {topic}: the last one waits for {last.after}; the last answer of a topic has no `after`"
    for topic in case.key.must_ask:
        if topic not in there:
            yield f"key.must_ask: no answer on {topic}; write one"
    if MUST_ASK not in case.key.must_ask:
        yield f"key.must_ask: {MUST_ASK} is not among them; it always is"
    for topic in case.key.disproof:
        if topic not in there:
            yield f"key.disproof: no answer on {topic}; write one, or leave it out"
    for start in sorted(there):
        if _circle(case, start):
            yield f"answers on {start}: they wait for each other; one must have no `after`"


def _name_faults(case: CaseFile) -> Iterator[str]:
    there = {answer.topic for answer in case.answers}
    own = set(re.findall(r"[^\W\d_]+", case.person.name.casefold()))
    for place, (name, topic) in enumerate(case.names.items(), 1):
        if topic not in there:
            yield f"names, number {place}: no answer on {topic}; name a topic on which the person tells of them"
        if not any(sign.isalpha() for sign in name):
            yield f"names, number {place}: no letter in it; write the name as the person says it"
        elif set(re.findall(r"[^\W\d_]+", name.casefold())) <= own:
            yield f"names, number {place}: it is the person's own name; list only other people"


def _circle(case: CaseFile, start: str) -> bool:
    """Return whether a topic's first answer can be reached only through itself."""
    seen, waiting = set(), [start]
    while waiting:
        topic = waiting.pop()
        answers = [answer for answer in case.answers if answer.topic == topic]
        if any(answer.after is None for answer in answers):
            continue
        for answer in answers:
            if answer.after == start:
                return True
            if answer.after is not None and answer.after not in seen:
                seen.add(answer.after)
                waiting.append(answer.after)
    return False


def _level_faults(case: CaseFile) -> Iterator[str]:
    for place, answer in enumerate(case.answers):
        if answer.level >= 1 and answer.short is None:
            yield f"answers[{place}] ({answer.topic}): level {answer.level} needs `short`, what is said at first"
        if answer.level == 3 and answer.denies is None:
            yield f"answers[{place}] ({answer.topic}): level 3 needs `denies`"
    agreeing = sum(answer.agrees is not None for answer in case.answers)
    if case.person.style == "pleasing" and agreeing < FEWEST_AGREEING:
        yield f"answers: a pleasing person needs `agrees` on {FEWEST_AGREEING} topics or more; there are {agreeing}"


def _fact_faults(case: CaseFile, questionnaire: Questionnaire) -> Iterator[str]:
    told = {fact for answer in case.answers for _place, telling in tellings(answer) for fact in telling.facts}
    told |= {fact for answer in case.answers for fact in answer.short_facts}
    for fact in sorted(told - set(case.key.answers)):
        yield f"answers: {fact} is told, and key.answers does not have it; add it there, or leave it out here"
    for link_id in case.key.answers:
        item = item_of(questionnaire, link_id)
        if item is None:
            if not link_id.startswith(NOT_TOLD):
                yield f"key.answers: the questionnaire asks no {link_id}; take a link id of the questionnaire"
        elif item.who == "patient" and link_id not in told and not link_id.startswith(NOT_TOLD):
            yield f"key.answers: nobody tells {link_id}; let an answer tell it, or leave it out"


def _key_reference_faults(case: CaseFile, questionnaire: Questionnaire) -> Iterator[str]:
    problems = [problem.id for problem in case.key.problems]
    for link in case.key.links:
        for end in (link.source, link.target):
            if end not in problems:
                yield f"key.links: {end} is no problem of the key; take one of {', '.join(problems)}"
    for problem in sorted(set(case.key.hierarchy) ^ set(problems)):
        yield f"key.hierarchy: {problem} does not stand both there and among key.problems"
    for rating in case.key.ratings:
        parts = rating.path.split(".")
        of_map = len(parts) == 3 and parts[0] == "problems" and parts[1] in problems and parts[2] in RATINGS
        if not of_map and item_of(questionnaire, rating.path) is None:
            yield f"key.ratings: {rating.path} is neither an item of the questionnaire nor problems.ID.RATING"


def _wording_faults(case: CaseFile) -> Iterator[str]:
    spoken = list(_spoken(case))
    for place, text in spoken:
        if BARRED.search(text):
            yield f"{place}: a word that puts the failure on the person; say it otherwise"
    text = " ".join(text for _place, text in spoken)
    if (mean := words_a_sentence(text)) > MOST_WORDS:
        yield f"answers: {mean:.1f} words a sentence; write shorter ones, {MOST_WORDS:.0f} at most on average"
    if (share := share_of_long_words(text, frozenset(dose_table().drug))) > MOST_LONG:
        yield f"answers: {share:.1%} of the words are long; take plainer ones, {MOST_LONG:.0%} at most"


def _spoken(case: CaseFile) -> Iterator[tuple[str, str]]:
    person = case.person
    yield from (("person.opening", person.opening), ("person.goodbye", person.goodbye))
    for name in ("unsure", "nothing_more", "other", "listens"):
        yield from ((f"{name}[{place}]", line) for place, line in enumerate(getattr(case, name)))
    for place, answer in enumerate(case.answers):
        yield from ((f"answers[{place}]{where}.says", telling.says) for where, telling in tellings(answer))
        for name in ("short", "denies", "agrees"):
            line = getattr(answer, name)
            if line is not None:
                yield f"answers[{place}].{name}", line
