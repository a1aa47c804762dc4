"""One calm sentence for each reply that was not saved: what fits, why not, what to do. Never an answer's text."""

from __future__ import annotations

from typing import Final

from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.validation import Misfit
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import UNITS, value_words
from interview.views.locale import listed, number

MANY_OPTIONS: Final = 7
"""With more options than this, the list on the screen is named instead of being said again."""

PARTS: Final = {
    "by": _("recorded by"),
    "at": _("recorded at"),
    "seen_by": _("seen by"),
    "means_addressed": _("means put out of reach"),
    "contact": _("whom to call, and how"),
    "next_review": _("next review"),
}
"""The parts of a disposition, in the words of the lines in which they are given."""

NEXT_REVIEW: Final = _("a day from today on, such as tomorrow, in a week, next Monday, 30 November")
"""What fits as the day of the next review."""

REFUSALS: Final = {
    "unknown_item": _("No question of this interview has that name; choose one from the list of sections."),
    "safety_open": _("The safety questions come first. Finish them, and this can be answered then."),
    "closed": _("This record is closed. Reopen it to change something."),
    "consent_refused": _("The person did not agree to the interview, so only the safety questions stay open."),
    "paused": _("This record is paused. Resume it to go on."),
    "positive_stands": _(
        "A sign of risk that was recorded stays in the record. If it was mis-keyed, correct it by name and with a reason."
    ),
    "does_not_fit": _("That does not fit here, and nothing was saved."),
    "withdrawn": _("That entry was withdrawn. Add a new one instead."),
    "not_now": _("That cannot be done at this point of the interview."),
    "informant_not_agreed": _(
        "Nobody else is asked before the person has agreed to it. What somebody tells unasked can be kept as a note."
    ),
    "declined_stands": _("The person would rather not answer this, and that stands. Nobody else's answer takes its place."),
    "reason_needed": _("The person's own answer stands here. Say in a few words why the other one counts, and nothing is lost."),
    "filled_by_session": _("The program fills this in by itself; it is not asked."),
    "incomplete_disposition": _("The record of what was done is not complete yet."),
    "empty": _("Nothing was typed, so nothing was saved."),
    "done_already": _("That was marked done before."),
    "nothing_asked_there": _("Nothing is asked in that section now. Choose another one, or a question."),
    "attached_already": _("This instrument is attached to this record already."),
    "already_signed": _("That name is under this record already, and holds. Somebody else may sign beside it."),
}


def saying(reply: Reply, item: Item | None, *, words_stay: bool = True) -> str:
    """Return one sentence for a face to show beside the question; empty where all was saved.

    `words_stay` says that what was typed still stands on the line: where a face keeps it otherwise, it says so itself."""
    match reply:
        case Saved():
            return _("Kept, and set aside: its question is closed at the moment, so it does not count.") if reply.set_aside else ""
        case AskedBack() if reply.is_unlikely:
            meaning = f" {item.unlikely}" if item is not None and item.unlikely else ""
            return _("{value_words} is unlikely here.{meaning} Is it meant? Nothing was saved yet.").format(
                value_words=value_words(item, reply.candidates[0]), meaning=meaning
            )
        case AskedBack():
            offered = [value_words(item, candidate) for candidate in reply.candidates]
            return _("That can be read as {listed}. Which is meant? Nothing was saved yet.").format(listed=listed(offered, _("or as")))
        case NotUnderstood():
            keep = _(" Or keep the words as they are.") if reply.may_keep else ""
            said = (
                _("Not understood yet, and nothing was saved; your words are still here. What fits: {what_fits}.{keep}")
                if words_stay
                else _("Not understood yet, and nothing was saved. What fits: {what_fits}.{keep}")
            )
            return said.format(what_fits=what_fits(item, reply.misfit), keep=keep)
        case Refused():
            return _refusal(reply, item)


def what_fits(item: Item | None, misfit: Misfit | None = None) -> str:
    """Return what an item takes, in a few plain words, with its bounds."""
    bounds = _bounds(misfit, item)
    kind = item.type if item is not None else None
    match kind:
        case "yes_no":
            return _("yes or no")
        case "choice" | "choices":
            return _options(item)
        case "scale" if item is not None and item.options:
            return _options(item)
        case "scale":
            return _("a whole number {bounds}").format(bounds=bounds).strip()
        case "number":
            return _("a number {bounds}").format(bounds=bounds).strip()
        case "duration":
            unit = UNITS[item.unit][1] if item is not None and item.unit else _("days, weeks or months")
            return _("a length of time, in {unit} or in words such as 'six weeks'{part}").format(
                unit=unit, part=", " + bounds if bounds else ""
            )
        case "frequency":
            return _("how often, such as 'twice a week' or 'every other day'")
        case "date":
            return _("a date, as exact as it is known: a year, a month and year, or a day")
        case "dose":
            return _("a dose a day in milligrams, such as '150 mg'{part}").format(part=", " + bounds if bounds else "")
        case "drug":
            return _("the name of one medicine, by its generic or its brand name")
        case "drugs":
            return _("names of medicines, apart by commas, or 'none'")
        case "texts":
            return _("several texts, apart by commas, or 'none'")
    return misfit.sentence() if misfit is not None else _("a text")


def _options(item: Item | None) -> str:
    options = item.options if item is not None else ()
    several = _("one or more of") if item is not None and item.type == "choices" else _("one of")
    none = _(", or 'none'") if item is not None and item.type == "choices" else ""
    if len(options) > MANY_OPTIONS:
        return _("{several} the options shown, by number or in words{none}").format(several=several, none=none)
    return f"{several} {listed([f'{place} {option.display}' for place, option in enumerate(options, 1)], 'or')}{none}"


def _bounds(misfit: Misfit | None, item: Item | None) -> str:
    low = misfit.low if misfit is not None and misfit.low is not None else item.min if item is not None else None
    high = misfit.high if misfit is not None and misfit.high is not None else item.max if item is not None else None
    if low is not None and high is not None:
        return _("from {number} to {number_2}").format(number=number(low), number_2=number(high))
    if high is not None:
        return _("of at most {number}").format(number=number(high))
    return _("of at least {number}").format(number=number(low)) if low is not None else ""


def _refusal(reply: Refused, item: Item | None) -> str:
    sentence = REFUSALS[reply.why]
    if reply.why == "does_not_fit" and (item is not None or reply.misfit is not None):
        return _("{sentence} What fits: {what_fits}.").format(sentence=sentence, what_fits=what_fits(item, reply.misfit))
    if reply.missing:
        return _("{sentence} Still needed: {listed}.").format(
            sentence=sentence, listed=listed([PARTS.get(part, part) for part in reply.missing])
        )
    return sentence
