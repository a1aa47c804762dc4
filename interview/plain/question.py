"""One question in lines: where we are, what to say or to judge, what fits, the options by number, what counts so far."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.last_time_words import last_time_words
from interview.views.offered import offered
from interview.views.saying import what_fits

OWN: Final = "own wording"
"""The permission of a text that is the project's."""

LABELS = {
    "patient": _("Ask"),
    "informant": _("Ask the informant"),
    "chart": _("From the chart"),
    "clinician": _("Your judgement (not read aloud)"),
}


def question_lines(view: ItemView, *, may_keep: bool = True) -> Iterator[str]:
    """Yield the lines of a question; `may_keep` says that Enter keeps the answer that stands."""
    yield heading_line(view)
    yield f"{LABELS[view.item.who]}: {view.item.text}"
    yield from options_lines(view.item)
    if view.answer is not None:
        understood = echo(view.item, view.answer)
        said = f' ("{view.answer.verbatim}")' if view.answer.verbatim not in (None, "", understood) else ""
        words = _("  Answered before: {understood}{said}. Enter keeps it.") if may_keep else _("  Answered before: {understood}{said}.")
        yield words.format(understood=understood, said=said)
    if view.offer is not None:
        yield f"  {offered(view.item, view.offer)}"
    if view.last_time is not None:
        yield f"  {last_time_words(view.item, view.last_time, how='/same')}"


def heading_line(view: ItemView) -> str:
    """Return where we are: the section, which question of how many, and of which instance."""
    which = f" ({view.instance_title})" if view.instance_title else ""
    flag = _(", marked to return to") if view.is_flagged else ""
    where = (
        _("{section_title}, {number} of {of}{which}{flag}")
        if view.is_counted
        else _("{section_title}, {number} of about {of}{which}{flag}")
    )
    return where.format(section_title=view.section_title, number=view.number, of=view.of, which=which, flag=flag)


def options_lines(item: Item) -> Iterator[str]:
    """Yield what fits: options by number, the anchors of a scale, or the unit and bounds."""
    if item.options:
        yield from (f"  {number} {option.display}" for number, option in enumerate(item.options, 1))
        if item.type == "choices":
            yield _("  Several numbers or words may be given, or none.")
        return
    yield from (f"  {anchor}" for anchor in item.anchors)
    if item.type != "text":
        yield _("  What fits: {what_fits}").format(what_fits=what_fits(item))


def why_lines(view: ItemView, *, is_shared: bool = False) -> Iterator[str]:
    """Yield what counts, the probes, and, unless the person may hear it, the rules that need the answer."""
    item = view.item
    if item.help:
        yield _("What counts: {help}").format(help=item.help)
    yield from (_("Probe: {probe}").format(probe=probe) for probe in item.probes)
    if is_shared:
        yield _("/clinician on says which rules need it.")
        return
    yield (
        _("Needed by: {listed}").format(listed=", ".join(item.why))
        if item.why
        else _("No rule needs it; it is asked to understand the person.")
    )
    permission = _("own wording") if item.permission == OWN else item.permission
    yield _("Wording: {permission}{part}").format(permission=permission, part="; " + item.citation if item.citation else "")


def outline_lines(view: SessionView) -> Iterator[str]:
    """Yield the sections by number, with how far each is."""
    marks = {"done": _("done"), "current": _("here"), "open": _("open"), "closed": _("nothing to ask")}
    for number, section in enumerate(view.sections, 1):
        yield _("  {number} {title}: {answered} of {total}, {marks}").format(
            number=number, title=section.title, answered=section.answered, total=section.total, marks=marks[section.state]
        )


def chosen_section(view: SessionView, said: str) -> tuple[str, ...]:
    """Return the ids of the sections that a number or the beginning of a name may mean."""
    if said.isascii() and said.isdigit():
        return tuple(section.id for number, section in enumerate(view.sections, 1) if str(number) == said)
    wanted = said.lower()
    exact = tuple(section.id for section in view.sections if wanted in (section.id, section.title.lower()))
    return exact or tuple(section.id for section in view.sections if section.id.startswith(wanted) or wanted in section.title.lower())
