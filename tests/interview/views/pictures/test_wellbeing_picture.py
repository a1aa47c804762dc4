"""The profile of well-being: each side once, too much as far from balance as too little, what is not known an empty track that says so."""

from __future__ import annotations

import itertools
import random
import time
from typing import Any

import pytest
from rich.cells import cell_len

from interview.views.finding_titles import DIMENSIONS
from interview.views.picture_cells import LETTERS, UNICODE, Line
from interview.views.wellbeing_picture import CLINICIANS, PERSONS, wellbeing_picture
from tests.interview.views.patient_reading import barred
from tests.interview.views.pictures.golden import profile
from tests.interview.views.pictures.people import DENSE
from tests.second.generator import random_case
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.reading import case_of

LEVELS = ("impaired", "balanced", "excessive", None)


def drawn(given: dict[str, Any], width: int = 80, **more: Any) -> tuple[Line, ...]:
    return profile(case_of(given), width, **more)


def row(lines: tuple[Line, ...], identifier: str) -> str:
    (found,) = (line.text for line in lines if line.of == identifier)
    return found


@pytest.mark.parametrize(("width", "persons"), itertools.product((56, 80, 120), (False, True)))
def test_each_level_has_its_own_side(width: int, persons: bool) -> None:
    given = {name: {"level": level} for name, level in zip(DIMENSIONS, itertools.cycle(LEVELS), strict=False)}
    lines = drawn({"wellbeing": given}, width, persons=persons)
    said = PERSONS if persons else CLINICIANS
    for name, level in zip(DIMENSIONS, itertools.cycle(LEVELS), strict=False):
        text = row(lines, name)
        signs = ("◀" in text, "◆" in text, "▶" in text)
        assert (level == "impaired", level == "balanced", level == "excessive") == signs
        assert ("?" in text) is (level is None)
        if level is None:
            assert "·" not in text
        else:
            assert text.endswith(said.levels[level])  # type: ignore[index]
    low, high = row(lines, "environmental_mastery"), row(lines, "purpose_in_life")
    assert low.count("━") == high.count("━") > 8
    assert low.index("━") < low.index("·")
    assert high.index("·") < high.index("━")


def test_why_it_is_not_known_stays_apart() -> None:
    why = {"personal_growth": "declined", "autonomy": "unknown", "self_acceptance": "not_applicable"}
    lines = drawn({"missing": {f"wellbeing.{name}.level": reason for name, reason in why.items()}}, 120)
    said = [row(lines, name).split("? ")[1] for name in ("environmental_mastery", *why)]
    assert ["not asked", "declined", "not known", "does not apply"] == said
    assert "Flexibility                        ? not asked" == row(lines, "wellbeing.flexibility")


def test_euthymia_stands_beside_it_with_what_is_missing() -> None:
    assert row(drawn({}), "areas.wellbeing.euthymia").startswith("Euthymia: open; not known: ")
    assert "Euthymia: not met" == row(drawn(DENSE), "areas.wellbeing.euthymia")
    assert not any(line.of == "areas.wellbeing.euthymia" for line in drawn(DENSE, persons=True))


@pytest.mark.parametrize("seed", range(30))
def test_nothing_is_outside_the_width_and_everything_is_there_once(seed: int) -> None:
    case = case_of(random_case(random.Random(seed), 0.5))
    assessment = assess(case, in_depth=False)
    for width, said, signs in itertools.product((20, 56, 80, 120), (CLINICIANS, PERSONS), (UNICODE, LETTERS)):
        lines = wellbeing_picture(case, assessment, width, signs, said)
        assert all(cell_len(line.text) <= width for line in lines)
        shown = [line.of for line in lines if line.of is not None]
        assert len(shown) == len(set(shown))
        assert {f"table:{each}" for each in (*DIMENSIONS, *said.facts)} <= set(shown)
        assert ({*DIMENSIONS, *said.facts} <= set(shown)) is (width >= 56)
        if said is PERSONS:
            assert [] == barred(line.text for line in lines)


def test_the_persons_own_example_stands_in_the_clinicians_table_with_the_sources() -> None:
    text = "\n".join(line.text for line in drawn(DENSE, 120))
    assert "The post stays in its envelopes" in text
    assert text.count("wellbeing.profile: ") == 1
    assert "general knowledge" in text
    assert "envelopes" not in "\n".join(line.text for line in drawn(DENSE, 120, persons=True))


def test_it_is_drawn_within_its_time() -> None:
    case: Case = case_of(DENSE)
    assessment = assess(case, in_depth=False)
    taken = []
    for _again in range(5):
        began = time.process_time()
        wellbeing_picture(case, assessment, 120)
        taken.append(time.process_time() - began)
    assert min(taken) <= 0.05
