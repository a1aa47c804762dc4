"""The golden pictures: three people at three widths. After a look at what differs, this module, run by itself, writes them again."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from interview.engine.lines import submit
from interview.views.compare_table import compare_lines
from interview.views.life_chart_picture import life_chart_picture
from interview.views.life_chart_rows import clinicians_words, persons_words
from interview.views.picture_cells import LETTERS, UNICODE, Line, Signs
from interview.views.wellbeing_picture import CLINICIANS, PERSONS, wellbeing_picture
from tests.interview.demo.walk import CASE, begin
from tests.interview.views.pictures.people import DENSE, LATER, SPARSE
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.compare import compare
from trd_core.life_chart.chart import life_chart
from trd_core.reading import case_of

FOLDER = Path(__file__).parent / "golden"
WIDTHS = (60, 80, 120)
SOURCES = "Rules and sources"


@cache
def demo_case() -> Case:
    """Return the case of the packaged demonstration, before its map was made."""
    session = begin()
    for line in CASE.read_text(encoding="utf-8").splitlines():
        submit(session, json.loads(line))
    return session.case()


def cases() -> dict[str, Case]:
    """Return the three people by name."""
    return {"demo": demo_case(), "sparse": case_of(SPARSE), "dense": case_of(DENSE)}


def chart(case: Case, width: int, signs: Signs = UNICODE, *, persons: bool = False, own_words: bool = True) -> tuple[Line, ...]:
    """Return the life chart of a case."""
    found = life_chart(case)
    said = persons_words(case, found, own_words=own_words) if persons else clinicians_words(case, found)
    return life_chart_picture(found, said, width, signs)


def profile(case: Case, width: int, signs: Signs = UNICODE, *, persons: bool = False) -> tuple[Line, ...]:
    """Return the profile of a case."""
    return wellbeing_picture(case, assess(case, in_depth=False), width, signs, PERSONS if persons else CLINICIANS)


def visits(before: dict[str, Any] | Case, after: dict[str, Any] | Case, width: int, signs: Signs = UNICODE) -> tuple[Line, ...]:
    """Return two visits side by side."""
    earlier, later = (each if isinstance(each, Case) else case_of(each) for each in (before, after))
    before_it, after_it = (assess(each, in_depth=False) for each in (earlier, later))
    return compare_lines(compare(before_it, after_it, earlier, later), width, signs)


def pictures() -> dict[str, Callable[[], tuple[Line, ...]]]:
    """Return every golden picture by the name of its file."""
    made: dict[str, Callable[[], tuple[Line, ...]]] = {}
    for width in WIDTHS:
        for name, case in cases().items():
            made[f"life_chart.{name}.{width}"] = lambda case=case, width=width: chart(case, width)  # type: ignore[misc]
            made[f"wellbeing.{name}.{width}"] = lambda case=case, width=width: profile(case, width)  # type: ignore[misc]
        made[f"compare.dense.{width}"] = lambda width=width: visits(DENSE, LATER, width)  # type: ignore[misc]
        made[f"compare.sparse.{width}"] = lambda width=width: visits(SPARSE, {**SPARSE, "assessed_on": None}, width)  # type: ignore[misc]
        made[f"compare.demo.{width}"] = lambda width=width: visits(demo_case(), demo_case(), width)  # type: ignore[misc]
    made["life_chart.dense.80.persons"] = lambda: chart(cases()["dense"], 80, persons=True)
    made["wellbeing.dense.80.persons"] = lambda: profile(cases()["dense"], 80, persons=True)
    made["life_chart.dense.80.letters"] = lambda: chart(cases()["dense"], 80, LETTERS)
    made["wellbeing.sparse.80.letters"] = lambda: profile(cases()["sparse"], 80, LETTERS)
    made["compare.dense.80.letters"] = lambda: visits(DENSE, LATER, 80, LETTERS)
    return made


def rendered(lines: tuple[Line, ...]) -> str:
    """Return a picture as a text file, without the sources of the rules, which have tests of their own."""
    texts = [line.text.rstrip() for line in lines]
    kept = texts[: texts.index(SOURCES)] if SOURCES in texts else texts
    return "".join(f"{text}\n" for text in kept)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, make in pictures().items():
        (FOLDER / f"{name}.txt").write_text(rendered(make()), encoding="utf-8")
