"""The map of problems for the person: what we heard, how one thing may feed another, and the person's own picture beside it.

Links are ideas to check together, never a cause that was found. What a clinician typed is not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from interview.language import _
from interview.views.patient_part import PatientPart, persons_labels, quoted
from interview.views.patient_problems import OF_JUDGEMENT, OF_SAFETY, OTHERS, PROBLEMS, Said
from interview.views.patient_reasons import REASONS
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.formulation.proposal import Proposals
from trd_core.map_results import Arrow, MacroAnalysis, MapLink, TwoMaps

SINCE: Final = {
    "improved": _("You said that you feel better than when the latest treatment began."),
    "unchanged": _("You said that you feel about the same as when the latest treatment began."),
    "deteriorated": _("You said that you feel worse than when the latest treatment began."),
}
SINCE_UNKNOWN: Final = _("How you feel since the latest treatment began: not talked about yet.")
SEEN_OTHERWISE: Final = _("We see that in another way than you do. Let us talk about it.")
IN_ORDER: Final = _("This is what weighs on you most, as we heard it. It stands in the order in which we would take it up:")
NO_MAP: Final = _("What weighs on you most: we have not put that in order together yet.")
YOUR_WISH_COUNTS: Final = _("You told us what you would like to work on first. That counts in this order.")
YOUR_WISH: Final = _("You would like to work on this first: ")
WISH_UNKNOWN: Final = _("What you would like to work on first: not talked about yet.")
SAFETY_FIRST: Final = _("What has to do with your safety comes before all this. We talk about it face to face.")
FACE_TO_FACE: Final = _("There is more that we would like to talk over with you face to face.")
IDEAS: Final = _("One thing can feed another. These are ideas, to check with you. Tell us where they are wrong.")
NO_LINKS: Final = _("How one thing may feed another: we have not talked that through yet.")
CIRCLE: Final = _("These go round in a circle. Each may lead to the others:")
ANY_POINT: Final = _("Work on a circle can begin at any of its points.")
PICTURE: Final = _("This is the picture that you drew yourself:")
SAME_FIRST: Final = _("You and we would begin with the same thing.")
OTHER_FIRST: Final = _("You and we would begin with different things. Let us choose together.")
OTHER_WAY: Final = _("You see one of these the other way round from us. Let us look at it together.")
FEEDS: Final = _("{} may feed this: {}")
"""A link in which a problem is named in the person's own words."""


def shown_order(analysis: MacroAnalysis) -> tuple[str, ...]:
    """Return the ids of the clinician's problems in the order that the clinician set, else in that of the hierarchy."""
    ranked = [each.id for each in analysis.problems]
    first = [each for each in (analysis.override.order if analysis.override is not None else ()) if each in ranked]
    return (*first, *(each for each in ranked if each not in first))


class Names:
    """What each problem of a case is called on a patient's page."""

    def __init__(self, case: Case, own: Mapping[str, str]) -> None:
        self._areas = {each.id: each.area for each in case.problems or ()}
        self._own = own

    def is_of_safety(self, problem: str) -> bool:
        """Whether it has to do with safety, and is named face to face only."""
        return problem not in PROBLEMS and (problem in OF_SAFETY or self._areas.get(problem) == "safety")

    def is_shown(self, problem: str) -> bool:
        """Whether it may be named on the page."""
        return not self.is_of_safety(problem) and problem not in OF_JUDGEMENT

    def said(self, problem: str) -> Said:
        """Return the plain words of a problem that may be shown."""
        return PROBLEMS.get(problem) or OTHERS[self._areas.get(problem) or "other"]

    def name(self, problem: str) -> str:
        """Return its name: the person's own words where they are wanted and there are some."""
        return self._own.get(problem) or self.said(problem).name

    def link(self, source: str, target: str) -> str:
        """Return one link as a sentence."""
        if source in self._own or target in self._own:
            return FEEDS.format(self.name(source), self.name(target))
        return _("When {when}, {then}.").format(when=self.said(source).when, then=self.said(target).then)

    def shown(self, links: Iterable[MapLink | Arrow]) -> list[tuple[str, str]]:
        """Return the ends of the links that may be shown."""
        return [(each.source, each.target) for each in links if self.is_shown(each.source) and self.is_shown(each.target)]


