"""Answers in Italian: read into the same normal forms, and asked back wherever a word is not known.

The gold file was developed on: its second half, from "No, non ho mai pensato", was run once before anything was changed for it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from interview import language
from interview.questionnaire.reader import bundled
from interview.questionnaire.translated import in_language
from interview.understanding.italian import in_english
from interview.understanding.italian_numbers import number_of
from interview.understanding.understand import KINDS, Option, understand
from tests.interview.understanding.gold_file import FOLDER, measure, read_gold

TODAY = dt.date(2026, 3, 2)


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    before = language.current()
    language.use("it")
    yield
    language.use(before)


def options(link_id: str) -> tuple[Option, ...]:
    return tuple(Option(each.code, each.display, each.say) for each in in_language(bundled(), "it").items[link_id].options)


def test_the_gold_file_is_read_in_its_normal_form() -> None:
    gold = read_gold(FOLDER / "answers_it.jsonl")
    figures = measure(gold)
    print("", *figures.lines(), sep="\n")
    assert 300 <= figures.total
    assert [] == [(missed.request["text"], found) for _, missed, found in figures.misses]
    assert {} == figures.confused
    assert 0 == figures.flags_differ


@pytest.mark.parametrize(
    ("link_id", "text", "expected"),
    [
        ("stress.symptoms", "tristezza e poca energia", ("sadness", "low_energy")),
        ("stress.symptoms", "sono triste", ("sadness",)),
        ("stress.symptoms", "nessuno", ()),
        ("stress.symptoms", "niente", ()),
        ("stress.symptoms", "non sono triste", None),
        ("stress.symptoms", "tristezza ma non ansia", None),
        ("trials[].outcome", "non ha funzionato", "non_response"),
        ("trials[].outcome", "stavo peggio", "deterioration"),
        ("trials[].outcome", "Ho dovuto smettere per gli effetti indesiderati", "intolerance"),
        ("trials[].outcome", "non stavo peggio", None),
        ("lifestyle.alcohol_frequency", "due volte alla settimana", "two_to_three_a_week"),
        ("lifestyle.alcohol_frequency", "non bevo", "never"),
        ("lifestyle.alcohol_drinks_a_day", "cinque", "five_or_six"),
        ("preferences.prefers", "tutti e due", "both"),
        ("preferences.prefers", "la psicoterapia", "psychotherapy"),
        ("preferences.prefers", "non la psicoterapia", None),
        ("lifestyle.smoking", "ho smesso", "former"),
        ("lifestyle.smoking", "sì", "current"),
    ],
)
def test_options_are_named_in_italian_and_never_past_a_turning_word(link_id: str, text: str, expected: object) -> None:
    kind = in_language(bundled(), "it").items[link_id].type
    assert expected == understand(kind, text, options=options(link_id)).value


def test_every_option_of_the_questionnaire_is_understood_by_what_is_shown() -> None:
    items = in_language(bundled(), "it").items
    for link_id, item in items.items():
        for option in item.options:
            meant = understand(item.type, option.display, options=options(link_id))
            assert meant.value in (option.code, (option.code,)), (link_id, option.display, meant)


def test_every_other_word_of_an_option_is_that_option() -> None:
    missed = []
    for link_id, item in in_language(bundled(), "it").items.items():
        for option in item.options:
            missed += [
                (link_id, word)
                for word in option.say
                if understand(item.type, word, options=options(link_id)).value not in (option.code, (option.code,))
            ]
    assert [] == missed


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("drug", "sertralina", "sertraline"),
        ("drug", "litio", "lithium"),
        ("drug", "iperico", "st john's wort"),
        ("drug", "Zoloft", "sertraline"),
        ("drugs", "sertralina e litio", ("sertraline", "lithium")),
        ("drugs", "nessuno", ()),
        ("texts", "mutuo, capo", ("mutuo", "capo")),
        ("texts", "niente", ()),
        ("text", "Non dormo più.", "Non dormo più."),
    ],
)
def test_drugs_and_texts(kind: str, text: str, expected: object) -> None:
    meant = understand(kind, text)
    assert (text, expected) == (meant.text, meant.value)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("text", "texts", "choice", "choices")])
@pytest.mark.parametrize("text", ["Non so", "boh", "non me lo ricordo"])
def test_a_dont_know_is_one_in_every_kind(kind: str, text: str) -> None:
    meant = understand(kind, text, unit="weeks", today=TODAY)
    assert (text, None, "unknown") == (meant.text, meant.value, meant.missing)


@pytest.mark.parametrize("kind", ["yes_no", "number", "scale", "duration", "date", "frequency", "dose"])
@pytest.mark.parametrize(
    "text", ["sono stanco", "dipende dai giorni", "xyz", "come sei venuto", "a me more", "la sera leggo", "mia moglie dice sette"]
)
def test_what_is_not_known_is_asked_back(kind: str, text: str) -> None:
    assert ("not_understood", None) == ((meant := understand(kind, text, unit="weeks", today=TODAY)).status, meant.value)


@pytest.mark.parametrize(
    "text", ["no, ma a volte sì", "no, ci penso spesso", "no, però ieri", "sì, ma no", "no, quasi mai", "no, forse", "no, non so"]
)
def test_a_no_that_is_taken_back_is_never_a_no(text: str) -> None:
    meant = understand("yes_no", text)
    assert meant.value is not False or meant.hedged
    assert not (meant.value is False and "volte" in text)


def test_numbers_in_words_follow_their_rule() -> None:
    said = {
        "uno": 1,
        "ventuno": 21,
        "ventotto": 28,
        "trentatre": 33,
        "cento": 100,
        "centootto": 108,
        "centotto": 108,
        "novecentonovantanove": 999,
    }
    said |= {"mille": 1000, "milleduecento": 1200, "duemiladiciannove": 2019, "trecentomila": 300_000, "zero": 0, "ventun": 21}
    assert said == {word: number_of(word) for word in said}
    assert [None] * 5 == [number_of(word) for word in ("", "ventiuno", "mila", "seianni", "millemila")]


def test_a_date_in_figures_is_day_first_and_a_point_parts_thousands() -> None:
    assert "2021-04-03" == understand("date", "3/4/2021", today=TODAY).value
    assert 1500 == understand("number", "1.500").value
    assert 2.5 == understand("number", "2,5").value


def test_a_long_text_is_not_worked_on() -> None:
    assert "not_understood" == understand("number", "sei " * 1_000).status
    assert "sei " * 1_000 == in_english("number", "sei " * 1_000)
