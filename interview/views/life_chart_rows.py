"""The words of a life chart's picture: for a clinician all that is known, for the person plain words and nothing that closes a door.

What the person's words leave out is said to be left out. Labels are free text; they stand in the person's words only where asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.language import _, ngettext
from interview.views.life_chart_words import FLAGS, LANES, ChartRow, CompatibleLine, chart_view
from interview.views.path_titles import member_title
from interview.views.patient_treatments import treatment_name
from trd_core.case import Case
from trd_core.life_chart.model import Entry, EntryKind, LaneName, LifeChart

PERSONS_LANES: Final[dict[LaneName, str]] = {
    "treatments": _("Treatments"),
    "mood": _("Mood"),
    "events": _("What happened"),
    "illness": _("Body and medicines"),
    "helped": _("What helped"),
}
PERSONS_ENTRIES: Final[dict[EntryKind, str]] = {
    "treatment": _("A treatment"),
    "drug_change": _("A change of a medicine"),
    "episode": _("Low mood, this time"),
    "earlier_episode": _("Low mood, an earlier time"),
    "response": _("A treatment helped"),
    "relapse": _("Low mood came back"),
    "manifestation": _("Trouble noticed with a medicine"),
    "scale": _("A form was filled in"),
    "act": "",
    "event": _("Something happened"),
    "strain": _("Something that goes on weighing"),
    "grief": _("A loss"),
    "role_transition": _("A new place in life"),
    "illness": _("An illness"),
    "medicine": _("A medicine"),
    "medicine_that_may_contribute": _("A medicine"),
    "helped": _("This helped"),
    "strength": _("A strength"),
}
"""An empty word: not on a screen that the person can see."""
WITH_OWN_WORDS: Final[frozenset[EntryKind]] = frozenset(
    {"event", "strain", "illness", "medicine", "medicine_that_may_contribute", "helped", "strength"}
)
LEFT_OUT: Final = _("left out here; the clinician's view has it")
PERSONS_REMARKS: Final = (
    _("A picture of what was told, with its dates."),
    _("A date is no more exact than it was told. What has no date stands below."),
)
NOTHING_CHARTED: Final = _("Nothing is drawn here.")
PERSONS_UNASKED: Final = _("There may be more; not all of this has been talked about yet.")
ASK_WHEN: Final = _("when was it?")


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Everything that is written into one picture of a life chart, and what is not."""

    remarks: tuple[str, ...]
    titles: dict[LaneName, str]
    rows: dict[str, ChartRow]
    """By the ids of the chart's entries; what is left out has none."""
    unasked: dict[LaneName, str]
    """What must be said of a lane in which there may be more."""
    compatible: tuple[CompatibleLine, ...]
    ask_when: tuple[str, ...]
    sources: tuple[str, ...]
    is_persons: bool = False


def clinicians_words(case: Case, chart: LifeChart) -> ChartWords:
    """Return all that is known, in a clinician's words."""
    view = chart_view(case, chart)
    entries = {entry.id: entry for lane in chart.lanes for entry in (*lane.entries, *lane.undated)}
    rows = {
        row.id: _with_dose(_unless_confirmed(row, entries[row.id]), entries[row.id])
        for lane in view.lanes
        for row in (*lane.dated, *lane.undated)
    }
    return ChartWords(
        remarks=view.what_it_says,
        titles={lane.name: LANES[lane.name] for lane in chart.lanes},
        rows=rows,
        unasked={
            lane.name: _("Not asked, or not finished: {listed}").format(listed=", ".join(shown.unasked))
            for lane, shown in zip(chart.lanes, view.lanes, strict=True)
            if shown.unasked
        },
        compatible=view.compatible,
        ask_when=view.ask_when,
        sources=view.sources,
    )


def persons_words(case: Case, chart: LifeChart, *, own_words: bool = False) -> ChartWords:
    """Return the chart in plain words; `own_words` adds what the person called things, as it is."""
    clinicians = clinicians_words(case, chart).rows
    trials = {f"trials.{trial.id}": treatment_name(trial, own_words=own_words) for trial in case.trials or ()}
    rows, left_out = {}, 0
    for entry in (each for lane in chart.lanes for each in (*lane.entries, *lane.undated)):
        what = trials.get(entry.id) or PERSONS_ENTRIES[entry.kind]
        if not what:
            left_out += 1
            continue
        if own_words and entry.label and entry.kind in WITH_OWN_WORDS:
            what = f"{what}: {entry.label}"
        row = ChartRow(entry.id, what, clinicians[entry.id].when, ask=(ASK_WHEN,) if entry.start is None and entry.end is None else ())
        rows[entry.id] = _with_dose(row, entry)
    return ChartWords(
        remarks=(NOTHING_CHARTED,)
        if "under_age" in chart.flags
        else (
            *PERSONS_REMARKS,
            *((f"{ngettext('{n} entry', '{n} entries', left_out).format(n=left_out)} {LEFT_OUT}.",) if left_out else ()),
        ),
        titles=PERSONS_LANES,
        rows=rows,
        unasked={lane.name: PERSONS_UNASKED for lane in chart.lanes if lane.missing},
        compatible=(),
        ask_when=(),
        sources=(),
        is_persons=True,
    )


def _unless_confirmed(row: ChartRow, entry: Entry) -> ChartRow:
    """What was told and is not confirmed bears that in its name."""
    if "not_confirmed" not in entry.flags:
        return row
    return ChartRow(
        row.id,
        f"{row.what} ({FLAGS['not_confirmed']})",
        row.when,
        tuple(each for each in row.details if each != FLAGS["not_confirmed"]),
        row.ask,
    )


def _with_dose(row: ChartRow, entry: Entry) -> ChartRow:
    """The name of a treatment with its dose, exactly as it was told; then the dose is not among the details."""
    dose = next((fact.value for fact in entry.facts if fact.path.endswith(".dose_mg")), None)
    if entry.kind != "treatment" or not isinstance(dose, (int, float)):
        return row
    said_again = f"{member_title('dose_mg')}: "
    others = tuple(each for each in row.details if not each.startswith(said_again))
    return ChartRow(row.id, _("{what} {dose:.10g} mg").format(what=row.what, dose=dose), row.when, others, row.ask)
