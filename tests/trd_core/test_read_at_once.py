"""The quick reading of a case takes nothing that the careful one refuses, and reads the same."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.interview.cohort.synthetic import cohort
from trd_core.case import Case
from trd_core.json_input import MOST_VALUES
from trd_core.reading import CaseRefused, read_case
from trd_core.vocabulary import facts

HUGE = ("1e999", "1" + "0" * 400, "1" + "0" * 5000)
ODD = ("NaN", "Infinity", "-Infinity", *HUGE, "-0.0", "5.0", "5e0", "1.5", "true", '"5"', "null", "[]", "{}")
WITH_IDS = ("trials[]", "problems[]", "strengths[]", "episodes[]")


def outcome(read: Callable[[], Case]) -> Case | str:
    try:
        return read()
    except CaseRefused as refused:
        return str(refused)


def carefully(raw: bytes) -> Case:
    """Read with the careful reading alone: nothing here has a key twice."""
    return read_case(raw)


@pytest.mark.parametrize("value", ODD)
def test_every_fact_takes_and_refuses_odd_values_alike(value: str) -> None:
    for path in facts():
        content = value
        for name in reversed(path.split(".")):
            inner = f'{{"id": "x", {content[1:]}' if name in WITH_IDS and not path.endswith("[].id") else content
            content = f'{{"{name.removesuffix("[]")}": {f"[{inner}]" if name.endswith("[]") else inner}}}'
        raw = content.encode()
        assert outcome(lambda raw=raw: carefully(raw)) == outcome(lambda raw=raw: read_case(raw, refuse_duplicates=False)), path


def test_whole_cases_are_read_alike() -> None:
    read = [(carefully(raw), read_case(raw, refuse_duplicates=False)) for raw in cohort(60, seed=5)]
    assert 60 == sum(one == other for one, other in read)
    assert 60 == len({repr(one) for one, _ in read})


@pytest.mark.parametrize("raw", [b'{"kellner_rater": "\\ud800"}', b'\xef\xbb\xbf{"kellner": 5}', b'{"kellner_rater": "a\\u0000b"}'])
def test_half_characters_marks_and_controls_are_read_alike(raw: bytes) -> None:
    assert isinstance(outcome(lambda: carefully(raw)), Case)
    assert carefully(raw) == read_case(raw, refuse_duplicates=False)


@pytest.mark.parametrize(("values", "is_read"), [(MOST_VALUES - 5, True), (MOST_VALUES - 4, False)])
def test_more_values_than_a_file_may_hold_are_refused_by_both(values: int, is_read: bool) -> None:
    raw = json.dumps({"trials": [{"id": "t1", "augmentations": ["a"] * values}]}, separators=(",", ":")).encode()
    assert is_read == isinstance(outcome(lambda: carefully(raw)), Case)
    assert outcome(lambda: carefully(raw)) == outcome(lambda: read_case(raw, refuse_duplicates=False))


def test_of_a_key_twice_the_last_counts_where_it_is_not_refused() -> None:
    assert 6 == read_case(b'{"kellner": 5, "kellner": 6}', refuse_duplicates=False).kellner
    with pytest.raises(CaseRefused, match="kellner: found this key twice"):
        read_case(b'{"kellner": 5, "kellner": 6}')
