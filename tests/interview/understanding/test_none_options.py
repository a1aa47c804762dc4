"""Which option says none: only one whose name says nothing else."""

from __future__ import annotations

import pytest

from interview.understanding.option_names import Options
from interview.understanding.understood import Option


def option(code: str, display: str) -> Option:
    return Option(code=code, display=display)


@pytest.mark.parametrize(
    ("code", "display", "expected"),
    [
        ("none", "None of these", "none"),
        ("none", "Neither day nor inpatient care", "none"),
        ("no", "No, I did not", "no"),
        ("no_words_for_feelings", "Lacks words for feelings", None),
        ("no_reflex_switch", "Waiting before a switch or an addition", None),
        ("never_settled", "Never a settled home", None),
        ("not_ready", "Not ready", None),
    ],
)
def test_an_option_says_none_only_where_it_says_nothing_else(code: str, display: str, expected: str | None) -> None:
    assert expected == Options((option("other", "Something else"), option(code, display))).says_none()
