"""One calm sentence for each reply that was not saved: what fits, why not, what to do. Never an answer's text."""

from __future__ import annotations

from typing import Final

from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.validation import Misfit
from interview.questionnaire.model import Item
from interview.views.echo import value_words
from interview.views.locale import listed, number

MANY_OPTIONS: Final = 7
"""With more options than this, the list on the screen is named instead of being said again."""

PARTS: Final = {
    "by": "recorded by",
    "at": "recorded at",
    "seen_by": "seen by",
    "means_addressed": "means put out of reach",
    "contact": "whom to call, and how",
    "next_review": "next review",
}
"""The parts of a disposition, in the words of the lines in which they are given."""

NEXT_REVIEW: Final = "a day from today on, such as tomorrow, in a week, next Monday, 30 November"
"""What fits as the day of the next review."""

REFUSALS: Final = {
    "unknown_item": "No question of this interview has that name; choose one from the list of sections.",
    "safety_open": "The safety questions come first. Finish them, and this can be answered then.",
    "closed": "This record is closed. Reopen it to change something.",
    "consent_refused": "The person did not agree to the interview, so only the safety questions stay open.",
    "paused": "This record is paused. Resume it to go on.",
    "positive_stands": "A sign of risk that was recorded stays in the record. If it was mis-keyed, correct it by name and with a reason.",
    "does_not_fit": "That does not fit here, and nothing was saved.",
    "withdrawn": "That entry was withdrawn. Add a new one instead.",
    "not_now": "That cannot be done at this point of the interview.",
    "filled_by_session": "The program fills this in by itself; it is not asked.",
    "incomplete_disposition": "The record of what was done is not complete yet.",
    "empty": "Nothing was typed, so nothing was saved.",
}


def saying(reply: Reply, item: Item | None) -> str:
    """Return one sentence for a face to show beside the question; empty where all was saved."""
    match reply:
        case Saved():
            return "Kept, and set aside: its question is closed at the moment, so it does not count." if reply.set_aside else ""
        case AskedBack() if reply.is_unlikely:
            meaning = f" {item.unlikely}" if item is not None and item.unlikely else ""
            return f"{value_words(item, reply.candidates[0])} is unlikely here.{meaning} Is it meant? Nothing was saved yet."
        case AskedBack():
            offered = [value_words(item, candidate) for candidate in reply.candidates]
            return f"That can be read as {listed(offered, 'or as')}. Which is meant? Nothing was saved yet."
        case NotUnderstood():
            keep = " Or keep the words as they are." if reply.may_keep else ""
            return (
                f"Not understood yet, and nothing was saved; your words are still here. What fits: {what_fits(item, reply.misfit)}.{keep}"
            )
        case Refused():
            return _refusal(reply, item)


def what_fits(item: Item | None, misfit: Misfit | None = None) -> str:
    """Return what an item takes, in a few plain words, with its bounds."""
    bounds = _bounds(misfit, item)
    kind = item.type if item is not None else None
    match kind:
        case "yes_no":
            return "yes or no"
        case "choice" | "choices":
            return _options(item)
        case "scale" if item is not None and item.options:
            return _options(item)
        case "scale":
            return f"a whole number {bounds}".strip()
        case "number":
            return f"a number {bounds}".strip()
        case "duration":
            unit = item.unit if item is not None and item.unit else "days, weeks or months"
            return f"a length of time, in {unit} or in words such as 'six weeks'{', ' + bounds if bounds else ''}"
        case "frequency":
            return "how often, such as 'twice a week' or 'every other day'"
        case "date":
            return "a date, as exact as it is known: a year, a month and year, or a day"
        case "dose":
            return f"a dose a day in milligrams, such as '150 mg'{', ' + bounds if bounds else ''}"
        case "drug":
            return "the name of one medicine, by its generic or its brand name"
        case "drugs":
            return "names of medicines, apart by commas, or 'none'"
        case "texts":
            return "several texts, apart by commas, or 'none'"
    return misfit.sentence() if misfit is not None else "a text"


def _options(item: Item | None) -> str:
    options = item.options if item is not None else ()
    several = "one or more of" if item is not None and item.type == "choices" else "one of"
    none = ", or 'none'" if item is not None and item.type == "choices" else ""
    if len(options) > MANY_OPTIONS:
        return f"{several} the options shown, by number or in words{none}"
    return f"{several} {listed([f'{place} {option.display}' for place, option in enumerate(options, 1)], 'or')}{none}"


def _bounds(misfit: Misfit | None, item: Item | None) -> str:
    low = misfit.low if misfit is not None and misfit.low is not None else item.min if item is not None else None
    high = misfit.high if misfit is not None and misfit.high is not None else item.max if item is not None else None
    if low is not None and high is not None:
        return f"from {number(low)} to {number(high)}"
    if high is not None:
        return f"of at most {number(high)}"
    return f"of at least {number(low)}" if low is not None else ""


def _refusal(reply: Refused, item: Item | None) -> str:
    sentence = REFUSALS[reply.why]
    if reply.why == "does_not_fit" and (item is not None or reply.misfit is not None):
        return f"{sentence} What fits: {what_fits(item, reply.misfit)}."
    if reply.missing:
        return f"{sentence} Still needed: {listed([PARTS.get(part, part) for part in reply.missing])}."
    return sentence
