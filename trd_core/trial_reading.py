"""One trial, read once: what kind it is, how it went, whether each of its parts was adequate. Three-valued throughout.

A trial has up to three parts that models read: the drug (medication, combined), the psychotherapy (psychotherapy,
combined) and the ECT. The clinician's override of adequacy decides for every part. It knows no model and no count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from functools import cached_property
from typing import Any, Final

from trd_core.case import Trial
from trd_core.catalogue import number
from trd_core.doses import KnownDrug, drug_name, known_drug
from trd_core.facts import trial_fact
from trd_core.finding import ALWAYS, MET, NOT_MET, UNKNOWN, Judged, Reason, all_of, any_of, by_rule, negate
from trd_core.interval import Interval
from trd_core.settings import Settings

DRUG_KINDS: Final = frozenset({"medication", "combined"})
THERAPY_KINDS: Final = frozenset({"psychotherapy", "combined"})
ECT_KINDS: Final = frozenset({"ect"})
READ_KINDS: Final = DRUG_KINDS | THERAPY_KINDS | ECT_KINDS
COUNTED_TOO: Final = frozenset({"partial_response", "loss_of_effect"})
"""Outcomes whose counting as failures is this project's decision."""
STAGING_MODELS: Final = ("thase_rush", "european", "mgh", "maudsley", "dutch")


