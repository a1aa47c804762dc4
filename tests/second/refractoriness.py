"""The types a to d, and Table 3. Which trial repeats a drug that once worked depends on other trials, so trials are filled in together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations, product

from tests.second import tables as t
from tests.second.fillings import Pick, all_of, any_of, of_fact, over_all_ways, verdict
from tests.second.trials import Filled, Json, Record

TOO_MANY = 200_000


class TooManyWays(Exception):
    """More joint ways of filling in than are enumerated."""


@dataclass(frozen=True)
class Role:
    """What one trial, filled in, is to types a and b and to Table 3 A."""

    responded_to: str | None = None
    """The drug that worked in it."""
    previous: bool = False
    """In a previous episode, so before every trial of the current one unless dates say otherwise."""
    repeats: str | None = None
    """The drug whose failure here is of type a if the drug worked before."""
    type_b: bool = False
    counts: bool = False
    """Failed and adequate under Table 3, types a and b aside."""
    counts_without_partial: bool = False
    therapy: bool = False


def is_type_b(trial: Filled) -> bool:
    """The effect was lost on an unlowered dose; adherence known to be poor speaks against it (S16)."""
    return (
        trial.kind in t.DRUG_KINDS
        and trial.outcome == "loss_of_effect"
        and trial.current
        and not trial.adherence_short
        and not trial.fact("dose_lowered_before_loss", (False, True))
    )


def _role(trial: Filled) -> Role:
    if trial.kind not in t.DRUG_KINDS | t.THERAPY_KINDS:
        return Role()
    drug = trial.kind in t.DRUG_KINDS
    if trial.outcome in t.RESPONDED:
        return Role(responded_to=trial.drug, previous=not trial.current) if drug else Role()
    if trial.outcome not in t.FAILED or not trial.current:
        return Role()
    type_b = is_type_b(trial)
    counts = trial.adequate("refractoriness") and not trial.taken_out
    if counts and trial.kind == "psychotherapy" and trial.trial.get("adequate") is None:
        counts = bool(trial.fact("evidence_based", (True, False)))
    repeats = None
    if drug and trial.outcome != "loss_of_effect" and trial.adequate("staging"):
        gap = t.GAP_WEEKS_OF.get(trial.drug, t.GAP_WEEKS)
        if float(trial.fact("drug_free_weeks_before", (1.9, 2.0, 5.0))) >= gap:
            repeats = trial.drug
    return Role(None, False, repeats, type_b, counts, counts and trial.outcome != "partial_response", trial.kind in t.THERAPY_KINDS)


def _roles(record: Record) -> list[list[Role]]:
    found = []
    for index in range(len(record.trials)):

        def of_way(pick: Pick, index: int = index) -> Role:
            return _role(Filled(record, index, pick))

        found.append(set(over_all_ways(of_way)))
    return [_relevant(found, index, record) for index in range(len(found))]


def _relevant(roles: list[set[Role]], index: int, record: Record) -> list[Role]:
    """Roles of one trial without the names that no other trial can answer to."""
    others = [other for other in range(len(roles)) if other != index]
    later = {role.repeats for other in others if record.may_precede(index, other) for role in roles[other]}
    earlier = {role.responded_to for other in others if record.may_precede(other, index) for role in roles[other]}
    kept = set()
    for role in roles[index]:
        one = role if role.responded_to in later else replace(role, responded_to=None, previous=False)
        kept.add(one if record.open or one.repeats in earlier else replace(one, repeats=None))
    return sorted(kept, key=repr)


@dataclass(frozen=True)
class World:
    """The trials filled in together."""

    type_a: tuple[bool, ...]
    roles: tuple[Role, ...]
    more: tuple[int, bool]
    """Trials that nobody listed: how many count, and whether one was a psychotherapy."""

    def criterion_a(self, without_partial: bool) -> bool:
        counted = self.counted(without_partial)
        therapies = any(role.therapy for role, counts in zip(self.roles, counted, strict=True) if counts)
        return sum(counted) + self.more[0] >= t.TABLE3_TRIALS and (therapies or self.more[1])

    def counted(self, without_partial: bool) -> tuple[bool, ...]:
        return tuple(
            (role.counts_without_partial if without_partial else role.counts) and not role.type_b and not again
            for role, again in zip(self.roles, self.type_a, strict=True)
        )


def _worlds(record: Record) -> Iterator[World]:
    roles = _roles(record)
    repeated = sorted({role.repeats for choices in roles for role in choices if role.repeats is not None}) if record.open else []
    unlisted = list(chain.from_iterable(combinations(repeated, size) for size in range(len(repeated) + 1)))
    more = [(0, False), (1, False), (1, True), (2, False), (2, True)] if record.open else [(0, False)]
    size = len(unlisted) * len(more)
    for choices in roles:
        size *= len(choices)
    if size > TOO_MANY:
        raise TooManyWays
    places = range(len(roles))
    earlier = [[other for other in places if other != place and record.before(other, place)] for place in places]
    if_previous = [[other for other in places if other != place and record.may_precede(other, place)] for place in places]
    for ways in product(*roles):
        for responders in unlisted:
            again = tuple(
                way.repeats is not None
                and (
                    way.repeats in responders
                    or any(ways[other].responded_to == way.repeats for other in earlier[place])
                    or any(ways[other].responded_to == way.repeats and ways[other].previous for other in if_previous[place])
                )
                for place, way in enumerate(ways)
            )
            for extra in more:
                yield World(again, ways, extra)


def _worlds_by_class(record: Record) -> Iterator[World]:
    """Where unnamed drugs of two classes might be one drug out of the table, that drug has one class at a time."""
    if len(set(record.unnamed) - {None}) < 2:
        yield from _worlds(record)
        return
    for _ in record.worlds():
        yield from _worlds(record)


def _type_c(trial: Filled) -> bool:
    return (
        trial.kind in t.THERAPY_KINDS
        and trial.outcome in t.FAILED - {"loss_of_effect"}
        and trial.current
        and bool(trial.fact("evidence_based", (True, False)))
        and trial.adequate("type_c")
    )


def _any_trial(record: Record, holds: Callable[[Filled], bool]) -> str:
    verdicts = []
    for index in range(len(record.trials)):

        def of_way(pick: Pick, index: int = index) -> bool:
            return holds(Filled(record, index, pick))

        verdicts.append(verdict(over_all_ways(of_way)))
    return any_of([*verdicts, *(["unknown"] if record.open else [])])


def _complexity_met(trial: Json) -> str:
    return all_of([of_fact(trial.get("evidence_based")), of_fact(trial.get("addressed_complexity"))])


def _criterion_b(record: Record, counted: list[set[bool]]) -> str:
    pairs = list(zip(record.trials, counted, strict=True))
    certain = [_complexity_met(trial) for trial, seen in pairs if seen == {True}]
    possible = [_complexity_met(trial) for trial, seen in pairs if True in seen]
    if not certain:
        return "unknown"
    if "not_met" in certain:
        return "not_met"
    return "met" if set(possible) == {"met"} and not record.open else "unknown"


def _criterion_c(record: Record) -> str:
    completed = record.case.get("areas_completed")
    if completed is not None and set(completed) >= t.AREAS:
        return "met"
    return "unknown" if completed is None or "areas_completed" in record.missing else "not_met"


def types_and_table3(case: Json) -> Json:
    """`resistance_types`, `refractoriness`, and the manifestations that types a and b bear on.

    Where the joint ways are too many, what depends on them is None.
    """
    record = Record(case)
    episode, flags = record.episode, case.get("toxicity") or {}
    type_b = _any_trial(record, is_type_b)
    type_d = all_of(of_fact(episode.get(name)) for name in ("mood_improved", "residual_symptoms", "residual_interference"))
    types: Json = {"a": None, "b": type_b, "c": _any_trial(record, _type_c), "d": type_d}
    seen_a: set[bool] = set()
    seen_partial: set[bool] = set()
    seen_type_a: set[bool] = set()
    counted: list[set[bool]] = [set() for _ in record.trials]
    try:
        for world in _worlds_by_class(record):
            seen_type_a.add(any(world.type_a))
            seen_a.add(world.criterion_a(False))
            seen_partial.add(world.criterion_a(True))
            for place, counts in enumerate(world.counted(False)):
                counted[place].add(counts)
    except TooManyWays:
        return {"resistance_types": types, "refractoriness": None, "manifestations": None}
    types["a"] = verdict(seen_type_a | {True} if record.open else seen_type_a)
    raw = {name: of_fact(flags.get(name)) for name in t.MANIFESTATIONS}
    profile = raw | {
        "loss_of_effect": any_of([raw["loss_of_effect"], type_b]),
        "rechallenge_failure": any_of([raw["rechallenge_failure"], types["a"]]),
    }
    neither = any_of([profile["loss_of_effect"], profile["rechallenge_failure"]])
    criteria = {
        "A": verdict(seen_a),
        "B": _criterion_b(record, counted),
        "C": _criterion_c(record),
        "D": {"met": "not_met", "not_met": "met"}.get(neither, "unknown"),
        "E": of_fact(case.get("appraisal_shared")),
    }
    return {
        "resistance_types": types,
        "refractoriness": {"verdict": all_of(criteria.values()), "criteria": criteria, "without_partial": verdict(seen_partial)},
        "manifestations": profile,
    }
