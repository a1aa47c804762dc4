"""`Conversation`: a session of practice as the feedback reads it: each turn with what it asked, followed up and touched on.

Read from the log alone; nothing is matched again. What the trainee corrected counts as corrected, whenever they did; what they said after
the feedback was first shown counts no more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interview.engine.practice_events import ExplainingCorrected, FormCorrected, FormulationCommitted, HistoryExplained, PatientSpokenTo
from interview.engine.practice_turns import Cue, Form, Heard, PatientReply
from interview.engine.session import Session
from interview.practice.turn_numbers import turn_numbers

NOTHING_ASKED: Final = ("listens", "unsure", "which")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One thing that the trainee said to the patient, and the reply."""

    seq: int
    number: int
    """From 1, as everywhere; a choice among what was offered is a turn too."""
    heard: Heard
    reply: PatientReply
    form: Form
    """As it counts now: the trainee's own correction, where there is one."""
    by_choice: bool
    cue: Cue | None
    """What the reply before let show."""
    asks: tuple[str, ...]
    """Topics that were asked and replied to."""
    follows: tuple[str, ...]
    """Topics that were gone into further, without being named again."""
    mentions: tuple[str, ...]
    """Topics that were heard in it for certain and not asked: given back, or stated."""
    offers: tuple[str, ...]
    """Topics among which the person asked which was meant."""
    before_commitment: bool

    @property
    def line(self) -> str:
        """What the trainee said, word for word."""
        return self.heard.text


@dataclass(frozen=True, slots=True)
class Conversation:
    """All turns of a session, and what was said in the closing explanation."""

    turns: tuple[Spoken, ...]
    explained: tuple[tuple[int, str], ...]
    committed: int | None
    """The event by which the trainee settled their formulation, if that was before the feedback was shown."""
    corrected: tuple[int, ...]
    """Turns whose form the trainee corrected."""
    own_word: Mapping[str, bool]
    """Parts of the closing explanation of which the trainee said whether they were there."""

    @property
    def said(self) -> tuple[Spoken, ...]:
        """The turns that the trainee put into words of their own: choices among what was offered are left out."""
        return tuple(turn for turn in self.turns if not turn.by_choice)

    @property
    def told(self) -> frozenset[str]:
        """Link ids of every fact that was told."""
        return frozenset(fact for turn in self.turns for fact in turn.reply.told)

    def asking(self, topic: str) -> tuple[Spoken, ...]:
        """Return the turns that asked about a topic."""
        return tuple(turn for turn in self.turns if topic in turn.asks)

    def mentioning(self, topic: str) -> tuple[Spoken, ...]:
        """Return the turns in which a topic was heard without being asked."""
        return tuple(turn for turn in self.turns if topic in turn.mentions)

    def offering(self, topic: str) -> tuple[Spoken, ...]:
        """Return the turns after which the person asked whether this topic was meant."""
        return tuple(turn for turn in self.turns if topic in turn.offers)

    def following(self, topic: str) -> tuple[Spoken, ...]:
        """Return the turns that went further into a topic: asked once more, or followed up."""
        return (*self.asking(topic)[1:], *(turn for turn in self.turns if topic in turn.follows))

    def asked(self) -> tuple[str, ...]:
        """Return every topic that was asked, in the order of first asking."""
        return tuple(dict.fromkeys(topic for turn in self.turns for topic in turn.asks))

    def told_whole(self, topic: str) -> bool:
        """Return whether the person told a topic in full."""
        return any(topic in turn.reply.full for turn in self.turns)

    def telling(self, facts: frozenset[str]) -> tuple[Spoken, ...]:
        """Return the turns in which any of these facts was told."""
        return tuple(turn for turn in self.turns if facts.intersection(turn.reply.told))


def conversation(session: Session) -> Conversation:
    """Return a session's conversation up to the moment in which the feedback was first shown."""
    shown, numbers = session.feedback_read, turn_numbers(session)
    corrections = {event.body.turn: event.body.form for event in session.practised() if isinstance(event.body, FormCorrected)}
    events = [event for event in session.practised() if shown is None or event.seq < shown]
    committed = next((event.seq for event in events if isinstance(event.body, FormulationCommitted)), None)
    turns: list[Spoken] = []
    for event in events:
        if isinstance(event.body, PatientSpokenTo):
            form = corrections.get(event.seq, event.body.heard.form)
            before = committed is None or event.seq < committed
            turns.append(_spoken(event.seq, numbers[event.seq], event.body, form, turns[-1] if turns else None, before=before))
    explained = tuple((event.seq, event.body.text) for event in events if isinstance(event.body, HistoryExplained))
    own_word: dict[str, bool] = {
        event.body.part: event.body.heard for event in session.practised() if isinstance(event.body, ExplainingCorrected)
    }
    return Conversation(tuple(turns), explained, committed, tuple(turn.seq for turn in turns if turn.seq in corrections), own_word)


def _spoken(seq: int, number: int, body: PatientSpokenTo, form: Form, last: Spoken | None, *, before: bool) -> Spoken:
    heard, reply = body.heard, body.reply
    named = heard.chosen if heard.action == "answer" else ()
    chosen_now = last is not None and last.reply.how == "which" and bool(reply.topics) and reply.topics[0] in last.heard.offered
    replied = reply.topics if reply.how not in NOTHING_ASKED else ()
    asks = replied if body.by_choice or chosen_now else tuple(topic for topic in replied if topic in named)
    follows = tuple(topic for topic in replied if topic not in asks)
    mentions = tuple(topic for topic in named if topic not in asks)
    offers = heard.offered if reply.how == "which" else ()
    return Spoken(
        seq, number, heard, reply, form, body.by_choice, last.reply.cue if last else None, asks, follows, mentions, offers, before
    )
