"""Random records of the small questionnaire: answers of any kind, changed, taken back, noted, signed, paused, reopened."""

from __future__ import annotations

import random

from interview.engine.session import Session
from tests.interview.engine.world import DISPOSITION, PLAIN, ask_through, begin

TYPED = (
    *("yes", "no", "1", "2", "5", "2021", "March 2024", "sertraline", "I'd rather not say", "not sure", "100 or 150", "about 100 mg"),
    *("zz", "current", "never", "a “quoted” — line\nand another", "0", "it would be better to be dead"),
)
LINKS = (
    *(*PLAIN, "safety.method", "safety.act_on", "trials[1].kind", "trials[1].dose_mg", "trials[3].agent", "interview.more.trials[1]"),
    *("problems[0].label", "problems[0].id", "problems[0].urgency", "links[0].source"),
)
NOTES = ("record", "private", "to_do")


def walk(seed: int, steps: int = 60) -> Session:
    """Return the record that one seed makes."""
    chance = random.Random(seed)
    session = begin(
        interviewer=chance.choice([None, "Dr A"]), visit=chance.choice(["baseline", "follow_up"]), practice=chance.random() < 0.2
    )
    if chance.random() < 0.3:
        ask_through(session, PLAIN)
        session.go("review")
    for _ in range(chance.randrange(steps)):
        _act(session, chance)
    return session


def _act(session: Session, chance: random.Random) -> None:
    link_id = chance.choice(LINKS)
    slot = session.current()
    match chance.randrange(16):
        case 0 | 1 | 2 | 3 | 4 if slot is not None and slot.link_id in PLAIN:
            session.answer(slot.link_id, PLAIN[slot.link_id])
        case 5 | 6 | 7:
            session.answer(link_id, chance.choice(TYPED))
        case 8:
            session.leave_unanswered(link_id, chance.choice(["declined", "unknown", "not_applicable"]))  # type: ignore[arg-type]
        case 9:
            session.withdraw(link_id)
        case 10:
            session.note(chance.choice(TYPED), chance.choice(NOTES), chance.choice([None, link_id]))  # type: ignore[arg-type]
        case 11:
            session.flag(link_id, chance.random() < 0.5)
        case 12:
            session.go(chance.choice(["formulate", "review", "close", "reopen", "pause", "resume", "open_safety"]))
        case 13:
            session.acknowledge_safety(DISPOSITION)
        case 14:
            session.withdraw_instance("trials", chance.randrange(2))
        case 15:
            session.sign(chance.choice(["Dr S", "Dr T"]), chance.choice([None, "supervisor"]))
