"""The parameters: every number and row has its citation, every name that a table uses is there, and nothing lies unused."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import trd_core
from trd_core import catalogue
from trd_core.assess import assess
from trd_core.case import Case
from trd_core.case_areas import PlanOption
from trd_core.finding import STATUS_ORDER
from trd_core.formulation.conditions import CONDITIONS
from trd_core.settings import Settings

CORE = Path(trd_core.__file__).parent


def test_everything_cites_something_that_is_there() -> None:
    cited = {
        *(parameter.citation for parameter in catalogue.parameters().values()),
        *(rule.citation for rule in catalogue.rules().values()),
        *(kind.citation for kind in catalogue.problem_kinds().values()),
        *(kind.citation for kind in catalogue.link_kinds()),
        *(option.citation for option in catalogue.plan_options().values()),
        *(each for option in catalogue.plan_options().values() for said in (*option.reported, *option.limits) for each in said.citations),
        catalogue.dose_table().citation,
    }
    assert cited == set(catalogue.citations())


def test_every_parameter_is_used_by_a_rule_or_by_the_code() -> None:
    code = "\n".join(file.read_text("utf-8") for file in CORE.rglob("*.py"))
    used = {each for rule in catalogue.rules().values() for each in rule.uses}
    assert used <= set(catalogue.parameters())
    assert [name for name in catalogue.parameters() if name not in used and f'"{name}"' not in code] == []


def test_a_rule_is_never_surer_than_the_parameters_it_uses() -> None:
    for name, rule in catalogue.rules().items():
        for used in rule.uses:
            assert STATUS_ORDER.index(catalogue.status_of(name)) >= STATUS_ORDER.index(catalogue.parameters()[used].status)
        assert STATUS_ORDER.index(catalogue.status_of(name)) >= STATUS_ORDER.index(rule.status)


def test_problems_and_links_name_only_what_is_there() -> None:
    findings = assess(Case()).findings
    kinds = catalogue.problem_kinds()
    for kind in kinds.values():
        assert kind.findings or kind.conditions
        assert set(kind.findings) <= set(findings)
        assert set(kind.conditions) <= set(CONDITIONS)
        assert set(kind.options) <= set(PlanOption.__args__)  # type: ignore[attr-defined]
        assert kind.speaks_against.endswith("?")
    for row in catalogue.link_kinds():
        assert row.condition in CONDITIONS
        assert row.source in kinds
        assert row.target in kinds or row.shown_only
        assert row.speaks_against.endswith("?")
    used = {row.condition for row in catalogue.link_kinds()} | {name for kind in kinds.values() for name in kind.conditions}
    assert used == set(CONDITIONS)


def test_every_rule_is_used() -> None:
    code = "\n".join(file.read_text("utf-8") for file in CORE.rglob("*.py"))
    everywhere = [assess(Case(), Settings(country=country)).findings.values() for country in ("US", "GB", "other")]
    by_finding = {rule for findings in everywhere for finding in findings for rule in finding.rules}
    assert [rule for rule in catalogue.rules() if rule not in by_finding and f'"{rule}"' not in code] == []


def test_a_parameter_asked_for_as_what_it_is_not_is_a_key_error() -> None:
    for wrong in (
        lambda: catalogue.number("failed_outcomes"),
        lambda: catalogue.codes("sleep_hours"),
        lambda: catalogue.points("sleep_hours"),
    ):
        with pytest.raises(KeyError):
            wrong()
    with pytest.raises(KeyError):
        catalogue.number("nothing_of_the_kind")


def test_the_dose_table_holds_the_minimum_doses_of_its_source() -> None:
    doses = catalogue.dose_table().drug
    assert (150, "snri") == (doses["venlafaxine"].minimum_mg, doses["venlafaxine"].drug_class)
    assert (300, "other") == (doses["trazodone"].minimum_mg, doses["trazodone"].drug_class)
    assert {
        "moclobemide": "maoi",
        "maprotiline": "tca",
        "amoxapine": "tca",
        "mianserin": "other",
        "tianeptine": "other",
        "reboxetine": "other",
    } == {drug: doses[drug].drug_class for drug in ("moclobemide", "maprotiline", "amoxapine", "mianserin", "tianeptine", "reboxetine")}


def test_one_module_alone_opens_files() -> None:
    opening = []
    for file in CORE.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
        if names & {"read_bytes", "read_text", "files", "today", "now"} or "open" in calls:
            opening.append(file.name)
    assert opening == ["catalogue.py"]
