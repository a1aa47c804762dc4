"""Windows after a change of a drug: a day below, on and above each boundary; open where a date or a fact leaves it open."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd_core.life_chart.charts import chart, compatibility, day, drug, verdicts

STOP = "trials.t1.ended"
WITHDRAWAL = "toxicity.withdrawal"


def told(days: float | None, **detail: Any) -> dict[str, Any]:
    """Return new symptoms so many days after paroxetine was stopped, told with the same date as the treatment's end."""
    whole = {"agent": "paroxetine", "change": "stopped", "changed_on": "2025-03-01", "new_symptoms": True, "onset_days": days, **detail}
    return {
        "toxicity": {"withdrawal": True},
        "toxicity_details": {"withdrawal": {name: value for name, value in whole.items() if value is not None}},
    }


@pytest.mark.parametrize(
    ("explanation", "agent", "days", "expected"),
    [
        ("withdrawal", "paroxetine", 0, "met"),
        ("withdrawal", "paroxetine", 41, "met"),
        ("withdrawal", "paroxetine", 42, "met"),
        ("withdrawal", "paroxetine", 43, "not_met"),
        ("withdrawal", "fluoxetine", 62, "met"),
        ("withdrawal", "fluoxetine", 63, "met"),
        ("withdrawal", "fluoxetine", 64, "not_met"),
        ("rebound", "paroxetine", 13, "met"),
        ("rebound", "paroxetine", 14, "met"),
        ("rebound", "paroxetine", 15, "not_met"),
        ("rebound", "fluoxetine", 35, "met"),
        ("rebound", "fluoxetine", 36, "not_met"),
        ("relapse", "paroxetine", 13, "not_met"),
        ("relapse", "paroxetine", 14, "met"),
        ("relapse", "paroxetine", 15, "met"),
        ("relapse", "paroxetine", 4000, "met"),
    ],
)
def test_an_onset_is_in_the_window_or_it_is_not(explanation: str, agent: str, days: int, expected: str) -> None:
    of = chart(trials=[drug(agent=agent)], **told(days, agent=agent))
    assert expected == compatibility(of, explanation, WITHDRAWAL, STOP).finding.verdict


def test_several_may_hold_at_once_and_none_is_called_a_cause() -> None:
    of = chart(trials=[drug()], **told(14))
    assert {"withdrawal": "met", "rebound": "met", "relapse": "met", "persistent_postwithdrawal": "unknown"} == verdicts(
        of, WITHDRAWAL, STOP
    )
    assert all(each.finding.needs_clinician for each in of.compatible)
    assert "caus" not in of.model_dump_json()


def test_each_says_its_rule_source_and_how_sure_it_is() -> None:
    of = chart(trials=[drug()], **told(3))
    shown = {
        each.compatible_with: (each.finding.rule, each.finding.citation, each.finding.status)
        for each in of.compatible
        if each.change == STOP
    }
    chouinard = "Chouinard & Chouinard 2015, Psychother Psychosom 84:63–71"
    assert ("chart.withdrawal", chouinard, "project") == shown["withdrawal"]
    assert ("chart.rebound", chouinard, "project") == shown["rebound"]
    assert ("chart.relapse", chouinard, "project") == shown["relapse"]
    persistent = ("chart.persistent_postwithdrawal", "Hengartner 2020, abstract, after Chouinard & Chouinard", "checked")
    assert persistent == shown["persistent_postwithdrawal"]


def test_reasons_are_facts_with_their_paths() -> None:
    finding = compatibility(chart(trials=[drug()], **told(3)), "withdrawal", WITHDRAWAL, STOP).finding
    assert {
        "trials.t1.kind": "medication",
        "trials.t1.ended": "2025-03-01",
        "toxicity_details.withdrawal.agent": "paroxetine",
        "toxicity_details.withdrawal.change": "stopped",
        "toxicity_details.withdrawal.changed_on": "2025-03-01",
        "toxicity.withdrawal": True,
        "toxicity_details.withdrawal.onset_days": 3,
        "toxicity_details.withdrawal.new_symptoms": True,
    } == {reason.path: reason.value for reason in finding.reasons}
    assert () == finding.missing


