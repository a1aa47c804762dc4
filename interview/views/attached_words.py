"""Attached instruments in words: which there are, what was answered, and their totals, computed anew beside what was stated.

No word of it says what a total means: cut-offs belong to whoever made the instrument. A total that is not known has bounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.attached_folding import asked_at
from interview.engine.attached_links import attached_link, split_attached
from interview.engine.attached_risk import asks_about_self_harm
from interview.engine.fold import Answer
from interview.engine.session import Session
from interview.instruments.model import Instrument, InstrumentItem
from interview.instruments.totals import Total
from interview.language import _, ngettext
from interview.views.echo import echo
from interview.views.locale import listed, number
from interview.views.plan_lines import Deep

TITLE: Final = _("Attached instruments")
BESIDE: Final = _(
    "They come from elsewhere and stand by themselves: no answer in them enters the findings. Totals are computed anew from the weights "
    "in the file, and from nothing that was not answered."
)
OWN_WORDS: Final = _("answered in own words")
MOST_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class AttachedLine:
    """One item and what counts for it. `question`, `said` and `verbatim` hold free text."""

    link_id: str
    item: str
    question: str
    said: str
    status: str
    verbatim: str | None
    about_self_harm: bool
    is_own_words: bool = False
    """Whether what counts is a text in the person's own words."""


@dataclass(frozen=True, slots=True)
class AttachedPart:
    """One instrument of a record. `title` and the lines hold free text."""

    number: int
    title: str
    source: str
    lines: tuple[AttachedLine, ...]
    set_aside: int
    totals: tuple[str, ...]
    states: str | None
    """The item by which a total that is computed anew may be stated; None where there is none, or it is asked as any other."""
    stated: str
    """What was stated there."""
    differs: tuple[str, ...]
    """Totals that were stated and cannot be right, one sentence each."""

    @property
    def answered(self) -> int:
        """How many open items have an answer, or a reason for none."""
        return sum(line.status != "not_asked" for line in self.lines)


def attached_parts(session: Session) -> tuple[AttachedPart, ...]:
    """Return every attached instrument with what counts in it."""
    return tuple(_part(session, number, each) for number, each in enumerate(session.attached, 1))


def _part(session: Session, number_: int, instrument: Instrument) -> AttachedPart:
    lines = []
    for slot in session.attached_slots(number_):
        answer, asked = session.answer_of(slot.link_id), asked_at(session.state, slot.link_id)
        said = echo(slot.item, answer)
        verbatim = answer.verbatim if answer is not None and _says_more(answer.verbatim, said) else None
        item = (split_attached(slot.link_id) or (0, ""))[1]
        status = "not_asked" if answer is None else answer.status
        about = asked is not None and asks_about_self_harm(asked)
        own = status == "answered" and (slot.item.type in ("text", "texts") or _is_own(asked, answer))
        question = asked.text if asked is not None and asked.text else slot.item.text
        lines.append(AttachedLine(slot.link_id, item, question, said, status, verbatim, about, own))
    source = " ".join(part for part in (instrument.url, f"|{instrument.version}" if instrument.version else "") if part)
    found = session.attached_totals(number_)
    fixed = (each.link_id for each in found if each.link_id is not None and instrument.by_link_id[each.link_id].is_fixed)
    states = next(fixed, None)
    return AttachedPart(
        number_,
        instrument.title,
        source.replace(" |", "|"),
        tuple(lines),
        len(session.attached_set_aside(number_)),
        tuple(_total(instrument, total) for total in found),
        states,
        echo(None, session.answer_of(attached_link(number_, states))) if states is not None else "",
        tuple(_differs(instrument, total) for total in found if total.differs),
    )


def _says_more(verbatim: str | None, said: str) -> bool:
    """Whether what was typed says more than what was understood: no digit for an option, nor the same again."""
    return verbatim is not None and any(each.isalpha() for each in verbatim) and verbatim.casefold() != said.casefold()


def _is_own(asked: InstrumentItem | None, answer: Answer | None) -> bool:
    """Whether an answer to a choice is none of its options."""
    return (
        asked is not None
        and answer is not None
        and bool(asked.options)
        and isinstance(answer.value, str)
        and asked.option(answer.value) is None
    )


def total_lines(session: Session, number_: int) -> tuple[str, ...]:
    """Return the totals of an instrument, and what was stated otherwise, one sentence each."""
    instrument = session.attached[number_ - 1]
    found = session.attached_totals(number_)
    return (*(_total(instrument, each) for each in found), *(_differs(instrument, each) for each in found if each.differs))


