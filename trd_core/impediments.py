"""Step 6: counter-therapeutic factors by domain, with the trials they recur in. Only what was judged is listed; nobody is blamed."""

from __future__ import annotations

from typing import Final, get_args

from trd_core.assessment import Impediment, ImpedimentDomain, Impediments
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.conclude import verdict
from trd_core.finding import MET, Finding, Judged, Reason, made
from trd_core.impediment_codes import ImpedimentCode

CODES: Final[tuple[str, ...]] = get_args(ImpedimentCode)


def _trials_with(case: Case, code: str) -> tuple[str, ...]:
    return tuple(trial.id for trial in case.trials or () if trial.impediments and code in trial.impediments)


def _missing(case: Case) -> tuple[str, ...]:
    if case.trials is None:
        return ("trials",)
    listed = {f"trials.{trial.id}.impediments": trial.impediments for trial in case.trials}
    more_trials = ("trials",) if "trials" in case.missing else ()
    return (*more_trials, *(path for path, codes in listed.items() if codes is None or path in case.missing))


def judge_impediments(case: Case) -> tuple[Impediments, tuple[Finding, ...]]:
    """Return the factors by domain in the order of the closed list, and a finding for each."""
    recurrence = int(number("recurrent_trials"))
    found = [
        made(Impediment, code=code, trials=trials, recurrent=len(trials) >= recurrence)
        for code in CODES
        if (trials := _trials_with(case, code))
    ]

    def of(domain: ImpedimentDomain) -> tuple[Impediment, ...]:
        return tuple(each for each in found if each.code.startswith(f"{domain}."))

    findings = tuple(
        verdict(
            f"impediments.{each.code}",
            "impediments.factor",
            Judged(MET, tuple(Reason(path=f"trials.{trial}.impediments", value=(each.code,)) for trial in each.trials)),
            flags=("recurrent",) if each.recurrent else (),
            needs_clinician=True,
        )
        for each in found
    )
    impediments = made(
        Impediments,
        patient=of("patient"),
        therapist=of("therapist"),
        environment=of("environment"),
        morbidity=of("morbidity"),
        missing=_missing(case),
    )
    return impediments, findings
