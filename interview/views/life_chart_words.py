"""The life chart in words for a clinician: lanes as rows, what has no date, and what symptoms are compatible with.

It says "compatible with", never "caused by", and a date no more exactly than it was said. `what` and `details` may hold free text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from interview.language import _, ngettext
from interview.views.finding_titles import TOXICITY
from interview.views.locale import day, listed, number
from interview.views.map_titles import EXPLANATIONS as EXPLANATIONS
from interview.views.path_titles import path_title, plain
from interview.views.treatments import KINDS, name_of
from interview.views.words_clinician import status_words, value_in_words
from trd_core.case import Case
from trd_core.finding import Reason, last_status
from trd_core.life_chart.model import Compatibility, DrugChange, Entry, Lane, LifeChart, Moment

WHAT_IT_SAYS: Final = (
    _("Compatible with, never caused by: several may hold at once, and the clinician judges."),
    _("Dates are no more exact than they were said; what has no date stands apart."),
)
LANES: Final = {
    "treatments": _("Treatments and doses"),
    "mood": _("Mood and episodes"),
    "events": _("Life events"),
    "illness": _("Illness and medicines"),
    "helped": _("What helped"),
}
ENTRIES: Final = {
    "treatment": _("a treatment"),
    "drug_change": _("a change of a medicine"),
    "episode": _("This episode"),
    "earlier_episode": _("Earlier episode"),
    "response": _("Response reached"),
    "relapse": _("Relapse"),
    "scale": _("Scale"),
    "act": _("A suicidal act"),
    "event": _("Event"),
    "strain": _("Lasting strain"),
    "grief": _("A loss that still weighs"),
    "role_transition": _("Change of role"),
    "illness": _("Illness"),
    "medicine": _("Medicine"),
    "medicine_that_may_contribute": _("Medicine that may contribute"),
    "helped": _("Helped"),
    "strength": _("Strength"),
}
DONE: Final = {"started": _("was started"), "increased": _("was increased"), "reduced": _("was reduced"), "stopped": _("was stopped")}
SHOWN_ELSEWHERE: Final = frozenset({"agent", "started", "ended", "changed_on", "relapse_on", "assessed_on"})
"""Facts that a row shows as its name or its date."""
FLAGS: Final = {
    "not_confirmed": _("told, not confirmed by the clinician"),
    "earlier": _("before this episode"),
    "told_twice": _("told in two places, taken as one"),
    "intensity_not_recorded": _("whether it was stronger than before is not in the record"),
    "likeness_not_recorded": _("whether it looks like the old illness is not in the record"),
    "duration_not_recorded": _("how long it lasted is not in the record"),
    "unstable_response": _("so soon after the response that it may never have been stable"),
    "under_age": _("Under 18: outside the intended use, nothing is charted."),
}


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One bar or mark."""

    id: str
    what: str
    when: str
    """Empty where it has no date."""
    details: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    """What would place it."""


@dataclass(frozen=True, slots=True)
class LaneRows:
    """One lane as a table."""

    title: str
    dated: tuple[ChartRow, ...]
    undated: tuple[ChartRow, ...]
    unasked: tuple[str, ...]
    """Lists that nobody asked for, or that are not finished."""


@dataclass(frozen=True, slots=True)
class CompatibleLine:
    """One symptom after one change."""

    symptom: str
    change: str
    sentence: str
    ask: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """The whole chart in words."""

    what_it_says: tuple[str, ...]
    lanes: tuple[LaneRows, ...]
    compatible: tuple[CompatibleLine, ...]
    ask_when: tuple[str, ...]
    """Symptoms of this episode without a date, each with what to ask."""
    sources: tuple[str, ...]
    """The rule behind each explanation, its source, and how sure it is."""


def when_words(moment: Moment) -> str:
    """Return when it was, no more exactly than is known."""
    if moment.said is not None:
        return day(moment.said)
    first, last = day(moment.earliest.isoformat()), day(moment.latest.isoformat())
    if first == last:
        return first
    return _("between {first} and {last}").format(first=first, last=last)


def chart_view(case: Case, chart: LifeChart) -> ChartView:
    """Return the chart in words; the case names its treatments."""
    names = {trial.id: name_of(trial) for trial in case.trials or ()}
    entries = {entry.id: entry for lane in chart.lanes for entry in (*lane.entries, *lane.undated)}
    changes = {change.id: change for change in chart.changes}
    by_pair = groupby(chart.compatible, key=lambda each: (each.symptom, each.change))
    return ChartView(
        what_it_says=(*WHAT_IT_SAYS, *(FLAGS.get(flag, plain(flag)) for flag in chart.flags)),
        lanes=tuple(_lane(lane, names) for lane in chart.lanes),
        compatible=tuple(_line(entries[symptom], changes[change], tuple(found), names) for (symptom, change), found in by_pair),
        ask_when=tuple(
            _("{what}: not dated; ask when ({listed})").format(
                what=_what(entries[ask.entry], names), listed=listed([path_title(path) for path in ask.missing])
            )
            for ask in chart.ask_when
        ),
        sources=tuple(_sources(chart.compatible)),
    )


