"""Which problem of the trainee's map is which of the key's: the same id, else the same area and a word for it. One to one.

Also which treatment of the trainee's record is which of the key's: the same drug or therapy, in the order of the record.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from interview.engine.session import Session
from interview.practice.patient.case_file import CaseFile, ProblemKey
from trd_core.case import Problem

SHORTEST_STEM: Final = 3
"""Letters that have to remain where a word's ending is taken off."""
BEGINS: Final = 5
"""Letters from which on a word is also known where a longer one begins with it: `depress` in `depression`."""
EMPTY: Final = frozenset(
    [
        "a",
        "about",
        "after",
        "all",
        "an",
        "and",
        "are",
        "at",
        "for",
        "from",
        "go",
        "he",
        "her",
        "his",
        "i",
        "in",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "on",
        "or",
        "that",
        "the",
        "to",
        "too",
        "was",
        "with",
    ]
)
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_TRIAL = re.compile(r"^trials\[(\d+)\]\.(.+)$")


def own_problems(session: Session) -> tuple[Problem, ...]:
    """Return the problems of the trainee's own map; what only the person drew stands beside and is left out."""
    return tuple(problem for problem in session.case().problems or () if problem.by != "patient")


def matched(problems: Sequence[Problem], keys: Sequence[ProblemKey]) -> tuple[tuple[str, str], ...]:
    """Return pairs of ids, the trainee's and the key's, in the key's order."""
    pairs: dict[str, str] = {}
    for key in keys:
        if any(problem.id == key.id for problem in problems):
            pairs[key.id] = key.id
    fits = sorted(
        (-_likeness(problem, key), place, at)
        for place, key in enumerate(keys)
        for at, problem in enumerate(problems)
        if _likeness(problem, key)
    )
    for __, place, at in fits:
        if keys[place].id not in pairs and problems[at].id not in pairs.values():
            pairs[keys[place].id] = problems[at].id
    return tuple((pairs[key.id], key.id) for key in keys if key.id in pairs)


def joined(problems: Sequence[Problem], keys: Sequence[ProblemKey], pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return the trainee's problems that are a part of a problem of the key which another of theirs already stands for, with its id."""
    taken = dict(pairs)
    held = [key for key in keys if key.id in taken.values()]
    found: dict[str, str] = {}
    for problem in problems:
        fits = [(_likeness(problem, key), key.id) for key in held if problem.id not in taken]
        best, key_id = max(fits, key=lambda fit: fit[0], default=(0, ""))
        if best:
            found[problem.id] = key_id
    return found


def _likeness(problem: Problem, key: ProblemKey) -> int:
    """Return how like a label is to the key's problem; nothing where the areas differ or there is no label.

    Each of the key's other words counts for two; words of its own label count where most of them stand in the label.
    """
    if not problem.label or problem.area not in (None, key.area):
        return 0
    there = _stems(problem.label)
    also = sum(all(_stands(stem, there) for stem in _stems(each)) for each in key.also if _stems(each))
    own = [stem for stem in dict.fromkeys(_stems(key.label)) if stem not in EMPTY]
    shared = sum(_stands(stem, there) for stem in own)
    return 2 * also + (shared if shared * 2 > len(own) else 0)


def _stems(text: str) -> tuple[str, ...]:
    """Return the words of a text without their endings."""
    return tuple(_stem(word) for word in re.findall(r"[^\W\d_]+", text.casefold()))


def _stem(word: str) -> str:
    bare = _ENDING.sub("", word)
    return bare if len(bare) >= SHORTEST_STEM else word


def _stands(stem: str, there: Sequence[str]) -> bool:
    return stem in there or (len(stem) >= BEGINS and any(each.startswith(stem) for each in there))


def path_in_record(case: CaseFile, session: Session, path: str) -> str | None:
    """Return the path under which a rated fact of the key stands in the trainee's record; None where its treatment is not there."""
    found = _TRIAL.match(path)
    if found is None:
        return path
    wanted = case.key.answers.get(f"trials[{found[1]}].agent")
    if wanted is None:
        return path
    before = sum(case.key.answers.get(f"trials[{index}].agent") == wanted for index in range(int(found[1])))
    there = [index for index in session.state.instances("trials") if _value(session, f"trials[{index}].agent") == wanted]
    return f"trials[{there[before]}].{found[2]}" if before < len(there) else None


def _value(session: Session, link_id: str) -> object:
    answer = session.answer_of(link_id)
    return answer.value if answer is not None and answer.status == "answered" else None
