"""That no rule goes without a case: each by every verdict it can come to; and each problem, link, option and flag of inconsistency.

It reads what the vignettes expect, and never what the core answers: a rule is shown by the finding that it heads, or by
one that a vignette says it decided.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from tests.trd_core.vignettes.loading import Vignette, vignettes
from trd_core.assess import assess
from trd_core.catalogue import link_kinds, plan_options, problem_kinds, rules
from trd_core.finding import Finding
from trd_core.reading import case_of

VERDICTS: Final = frozenset({"met", "not_met", "unknown"})
VALUES: Final = frozenset({"closed", "open"})
"""A value, and one that unknown facts leave open."""
ALWAYS_OPEN: Final = "it is never excluded in one person, and never shown"
ONLY_FOUND: Final = "a finding stands for what was found; what nobody asked is in `impediments.missing`"
SHOWN_WHERE_THERE: Final = "it stands only where there is something to show, and is never open"
NOTHING_OPEN: Final = "of the problems drawn there is always an answer; unrated ones sort at the low end"
CANNOT_BE: Final[dict[str, dict[str, str]]] = {
    "nonspecific_course": dict.fromkeys(("met", "not_met"), ALWAYS_OPEN),
    "impediments.factor": dict.fromkeys(("not_met", "unknown"), ONLY_FOUND),
    "formulation.circles": {"open": SHOWN_WHERE_THERE},
    "formulation.out_strength": {"open": NOTHING_OPEN},
    "formulation.effect": {"open": NOTHING_OPEN},
    "formulation.total_effect": {"open": NOTHING_OPEN},
    "formulation.agreement": {"open": NOTHING_OPEN},
    "formulation.two_maps": {"open": NOTHING_OPEN},
    "formulation.sensitivity": {"open": NOTHING_OPEN},
    "formulation.link_sensitivity": {"open": NOTHING_OPEN},
    "formulation.hierarchy": {"open": NOTHING_OPEN},
    "plan.options": {"open": SHOWN_WHERE_THERE},
    "trial.override": {"unknown": "it stands where the clinician judged, and decides"},
    "spectrum.too_early": {"open": "where it may be too early and may not, the class is open under the rule of the spectrum"},
}
"""By rule, what no case can show, and why."""

BY_A_FLAG: Final = {"trial.needs_clinician": "needs_clinician"}
"""Rules that decide no verdict: they put a flag beside one."""

FAILED: Final = {"kind": "medication", "weeks": 8, "outcome": "non_response", "episode": "current", "augmentations": ["lithium"]}
CASE_OF_EVERYTHING: Final[dict[str, Any]] = {
    "kellner": 5,
    "episode": {
        "duration_months": 30,
        "misdiagnosis_suspected": ["bipolar"],
        "mood_improved": True,
        "residual_symptoms": True,
        "residual_interference": True,
    },
    "lifestyle": {"smoking": "current"},
    "stress": {"overwhelmed": True},
    "trials": [
        {"id": "a", **FAILED, "agent": "sertraline", "dose_mg": 100, "impediments": ["patient.motivation"]},
        {"id": "c", **FAILED, "kind": "combined", "agent": "imipramine", "dose_mg": 150},
        {"id": "p", "kind": "psychotherapy", "agent": "cbt"},
        {"id": "e", "kind": "ect"},
    ],
    "problems": [{"id": "x"}, {"id": "y"}, {"id": "z", "by": "patient"}],
    "links": [{"source": "x", "target": "y"}, {"source": "y", "target": "x"}],
}
"""A case in which every kind of finding stands; what it says of them is of no matter here."""


@cache
def _by_place() -> dict[str, Finding]:
    """One finding of each kind, by its id without the names of trials, problems and factors."""
    found = assess(case_of({"problems": [{"id": "x"}, {"id": "y"}]}), in_depth=True).findings
    found |= assess(case_of(CASE_OF_EVERYTHING)).findings | assess(case_of({})).findings
    return {_place(finding_id): finding for finding_id, finding in found.items()}


def _place(finding_id: str) -> str:
    for pattern in (r"^(trials|suitability|macro_analysis\.problems|macro_analysis\.circles)\.[^.]+", r"^(impediments)\.[a-z]+\.[a-z_]+$"):
        finding_id = re.sub(pattern, r"\1.*", finding_id)
    return finding_id


def _head(place: str, vignette: Vignette) -> tuple[str, bool] | None:
    """The rule that heads a finding, and whether its answer is a verdict; None for an id that no finding has."""
    if place.startswith("life_chart."):
        return f"chart.{place.rsplit('.after.', 1)[0].rsplit('.', 1)[1]}", True
    if place == "areas.lifestyle.alcohol":
        return f"lifestyle.alcohol.{vignette.part('settings').get('country', 'other')}", True
    if place.removeprefix("plan.") in plan_options():
        return "plan.sequential" if place == "plan.sequential" else "plan.options", False
    finding = _by_place().get(place)
    return None if finding is None else (finding.rule, finding.verdict is not None)


def _outcome(value: Any, *, is_verdict: bool) -> str:
    if isinstance(value, bool) and is_verdict:
        return "met" if value else "not_met"
    if value in ("null", "unknown", "unanswered"):
        return "unknown" if is_verdict else "open"
    return str(value) if is_verdict else "closed"


def _split(path: str, vignette: Vignette) -> tuple[str, str] | None:
    """The finding that a path into the assessment leads to, and the rest of the path."""
    steps = path.split(".")
    for length in range(len(steps), 0, -1):
        finding_id, rest = ".".join(steps[:length]), ".".join(steps[length:])
        if rest.endswith("_range") and _head(_place(of_it := f"{finding_id}.{rest.removesuffix('_range')}"), vignette) is not None:
            return of_it, "range"
        if _head(_place(finding_id), vignette) is not None:
            return finding_id, rest
    return None


def _expected(vignette: Vignette) -> Iterator[tuple[str, str]]:
    """Each finding of which the vignette expects a verdict or a value, and which."""
    paths = ((_split(path, vignette), value) for path, value in vignette.part("expect").items())
    parts = [(*found, value) for found, value in paths if found is not None]
    parts += [(finding_id, part, value) for finding_id, said in vignette.part("findings").items() for part, value in said.items()]
    for finding_id, part, value in parts:
        head = _head(_place(finding_id), vignette)
        assert head is not None, finding_id
        if part in ("", "verdict", "value"):
            yield finding_id, _outcome(value, is_verdict=head[1])
        elif (part == "range" and value != "null") or (part == "missing" and value and head[1]):
            yield finding_id, "unknown" if head[1] else "open"
    for finding_id in vignette.part("incomplete"):
        head = _head(_place(finding_id), vignette)
        assert head is not None, finding_id
        yield finding_id, "unknown" if head[1] else "open"
    yield from ((finding_id, "not_met") for finding_id in vignette.part("unless"))


@cache
def _shown() -> dict[str, set[str]]:
    """By rule, every verdict (or value, or open value) that a vignette expects of a finding which it heads or decided."""
    shown: dict[str, set[str]] = defaultdict(set)
    for vignette in vignettes():
        expected = list(_expected(vignette))
        for finding_id, outcome in expected:
            named = vignette.part("findings").get(finding_id, {})
            head = _head(_place(finding_id), vignette)
            assert head is not None
            shown[named.get("rule", head[0])].add(outcome)
            for rule in (*vignette.part("decided_by").get(finding_id, ()), *named.get("rules", ())):
                shown[rule].add(outcome)
        for finding_id in vignette.part("decided_by"):
            assert finding_id in dict(expected), f"{vignette.id}: what is expected of {finding_id} is not said"
    return shown


def _heads() -> dict[str, bool]:
    """Every rule that heads a finding, and whether its answer is a verdict."""
    heads = {finding.rule: finding.verdict is not None for finding in _by_place().values()}
    chart = {f"chart.{name}": True for name in ("withdrawal", "rebound", "relapse", "loss_of_effect", "persistent_postwithdrawal")}
    other = {f"lifestyle.alcohol.{country}": True for country in ("US", "GB", "other")}
    return {**heads, **chart, **other, "plan.options": False, "plan.sequential": False, "spectrum.too_early": False, "trial.override": True}


def _of(part: str) -> set[str]:
    """Every problem or link that a vignette names under one heading of `proposed`."""
    return {each for vignette in vignettes() for each in vignette.part("proposed").get(part, ())}


def test_every_rule_that_heads_a_finding_is_expected_by_each_verdict_it_can_come_to() -> None:
    lacking = {
        rule: missing
        for rule, is_verdict in _heads().items()
        if (missing := sorted((VERDICTS if is_verdict else VALUES) - _shown()[rule] - set(CANNOT_BE.get(rule, {}))))
    }
    assert {} == lacking


def test_every_rule_that_only_takes_part_decided_a_finding_of_which_something_is_expected() -> None:
    proposing = {"formulation.propose_problem": _of("problems"), "formulation.propose_link": _of("links")}
    flags = {flag for vignette in vignettes() for said in vignette.part("findings").values() for flag in said.get("flags", ())}
    shown = _shown().keys() | proposing.keys() | {rule for rule, flag in BY_A_FLAG.items() if flag in flags}
    lacking = [rule for rule in rules() if rule not in _heads() and rule not in shown]
    assert all(proposing.values())
    assert [] == lacking


def test_what_no_case_can_show_is_shown_by_none() -> None:
    assert set(CANNOT_BE) <= set(rules())
    for rule, excused in CANNOT_BE.items():
        assert set() == _shown()[rule] & set(excused), rule


def test_no_rule_is_named_that_does_not_stand_in_the_parameters() -> None:
    assert set() == {rule for rule, shown in _shown().items() if shown} - set(rules())


def test_every_problem_is_proposed_in_one_case_and_not_in_another() -> None:
    proposed = _of("problems") | _of("exactly")
    assert set() == set(problem_kinds()) - proposed
    assert set() == set(problem_kinds()) - _of("no_problems")
    assert set() == proposed - set(problem_kinds())


def test_every_link_is_proposed_in_one_case_and_not_in_another_and_open_where_its_condition_is() -> None:
    all_links = {f"{kind.source}->{kind.target}": kind for kind in link_kinds()}
    assert set() == set(all_links) - _of("links")
    assert set() == set(all_links) - _of("no_links")
    assert set() == {name for name, kind in all_links.items() if kind.condition != "both_present"} - _of("open_links")
    assert set() == (_of("links") | _of("no_links") | _of("open_links")) - set(all_links)


def test_every_option_of_the_plan_is_shown_in_one_case_and_not_in_another() -> None:
    """The options have vignettes of their own, beside the tests of the plan."""
    plan = tomllib.loads((Path(__file__).parent / "plan" / "vignettes.toml").read_text("utf-8"))["vignette"]
    shown, hidden = ({option for vignette in plan for option in vignette.get(part, ())} for part in ("shown", "not_shown"))
    assert {option for option, kind in plan_options().items() if not kind.on_request} == shown
    assert set(plan_options()) == hidden


def test_every_flag_of_facts_that_cannot_all_be_true_is_expected() -> None:
    source = (resources.files("trd_core") / "consistency.py").read_text("utf-8")
    codes = set(re.findall(r'code="([a-z_]+)"', source))
    order = ("started", "response_reached", "relapse_on", "ended")
    pairs = {f"{later}_before_{earlier}" for place, earlier in enumerate(order) for later in order[place + 1 :]}
    expected = {each["code"] for vignette in vignettes() for each in vignette.part("expect").get("inconsistent", ())}
    assert len(codes) == 9
    assert codes | pairs - {"ended_before_relapse_on"} == expected
