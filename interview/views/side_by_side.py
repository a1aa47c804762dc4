"""What somebody close says beside what the person says, question by question: the same, different, or told by one alone.

Neither overrides the other here. Two words agree where their values do; free texts are not compared, they are to be read. An
informant's words are confidential: on a screen that the person can see, `ON_A_SHARED_SCREEN` stands in their place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from interview.engine.fold import Answer, Counting
from interview.engine.informant_links import RELATION, informant_link, split_informant
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _, ngettext
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.plan_lines import Deep
from interview.views.subjects import subject_of
from trd_core.vocabulary import definition_of

Agreement = Literal["differ", "to_read", "only_informant", "only_person", "agree", "neither"]
ORDER: Final[tuple[Agreement, ...]] = ("differ", "only_informant", "to_read", "only_person", "agree", "neither")
"""What is shown first: what needs a thought."""

WORDS: Final[dict[Agreement, str]] = {
    "differ": _("they differ"),
    "to_read": _("both in their own words"),
    "only_informant": _("only somebody close says"),
    "only_person": _("only the person says"),
    "agree": _("they agree"),
    "neither": _("neither says"),
}
TITLE: Final = _("What somebody close says")
BESIDE: Final = _(
    "It stands beside what the person says and overrides nothing. The findings rest on the person's answers, and on no word of somebody "
    "close unless it was taken over here."
)
ON_A_SHARED_SCREEN: Final = _("What somebody close says is confidential and is not shown on a shared screen. F7 shows it.")
SAME_WITHIN: Final = 0.02
"""Share by which two numbers may differ and be the same: as the contract of understanding compares them. Status: project."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One question and its two answers. `person`, `informant`, `informant_said` and `reason` may hold free text."""

    link_id: str
    """The question, as the person is asked it."""
    relation: str
    """The informant's relation, as a code."""
    informant_link_id: str
    question: str
    about: str
    """Which treatment, which spell; may hold free text."""
    person: str
    informant: str
    informant_said: str
    """The informant's own words, where they say more than what was understood."""
    who: str
    """The relation in words."""
    agreement: Agreement
    counts: Literal["person", "informant"] | None
    """Which one the clinician said counts; None where nothing was said."""
    reason: str
    stands: str
    """What counts, in words."""
    may_be_taken: bool
    """Whether the informant's answer can be let count: not where the person declined, nor what only they were asked."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """All that was said by somebody close, differences first, and how they were asked."""

    rows: tuple[SideRow, ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    """How the informant of now is asked: what, in words."""

    @property
    def in_short(self) -> str:
        """How many questions were answered, and how many answers differ."""
        differing = sum(row.agreement == "differ" for row in self.rows)
        told = ngettext("{n} question was asked of somebody close", "{n} questions were asked of somebody close", len(self.rows))
        differ = ngettext("{n} answer differs", "{n} answers differ", differing)
        return f"{told.format(n=len(self.rows))}; {differ.format(n=differing)}."


NOBODY: Final = SideBySide()


def side_by_side(session: Session) -> SideBySide:
    """Return what stands side by side, in the order in which it is read."""
    places = {definition: place for place, definition in enumerate(session.questionnaire.items)}
    made = [
        _row(session, told[0], told[1], each) for link_id, each in session.state.informant.items() if (told := split_informant(link_id))
    ]
    rows = sorted(made, key=lambda row: (ORDER.index(row.agreement), places.get(definition_of(row.link_id), 0), row.link_id))
    return SideBySide(tuple(rows), _asked(session))


def side_lines(sides: SideBySide) -> tuple[Deep, ...]:
    """Return all of it in lines with a depth, differences first; none where nobody close said anything."""
    if not sides.rows:
        return ()
    lines = [Deep(0, f"{sides.in_short} {BESIDE}"), *(Deep(1, f"{what} {words}") for what, words in sides.asked)]
    for row in sides.rows:
        stands = "; ".join(part for part in (WORDS[row.agreement], row.stands, row.reason) if part)
        said = f" (“{row.informant_said}”)" if row.informant_said else ""
        lines.append(Deep(1, f"{row.about}: {row.question} {stands}" if row.about else f"{row.question} {stands}"))
        lines.append(Deep(2, _("the person: {person}").format(person=row.person)))
        lines.append(Deep(2, _("{who}: {informant}{said}").format(who=row.who, informant=row.informant, said=said)))
    return tuple(lines)


def agreement(item: Item | None, person: Answer | None, informant: Answer | None) -> Agreement:
    """Return how two answers to one question stand to each other; a missing one never differs from anything."""
    told = [
        each is not None and each.status == "answered" and (each.value is not None or each.range is not None)
        for each in (person, informant)
    ]
    if person is None or informant is None or not all(told):
        return "only_person" if told[0] else "only_informant" if told[1] else "neither"
    if item is not None and item.type == "text":
        return "to_read"
    return "agree" if _is_same(person, informant) else "differ"


def needs_reason(session: Session, row: SideRow) -> bool:
    """Return whether the person's own answer stands where the informant's would be let count."""
    own = session.state.answers.get(row.link_id)
    return own is not None and own.status in ("answered", "not_applicable")


def stands_words(counting: Counting | None) -> str:
    """Return which answer counts, in words; empty where nobody said anything about it."""
    if counting is None:
        return ""
    return _("the informant's counts") if counting.counts == "informant" else _("the person's counts")


def relation_words(session: Session, relation: str) -> str:
    """Return a relation's code in words."""
    item = session.questionnaire.items.get(RELATION)
    return next((option.display.lower() for option in (item.options if item else ()) if option.code == relation), relation)


