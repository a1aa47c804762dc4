"""Findings in words for a clinician: what it is called, how it stands, what it rests on, how sure its rule is.

It decides nothing and never reassures: what was not found is "not reported" or "not met", never "normal" or "no risk".
"""

from __future__ import annotations

from typing import Any, Final

from interview.language import _
from interview.views.durations import IN_DAYS, duration_words, has_decimals
from interview.views.finding_titles import AREAS, FACTORS, IMPEDIMENTS, TITLES
from interview.views.flag_words import FLAGS as FLAGS
from interview.views.locale import day, listed, number
from interview.views.map_titles import map_title
from interview.views.path_titles import path_title as path_title
from interview.views.path_titles import plain, problem_title
from interview.views.treatment_titles import OUTCOMES, trial_title
from trd_core.finding import Finding, Scalar
from trd_core.vocabulary import definition_of, facts

VERDICTS: Final[dict[str, tuple[str, str, str]]] = {
    "areas.safety.": (_("endorsed"), _("not endorsed"), _("not known")),
    "areas.illness_behavior.": (_("reported"), _("not reported"), _("open")),
    "areas.lifestyle.": (_("flagged"), _("not flagged"), _("open")),
    "areas.relationships.": (_("reported"), _("not reported"), _("open")),
    "areas.medical.": (_("reported"), _("not reported"), _("open")),
    "areas.medical.check_": (_("to check"), _("not listed"), _("open")),
    "toxicity.manifestations.": (_("confirmed"), _("not confirmed"), _("open")),
    "impediments.": (_("judged to have contributed"), _("not judged to have contributed"), _("open")),
    "response.ratings_differ": (_("yes"), _("no"), _("open")),
}
"""Words for met, not met and unknown, by the longest prefix of the finding's id."""

OTHERWISE: Final = (_("met"), _("not met"), _("open"))

STATUSES: Final = {
    "paper": _("stated in the paper"),
    "checked": _("read in the source named"),
    "recalled": _("from general knowledge of the source, to be checked"),
    "project": _("this project's own decision"),
}

VALUES: Final = {
    **OUTCOMES,
    "none_endorsed": _("no item endorsed at this time; this does not exclude risk"),
    "ideation_endorsed": _("a wish to be dead or thoughts endorsed"),
    "method": _("a method in mind, or an earlier act, endorsed"),
    "intent_plan_or_recent_act": _("intent, a plan or a recent act endorsed"),
    "unanswered": _("safety questions still unanswered"),
    "overload": _("overload"),
    "load": _("load, not overload"),
    "improved": _("better"),
    "unchanged": _("no change"),
    "unknown": _("open"),
    "deteriorated": _("worse"),
}
"""Codes of values whose words are not the code itself."""

NOT_APPLICABLE: Final = "not_applicable"
DOES_NOT_APPLY: Final = _("does not apply; it begins with one failed drug")
"""Of a model that has no level for nothing having failed."""

NONE_FOR: Final = {"allostatic": _("no strain judged to exceed coping")}
"""What the value `none` says, by finding."""


def area_title(area: str) -> str:
    """Return the title of an area or of a group of findings."""
    return AREAS.get(area, plain(area).capitalize())


def factor(code: str) -> str:
    """Return a counter-therapeutic factor in words: `Person: little motivation`."""
    domain, __, name = code.partition(".")
    return f"{IMPEDIMENTS.get(domain, domain)}: {FACTORS.get(code, plain(name))}"


def title(finding_id: str) -> str:
    """Return what a finding is called."""
    if finding_id in TITLES:
        return TITLES[finding_id]
    of_trial = trial_title(finding_id)
    if of_trial is not None:
        return of_trial
    if finding_id.startswith("impediments."):
        return factor(finding_id.removeprefix("impediments."))
    of_the_map = map_title(finding_id)
    if of_the_map is not None:
        return of_the_map
    return plain(finding_id.rpartition(".")[2]).capitalize()


def verdict_word(finding: Finding) -> str:
    """Return how a finding stands, in the words of its area; its value where it is a value."""
    if finding.verdict is None:
        return finding_value(finding)
    prefixes = [prefix for prefix in VERDICTS if finding.id.startswith(prefix)]
    words = VERDICTS[max(prefixes, key=len)] if prefixes else OTHERWISE
    return words[("met", "not_met", "unknown").index(finding.verdict)]


def finding_value(finding: Finding) -> str:
    """Return the value of a finding in words, or between what it lies."""
    if finding.range is not None and finding.range[0] != finding.range[1]:
        low, high = finding.range
        if finding.value is not None:
            return _("{scalar}; still open, up to: {scalar_2}").format(
                scalar=_scalar(finding.id, finding.value), scalar_2=_scalar(finding.id, high)
            )
        if high is None:
            return _("open, {scalar} or more").format(scalar=_scalar(finding.id, low))
        return _("open, from {scalar} to {scalar_2}").format(scalar=_scalar(finding.id, low), scalar_2=_scalar(finding.id, high))
    if finding.value is None:
        return DOES_NOT_APPLY if NOT_APPLICABLE in finding.flags else _("open")
    return _scalar(finding.id, finding.value)


def is_open(finding: Finding) -> bool:
    """Whether unknown facts leave a finding open, a value that says so included."""
    return finding.is_open or finding.value == "unknown"


def _scalar(finding_id: str, value: Scalar | None) -> str:
    if value == "none" and finding_id in NONE_FOR:
        return NONE_FOR[finding_id]
    if isinstance(value, str):
        return problem_title(value) if finding_id.startswith("macro_analysis.") else VALUES.get(value, plain(value))
    return value_in_words(finding_id, value)


def value_in_words(path: str, value: Any) -> str:
    """Return the value of a fact in words; a text that a person gave comes back as it is."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (int, float)):
        name = path.rpartition(".")[2]
        return duration_words(value, name) if name in IN_DAYS and not has_decimals(value, 1) else number(value)
    if isinstance(value, (tuple, list)):
        return listed([value_in_words(path, each) for each in value]) or _("none")
    if value is None:
        return _("not known")
    name = path.rpartition(".")[2]
    if name == "impediments":
        return factor(str(value))
    fact = facts().get(definition_of(path)) or facts().get(f"{path.partition('.')[0]}[].{name}")
    if fact is not None and fact.kind in ("code", "codes"):
        return OUTCOMES[str(value)] if name == "outcome" and str(value) in OUTCOMES else plain(str(value))
    return day(str(value)) if fact is not None and fact.kind == "date" else str(value)


def flag_words(finding: Finding) -> tuple[str, ...]:
    """Return what must be shown beside a finding."""
    said = tuple(FLAGS.get(flag, plain(flag)) for flag in finding.flags if flag != NOT_APPLICABLE)
    return (*said, _("for the clinician to judge")) if finding.needs_clinician else said


def status_words(status: str) -> str:
    """Return how sure a rule is, in words."""
    return STATUSES.get(status, status)


def describe(finding: Finding) -> str:
    """Return a finding in one sentence: how it stands, the facts it rests on, what is not known, what must be shown beside it."""
    parts = [f"{title(finding.id)}: {verdict_word(finding)}"]
    if finding.reasons:
        parts.append(
            _("rests on {listed}").format(
                listed=listed([f"{path_title(each.path)} ({value_in_words(each.path, each.value)})" for each in finding.reasons])
            )
        )
    if finding.missing:
        parts.append(_("not known: {listed}").format(listed=listed([path_title(path) for path in finding.missing])))
    parts += flag_words(finding)
    return "; ".join(parts)
