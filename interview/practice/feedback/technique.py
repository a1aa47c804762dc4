"""Technique: bands for the whole, and beside them the trainee's own lines, each with one other way to put it; what was done well too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.engine.practice_turns import Cue
from interview.practice.feedback.figures import figures
from interview.practice.feedback.given_back import is_given_back
from interview.practice.feedback.lines import NO_LABEL, OWN_VIEW, another_on, question_on
from interview.practice.feedback.model import Remark, Standing
from interview.practice.feedback.own_half import first_of_two
from interview.practice.feedback.spoken import Conversation, Spoken
from interview.practice.feedback.words import corrections, say
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.rapport import LABEL
from interview.practice.technique.advising import advises
from interview.practice.technique.bands import Band, Measure
from interview.practice.technique.counts import Banded, Technique, count
from interview.practice.technique.cues import CueResponse, response_to
from interview.practice.technique.rewrite import Fault, Rewrite, fault_of, reflection_for, rewrite
from interview.practice.technique.words import band_words, fault_words

_STANDINGS: Final[dict[Measure, dict[Band, Standing]]] = {
    "open": {"few": "missing", "some": "partly", "many": "good", "most": "good"},
    "leading": {"none": "good", "few": "good", "some": "partly", "many": "missing"},
    "double": {"none": "good", "few": "good", "some": "partly", "many": "missing"},
    "reflections": {"none": "missing", "few": "partly", "some": "good", "many": "good", "most": "good"},
    "summaries": {"none": "missing", "few": "good", "some": "good", "many": "good"},
    "cues": {"none": "missing", "few": "partly", "some": "partly", "many": "good", "most": "good"},
}
TAKEN: Final = ("responded", "acknowledged")
FAULTS: Final[tuple[Fault, ...]] = ("leading", "double", "closed")


def counted(spoken: Conversation) -> Technique:
    """Return counts and bands of the trainee's own turns, corrections included."""
    return count([turn.form for turn in spoken.said], [taken for __, taken in cues_taken(spoken)])


def cues_taken(spoken: Conversation) -> tuple[tuple[Spoken, CueResponse], ...]:
    """Return each turn that followed a sign of feeling, with how it took that up; a sign once taken up is not waited for again."""
    found: list[tuple[Spoken, CueResponse]] = []
    met: list[Cue] = []
    for turn in spoken.said:
        if turn.cue is not None and turn.cue not in met:
            found.append((turn, response_to(turn.cue, turn.line)))
            met += [turn.cue] if found[-1][1].taken == "responded" else []
    return tuple(found)


def technique(case: CaseFile, spoken: Conversation, shown: frozenset[int] = frozenset()) -> tuple[Remark, ...]:
    """Return the bands, then lines worth another way of putting them, then what was done well, then the corrections.

    Closed lines of turns in `shown` are left out: they are shown elsewhere.
    """
    if not spoken.said:
        return ()
    bands = counted(spoken).bands
    return (
        *(_band(band) for band in bands),
        *_labels(case, spoken),
        *(remark for fault in FAULTS for remark in _faults(fault, spoken, bands, shown)),
        *_advice(case, spoken),
        *_cues(case, spoken),
        *_reflected(case, spoken),
        *_not_followed(case, spoken),
        *_corrected(spoken),
    )


def _band(banded: Banded) -> Remark:
    standing = _STANDINGS[banded.measure][banded.band] if banded.band is not None else "not_known"
    code = f"technique.{banded.measure}"
    return Remark(code=code, says=say(code, band=band_words(banded)), standing=standing)


def _labels(case: CaseFile, spoken: Conversation) -> Iterator[Remark]:
    said = [turn for turn in spoken.said if LABEL.search(turn.line)]
    for turn in said[: figures().lines.shown]:
        says = say("technique.label", name=case.person.name)
        yield _line("technique.said_label", says, "missing", turn, NO_LABEL)


