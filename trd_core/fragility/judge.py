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
from dataclasses import dataclass

from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.finding import Value, made
from trd_core.fragility.conclusion import Conclusion
from trd_core.fragility.conclusions import conclusions
from trd_core.fragility.domains import shown
from trd_core.fragility.entry import Fragile
from trd_core.fragility.ground import Found, Ground
from trd_core.fragility.outside import CaseUnit
from trd_core.fragility.retelling import Record, TrialUnit
from trd_core.fragility.search import Search
from trd_core.settings import DEFAULT, Settings


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact that may be doubted: its name in its part of the record, and what the record says, as it is shown."""

    name: str
    shown: Value


def _facts(record: Record) -> dict[str, _Fact]:
    units: tuple[CaseUnit | TrialUnit, ...] = (record.rest, *record.trials)
    named = ((path, unit.name(path), unit.value(path)) for unit in units for path in unit.domain)
    return {path: _Fact(path.rsplit(".", 1)[-1], shown(name, value)) for path, name, value in named}


def _entry(facts: dict[str, _Fact], conclusion: Conclusion, ground: Ground, found: Found) -> Fragile:
    return made(
        Fragile,
        finding=conclusion.finding,
        facts=tuple([path for path, _ in found.told]),
        from_=tuple([facts[path].shown for path, _ in found.told]),
        to=tuple([shown(facts[path].name, value) for path, value in found.told]),
        becomes=found.becomes,
        complete=ground.is_complete,
        complete_to=ground.complete_to,
    )


def _entries(facts: dict[str, _Fact], conclusion: Conclusion, ground: Ground) -> Iterator[Fragile]:
    found = sorted(ground.found, key=lambda each: (len(each.told), [path for path, _ in each.told]))
    yield from (_entry(facts, conclusion, ground, each) for each in found)
    if not found and not ground.is_complete:
        yield _entry(facts, conclusion, ground, Found((), None))


def judge_fragility(case: Case, settings: Settings = DEFAULT, *, budget: int | None = None) -> tuple[Fragile, ...]:
    """Return the smallest sets of facts on which each conclusion rests: in the order of the assessment, the smallest first.

    `budget` is how many steps the search for one conclusion may take; the parameters' where it is not given.
    """
    record = Record(case, settings)
    most = int(number("fragility_facts"))
    steps = int(number("fragility_budget")) if budget is None else budget
    facts = _facts(record)
    grounds = ((conclusion, Search(record, conclusion, steps).run(most)) for conclusion in conclusions(record))
    return tuple(entry for conclusion, ground in grounds for entry in _entries(facts, conclusion, ground))
