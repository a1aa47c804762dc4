"""A question in words: heading, what to say, options, what fits. No widget and no markup; the card only places them."""

from __future__ import annotations

import re
from typing import Final

from interview.engine.view import ItemView
from interview.language import _, ngettext
from interview.questionnaire.model import Item, Section
from interview.understanding.whole import whole_number
from interview.views.echo import echo
from interview.views.kept_back import is_confidential as is_confidential
from interview.views.kept_back import is_kept_back as is_kept_back
from interview.views.saying import what_fits

LABELS: Final = {
    "patient": _("Ask"),
    "clinician": _("Your judgement — not read aloud"),
    "informant": _("Ask the informant"),
    "chart": _("From the chart — not read aloud"),
}
"""The card's label, by whose knowledge answers it."""

FOLDED_LABEL: Final = _("For the clinician")
FOLDED: Final = _("For the clinician: press F7 to show it here, PgDn to go on.")
"""All that stands of a judgement while the person may look: nothing of what is judged."""

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")

LISTED: Final = ("choice", "choices", "scale")
"""Kinds whose options are numbered; those of other kinds are examples of what may be said."""


def label(item: Item) -> str:
    """Return what kind of card this is."""
    return LABELS[item.who]


def heading(view: ItemView, dot: str, subject: str = "") -> str:
    """Return where we are: `Lifestyle · question 4 of about 9`; `subject` names the instance more closely."""
    place = _("question {number} of {of}") if view.is_counted else _("question {number} of about {of}")
    parts = [view.section_title, subject or view.instance_title, place.format(number=view.number, of=view.of)]
    return f" {dot} ".join(part for part in parts if part) + ("  (flagged)" if view.is_flagged else "")


def wording(item: Item) -> str:
    """Return what to say, in quotation marks where it is said aloud."""
    return f"“{item.text}”" if item.who in ("patient", "informant") else item.text


def intro(view: ItemView, section: Section | None) -> str:
    """Return what is said on the way into a section, at its first question."""
    return section.intro or "" if section is not None and view.number == 1 and view.answer is None else ""


def numbered_options(item: Item) -> tuple[tuple[int, str], ...]:
    """Return the options with the digits that choose them."""
    return tuple(enumerate((option.display for option in item.options), 1)) if item.type in LISTED else ()


def pointed_at(options: tuple[tuple[int, str], ...], item: Item, typed: str) -> tuple[tuple[int, str], ...]:
    """Return the options in which each typed word begins a word; none where a digit was typed, or nothing."""
    words = _WORD.findall(typed.casefold())
    if not words or any(word.isdigit() for word in words):
        return ()

    def has_all(number: int, display: str) -> bool:
        there = _WORD.findall(" ".join((display, *item.options[number - 1].say)).casefold())
        return all(any(each.startswith(word) for each in there) for word in words)

    return tuple((number, display) for number, display in options if has_all(number, display))


def pieces(item: Item, typed: str) -> list[str]:
    """Return what was typed as single choices: apart by commas where several may be chosen."""
    return [piece.strip() for piece in typed.replace(";", ",").split(",")] if item.type == "choices" else [typed.strip()]


def matching(options: tuple[tuple[int, str], ...], item: Item, typed: str) -> tuple[tuple[int, str], ...]:
    """Return the options that the last typed words point to; all of them where none does."""
    return pointed_at(options, item, typed.replace(";", ",").rpartition(",")[2]) or options


def only_options(item: Item, typed: str) -> tuple[str, ...]:
    """Return the codes of the options typed, where each piece is a number or leaves a single option in view; else none."""
    options = numbered_options(item)
    codes: list[str] = []
    for piece in pieces(item, typed):
        number = whole_number(piece)
        if number is not None and 1 <= number <= len(options):
            codes.append(item.options[number - 1].code)
        elif len(left := pointed_at(options, item, piece)) == 1:
            codes.append(item.options[left[0][0] - 1].code)
        else:
            return ()
    return tuple(dict.fromkeys(codes))


def chosen_numbers(item: Item, typed: str) -> frozenset[int]:
    """Return the numbers of the options that stand on the line as numbers."""
    there = {number for number, _words in numbered_options(item)}
    return frozenset(number for piece in pieces(item, typed) if (number := whole_number(piece)) in there)


MOST_VALUES: Final = 32
"""A scale of so many whole numbers or fewer shows each of them, to be clicked."""


def values_of(item: Item) -> tuple[str, ...]:
    """Return each whole number of a scale without numbered options; none for other kinds, or where there are too many."""
    if item.type != "scale" or item.options or item.min is None or item.max is None or item.max - item.min >= MOST_VALUES:
        return ()
    return tuple(str(value) for value in range(int(item.min), int(item.max) + 1))


def clickable_words(item: Item) -> tuple[str, ...]:
    """Return the words that answer a question as they stand on its card: yes and no, a scale's numbers, what else may be said."""
    if item.type == "yes_no":
        return (_("yes"), _("no"))
    return values_of(item) or (tuple(option.display for option in item.options) if not numbered_options(item) else ())


def narrowed(item: Item, shown: tuple[tuple[int, str], ...]) -> str:
    """Return how many options typing has put out of view, and what Enter does with the last one; empty where all are shown."""
    hidden = len(item.options) - len(shown) if shown else 0
    if not hidden:
        return ""
    return _("{counted} not match what is typed").format(
        counted=ngettext("{n} more option does", "{n} more options do", hidden).format(n=hidden)
    ) + (_("; Enter takes this one") if len(shown) == 1 else "")


def anchors(item: Item) -> tuple[str, ...]:
    """Return the labels of a scale's values."""
    return item.anchors if not numbered_options(item) else ()


def examples(item: Item) -> str:
    """Return what else may be said, for kinds whose options are not numbered."""
    return (
        _("or: {listed}").format(listed=", ".join(option.display for option in item.options))
        if item.options and not numbered_options(item)
        else ""
    )


def hint(item: Item) -> str:
    """Return what fits, in a few words."""
    match item.type:
        case "text":
            return _("in the person's words") if item.who == "patient" else _("in your words")
        case "choice" | "scale" if item.options:
            return _("a number or words")
        case "choices":
            return _("numbers or words, several apart by commas; or none")
    return what_fits(item)


def standing_answer(view: ItemView) -> str:
    """Return what counts for this question now, with the person's words; empty where nothing does."""
    if view.answer is None:
        return ""
    understood = echo(view.item, view.answer)
    said = view.answer.verbatim
    return f"{understood}  (“{said}”)" if said and said != understood else understood
