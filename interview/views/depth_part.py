"""What stands behind the formulation, line by line: the four orders side by side, what the first place hangs on, the two maps, the facts.

Worked out in depth only, for where it is shown. Labels in it are free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, get_args

from interview.language import _
from interview.views.depth_words import first_place_changes, hangs_on
from interview.views.map_titles import METHODS
from interview.views.path_titles import problem_title
from interview.views.plan_lines import Deep
from trd_core.assess import assess
from trd_core.assessment import Assessment
from trd_core.case import Case
from trd_core.formulation.macro_analysis import analyse
from trd_core.map_results import Arrow, MacroAnalysis, RankingMethod, SeenAlone, TwoMaps
from trd_core.settings import Settings

TITLE: Final = _("What stands behind the formulation")
NOTHING_CHANGES: Final = _("No single step of one rating, and no single link, would change it.")
CUT_SHORT: Final = _("There were more ways than could be tried: other facts may matter too.")


def depth_lines(case: Case, assessment: Assessment) -> tuple[Deep, ...]:
    """Return it in the order of reading; empty where there is no map and nothing was worked out in depth."""
    analysis = assessment.macro_analysis
    return (*_of_the_order(case, analysis), *_two_maps(_names(case), analysis), *_facts(assessment))


def behind_the_order(case: Case) -> tuple[Deep, ...]:
    """Return what stands behind the order of the problems: the four orders, and what would change the first place. Quick."""
    return _of_the_order(case, analyse(case, in_depth=True)[0])


def _names(case: Case) -> dict[str, str]:
    return {problem.id: problem.label or problem_title(problem.id) for problem in case.problems or ()}


def _of_the_order(case: Case, analysis: MacroAnalysis) -> tuple[Deep, ...]:
    return (*_orders(_names(case), analysis), *_first_place(case, analysis))


def work_out(case: Case, settings: Settings) -> tuple[Deep, ...]:
    """Return the same from the case alone. It takes up to seconds, and touches nothing else: it may be done beside the reading."""
    return depth_lines(case, assess(case, settings, in_depth=True))


def _titled(title: str, lines: Iterable[str]) -> Iterator[Deep]:
    found = [Deep(1, line) for line in lines]
    if found:
        yield Deep(0, title)
        yield from found


def _orders(names: dict[str, str], analysis: MacroAnalysis) -> Iterator[Deep]:
    rankings = analysis.rankings
    orders: dict[RankingMethod, tuple[str, ...]] = {method: getattr(rankings, method) for method in get_args(RankingMethod)}
    if len(rankings.hierarchy) > 1:
        told = (
            _("by {methods}: {listed}").format(methods=METHODS[method], listed="; ".join(names.get(each, each) for each in order))
            for method, order in orders.items()
        )
        yield from _titled(_("Four ways to order the problems:"), told)
        taus = ((one, other, rankings.agreement.get(one, {}).get(other)) for one, other in combinations(orders, 2))
        agree = (
            _("{methods}, and {methods_2}: {tau:.2f}").format(methods=METHODS[one], methods_2=METHODS[other], tau=tau)
            for one, other, tau in taus
            if tau is not None
        )
        yield from _titled(_("How far two of them agree (1 is the same order, −1 the order turned round):"), agree)


def _first_place(case: Case, analysis: MacroAnalysis) -> Iterator[Deep]:
    rankings = analysis.rankings
    if rankings.sensitivity is None or len(rankings.hierarchy) < 2:
        return
    yield from _titled(_("What would change the first place:"), first_place_changes(case, analysis) or (NOTHING_CHANGES,))


def _two_maps(names: dict[str, str], analysis: MacroAnalysis) -> Iterator[Deep]:
    maps = analysis.two_maps
    if maps is None or (maps.person_alone == SeenAlone() and analysis.person.problems == ()):
        return
    yield from _titled(_("The person's own map beside the clinician's:"), _differences(names, maps))


def _differences(names: dict[str, str], maps: TwoMaps) -> Iterator[str]:
    def arrow(link: Arrow) -> str:
        return f"{names.get(link.source, link.source)} → {names.get(link.target, link.target)}"

    for who, alone in ((_("the person"), maps.person_alone), (_("the clinician"), maps.clinician_alone)):
        if alone.problems:
            yield _("problems that {who} sees alone: {listed}").format(
                who=who, listed="; ".join(names.get(each, each) for each in alone.problems)
            )
        if alone.links:
            yield _("links that {who} sees alone: {listed}").format(who=who, listed="; ".join(map(arrow, alone.links)))
    if maps.reversed:
        yield _("links that the two see the other way round (as the person drew them): {listed}").format(
            listed="; ".join(map(arrow, maps.reversed))
        )
    yield from (_("perhaps one problem under two ids: {names}").format(names=names.get(person, person)) for person, __ in maps.same_name)
    if maps.same_first == "met":
        yield _("both would begin with the same problem")
    elif maps.first_of_person is not None and maps.first_of_clinician is not None:
        firsts = (names.get(each, each) for each in (maps.first_of_person, maps.first_of_clinician))
        yield "the person would begin with {}, the clinician with {}".format(*firsts)


def _facts(assessment: Assessment) -> Iterator[Deep]:
    if assessment.fragility is None:
        return
    yield from _titled(_("Facts on which a conclusion hangs alone, and what would change were they otherwise:"), hangs_on(assessment))
    if any(not each.complete for each in assessment.fragility):
        yield Deep(0, CUT_SHORT)
