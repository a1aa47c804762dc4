"""A record read without some of what it holds: everything is computed anew from what is left, so that nothing else can show through."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from interview.engine.events import Event
from interview.engine.rehearsal import Nowhere
from interview.engine.session import Session
from interview.engine.view import SignatureView


class PartOf(Session):
    """Reading only. Signatures stand as they stand under the whole record: leaving out is no change of it."""

    def __init__(self, whole: Session, events: Sequence[Event]) -> None:
        super().__init__(Nowhere(), whole.questionnaire, events, _no_clock, whole.settings)
        self._of_the_whole = whole.signatures()

    def signatures(self) -> tuple[SignatureView, ...]:
        """Return the signatures of the whole record."""
        return self._of_the_whole


def _no_clock() -> NoReturn:
    """A record that is only read asks for no time."""
    raise RuntimeError("a record that is only read was asked for the time")
