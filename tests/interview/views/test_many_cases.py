"""Over many cases: no finding is called by its code, no flag is shown as its code, and each patient's page reads plainly.

`TRD_WORDS_SHARE` sets how much is walked: 1 is every vignette and 200 random cases, 5 (in the suite) a fifth of each.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from typing import Any

from interview.views.finding_titles import TITLES
from interview.views.flag_words import FLAGS
from interview.views.life_chart_words import FLAGS as CHART_FLAGS
from interview.views.map_titles import MAP
from interview.views.path_titles import path_title, plain
from interview.views.words_clinician import title, verdict_word
from interview.views.words_patient import patient_lines, patient_text
from tests.interview.views.patient_reading import reads_plainly
from tests.second.generator import random_case
from tests.trd_core.vignettes.loading import vignettes
from trd_core.assess import assess, propose
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.finding import Finding
from trd_core.formulation.proposal import Proposals
from trd_core.life_chart.chart import life_chart
from trd_core.reading import case_of

SHARE = int(os.environ.get("TRD_WORDS_SHARE", "5"))
RANDOM_CASES = 200
IN_DEPTH = 4
"""So many cases with a map are assessed in depth; the others in the same words, faster."""
NOT_TITLES = ("impediments.", "trials.", "suitability.", "macro_analysis.problems.", "macro_analysis.circles.", "life_chart.")
"""Findings whose title is put together from parts, one of which may be an id of the record."""


def _given() -> Iterator[dict[str, Any]]:
    fitting = [each.whole.get("given", {}) for each in vignettes() if "refused" not in each.whole and "raw" not in each.whole]
    assert 500 < len(fitting)
    yield from fitting[::SHARE]
    yield from (random_case(random.Random(seed), (0.1, 0.3, 0.6)[seed % 3]) for seed in range(0, RANDOM_CASES, SHARE))


def _assessed() -> Iterator[tuple[Case, Assessment]]:
    deep = 0
    for given in _given():
        case = case_of(given)
        in_depth = bool(case.problems) and deep < IN_DEPTH
        deep += in_depth
        yield case, assess(case, in_depth=in_depth)


def _untitled(finding: Finding) -> bool:
    called = title(finding.id)
    return "_" in called.replace(finding.id, "") or (
        called == plain(finding.id.rpartition(".")[2]).capitalize() and finding.id not in TITLES
    )


def test_many_cases_in_words() -> None:
    untitled: set[str] = set()
    without_words: set[str] = set()
    walked = 0
    for case, assessment in _assessed():
        charted = [each.finding for each in life_chart(case).compatible]
        found = [*assessment.findings.values(), *charted]
        untitled |= {each.id for each in found if _untitled(each)}
        without_words |= {flag for each in assessment.findings.values() for flag in each.flags if flag not in FLAGS} - {"not_applicable"}
        without_words |= {flag for each in charted for flag in each.flags if flag not in CHART_FLAGS}
        proposals = propose(case) if case.links else Proposals()
        reads_plainly([line.strip() for line in patient_lines(patient_text(case, assessment, proposals, help_line="Call us.")) if line])
        walked += 1
    assert (500 + RANDOM_CASES) // SHARE < walked
    assert set() == untitled
    assert set() == without_words


def test_a_finding_without_a_title_would_be_found() -> None:
    """Negative control."""
    odd = Finding(id="macro_analysis.rankings.by_name", value="a", rule="r", citation="c", status="paper")
    assert _untitled(odd)
    assert not _untitled(odd.model_copy(update={"id": "macro_analysis.rankings.effect"}))


def test_titles_of_the_map_and_of_the_chart() -> None:
    assert "First by the effect of treating it" == title("macro_analysis.rankings.effect")
    assert "Agreement of two orders: the hierarchy, and the effect of treating it" == title(
        "macro_analysis.rankings.agreement.hierarchy.effect"
    )
    assert "Both maps begin with the same problem" == title("macro_analysis.two_maps.same_first")
    assert "Place in the hierarchy: Low energy" == title("macro_analysis.problems.low_energy")
    assert "Circle: Poor sleep and Alcohol" == title("macro_analysis.circles.insomnia+alcohol")
    assert "Compatible with rebound: after drugs: withdrawal, after treatment 1: ended" == title(
        "life_chart.toxicity.withdrawal.rebound.after.trials.t1.ended"
    )
    assert len({*TITLES.values(), *MAP.values()}) == len(TITLES) + len(MAP)


def test_a_link_and_a_problem_are_named_by_their_titles() -> None:
    assert "link from “Poor sleep” to “Alcohol”: strength" == path_title("links.insomnia->alcohol.strength")
    assert "link from p1 to “Alcohol”" == path_title("links.p1->alcohol")
    first = Finding(id="macro_analysis.rankings.effect", value="low_energy", rule="r", citation="c", status="project")
    assert "Low energy" == verdict_word(first)


def test_values_are_said_without_their_codes() -> None:
    said = Finding(id="response.spectrum", value="response_with_residual", rule="r", citation="c", status="paper")
    assert "response, with symptoms left" == verdict_word(said)
    assert "no response" == verdict_word(said.model_copy(update={"value": "non_response"}))
