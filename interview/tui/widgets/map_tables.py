"""The map as rows of tables: problems in their order with the key shown, links, proposals. The view gives the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.language import _, pgettext
from interview.tui.widgets.word_table import WordRow, heading
from interview.views.macro import LinkRow, MacroView, ProblemRow
from interview.views.proposals import LinkHypothesis, ProposedProblem

PROBLEM: Final = "problem:"
PERSONS: Final = "person:"
LINK: Final = "link:"
PERSONS_LINK: Final = "persons-link:"

PROBLEM_HEADERS: Final = (
    ("rank", "#"),
    ("label", _("Problem")),
    ("urgency", _("Urgent")),
    ("priority", _("Wished")),
    ("available", _("Treat")),
    ("weight", _("S+B+I")),
    ("feeds", _("Feeds")),
    ("modifiability", pgettext("what can be changed", "Change")),
)
"""Key and words of each column, in the order in which places are compared."""

LINK_HEADERS: Final = (("link", _("Link")), ("known", _("What is known of it")))
PROPOSAL_HEADERS: Final = (("what", _("Proposed, not on the map")), ("kind", _("As")))
LEGEND: Final = _("Places are compared from left to right. ? is not rated. S+B+I is severity + burden + impairment.")


def marks(row: ProblemRow) -> tuple[str, ...]:
    """Return what must be seen at once about a problem, each as a word, not by a sign alone."""
    is_safety = any(part.id == "safety" for part in row.key)
    return (
        *((_("safety first"),) if is_safety else ()),
        *((_("in a circle ↻"),) if row.in_circle else ()),
        *((_("primary (confirmed)"),) if row.is_confirmed else (_("primary? (proposed)"),) if row.is_primary else ()),
        *(("refer",) if row.refer else ()),
    )


def problem_rows(view: MacroView, persons: Sequence[str]) -> tuple[WordRow, ...]:
    """Return a row for each problem; `persons` are the ids on the person's own map, which is not ranked."""
    rows = []
    for row in view.rows:
        by_name = {part.id: part.short for part in row.key}
        label = "\n".join((row.label, *(f"· {mark}" for mark in marks(row))))
        rows.append(WordRow(PROBLEM + row.id, (str(row.rank), label, *(by_name.get(key, "") for key, __ in PROBLEM_HEADERS[2:]))))
    if persons:
        rows.append(heading(_("The person's own map, not ranked"), len(PROBLEM_HEADERS)))
        rows[-1] = WordRow(rows[-1].key, ("", rows[-1].cells[0], *[""] * (len(PROBLEM_HEADERS) - 2)), rows[-1].style)
        blanks = ("",) * (len(PROBLEM_HEADERS) - 2)
        rows += [
            WordRow(PERSONS + identifier, ("", label, *blanks)) for identifier, label in zip(persons, view.persons_problems, strict=True)
        ]
    return tuple(rows)


def link_key(row: LinkRow, *, persons: bool = False) -> str:
    """Return the key of a link's row."""
    return f"{PERSONS_LINK if persons else LINK}{row.source}->{row.target}"


def link_rows(view: MacroView) -> tuple[WordRow, ...]:
    """Return a row for each link, the person's own after the clinician's."""
    rows = [WordRow(link_key(row), (row.sentence, _known(row))) for row in view.links]
    if view.persons_links:
        rows.append(heading(_("The person's own map"), len(LINK_HEADERS)))
        rows += [WordRow(link_key(row, persons=True), (row.sentence, _known(row))) for row in view.persons_links]
    return tuple(rows)


def _known(row: LinkRow) -> str:
    """Return what is known of a link, its reason in the words in which it was given among it."""
    reason = (f"“{row.rationale}”",) if row.rationale else ()
    return ", ".join((*row.known, *reason)) or _("nothing said yet")


def proposal_rows(view: MacroView) -> tuple[WordRow, ...]:
    """Return a row for each proposal: problems first, then links, then remarks that cannot be confirmed."""
    rows = [WordRow(PROBLEM + each.id, (each.title, _("problem: {area}").format(area=each.area))) for each in view.proposed_problems]
    rows += [WordRow(LINK + each.id, (each.sentence, _("remark") if each.shown_only else _("link"))) for each in view.proposed_links]
    return tuple(rows)


def proposal_words(proposal: ProposedProblem | LinkHypothesis) -> str:
    """Return all that is to be known before a proposal is confirmed or turned down."""
    parts = [proposal.title if isinstance(proposal, ProposedProblem) else proposal.sentence]
    parts += [_("It rests on:"), *(f"  - {fact}" for fact in proposal.evidence or (_("nothing that can be named"),))]
    if proposal.speaks_against:
        parts.append(_("What would speak against it: {speaks_against}").format(speaks_against=proposal.speaks_against))
    if isinstance(proposal, ProposedProblem):
        parts += [_("Note: {remark}").format(remark=remark) for remark in proposal.remarks]
    elif proposal.shown_only:
        parts.append(_("A remark: its target is no problem on a map, so it cannot be confirmed."))
    parts.append(_("Rule: {citation} ({status})").format(citation=proposal.citation, status=proposal.status))
    return "\n".join(parts)


def problem_words(view: MacroView, row: ProblemRow) -> str:
    """Return why a problem stands where it stands, and what is not rated of it."""
    parts = [row.before_next or ""]
    if row.refer:
        parts.append(_("Severe, and no treatment for it is at hand here: refer."))
    if row.is_primary or row.is_confirmed:
        parts.append(view.primary_words)
    if not row.is_confirmed:
        parts.append(_("I confirms it as the primary problem.") if row.is_primary else "")
    if row.unrated:
        parts.append(_("Not rated: {listed}.").format(listed=", ".join(row.unrated)))
    return " ".join(part for part in parts if part)


def circle_words(view: MacroView) -> str:
    """Return the vicious circles in one line each."""
    return "\n".join(_("↻ Vicious circle: {listed}").format(listed=", ".join(circle)) for circle in view.circles)


def override_words(view: MacroView) -> str:
    """Return the order that the clinician set, beside the computed one."""
    override = view.override
    if override is None:
        return ""
    order = ", ".join(f"{place} {label}" for place, label in enumerate(override.order, 1))
    said = [_("Your own order: {order}. Reason: {reason}").format(order=order, reason=override.reason)]
    if override.left_out:
        said.append(_("Not in it: {listed}.").format(listed=", ".join(override.left_out)))
    if override.not_on_map:
        said.append(_("No longer on the map: {listed}.").format(listed=", ".join(override.not_on_map)))
    return " ".join(said)


def why_first(view: MacroView) -> str:
    """Return why the first problem stands first, part by part beside the second, in words."""
    if not view.rows:
        return _("No problem is on the map yet.")
    first = view.rows[0]
    lines = [_("{label} stands first.").format(label=first.label)]
    if first.before_next:
        lines.append(first.before_next)
    second = view.rows[1] if len(view.rows) > 1 else None
    theirs = {part.id: part.words for part in second.key} if second else {}
    lines += [
        "",
        _("The parts, as they are compared ({label}{part}):").format(label=first.label, part=" / " + second.label if second else ""),
    ]
    for part in first.key:
        if part.id != "safety":
            lines.append(f"  {part.name}: {part.words}{' / ' + theirs[part.id] if part.id in theirs else ''}")
    lines += [
        "",
        _("The first part that differs decides. Not rated (?) sorts last. It is an aid; you may set an order of your own, with a reason."),
    ]
    return "\n".join(lines)
