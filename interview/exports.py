"""A record to files as somebody chose it: made ready for its reader, drawn in its format, written whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from interview.engine.doors import ExportRefused
from interview.engine.exporting import ExportWanted, Tell, unheard
from interview.engine.ports import EventStore
from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.formats import FORMATS, Files, refuse_unfit, render
from interview.export.order import Order, ordered
from interview.export.preview import preview
from interview.export.refusal import ExportImpossible
from interview.export.selection import Reader, selection_for
from interview.export.sheets import Sheet
from interview.export.write import ExportFault, write_all
from interview.version import VERSION
from interview.world import World


def written(
    session: Session, wanted: ExportWanted, store: EventStore, world: World, safety_text: str | None, tell: Tell | None, unsealed: bool
) -> tuple[Path, ...]:
    """Write the files and return them. Raises `ExportRefused`, `StoreFault`, and what `tell` raises; then nothing was written."""
    __, files = _rendered(session, wanted, store, world, safety_text, tell, unsealed)
    contents = {beside(wanted.path, suffix): content for suffix, content in files.items()}
    write_to(contents, force=wanted.force)
    return tuple(contents)


def previewed(
    session: Session, wanted: ExportWanted, store: EventStore, world: World, safety_text: str | None, tell: Tell | None, unsealed: bool
) -> tuple[str, ...]:
    """Return what the files would hold and what not. Raises `ExportRefused`, `StoreFault`."""
    order, files = _rendered(session, wanted, store, world, safety_text, tell, unsealed)
    return tuple(preview(session, order, wanted.form, files))


def write_to(contents: Mapping[Path, bytes], *, force: bool = False) -> None:
    """Write new private files whole, all or none. Raises `ExportRefused`."""
    try:
        write_all(contents, force)
    except ExportFault as fault:
        raise ExportRefused(str(fault)) from None


def _rendered(
    session: Session, wanted: ExportWanted, store: EventStore, world: World, safety_text: str | None, tell: Tell | None, unsealed: bool
) -> tuple[Order, Files]:
    try:
        refuse_unfit(wanted.form, wanted.reader, wanted.sheet)
        seal = None if unsealed else store.seal(session.record)
        now = world.clock().isoformat(timespec="seconds")
        envelope = Envelope(VERSION, now, seal, help_line=safety_text, unsealed=unsealed)
        chosen = selection_for(cast(Reader, wanted.reader), verbatim=wanted.verbatim, notes=wanted.notes, redacted=wanted.leave_out)
        is_page = FORMATS[wanted.form].is_page
        order = ordered(session, envelope, chosen, cast(Sheet, wanted.sheet), code=store.research_code, is_page=is_page)
        return order, render(wanted.form, order, tell or unheard)
    except ExportImpossible as refused:
        raise ExportRefused(str(refused)) from None


def beside(path: Path, suffix: str) -> Path:
    """Return the name of a file that belongs to another: `out.csv` has `out.codebook.csv`; of a folder alone, a file in it."""
    if not suffix:
        return path
    return path.with_name(f"{path.stem}{suffix}") if path.name else path / suffix
