"""What was tried, for the person: how far each treatment reached, what it may have brought, and what stood in its way.

It blames nobody and promises nothing. A treatment had an aim that was a part of the whole; what it did not reach is said as that.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from interview.language import _
from interview.understanding import drug_table
from interview.views.patient_obstacles import OBSTACLES
from interview.views.patient_part import PatientPart, quoted
from trd_core.assessment import Assessment
from trd_core.case import Case, Trial

KINDS: Final = {
    "medication": _("A medicine"),
    "psychotherapy": _("A talking therapy"),
    "combined": _("A medicine with a talking therapy"),
    "ect": "ECT",
    "neuromodulation": _("Treatment of the brain from outside"),
    "other": _("Another treatment"),
}
NO_KIND: Final = _("A treatment")
THERAPIES: Final = {
    "cbt": _("cognitive behavioral therapy"),
    "mbct": _("a course in mindfulness"),
    "ipt": _("interpersonal therapy"),
    "cbasp": _("CBASP, a talking therapy"),
    "wbt": _("well-being therapy"),
    "psychodynamic": _("psychodynamic therapy"),
    "family": _("family therapy"),
    "supportive": _("supportive talks"),
}
OUTCOMES: Final = {
    "full_response": _("It helped."),
    "response_with_residual": _("It helped. Some of the trouble stayed."),
    "partial_response": _("It helped with a part. There was a part that it did not reach."),
    "non_response": _("It did not reach what weighed on you."),
    "deterioration": _("Things got worse in that time."),
    "loss_of_effect": _("It helped at first. Later it helped less, while it went on."),
    "intolerance": _("It did not suit you. So it is open what it could have done."),
    "ongoing": _("It is still going on."),
}
OUTCOME_UNKNOWN: Final = _("How it went: not talked about yet.")
PARTIAL: Final = frozenset({"partial_response", "non_response", "deterioration", "loss_of_effect"})
NO_TREATMENTS: Final = _("The treatments you have had: not talked about yet.")
NONE_TOLD: Final = _("You told us of no treatment so far.")
LIST_OPEN: Final = _("There may be more treatments that we have not talked about yet.")
AIMS: Final = (
    _("Each treatment is made for a part of the whole. These had aims that were only a part of what weighs on you."),
    _("What a treatment did not reach says something about its aim. It is no verdict on you."),
)
CHANCE: Final = {
    "dose": _("The dose may have been small."),
    "duration": _("The time may have been short."),
    "adherence": _("It was hard to take all of it."),
    "pharmacokinetic": _("Something else may have weakened it."),
    "not_evidence_based": _("There are ways that have been tested more."),
}
"""Why a treatment may not have had its full chance. Whether another diagnosis fits better is said in a talk, not here."""
NOT_ITS_CHANCE: Final = _("It may not have had its full chance:")
CHANCE_UNKNOWN: Final = _("Whether it had its full chance is not known yet.")

BROUGHT: Final = {
    "loss_of_effect": _("A medicine helped at first and then helped less."),
    "paradoxical": _("On a medicine you felt worse, or restless."),
    "switch": _("On a medicine you became far too high or driven."),
    "rechallenge_failure": _("A medicine that had helped before did not help when you took it again."),
    "withdrawal": _("New or stronger trouble came when a medicine was cut down or ended."),
    "persistent_postwithdrawal": _("After a medicine had ended, trouble went on for a long time."),
}
BROUGHT_ELSEWHERE: Final = {
    "areas.medical.contributing_drugs": _("A medicine for something else may have weighed on your mood."),
    "areas.medical.contributing_psychotherapy": _("A talking therapy may itself have been hard on you."),
}
BROUGHT_INTRO: Final = _("Treatments can also bring trouble of their own. This came after one:")
BROUGHT_UNKNOWN: Final = _("Whether a treatment brought trouble of its own: not all of that has been talked about yet.")
WITH_THE_PRESCRIBER: Final = _("Any change of a medicine is for you and your prescriber to decide together.")
OBSTACLES_INTRO: Final = _("These things may have stood in the way of a treatment. Nobody is to blame:")


def tried(case: Case, assessment: Assessment, *, own_words: bool) -> PatientPart:
    """Return what was tried and where it reached, in the order of the record."""
    if not case.trials:
        told = case.trials is not None and "trials" not in case.missing
        return PatientPart("tried", _("What was tried"), (NONE_TOLD if told else NO_TREATMENTS,))
    lines = list(AIMS) if any(trial.outcome in PARTIAL for trial in case.trials) else []
    for trial in case.trials:
        name = treatment_name(trial, own_words=own_words)
        outcome = OUTCOMES[trial.outcome] if trial.outcome else OUTCOME_UNKNOWN
        lines.append(f"{name[:1].upper()}{name[1:]}. {outcome}")
        lines += _chance(trial, assessment)
    if "trials" in case.missing:
        lines.append(LIST_OPEN)
    return PatientPart("tried", _("What was tried, and where it reached"), tuple(lines))


def treatment_name(trial: Trial, *, own_words: bool) -> str:
    """Return what a treatment is called: a known name, else its kind; a name that is in no table is the person's own word."""
    kind = KINDS.get(trial.kind or "", NO_KIND)
    if trial.agent is None:
        return kind
    return _known(trial.agent) or (f"{kind}: {quoted(trial.agent)}" if own_words else kind)


def _known(agent: str) -> str | None:
    name = drug_table.plain(agent)
    return THERAPIES.get(name) or drug_table.names().get(name)


def _chance(trial: Trial, assessment: Assessment) -> Iterable[str]:
    result = assessment.trials.get(trial.id)
    if trial.outcome not in PARTIAL or result is None:
        return
    why = [CHANCE[name] for name, verdict in result.pseudo_resistance.reasons.items() if verdict == "met" and name in CHANCE]
    if why:
        yield NOT_ITS_CHANCE
        yield from why
    elif result.pseudo_resistance.verdict == "unknown":
        yield CHANCE_UNKNOWN


def brought(assessment: Assessment) -> PatientPart:
    """Return what treatments may have brought themselves, as far as it was told and confirmed; never what was not told."""
    verdicts = assessment.toxicity.manifestations
    lines = [BROUGHT[name] for name, verdict in verdicts.items() if verdict == "met"]
    lines += [words for finding, words in BROUGHT_ELSEWHERE.items() if finding in assessment.findings and _is_met(assessment, finding)]
    said = [BROUGHT_INTRO, *lines] if lines else []
    if "unknown" in verdicts.values():
        said.append(BROUGHT_UNKNOWN)
    return PatientPart("brought", _("What a treatment itself may have brought"), (*said, WITH_THE_PRESCRIBER) if said else ())


def obstacles(assessment: Assessment) -> PatientPart:
    """Return what was judged to have stood in a treatment's way."""
    found = assessment.impediments
    codes = [each.code for each in (*found.environment, *found.therapist, *found.morbidity, *found.patient)]
    lines = tuple(OBSTACLES[code] for code in codes if code in OBSTACLES)
    return PatientPart("obstacles", _("What may have stood in the way"), (OBSTACLES_INTRO, *lines) if lines else ())


def _is_met(assessment: Assessment, finding: str) -> bool:
    return assessment.findings[finding].verdict == "met"
