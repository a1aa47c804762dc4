"""Random walks through the small interview: answer, go back, change, take back; unique words in every free text."""

from __future__ import annotations

import random
from typing import Final

from interview.engine.session import Session
from tests.interview.engine.world import DISPOSITION, PLAIN, begin

TYPED: Final = ("yes", "no", "1", "2", "3", "5", "2021", "2024-05", "sertraline", "I'd rather not say", "current", "never", "stopped", "10")
LINKS: Final = (
    *PLAIN,
    "safety.method",
    "trials[1].kind",
    "trials[1].agent",
    "interview.more.trials[0]",
    "lifestyle.minutes_to_first_cigarette",
)
STEPS: Final = 30


def words(chance: random.Random) -> str:
    """Return a text that stands nowhere else."""
    return f"zq{chance.getrandbits(48):012x}"


def walked(seed: int) -> tuple[Session, list[str]]:
    """Return a record after a walk, and every free text that was put into it."""
    chance, texts = random.Random(seed), list[str]()

    def told() -> str:
        texts.append(words(chance))
        return texts[-1]

    session = begin(depth=chance.choice(("brief", "full")), interviewer=told())
    for __ in range(STEPS):
        _act(session, chance, told)
    return session, texts


def _act(session: Session, chance: random.Random, told: object) -> None:
    assert callable(told)
    slot = session.current()
    match chance.choice(("well", "well", "well", "well", "any", "any", "text", "back", "withdraw", "safety", "note", "map", "leave")):
        case "well" if slot is not None:
            text = told() if slot.link_id.startswith("narrative.") else PLAIN.get(slot.link_id, "no")
            session.answer(slot.link_id, text)
        case "any":
            session.answer(chance.choice(LINKS), chance.choice(TYPED))
        case "text":
            session.answer("narrative.lifestyle", told())
            session.answer("trials[0].agent", f"{told()} tablets", keep=True)
        case "back":
            session.step(-1)
        case "withdraw":
            session.withdraw(chance.choice(LINKS))
        case "safety":
            session.acknowledge_safety({**DISPOSITION, "contact": told(), "by": told(), "seen_by": told()})
        case "note":
            session.note(told(), chance.choice(("record", "private", "to_do")))
        case "map":
            index = chance.randrange(3)
            for name, value in (("id", told()), ("label", told()), ("area", "medical"), ("urgency", chance.randrange(4))):
                session.give(f"problems[{index}].{name}", value)
            session.reject(told(), told())
        case "leave" if slot is not None:
            session.leave_unanswered(slot.link_id, chance.choice(("declined", "unknown", "not_applicable")), verbatim=told())
