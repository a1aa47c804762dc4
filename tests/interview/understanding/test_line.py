"""One line of `understand -`: JSON in, JSON out; a malformed line says why, without what was typed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview.understanding.line import understand_line

SECRET = "kestrel"


def answer(**asked: Any) -> dict[str, Any]:
    line = understand_line(json.dumps(asked))
    assert line is not None
    assert "\n" not in line
    read: dict[str, Any] = json.loads(line)
    return read


def test_an_answer_has_status_text_and_value_and_only_the_rest_that_says_something() -> None:
    assert {"status": "understood", "text": "six weeks", "value": 6} == answer(kind="duration", text="six weeks", unit="weeks")


def test_every_field_is_shown_in_plain_json() -> None:
    assert {
        "status": "understood",
        "text": "I think about spring 2019",
        "value": "2019",
        "range": ["2019-03-01", "2019-05-31"],
        "approximate": True,
        "hedged": True,
    } == answer(kind="date", text="I think about spring 2019", today="2024-05-15")


def test_a_missing_answer_and_candidates_are_shown() -> None:
    assert {"status": "understood", "text": "pass", "value": None, "missing": "declined"} == answer(kind="yes_no", text="pass")
    assert [True, False] == answer(kind="yes_no", text="yes and no")["candidates"]


def test_options_bounds_and_several_codes() -> None:
    options = [{"code": "a1", "display": "Sleep"}, {"code": "a2", "display": "Energy", "say": ["tired"]}]
    assert ["a1", "a2"] == answer(kind="choices", text="sleep and tired", options=options)["value"]
    assert "not_understood" == answer(kind="scale", text="8", min=0, max=5)["status"]


@pytest.mark.parametrize("line", ["", "   ", "\n"])
def test_a_blank_line_gives_nothing(line: str) -> None:
    assert understand_line(line) is None


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (f'{{"kind": "number", "text": "{SECRET}"', "not JSON"),
        (f'["{SECRET}"]', "a list"),
        (f'{{"kind": "{SECRET}", "text": "6"}}', "kind is missing or none of the kinds"),
        ('{"kind": "number"}', "text is missing"),
        ('{"kind": "number", "text": 6}', "text is a number"),
        (f'{{"kind": "number", "text": "6", "{SECRET}": 1}}', "1 unknown key"),
        ('{"kind": "duration", "text": "6", "unit": "moons"}', "unit is none of the units"),
        ('{"kind": "scale", "text": "6", "min": "0"}', "min is a text"),
        ('{"kind": "scale", "text": "6", "max": true}', "max is true or false"),
        ('{"kind": "scale", "text": "6", "max": NaN}', "NaN is no JSON number"),
        ('{"kind": "date", "text": "today", "today": "tomorrow"}', "today is a text that is no date"),
        ('{"kind": "choice", "text": "a", "options": "a"}', "options is a text"),
        ('{"kind": "choice", "text": "a", "options": [{"display": "a"}]}', "options[0] has no code"),
        ('{"kind": "choice", "text": "a", "options": [{"code": "a", "say": "b"}]}', "options[0] has a display or say"),
        ("[" * 5_000, "not JSON"),
    ],
)
def test_a_malformed_line_says_what_and_what_is_allowed_without_what_was_typed(line: str, why: str) -> None:
    shown = understand_line(line)
    assert shown is not None
    read = json.loads(shown)
    assert ("not_understood", None) == (read["status"], read["value"])
    assert why in read["error"]
    assert SECRET not in shown


def test_a_lone_surrogate_comes_out_as_utf8() -> None:
    line = understand_line('{"kind": "text", "text": "\\ud800"}')
    assert line is not None
    assert "\ufffd" == json.loads(line.encode("utf-8"))["text"]
