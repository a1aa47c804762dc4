"""Words of risk in Italian: found in every language of the program, also when denied or mistyped, seldom in ordinary talk.

The second set was written after the patterns, and run before they were widened for it: in two parts 28 of 50 and 22 of 29 were found,
and none of 70 calm ones was a false alarm.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from interview import language
from interview.understanding.risk import risk_words
from tests.interview.understanding.gold_file import FOLDER

NAMES = ("risk_it", "risk_it_second")
LINES = [json.loads(line) for name in NAMES for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=["en", "it"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language.current()
    language.use(request.param)
    yield request.param
    language.use(before)


def test_every_italian_sentence_of_risk_is_found_in_every_language(spoken: str) -> None:
    told = [line["text"] for line in LINES if line["opens"]]
    assert 210 <= len(told)
    assert [] == [text for text in told if not risk_words(text)]


def test_ordinary_italian_talk_is_seldom_overheard(spoken: str) -> None:
    calm = [line["text"] for line in LINES if not line["opens"]]
    overheard = [text for text in calm if risk_words(text)]
    assert 200 <= len(calm)
    allowed = [] if spoken == "it" else [text for text in overheard if "si" in text.casefold()]
    assert allowed == overheard


@pytest.mark.parametrize("text", ["non ho mai pensato di uccidermi", "nessun pensiero di farla finita", "non voglio morire"])
def test_a_denial_is_met_like_the_word_itself(text: str) -> None:
    assert risk_words(text)


@pytest.mark.parametrize(
    "text", ["vogli0 m0rire", "v o g l i o  m o r i r e", "VOGLIO MORIRE!!!", "voglio, sa, morire", "vorrei moriire", "m’ammazzo"]
)
def test_how_it_is_written_hides_nothing(text: str) -> None:
    assert risk_words(text)


def test_a_word_deep_in_a_long_text_is_found() -> None:
    for place in (3_900, 3_990, 20_000):
        assert risk_words("umore basso " * (place // 12) + "farla finita" + " umore basso" * 100)


def test_the_shorthand_of_charts_is_still_read_where_si_means_yes() -> None:
    before = language.current()
    language.use("it")
    try:
        assert all(map(risk_words, ("denies SI", "SI/HI", "hx of SA x2", "pt OD on amitriptyline")))
        assert () == risk_words("SI, dormo male")
    finally:
        language.use(before)
