"""Cases and what must be concluded from them: TOML vignettes, run by one runner (`vignettes/loading.py` says what they hold)."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.trd_core.vignettes.loading import Vignette, null, vignettes
from trd_core.assess import assess, propose
from trd_core.finding import Finding
from trd_core.life_chart.chart import life_chart
from trd_core.reading import CaseRefused, case_of, model_of, read_case
from trd_core.settings import Settings

OF_THE_ASSESSMENT = ("expect", "findings", "no_findings", "decided_by", "incomplete", "unless", "plan")
EXPECTING = (*OF_THE_ASSESSMENT, "proposed", "refused")
KEYS = {"name", "source", "given", "raw", "settings", "in_depth", "boundary", "disagrees", *EXPECTING}


def _parameter(vignette: Vignette) -> Any:
    why = vignette.whole.get("disagrees")
    return pytest.param(vignette, id=vignette.id, marks=[pytest.mark.xfail(reason=why, strict=True)] if why else [])


def _with_any(*names: str) -> list[Any]:
    return [_parameter(each) for each in vignettes() if any(name in each.whole for name in names)]


def _at(whole: Any, path: str) -> Any:
    for step in path.split("."):
        whole = whole[int(step)] if isinstance(whole, list) else whole[step]
    return whole


def _finding(given: dict[str, Any], settings: Settings, finding_id: str) -> Finding:
    return assess(case_of(given), settings).findings[finding_id]


def _charted(given: dict[str, Any]) -> dict[str, Any]:
    return {each.finding.id: each.finding.model_dump(mode="json") for each in life_chart(case_of(given)).compatible}


def _steps(path: str, tree: dict[str, Any]) -> tuple[Any, Any]:
    """Return the part of the case that holds a fact, and the fact's key in it (`trials.<id>.weeks` for a trial)."""
    *parents, name = path.split(".")
    part: Any = tree
    for step in parents:
        part = next(each for each in part if each["id"] == step) if isinstance(part, list) else part.setdefault(step, {})
    return part, name


def _without(given: dict[str, Any], path: str) -> dict[str, Any]:
    less = copy.deepcopy(given)
    part, name = _steps(path, less)
    del part[name]
    return less


def _with(given: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    other = copy.deepcopy(given)
    part, name = _steps(path, other)
    part[name] = value
    return other


def _is_open(finding: Finding) -> bool:
    return finding.is_open or finding.value in ("unknown", "unanswered")


@pytest.mark.parametrize("vignette", _with_any(*OF_THE_ASSESSMENT))
def test_the_case_is_assessed_as_expected(vignette: Vignette) -> None:
    given = vignette.whole["given"]
    settings = model_of(vignette.part("settings"), Settings)
    assessed = assess(case_of(given), settings, in_depth=vignette.whole.get("in_depth", False)).model_dump(mode="json")
    findings = assessed["findings"]
    if any(name.startswith("life_chart.") for name in (*vignette.part("findings"), *vignette.part("decided_by"))):
        findings |= _charted(given)
    for path, expected in vignette.part("expect").items():
        assert null(expected) == _at(assessed, path), path
    for finding_id, parts in vignette.part("findings").items():
        for part, expected in parts.items():
            assert null(expected) == findings[finding_id][part], f"{finding_id} {part}"
    assert set() == set(vignette.whole.get("no_findings", ())) & set(findings)
    for option, parts in vignette.part("plan").items():
        (entry,) = (each for each in assessed["plan"] if each["id"] == option)
        for path, expected in parts.items():
            assert null(expected) == _at(entry, path), f"{option} {path}"
    for finding_id, rules in vignette.part("decided_by").items():
        assert set(rules) <= set(findings[finding_id]["rules"]), finding_id
    for finding_id, paths in vignette.part("incomplete").items():
        for path in paths:
            less = _finding(_without(given, path), settings, finding_id)
            assert _is_open(less), f"{finding_id} without {path}"
            assert path in less.missing, f"{finding_id} without {path}"
    for finding_id, others in vignette.part("unless").items():
        for path, value in others.items():
            other = _finding(_with(given, path, value), settings, finding_id)
            assert other.verdict == "not_met", f"{finding_id} with another {path}"


@pytest.mark.parametrize("vignette", _with_any("proposed"))
def test_what_the_case_suggests_is_proposed(vignette: Vignette) -> None:
    proposed = vignette.part("proposed")
    proposals = propose(case_of(vignette.whole["given"]), model_of(vignette.part("settings"), Settings))
    problems = {problem.id: problem for problem in proposals.problems}
    links = {link.id for link in proposals.links}
    if "exactly" in proposed:
        assert proposed["exactly"] == list(problems)
    assert set(proposed.get("problems", ())) <= set(problems)
    assert set() == set(proposed.get("no_problems", ())) & set(problems)
    assert set(proposed.get("links", ())) <= links
    assert set() == set(proposed.get("no_links", ())) & links
    assert set(proposed.get("open_links", ())) <= {link.id for link in proposals.open_links}
    for problem, ratings in proposed.get("ratings", {}).items():
        for rating, expected in ratings.items():
            assert null(expected) == getattr(problems[problem].ratings, rating), f"{problem} {rating}"


@pytest.mark.parametrize("vignette", _with_any("refused"))
def test_a_file_that_does_not_fit_is_refused_with_its_place(vignette: Vignette) -> None:
    given, raw = vignette.whole.get("given"), vignette.whole.get("raw")
    with pytest.raises(CaseRefused) as refused:
        case_of(given) if raw is None else read_case(raw.encode())
    for part, expected in vignette.part("refused").items():
        assert expected == getattr(refused.value, part), part


def test_every_vignette_expects_something_and_has_no_key_that_nobody_reads() -> None:
    for vignette in vignettes():
        assert any(vignette.part(name) for name in EXPECTING), vignette.id
        assert vignette.whole["source"], vignette.id
        assert set(vignette.whole) <= KEYS, vignette.id


def test_no_two_vignettes_of_one_file_have_one_name() -> None:
    names = [vignette.id for vignette in vignettes()]
    assert sorted(set(names)) == sorted(names)
