"""`Order`: one export, made ready: the record as its reader gets it, and what the export says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from interview.engine.session import Session
from interview.export.attached_masking import without_attached
from interview.export.envelope import Envelope
from interview.export.leaving_out import without
from interview.export.masking import without_informant, without_words
from interview.export.research import Code, for_research
from interview.export.selection import Selection
from interview.export.sheets import Sheet
from interview.export.withheld import withheld


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
    withheld: Mapping[str, int] = field(default_factory=dict)
    """What the reader is not told of the whole record, by kind (`withheld.KINDS`)."""

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
        coded = for_research(record, code)
        return Order(
            coded, replace(envelope, seal=None, help_line=None), chosen, sheet, left.left_out, withheld(session, coded, (), left.left_out)
        )
    told = record if chosen.verbatim else without_words(record)
    if chosen.reader != "chart":
        told = without_informant(told)
    if chosen.reader == "patient":
        told = without_attached(told)
    if not is_page or chosen.reader == "chart":
        record = told
    return Order(record, envelope, chosen, sheet, left.left_out, withheld(session, told, chosen.notes, left.left_out))
