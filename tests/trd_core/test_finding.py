"""Three-valued logic, and how sure a composite is."""

from __future__ import annotations

import itertools
import random

import pytest
from pydantic import TypeAdapter

from tests.second.generator import random_case
from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.conclude import verdict
from trd_core.finding import ALWAYS, NEVER, Citation, Finding, Judged, Reason, Verdict, all_of, any_of, by_rule, last_status, negate
from trd_core.reading import case_of
from trd_core.written import whole_json

M, N, U = Judged("met"), Judged("not_met"), Judged("unknown")
VALUE: dict[Verdict, float] = {"not_met": 0, "unknown": 0.5, "met": 1}


@pytest.mark.parametrize("judged", itertools.product((M, N, U), repeat=3))
def test_all_is_the_least_and_any_the_greatest_over_every_triple(judged: tuple[Judged, ...]) -> None:
    values = [VALUE[each.verdict] for each in judged]
    assert min(values) == VALUE[all_of(*judged).verdict]
    assert max(values) == VALUE[any_of(*judged).verdict]


@pytest.mark.parametrize(("judged", "opposite"), [(M, "not_met"), (N, "met"), (U, "unknown")])
def test_negation_leaves_unknown_unknown(judged: Judged, opposite: Verdict) -> None:
    assert opposite == negate(judged).verdict


def test_of_none_all_is_met_and_any_is_not() -> None:
    assert all_of().verdict == ALWAYS.verdict
    assert any_of().verdict == NEVER.verdict


def _judged(path: str, given: Verdict) -> Judged:
    reasons = () if given == "unknown" else (Reason(path=path, value=True),)
    return Judged(given, reasons, (path,) if given == "unknown" else (), (path.upper(),))


def test_only_what_decided_gives_the_reasons_and_nothing_is_missing_then() -> None:
    decided = all_of(_judged("a", "met"), _judged("b", "not_met"), _judged("c", "unknown"))
    assert (("b",), (), ("B",)) == (tuple(reason.path for reason in decided.reasons), decided.missing, decided.rules)


def test_what_is_open_names_what_is_missing_and_what_is_known() -> None:
    judged = any_of(_judged("a", "not_met"), _judged("b", "unknown"), _judged("c", "unknown"))
    assert (("a",), ("b", "c")) == (tuple(reason.path for reason in judged.reasons), judged.missing)


def test_a_composite_carries_the_least_sure_status_and_lists_the_rules() -> None:
    composite = verdict("x", "lifestyle.smoking", by_rule("lifestyle.short_sleep", by_rule("lifestyle.high_caffeine", M)))
    assert composite.status == "recalled"
    assert composite.rules == ("lifestyle.smoking", "lifestyle.high_caffeine", "lifestyle.short_sleep")


@pytest.mark.parametrize(
    ("statuses", "last"), [(("paper", "checked"), "checked"), (("project", "paper"), "project"), (("paper",), "paper"), ((), "project")]
)
def test_the_last_status_is_the_least_sure(statuses: tuple[str, ...], last: str) -> None:
    assert last == last_status(statuses)  # type: ignore[arg-type]


def test_a_citation_shows_the_place_and_the_doi_where_there_are_any() -> None:
    assert Citation(id="a", text="Someone 1999").at(None) == "Someone 1999"
    assert Citation(id="a", text="Someone 1999", doi="10.1/x").at("Table 1") == "Someone 1999, Table 1, doi:10.1/x"


@pytest.mark.parametrize(("given", "is_open"), [("unknown", True), ("met", False), ("not_met", False)])
def test_a_finding_is_open_while_its_verdict_is_unknown(given: Verdict, is_open: bool) -> None:
    assert is_open == Finding(id="a", verdict=given, rule="r", citation="c", status="paper").is_open


def test_a_finding_with_a_range_is_open() -> None:
    assert Finding(id="a", range=(1, None), rule="r", citation="c", status="paper").is_open


def test_what_the_core_made_unchecked_would_pass_every_check() -> None:
    rng = random.Random(11)
    for number in range(60):
        assessment = assess(case_of(random_case(rng, (0.0, 0.2, 0.6)[number % 3])), in_depth=number % 20 == 0)
        whole = whole_json(assessment)
        assert whole == whole_json(Assessment.model_validate_json(whole))
        looked_over = TypeAdapter(dict[str, Finding]).validate_python(
            {name: {field: getattr(finding, field) for field in Finding.model_fields} for name, finding in assessment.findings.items()}
        )
        assert looked_over == assessment.findings
