"""The steps of an assessment, in order. It adds nothing of its own."""

from __future__ import annotations

from trd_core.areas import illness_behavior, lifestyle, medical, relationships, safety, stress, wellbeing
from trd_core.areas.area import in_short
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.catalogue import number
from trd_core.consistency import inconsistencies
from trd_core.finding import Finding, any_of, made
from trd_core.formulation.context import Context
from trd_core.formulation.links import propose_links
from trd_core.formulation.macro_analysis import analyse
from trd_core.formulation.problems import propose_problems
from trd_core.formulation.proposal import Proposals
from trd_core.fragility.entry import Fragile
from trd_core.history import History
from trd_core.impediments import judge_impediments
from trd_core.open_questions import open_questions
from trd_core.plan.matching import make_plan
from trd_core.resistance import types_of
from trd_core.response import judge_directions, judge_response
from trd_core.settings import DEFAULT, Settings
from trd_core.spectrum import judge_spectrum
from trd_core.toxicity import judge_toxicity, profile_of
from trd_core.treatment import history_of, judge_treatment


def _is_under_age(case: Case) -> bool:
    return case.person.age_years is not None and case.person.age_years < number("adult_age")


def _safety_only(case: Case) -> Case:
    """What is read of somebody under age: outside the intended use, safety only."""
    return Case(
        subject=case.subject, assessed_on=case.assessed_on, visit=case.visit, person=case.person, safety=case.safety, missing=case.missing
    )


def _area_findings(case: Case, settings: Settings) -> tuple[Finding, ...]:
    return (
        *lifestyle.judge_lifestyle(case, settings),
        *illness_behavior.judge_illness_behavior(case),
        *wellbeing.judge_wellbeing(case),
        *relationships.judge_relationships(case),
        *medical.judge_medical(case),
    )


def _fragility(case: Case, settings: Settings) -> tuple[Fragile, ...]:
    """What the conclusions hang on. Its rooms are loaded where it is asked for: most assessments do without."""
    from trd_core.fragility.judge import judge_fragility

    return judge_fragility(case, settings)


def assess(case: Case, settings: Settings = DEFAULT, *, in_depth: bool = False, tells: bool = True) -> Assessment:
    """Return everything concluded from the case. Pure: the same case and settings give the same assessment.

    `in_depth` also computes what conclusions hang on, for where it is shown; too slow after every answer.
    Without `tells`, verdicts, values and ranges only: no findings, no open questions, no plan.
    """
    under_age = _is_under_age(case)
    read = _safety_only(case) if under_age else case
    safe, safety_findings = safety.judge_safety(read)
    history, types = history_of(read, settings)
    treatment = judge_treatment(history, types, tells=tells)
    profile = profile_of(read, types)
    spectrum = judge_spectrum(history, any_of(*profile.values()), treatment.refractory, tells=tells)
    response, response_findings = judge_response(read, spectrum)
    toxicity, toxicity_findings = judge_toxicity(read, types, profile)
    allostatic, stress_findings = stress.judge_stress(read)
    impediments, impediment_findings = judge_impediments(read)
    area_findings = _area_findings(read, settings)
    macro_analysis, map_findings = analyse(read, in_depth=in_depth, tells=tells)
    findings = (
        *safety_findings,
        *response_findings,
        *treatment.findings,
        *toxicity_findings,
        *stress_findings,
        *area_findings,
        *impediment_findings,
        *map_findings,
    )
    by_id = {finding.id: finding for finding in findings}
    plan, plan_findings = ((), ()) if under_age or not tells else make_plan(Context(read, settings, by_id), safe, macro_analysis)
    findings = (*findings, *plan_findings)
    return made(
        Assessment,
        subject=case.subject,
        settings=settings,
        flags=("under_age",) if under_age else (),
        response=response,
        trials=treatment.trials,
        resistance_types=treatment.resistance_types,
        staging=treatment.staging,
        common_definition=treatment.common_definition,
        refractoriness=treatment.refractoriness,
        episode_comparison=treatment.episode_comparison,
        suitability=treatment.suitability,
        nonspecific_course=treatment.nonspecific_course,
        safety=safe,
        toxicity=toxicity,
        allostatic=allostatic,
        areas=in_short((*safety_findings, *stress_findings, *area_findings)),
        impediments=impediments,
        macro_analysis=macro_analysis,
        fragility=_fragility(read, settings) if in_depth else None,
        open_questions=open_questions(read, safety_findings if under_age else findings) if tells else (),
        plan=plan,
        inconsistent=inconsistencies(read),
        findings=by_id | {finding.id: finding for finding in plan_findings} if tells else {},
    )


def propose(case: Case, settings: Settings = DEFAULT) -> Proposals:
    """Return the problems and links that the answers suggest: hypotheses for the clinician to confirm, edit or reject."""
    read = _safety_only(case) if _is_under_age(case) else case
    types = types_of(History(read, settings))
    findings = (
        *safety.judge_safety(read)[1],
        *judge_directions(read),
        *judge_toxicity(read, types, profile_of(read, types))[1],
        *stress.judge_stress(read)[1],
        *_area_findings(read, settings),
    )
    by_id = {finding.id: finding for finding in findings}
    problems = propose_problems(read, settings, by_id)
    links, open_links = propose_links(read, settings, by_id, problems)
    return Proposals(problems=problems, links=links, open_links=open_links)
