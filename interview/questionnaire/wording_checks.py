"""Whether what is said is fit to be heard: one thing at a time, not leading, no word that weighs, easy to take in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.questionnaire.fault import Fault
from interview.questionnaire.model import Item, Questionnaire
from interview.questionnaire.reading_ease import HIGHEST_GRADE, LONGEST_SENTENCE, MOST_LONG_WORDS, grade, long_words, longest_sentence
from interview.questionnaire.structure_checks import where

FORBIDDEN: Final = re.compile(
    r"\b(resistan\w*|refractor\w*|untreatable|incurable|hopeless case|toxic\w*|denial|denies|personality disorder\w*"
    r"|hypochondri\w*|non-?compliant)\b",
    re.IGNORECASE,
)
"""Words that never stand on a screen that the person can see."""

ABOUT_THEM: Final = re.compile(r"\b(they|them|their)\b", re.IGNORECASE)
"""What a question to somebody close holds: the person, spoken about."""

LEADING: Final = re.compile(
    r"\b(don't you|doesn't it|isn't it|aren't you|wouldn't you|won't you|haven't you|didn't you|surely|of course|obviously|right\?)",
    re.IGNORECASE,
)


def shown(item: Item) -> tuple[str, ...]:
    """Return everything of an item that a screen shows to both."""
    options = (words for option in item.options for words in (option.display, option.informant))
    own = (item.text, *item.probes, *item.anchors, *item.instance_titles, *options)
    return tuple(text for text in (*own, item.ask_informant, item.help, item.more) if text)


def said(item: Item) -> tuple[str, ...]:
    """Return what an item makes the interviewer say; nothing for a clinician's or a chart's, or for a group's own name."""
    if item.who in ("clinician", "chart"):
        return ()
    own = () if item.is_group else (item.text, *item.probes)
    informant = item.ask_informant if item.ask_informant != item.text else None
    return tuple(text for text in (*own, informant, item.more) if text)


def all_said(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return everything that a person may hear, introductions included."""
    heard = [section.intro for section in questionnaire.section if section.intro]
    heard += [text for section in questionnaire.section for item in section.all_items() for text in said(item)]
    return tuple(heard)


def forbidden_words(questionnaire: Questionnaire) -> Iterator[Fault]:
    """No word that weighs stands where the person can see or hear it."""
    for section in questionnaire.section:
        own = [(where(section), text) for text in (section.title, section.intro) if text]
        own += [(where(section, item.link_id), text) for item in section.all_items() for text in shown(item)]
        for at, text in own:
            if found := FORBIDDEN.search(text):
                yield Fault("forbidden_word", at, f"the word {found.group(0)!r}", "plain words that do not weigh")


def one_at_a_time(questionnaire: Questionnaire) -> Iterator[Fault]:
    """One question at a time, and none that puts the answer in the mouth."""
    for section in questionnaire.section:
        for item in section.all_items():
            at = where(section, item.link_id)
            if item.who not in ("clinician", "chart") and not item.is_group and item.text.count("?") > 1:
                yield Fault("double_question", at, f"{item.text.count('?')} questions in one", "one question; the rest as probes")
            if item.who == "patient" and item.type == "yes_no" and not item.text.endswith("?"):
                yield Fault(
                    "double_question", at, "a yes-or-no item that does not end in a question", "one question that yes or no answers"
                )
            yield from _of_somebody_close(item, at)
            for text in said(item):
                if LEADING.search(text):
                    yield Fault("leading", at, "a question that leads", "a question that any answer fits")


def _of_somebody_close(item: Item, at: str) -> Iterator[Fault]:
    """What somebody close is asked is one question about the person, and only what somebody else may know."""
    asked = item.ask_informant
    if asked is None:
        return
    if item.is_group or item.who in ("clinician", "chart"):
        yield Fault("judgement_asked", at, f"ask_informant on an item of the {item.who}, or on a group", "it on what a person is asked")
    if asked.count("?") != 1 or not asked.endswith("?"):
        yield Fault("double_question", at, "ask_informant that is not one question", "one question, with its mark at the end")
    if not ABOUT_THEM.search(asked):
        yield Fault("leading", at, "ask_informant that does not speak about the person", "a question with they, them or their in it")


def reading_ease(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What is said can be taken in by ear, each wording and all of it together."""
    for section in questionnaire.section:
        spoken = [(where(section), section.intro)] if section.intro else []
        spoken += [(where(section, item.link_id), text) for item in section.all_items() for text in said(item)]
        for at, text in spoken:
            if (words := longest_sentence(text)) > LONGEST_SENTENCE:
                yield Fault("hard_to_read", at, f"a sentence of {words} words", f"at most {LONGEST_SENTENCE}")
            if (count := long_words(text)) > MOST_LONG_WORDS:
                yield Fault("hard_to_read", at, f"{count} words of four syllables or more", f"at most {MOST_LONG_WORDS}")
    if (level := grade(all_said(questionnaire))) > HIGHEST_GRADE:
        yield Fault("hard_to_read", questionnaire.id, f"grade {level:.1f} over all that is said", f"at most {HIGHEST_GRADE:g}")