def _faults(fault: Fault, spoken: Conversation, bands: tuple[Banded, ...], shown: frozenset[int]) -> Iterator[Remark]:
    """Yield lines with one fault; closed ones only where most questions were not open, and where they asked about a topic."""
    if fault == "closed" and not any(band.measure == "open" and band.band in ("few", "some") for band in bands):
        return
    faulty = [turn for turn in spoken.said if fault_of(turn.form, _topics(turn)) == fault]
    if fault == "closed":
        faulty = [turn for turn in faulty if turn.asks and turn.seq not in shown]
    for turn in faulty[: figures().lines.shown]:
        other = rewrite(turn.form, _topics(turn))
        first = first_of_two(turn.line) if fault == "double" else None
        yield _line(f"technique.{fault}_line", fault_words(fault), "partly", turn, first or (_said(other) if other else None))


def _advice(case: CaseFile, spoken: Conversation) -> Iterator[Remark]:
    """Yield lines that advise while the person is still being heard, each with a question in its stead."""
    given = [turn for turn in spoken.said if advises(turn.line)]
    for turn in given[: figures().lines.shown]:
        topic = next(iter(_topics(turn)), None)
        says = say("technique.advice", name=case.person.name)
        yield _line("technique.advice_line", says, "partly", turn, OWN_VIEW if topic is None else another_on(topic, turn.line))


def _said(other: Rewrite) -> str:
    return question_on(other.topic) if other.topic is not None else other.suggestion


def _cues(case: CaseFile, spoken: Conversation) -> Iterator[Remark]:
    name, shown = case.person.name, figures().lines.shown
    taken = cues_taken(spoken)
    for turn, cue in [(turn, turn.cue) for turn, how in taken if turn.cue is not None and how.taken == "passed_over"][:shown]:
        says = say("technique.cue.passed", name=name, feeling=cue.feeling)
        yield _line("technique.cue_passed_over", says, "partly", turn, reflection_for(cue))
    for turn, cue, how in [(turn, turn.cue, how) for turn, how in taken if turn.cue is not None and how.taken in TAKEN][:shown]:
        responded = how.taken == "responded"
        says = say("technique.cue.taken" if responded else "technique.cue.heard", name=name, feeling=cue.feeling)
        yield _line("technique.cue_met", says, "good" if responded else "partly", turn, None)


def _reflected(case: CaseFile, spoken: Conversation) -> Iterator[Remark]:
    met = {turn.seq for turn, how in cues_taken(spoken) if how.taken == "responded"}
    given = [
        turn
        for turn in spoken.said
        if (turn.form.reflection or turn.form.summary)
        and turn.seq not in met
        and not LABEL.search(turn.line)
        and is_given_back(spoken, turn, case.person.opening)
    ]
    for turn in given[: figures().lines.shown]:
        yield _line("technique.reflected", say("technique.reflected"), "good", turn, None)


def _not_followed(case: CaseFile, spoken: Conversation) -> Iterator[Remark]:
    """Yield questions that were not understood at all; whether words or ear were at fault is left open."""
    lost = [turn for turn in spoken.said if turn.form.question and turn.reply.how == "unsure" and not turn.offers]
    for turn in lost[: figures().lines.shown]:
        yield _line("technique.not_followed", say("technique.not_followed", name=case.person.name), "not_known", turn, None)


def _corrected(spoken: Conversation) -> Iterator[Remark]:
    if spoken.corrected:
        yield Remark(code="technique.corrected", says=corrections(len(spoken.corrected)), standing="not_known", turns=spoken.corrected)


def _topics(turn: Spoken) -> tuple[str, ...]:
    return turn.asks or turn.heard.chosen


def _line(code: str, says: str, standing: Standing, turn: Spoken, try_this: str | None) -> Remark:
    return Remark(code=code, says=says, standing=standing, turns=(turn.seq,), quotes=(turn.line,), try_this=try_this)
