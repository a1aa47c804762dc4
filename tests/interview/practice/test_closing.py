"""`judged`: what an explanation holds, on lines with and without each part, and the band in which it is found.

First runs, each before anything was mended by them; heard · perhaps, of lines that hold a part; heard wrongly, of four judgements a line
that holds none:
`unseen.toml` 105 · 5 of 120; 0 of 240 (patterns of words, which stood here before, 33 of 120; 1 of 240).
`fresh.toml`, in pictures and turns of speech that the concepts avoid, 6 · 8 of 64; 1 of 120.
`plain.toml`, after mending by both, 33 · 3 of 48; 1 of 120.
`blind.toml`, after mending by all three, 37 · 1 of 40; 0 of 120; nothing was mended by it.
One person wrote lines and concepts, so that even a first run flatters. `parts.toml`, `second.toml`, `third.toml` and `last.toml` are older.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from interview.engine.practice_turns import CLOSING_PARTS, ClosingPart
from interview.practice.feedback import lines
from interview.practice.patient.explaining import held, parts_of
from interview.practice.patient.reading import bundled
from interview.practice.technique.closing import judged, parts_in
from interview.practice.technique.closing_model import ASKS, Closing, closing

HERE = Path(__file__).parent
LINES = HERE / "closing_lines"


def said(name: str, part: str, kind: str) -> list[str]:
    """Return the lines of one of the older sets for one part."""
    found: list[str] = tomllib.loads((LINES / name).read_text("utf-8"))[part][kind]
    return found


def bands(texts: list[str], part: ClosingPart) -> list[str | None]:
    """Return in which band a part is found in each line."""
    return [found.band if (found := judged(text).get(part)) is not None else None for text in texts]


@pytest.mark.parametrize("part", CLOSING_PARTS)
def test_forty_lines_of_each_part_are_told_apart(part: ClosingPart) -> None:
    there, near = said("parts.toml", part, "held"), said("parts.toml", part, "not_held")
    assert len(there) + len(near) >= 40
    assert [] == [line for line in there if part not in parts_in(line)]
    assert [] == [line for line in near if part in parts_in(line)]


@pytest.mark.parametrize("name", ["second.toml", "third.toml", "last.toml"])
@pytest.mark.parametrize("part", CLOSING_PARTS)
def test_further_lines_are_found_and_none_wrongly(part: ClosingPart, name: str) -> None:
    there = said(name, part, "held")
    assert 5 * sum(part in parts_in(line) for line in there) >= 4 * len(there)
    assert [] == [line for line in said(name, part, "not_held") if part in parts_in(line)]


@pytest.mark.parametrize("name", ["unseen.toml", "fresh.toml", "plain.toml", "blind.toml"])
def test_four_in_five_are_heard_none_wrongly_and_few_perhaps(name: str) -> None:
    sets = tomllib.loads((LINES / name).read_text("utf-8"))
    for part in CLOSING_PARTS:
        there, none = bands(sets[part], part), bands(sets["none"], part)
        assert 5 * there.count("heard") >= 4 * len(there), part
        assert 0 == none.count("heard"), part
        assert 10 * none.count("perhaps") <= len(none), part


def test_questions_of_an_interview_are_seldom_taken_for_a_part() -> None:
    """Written by others to ask about a history: closing questions among them do check back, or leave the choice."""
    texts = [line.split("|")[-1] for line in (HERE / "ear_questions.txt").read_text("utf-8").splitlines() if "|" in line]
    found = [set(parts_in(text)) for text in texts]
    assert len(texts) > 380
    for part in CLOSING_PARTS:
        assert 20 * sum(part in parts for parts in found) <= len(texts), part


def test_a_long_breath_is_cut_where_it_pauses_and_the_parts_are_found() -> None:
    text = (
        "so the tablets lifted your mood a bit but nobody looked at the drinking, and you told me that the mornings are the worst and that "
        "you slept badly all winter, and you could go back to the choir on Tuesdays, and I would like us to decide together what comes next"
    )
    assert {"partial_targets", "own_part", "decides_together"} == set(parts_in(text))
    assert all(words in text for words in parts_in(text).values())


def test_perhaps_is_neither_heard_nor_not_heard() -> None:
    texts = ["How would you like to continue?"]
    assert "decides_together" not in held(bundled()[0], texts)
    assert ("perhaps", texts[0]) == parts_of(texts)["decides_together"]
    assert "heard" == parts_of([*texts, "We can decide it together."])["decides_together"].band


def test_something_stronger_is_not_decided_together() -> None:
    texts = ["We can try something stronger.", "Let us try something stronger."]
    assert "decides_together" not in held(bundled()[0], texts)
    assert "decides_together" not in parts_of(texts)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (lines.LIMITS, "partial_targets"),
        (lines.OWN_PART, "own_part"),
        (lines.CHECK, "checks_back"),
        (lines.TOGETHER, "decides_together"),
    ],
)
def test_what_is_proposed_for_a_part_holds_it(line: str, part: str) -> None:
    assert part in parts_in(line)


def test_words_are_given_back_as_they_stand_and_length_is_no_trouble() -> None:
    text = "They didn\u2019t look at your drinking. The tablets weren\u2019t aimed at it. How does that sound?"
    assert all(words in text for words in parts_in(text).values())
    assert {"partial_targets", "checks_back"} == set(parts_in(text))
    assert {} == judged("") == judged(" ... ?! ")
    judged("the tablets you can do with this and we " * 300)


def test_every_concept_is_asked_for() -> None:
    known = closing()
    asked = {name for rule in known.rule for name in (*rule.all, *rule.context, *rule.unless)}
    assert set(known.concepts) == asked | {name for names in known.never.values() for name in names} | {ASKS}


def test_a_rule_names_concepts_that_there_are() -> None:
    table = closing().model_dump(mode="json")
    table["rule"][0]["all"] = ["nobody", "nothing_of_the_kind"]
    with pytest.raises(ValueError, match="there is no concept nothing_of_the_kind"):
        Closing.model_validate_json(json.dumps(table))
