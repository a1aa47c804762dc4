"""`PatientPart`: one part of what a patient may read. Its lines are whole sentences or short names, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass

from trd_core.case import Case


@dataclass(frozen=True, slots=True)
class PatientPart:
    """One part: a title, and lines. Lines hold the person's own words only where these were asked for."""

    id: str
    """`heard`, `links`, `picture`, `tried`, `brought`, `obstacles`, `helps`, `next`, `open`, `help`."""
    title: str
    lines: tuple[str, ...]


def quoted(words: str) -> str:
    """Return the person's own words in one line, marked as theirs."""
    return f"“{' '.join(words.split())}”"


def persons_labels(case: Case, same_name: tuple[tuple[str, str], ...] = ()) -> dict[str, str]:
    """Return by problem the words in which the person named it; of another's problem, where the person named it the same way."""
    own = {each.id: quoted(each.label) for each in case.problems or () if each.by == "patient" and each.label}
    return {**own, **{others: own[persons] for persons, others in same_name if persons in own}}
