"""Conditions too rich for `enable_when`, by name: each reads answers and says whether its item is open.

What is not known keeps an item open: a question is closed only where its answer can no longer change a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

FERTILE_AGES: Final = (12.0, 55.0)
"""Years between which pregnancy is asked about, both included. Status: project; it only spares a question."""

TYPE_C_WEEKS: Final = 12.0
"""Weeks of psychotherapy after which the number of sessions cannot change adequacy: type c asks for 12 of either. Status: project."""

LATEST: Final = 0
"""The instance in which the latest treatment is told."""

FAILED: Final = frozenset({"partial_response", "non_response", "deterioration", "loss_of_effect"})
"""Outcomes that count as failed (case contract)."""

RESPONDED: Final = frozenset({"full_response", "response_with_residual"})
DRUG_KINDS: Final = frozenset({"medication", "combined"})
TALKING_KINDS: Final = frozenset({"psychotherapy", "combined"})


class Answers(Protocol):
    """Answers that count, as a condition may read them."""

    def value(self, link_id: str) -> object | None:
        """Return the value that counts, or None."""

    def status(self, link_id: str) -> str | None:
        """Return the status that counts, or None where the item was not asked."""

    def instances(self, group: str) -> tuple[int, ...]:
        """Return the indexes of a group's instances."""


Predicate = Callable[[Answers, int | None], bool]


def _number(answers: Answers, link_id: str) -> float | None:
    value = answers.value(link_id)
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _of_trial(answers: Answers, index: int | None, name: str) -> object | None:
    return answers.value(f"trials[{index}].{name}")


def never_in_order(answers: Answers, index: int | None) -> bool:
    """Open, but only the engine asks it, at a moment of its own."""
    del answers, index
    return True


def pregnancy_is_possible(answers: Answers, index: int | None) -> bool:
    """The person is not known to be male, nor known to be outside the ages in which pregnancy is asked about."""
    del index
    age = _number(answers, "person.age_years")
    youngest, oldest = FERTILE_AGES
    return answers.value("person.sex_for_thresholds") != "male" and (age is None or youngest <= age <= oldest)


def took_a_drug(answers: Answers, index: int | None) -> bool:
    """Some treatment was a medicine, or nobody knows yet that none was."""
    del index
    if answers.value("interview.any.trials") is False:
        return False
    kinds = [_of_trial(answers, trial, "kind") for trial in answers.instances("trials")]
    return not kinds or any(kind is None or kind in DRUG_KINDS for kind in kinds)


def has_a_drug(answers: Answers, index: int | None) -> bool:
    """This treatment is a medicine, alone or with a therapy."""
    return _of_trial(answers, index, "kind") in DRUG_KINDS


def has_ended(answers: Answers, index: int | None) -> bool:
    """This treatment is not known to go on."""
    return _of_trial(answers, index, "outcome") != "ongoing"


def counts_for_this_episode(answers: Answers, index: int | None) -> bool:
    """This treatment is not known to belong to an earlier episode: staging reads the current one."""
    return _of_trial(answers, index, "episode") != "previous"


def adequacy_matters(answers: Answers, index: int | None) -> bool:
    """Dose and time can still change a finding: not an earlier episode, and not stopped for side effects."""
    return counts_for_this_episode(answers, index) and _of_trial(answers, index, "outcome") != "intolerance"


def sessions_matter(answers: Answers, index: int | None) -> bool:
    """The number of sessions can still change adequacy: of ECT always, of a therapy where its weeks do not settle it."""
    kind = _of_trial(answers, index, "kind")
    if not adequacy_matters(answers, index):
        return False
    if kind == "ect":
        return True
    weeks = _number(answers, f"trials[{index}].weeks")
    return kind in TALKING_KINDS and (weeks is None or weeks < TYPE_C_WEEKS)


def failed_in_this_episode(answers: Answers, index: int | None) -> bool:
    """This treatment failed, or may have, in the current episode."""
    outcome = _of_trial(answers, index, "outcome")
    return counts_for_this_episode(answers, index) and (outcome is None or outcome in FAILED)


def what_got_in_the_way_matters(answers: Answers, index: int | None) -> bool:
    """The latest treatment, or one to which the person is not known to have responded."""
    return index == LATEST or _of_trial(answers, index, "outcome") not in RESPONDED


def same_drug_helped_at_another_time(answers: Answers, index: int | None) -> bool:
    """The same medicine failed here and helped in another trial: how long was the person off it?"""
    agent = _of_trial(answers, index, "agent")
    if agent is None or not has_a_drug(answers, index) or _of_trial(answers, index, "outcome") not in FAILED:
        return False
    return any(
        _of_trial(answers, other, "agent") == agent and _of_trial(answers, other, "outcome") in RESPONDED
        for other in answers.instances("trials")
        if other != index
    )


PREDICATES: Final[dict[str, Predicate]] = {
    predicate.__name__: predicate
    for predicate in (
        never_in_order,
        pregnancy_is_possible,
        took_a_drug,
        has_a_drug,
        has_ended,
        counts_for_this_episode,
        adequacy_matters,
        sessions_matter,
        failed_in_this_episode,
        what_got_in_the_way_matters,
        same_drug_helped_at_another_time,
    )
}

READS: Final[dict[str, tuple[str, ...]]] = {
    "never_in_order": (),
    "pregnancy_is_possible": ("person.age_years", "person.sex_for_thresholds"),
    "took_a_drug": ("interview.any.trials", "trials[].kind"),
    "has_a_drug": ("trials[].kind",),
    "has_ended": ("trials[].outcome",),
    "counts_for_this_episode": ("trials[].episode",),
    "adequacy_matters": ("trials[].episode", "trials[].outcome"),
    "sessions_matter": ("trials[].kind", "trials[].episode", "trials[].outcome", "trials[].weeks"),
    "failed_in_this_episode": ("trials[].episode", "trials[].outcome"),
    "what_got_in_the_way_matters": ("trials[].outcome",),
    "same_drug_helped_at_another_time": ("trials[].agent", "trials[].kind", "trials[].outcome"),
}
"""What each predicate reads, by definition: so that a check can find what dangles and what runs in a circle."""
