"""A question in words: heading, what to say, options, what fits. No widget and no markup; the card only places them."""

from __future__ import annotations

from typing import Final

from interview.engine.view import ItemView
from interview.questionnaire.model import Item, Section
from interview.views.echo import echo
from interview.views.saying import what_fits

LABELS: Final = {
    "patient": "Ask",
    "clinician": "Your judgement — not read aloud",
    "informant": "Ask the informant",
    "chart": "From the chart — not read aloud",
}
"""The card's label, by whose knowledge answers it."""

LISTED: Final = ("choice", "choices", "scale")
"""Kinds whose options are numbered; those of other kinds are examples of what may be said."""


def label(item: Item) -> str:
    """Return what kind of card this is."""
    return LABELS[item.who]


def heading(view: ItemView, dot: str) -> str:
    """Return where we are: `Lifestyle · question 4 of about 9`."""
    parts = [view.section_title, view.instance_title, f"question {view.number} of about {view.of}"]
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


def matching(options: tuple[tuple[int, str], ...], item: Item, typed: str) -> tuple[tuple[int, str], ...]:
    """Return the options that the last typed words point to; all of them where none does."""
    words = typed.casefold().replace(";", ",").rpartition(",")[2].split()
    if not words or all(word.isdigit() for word in words):
        return options
    found = tuple(
        (number, display)
        for number, display in options
        if all(word in " ".join((display, *item.options[number - 1].say)).casefold() for word in words)
    )
    return found or options


def anchors(item: Item) -> tuple[str, ...]:
    """Return the labels of a scale's values."""
    return item.anchors if not numbered_options(item) else ()


def examples(item: Item) -> str:
    """Return what else may be said, for kinds whose options are not numbered."""
    return "" if numbered_options(item) else ", ".join(option.display for option in item.options)


def hint(item: Item) -> str:
    """Return what fits, in a few words."""
    match item.type:
        case "text":
            return "in the person's words" if item.who == "patient" else "in your words"
        case "choice" | "scale" if item.options:
            return "a number or words"
        case "choices":
            return "numbers or words, several apart by commas; or none"
    return what_fits(item)


def standing_answer(view: ItemView) -> str:
    """Return what counts for this question now, with the person's words; empty where nothing does."""
    if view.answer is None:
        return ""
    understood = echo(view.item, view.answer)
    said = view.answer.verbatim
    return f"{understood}  (“{said}”)" if said and said != understood else understood
