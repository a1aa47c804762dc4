"""The ground of every conclusion: which facts, told otherwise, would change it. A report can ask for exactly these.

A *conclusion* is the direction and the spectrum of response; the adequacy of a treatment under each model, and its
pseudo-resistance; types a to d; the value of each staging model; both variants of the common definition;
refractoriness; allostatic load. An *error* of a fact is that something else of its domain is true (`domains.py`).
A conclusion *changes* where its verdict, its value or its range becomes another, or where it no longer applies. Each
set is a smallest one: all its facts must be wrong together, and no fewer of them would do. A conclusion without a set
stands whatever so many facts were, unless an entry says that its search was cut short.

This is a project's reading of robustness, not a published one. It computes no likelihood: that a fact carries a
conclusion does not say that it is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.fragility.conclusion import Conclusion
from trd_core.fragility.conclusions import conclusions
from trd_core.fragility.domains import shown
from trd_core.fragility.entry import Fragile
from trd_core.fragility.ground import Found, Ground
from trd_core.fragility.outside import CaseUnit
from trd_core.fragility.retelling import Record, TrialUnit
from trd_core.fragility.search import Search
from trd_core.settings import DEFAULT, Settings


def _value(record: Record, path: str) -> object:
    units: tuple[CaseUnit | TrialUnit, ...] = (record.rest, *record.trials)
    for unit in units:
        if path in unit.domain:
            return shown(unit.name(path), unit.value(path))
    raise KeyError(path)


def _entry(record: Record, conclusion: Conclusion, ground: Ground, found: Found) -> Fragile:
    return Fragile.model_validate(
        {
            "finding": conclusion.finding,
            "facts": tuple(path for path, _ in found.told),
            "from": tuple(_value(record, path) for path, _ in found.told),
            "to": tuple(shown(path.rsplit(".", 1)[-1], value) for path, value in found.told),
            "becomes": found.becomes,
            "complete": ground.is_complete,
            "complete_to": ground.complete_to,
        }
    )


def _entries(record: Record, conclusion: Conclusion, most: int, budget: int) -> Iterator[Fragile]:
    ground = Search(record, conclusion, budget).run(most)
    found = sorted(ground.found, key=lambda each: (len(each.told), [path for path, _ in each.told]))
    yield from (_entry(record, conclusion, ground, each) for each in found)
    if not found and not ground.is_complete:
        yield Fragile.model_validate(
            {"finding": conclusion.finding, "facts": (), "from": (), "to": (), "becomes": None, "complete": False,
             "complete_to": ground.complete_to}
        )  # fmt: skip


def judge_fragility(case: Case, settings: Settings = DEFAULT, *, budget: int | None = None) -> tuple[Fragile, ...]:
    """Return the smallest sets of facts on which each conclusion rests: in the order of the assessment, the smallest first.

    `budget` is how many steps the search for one conclusion may take; the parameters' where it is not given.
    """
    record = Record(case, settings)
    most = int(number("fragility_facts"))
    steps = int(number("fragility_budget")) if budget is None else budget
    return tuple(entry for conclusion in conclusions(record) for entry in _entries(record, conclusion, most, steps))
