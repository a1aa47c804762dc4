"""The formulation as blocks: the hierarchy with its key, circles, links, what the program proposes, the person's own map."""

from __future__ import annotations

from collections.abc import Iterator

from interview.export.page import Block, Entry, Heading, Listing, Paragraph, Span, spans, strong
from interview.language import _
from interview.views.locale import listed
from interview.views.macro import WHAT_LINKS_ARE, LinkRow, MacroView, ProblemRow


def hierarchy(view: MacroView) -> Iterator[Block]:
    """Yield the order in which to take problems up, each with what its place rests on."""
    if not view.rows:
        yield Paragraph(spans(_("No problem was confirmed, so there is no hierarchy.")))
        return
    yield Heading(_("Hierarchy of problems"), 3)
    if view.rate_first:
        yield Paragraph(spans(strong(_("To be rated first, since their urgency is not known:")), " ", f"{listed(view.rate_first)}."))
    yield Listing(tuple(_row(row) for row in view.rows), is_numbered=True)
    yield Paragraph(spans(_("The key is compared from its first part to its last, higher first; “?” was not rated and sorts lowest.")))
    if view.override is not None:
        order, reason = listed(view.override.order), view.override.reason
        yield Paragraph(spans(_("The clinician's own order: {order}. Reason: {reason}").format(order=order, reason=reason)))
        if view.override.left_out:
            yield Paragraph(spans(_("Not named in that order: {listed}.").format(listed=listed(view.override.left_out))))
    yield Paragraph(spans(_("Primary: {words}").format(words=view.primary_words)))


def _row(row: ProblemRow) -> Entry:
    signs = [
        row.area,
        *([_("in a circle")] if row.in_circle else []),
        *([_("primary, confirmed by the clinician")] if row.is_confirmed else []),
        *([_("severe, and no treatment for it here: refer")] if row.refer else []),
    ]
    below = [Entry(spans(_("key: {parts}").format(parts="; ".join(f"{part.name} {part.words}" for part in row.key))))]
    below += [Entry(spans(row.before_next))] if row.before_next else []
    return Entry(spans(strong(row.label), f" ({', '.join(signs)})"), tuple(below))


def links(view: MacroView) -> Iterator[Block]:
    """Yield how problems feed each other: circles, then every link with what speaks for it."""
    if not view.rows:
        return
    if view.circles:
        yield Heading(_("Circles"), 3)
        yield Paragraph(spans(_("Problems that lead back to themselves:")))
        yield Listing(tuple(Entry(spans(listed(circle))) for circle in view.circles))
    yield Heading(_("Links"), 3)
    if view.links:
        yield Paragraph(spans(WHAT_LINKS_ARE))
        yield Listing(tuple(_link(link) for link in view.links))
    else:
        yield Paragraph(spans(_("No link was confirmed.")))


def _link(link: LinkRow) -> Entry:
    details = f" ({'; '.join(link.details)})" if link.details else ""
    rationale = f": {link.rationale}" if link.rationale else ""
    return Entry(spans(f"{link.sentence}{details}{rationale}"))


def persons_map(view: MacroView) -> Iterator[Block]:
    """Yield the person's own map, which is not ranked."""
    if view.persons_problems or view.persons_links:
        yield Heading(_("The person's own map, not ranked"), 3)
        yield Listing((*(Entry(spans(label)) for label in view.persons_problems), *(_link(link) for link in view.persons_links)))


def proposed(view: MacroView) -> Iterator[Block]:
    """Yield what the program proposes and nobody confirmed, and what the clinician turned down."""
    if view.proposed_problems or view.proposed_links:
        yield Heading(_("Proposed by the program, not confirmed"), 3)
        yield Paragraph(spans(_("In no ranking and no circle.")))
        entries = [
            Entry(
                spans(strong(each.title), f" ({each.area})", f" ({'; '.join(each.remarks)})" if each.remarks else ""),
                _grounds(each.evidence, each.speaks_against, each.status, each.citation),
            )
            for each in view.proposed_problems
        ]
        entries += [
            Entry(
                spans(each.sentence, f" {_('(a remark only)')}" if each.shown_only else ""),
                _grounds(each.evidence, each.speaks_against, each.status, each.citation),
            )
            for each in view.proposed_links
        ]
        yield Listing(tuple(entries))
    if view.rejected:
        yield Paragraph(spans(_("Turned down by the clinician:")))
        yield Listing(tuple(Entry(spans(each)) for each in view.rejected))


def _grounds(evidence: tuple[str, ...], against: str, status: str, citation: str) -> tuple[Entry, ...]:
    because = (Entry(spans(_("because {evidence}").format(evidence="; ".join(evidence)))),) if evidence else ()
    return (
        *because,
        Entry(spans(_("what would speak against it: {against}").format(against=against))),
        Entry((Span(f"{status}: {citation}", "quiet"),)),
    )
