"""The words of practice line by line, what each does, and why one cannot be said now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from interview.language import _

TALKING: Final = {
    "/hint": _("what could be asked next"),
    "/which N": _("choose what you meant, where the patient asked which"),
    _("/correct N WORDS"): _("turn N was put otherwise: open, closed, statement, leading, not-leading, double, not-double, reflection …"),
    _("/correct PART heard"): _("a part of your explanation was there, or `not-heard`: treatments, own-part, checking, together"),
    "/turns": _("the conversation so far, numbered"),
}
FINDING: Final = {
    "/record": _("enter what you found, by the ordinary questions"),
    "/talk": _("from the record or its safety questions back to the patient"),
    "/map": _("the map of problems; /add NAME, /rate P, /link P P, /rename, /remove, /unlink, /primary, /order work here too"),
    "/safety": _("the safety questions and what was done, in your record"),
    "/commit": _("settle your own formulation, once; the program's findings and proposals are open after it"),
    "/case": _("what the program finds in your record; open once you committed"),
    "/proposals": _("what the program proposes for the map; open once you committed"),
    _("/confirm N"): _("take proposal N onto your map"),
    _("/reject N"): _("turn proposal N down"),
    "/first": _("what stands behind the order of the problems"),
    "/report": _("the whole record to read"),
}
ENDING: Final = {
    _("/explain TEXT"): _("explain the history to the patient, in one line or several"),
    "/finish": _("end the session; `/finish anyway` ends it where something still stands open"),
    "/feedback": _("what can be said of the finished session; `/feedback points` adds the points"),
    "/again": _("the conversation again, with the feedback beside each turn"),
    _("/comment N NAME: TEXT"): _("a supervisor's comment on turn N; without a number, on the whole"),
    _("/export FORMAT FILE"): _("write the record to a file; `conversation` or `feedback` after it writes that instead"),
    _("/preview FORMAT FILE"): _("say what would be in such a file, and write nothing"),
    "/quit": _("leave; `practise --resume` goes on here"),
    "/help": _("these words"),
}
MAP_WORDS: Final = frozenset({"/map", "/add", "/rate", "/link", "/rename", "/remove", "/unlink", "/primary", "/order"})
"""Words of the map that can be said from the conversation."""
LOCKED: Final = frozenset({"/case", "/proposals", "/confirm", "/reject", "/report", "/first"})
"""Words that show what the program found; they open with the trainee's own formulation."""

NOT_COMMITTED: Final = _("only after you settled your own formulation: /commit")
NOTHING_OFFERED: Final = _("the patient did not ask which you meant")
NO_TURN: Final = _("nothing was said to the patient yet")
CLOSED: Final = _("the session is finished")
COMMITTED: Final = _("you settled it already")
NOT_FINISHED: Final = _("only after /finish, which ends the conversation")


AFTERWARDS: Final = frozenset(
    {"/help", "/quit", "/turns", "/correct", "/comment", "/export", "/preview", "/case", "/record", "/talk", "/map", "/first", "/report"}
)
"""Words of a session that is finished, beside the feedback's."""


@dataclass(frozen=True, slots=True)
class PracticeStanding:
    """What decides whether a word can be said now."""

    turns: int
    offered: int
    is_committed: bool
    is_closed: bool
    has_read: bool
    """Whether the feedback was read before."""


def name_of(phrase: str) -> str:
    """Return the word of a phrase."""
    return phrase.split()[0]


def not_now(name: str, standing: PracticeStanding) -> str | None:
    """Return in short why a word cannot be said now; None where it can."""
    if name in ("/feedback", "/again"):
        return None if standing.is_closed or standing.has_read else NOT_FINISHED
    if name in LOCKED and not standing.is_committed:
        return NOT_COMMITTED
    if name in ("/turns", "/correct", "/comment") and not standing.turns:
        return NO_TURN
    if standing.is_closed and name not in AFTERWARDS:
        return CLOSED
    if name == "/which":
        return None if standing.offered else NOTHING_OFFERED
    return COMMITTED if name == "/commit" and standing.is_committed else None


def help_lines(standing: PracticeStanding) -> Iterator[str]:
    """Yield the words of now with what they do, then the others by the reason why not."""
    others: dict[str, list[str]] = {}
    yield _("What can be said now; any other line is said to the patient:")
    for table in (TALKING, FINDING, ENDING):
        for phrase, meaning in table.items():
            why_not = not_now(name_of(phrase), standing)
            if why_not is None:
                yield f"  {phrase}: {meaning}"
            else:
                others.setdefault(why_not, []).append(name_of(phrase))
    if others:
        yield _("Not now:")
    yield from (f"  {', '.join(names)}: {why}" for why, names in others.items())
