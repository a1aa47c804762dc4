"""Step 3: this episode beside the earlier ones: which were like it, which were not, and in how many a treatment failed."""

from __future__ import annotations

from collections.abc import Iterable

from trd_core.case import Case
from trd_core.catalogue import codes
from trd_core.conclude import valued
from trd_core.facts import is_complete
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, Reason, all_of, any_of, made
from trd_core.history import MORE, History
from trd_core.treatment_results import EpisodeComparison, Fraction
from trd_core.trial_reading import TrialReading


def _belongs_to(reading: TrialReading, episode: str) -> Judged:
    if reading.trial.episode == "current":
        return Judged(NOT_MET, reading.is_current.reasons)
    if reading.trial.episode_id is not None:
        return reading.fact("episode_id", episode.__eq__)
    return Judged(UNKNOWN, missing=(reading.path("episode_id" if reading.trial.episode == "previous" else "episode"),))


def _failed_in(history: History, episode: str | None) -> Judged:
    """Whether a treatment failed in one episode; None is the current one."""
    failing = codes("failed_outcomes")
    more = () if history.is_complete else (MORE,)
    judged = (
        all_of(reading.is_current if episode is None else _belongs_to(reading, episode), reading.ended_in(failing))
        for reading in history.readings
    )
    return any_of(*judged, *more)


def _fraction(case: Case, judged: list[Judged]) -> Fraction:
    verdicts = {each.verdict for each in judged}
    if {MET, NOT_MET} <= verdicts:
        return "some"
    if UNKNOWN in verdicts or not is_complete(case, "episodes"):
        return "unknown"
    return "all" if verdicts == {MET} else "none"


def _finding(case: Case, fraction: Fraction, judged: list[Judged], alike: Iterable[bool | None]) -> Finding:
    paths = [f"episodes[{index}].like_now" for index, _ in enumerate(case.episodes or ())]
    known = tuple(Reason(path=path, value=like) for path, like in zip(paths, alike, strict=True) if like is not None)
    whole = () if is_complete(case, "episodes") else ("episodes",)
    missing = (*(path for each in judged if each.verdict == UNKNOWN for path in each.missing), *whole) if fraction == "unknown" else ()
    return valued(
        "episode_comparison.failed_in",
        "episode_comparison",
        fraction,
        reasons=tuple({each.path: each for each in (*known, *(one for each in judged for one in each.reasons))}.values()),
        missing=tuple(dict.fromkeys(missing)),
        needs_clinician=True,
    )


def judge_episodes(history: History, *, tells: bool = True) -> tuple[EpisodeComparison, tuple[Finding, ...]]:
    """Return the comparison, and, unless values alone are wanted, its finding."""
    case = history.case
    episodes = case.episodes or ()
    judged = [_failed_in(history, None), *(_failed_in(history, episode.id) for episode in episodes)]
    fraction = _fraction(case, judged)
    alike = {episode.id: episode.like_now for episode in episodes}
    comparison = made(
        EpisodeComparison,
        differences=tuple(each for each, like in alike.items() if like is False),
        similar=tuple(each for each, like in alike.items() if like is True),
        not_known=tuple(each for each, like in alike.items() if like is None),
        failed_in=fraction,
    )
    return comparison, (_finding(case, fraction, judged, alike.values()),) if tells else ()
