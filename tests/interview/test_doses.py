"""A clinic's own doses: read whole, or refused by place, without the texts of the file."""

from __future__ import annotations

import pytest

from interview.doses import doses_of, read_doses
from trd_core.json_input import JsonRefused
from trd_core.settings import DoseOverlay

SERTRALINE = '[[dose]]\ndrug = "sertraline"\nminimum_mg = 100\n'


def test_doses_are_read_in_order() -> None:
    raw = SERTRALINE + 'source = "formulary"\n[[dose]]\ndrug = " Escitalopram"\nminimum_mg = 12.5\n'
    assert (
        DoseOverlay(drug="sertraline", minimum_mg=100, source="formulary"),
        DoseOverlay(drug="Escitalopram", minimum_mg=12.5),
    ) == read_doses(raw.encode())
    assert () == doses_of({"dose": []})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '[[dose]]\ndrug = "CANARYl"\nminimum_mg = 1',
            "dose[0].drug: found a text of 7 characters; allowed: the generic name of a drug in",
        ),
        ('[[dose]]\ndrug = "sertralin"\nminimum_mg = 1', "dose table; the nearest is sertraline"),
        ('[[dose]]\ndrug = ""\nminimum_mg = 1', "dose[0].drug: found a text of 0 characters"),
        (
            SERTRALINE + '[[dose]]\ndrug = "SERTRALINE "\nminimum_mg = 50',
            "dose[1].drug: found the drug of dose[0] again; allowed: each drug once",
        ),
        ('[[dose]]\ndrug = "sertraline"', "dose[0].minimum_mg: found nothing; allowed: a value"),
        ("[[dose]]\nminimum_mg = 5", "dose[0].drug: found nothing"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = "CANARY"', "dose[0].minimum_mg: found a text of 6 characters; allowed: a number"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = true', "dose[0].minimum_mg: found true; allowed: a number"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = 0', "dose[0].minimum_mg: found 0; allowed: more than 0"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = -5', "dose[0].minimum_mg: found -5; allowed: more than 0"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = nan', "dose[0].minimum_mg: found nan; allowed: a finite number"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = inf', "dose[0].minimum_mg: found inf; allowed: a finite number"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = 2026-01-01', "dose[0].minimum_mg: found something else; allowed: a number"),
        ("[[dose]]\ndrug = 5\nminimum_mg = 5", "dose[0].drug: found 5; allowed: text"),
        ('[[dose]]\ndrug = "sertraline"\nminimum_mg = 5\nsource = 1', "dose[0].source: found 1; allowed: text"),
        (
            '[[dose]]\ndrug = "sertraline"\nminimum_mg = 5\ncolour = 1',
            "dose[0].colour: found a key that is not known here; allowed: one of drug,",
        ),
        ("dose = 5", "dose: found 5; allowed: a list"),
        ("dose = [5]", "dose[0]: found 5; allowed: an object"),
        ("", "dose: found nothing"),
        ("colour = 1\ndose = []", "colour: found a key that is not known here; allowed: one of dose"),
        ("[[dose]]\ndrug = CANARY", "line 2, column 8: found something that is not TOML"),
        ("dose = [", "the end of the file: found something that is not TOML"),
        (b"\xff", "byte 0: found bytes that are not UTF-8"),
        ("dose = " + "[" * 50_000, "nesting too deep"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_by_place(content: str | bytes, said: str) -> None:
    with pytest.raises(JsonRefused) as refused:
        read_doses(content.encode() if isinstance(content, str) else content)
    assert said in str(refused.value)
    assert "CANARY" not in str(refused.value)