def names_of(case: Case, analysis: MacroAnalysis, *, own_words: bool) -> Names:
    """Return the names of a case's problems."""
    same = analysis.two_maps.same_name if analysis.two_maps is not None else ()
    return Names(case, persons_labels(case, same) if own_words else {})


def heard(case: Case, assessment: Assessment, *, own_words: bool) -> PatientPart:
    """Return what was told and what we heard: the change since the latest treatment, and the problems in their order."""
    analysis = assessment.macro_analysis
    names = names_of(case, analysis, own_words=own_words)
    order = shown_order(analysis)
    shown = list(dict.fromkeys(names.name(each) for each in order if names.is_shown(each)))
    lines = list(_since(case, assessment))
    if any(names.is_of_safety(each) for each in order) or assessment.safety.needs_disposition:
        lines.append(SAFETY_FIRST)
    lines += [IN_ORDER, *shown] if shown else [NO_MAP]
    if any(each in OF_JUDGEMENT for each in order):
        lines.append(FACE_TO_FACE)
    lines.append(_wish(case, own_words=own_words))
    return PatientPart("heard", _("What you told us, and what we heard"), tuple(lines))


def _since(case: Case, assessment: Assessment) -> Iterable[str]:
    response = assessment.response
    if case.trials or response.self_direction is not None:
        yield SINCE[response.self_direction] if response.self_direction is not None else SINCE_UNKNOWN
    if response.ratings_differ:
        yield SEEN_OTHERWISE


def _wish(case: Case, *, own_words: bool) -> str:
    told = case.preferences.first_priority
    if told and own_words:
        return f"{YOUR_WISH}{quoted(told)}"
    return YOUR_WISH_COUNTS if told or any(each.patient_priority for each in case.problems or ()) else WISH_UNKNOWN


def links(case: Case, assessment: Assessment, proposals: Proposals, *, own_words: bool) -> PatientPart:
    """Return how one thing may feed another, with why we think so, and the circles."""
    analysis = assessment.macro_analysis
    names = names_of(case, analysis, own_words=own_words)
    why = {(each.source, each.target): each.conditions for each in proposals.links}
    lines = []
    for ends in names.shown(analysis.links):
        lines.append(names.link(*ends))
        lines += [REASONS[each] for each in why.get(ends, ()) if each in REASONS]
    for circle in analysis.circles:
        if all(names.is_shown(each) for each in circle):
            lines += [CIRCLE, *dict.fromkeys(names.name(each) for each in circle), ANY_POINT]
    return PatientPart("links", _("How one thing may feed another"), (IDEAS, *lines) if lines else (NO_LINKS,))


def picture(case: Case, assessment: Assessment, *, own_words: bool) -> PatientPart | None:
    """Return the person's own picture beside ours; None where the person drew nothing."""
    analysis = assessment.macro_analysis
    if analysis.two_maps is None:
        return None
    names = names_of(case, analysis, own_words=own_words)
    drawn = list(dict.fromkeys(names.name(each) for each in analysis.person.problems if names.is_shown(each)))
    arrows = [names.link(*ends) for ends in names.shown(analysis.person.links)]
    lines = [PICTURE, *drawn, *arrows] if drawn or arrows else []
    lines += _beside(analysis.two_maps, names)
    return PatientPart("picture", _("Your picture and ours"), tuple(lines)) if lines else None


def _beside(maps: TwoMaps, names: Names) -> Iterable[str]:
    if names.shown(maps.reversed):
        yield OTHER_WAY
    if maps.same_first != "unknown":
        yield SAME_FIRST if maps.same_first == "met" else OTHER_FIRST
