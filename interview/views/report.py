"""`Report`: everything that a record says, in the order in which a person reads it. Faces and exports draw it.

It says no more than the record does: what is unknown stays unknown, what was set aside counts for nothing, private
notes stay out unless they are named, and the order of toxicity that is only this project's is left out.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from interview.engine.phases import top_of
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.views.answer_lines import AnswerLine, AnswerSection, SaidTurn, answer_sections, said_turns, set_aside_lines
from interview.views.attached_words import AttachedPart, attached_parts
from interview.views.beyond_depth import not_asked_lines
from interview.views.depth_part import depth_lines
from interview.views.finding_lines import MACHINES_ONLY, FindingGroup, SourceLine, finding_groups, sources
from interview.views.macro import MacroView, macro
from interview.views.occurrence_words import Occurrence, occurrences
from interview.views.path_titles import path_title
from interview.views.plan_lines import Deep
from interview.views.plan_part import NO_PLAN, PlanPart, plan_part
from interview.views.practice_lock import NOT_COMMITTED
from interview.views.safety_part import SafetyPart, safety_part
from interview.views.side_by_side import side_by_side, side_lines
from interview.views.signature_words import signature_lines
from interview.views.translation_words import translation_note
from interview.views.treatments import TreatmentLine, how_many, treatment_lines
from interview.views.words_clinician import title

WHAT_IT_IS: Final = (
    _("This is an aid to a clinician's judgement. It shows what was said, what rules conclude from it, and what is still not known."),
    _("It is no diagnosis, no medical device and no instruction. What nobody asked is unknown here; it is never read as a no."),
    _("The hierarchy is an order to think with. The clinician may set another one, with a reason."),
)
EXPORTED_NOTES: Final = frozenset({"record", "to_do"})
"""Kinds of notes that an export holds unless others are named."""

NOTE_KINDS: Final = {"record": _("for the record"), "to_do": _("to do"), "done": _("to do, done"), "private": _("private")}
VISITS: Final = {"baseline": _("baseline"), "post_treatment": _("after treatment"), "follow_up": _("follow-up")}
DEPTHS: Final = {"brief": _("brief"), "full": _("full")}
PHASES: Final = {
    "opening": _("begun"),
    "asking": _("not finished"),
    "formulating": _("not finished: the formulation is being made"),
    "reviewing": _("not finished: it is being reviewed"),
    "paused": _("not finished: paused"),
    "safety": _("not finished: the safety questions are open"),
    "closed": _("closed"),
}


@dataclass(frozen=True, slots=True)
class Header:
    """Whose record it is, and how it was made."""

    record: str
    subject: str
    visit: str
    practice: bool
    interviewer: str | None
    depth: str
    phase: str
    """In words."""
    is_closed: bool
    opened_at: str
    updated_at: str
    questionnaire: str
    questionnaire_version: str
    answered: int
    about: int

    @property
    def progress(self) -> str:
        """How far it is, in words."""
        return progress_words(self.answered, self.about)


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A question that would help to settle findings that are open."""

    link_id: str
    question: str
    settles: tuple[str, ...]
    """Titles of findings."""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note; `text` is free text."""

    kind: str
    text: str
    on: str | None
    at: str


@dataclass(frozen=True, slots=True)
class Report:
    """One record, ready to be read. Fields named `verbatim`, `text` or `label` hold free text."""

    what_it_is: tuple[str, ...]
    header: Header
    safety: SafetyPart
    macro: MacroView
    treatments: tuple[TreatmentLine, ...]
    treatments_told: str
    findings: tuple[FindingGroup, ...]
    open_questions: tuple[OpenLine, ...]
    flagged: tuple[str, ...]
    """Questions marked to return to."""
    risk_words_open: tuple[str, ...]
    """Places with words of risk that nobody settled yet."""
    inconsistent: tuple[str, ...]
    """Facts that cannot all be true, to be asked again."""
    sections: tuple[AnswerSection, ...]
    set_aside: tuple[AnswerLine, ...]
    transcript: tuple[SaidTurn, ...]
    notes: tuple[NoteLine, ...]
    private_notes: int
    """How many private notes the record has that are not shown here."""
    sources: tuple[SourceLine, ...]
    plan: PlanPart = NO_PLAN
    """Options to weigh with the person, in the order of the hierarchy; to be read after the formulation."""
    informant: tuple[Deep, ...] = ()
    """What somebody close says beside the person, differences first; empty where nobody close was asked. Confidential from the person."""
    attached: tuple[AttachedPart, ...] = ()
    """Instruments from elsewhere with what counts in them; they hold free text."""
    depth: tuple[Deep, ...] = ()
    """What stands behind the formulation; empty unless it was worked out."""
    not_asked: tuple[Deep, ...] = ()
    """What the depth of the interview left out, by section, and how to ask it; empty at full depth."""
    signatures: tuple[str, ...] = ()
    """Who signed, when, and whether it holds, one sentence each. They hold names and words that were typed."""
    occurrences: tuple[Occurrence, ...] = ()
    """What befell the record as a whole (its clock was changed, it was brought back), to be read among the turns; for clinicians."""


def progress_words(answered: int, about: int) -> str:
    """Return how many of the open questions have an answer, in the words of every screen and export."""
    told = ngettext(
        "{answered} of {counted} has an answer, or a reason for none",
        "{answered} of {counted} have an answer, or a reason for none",
        answered,
    )
    return told.format(answered=answered, counted=ngettext("{n} question", "{n} questions", about).format(n=about))


def build(session: Session, notes: Collection[str] = EXPORTED_NOTES, *, in_depth: bool = False) -> Report:
    """Return the report of a session's record, with notes of the kinds named.

    `in_depth` takes up to seconds; without it the report does not say what stands behind the formulation.
    """
    case, assessment = session.case(), session.assessment(in_depth=in_depth)
    questionnaire, view = session.questionnaire, session.view()
    state = session.state
    proposals = session.proposals()
    is_open = session.may_propose
    return Report(
        what_it_is=(
            *WHAT_IT_IS,
            *(() if view.language is None else (translation_note(view.language),)),
            *(() if is_open else (NOT_COMMITTED,)),
        ),
        header=Header(
            record=state.record,
            subject=state.subject,
            visit=VISITS.get(state.visit, state.visit),
            practice=state.practice,
            interviewer=state.interviewer,
            depth=DEPTHS.get(state.depth, state.depth),
            phase=PHASES[top_of(state.phase)],
            is_closed=state.phase == "closed",
            opened_at=state.opened_at,
            updated_at=state.updated_at,
            questionnaire=questionnaire.id,
            questionnaire_version=questionnaire.version,
            answered=view.answered,
            about=view.about,
        ),
        safety=safety_part(case, assessment, view.safety, session.turns, session.events),
        macro=macro(session),
        treatments=treatment_lines(case),
        treatments_told=how_many(case),
        findings=finding_groups(assessment) if is_open else (),
        open_questions=tuple(
            OpenLine(question.link_id, path_title(question.link_id), tuple(title(each) for each in settled))
            for question in (session.open_questions() if is_open else ())
            if (settled := [each for each in question.settles if not MACHINES_ONLY.fullmatch(each)])
        ),
        flagged=tuple(path_title(link_id) for link_id in state.flags),
        risk_words_open=tuple(_("a note") if link_id.startswith("note:") else path_title(link_id) for link_id in view.risk_banner),
        inconsistent=tuple("; ".join(path_title(path) for path in each.paths) for each in assessment.inconsistent),
        sections=answer_sections(session),
        set_aside=set_aside_lines(session),
        transcript=said_turns(session),
        notes=tuple(
            NoteLine(
                NOTE_KINDS["done" if note.done_at else note.kind], note.text, path_title(note.link_id) if note.link_id else None, note.at
            )
            for note in state.notes
            if note.kind in notes
        ),
        private_notes=sum(note.kind not in notes and note.kind == "private" for note in state.notes),
        sources=sources(assessment, proposals) if is_open else (),
        plan=plan_part(case, assessment) if is_open else NO_PLAN,
        informant=side_lines(side_by_side(session)),
        attached=attached_parts(session),
        depth=depth_lines(case, assessment) if in_depth and is_open else (),
        not_asked=not_asked_lines(session),
        signatures=signature_lines(view.signatures),
        occurrences=occurrences(session.events),
    )
