"""The pictures as they were looked at. When they differ: look, then run `tests.interview.views.pictures.golden` as a module."""

from __future__ import annotations

import pytest

from tests.interview.views.pictures.golden import FOLDER, WIDTHS, cases, pictures, rendered

PICTURES = pictures()


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_as_it_was_looked_at(name: str) -> None:
    assert (FOLDER / f"{name}.txt").read_text(encoding="utf-8") == rendered(PICTURES[name]())


def test_every_golden_file_is_a_picture_and_there_is_one_of_each_person_at_each_width() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(PICTURES)
    kinds = [f"{kind}.{person}.{width}" for kind in ("life_chart", "wellbeing", "compare") for person in cases() for width in WIDTHS]
    assert set(kinds) <= set(PICTURES)
