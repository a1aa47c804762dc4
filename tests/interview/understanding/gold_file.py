"""Gold files of typed answers: how they are read, and how what was understood is measured against them.

One JSON object a line: the request as `trd-interview understand` takes it (`kind`, `text`, `unit`, `options`, `min`, `max`,
`today`) and `about`, the question's link id; flat or under `request`. What it means stands under `expected` (or `expect`): `status`,
`value`, `range`, `candidates`, `missing`, and the flags `approximate` and `hedged`; beside them `tags` and `disputed`. An ambiguous
answer without candidates, or with a range only, is met by any ambiguous one. A line without a text and empty lines are passed over.
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from interview.understanding.understand import understand
from interview.understanding.understood import Option, Understood
from tests.interview.understanding.examples import same

FOLDER: Final = Path(__file__).parent / "gold"
Mark = Literal["exact", "wrong", "asked back", "not understood"]
NO_ANSWERS: Final = ("no", "declined", "unknown", "not_applicable", "nothing understood")
"""The five kinds of no answer: a "no" that is one, three reasons for none, and what is not understood."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One answer, and what it means."""

    request: dict[str, Any]
    expected: dict[str, Any]
    tags: tuple[str, ...] = ()
    disputed: bool = False

    @property
    def kind(self) -> str:
        return str(self.request["kind"])


@dataclass(slots=True)
class Figures:
    """What came of a set of answers."""

    marks: Counter[Mark] = field(default_factory=Counter)
    flags_differ: int = 0
    seconds: list[float] = field(default_factory=list)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_kind: dict[str, Counter[Mark]] = field(default_factory=dict)
    misses: list[tuple[Mark, Gold, Understood]] = field(default_factory=list)
    disputed: Counter[Mark] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.marks.values())

    def share(self, mark: Mark) -> float:
        return self.marks[mark] / self.total if self.total else 0.0

    @property
    def confused(self) -> dict[tuple[str, str], int]:
        """The cells off the diagonal that are not 0."""
        return {cell: count for cell, count in self.confusion.items() if cell[0] != cell[1]}

    def lines(self) -> list[str]:
        """Return the figures as lines: by kind, in all, and the matrix."""
        marks: tuple[Mark, ...] = ("exact", "wrong", "asked back", "not understood")
        told = [f"{'kind':<12}{'answers':>9}" + "".join(f"{mark:>16}" for mark in marks)]
        for kind, found in sorted(self.by_kind.items()):
            told.append(f"{kind:<12}{sum(found.values()):>9}" + "".join(f"{found[mark]:>16}" for mark in marks))
        told.append(f"{'all':<12}{self.total:>9}" + "".join(f"{self.marks[mark]:>8} {self.share(mark):>7.2%}" for mark in marks))
        told.append(f"flags differ {self.flags_differ}; disputed {sum(self.disputed.values())} ({self.disputed['exact']} exact)")
        if self.seconds:
            told.append(f"median {statistics.median(self.seconds) * 1000:.2f} ms, longest {max(self.seconds) * 1000:.1f} ms")
        found_columns = (*NO_ANSWERS, "a value")
        told.append(f"{'meant, found':<20}" + "".join(f"{name:>20}" for name in found_columns))
        told.extend(f"{row:<20}" + "".join(f"{self.confusion[row, column]:>20}" for column in found_columns) for row in NO_ANSWERS)
        return told


def read_gold(path: Path) -> list[Gold]:
    """Return the answers of one file."""
    read: list[Gold] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line) if line.strip() else {}
        request = raw.get("request", raw)
        if "text" in request and "kind" in request:
            expected = raw.get("expected", raw.get("expect", {}))
            read.append(Gold(request, expected, tuple(raw.get("tags", ())), bool(raw.get("disputed", False))))
    return read


def heard(gold: Gold) -> Understood:
    """Return what is understood of one answer."""
    asked = gold.request
    today = asked.get("today")
    options = tuple(Option(each["code"], each["display"], tuple(each.get("say", ()))) for each in asked.get("options") or ())
    return understand(
        gold.kind,
        asked["text"],
        unit=asked.get("unit"),
        options=options,
        minimum=asked.get("min"),
        maximum=asked.get("max"),
        today=None if today is None else dt.date.fromisoformat(today),
        about=asked.get("about"),
    )


def mark(gold: Gold, found: Understood) -> Mark:
    """Say whether the normal form is the expected one, and if not, how it differs: understood but wrong is the worst."""
    if _is_expected(gold, found):
        return "exact"
    return "wrong" if found.status == "understood" else "asked back" if found.status == "ambiguous" else "not understood"


def measure(answers: Iterable[Gold]) -> Figures:
    """Understand every answer and count."""
    figures = Figures()
    for gold in answers:
        begun = time.perf_counter()
        found = heard(gold)
        figures.seconds.append(time.perf_counter() - begun)
        came = mark(gold, found)
        if gold.disputed:
            figures.disputed[came] += 1
            continue
        figures.marks[came] += 1
        figures.by_kind.setdefault(gold.kind, Counter())[came] += 1
        meant = _no_answer(gold.kind, gold.expected.get("status"), gold.expected.get("value"), gold.expected.get("missing"))
        if meant != "a value":
            figures.confusion[meant, _no_answer(gold.kind, found.status, found.value, found.missing)] += 1
        if came != "exact":
            figures.misses.append((came, gold, found))
        elif (found.approximate, found.hedged) != (gold.expected.get("approximate", False), gold.expected.get("hedged", False)):
            figures.flags_differ += 1
    return figures


def _no_answer(kind: str, status: str | None, value: Any, missing: str | None) -> str:
    if missing is not None:
        return missing
    if status == "not_understood":
        return "nothing understood"
    is_no = (
        value is False or (kind == "choices" and value in ([], ())) or (kind in ("number", "duration", "frequency", "dose") and value == 0)
    )
    return "no" if is_no else "a value"


def _is_expected(gold: Gold, found: Understood) -> bool:
    expected = gold.expected
    status = expected.get("status", "understood")
    if status != found.status or expected.get("missing") != found.missing:
        return False
    if status == "ambiguous":
        candidates = expected.get("candidates")
        return not candidates or _all_same(candidates, found.candidates)
    value = expected.get("value")
    if isinstance(value, list):
        return isinstance(found.value, tuple) and set(value) == set(found.value)
    if value is None:
        ends = expected.get("range")
        return found.value is None and (ends is None or _all_same(ends, found.range or ()))
    return same(value, found.value)


def _all_same(expected: Sequence[Any], found: Sequence[Any]) -> bool:
    """Compare ends or candidates, the candidates in any order."""
    if len(expected) != len(found):
        return False
    if all(_alike(one, other) for one, other in zip(expected, found, strict=True)):
        return True
    return all(any(_alike(one, other) for other in found) for one in expected) and None not in expected


def _alike(expected: Any, found: Any) -> bool:
    if isinstance(expected, list):
        return isinstance(found, list | tuple) and list(expected) == list(found)
    return same(expected, found)