class TrialReading:
    """What is known of one trial, each answer worked out on first use. Its facts' paths are `trials.<id>.<name>`."""

    def __init__(self, trial: Trial, place: int, settings: Settings, missing: Collection[str] = ()) -> None:
        """Read the trial that stands at `place` in the list, from 0; `missing` are the paths of the case that are not known."""
        self.trial = trial
        self.place = place
        self._settings, self._missing = settings, missing
        self.kind = trial.kind
        self.name = drug_name(trial.agent)
        self.known: KnownDrug = known_drug(self.name, settings)
        self.drug_class: str | None = trial.drug_class or self.known.drug_class
        self.classes_told: tuple[str, ...] = ()
        """The classes that other trials of the same drug were given, where they disagree and this one has none."""
        self.augmentations_are_complete = trial.augmentations is not None and self.path("augmentations") not in missing
        self._asked: dict[Any, Judged] = {}

    @cached_property
    def by_kind(self) -> tuple[TrialReading, ...]:
        """The trial itself; where its kind is not known, the trial as each kind that it may be."""
        if self.kind is not None:
            return (self,)
        kinds = (self.trial.model_copy(update={"kind": kind}) for kind in (*sorted(READ_KINDS), "other"))
        readings = tuple(TrialReading(trial, self.place, self._settings, self._missing) for trial in kinds)
        for reading in readings:
            reading.drug_class, reading.classes_told = self.drug_class, self.classes_told
        return readings

    def path(self, name: str) -> str:
        """Return the path of one of its facts."""
        return f"trials.{self.trial.id}.{name}"

    def fact(self, name: str, accept: Callable[[Any], bool]) -> Judged:
        """Return whether one of its facts is accepted."""
        return trial_fact(self.trial, name, accept)

    def known_fact(self, name: str, accept: Callable[[Any], bool]) -> Judged:
        """Return the same, where a fact that nobody asked for counts as accepted, silently."""
        return ALWAYS if getattr(self.trial, name) is None else self.fact(name, accept)

    def is_of(self, kinds: frozenset[str]) -> Judged:
        """Return whether it is of one of the kinds."""
        return self._once(("kind", kinds), lambda: self.fact("kind", kinds.__contains__))

    def _once(self, question: Hashable, answer: Callable[[], Judged]) -> Judged:
        found = self._asked.get(question)
        if found is None:
            found = self._asked[question] = answer()
        return found

    def ended_in(self, outcomes: frozenset[str]) -> Judged:
        """Return whether its outcome is one of these."""
        chosen = self.trial.outcome in COUNTED_TOO & outcomes and len(outcomes) > 1
        rule = "trial.counted_as_failed" if chosen else "trial.outcome"
        return self._once(("outcome", outcomes), lambda: by_rule(rule, self.fact("outcome", outcomes.__contains__)))

    def may_be(self, kinds: Collection[str]) -> bool:
        """Whether it is, or may turn out to be, of one of the kinds."""
        return self.kind is None or self.kind in kinds

    @property
    def number_added(self) -> Interval:
        """How many strategies were added; open above where the list may go on."""
        listed = len(self.trial.augmentations or ())
        return Interval(listed, listed if self.augmentations_are_complete else None)

    @cached_property
    def is_current(self) -> Judged:
        """Whether it belongs to the current episode."""
        return by_rule("staging.scope", self.fact("episode", "current".__eq__))

    @cached_property
    def override(self) -> Judged | None:
        """The clinician's own judgement of adequacy, where there is one."""
        return None if self.trial.adequate is None else by_rule("trial.override", self.fact("adequate", bool))

    @cached_property
    def was_adhered_to(self) -> Judged:
        """Whether as much was taken as counts; where nobody asked, it does not hold adequacy open."""
        return self.known_fact("adherence_percent", lambda percent: percent >= number("adherence_percent"))

    def _unknown_minimum(self) -> Judged:
        if self.trial.dose_mg == 0:
            return self.fact("dose_mg", bool)
        asked = self.path("agent") if self.name is None else self.path("adequate")
        unasked = (self.path("dose_mg"),) if self.trial.dose_mg is None else ()
        return Judged(UNKNOWN, missing=(asked, *unasked))

    def dose_reaches(self, known: KnownDrug) -> Judged:
        """Return whether the dose reaches the minimum of this drug."""
        minimum = known.minimum_mg
        if minimum is None:
            return self._unknown_minimum()
        judged = self.fact("dose_mg", lambda dose: dose >= minimum)
        rules = ("trial.own_dose" if known.is_own else "trial.minimum_dose",)
        named = () if self.trial.agent is None else (Reason(path=self.path("agent"), value=self.trial.agent),)
        return Judged(judged.verdict, (*named, *judged.reasons), judged.missing, rules)

    def weeks_reach(self, weeks: str) -> Judged:
        """Return whether it went on for as many weeks as the parameter says."""
        return self._once(("weeks", weeks), lambda: self.fact("weeks", lambda known: known >= number(weeks)))

    @cached_property
    def therapy_lasted(self) -> Judged:
        """Whether the psychotherapy had weeks or sessions enough."""
        return any_of(self.weeks_reach("therapy_weeks"), self.fact("sessions", lambda known: known >= number("psychotherapy_sessions")))

    @cached_property
    def ect_lasted(self) -> Judged:
        """Whether the course had sessions enough."""
        return self.fact("sessions", lambda known: known >= number("ect_sessions"))

    def drug_adequate_as(self, known: KnownDrug) -> Judged:
        """Return whether the drug part was adequate by the staging models' weeks, were it this drug."""
        return self._adequate("trial.adequacy", self.dose_reaches(known), self.weeks_reach("staging_weeks"), self.was_adhered_to)

    def _adequate(self, rule: str, *parts: Judged) -> Judged:
        return self.override if self.override is not None else by_rule(rule, all_of(*parts))

    @cached_property
    def drug_adequate(self) -> Judged:
        """Whether the drug part was adequate by the staging models' weeks."""
        return self.drug_adequate_as(self.known)

    @cached_property
    def therapy_adequate(self) -> Judged:
        """Whether the psychotherapy was adequate by the minimum of type c."""
        return self._adequate("trial.adequacy.psychotherapy", self.therapy_lasted, self.was_adhered_to)

    @cached_property
    def ect_adequate(self) -> Judged:
        """Whether the course of ECT was adequate."""
        return self._adequate("trial.adequacy.ect", self.ect_lasted)

    def refractoriness_adequate(self, kind: str) -> Judged:
        """Return whether it was adequate by Table 3, were it of this kind (medication, psychotherapy or combined)."""
        weeks = self.weeks_reach("refractoriness_drug_weeks" if kind == "medication" else "refractoriness_therapy_weeks")
        dose = () if kind == "psychotherapy" else (self.dose_reaches(self.known),)
        return self._adequate("trial.adequacy.refractoriness", *dose, weeks, self.was_adhered_to)

    def _adequacy_of(self, kind: str) -> dict[str, Judged]:
        if kind == "ect":
            return dict.fromkeys(STAGING_MODELS, self.ect_adequate)
        judged = dict.fromkeys(STAGING_MODELS, self.drug_adequate) if kind in DRUG_KINDS else {}
        if kind == "psychotherapy":
            judged["dutch"] = self.therapy_adequate
        judged["refractoriness"] = self.refractoriness_adequate(kind)
        if kind in THERAPY_KINDS:
            judged["type_c"] = self.therapy_adequate
        return judged

    @cached_property
    def adequate(self) -> dict[str, Judged]:
        """Adequacy under each model that reads its kind; where the kind is not known, as far as all kinds agree."""
        if self.kind is not None:
            return self._adequacy_of(self.kind) if self.kind in READ_KINDS else {}
        by_kind = [self._adequacy_of(kind) for kind in sorted(READ_KINDS)]
        models = dict.fromkeys(model for judged in by_kind for model in judged)
        return {model: agreed([judged[model] for judged in by_kind if model in judged], self.path("kind")) for model in models}


def agreed(judged: Collection[Judged], tie: str) -> Judged:
    """Return what all judgements say alike, else unknown with what they miss and the fact that chooses among them."""
    if len({each.verdict for each in judged}) == 1:
        first = next(iter(judged))
        return all_of(*judged) if first.verdict != NOT_MET else any_of(*judged)
    unknown = all_of(*(each if each.verdict == UNKNOWN else Judged(UNKNOWN, each.reasons) for each in judged))
    return Judged(UNKNOWN, unknown.reasons, (tie, *unknown.missing), unknown.rules)


def is_short(judged: Judged) -> Judged:
    """Return whether something falls short of what it should reach."""
    return negate(judged)


def certainly(judged: Judged) -> bool:
    """Whether it is met for certain."""
    return judged.verdict == MET


def possibly(judged: Judged) -> bool:
    """Whether it is met or may be."""
    return judged.verdict != NOT_MET
