"""One line in, one assessment out: the very assessment that `score` gives; a bad line by place, without its text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview.cohort.scoring import BadLine, Scoring
from tests.interview.cohort.synthetic import cohort
from trd_core.assess import assess
from trd_core.json_input import MOST_BYTES
from trd_core.reading import read_case
from trd_core.settings import Settings


def test_each_line_is_the_assessment_of_its_case_with_its_number() -> None:
    for number, raw in enumerate(cohort(12), 3):
        written = Scoring().scored(number, raw)
        assert isinstance(written, bytes)
        alone = assess(read_case(raw)).model_dump(mode="json", by_alias=True)
        assert {**alone, "line": number} == json.loads(written)
        assert b"\n" not in written


def test_the_settings_reach_every_line() -> None:
    written = Scoring(Settings(scope="lifetime", country="US")).scored(1, b"{}")
    assert isinstance(written, bytes)
    assert {"scope": "lifetime", "country": "US", "doses": []} == json.loads(written)["settings"]


@pytest.mark.parametrize(
    ("raw", "bad"),
    [
        (None, ("the line", f"more than {MOST_BYTES} bytes", f"one case, at most {MOST_BYTES} bytes", 0)),
        (b"cat", ("column 1", "something that is not JSON", "one JSON value; correct the file there", 0)),
        (b'{"kellner": 5', ("column 14", "something that is not JSON", "one JSON value; correct the file there", 0)),
        (b'{"kellner": 5} {}', ("column 16", "something that is not JSON", "one JSON value; correct the file there", 0)),
        (b"\xff", ("byte 0", "bytes that are not UTF-8", "UTF-8 text; save the file as UTF-8", 0)),
        (b"[{}, {}]", ("the line", "a list of 2 entries", "an object", 0)),
        (b"null", ("the line", "null", "an object", 0)),
        (b'"CANARY"', ("the line", "a text of 6 characters", "an object", 0)),
        (b'{"schema": "trd-case/2"}', ("schema", "trd-case/2", "trd-case/1", 0)),
        (b'{"kellner": 12}', ("kellner", "12", "from 1 to 9", 0)),
        (b'{"kellner": "CANARY"}', ("kellner", "a text of 6 characters", "a whole number", 0)),
        (b'{"kellner": NaN}', ("kellner", "NaN", "a finite number, or leave it out where it is not known", 0)),
        (
            b'{"episode": {"duration_months": 1e999}}',
            (
                "episode.duration_months",
                "a number too large to hold",
                "a finite number, or leave it out where it is not known",
                0,
            ),
        ),
        (
            b'{"episode": {"severity": "CANARY text"}, "kellner": 0, "kellner_self": 0}',
            ("episode.severity", "a text of 11 characters", "subsyndromal, mild, moderate or severe", 2),
        ),
        (b'{"trials": [{"id": "t1"}, {"id": "t1"}]}', ("trials[1].id", "the id of trials[0] again", "each id stands once", 0)),
        (b'{"subject": "CANARY Name"}', ("subject", "a text of 11 characters", None, 0)),
        (b'{"assessed_on": "2026-02-30"}', ("assessed_on", "2026-02-30", "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD", 0)),
        (b"[" * 3_000, ("the line", "nesting too deep to read", "at most 40 levels", 0)),
        (b"{" + b'"a":[],' * 60_000 + b'"b":[0]}', ("a", "a key that is not known here", None, 1)),
        (b"[" + b"0," * 100_000 + b"0]", ("the line", "more than 100000 values", "at most 100000 values", 0)),
    ],
)
def test_a_bad_line_says_where_what_was_found_and_what_is_allowed(raw: bytes | None, bad: tuple[str, str, str | None, int]) -> None:
    told = Scoring().scored(7, raw)
    assert isinstance(told, BadLine)
    path, found, allowed, more = bad
    assert (7, path, found, more) == (told.line, told.path, told.found, told.more)
    assert allowed is None or allowed == told.allowed
    assert told.allowed
    shown: dict[str, Any] = json.loads(told.json())
    assert {"line", "path", "found", "allowed"} | ({"more"} if more else set()) == set(shown)
    assert b"CANARY" not in told.json()


def test_a_key_twice_is_refused_on_request_only() -> None:
    twice = b'{"kellner": 5, "kellner": 2}'
    taken = Scoring().scored(1, twice)
    assert isinstance(taken, bytes)
    assert 2 == json.loads(taken)["response"]["kellner"]
    assert BadLine(1, "kellner", "this key twice in one object", "each key once") == Scoring(refuse_duplicates=True).scored(1, twice)
