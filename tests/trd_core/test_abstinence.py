"""Who says never to drinking scores 0 and is asked no more, unless another answer says otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from trd_core.areas.lifestyle import alcohol_score
from trd_core.reading import case_of


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"alcohol_frequency": "never"}, (0, 0)),
        ({"alcohol_frequency": "never", "alcohol_six_or_more": "never"}, (0, 0)),
        ({"alcohol_frequency": "never", "alcohol_six_or_more": "monthly"}, (2, 6)),
        ({"alcohol_frequency": "never", "alcohol_drinks_a_day": "three_or_four"}, (1, 5)),
        ({"alcohol_frequency": "never", "alcohol_drinks_a_day": "one_or_two"}, (0, 4)),
        ({}, (0, 12)),
    ],
)
def test_the_score(answers: dict[str, Any], expected: tuple[float, float]) -> None:
    assert expected == alcohol_score(case_of({"lifestyle": answers})).pair
