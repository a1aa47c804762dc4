"""`verify [ID]`: whether the records are as they were written; exit 1 names the first broken entry."""

from __future__ import annotations

from argparse import Namespace

from interview.bootstrap import opened
from interview.world import Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Check one record, or the whole vault."""
    with opened(place, world, inspecting=True) as vault:
        found = vault.verify(arguments.record)
    for check in found.records:
        state = f"whole, seal {check.seal}" if not check.breaches else f"NOT whole, {len(check.readable)} readable"
        print(f"{check.record}  {check.entries} entries, {state}", file=world.stdout)
    if found.first is not None:
        more = len(found.breaches) - 1
        others = f" ({more} more places are not as they were written)" if more else ""
        print(f"trd-interview: {found.first.sentence}{others}", file=world.stderr)
        return 1
    print(f"Everything is as it was written: {len(found.records)} record{'' if len(found.records) == 1 else 's'}.", file=world.stdout)
    return 0
