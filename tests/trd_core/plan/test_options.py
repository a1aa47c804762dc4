"""Each option of the plan: shown, not shown, and a boundary (`vignettes.toml`); and the table itself."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trd_core.assess import assess
from trd_core.case import Case
from trd_core.case_areas import PlanOption
from trd_core.catalogue import plan_options, problem_kinds
from trd_core.plan.conditions import CONDITIONS
from trd_core.plan.matching import FOURTH_STEP
from trd_core.reading import case_of

VIGNETTES = [
    pytest.param(vignette, id=vignette["name"])
    for vignette in tomllib.loads((Path(__file__).parent / "vignettes.toml").read_text("utf-8"))["vignette"]
]
OPTIONS: tuple[str, ...] = PlanOption.__args__  # type: ignore[attr-defined]


@pytest.mark.parametrize("vignette", VIGNETTES)
def test_the_options_are_as_expected(vignette: dict[str, Any]) -> None:
    assert vignette["source"]
    plan = assess(case_of(vignette["given"])).model_dump(mode="json")["plan"]
    entries = {entry["id"]: entry for entry in plan}
    assert set(vignette.get("shown", ())) <= set(entries)
    assert set() == set(vignette.get("not_shown", ())) & set(entries)
    for option, parts in vignette.get("entry", {}).items():
        for part, expected in parts.items():
            assert expected == entries[option][part], f"{option} {part}"


def test_every_option_is_shown_by_one_vignette_and_not_by_another() -> None:
    vignettes: list[dict[str, Any]] = [parameter.values[0] for parameter in VIGNETTES]  # type: ignore[misc]
    shown = {option for vignette in vignettes for option in vignette.get("shown", ())}
    hidden = {option for vignette in vignettes for option in vignette.get("not_shown", ())}
    assert set(OPTIONS) - {"psychedelic_assisted"} == shown
    assert set(OPTIONS) == hidden


def test_of_nothing_known_there_is_no_plan() -> None:
    assert () == assess(Case()).plan


def test_the_table_has_every_option_once_in_the_order_of_the_case_and_names_only_what_is_there() -> None:
    findings = assess(Case()).findings
    kinds, options = problem_kinds(), plan_options()
    assert OPTIONS == tuple(options)
    for option in options.values():
        for pattern in (*option.findings, *option.adds):
            assert "*" in pattern or pattern in findings, pattern
        assert set(option.conditions.values()) - {""} <= set(findings)
        for code in option.problems:
            assert option.id in kinds[code].options, f"{code} does not name {option.id}"
    named = {name for option in options.values() for name in option.conditions}
    assert set(CONDITIONS) | {FOURTH_STEP} == named


def test_figures_are_those_that_the_paper_reports() -> None:
    numbers = {each.code: each.numbers for option in plan_options().values() for each in (*option.reported, *option.limits) if each.numbers}
    assert {
        "better_than_active_control": {"failed_trials": 2},
        "cross_over": {"to_cbasp_percent": 57, "to_drug_percent": 42, "n": 140, "weeks": 12},
        "pilot_with_family": {"sessions_from": 6, "sessions_to": 12},
        "after_cognitive_therapy": {
            "n": 36, "sessions": 16, "non_responders_percent": 53, "completers": 12, "on_drug": 5,
            "on_drug_responded": 5, "on_placebo_responded": 0,
        },
        "after_ipt": {"remitted_percent": 79, "n": 159, "combined_percent": 66, "combined_n": 180},
        "as_good_as_adding_cbt": {"drug_added_n": 37, "cbt_added_n": 75},
        "after_dynamic_therapy": {"n": 103},
        "many_refused": {"percent": 40},
        "fewer_relapses": {"risk_ratio": 0.84, "ci_percent": 95, "ci_low": 0.74, "ci_high": 0.94, "trials": 17},
        "symptoms_may_outlast_weeks": {"weeks": 2},
    } == numbers  # fmt: skip


def test_an_entry_stands_in_the_findings_too_with_all_it_rests_on() -> None:
    given = {"episode": {"duration_months": 30}, "illness_behavior": {"hopeless": True}, "problems": [{"id": "dispute"}]}
    assessment = assess(case_of(given))
    assert ["psychotherapeutic_management", "realistic_appraisal", "cbt_modified", "mbct", "cbasp"] == [
        each.id for each in assessment.plan if each.id not in ("ipt", "short_term_dynamic")
    ]
    for entry in assessment.plan:
        finding = assessment.findings[f"plan.{entry.id}"]
        assert entry.status == finding.value
        assert (entry.rule, entry.citation, entry.status_of_rule) == (finding.rule, finding.citation, finding.status)
        assert finding.reasons
        assert set(entry.for_) <= set(assessment.findings) | {"dispute"}
    both = assessment.findings["plan.cbt_modified"].reasons
    assert [("illness_behavior.hopeless", True), ("episode.duration_months", 30)] == [(each.path, each.value) for each in both]
    assert [("problems.dispute.id", "dispute")] == [(each.path, each.value) for each in assessment.findings["plan.ipt"].reasons]
