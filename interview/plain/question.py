"""One question in lines: where we are, what to say or to judge, what fits, the options by number, what counts so far."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.view import ItemView, SessionView
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.last_time_words import last_time_words
from interview.views.offered import offered
from interview.views.saying import what_fits

LABELS = {"patient": "Ask", "informant": "Ask the informant", "chart": "From the chart", "clinician": "Your judgement (not read aloud)"}


def question_lines(view: ItemView) -> Iterator[str]:
    """Yield the lines of a question."""
    which = f" ({view.instance_title})" if view.instance_title else ""
    flag = ", marked to return to" if view.is_flagged else ""
    yield f"{view.section_title}, {view.number} of about {view.of}{which}{flag}"
    yield f"{LABELS[view.item.who]}: {view.item.text}"
    yield from options_lines(view.item)
    if view.answer is not None:
        understood = echo(view.item, view.answer)
        said = f' ("{view.answer.verbatim}")' if view.answer.verbatim not in (None, "", understood) else ""
        yield f"  Answered before: {understood}{said}. Enter keeps it."
    if view.offer is not None:
        yield f"  {offered(view.item, view.offer)}"
    if view.last_time is not None:
        yield f"  {last_time_words(view.item, view.last_time, how='/same')}"


def options_lines(item: Item) -> Iterator[str]:
    """Yield what fits: options by number, the anchors of a scale, or the unit and bounds."""
    if item.options:
        yield from (f"  {number} {option.display}" for number, option in enumerate(item.options, 1))
        if item.type == "choices":
            yield "  Several numbers or words may be given, or none."
        return
    yield from (f"  {anchor}" for anchor in item.anchors)
    if item.type != "text":
        yield f"  What fits: {what_fits(item)}"


def why_lines(view: ItemView) -> Iterator[str]:
    """Yield what counts, the probes, and the rules that need the answer."""
    item = view.item
    if item.help:
        yield f"What counts: {item.help}"
    yield from (f"Probe: {probe}" for probe in item.probes)
    yield f"Needed by: {', '.join(item.why)}" if item.why else "No rule needs it; it is asked to understand the person."
    yield f"Wording: {item.permission}{'; ' + item.citation if item.citation else ''}"


def outline_lines(view: SessionView) -> Iterator[str]:
    """Yield the sections by number, with how far each is."""
    marks = {"done": "done", "current": "here", "open": "open", "closed": "nothing to ask"}
    for number, section in enumerate(view.sections, 1):
        yield f"  {number} {section.title}: {section.answered} of {section.total}, {marks[section.state]}"


def chosen_section(view: SessionView, said: str) -> tuple[str, ...]:
    """Return the ids of the sections that a number or the beginning of a name may mean."""
    if said.isascii() and said.isdigit():
        return tuple(section.id for number, section in enumerate(view.sections, 1) if str(number) == said)
    wanted = said.lower()
    exact = tuple(section.id for section in view.sections if wanted in (section.id, section.title.lower()))
    return exact or tuple(section.id for section in view.sections if section.id.startswith(wanted) or wanted in section.title.lower())
