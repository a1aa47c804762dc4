"""Every export format there is, by name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Final

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.json import to_json
from interview.export.markdown import to_markdown
from interview.views.report import EXPORTED_NOTES, build

Writer = Callable[[Session, Envelope, Collection[str]], bytes]


def _markdown(session: Session, envelope: Envelope, notes: Collection[str]) -> bytes:
    return to_markdown(build(session, notes, in_depth=True), envelope)


FORMATS: Final[dict[str, tuple[str, Writer]]] = {"json": (".json", to_json), "markdown": (".md", _markdown)}
"""Name of a format: the ending of its files, and what makes its bytes."""


def render(name: str, session: Session, envelope: Envelope, notes: Collection[str] = EXPORTED_NOTES) -> bytes:
    """Return a record in one format, with notes of the kinds named. Raises `KeyError` for a format that is not there."""
    return FORMATS[name][1](session, envelope, notes)
