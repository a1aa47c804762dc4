"""Findings in words for a clinician: what it is called, how it stands, what it rests on, how sure its rule is.

It decides nothing and never reassures: what was not found is "not reported" or "not met", never "normal" or "no risk".
"""

from __future__ import annotations

from typing import Any, Final

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
    "areas.safety.": ("endorsed", "not endorsed", "not known"),
    "areas.illness_behavior.": ("reported", "not reported", "open"),
    "areas.lifestyle.": ("flagged", "not flagged", "open"),
    "areas.relationships.": ("reported", "not reported", "open"),
    "areas.medical.": ("reported", "not reported", "open"),
    "areas.medical.check_": ("to check", "not listed", "open"),
    "toxicity.manifestations.": ("confirmed", "not confirmed", "open"),
    "impediments.": ("judged to have contributed", "not judged to have contributed", "open"),
    "response.ratings_differ": ("yes", "no", "open"),
}
"""Words for met, not met and unknown, by the longest prefix of the finding's id."""

OTHERWISE: Final = ("met", "not met", "open")

STATUSES: Final = {
    "paper": "stated in the paper",
    "checked": "read in the source named",
    "recalled": "from general knowledge of the source, to be checked",
    "project": "this project's own decision",
}

VALUES: Final = {
    **OUTCOMES,
    "none_endorsed": "no item endorsed at this time; this does not exclude risk",
    "ideation_endorsed": "a wish to be dead or thoughts endorsed",
    "method": "a method in mind, or an earlier act, endorsed",
    "intent_plan_or_recent_act": "intent, a plan or a recent act endorsed",
    "unanswered": "safety questions still unanswered",
    "overload": "overload",
    "load": "load, not overload",
    "improved": "better",
    "unchanged": "no change",
    "unknown": "open",
    "deteriorated": "worse",
}
"""Codes of values whose words are not the code itself."""

NOT_APPLICABLE: Final = "not_applicable"
DOES_NOT_APPLY: Final = "does not apply; it begins with one failed drug"
"""Of a model that has no level for nothing having failed."""

NONE_FOR: Final = {"allostatic": "no strain judged to exceed coping"}
"""What the value `none` says, by finding."""


def area_title(area: str) -> str:
    """Return the title of an area or of a group of findings."""
    return AREAS.get(area, plain(area).capitalize())


def factor(code: str) -> str:
    """Return a counter-therapeutic factor in words: `Person: little motivation`."""
    domain, _, name = code.partition(".")
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
            return f"{_scalar(finding.id, finding.value)}; still open, up to: {_scalar(finding.id, high)}"
        if high is None:
            return f"open, {_scalar(finding.id, low)} or more"
        return f"open, from {_scalar(finding.id, low)} to {_scalar(finding.id, high)}"
    if finding.value is None:
        return DOES_NOT_APPLY if NOT_APPLICABLE in finding.flags else "open"
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
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, (tuple, list)):
        return listed([value_in_words(path, each) for each in value]) or "none"
    if value is None:
        return "not known"
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
    return (*said, "for the clinician to judge") if finding.needs_clinician else said


def status_words(status: str) -> str:
    """Return how sure a rule is, in words."""
    return STATUSES.get(status, status)


def describe(finding: Finding) -> str:
    """Return a finding in one sentence: how it stands, the facts it rests on, what is not known, what must be shown beside it."""
    parts = [f"{title(finding.id)}: {verdict_word(finding)}"]
    if finding.reasons:
        parts.append(
            f"rests on {listed([f'{path_title(each.path)} ({value_in_words(each.path, each.value)})' for each in finding.reasons])}"
        )
    if finding.missing:
        parts.append(f"not known: {listed([path_title(path) for path in finding.missing])}")
    parts += flag_words(finding)
    return "; ".join(parts)
