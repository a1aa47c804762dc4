"""`export ID --format F --out FILE`: a record to a new file, never over another without `--force`."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import export_formats, export_to, opened, reading
from interview.engine.doors import ExportRefused
from interview.language import _
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Write the record."""
    if arguments.format not in export_formats():
        raise CallRefused(_("--format: this version writes {listed}; name one of them.").format(listed=", ".join(export_formats())))
    out = Path(arguments.out)
    with opened(place, world) as vault:
        try:
            export_to(reading(vault, world, arguments.record), arguments.format, out, vault, world, force=arguments.force)
        except ExportRefused as refused:
            raise CallRefused(str(refused)) from None
    print(_("Written: {out}").format(out=out), file=world.stdout)
    return 0
