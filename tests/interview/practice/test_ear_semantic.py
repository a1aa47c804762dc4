"""The sense of meaning: the pieces of words, the kept copy of the exemplars, and what happens without the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.practice.ear import matching, semantic
from interview.practice.ear.matching import match
from interview.practice.ear.wordpiece import END, MOST_PIECES, START, UNKNOWN, pieces


def test_words_are_cut_as_the_model_was_trained() -> None:
    assert (START, 2129, 2024, 2017, 5777, 1029, END) == pieces("How are you sleeping?")
    assert (START, 14262, 21493, 3170, END) == pieces("Sertraline")
    assert (START, 7668, END) == pieces("Café")
    assert (START, UNKNOWN, END) == pieces("x" * 500)
    assert (START, END) == pieces("")
    assert MOST_PIECES + 2 == len(pieces("sleep " * 5_000))


def test_without_the_model_the_words_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "sense", lambda: None)
    assert ("sleep",) == match("How are you sleeping?").chosen


def test_a_broken_installation_takes_nothing_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "NEEDED", ("json",))
    monkeypatch.setattr(semantic, "_model", lambda: 1 / 0)
    assert None is semantic.sense.__wrapped__()


class Meaning:
    """Says that a turn is near one topic only."""

    def near(self, said: tuple[str, ...]) -> dict[str, float]:
        return {"sleep": 0.05, "purpose": 0.95}


def test_meaning_joins_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    said = "What gives shape to the years that you have left?"
    monkeypatch.setattr(matching, "sense", lambda: None)
    alone = {topic.id: topic.score for topic in match(said).topics}
    monkeypatch.setattr(matching, "sense", Meaning)
    found = match(said)
    assert "purpose" == found.topics[0].id
    assert found.topics[0].score > alone.get("purpose", 0.0)


@pytest.mark.skipif(not semantic.is_installed(), reason="the extra `semantic` is not installed")
def test_the_kept_copy_gives_the_same_and_a_bad_one_is_made_again(tmp_path: Path) -> None:
    said = ("do", "you", "drop", "off", "all", "right")
    made = semantic.Sense(tmp_path).near(said)
    (kept,) = tmp_path.iterdir()
    assert made == semantic.Sense(tmp_path).near(said)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert made == semantic.Sense(tmp_path).near(said)
    assert whole == kept.read_bytes()
