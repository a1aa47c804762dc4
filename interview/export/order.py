"""`Order`: one export, made ready: the record as its reader gets it, and what the export says about itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.leaving_out import without
from interview.export.masking import without_informant, without_words
from interview.export.research import Code, for_research
from interview.export.selection import Selection
from interview.export.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Order:
    """Everything that a format is handed."""

    session: Session
    """The record without what its reader does not get; reading only."""
    envelope: Envelope
    chosen: Selection
    sheet: Sheet = "whole"
    left_out: int = 0
    """Answers that counted, and were left out on request."""

    @property
    def is_research(self) -> bool:
        """Whether it goes to research."""
        return self.chosen.reader == "research"


def ordered(
    session: Session, envelope: Envelope, chosen: Selection, sheet: Sheet = "whole", *, code: Code | None = None, is_page: bool = False
) -> Order:
    """Return the order for a reader. Raises `ExportImpossible` where something cannot be left out.

    `code` is the store's own (`research_code`); a page to read keeps own words out by itself, where its reader gets none."""
    left = without(session, chosen.redacted, for_clinicians=chosen.reader in ("chart", "colleague"))
    record = left.session
    if chosen.reader == "research":
        if code is None:
            raise ValueError("an export for research needs the store's codes")
        return Order(for_research(record, code), replace(envelope, seal=None, help_line=None), chosen, sheet, left.left_out)
    if not chosen.verbatim and (chosen.reader == "chart" or not is_page):
        record = without_words(record)
    if chosen.reader != "chart" and not is_page:
        record = without_informant(record)
    return Order(record, envelope, chosen, sheet, left.left_out)
