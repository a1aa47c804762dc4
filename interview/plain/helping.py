"""`/help`: the words that can be said now, with what they do; the others after them, each with why not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from interview.engine.phases import top_of
from interview.engine.session import Session
from interview.engine.to_dos import to_dos
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.words import ANSWERING, CLOSE, LEFT_OPEN, MAPPING, MOVING, NOTES, REVIEWING
from interview.views.informant_question import may_see_informants
from interview.views.side_by_side import side_by_side

NO_QUESTION: Final = _("no question is asked here")
NOTHING_TO_KEEP: Final = _("no name waits to be kept as it was typed")
NO_LAST_TIME: Final = _("there is no answer of the visit before")
SAFETY_FIRST: Final = _("the safety questions come first")
NOT_IN_SAFETY: Final = _("only while safety is open")
NOT_RISK: Final = _("no words of risk are to be settled")
UNASKED: Final = _("the safety questions were not asked yet")
CLOSED: Final = _("the record is closed; /reopen opens it")
OPEN: Final = _("the record is open")
THERE: Final = _("that is where the interview is")
FROM_REVIEW: Final = _("only from the review: /review")
UNSETTLED: Final = _("something is still to be done before closing: /close says what")
AT_THE_MAP: Final = _("only at the map of problems: /formulate")
NO_HITS: Final = _("nothing was searched yet: /find WORDS")
NOBODY: Final = _("nobody close is asked at the moment")
NO_ROWS: Final = _("nobody close has said anything")
NOTHING_HELD: Final = _("no change waits to be accepted or dropped")
NO_CONSENT: Final = _("the person did not agree to the interview")
NOT_NOW: Final = _("not at this point of the interview")
NOTHING_TO_DO: Final = _("nothing is to do in this record")
SAID: Final = _("something was said in safety, or it did not open by a slip")


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides beside the view whether a word can be said now."""

    may_keep: bool = False
    has_hits: bool = False
    holds_change: bool = False
    asks_informant: bool = False
    records: bool = False
    """Whether a part of what was done about a sign of risk is asked."""


def help_lines(session: Session, view: SessionView, standing: Standing) -> Iterator[str]:
    """Yield the words of now with what they do, then the others by the reason why not."""
    tables = (ANSWERING, *((MAPPING,) if view.phase == "formulating" else ()), REVIEWING, CLOSE, MOVING)
    others: dict[str, list[str]] = {}
    yield _("What can be said now; any other line is an answer where a question is asked:")
    for table in tables:
        for phrase, meaning in table.items():
            why_not = not_now(name_of(phrase), session, view, standing)
            if why_not is None:
                yield f"  {phrase}: {meaning}"
            else:
                others.setdefault(why_not, []).append(name_of(phrase))
    if view.phase != "formulating":
        others.setdefault(AT_THE_MAP, []).extend(map(name_of, MAPPING))
    yield _("Not now:")
    yield from (f"  {', '.join(dict.fromkeys(names))}: {why}" for why, names in others.items())


def name_of(phrase: str) -> str:
    """Return the word of a phrase: `/jump SECTION` → `/jump`."""
    return phrase.split()[0]


def not_now(name: str, session: Session, view: SessionView, standing: Standing) -> str | None:
    """Return in short why a word cannot be said now; None where it can."""
    if name in {name_of(phrase) for phrase in MAPPING}:
        return None if view.phase == "formulating" else AT_THE_MAP
    for reasons in (_of_question, _of_change, _of_move, _of_safety):
        found = reasons(session, view, standing)
        if name in found:
            return found[name]
    return None


def _of_question(session: Session, view: SessionView, standing: Standing) -> Mapping[str, str | None]:
    nothing_asked = None if view.item is not None or standing.records else NO_QUESTION
    item = None if standing.records else view.item
    return {
        **dict.fromkeys((*LEFT_OPEN, "/why", "/probe"), nothing_asked),
        "/flag": None if item is not None and not standing.asks_informant else NO_QUESTION,
        "/same": None if item is not None and item.last_time is not None else NO_LAST_TIME,
        "/keep": None if standing.may_keep else NOTHING_TO_KEEP,
        **dict.fromkeys(("/back", "/next"), None if top_of(view.phase) in ("asking", "opening", "safety") else NO_QUESTION),
        **dict.fromkeys(NOTES, CLOSED if view.phase == "closed" else None),
        "/done": None if to_dos(session.state) else NOTHING_TO_DO,
        "/risk": None if view.risk_banner else NOT_RISK,
    }


def _of_change(session: Session, view: SessionView, standing: Standing) -> Mapping[str, str | None]:
    fixed = CLOSED if view.phase == "closed" else SAFETY_FIRST if view.phase == "safety" else None
    sides = None if may_see_informants(session) and side_by_side(session).rows else NO_ROWS
    return {
        "/list": None if view.phase == "reviewing" else FROM_REVIEW,
        "/change": fixed,
        **dict.fromkeys(("/accept", "/drop"), None if standing.holds_change else NOTHING_HELD),
        "/correct": CLOSED if view.phase == "closed" else None,
        "/end": None if standing.asks_informant else NOBODY,
        **dict.fromkeys(("/take", "/persons"), sides or fixed),
        "/found": fixed if standing.has_hits else NO_HITS,
        "/open": fixed,
        "/informant": None
        if may_see_informants(session) and fixed is None
        else fixed or (UNASKED if not view.safety.was_asked else NOT_NOW),
        "/depth": fixed,
        "/attach": CLOSED if view.phase == "closed" else None,
        "/attached": fixed,
    }


def _of_move(session: Session, view: SessionView, _standing: Standing) -> Mapping[str, str | None]:
    phase = view.phase
    first = SAFETY_FIRST if phase == "safety" else CLOSED if phase == "closed" else NO_CONSENT if view.consent_refused else None
    unasked = first or (UNASKED if not view.safety.was_asked else NOT_NOW)

    def reason(trigger: str, why: str) -> str | None:
        return None if trigger in view.may else why

    return {
        "/jump": reason("jump", first or NOT_NOW),
        "/formulate": reason("formulate", THERE if phase == "formulating" else unasked),
        "/review": reason("review", THERE if phase == "reviewing" else unasked),
        "/close": reason("close", first or (UNSETTLED if phase == "reviewing" else FROM_REVIEW)),
        "/reopen": reason("reopen", OPEN),
        "/sign": None if session.may_sign() else first or (UNSETTLED if phase == "reviewing" else FROM_REVIEW),
        "/pause": reason("pause", CLOSED if phase == "closed" else NOT_NOW),
    }


def _of_safety(_session: Session, view: SessionView, standing: Standing) -> Mapping[str, str | None]:
    is_open = view.phase == "safety"
    return {
        "/safety": None if "open_safety" in view.may else THERE if is_open else NOT_NOW,
        "/undo": None if "undo_safety" in view.may else NOT_IN_SAFETY if not is_open else SAID,
        "/ask": None if is_open and view.item is not None and standing.records else NOT_IN_SAFETY if not is_open else NOT_NOW,
        "/record": None if is_open and view.safety.need is not None and not standing.records else NOT_IN_SAFETY if not is_open else NOT_NOW,
    }
