"""`Told`: what every resource of one bundle shares, and how a value that its reader does not get is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.fold import Answer
from interview.export.fhir.names import TERMINOLOGY, Json, own, own_parts, part, system
from interview.export.masking import WITHHELD
from interview.export.order import Order
from interview.export.page import UNSEALED
from interview.export.research import days, first_day_of
from interview.language import _
from interview.questionnaire.model import Item

TEST_DATA: Final = {"system": f"{TERMINOLOGY}/v3-ActReason", "code": "HTEST", "display": "test health data"}
"""HL7's own mark of what is no real person's."""


@dataclass(frozen=True, slots=True)
class Told:
    """One export as its reader gets it: the order's session holds already no more than that."""

    order: Order

    @property
    def record(self) -> str:
        """The record's id, or its code for research."""
        return self.order.session.state.record

    @property
    def is_research(self) -> bool:
        """Whether it leaves the clinic: days instead of dates, nobody named."""
        return self.order.is_research

    @property
    def patient(self) -> Json:
        """The person, as a stub inside each resource: an identifier and nothing else."""
        named = {"system": system("subject"), "value": self.order.session.state.subject}
        return {"resourceType": "Patient", "id": "person", "identifier": [named]}

    @property
    def subject(self) -> Json:
        """The reference to that stub."""
        return {"reference": "#person"}

    @property
    def marks(self) -> Json:
        """The marks that no resource goes without: practice, and a record whose chain is broken."""
        meta: Json = {}
        tags = []
        if self.order.session.state.practice:
            meta["security"] = [TEST_DATA]
            tags.append({"system": system("mark"), "code": "practice", "display": _("PRACTICE: not a real person")})
        if self.order.envelope.unsealed:
            tags.append({"system": system("mark"), "code": "unsealed", "display": UNSEALED})
        if tags:
            meta["tag"] = tags
        return {"meta": meta} if meta else {}

    def is_kept_out(self, item: Item, answer: Answer) -> bool:
        """Return whether an answer is there and its value is not for this reader: words that were withheld, for research dates too."""
        if answer.value is None:
            return False
        return is_withheld(answer.value) or (self.is_research and item.type == "date")

    def days(self, text: str) -> Json | None:
        """Return, for research, the days from the interview's first day to a date, or between which it lies; None for what is no date."""
        found = days(text, self._first_day)
        if found is None:
            return None
        return own_parts("days-from-interview", part("low", "Integer", found[0]), part("high", "Integer", found[1]))

    @property
    def _first_day(self) -> dt.date:
        return first_day_of(self.order.session)


def is_withheld(value: Any) -> bool:
    """Return whether a text, or one of several, was put in the place of what somebody said."""
    said = value if isinstance(value, list | tuple) else [value]
    return any(isinstance(each, str) and (each == WITHHELD or each.startswith(f"{WITHHELD} ")) for each in said)


def unsealed(order: Order) -> list[Json]:
    """Return what says that a record's chain is broken; nothing for a whole one."""
    return [own("unsealed", "Boolean", True)] if order.envelope.unsealed else []
