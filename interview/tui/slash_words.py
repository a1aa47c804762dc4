"""Words on the answer line that act, as in the plain mode: a slash begins a word, and two slashes begin an answer with one.

For terminals that swallow function keys. A word that is none is asked back with the line as it was typed; nothing is lost, nothing is done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from interview.language import _

ACTS: Final[Mapping[str, str]] = {
    "/help": "app.help",
    "/why": "why",
    "/probe": "probes",
    "/back": "step(-1)",
    "/next": "step(1)",
    "/flag": "flag",
    "/same": "still_so",
    "/noanswer": "not_answered",
    "/note": "note",
    "/done": "to_dos",
    "/view": "view",
    "/case": "view",
    "/clinician": "view",
    "/treatments": "treatments",
    "/depth": "change_depth",
    "/jump": "jump",
    "/go": "jump",
    "/find": "search",
    "/found": "search",
    "/grid": "grid",
    "/beside": "other_visit",
    "/informant": "informant",
    "/attached": "attached",
    "/attach": "attached",
    "/safety": "safety",
    "/ask": "turn",
    "/record": "turn",
    "/correct": "correct",
    "/undo": "undo_safety",
    "/formulate": "formulation",
    "/review": "finish",
    "/finish": "finish",
    "/close": "finish",
    "/reopen": "finish",
    "/report": "finish",
    "/sign": "sign",
    "/pictures": "pictures",
    "/ownmap": "persons_map",
    "/risk": "safety",
    "/pause": "leave",
    "/quit": "leave",
    "/settings": "app.settings",
    "/colours": "app.next_theme",
    "/tour": "app.tour",
    "/lock": "app.lock",
}
"""The act of each word, as a screen names it."""

ON_THE_START_PAGE: Final[Mapping[str, str]] = {
    "/help": "app.help",
    "/new": "begin",
    "/settings": "app.settings",
    "/colours": "app.next_theme",
    "/tour": "app.tour",
    "/practise": "practise",
    "/lock": "app.lock",
    "/quit": "leave",
}
"""The words that act on the search line of the start page."""

ANSWERS: Final[Mapping[str, str]] = {"/skip": "declined", "/dontknow": "unknown", "/notapply": "not_applicable"}
"""Words that say at once why there is no answer."""

NOTES: Final[Mapping[str, str]] = {"/note": "record", "/private": "private", "/todo": "to_do"}
"""Words that keep the text after them as a note of a kind."""

SAID_ELSEWHERE: Final[Mapping[str, str]] = {
    "/keep": _("Type the name and Enter: where no table knows it, a sheet offers to keep it as it is."),
    "/open": _("F7 lists the questions that would settle the most; once nothing else is left they stand on the card."),
}
"""Words of the plain mode that a sheet takes up here."""

NO_WORD: Final = _("This is no word here, and nothing was done. /help lists what can be done; two slashes (//) begin an answer with one.")
NOT_NOW: Final = _("This cannot be done here now; nothing was done. /help lists what can.")
ALL: Final = frozenset({*ACTS, *ANSWERS, *NOTES, *SAID_ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what stands after it."""

    name: str
    rest: str = ""


def word_of(text: str) -> Word | None:
    """Return the word that a line says; None for an answer."""
    said = text.strip()
    if not said.startswith("/") or said.startswith("//") or "\n" in said:
        return None
    name, _blank, rest = said.partition(" ")
    return Word(name.lower(), rest.strip())


def answer_of(text: str) -> str:
    """Return the answer that a line says: two slashes at its beginning are one."""
    return text.strip()[1:] if text.strip().startswith("//") else text


def word_for(action: str) -> str | None:
    """Return the first word that does an act, None where none does."""
    return next((word for word, does in ACTS.items() if does == action), None)


def action_of(text: str) -> str | None:
    """Return the act of a word on the start page's line, None for what is searched."""
    word = word_of(text)
    return ON_THE_START_PAGE.get(word.name) if word is not None else None
