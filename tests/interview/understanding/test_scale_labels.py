"""The words printed at a scale are answers; what lies between two of them is asked back, what denies one is not understood."""

from __future__ import annotations

import pytest

from interview import language
from interview.engine.hearing import Heard, hear_text
from interview.engine.replies import AskedBack
from interview.plain.formulation import _rating
from interview.questionnaire.reader import bundled
from interview.questionnaire.translated import in_language
from interview.understanding.understand import understand
from interview.understanding.understood import Option
from tests.interview.understanding.examples import TODAY

NOTHING = "not understood"
SAID = {
    "en": [
        ("no change", 5), ("I'd say no change", 5), ("just the same", 5), ("about the same", 5), ("neither better nor worse", 5),
        ("better", 3), ("I feel better", 3), ("better than before", 3), ("a lot better", 1), ("much better", 1), ("worse", 7),
        ("things are worse", 7), ("a lot worse", 9), ("3", 3), ("three", 3), ("3, better", 3), ("6, worse", 6),
        ("a bit better", (3, 4)), ("rather worse", (7, 6)), ("better or no change", (3, 5)),
        ("somewhere between better and no change", (3, 4, 5)), ("2, worse", (2, 7)), ("better, then worse", (3, 7)),
        ("not worse", NOTHING), ("no better", NOTHING), ("better than nothing", NOTHING), ("it could be worse", NOTHING),
        ("I was better", NOTHING), ("better before", NOTHING), ("not the same", NOTHING), ("my wife is worse", NOTHING),
        ("the same?", NOTHING),
    ],
    "it": [
        ("nessun cambiamento", 5), ("direi nessun cambiamento", 5), ("come prima", 5), ("uguale", 5), ("né meglio né peggio", 5),
        ("meglio", 3), ("sto meglio", 3), ("meglio di prima", 3), ("molto meglio", 1), ("peggio", 7), ("è molto peggio", 9),
        ("direi sei", 6),
        ("un po' meglio", (3, 4)), ("tra meglio e nessun cambiamento", (3, 4, 5)), ("meglio prima", NOTHING), ("stavo meglio", NOTHING),
        ("non meglio", NOTHING), ("meglio di niente", NOTHING),
    ],
}  # fmt: skip


@pytest.mark.parametrize("spoken", ["en", "it"])
def test_the_named_numbers_of_a_scale_are_heard_by_their_names(spoken: str) -> None:
    before = language.current()
    language.use(spoken)
    try:
        item = in_language(bundled(), spoken).items["kellner_self"]
        found = {}
        for text, _ in SAID[spoken]:
            heard = hear_text("kellner_self", item, text, TODAY, keep=False)
            found[text] = heard.value if isinstance(heard, Heard) else heard.candidates if isinstance(heard, AskedBack) else NOTHING
        assert dict(SAID[spoken]) == found
    finally:
        language.use(before)


def test_every_printed_label_is_its_number() -> None:
    labelled = [item for spoken in ("en", "it") for item in in_language(bundled(), spoken).items.values() if item.anchors]
    assert 4 == len(labelled)
    for item in labelled:
        for anchor in item.anchors:
            number, _, label = anchor.partition(" ")
            heard = hear_text(item.link_id, item, label, TODAY, keep=False)
            assert isinstance(heard, Heard)
            assert int(number) == heard.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("high", 3), ("three", 3), ("low", 1), ("none", 0), ("severe", 3), ("mild", 1), ("moderate", 2), ("2", 2), ("rather high", None),
        ("not high", None), ("between low and medium", None), ("four", None), ("", None), ("I think high", None),
    ],
)  # fmt: skip
def test_a_rating_is_heard_by_its_word(text: str, value: int | None) -> None:
    assert value == _rating(text)


def test_without_labels_a_scale_is_read_by_its_numbers_only() -> None:
    assert "not_understood" == understand("scale", "no change", minimum=1, maximum=9).status
    labels = (Option("1", "never"), Option("2", "at times"), Option("3", "always"))
    assert 2 == understand("scale", "at times", options=labels, minimum=1, maximum=3).value
    assert 3 == understand("scale", "3", options=labels, minimum=1, maximum=3).value
