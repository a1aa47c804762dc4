"""The primary problem in words: what the ratings propose, or what the clinician confirmed, with what they would have it otherwise."""

from __future__ import annotations

from collections.abc import Callable

from interview.engine.folded import Primary
from interview.language import _
from interview.views.locale import moment
from trd_core.map_results import MacroAnalysis


def primary_words(analysis: MacroAnalysis, name_of: Callable[[str], str], confirmed: Primary | None) -> str:
    """Return which problem is the primary one, and by whose word; empty where no problem is on the map. Names are free text."""
    if not analysis.problems:
        return ""
    return _proposed(analysis, name_of) if confirmed is None else _confirmed(analysis, name_of, confirmed)


def _proposed(analysis: MacroAnalysis, name_of: Callable[[str], str]) -> str:
    if analysis.primary is None:
        return _("No one problem predominates by severity, burden and impairment: a tie, or ratings that are missing.")
    return _("{label} predominates by severity, burden and impairment: a proposal, for the clinician to confirm.").format(
        label=name_of(analysis.primary)
    )


def _confirmed(analysis: MacroAnalysis, name_of: Callable[[str], str], confirmed: Primary) -> str:
    said = [
        _("{label} is the primary problem: confirmed by the clinician, {at}.").format(
            label=name_of(confirmed.problem), at=moment(confirmed.at)
        )
    ]
    if confirmed.reason:
        said.append(_("Reason: {reason}").format(reason=confirmed.reason))
    if analysis.primary is None:
        said.append(_("By the ratings alone no one problem predominates."))
    elif analysis.primary != confirmed.problem:
        said.append(_("By the ratings alone it would be {label}.").format(label=name_of(analysis.primary)))
    return " ".join(said)
