"""`Questionnaire`: what is asked, in which order, of whom, and when. Names are FHIR SDC's.

It holds wording, options, order and conditions; no code, no expressions, no totals.
"""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from interview.questionnaire.places import Places
from trd_core.text import CleanText

Who = Literal["patient", "clinician", "informant", "chart"]
AnswerKind = Literal[
    "number", "scale", "duration", "date", "frequency", "yes_no", "choice", "choices", "dose", "drug", "drugs", "texts", "text"
]
"""The kinds of `understanding.md`; `drugs` and `texts` are several answers of one kind, separated by commas or "and"."""

Unit = Literal["minutes", "hours", "days", "weeks", "months", "years"]
Depth = Literal["brief", "full"]
Scalar = str | bool | int | float


class Part(BaseModel):
    """A frozen, strict part of a questionnaire: unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", ignored_types=(cached_property,))


class AnswerOption(Part):
    """One option: its code in the case, what is shown, and other words for it."""

    code: str
    display: CleanText
    say: tuple[CleanText, ...] = ()
    """Other words by which a person may mean this option."""
    informant: CleanText | None = None
    """What is shown when somebody close is asked, where `display` speaks as the person."""


class EnableWhen(Part):
    """One condition on another item's answer, as FHIR R4 defines it: no answer satisfies only `exists = false`.

    Over an answer of several codes, `=` means that one of them is equal.
    """

    question: str
    operator: Literal["exists", "=", "!=", ">", "<", ">=", "<="]
    answer: Scalar


class Item(Part):
    """One question, statement to judge, or repeating group of them."""

    link_id: str
    """The path of its fact in the case, by definition (`trials[].agent`), or `interview.*`, `narrative.<area>`."""
    type: AnswerKind | Literal["group"]
    who: Who = "patient"
    """Whose knowledge answers it. A clinician's judgement is never worded as a question to the person."""
    text: CleanText
    """The wording to say; for a clinician's item, what to judge."""
    probes: tuple[CleanText, ...] = ()
    help: CleanText | None = None
    """For the interviewer: what counts, and what does not."""
    why: tuple[str, ...] = ()
    """Ids of the rules that need the answer."""
    depth: Depth = "brief"
    """The smallest depth at which it is asked."""
    required: bool = False
    """Needed for its area to count as completed."""
    spoken: bool = True
    """Counts as a question that the person hears (clinician's items never do)."""
    talk_seconds: int = Field(default=15, ge=0)
    """Scripted talk time, question and answer."""
    unit: Unit | None = None
    min: float | None = None
    max: float | None = None
    likely_min: float | None = None
    """A lower number may be a slip of the keys: typed, it is asked back before it is taken."""
    likely_max: float | None = None
    """A higher number, likewise."""
    unlikely: CleanText | None = None
    """For the interviewer: what such a number would mean, said when it is asked back."""
    anchors: tuple[CleanText, ...] = ()
    """Labels of a scale's values, as `1 a lot better`."""
    options: tuple[AnswerOption, ...] = ()
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["all", "any"] = "all"
    condition: str | None = None
    """The name of a predicate in `conditions.py`, beside `enable_when`."""
    may_tell: tuple[str, ...] = ()
    """Other items of the same instance that a sentence in answer to this one may answer too: each is offered where it is asked."""
    asked_anew: bool = False
    """Whether it stands for itself at every visit: the answer of the visit before is not shown, and never taken over."""
    ask_informant: CleanText | None = None
    """The wording for somebody close, about the person: they are asked it too, where the clinician chooses to."""
    permission: CleanText = "own wording"
    citation: CleanText | None = None
    item: tuple[Item, ...] = ()
    """The items of one instance, for a group."""
    instance_titles: tuple[CleanText, ...] = ()
    """For a group: what the first, second, third instance is ("the latest treatment"); later ones go by number."""
    titles_that_hold: int | None = Field(default=None, ge=0)
    """For a group: how many of the titles stay true once an instance was named. The others only ask for it ("the one that helped
    most"), and claim nothing of what was then told; None: all stay."""
    more: CleanText | None = None
    """For a group: the question that opens the next instance (asked as `interview.more.<group>[n]`)."""

    @property
    def is_group(self) -> bool:
        """Whether this is a repeating group."""
        return self.type == "group"

    @property
    def is_judgement(self) -> bool:
        """Whether the clinician answers it, in the strip after the section."""
        return self.who == "clinician"

    def for_informant(self) -> Item:
        """Return the item as somebody close is asked it: the same kind of answer, the options about the person."""
        options = tuple(
            option.model_copy(update={"display": option.informant, "say": (*option.say, option.display)}) if option.informant else option
            for option in self.options
        )
        return self.model_copy(update={"text": self.ask_informant or self.text, "who": "informant", "probes": (), "options": options})


class Section(Part):
    """One section, one file: an open question first, then the closed items that the rules need."""

    id: str = Field(pattern=r"^[a-z]+$")
    """Letters only: it is the name of a nested state."""
    title: CleanText
    order: int
    area: (
        Literal["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric", "medical", "safety", "other"] | None
    ) = None
    intro: CleanText | None = None
    """What the interviewer says on the way in."""
    enable_when: tuple[EnableWhen, ...] = ()
    enable_behavior: Literal["all", "any"] = "all"
    item: tuple[Item, ...]

    def all_items(self) -> tuple[Item, ...]:
        """Return the items and the members of groups (groups themselves included), in order."""
        return tuple(each for item in self.item for each in (item, *item.item))


class Questionnaire(Part):
    """Everything that an interview may ask."""

    id: str
    version: str
    title: CleanText
    section: tuple[Section, ...]
    language: str = "en"
    """The code of the language in which it asks."""
    translation_note: CleanText | None = None
    """What must be known of a translation, said wherever its answers are shown; None for the original."""

    @cached_property
    def items(self) -> dict[str, Item]:
        """Return every item by its definition `link_id`."""
        return {item.link_id: item for section in self.section for item in section.all_items()}

    @cached_property
    def section_of(self) -> dict[str, str]:
        """Return the section's id for every definition `link_id`."""
        return {item.link_id: section.id for section in self.section for item in section.all_items()}

    @cached_property
    def places(self) -> Places:
        """Return the places of all items in the order of asking."""
        return Places(self.sections)

    @cached_property
    def sections(self) -> dict[str, Section]:
        """Return the sections by id, in order."""
        return {section.id: section for section in self.section}
