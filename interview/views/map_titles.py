"""What findings about the map and the life chart are called, for a clinician: the rankings, their agreement, circles, two maps, windows."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Final, get_args

from interview.language import _
from interview.views.locale import listed
from interview.views.path_titles import path_title, problem_title
from trd_core.map_results import RankingMethod

METHODS: Final[dict[RankingMethod, str]] = {
    "hierarchy": _("the hierarchy"),
    "out_strength": _("the strength of what a problem feeds"),
    "effect": _("the effect of treating it"),
    "total_effect": _("the effect of treating it along every path"),
}
"""What an order of problems goes by."""

MAP: Final = {
    "macro_analysis.rankings.out_strength": _("First by the strength of what it feeds"),
    "macro_analysis.rankings.effect": _("First by the effect of treating it"),
    "macro_analysis.rankings.total_effect": _("First by the effect of treating it along every path"),
    **{
        f"macro_analysis.rankings.agreement.{one}.{other}": _("Agreement of two orders: {methods}, and {methods_2}").format(
            methods=METHODS[one], methods_2=METHODS[other]
        )
        for one, other in combinations(get_args(RankingMethod), 2)
    },
    "macro_analysis.rankings.sensitivity": _("Single steps of one rating that would change the first place"),
    "macro_analysis.rankings.link_sensitivity": _("Single links without which the first place would change"),
    "macro_analysis.two_maps.differences": _("Differences between the person's map and the clinician's"),
    "macro_analysis.two_maps.same_first": _("Both maps begin with the same problem"),
}

EXPLANATIONS: Final = {
    "withdrawal": _("new withdrawal symptoms"),
    "rebound": _("rebound"),
    "relapse": _("relapse"),
    "loss_of_effect": _("loss of effect"),
    "persistent_postwithdrawal": _("persistent postwithdrawal disorder"),
}
"""What a dated symptom may be compatible with after a change of a drug."""

PROBLEMS: Final = "macro_analysis.problems."
CIRCLES: Final = "macro_analysis.circles."
_WINDOW: Final = re.compile(rf"life_chart\.(?P<symptom>.+)\.(?P<explanation>{'|'.join(EXPLANATIONS)})\.after\.(?P<change>.+)")


def map_title(finding_id: str) -> str | None:
    """Return what a finding about the map or one window of the life chart is called; None where it is about neither.

    A problem that was proposed is named by its title; any other id is the clinician's own word for it.
    """
    if finding_id in MAP:
        return MAP[finding_id]
    if finding_id.startswith(PROBLEMS):
        return _("Place in the hierarchy: {problem_title}").format(problem_title=problem_title(finding_id.removeprefix(PROBLEMS)))
    if finding_id.startswith(CIRCLES):
        return _("Circle: {listed}").format(listed=listed([problem_title(each) for each in finding_id.removeprefix(CIRCLES).split("+")]))
    window = _WINDOW.fullmatch(finding_id)
    if window is None:
        return None
    symptom, change = path_title(window["symptom"]), path_title(window["change"])
    return _("Compatible with {explanations}: {symptom}, after {change}").format(
        explanations=EXPLANATIONS[window["explanation"]], symptom=symptom, change=change
    )
