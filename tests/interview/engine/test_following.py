"""What follows each answer is what would be found anew: any programme of acts, compared after every one of them."""

from __future__ import annotations

import random
from typing import Any

import pytest

from interview.engine.enablement import Enablement
from interview.engine.fold import fold, split_instance
from interview.engine.navigation import Walk
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.questionnaire.conditions import READS
from interview.questionnaire.model import Item, Questionnaire
from interview.storage.memory import MemoryStore
from tests.interview.demo.walk import begin, walk
from tests.interview.engine.world import DISPOSITION, PLAIN, SMALL, Ticking, ids
from trd_core.vocabulary import definition_of

MOVES = ("formulate", "review", "close", "reopen", "pause", "resume", "open_safety", "undo_safety")
TYPED = ("yes", "no", "no", "1", "3", "12", "2021", "sertraline", "fluoxetine", "20 mg", "I'd rather not say", "grey days")


def said_of(item: Item, rng: random.Random) -> str:
    """Words that often fit."""
    if item.type == "yes_no":
        return rng.choice(("yes", "no"))
    return rng.choice(item.options).code if item.options and rng.random() < 0.9 else rng.choice(TYPED)


def read_by_conditions(questionnaire: Questionnaire) -> frozenset[str]:
    """The questions on which others hang."""
    told = [each.question for item in (*questionnaire.items.values(), *questionnaire.section) for each in item.enable_when]
    return frozenset((*told, *(name for names in READS.values() for name in names)))


def acted(session: Session, rng: random.Random) -> object:
    """Do something that somebody might."""
    slot, answered, kind = session.current(), [*session.state.answers], rng.random()
    back = {"safety": "", "paused": "resume", "closed": "reopen"}.get(session.phase)
    if back is not None and kind < 0.5:
        return session.acknowledge_safety(DISPOSITION) if session.phase == "safety" else session.go(back)
    if slot is not None and kind < 0.6:
        plain = PLAIN.get(slot.link_id)
        return session.answer(slot.link_id, plain if plain is not None and rng.random() < 0.5 else said_of(slot.item, rng))
    if kind < 0.8 and answered:
        link_id = rng.choice([each for each in answered if definition_of(each) in read_by_conditions(session.questionnaire)] or answered)
        item = item_of(session.questionnaire, link_id)
        return session.answer(link_id, rng.choice(TYPED) if item is None else said_of(item, rng))
    if kind < 0.86 and answered:
        return session.withdraw(rng.choice(answered))
    if kind < 0.9:
        members = [instance for link_id in answered if (instance := split_instance(link_id)) is not None]
        return session.withdraw_instance(*rng.choice(members)) if members else None
    if kind < 0.93:
        return session.go_to(rng.choice(answered)) if answered else None
    return session.set_depth(rng.choice(("brief", "full"))) if kind < 0.95 else session.go(rng.choice(MOVES))


def found(stood: Walk, enablement: Enablement, questionnaire: Questionnaire, session: Session) -> dict[str, Any]:
    """All that a walk and its enablement say."""
    said: dict[str, Any] = {link_id: enablement.is_enabled(link_id) for link_id in (*session.state.answers, *questionnaire.items)}
    for section in questionnaire.sections:
        slots, open_items = stood.slots(section), stood.open_items(section)
        done = sum(each.link_id in session.state.answers for each in open_items)
        said[f"§{section}"] = (
            slots,
            open_items,
            stood.counts()[section],
            stood.next_open(section),
            stood.next_open(section, "trials[0].kind"),
        )
        assert (done, len(open_items)) == (stood.counts()[section].done, stood.counts()[section].items)
    return said | {"§": stood.all_slots()}


def followed(session: Session, seed: int, acts: int) -> int:
    """Act so many times and compare after each; return how many answers opened or closed others."""
    rng, turned, questionnaire = random.Random(seed), 0, session.questionnaire
    before = {link_id: session.enablement.is_enabled(link_id) for link_id in session.state.answers}
    for _ in range(acts):
        reply = acted(session, rng)
        state = fold(session.events)
        anew = Enablement(questionnaire, state)
        now = {link_id: anew.is_enabled(link_id) for link_id in state.answers}
        if isinstance(reply, Saved) and reply.status is not None and reply.link_id in now:
            changed = [link_id for link_id in now if before.get(link_id, now[link_id]) is not now[link_id]]
            opened, closed = (tuple(each for each in changed if now[each] is way) for way in (True, False))
            assert (opened, closed, not now[reply.link_id]) == (reply.opened, reply.closed, reply.set_aside)
            turned += len(changed)
        before, ledger = now, session._ledger
        expected = found(Walk(questionnaire, state, anew), anew, questionnaire, session)
        assert expected == found(ledger.walk, ledger.enablement, questionnaire, session)
    return turned


def small() -> Session:
    """A new record of the small questionnaire."""
    return Session.begin(MemoryStore(), SMALL, subject="S-1", clock=Ticking(), new_id=ids())


def whole() -> Session:
    """The demonstration's record, with every question answered, opened again."""
    session = begin()
    walk(session)
    session.go("reopen")
    return session


@pytest.mark.parametrize("seed", range(12))
def test_the_small_questionnaire_is_followed(seed: int) -> None:
    followed(small(), seed, 120)


@pytest.mark.parametrize("seed", range(4))
def test_the_whole_questionnaire_is_followed(seed: int) -> None:
    assert followed(whole(), 100 + seed, 60) > 0


@pytest.mark.parametrize("seed", range(2))
def test_what_is_not_followed_is_seen(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """The control: an enablement that forgets nothing stands still, and is caught."""
    session = whole()
    monkeypatch.setattr(Enablement, "touch", lambda _self, _link_id: {})
    with pytest.raises(AssertionError):
        followed(session, 100 + seed, 60)
