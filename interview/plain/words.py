"""The words of the plain mode: a line that begins with a slash acts, every other line is an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.events import AnswerStatus
from interview.language import _

ANSWERING: Final = {
    "/skip": "the person declined to answer",
    "/dontknow": "the person does not know",
    "/notapply": "it does not apply",
    "/same": "the answer of the visit before is still so",
    "/keep": "keep a name that no table knows, as it was typed",
    "/why (or /probe)": "what counts, probes, and the rules that need the answer",
    "/back": "the question before; nothing is lost",
    "/next": "the question after, without answering",
    "/flag": "mark this question to return to, or unmark it",
    "/note TEXT": "a note for the record",
    "/private TEXT": "a private note, in no export",
    "/todo TEXT": "something to do",
    "/risk asked|known|other": "settle words of risk: asked now, known, not about this person",
}
MOVING: Final = {
    "/jump SECTION": "go to a section, by name or number; alone it lists them",
    "/find WORDS": "search answers, notes and questions, also of this subject's other interviews",
    "/found N": "go to the question of hit N",
    "/open N": "go to an open question; alone it lists those that would settle the most, and what",
    "/safety": "open the safety questions",
    "/ask": "in a safety stop: go on with the safety questions first",
    "/correct QUESTION yes|no NAME because REASON": "correct a mis-keyed safety answer; alone it lists them",
    "/informant": "ask somebody close too; `/informant table` shows both side by side",
    "/case": "what was found so far, and what is open",
    "/formulate": "the map of problems: confirm, rate, link",
    "/review": "check the answers before closing",
    "/close": "close the record (from the review)",
    "/sign NAME [as WHAT]": "sign a closed record by name; from the review it is closed with it",
    "/reopen": "open a closed record again",
    "/pause": _("pause here; Enter goes on (a plain screen cannot be blanked)"),
    "/quit": "pause and leave; `resume` goes on here",
    "/help": "these words",
}
MAPPING: Final = {
    "/map": "the map again",
    "/first": "what stands behind the order: the other orders, and what would change the first place",
    "/proposals": "what is proposed, with its evidence and what would speak against it",
    "/confirm N [NAME]": "take proposal N, under its name or another",
    "/reject N [REASON]": "turn proposal N down",
    "/rate P": "rate problem P, line by line",
    "/add NAME": "add a problem of your own",
    "/rename P NAME": "give a problem another name",
    "/remove P": "take a problem off the map",
    "/link P P": "draw a link from the first to the second",
    "/unlink P P": "take a link away",
    "/order P P P because REASON": "an order of your own, beside the computed one",
}
CLOSE: Final = {
    "/end": "back to the person",
    "/informant table": "what both say, side by side, numbered",
    "/take N [because REASON]": "let the answer of somebody close count in row N; over the person's own only with a reason",
    "/persons N because REASON": "let the person's own answer count in row N",
}
REVIEWING: Final = {
    "/list": "all answers again, numbered",
    "/change N": "change answer N; what it does to others is said first, and the review comes back",
    "/accept": "take the change that was said first",
    "/drop": "leave everything as it was",
    "/report": "the report as it stands",
}
ALL: Final = {phrase.split()[0] for table in (ANSWERING, MOVING, MAPPING, CLOSE, REVIEWING) for phrase in table}

LEFT_OPEN: Final[dict[str, AnswerStatus]] = {"/skip": "declined", "/dontknow": "unknown", "/notapply": "not_applicable"}
"""Words that say why there is no answer."""

SEVERAL_LINES: Final = frozenset({"text", "texts"})
"""Kinds of answer that a paste of several lines can be."""

NO_SUCH_WORD: Final = _("No such word at this point; nothing was done. /help lists those there are. Two slashes begin an answer with one.")
ALL_ASKED: Final = _(
    "Every question that is open here was asked. /open lists what is still open, /formulate makes the map of problems, "
    "/review checks the answers."
)
NOT_AGREED: Final = _("The person did not agree to the interview, so nothing more is asked. /quit leaves; /back corrects it.")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what stands after it."""

    name: str
    rest: str = ""


def word_of(text: str) -> Word | None:
    """Return the word that a line says; None for an answer. Two slashes begin an answer with one."""
    said = text.strip()
    if not said.startswith("/") or said.startswith("//"):
        return None
    name, _, rest = said.partition(" ")
    return Word(name.lower(), rest.strip())


def answer_of(text: str) -> str:
    """Return the answer that a line says."""
    return text.strip()[1:] if text.strip().startswith("//") else text


def explained(table: dict[str, str]) -> tuple[str, ...]:
    """Return a table of words, one a line."""
    return tuple(f"  {phrase}: {meaning}" for phrase, meaning in table.items())