@pytest.mark.parametrize(("new", "expected"), [(True, "met"), (False, "not_met"), (None, "unknown")])
def test_withdrawal_asks_for_new_symptoms(new: bool | None, expected: str) -> None:
    finding = compatibility(chart(trials=[drug()], **told(5, new_symptoms=new)), "withdrawal", WITHDRAWAL, STOP).finding
    assert expected == finding.verdict
    assert (("toxicity_details.withdrawal.new_symptoms",) if new is None else ()) == finding.missing


def test_a_drug_without_a_name_leaves_open_what_the_names_would_decide() -> None:
    """Between the windows of the fastest and the slowest drug."""
    for days, expected in ((42, "met"), (43, "unknown"), (63, "unknown"), (64, "not_met")):
        of = chart(**told(days, agent=None))
        finding = compatibility(of, "withdrawal", WITHDRAWAL, "toxicity_details.withdrawal").finding
        assert expected == finding.verdict
        assert (expected == "unknown") == ("toxicity_details.withdrawal.agent" in finding.missing)


@pytest.mark.parametrize(("change", "expected"), [("reduced", {"withdrawal", "rebound", "relapse"}), ("started", {"loss_of_effect"})])
def test_each_change_has_its_own_windows(change: str, expected: set[str]) -> None:
    of = chart(**told(3, change=change))
    assert expected == set(verdicts(of, WITHDRAWAL, "toxicity_details.withdrawal"))
    assert expected == {window.compatible_with for window in of.changes[0].windows}


def test_an_unknown_change_leaves_every_window_open() -> None:
    of = chart(**told(3, change=None))
    found = verdicts(of, WITHDRAWAL, "toxicity_details.withdrawal")
    assert {"unknown"} == set(found.values()) - {"not_met"}
    assert "not_met" == found["relapse"]
    assert 5 == len(found)
    assert "toxicity_details.withdrawal.change" in of.compatible[0].finding.missing


class TestPersistentDisorder:
    """Six months of use or more; symptoms of the first six weeks that outlast them."""

    @pytest.mark.parametrize(("started", "expected"), [("2024-09-02", "not_met"), ("2024-09-01", "met"), ("2024-08-31", "met")])
    def test_six_months_of_use_by_dates(self, started: str, expected: str) -> None:
        assert expected == self.verdict(started=started)

    @pytest.mark.parametrize(("weeks", "expected"), [(25, "unknown"), (26, "met"), (27, "met")])
    def test_six_months_of_use_by_weeks(self, weeks: int, expected: str) -> None:
        assert expected == self.verdict(started=None, weeks=weeks)

    @pytest.mark.parametrize(("lasted", "expected"), [(5, "not_met"), (39 / 7, "not_met"), (40 / 7, "met"), (60, "met"), (None, "unknown")])
    def test_beyond_the_first_six_weeks(self, lasted: float | None, expected: str) -> None:
        """An onset on day three: 39 days later is day 42."""
        assert expected == self.verdict(lasted=lasted)

    @pytest.mark.parametrize(("onset", "expected"), [(41, "met"), (42, "met"), (43, "not_met")])
    def test_begun_in_the_first_six_weeks(self, onset: int, expected: str) -> None:
        assert expected == self.verdict(onset=onset)

    def test_not_after_a_reduction(self) -> None:
        of = chart(**told(3, change="reduced", lasted_weeks=30))
        assert "persistent_postwithdrawal" not in verdicts(of, WITHDRAWAL, "toxicity_details.withdrawal")

    def test_old_symptoms_that_came_back_may_have_been_stronger(self) -> None:
        of = chart(trials=[drug()], **told(3, lasted_weeks=20, new_symptoms=False))
        finding = compatibility(of, "persistent_postwithdrawal", WITHDRAWAL, STOP).finding
        assert ("unknown", ("intensity_not_recorded",)) == (finding.verdict, finding.flags)

    def test_two_doses_of_one_drug_are_one_use(self) -> None:
        first = drug("t1", started="2024-06-01", ended="2024-12-01", dose_mg=20)
        second = drug("t2", started="2024-12-01", dose_mg=40)
        of = chart(trials=[first, second], **told(3, lasted_weeks=20))
        finding = compatibility(of, "persistent_postwithdrawal", WITHDRAWAL, "trials.t2.ended").finding
        assert "met" == finding.verdict
        other = chart(trials=[{**first, "agent": "sertraline"}, second], **told(3, lasted_weeks=20))
        assert "not_met" == compatibility(other, "persistent_postwithdrawal", WITHDRAWAL, "trials.t2.ended").finding.verdict

    def test_a_dose_before_that_only_may_have_gone_on_leaves_it_open(self) -> None:
        first = drug("t1", started="2024-06-01", ended="2024-11")
        second = drug("t2", started="2024-12-01", dose_mg=40)
        of = chart(trials=[first, second], **told(3, lasted_weeks=20))
        finding = compatibility(of, "persistent_postwithdrawal", WITHDRAWAL, "trials.t2.ended").finding
        assert ("unknown", ("trials.t1.ended",)) == (finding.verdict, finding.missing)

    @pytest.mark.parametrize(
        ("started", "expected"), [("2024-08", "met"), ("2024-09", "unknown"), ("2024-10", "not_met"), ("2024", "unknown")]
    )
    def test_a_start_that_is_not_exact(self, started: str, expected: str) -> None:
        assert expected == self.verdict(started=started)

    def test_without_a_treatment_the_length_of_use_is_not_known(self) -> None:
        finding = compatibility(
            chart(**told(3, lasted_weeks=20)), "persistent_postwithdrawal", WITHDRAWAL, "toxicity_details.withdrawal"
        ).finding
        assert ("unknown", ("trials",)) == (finding.verdict, finding.missing)

    def test_weeks_make_it_this_projects_own(self) -> None:
        of = chart(trials=[drug(started=None, weeks=40)], **told(3, lasted_weeks=20))
        finding = compatibility(of, "persistent_postwithdrawal", WITHDRAWAL, STOP).finding
        assert ("met", "project") == (finding.verdict, finding.status)
        assert "chart.use_by_weeks" in finding.rules

    def verdict(self, onset: int = 3, lasted: float | None = 20, **trial: Any) -> str | None:
        of = chart(trials=[drug(**trial)], **told(onset, lasted_weeks=lasted))
        return compatibility(of, "persistent_postwithdrawal", WITHDRAWAL, STOP).finding.verdict


