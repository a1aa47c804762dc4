"""`compare ID ID`: two visits of one subject, and what changed. It reads both records and appends nothing."""

from __future__ import annotations

from argparse import Namespace

from interview.bootstrap import opened, reading
from interview.language import _
from interview.views.compare_words import comparison_lines, comparison_view
from interview.world import CallRefused, Place, World
from trd_core.compare import NotOnePerson, compare, visit_order
from trd_core.text import plainly


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Print what changed, the earlier visit first; as given where the dates do not say."""
    with opened(place, world) as vault:
        sessions = [reading(vault, world, record) for record in (arguments.record, arguments.other)]
        visits = [(session.assessment(), session.case()) for session in sessions]
    (before, earlier), (after, later) = visits
    if visit_order(earlier, later) == "against_date":
        before, earlier, after, later = after, later, before, earlier
    try:
        comparison = compare(before, after, earlier, later)
    except NotOnePerson:
        raise CallRefused(
            _(
                "{record} and {other}: found records of two subjects; allowed: two visits of one subject. "
                "`trd-interview list` shows whose each is."
            ).format(record=arguments.record, other=arguments.other)
        ) from None
    if arguments.format == "json":
        print(comparison.model_dump_json(indent=2), file=world.stdout)
    else:
        print(plainly("\n".join(comparison_lines(comparison_view(comparison)))), file=world.stdout)
    return 0
