"""`export ID --format F --out FILE`: a record to new files, never over others without `--force`; `--preview` says first what is in it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from interview.bootstrap import export_formats, export_to, preview_of, reading, reading_what_is_left
from interview.engine.doors import ExportRefused
from interview.engine.exporting import ExportWanted, Tell, unheard
from interview.language import _
from interview.practice_place import vault_holding
from interview.world import CallRefused, Place, World
from trd_core.text import plainly


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Write the record, or say what would be written."""
    if arguments.format not in export_formats():
        raise CallRefused(_("--format: this version writes {listed}; name one of them.").format(listed=", ".join(export_formats())))
    wanted = _wanted(arguments)
    with vault_holding(arguments.record, place, world, inspecting=arguments.unsealed) as vault, _telling(world) as tell:
        try:
            if arguments.unsealed:
                session, is_whole = reading_what_is_left(vault, world, arguments.record)
            else:
                session, is_whole = reading(vault, world, arguments.record), True
            if arguments.preview:
                lines = preview_of(session, wanted, vault, world, tell, unsealed=not is_whole)
            else:
                written = export_to(session, wanted, vault, world, tell, unsealed=not is_whole)
                lines = tuple(_("Written: {out}").format(out=out) for out in written)
        except ExportRefused as refused:
            raise CallRefused(str(refused)) from None
    print(plainly("\n".join(lines)), file=world.stdout)
    return 0


def _wanted(arguments: Namespace) -> ExportWanted:
    return ExportWanted(
        arguments.format,
        Path(arguments.out),
        arguments.reader,
        arguments.sheet,
        arguments.verbatim,
        None if arguments.notes is None else frozenset(arguments.notes),
        frozenset(arguments.leave_out),
        arguments.force,
    )


@contextmanager
def _telling(world: World) -> Iterator[Tell]:
    """Each step on a line of its own that is wiped at the end; nothing where nobody looks."""
    if not world.stderr.isatty():
        yield unheard
        return

    def tell(step: str) -> None:
        world.stderr.write(f"\r\x1b[2K{step} …")
        world.stderr.flush()

    try:
        yield tell
    finally:
        world.stderr.write("\r\x1b[2K")
        world.stderr.flush()
