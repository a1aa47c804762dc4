"""Frozen views of a session: all that a face needs to draw, and nothing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from interview.engine.fold import Answer
from interview.engine.last_time import LastTime
from interview.engine.offers import Offer
from interview.engine.safety_gate import Need
from interview.engine.signing import Voided
from interview.questionnaire.model import Item

SectionState = Literal["done", "current", "open", "closed"]


@dataclass(frozen=True, slots=True)
class ItemView:
    """One question, where it stands, and what counts for it now."""

    link_id: str
    item: Item
    section: str
    section_title: str
    number: int
    """From 1, among the section's open items."""
    of: int
    group: str | None
    index: int | None
    instance_title: str | None
    answer: Answer | None
    is_enabled: bool
    is_flagged: bool
    offer: Offer | None = None
    """What an earlier sentence told that would answer it."""
    last_time: LastTime | None = None
    """What was answered at the visit before."""
    is_counted: bool = False
    """Whether `of` is all that there is, and not about so many: nothing beside opens while it is asked."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """One line of the outline."""

    id: str
    title: str
    state: SectionState
    answered: int
    total: int
    instances: int | None = None
    """How many instances a section's group has, where it has one."""


@dataclass(frozen=True, slots=True)
class SafetyView:
    """What the safety phase shows."""

    is_open: bool
    because: str | None
    need: Need | None
    stops: bool
    positives: tuple[str, ...]
    disposition: tuple[tuple[str, object], ...]
    disposition_missing: tuple[str, ...]
    was_asked: bool
    is_complete: bool


@dataclass(frozen=True, slots=True)
class SignatureView:
    """A signature, and whether it holds: whether what counts now is what was signed."""

    seq: int
    by: str
    at: str
    note: str | None
    digest: str
    is_valid: bool
    voided: Voided | None
    """What made it void; None also where a log from elsewhere does not say."""


@dataclass(frozen=True, slots=True)
class SessionView:
    """The whole screen's facts after the last event."""

    record: str
    subject: str
    visit: str
    depth: str
    practice: bool
    interviewer: str | None
    phase: str
    """`asking_lifestyle`, `safety`, `formulating` …"""
    section: str | None
    item: ItemView | None
    """The question to ask now; None where nothing is left, or the phase asks nothing."""
    sections: tuple[SectionView, ...]
    answered: int
    """Open items with an answer or a named reason for none (`Walk.progress`)."""
    about: int
    """Answered ones and open ones together, as far as can be seen now."""
    minutes_told: float
    """Scripted talk time of what was answered."""
    minutes_about: float
    """Scripted talk time of the whole."""
    saved_at: str
    seq: int
    safety: SafetyView
    risk_banner: tuple[str, ...]
    """Texts with words of risk that are not settled."""
    flagged: tuple[str, ...]
    consent_refused: bool
    may: frozenset[str]
    """Triggers that may fire now (section triggers with some section)."""
    signatures: tuple[SignatureView, ...] = ()
    """All there were, in order, the void ones too."""
    language: str | None = None
    """The code of the language of a translated questionnaire; None for the original."""
    attached_unasked: tuple[str, ...] = ()
    """Items about self-harm of attached instruments that were begun, with no answer and no reason for none: they stand before closing."""

    @property
    def signature(self) -> SignatureView | None:
        """The one that stands: the last that holds, else the last that was; None where nobody signed."""
        return next((each for each in reversed(self.signatures) if each.is_valid), self.signatures[-1] if self.signatures else None)