def _row(session: Session, relation: str, link_id: str, told: Answer) -> SideRow:
    item, asked = item_of(session.questionnaire, link_id), item_of(session.questionnaire, told.link_id)
    person = session.persons_answer(link_id)
    counting = session.what_counts(link_id)
    counting = counting if counting is not None and counting.informant == relation else None
    is_theirs_alone = item is not None and item.who == "informant"
    understood = echo(asked, told)
    refused = person is not None and person.status == "declined"
    return SideRow(
        link_id=link_id,
        relation=relation,
        informant_link_id=informant_link(relation, link_id),
        question=asked.text if asked is not None else link_id,
        about=subject_of(session.questionnaire, session.answer_of, link_id),
        person=_("not asked of the person") if is_theirs_alone else echo(item, person),
        informant=understood,
        informant_said=told.verbatim if told.verbatim and _bare(told.verbatim) != _bare(understood) else "",
        who=relation_words(session, relation),
        agreement=agreement(item, person, told),
        counts=None if counting is None else "informant" if counting.counts == "informant" else "person",
        reason=(counting.reason or "") if counting is not None else "",
        stands=stands_words(counting),
        may_be_taken=not is_theirs_alone and not refused and told.status == "answered",
    )


def _asked(session: Session) -> tuple[tuple[str, str], ...]:
    found = []
    for link_id in session.informant_settings():
        item, given = item_of(session.questionnaire, link_id), session.answer_of(link_id)
        if item is not None and given is not None:
            found.append((item.text, echo(item, given)))
    return tuple(found)


def _is_same(one: Answer, other: Answer) -> bool:
    first, second = _bounds(one), _bounds(other)
    if first is not None and second is not None:
        return first[0] <= second[1] * (1 + SAME_WITHIN) and second[0] <= first[1] * (1 + SAME_WITHIN)
    if one.value is None or other.value is None:
        return one.value == other.value and one.range == other.range
    if isinstance(one.value, str) and isinstance(other.value, str):
        return one.value == other.value or _is_the_same_date(one.value, other.value)
    if _is_list(one.value) and _is_list(other.value):
        return {_bare(str(each)) for each in one.value} == {_bare(str(each)) for each in other.value}
    return bool(one.value == other.value and type(one.value) is type(other.value))


def _bounds(answer: Answer) -> tuple[float, float] | None:
    """Between which numbers an answer lies; None for an answer that is no number."""
    if isinstance(answer.value, (int, float)) and not isinstance(answer.value, bool):
        return float(answer.value), float(answer.value)
    if answer.range is None or any(isinstance(each, str) for each in answer.range):
        return None
    low, high = answer.range
    return float("-inf") if low is None else float(low), float("inf") if high is None else float(high)


def _is_the_same_date(one: str, other: str) -> bool:
    """Whether two dates can be one: the less exact begins the more exact."""
    short, long = sorted((one, other), key=len)
    return short[:4].isdigit() and (long == short or long.startswith(f"{short}-"))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _bare(text: str) -> str:
    return text.casefold().strip(" .,!?")
