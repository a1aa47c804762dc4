"""The life chart in words: no more exact than was said, and nothing that says what caused a symptom."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from interview.views import life_chart_words as words
from interview.views.life_chart_words import ChartRow, ChartView, chart_view, when_words
from trd_core.life_chart.chart import life_chart
from trd_core.life_chart.model import LANES, ChangeKind, EntryKind, Explanation
from trd_core.life_chart.moments import counted_back, moment
from trd_core.reading import case_of

GIVEN: dict[str, Any] = {
    "assessed_on": "2025-09-10",
    "episode": {"duration_months": 5},
    "trials": [
        {"id": "t1", "kind": "medication", "agent": "paroxetine", "dose_mg": 20, "started": "2024-01", "ended": "2025-03-01"},
        {"id": "t2", "kind": "psychotherapy", "agent": "cbt", "relapse_on": "2025"},
    ],
    "toxicity": {"withdrawal": True, "switch": True},
    "toxicity_details": {
        "withdrawal": {"agent": "paroxetine", "change": "stopped", "changed_on": "2025-03", "onset_days": 4, "new_symptoms": True}
    },
    "stress": {"sources": [{"kind": "chronic", "label": "[red]the [/] flat", "months_since_onset": 24}]},
}


def view(**more: Any) -> ChartView:
    case = case_of({**GIVEN, **more})
    return chart_view(case, life_chart(case))


def row(of: ChartView, identifier: str) -> ChartRow:
    (found,) = (each for lane in of.lanes for each in (*lane.dated, *lane.undated) if each.id == identifier)
    return found


@pytest.mark.parametrize(("said", "expected"), [("2025", "2025"), ("2025-03", "March 2025"), ("2025-03-01", "1 March 2025")])
def test_a_date_is_said_no_more_exactly_than_it_was(said: str, expected: str) -> None:
    assert expected == when_words(moment(said) or pytest.fail("no moment"))


def test_a_length_counted_back_is_said_as_between() -> None:
    assert "between 10 March 2025 and 10 May 2025" == when_words(counted_back(5, moment("2025-09-10")) or pytest.fail("no moment"))


def test_rows_say_what_and_when() -> None:
    of = view()
    assert ("paroxetine", "began January 2024, ended 1 March 2025", ("medicine", "dose in mg a day: 20"), ()) == (
        (drug := row(of, "trials.t1")).what,
        drug.when,
        drug.details,
        drug.ask,
    )
    assert ("Relapse: cognitive behavioral therapy", "2025") == ((relapse := row(of, "trials.t2.relapse_on")).what, relapse.when)
    assert ("This episode", "began between 10 March 2025 and 10 May 2025, goes on") == (
        (episode := row(of, "episode.duration_months")).what,
        episode.when,
    )
    strain = row(of, "stress.sources[0]")
    assert ("Lasting strain: [red]the [/] flat", "began between 10 September 2022 and 10 September 2024") == (strain.what, strain.when)
    assert ("", ("after drugs: switch: changed on", "after drugs: switch: onset days")) == (
        (switch := row(of, "toxicity.switch")).when,
        switch.ask,
    )


def test_a_symptom_after_a_change_says_all_that_it_is_compatible_with() -> None:
    of = view()
    (line,) = (each for each in of.compatible if (each.symptom, each.change) == ("toxicity.withdrawal", "trials.t1.ended"))
    assert (
        "New withdrawal symptoms or rebound. 4 days after paroxetine was stopped (1 March 2025): compatible with new withdrawal symptoms "
        "and rebound; open: persistent postwithdrawal disorder; by its rule not compatible with relapse."
    ) == line.sentence
    assert ("after drugs: withdrawal: lasted weeks",) == line.ask
    assert ("whether it was stronger than before is not in the record",) == line.remarks


def test_a_symptom_without_a_date_is_asked_for() -> None:
    (line,) = view().ask_when
    assert line.startswith("Switch to mania or hypomania on a drug: not dated; ask when (")


def test_each_explanation_has_its_source_and_says_how_sure_it_is() -> None:
    assert (
        "Rebound: rule chart.rebound, this project's own decision: Chouinard & Chouinard 2015, Psychother Psychosom 84:63–71"
        in view().sources
    )


def test_nothing_says_what_caused_a_symptom_and_nothing_advises() -> None:
    of = view()
    said = repr((of.lanes, of.compatible, of.ask_when, of.sources)).lower()
    assert [] == [word for word in ("cause", "due to", "should", "taper", "stop taking", "normal", "no risk") if word in said]
    assert "never caused by" in of.what_it_says[0]


def test_every_code_has_its_words() -> None:
    assert set(LANES) == set(words.LANES)
    assert set(get_args(ChangeKind)) == set(words.DONE)
    assert set(get_args(Explanation)) == set(words.EXPLANATIONS)
    assert set(get_args(EntryKind)) - {"manifestation"} == set(words.ENTRIES)


def test_an_empty_case_has_a_chart_too() -> None:
    of = view(**dict.fromkeys(GIVEN))
    assert ((), ()) == (of.compatible, of.ask_when)
    assert ["treatments"] == list(of.lanes[0].unasked)