class TestLossOfEffect:
    """After a response, while the drug goes on, at a dose that was not lowered."""

    def verdict(self, relapse: str, **trial: Any) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
        whole = {"outcome": "loss_of_effect", "response_reached": "2024-06-01", "dose_lowered_before_loss": False, **trial}
        of = chart(trials=[drug(relapse_on=relapse, **whole)])
        finding = compatibility(of, "loss_of_effect", "trials.t1.relapse_on", "trials.t1.started").finding
        return finding.verdict, finding.missing, finding.flags

    @pytest.mark.parametrize(("relapse", "expected"), [("2024-05-31", "not_met"), ("2024-06-01", "met"), ("2024-06-02", "met")])
    def test_not_before_the_response(self, relapse: str, expected: str) -> None:
        assert expected == self.verdict(relapse)[0]

    @pytest.mark.parametrize(("relapse", "flags"), [("2024-07-26", ("unstable_response",)), ("2024-07-27", ()), ("2024-07-28", ())])
    def test_soon_after_the_response_it_was_perhaps_never_stable(self, relapse: str, flags: tuple[str, ...]) -> None:
        assert ("met", (), flags) == self.verdict(relapse)

    @pytest.mark.parametrize(("ended", "expected"), [("2024-11-30", "not_met"), ("2024-12-01", "met"), ("2024-12-02", "met")])
    def test_not_after_the_last_day(self, ended: str, expected: str) -> None:
        assert expected == self.verdict("2024-12-01", ended=ended, outcome="full_response")[0]

    def test_not_after_a_lower_dose(self) -> None:
        assert "not_met" == self.verdict("2024-12-01", dose_lowered_before_loss=True)[0]
        assert ("unknown", ("trials.t1.dose_lowered_before_loss",), ()) == self.verdict("2024-12-01", dose_lowered_before_loss=None)

    @pytest.mark.parametrize(("percent", "expected"), [(79, "not_met"), (80, "met"), (81, "met"), (None, "met")])
    def test_not_where_too_little_was_taken(self, percent: float | None, expected: str) -> None:
        assert expected == self.verdict("2024-12-01", adherence_percent=percent)[0]

    def test_a_drug_that_never_worked_has_no_effect_to_lose(self) -> None:
        assert "not_met" == self.verdict("2024-12-01", outcome="non_response", response_reached=None)[0]
        verdict, missing, _ = self.verdict("2024-12-01", outcome="full_response", response_reached=None)
        assert ("unknown", ("trials.t1.response_reached",)) == (verdict, missing)

    def test_it_is_as_sure_as_the_adherence_that_counts(self) -> None:
        of = chart(trials=[drug(relapse_on="2024-12-01", outcome="loss_of_effect")])
        finding = compatibility(of, "loss_of_effect", "trials.t1.relapse_on", "trials.t1.started").finding
        assert "section 3, b" in finding.citation
        assert "recalled" == finding.status