def _lane(lane: Lane, names: dict[str, str]) -> LaneRows:
    return LaneRows(
        title=LANES[lane.name],
        dated=tuple(_row(entry, names) for entry in lane.entries),
        undated=tuple(_row(entry, names) for entry in lane.undated),
        unasked=tuple(path_title(path) for path in lane.missing),
    )


def _row(entry: Entry, names: dict[str, str]) -> ChartRow:
    return ChartRow(
        id=entry.id,
        what=_what(entry, names),
        when=_when(entry),
        details=(*_details(entry.facts), *(FLAGS.get(flag, plain(flag)) for flag in entry.flags)),
        ask=tuple(path_title(path) for path in entry.missing),
    )


def _trial_of(entry: Entry) -> str | None:
    parts = entry.id.split(".")
    return ".".join(parts[1:-1]) if parts[0] == "trials" and len(parts) > 2 else entry.id.removeprefix("trials.")


def _what(entry: Entry, names: dict[str, str]) -> str:
    if entry.kind == "treatment":
        return names.get(entry.id.removeprefix("trials."), ENTRIES["treatment"])
    if entry.kind == "manifestation":
        return TOXICITY[f"toxicity.manifestations.{entry.id.rpartition('.')[2]}"]
    of = names.get(_trial_of(entry) or "") if entry.kind in {"response", "relapse"} else entry.label
    return f"{ENTRIES[entry.kind]}: {of}" if of else ENTRIES[entry.kind]


def _when(entry: Entry) -> str:
    start, end = (None if moment is None else when_words(moment) for moment in (entry.start, entry.end))
    if entry.mark:
        return start or ""
    begun = (_("began {start}").format(start=start),) if start else ()
    ended = (_("ended {end}").format(end=end),) if end else (_("goes on"),) if entry.goes_on and start else ()
    return ", ".join((*begun, *ended))


def _details(facts: Iterable[Reason]) -> Iterator[str]:
    for fact in facts:
        name = fact.path.rpartition(".")[2]
        if name in SHOWN_ELSEWHERE or fact.path.startswith("toxicity."):
            continue
        if name == "kind":
            yield KINDS.get(str(fact.value), plain(str(fact.value)))
        else:
            yield f"{path_title(fact.path).rpartition(': ')[2]}: {value_in_words(fact.path, fact.value)}"


def _after(days: tuple[float, float]) -> str:
    low, high = max(0.0, days[0]), days[1]
    if low == high:
        return _("On the same day") if high == 0 else ngettext("{n} day after", "{n} days after", int(high)).format(n=number(high))
    return _("{number} to {number_2} days after").format(number=number(low), number_2=number(high))


def change_words(change: DrugChange) -> str:
    """Return what was done with which medicine, and when: `paroxetine was stopped (1 March 2025)`."""
    done = DONE[change.change] if change.change else _("was changed (whether stopped or taken at another dose is not known)")
    return (
        f"{change.agent or _('a medicine without a name')} {done} ({_('date not known') if change.on is None else when_words(change.on)})"
    )


def _line(entry: Entry, change: DrugChange, found: tuple[Compatibility, ...], names: dict[str, str]) -> CompatibleLine:
    said = []
    for verdict, words in (("met", _("compatible with")), ("unknown", _("open")), ("not_met", _("by its rule not compatible with"))):
        listing = [EXPLANATIONS[each.compatible_with] for each in found if each.finding.verdict == verdict]
        if listing:
            said.append(f"{words}{':' if verdict == 'unknown' else ''} {listed(listing)}")
    judged = [each.finding for each in found]
    relevant = [each for each in judged if each.verdict != "not_met"]
    return CompatibleLine(
        symptom=entry.id,
        change=change.id,
        sentence=f"{_what(entry, names)}. {_after(found[0].days)} {change_words(change)}: {'; '.join(said)}.",
        ask=tuple(dict.fromkeys(path_title(path) for finding in relevant for path in finding.missing)),
        remarks=tuple(dict.fromkeys(FLAGS.get(flag, plain(flag)) for finding in relevant for flag in finding.flags)),
    )


def _sources(compatible: Sequence[Compatibility]) -> Iterator[str]:
    for explanation, words in EXPLANATIONS.items():
        findings = [each.finding for each in compatible if each.compatible_with == explanation]
        if findings:
            sure = status_words(last_status(finding.status for finding in findings))
            yield _("{words}: rule {rule}, {sure}: {citation}").format(
                words=words.capitalize(), rule=findings[0].rule, sure=sure, citation=findings[0].citation
            )
