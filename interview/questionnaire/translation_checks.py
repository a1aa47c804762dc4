"""What can be wrong with a translation of a questionnaire: texts missing, words that weigh or lead, sentences hard to take in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations
from typing import Final

from interview.language import ENGLISH, OF_THE_QUESTIONNAIRE, catalogue, languages
from interview.questionnaire import reading_ease_it, wording_checks
from interview.questionnaire.fault import Fault
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.translated import in_language, with_texts


@dataclass(frozen=True, slots=True)
class Wording:
    """What is particular to one language."""

    forbidden: re.Pattern[str]
    """Words that never stand where the person can see them."""
    leading: re.Pattern[str]
    longest_sentence: Callable[[str], int]
    ease: Callable[[tuple[str, ...]], float]
    lowest_ease: float
    fewest_words: int
    """A shorter wording is not judged by itself."""


MOST_WORDS: Final = 24
"""In one sentence to be heard: Italian needs an article more where English needs none. Status: project."""

WORDINGS: Final = {
    "it": Wording(
        re.compile(
            r"\b(resistent\w*|refrattari\w*|incurabil\w*|intrattabil\w*|tossic\w*|negazion\w*|caso disperato|disturb\w* di personalità"
            r"|ipocondri\w*|non collaborant\w*)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"(\bnon è vero|\bvero\?|\bgiusto\?|, no\?|\bnon crede|non le sembra|ovviamente|naturalmente|di certo|certamente)",
            re.IGNORECASE,
        ),
        reading_ease_it.longest_sentence,
        reading_ease_it.gulpease,
        reading_ease_it.LOWEST,
        reading_ease_it.FEWEST_WORDS,
    ),
}


def check_translations(questionnaire: Questionnaire) -> tuple[Fault, ...]:
    """Return the faults of every translation of the questionnaire; none where all are whole and sound."""
    return tuple(fault for code in languages() if code != ENGLISH for fault in check_translation(questionnaire, code))


def check_translation(questionnaire: Questionnaire, code: str) -> tuple[Fault, ...]:
    """Return the faults of one translation."""
    translated = in_language(questionnaire, code)
    found = [*_missing(questionnaire, code), *_one_question(translated), *_same_names(translated)]
    if wording := WORDINGS.get(code):
        found += [*_weighing(translated, wording), *_ease(translated, wording)]
    return tuple(found)


class _Absent(NullTranslations):
    """What follows a catalogue: a text that it does not have is empty."""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 the library's signature
        """Return nothing."""
        return ""


def _missing(questionnaire: Questionnaire, code: str) -> Iterator[Fault]:
    words = catalogue(f"{OF_THE_QUESTIONNAIRE}{code}")
    words.add_fallback(_Absent())
    places: list[str] = []

    def look(place: str, text: str) -> str:
        if not words.pgettext(place, text).strip(" |"):
            places.append(place)
        return text

    with_texts(questionnaire, look, code)
    for place in places:
        yield Fault("untranslated", f"{code}: {place}", "no translation", f"a text in {OF_THE_QUESTIONNAIRE}{code}.po")


def _one_question(translated: Questionnaire) -> Iterator[Fault]:
    for fault in wording_checks.one_at_a_time(translated):
        if fault.kind == "double_question":
            yield replace(fault, where=f"{translated.language}: {fault.where}")


def _same_names(translated: Questionnaire) -> Iterator[Fault]:
    """No word stands for two options of one question."""
    for item in translated.items.values():
        owners: dict[str, set[str]] = {}
        for option in item.options:
            for name in (option.display, *option.say):
                owners.setdefault(name.casefold(), set()).add(option.code)
        for name, codes in owners.items():
            if len(codes) > 1:
                where = f"{translated.language}: {item.link_id}"
                yield Fault("wrong_options", where, f"{name!r} stands for {', '.join(sorted(codes))}", "a word of its own for each option")


def _weighing(translated: Questionnaire, wording: Wording) -> Iterator[Fault]:
    for section in translated.section:
        own = [(section.id, text) for text in (section.title, section.intro) if text]
        own += [(item.link_id, text) for item in section.all_items() for text in wording_checks.shown(item)]
        for at, text in own:
            if found := wording.forbidden.search(text):
                yield Fault(
                    "forbidden_word", f"{translated.language}: {at}", f"the word {found.group(0)!r}", "plain words that do not weigh"
                )
        for item in section.all_items():
            if any(wording.leading.search(text) for text in wording_checks.said(item)):
                yield Fault("leading", f"{translated.language}: {item.link_id}", "a question that leads", "a question that any answer fits")


def _ease(translated: Questionnaire, wording: Wording) -> Iterator[Fault]:
    for section in translated.section:
        spoken = [(section.id, section.intro)] if section.intro else []
        spoken += [(item.link_id, text) for item in section.all_items() for text in wording_checks.said(item)]
        for at, text in spoken:
            where = f"{translated.language}: {at}"
            if (count := wording.longest_sentence(text)) > MOST_WORDS:
                yield Fault("hard_to_read", where, f"a sentence of {count} words", f"at most {MOST_WORDS}")
            if len(text.split()) >= wording.fewest_words and (ease := wording.ease((text,))) < wording.lowest_ease:
                yield Fault("hard_to_read", where, f"an ease of {ease:.0f}", f"at least {wording.lowest_ease:g}")
    if (ease := wording.ease(wording_checks.all_said(translated))) < wording.lowest_ease:
        yield Fault(
            "hard_to_read", translated.language, f"an ease of {ease:.0f} over all that is said", f"at least {wording.lowest_ease:g}"
        )