class TestDatesThatAreNotExact:
    """What a month or a year leaves possible is open, and the date is asked for."""

    @pytest.mark.parametrize(
        ("relapse", "expected", "missing"),
        [
            ("2025-03-10", "met", ()),
            ("2025-03", "unknown", ("trials.t2.relapse_on",)),
            ("2025", "unknown", ("trials.t2.relapse_on",)),
            ("2026", "not_met", ()),
        ],
    )
    def test_rebound(self, relapse: str, expected: str, missing: tuple[str, ...]) -> None:
        later = drug("t2", agent="sertraline", started=None, ended=None, relapse_on=relapse)
        finding = compatibility(chart(trials=[drug(), later]), "rebound", "trials.t2.relapse_on", STOP).finding
        assert (expected, missing) == (finding.verdict, finding.missing)

    def test_a_relapse_that_surely_came_first_follows_nothing(self) -> None:
        of = chart(trials=[drug(), drug("t2", agent="sertraline", started=None, ended=None, relapse_on="2025-02-28")])
        assert {} == verdicts(of, "trials.t2.relapse_on", STOP)

    def test_days_after_its_own_change_are_exact_whatever_the_date(self) -> None:
        of = chart(**told(3, changed_on="2025"))
        found = compatibility(of, "withdrawal", WITHDRAWAL, "toxicity_details.withdrawal")
        assert ((3, 3), "met") == (found.days, found.finding.verdict)

    def test_an_undated_change_still_has_its_own_symptom(self) -> None:
        of = chart(**told(3, changed_on=None))
        found = compatibility(of, "withdrawal", WITHDRAWAL, "toxicity_details.withdrawal")
        assert ((3, 3), "met") == (found.days, found.finding.verdict)
        assert () == of.changes[0].windows

    def test_a_relapse_says_that_new_symptoms_are_still_to_be_asked(self) -> None:
        relapsed = drug("t2", agent="sertraline", started=None, ended=None, relapse_on=day(7))
        finding = compatibility(chart(trials=[drug(), relapsed]), "withdrawal", "trials.t2.relapse_on", STOP).finding
        assert ("unknown", ("toxicity.withdrawal",)) == (finding.verdict, finding.missing)
        denied = chart(trials=[drug(), relapsed], toxicity={"withdrawal": False})
        assert "not_met" == compatibility(denied, "withdrawal", "trials.t2.relapse_on", STOP).finding.verdict
        earlier = chart(trials=[drug(), {**relapsed, "episode": "previous"}], toxicity={"withdrawal": False})
        assert "unknown" == compatibility(earlier, "withdrawal", "trials.t2.relapse_on", STOP).finding.verdict


def test_a_treatment_of_unknown_kind_may_be_no_drug() -> None:
    of = chart(trials=[drug(kind=None, relapse_on=day(20))])
    finding = compatibility(of, "relapse", "trials.t1.relapse_on", STOP).finding
    assert ("unknown", ("trials.t1.kind",)) == (finding.verdict, finding.missing)


def test_psychotherapy_is_no_change_of_a_drug() -> None:
    assert () == chart(trials=[drug(kind="psychotherapy", agent="cbt", relapse_on=day(20))]).changes


def test_windows_stand_on_the_calendar_and_are_no_more_exact_than_the_change() -> None:
    (stop,) = (each for each in chart(trials=[drug(started=None, ended="2025-03")]).changes if each.change == "stopped")
    (withdrawal,) = (each for each in stop.windows if each.compatible_with == "withdrawal")
    assert withdrawal.ends is not None
    assert ("2025-03-01", "2025-03-31") == (withdrawal.begins.earliest.isoformat(), withdrawal.begins.latest.isoformat())
    assert ("2025-04-12", "2025-05-12") == (withdrawal.ends.earliest.isoformat(), withdrawal.ends.latest.isoformat())
    (relapse,) = (each for each in stop.windows if each.compatible_with == "relapse")
    assert (None, "2025-03-15") == (relapse.ends, relapse.begins.earliest.isoformat())
