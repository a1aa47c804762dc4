"""A letter to an earlier prescriber or a pharmacy: it asks for exactly those facts on which a conclusion hangs, or that nobody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.page import Block, Entry, Heading, Listing, Page, Paragraph, Table, WritingLines, spans
from interview.language import _, current
from interview.views.locale import day
from interview.views.treatments import name_of
from trd_core.assessment import Assessment
from trd_core.case import Case, Trial

ASKED: Final = {
    "dose_mg": _("The highest daily dose, and from when to when it was given"),
    "weeks": _("For how many weeks the highest dose was given"),
    "started": _("When it began"),
    "ended": _("When it ended"),
    "sessions": _("How many sessions were held, and of which kind"),
    "adherence_percent": _("What was dispensed, or other signs of how regularly it was taken"),
    "augmentations": _("What was added to it, with doses and dates"),
    "dose_optimised": _("Whether the dose was raised as far as was borne, and what stood in the way"),
    "duration_optimised": _("Whether it was given long enough at that dose, and what stood in the way"),
    "outcome": _("How well it worked, as noted at the time"),
    "response_reached": _("Whether it had worked before it stopped working"),
    "relapse_on": _("Whether the depression came back while it was taken, and when"),
    "dose_lowered_before_loss": _("Whether the dose had been lowered before it stopped working"),
    "drug_free_weeks_before": _("How many weeks without medicine came before it"),
    "laterality": _("On which side the electrodes stood"),
    "agent": _("Which medicine or treatment it was"),
    "episode": _("Whether it was given in the present episode"),
}
"""What somebody else's notes may tell of a treatment, by the fact's name; a clinician's own judgements are asked of nobody."""

_OF_TRIAL: Final = re.compile(r"trials(?:\.(?P<id>[^.\[\]]+)|\[(?P<index>\d+)\])\.(?P<name>[a-z_]+)")


def records_request(session: Session, envelope: Envelope) -> Page:
    """Return the letter. It says nothing of findings, and holds no name: who it is about is written in by hand."""
    case, assessment = session.case(), session.assessment(in_depth=True)
    open_paths = tuple(question.link_id for question in session.open_questions())
    return Page(
        title=_("A request for records"),
        language=current(),
        head=(
            (_("Date"), day(envelope.exported_at)),
            (_("Our reference"), session.state.subject),
            (_("Made with"), f"{envelope.software} {envelope.version}"),
        ),
        foot=session.state.subject,
        is_practice=session.state.practice,
        blocks=tuple(_blocks(case, assessment, open_paths)),
    )


def asked_of(case: Case, assessment: Assessment, open_paths: tuple[str, ...]) -> dict[str, list[str]]:
    """Return by treatment the names of the facts to ask for: those that a conclusion hangs on alone, and those that are open."""
    trials = {trial.id: trial for trial in case.trials or ()}
    hang = [each.facts[0] for each in assessment.fragility or () if len(each.facts) == 1]
    wanted: dict[str, list[str]] = {identifier: [] for identifier in trials}
    for path in (*hang, *open_paths):
        found = _OF_TRIAL.fullmatch(path)
        if found is None or found["name"] not in ASKED:
            continue
        identifier = found["id"] or _by_index(case, int(found["index"]))
        if identifier in wanted and found["name"] not in wanted[identifier]:
            wanted[identifier].append(found["name"])
    return {identifier: sorted(names, key=list(ASKED).index) for identifier, names in wanted.items() if names}


def _by_index(case: Case, index: int) -> str:
    trials = case.trials or ()
    return trials[index].id if index < len(trials) else ""


def _blocks(case: Case, assessment: Assessment, open_paths: tuple[str, ...]) -> Iterator[Block]:
    trials: dict[str, Trial] = {trial.id: trial for trial in case.trials or ()}
    wanted = asked_of(case, assessment, open_paths)
    yield Paragraph(spans(_("To:")))
    yield WritingLines(2)
    yield Paragraph(spans(_("About (name, date of birth; filled in by hand, with the person's consent below):")))
    yield WritingLines(1)
    yield Paragraph(
        spans(
            _(
                "We are going over earlier treatments together with this person. To judge them fairly we need what your notes say; "
                "“not noted” is an answer too. Please answer only what is asked here."
            )
        )
    )
    if not wanted:
        yield Paragraph(spans(_("There is nothing to ask for: no conclusion hangs on a single fact of an earlier treatment.")))
        return
    for identifier, names in wanted.items():
        yield Heading(name_of(trials[identifier]))
        yield Table((_("What we ask"), _("Your answer")), tuple((ASKED[name], "") for name in names))
    yield Heading(_("Consent"))
    yield Listing((Entry(spans(_("I agree that what is asked above is sent to the person who signs below."))),))
    yield Paragraph(spans(_("Date and signature of the person:")))
    yield WritingLines(1)
    yield Paragraph(spans(_("Date, name and signature of the clinician:")))
    yield WritingLines(1)
