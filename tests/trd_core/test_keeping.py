"""What is kept from case to case changes nothing that is said, and spares the work that it is for: counted, never timed."""

from __future__ import annotations

import json
import sys
from collections import Counter
from types import CodeType, FrameType
from typing import Any, Final

import pytest

from tests.interview.cohort.synthetic import cohort
from trd_core import conclude, facts, keeping, part
from trd_core.areas import rule
from trd_core.areas.rule import Rule, Rules
from trd_core.assess import assess
from trd_core.assessment import OpenQuestion
from trd_core.case import Case
from trd_core.facts import is_complete, is_true, read
from trd_core.finding import Finding
from trd_core.reading import case_of, read_case
from trd_core.settings import DEFAULT
from trd_core.written import values_json, whole_json

WARM, COUNTED_CASES = 40, 10
BUDGET: Final = {"findings made": 120, "facts read": 280, "parts made": 310, "rules asked again": 20}
"""For one case of a cohort with its findings, on the average, after some tens of cases; worked out anew: 224, 388, 496, 98."""
BUDGET_OF_VALUES: Final = {"findings made": 20, "facts read": 130, "parts made": 120, "rules asked again": 20}


def _cases(number: int, seed: int) -> list[Case]:
    return [read_case(line) for line in cohort(number, seed)]


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("trd_core"):
            for kept in list(vars(module).values()):
                if isinstance(kept, keeping.Memory | Rules):
                    kept.cache_clear()


def _said(case: Case) -> bytes:
    return whole_json(assess(case))


def test_what_was_kept_says_what_is_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = _cases(12, 5)
    for case in _cases(12, 6):
        _said(case)
    kept = [_said(case) for case in cases]
    assert kept == [_said(case) for case in reversed(cases)][::-1]
    _forget()
    monkeypatch.setattr(keeping, "MOST_KEPT", 0)
    assert kept == [_said(case) for case in cases]
    _forget()


def test_a_negative_zero_stays_one_beside_a_zero() -> None:
    said = [_said(read_case(b'{"lifestyle": {"sleep_hours": %b}}' % number)) for number in (b"0.0", b"-0.0", b"0.0")]
    assert said[0] == said[2] != said[1]


def test_a_rule_that_reads_further_in_a_later_case_is_never_answered_by_an_earlier_one() -> None:
    def further(case: Case) -> tuple[Finding, ...]:
        first = is_true(case, "stress.overwhelmed")
        return (conclude.verdict("areas.stress.x", "stress.overload", is_true(case, "stress.exceeds_coping") if first.is_met else first),)

    asked = Rule(further)
    trees: list[dict[str, Any]] = [
        {"overwhelmed": False, "exceeds_coping": True},
        {"overwhelmed": True, "exceeds_coping": True},
        {"overwhelmed": True, "exceeds_coping": False},
        {"overwhelmed": True},
        {"overwhelmed": False, "exceeds_coping": False},
    ]
    verdicts = [asked(case_of({"stress": tree}))[0].verdict for tree in trees * 2]
    assert ["not_met", "met", "not_met", "unknown", "not_met"] * 2 == verdicts


def test_a_list_that_may_go_on_is_another_fact_than_one_that_is_whole() -> None:
    judged = Rule(lambda case: (conclude.valued("x", "spectrum", is_complete(case, "stress.symptoms")),))
    tree: dict[str, Any] = {"stress": {"symptoms": []}}
    unfinished = {**tree, "missing": {"stress.symptoms": "not_asked"}}
    assert [True, False, True, False] == [judged(case_of(each))[0].value for each in (tree, unfinished, tree, unfinished)]


@pytest.mark.parametrize("path", ["kellner_rater", "assessed_on", "toxicity_details.switch.agent", "stress.sources"])
def test_what_rests_on_words_or_dates_is_never_kept(path: str) -> None:
    asked = []

    def of_words(case: Case) -> tuple[Finding, ...]:
        asked.append(read(case, path))
        return ()

    judged = Rule(of_words)
    for _ in range(3):
        judged(case_of({}))
    assert 3 == len(asked)


def test_no_word_of_anybody_is_kept() -> None:
    words = "Quittenbaum-Zeile"
    tree: dict[str, Any] = {
        "kellner_rater": words,
        "trials": [{"id": words, "kind": "medication", "agent": words, "outcome": "non_response", "episode": "current"}],
        "problems": [{"id": words, "label": words}],
        "medical": {"conditions": [{"label": words, "limits_daily_life": True}]},
        "iatrogenic": {"medical_drugs": [words]},
        "toxicity_details": {"switch": {"agent": words}},
        "toxicity": {"switch": True},
        "stress": {"sources": [{"label": words, "theme": "money"}]},
        "safety": {"disposition": {"by": words}},
    }
    case = case_of(tree)
    assert words in _said(case).decode()
    for name, module in list(sys.modules.items()):
        if name.startswith("trd_core"):
            for kept in list(vars(module).values()):
                if isinstance(kept, keeping.Memory):
                    assert words not in repr([(key, _shown(made)) for key, made in kept.items()])


def _shown(made: Any) -> Any:
    if isinstance(made, tuple):
        return [_shown(each) for each in made]
    return (made.reasons, made.missing, made.rules) if hasattr(made, "missing") and hasattr(made, "reasons") else made


def _counted(cases: list[Case], *, tells: bool) -> dict[str, float]:
    names: dict[CodeType, str] = {
        conclude._finding.__code__: "findings made",
        conclude.valued.__code__: "findings made",
        facts.read.__code__: "facts read",
        part.complete.__code__: "parts made",
        rule.Rule._asked.__code__: "rules asked again",
    }
    counted: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in names:
            counted[names[frame.f_code]] += 1

    sys.setprofile(note)
    try:
        for case in cases:
            assess(case, DEFAULT, tells=tells)
    finally:
        sys.setprofile(None)
    return {name: counted[name] / len(cases) for name in dict.fromkeys(names.values())}


def test_the_work_for_one_case_stays_within_its_budget() -> None:
    cases = _cases(WARM + COUNTED_CASES, 3)
    for case in cases[:WARM]:
        assess(case)
    for tells, budget in ((True, BUDGET), (False, BUDGET_OF_VALUES)):
        counted = _counted(cases[WARM:], tells=tells)
        assert {} == {name: counted[name] for name in budget if counted[name] > budget[name]}, counted


def test_values_alone_are_what_they_are_beside_the_findings() -> None:
    for case in _cases(10, 9):
        alone = assess(case, tells=False)
        assert values_json(assess(case)) == values_json(alone)
        assert {} == json.loads(whole_json(alone))["findings"]


def test_a_rule_that_asks_why_a_fact_is_missing_fails_before_it_is_kept() -> None:
    with pytest.raises(AttributeError):
        Rule(lambda case: (conclude.valued("x", "spectrum", case.missing.get("stress.symptoms")),))(case_of({}))


def test_a_part_is_made_of_its_own_fields_and_of_all_that_have_no_default() -> None:
    with pytest.raises(TypeError, match="OpenQuestion: settle, settles"):
        part.made(OpenQuestion, link_id="kellner", settle=())
