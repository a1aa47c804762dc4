"""Facts of a case as three-valued answers, each with the path it was read from.

A fact is named once, by its path; absent is unknown. It holds no thresholds and no clinical rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from operator import attrgetter
from typing import Any, Final

from trd_core.case import Case, Trial
from trd_core.finding import MET, NOT_MET, UNKNOWN, Judged, Reason, Verdict, any_of, lasting
from trd_core.interval import ANY_AMOUNT, Interval
from trd_core.keeping import Memory
from trd_core.vocabulary import facts


@cache
def _getter(path: str) -> Callable[[Any], Any]:
    return attrgetter(path)


def read(case: Case, path: str) -> Any:
    """Return what stands at a path outside lists (`stress.exceeds_coping`); None is not known."""
    return _getter(path)(case)


_CLOSED: Final = frozenset({"bool", "code", "codes", "integer", "number"})
_TOLD: Final[Memory[tuple[str, Verdict, type, Any], Judged]] = Memory()
_LISTED: Final[Memory[tuple[Any, ...], Judged]] = Memory()


@cache
def is_closed(path: str) -> bool:
    """Return whether no text and no date can stand at a path: what follows from it alone may be kept."""
    return path in facts() and facts()[path].kind in _CLOSED


def _judged(path: str, value: Any, verdict: Verdict) -> Judged:
    return Judged(UNKNOWN, missing=(path,)) if value is None else Judged(verdict, (Reason(path=path, value=value),))


def _of_case(path: str, value: Any, verdict: Verdict) -> Judged:
    """The same of a fact outside lists, kept where it is closed. A zero may have a sign, which keeping would lose."""
    key = (path, verdict, value.__class__, value)
    kept = _TOLD.get(key)
    if kept is not None:
        return kept
    made = _judged(path, value, verdict)
    return _TOLD.keep(key, lasting(made)) if is_closed(path) and (value != 0 or value is False) else made


def _once(make: Callable[..., Judged], path: str, *told: Any) -> Judged:
    """What is made of a closed list of codes, or of how many entries any list has, worked out once."""
    key = (make, path, *told)
    kept = _LISTED.get(key)
    if kept is not None:
        return kept
    made = make(path, *told)
    return _LISTED.keep(key, lasting(made)) if make is _is_not_empty or is_closed(path) else made


def is_true(case: Case, path: str) -> Judged:
    """Return whether the fact is true."""
    value = read(case, path)
    return _of_case(path, value, MET if value is True else NOT_MET)


def is_false(case: Case, path: str) -> Judged:
    """Return whether the fact is false."""
    value = read(case, path)
    return _of_case(path, value, MET if value is False else NOT_MET)


def is_one_of(case: Case, path: str, codes: Collection[str]) -> Judged:
    """Return whether the fact is one of the codes."""
    value = read(case, path)
    return _of_case(path, value, MET if value in codes else NOT_MET)


def reaches(case: Case, path: str, threshold: float) -> Judged:
    """Return whether the number is at or above the threshold."""
    value = read(case, path)
    return _of_case(path, value, MET if value is not None and value >= threshold else NOT_MET)


def exceeds(case: Case, path: str, threshold: float) -> Judged:
    """Return whether the number is above the threshold."""
    value = read(case, path)
    return _of_case(path, value, MET if value is not None and value > threshold else NOT_MET)


def amount(case: Case, path: str) -> Interval:
    """Return the number as an interval; any amount where it is not known."""
    value = read(case, path)
    return ANY_AMOUNT if value is None else Interval.exactly(value)


def reasons_of(case: Case, paths: Iterable[str]) -> tuple[Reason, ...]:
    """Return the known ones among the facts, as reasons."""
    values = ((path, read(case, path)) for path in paths)
    return tuple(Reason(path=path, value=value) for path, value in values if value is not None)


def unknown_of(case: Case, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the facts that are not known."""
    return tuple(path for path in paths if read(case, path) is None)


def is_complete(case: Case, path: str) -> bool:
    """Whether a list is known and whole: present, and without a reason in `missing` that says more may follow."""
    return read(case, path) is not None and path not in case.missing


def _holds(path: str, listed: tuple[str, ...] | None, complete: bool, code: str) -> Judged:
    if listed is not None and code in listed:
        return Judged(MET, (Reason(path=path, value=listed),))
    if not complete:
        return Judged(UNKNOWN, missing=(path,))
    return Judged(NOT_MET, (Reason(path=path, value=listed),))


def holds(case: Case, path: str, code: str) -> Judged:
    """Return whether the list of codes holds the code; a code not listed in an unfinished list is unknown."""
    return _once(_holds, path, read(case, path), is_complete(case, path), code)


def _is_not_empty(path: str, number: int, complete: bool) -> Judged:
    if number:
        return Judged(MET, (Reason(path=path, value=number),))
    return Judged(NOT_MET, (Reason(path=path, value=0),)) if complete else Judged(UNKNOWN, missing=(path,))


def is_not_empty(case: Case, path: str) -> Judged:
    """Return whether the list of codes or texts holds anything; its reason is how many, never a text."""
    return _once(_is_not_empty, path, len(read(case, path) or ()), is_complete(case, path))


def number_of_codes(case: Case, path: str, possible: int) -> Interval:
    """Return how many codes of a closed list of `possible` ones hold."""
    listed = read(case, path) or ()
    return Interval(len(listed), len(listed) if is_complete(case, path) else possible)


def _has_codes(path: str, listed: tuple[str, ...] | None, verdict: Verdict) -> Judged:
    reasons = () if listed is None else (Reason(path=path, value=listed),)
    return Judged(verdict, reasons, (path,) if verdict == UNKNOWN else ())


def has_codes(case: Case, path: str, at_least: int, possible: int) -> Judged:
    """Return whether at least so many codes of a closed list of `possible` ones hold."""
    return _once(_has_codes, path, read(case, path), number_of_codes(case, path, possible).reaches(at_least))


def trial_fact(trial: Trial, name: str, accept: Callable[[Any], bool]) -> Judged:
    """Return whether a fact of a trial is accepted; its path is `trials.<id>.<name>`."""
    value = getattr(trial, name)
    path = f"trials.{trial.id}.{name}"
    return _judged(path, value, MET if value is not None and accept(value) else NOT_MET)


def any_member(case: Case, path: str, judge: Callable[[Any, str], Judged]) -> Judged:
    """Return whether one member of a list of parts meets the judgement; an unfinished list leaves room for one that does.

    `judge` gets the member and its instance path (`stress.sources[0]`).
    """
    members = read(case, path)
    if members is None:
        return Judged(UNKNOWN, missing=(path,))
    judged = [judge(member, f"{path}[{index}]") for index, member in enumerate(members)]
    if path in case.missing:
        judged.append(Judged(UNKNOWN, missing=(path,)))
    elif not judged:
        return Judged(NOT_MET, (Reason(path=path, value=0),))
    return any_of(*judged)


def member_fact(member: Any, path: str, name: str, accept: Callable[[Any], bool]) -> Judged:
    """Return whether a fact of a list's member is accepted; its path is `<path>.<name>`."""
    value = getattr(member, name)
    return _judged(f"{path}.{name}", value, MET if value is not None and accept(value) else NOT_MET)


def from_numbers(case: Case, verdict: Verdict, paths: Iterable[str]) -> Judged:
    """Return a verdict that was read off numbers: the known facts are its reasons, the unknown ones are missing while it is open."""
    paths = tuple(paths)
    return Judged(verdict, reasons_of(case, paths), unknown_of(case, paths) if verdict == UNKNOWN else ())