def mismatches(session: Session) -> tuple[str, ...]:
    """Return every total that was stated and cannot be right, with its instrument."""
    return tuple(f"{part.title}: {each}" for part in attached_parts(session) for each in part.differs)


def attached_words(session: Session, number_: int) -> str:
    """Return which instrument it is and what there is to ask, in one sentence."""
    instrument = session.attached[number_ - 1]
    asked = sum(not item.is_fixed for item in instrument.questions)
    counted = ngettext("{n} question", "{n} questions", asked).format(n=asked)
    return _("{number}. {title}: attached, {counted}.").format(number=number_, title=instrument.title, counted=counted)


def summary_words(part: AttachedPart) -> str:
    """Return how far an instrument is, with its totals, in one line."""
    told = _("{answered} of {about} have an answer, or a reason for none").format(answered=part.answered, about=len(part.lines))
    return "; ".join((told, *(each.rstrip(".") for each in (*part.totals, *part.differs))))


def attached_deep(parts: tuple[AttachedPart, ...], *, verbatim: bool = False) -> tuple[Deep, ...]:
    """Return the instruments in lines with a depth; empty where none is attached."""
    if not parts:
        return ()
    found = [Deep(0, BESIDE)]
    for part in parts:
        source = f" ({part.source})" if part.source else ""
        found.append(Deep(1, f"{part.title}{source}"))
        found += [Deep(2, each) for each in (*part.totals, *part.differs)]
        for line in part.lines:
            own = f" (“{line.verbatim}”)" if verbatim and line.verbatim else ""
            said = line.said if verbatim or not line.is_own_words else OWN_WORDS
            found.append(Deep(2, f"{line.question} {said}{own}" if line.question.endswith(("?", ":")) else f"{line.question}: {said}{own}"))
        if part.set_aside:
            aside = ngettext(
                "{n} answer is set aside: its item is closed.", "{n} answers are set aside: their items are closed.", part.set_aside
            )
            found.append(Deep(2, aside.format(n=part.set_aside)))
    return tuple(found)


def _name(instrument: Instrument, total: Total) -> str:
    item = instrument.by_link_id.get(total.link_id or "")
    return item.text if item is not None and item.text else _("Sum of the weights")


def _total(instrument: Instrument, total: Total) -> str:
    name = _name(instrument, total)
    if not total.is_recomputed:
        stated = _("stated as {stated}, ").format(stated=number(total.stated)) if total.stated is not None else ""
        return _("{name}: {stated}not recomputed, for it is more than a sum of weights, or not clear of which.").format(
            name=name, stated=stated
        )
    beside = _(" (stated: {stated})").format(stated=number(total.stated)) if total.stated is not None else ""
    if total.value is not None:
        return _("{name}: {value}, computed anew from {n} items{beside}.").format(
            name=name, value=number(total.value), n=len(total.items), beside=beside
        )
    named = [instrument.by_link_id[each].text or each for each in total.settles[:MOST_NAMED]]
    more = len(total.settles) - len(named)
    told = listed(named) if not more else _("{listed} and {n} more").format(listed=", ".join(named), n=more)
    return _("{name}: not known, between {low} and {high}{beside}. It would be settled by: {settles}.").format(
        name=name, low=number(total.low or 0), high=number(total.high or 0), beside=beside, settles=told
    )


def _differs(instrument: Instrument, total: Total) -> str:
    said = number(total.stated or 0)
    if total.value is not None:
        return _("{name}: stated as {stated}, and the answers give {value}. They do not agree.").format(
            name=_name(instrument, total), stated=said, value=number(total.value)
        )
    return _("{name}: stated as {stated}, and the answers leave between {low} and {high}. They do not agree.").format(
        name=_name(instrument, total), stated=said, low=number(total.low or 0), high=number(total.high or 0)
    )


def next_attached(session: Session, number_: int, after: str | None = None) -> str | None:
    """Return the first open item without an answer, after the given one if any is left there; None where nothing is left."""
    order = [slot.link_id for slot in session.attached_slots(number_)]
    start = order.index(after) + 1 if after in order else 0
    return next((each for each in (*order[start:], *order[:start]) if session.answer_of(each) is None), None)


def total_link(session: Session, number_: int) -> str | None:
    """Return where the first total that is computed is stated by hand; None where the instrument states none."""
    return next((attached_link(number_, each.link_id) for each in session.attached_totals(number_) if each.link_id is not None), None)
