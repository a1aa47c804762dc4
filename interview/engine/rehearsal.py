"""What an act would do, seen before it is done: it is taken on a log beside the record's own, which is thrown away.

Nothing is appended and nothing is moved. The reply is the one that the act itself would bring.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from interview.engine.events import Event
from interview.engine.fold import Answer
from interview.engine.ledger import Ledger
from interview.engine.ports import RecordSummary
from interview.engine.replies import Reply, Saved
from interview.engine.standing import FORMULATION, Standing
from trd_core.vocabulary import definition_of


@dataclass(frozen=True, slots=True)
class Stood:
    """Which questions were open, and which answers were set aside."""

    open: tuple[str, ...]
    aside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to other questions: link ids, in the order of the interview."""

    set_aside: tuple[str, ...] = ()
    counts_again: tuple[str, ...] = ()
    asked_now: tuple[str, ...] = ()
    asked_no_more: tuple[str, ...] = ()
    """Open questions without an answer that are closed."""

    @property
    def is_nothing(self) -> bool:
        """Whether it touches no other question."""
        return not (self.set_aside or self.counts_again or self.asked_now or self.asked_no_more)


NO_EFFECT = Effect()


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What an act would bring: the reply, what it would do to other questions, and whose signatures it would make void."""

    reply: Reply
    effect: Effect = NO_EFFECT
    voids: tuple[str, ...] = ()
    """Names."""
    answer: Answer | None = None
    """What would count for the item that was answered."""

    @property
    def is_to_be_seen(self) -> bool:
        """Whether somebody should see it first. A sign of risk is met at once: it never waits for anything."""
        return isinstance(self.reply, Saved) and not self.reply.safety_opened and bool(self.voids or not self.effect.is_nothing)


class Nowhere:
    """A store that keeps nothing and has nothing."""

    def append(self, record: str, events: Sequence[Event], summary: RecordSummary) -> None:
        """Keep nothing."""

    def events(self, record: str) -> tuple[Event, ...]:  # noqa: ARG002 the store's signature
        """Return nothing."""
        return ()

    def records(self, subject: str | None = None) -> tuple[RecordSummary, ...]:  # noqa: ARG002 the store's signature
        """Return nothing."""
        return ()

    def hold(self, record: str) -> None:
        """Nobody else writes here."""

    def release(self, record: str) -> None:
        """Nobody else writes here."""

    def seal(self, record: str) -> str:  # noqa: ARG002 the store's signature
        """Return no seal: there is no chain."""
        return ""

    def research_code(self, name: str) -> str:  # noqa: ARG002 the store's signature
        """Return no code: nothing is kept here."""
        return ""


def beside(ledger: Ledger) -> Ledger:
    """Return a ledger with the same events and the same place, whose acts are kept nowhere."""
    moment = ledger.clock()
    made = Ledger(Nowhere(), ledger.questionnaire, ledger.events, lambda: moment, ledger.settings)
    made.state.record = ledger.state.record
    made.cursor, made.last = ledger.cursor, ledger.last
    return made


def standing_of(session: Standing) -> Stood:
    """Return what is open and what is set aside now; the map of problems is no question."""
    return Stood(
        tuple(slot.link_id for section in session.questionnaire.sections for slot in session.open_items(section)),
        tuple(answer.link_id for answer in session.set_aside() if not definition_of(answer.link_id).startswith(FORMULATION)),
    )


def effect_of(session: Standing, before: Stood) -> Effect:
    """Return what changed since then, other than the answer itself."""
    now, answers = standing_of(session), session.state.answers
    return Effect(
        set_aside=tuple(link_id for link_id in now.aside if link_id not in before.aside),
        counts_again=tuple(link_id for link_id in before.aside if link_id not in now.aside and link_id in answers),
        asked_now=tuple(link_id for link_id in now.open if link_id not in before.open and link_id not in answers),
        asked_no_more=tuple(link_id for link_id in before.open if link_id not in now.open and link_id not in answers),
    )


def names_voided(session: Standing, valid_before: Sequence[int]) -> tuple[str, ...]:
    """Return whose signatures held, and hold no longer."""
    return tuple(each.by for each in session.state.signatures if each.seq in valid_before and each.voided is not None)
