"""Records to stand at in a terminal: a vault with one in it, and its mirror in memory, which says what is asked next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from interview.engine.events import Event, ItemAnswered
from interview.engine.ledger import Ledger
from interview.engine.session import Session
from interview.engine.view import ItemView
from interview.questionnaire.model import Questionnaire
from interview.storage.memory import MemoryStore
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import now
from tests.bench.apps import begun
from tests.bench.watched import NotShown, Watched
from tests.faults.killed_app import answer_to
from tests.terminal_child import squeezed
from trd_core.settings import DEFAULT

F7 = "\x1b[18~"
EMPTIED = "\x1b[F\x15"
"""The keys that empty the answer line."""
WORDING = 16
"""Letters by which a question is known on the screen."""
BOUND = 60.0


def said_to(item: ItemView) -> str:
    """Return what is typed at a question: a no at every question of safety, so that it stays shut."""
    return "no" if item.link_id.startswith("safety.") else answer_to(item.link_id, item.item)


def placed(folder: Path, questionnaire: Questionnaire, stands: Callable[[ItemView], bool], answers: int = 0) -> tuple[str, Session]:
    """Make a vault with a record that stands at a question and holds at least so many answers; return its id, and its mirror."""
    store = MemoryStore()
    session = begun(store, questionnaire)
    while (item := session.view().item) is not None and not stands(item):
        session.answer(item.link_id, said_to(item))
    log = corrected(list(session.events), answers)
    vault, __ = Vault.create(folder / "vault", KeyFile(folder / "key"))
    summary = Ledger(MemoryStore(), questionnaire, log, now, DEFAULT).summary()
    vault.append(session.record, log, summary)
    vault.close()
    return session.record, mirrored(session.record, questionnaire, log)


def corrected(log: list[Event], answers: int) -> list[Event]:
    """Return the log with its last free words corrected until it holds so many answers."""
    bodies = [event.body for event in log if isinstance(event.body, ItemAnswered)]
    free = [body for body in bodies if isinstance(body.value, str) and body.link_id.startswith(("narrative.", "interview.q"))] or bodies[
        -1:
    ]
    at, by = log[-1].at, log[-1].by
    for more in range(max(0, answers - len(bodies))):
        changed = free[more % len(free)].model_copy(update={"verbatim": f"So it was, the {more} of them."} if free[0].verbatim else {})
        log.append(Event(seq=len(log) + 1, at=at, by=by, body=changed))
    return log


def mirrored(record: str, questionnaire: Questionnaire, log: list[Event]) -> Session:
    """Return a record in a store that forgets."""
    store = MemoryStore()
    store.append(record, log, Ledger(MemoryStore(), questionnaire, log, now, DEFAULT).summary())
    return Session.resume(store, questionnaire, record, clock=now, settings=DEFAULT)


def wording(item: ItemView) -> str:
    """Return by what a question is known on the screen."""
    return squeezed(item.item.text.partition("{")[0])[:WORDING]


class Interviewed:
    """One interview in a terminal beside its mirror: answers, and sees when the next question stands there and when all stands still."""

    def __init__(self, terminal: Watched, mirror: Session) -> None:
        self.terminal, self.mirror = terminal, mirror
        self._before = ""
        self.see()
        terminal.send(F7)  # the live panel stands beside from now on
        terminal.settled()

    def see(self) -> float:
        """Wait until the question that is asked stands on the screen, and return when it did."""
        item = self.mirror.view().item
        assert item is not None
        words, number = wording(item), squeezed(f"question {item.number}") if wording(item) == self._before else ""
        self._before = words
        try:
            return self.terminal.until(lambda shown: words in shown and number in shown, BOUND)
        except NotShown:
            raise NotShown(f"{item.link_id} is not asked") from None

    def turn(self) -> tuple[float, float] | None:
        """Answer, and return the seconds from Enter to the next question, and to the last of the screen; None at the end."""
        item = self.mirror.view().item
        assert item is not None
        self.terminal.send(EMPTIED + said_to(item))
        self.terminal.settled()
        self.mirror.answer(item.link_id, said_to(item))
        if self.mirror.view().item is None:
            return None
        began = self.terminal.send("\r")
        return self.see() - began, self.terminal.settled() - began
