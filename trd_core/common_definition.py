"""The definition that regulators use, in two variants: a count of failed drug trials, reported and never a diagnosis."""

from __future__ import annotations

from trd_core.catalogue import number
from trd_core.conclude import verdict
from trd_core.finding import MET, NOT_MET, UNKNOWN, Finding, Judged, Verdict, made
from trd_core.history import History
from trd_core.pseudo_resistance import is_suspected
from trd_core.staging.classes import Effect, Step, class_missing, possible_states, ways
from trd_core.staging.failures import Failures, gathered, number_counted
from trd_core.treatment_results import CommonDefinition


def _two_failures(failed: Failures) -> Verdict:
    certain, possible = number_counted(failed.drugs)
    if certain >= number("two_failures"):
        return MET
    return UNKNOWN if possible >= number("two_failures") or not failed.is_complete else NOT_MET


def _two_classes(failed: Failures) -> Verdict:
    states = possible_states(Step(each.reading, ways(each, Effect(drug=True))) for each in failed.drugs)
    enough = [state.number >= number("two_classes") for state in states]
    if all(enough):
        return MET
    return UNKNOWN if any(enough) or not failed.is_complete else NOT_MET


def judge_common_definition(history: History, failed: Failures, *, tells: bool = True) -> tuple[CommonDefinition, tuple[Finding, ...]]:
    """Return both variants, and, unless values alone are wanted, a finding for each."""
    found = made(CommonDefinition, two_failures=_two_failures(failed), two_failures_two_classes=_two_classes(failed))
    if not tells:
        return found, ()
    flags = ("misdiagnosis_suspected",) if is_suspected(history.case) else ()

    def finding(name: str, rule: str, reached: Verdict, *, by_class: bool) -> Finding:
        is_open = reached == UNKNOWN
        reasons, missing, rules = gathered(failed.drugs, is_open=is_open)
        classes = class_missing(failed.drugs) if is_open and by_class else ()
        more = ("trials",) if is_open and not failed.is_complete else ()
        judged = Judged(reached, reasons, tuple(dict.fromkeys((*missing, *classes, *more))), rules)
        return verdict(f"common_definition.{name}", rule, judged, flags=flags)

    return found, (
        finding("two_failures", "common_definition.two_failures", found.two_failures, by_class=False),
        finding("two_failures_two_classes", "common_definition.two_classes", found.two_failures_two_classes, by_class=True),
    )
