"""What was typed beside a medicine's name and not taken with it: a dose that is left out is said to be, never dropped in silence."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from interview.language import _
from interview.questionnaire.model import Item
from interview.understanding.understand import understand
from interview.views.echo import Answered
from interview.views.locale import OR, listed, number

NAMED: Final = ("drug", "drugs")
_MOST: Final = 3
"""Numbers that are named; more of them are counted."""

_AMOUNT: Final = re.compile(r"(?<![\w.,-])\d[\d.,]*(?:\s?(?:mcg|\u00b5g|mg|ml|g|%)\b|(?![\w-]))", re.IGNORECASE)


def left_aside(item: Item | None, answer: Answered | None, said: str | None, offered: Collection[str] = ()) -> str:
    """Return one sentence on the numbers that stood beside a medicine's name; empty where there was none.

    `said` is what was typed; `offered` are words of it that are asked about in their turn, and so not left out.
    """
    if item is None or item.type not in NAMED or answer is None or answer.status != "answered" or answer.value is None or not said:
        return ""
    taken = " ".join((str(answer.value), *offered)).casefold()
    amounts = [amount.rstrip(".,") for amount in dict.fromkeys(_AMOUNT.findall(said)) if amount.casefold() not in taken]
    if not amounts and not offered and item.type == "drug" and not any(character.isdigit() for character in said):
        dose = understand("dose", said)
        amounts = [_("{number} mg").format(number=number(dose.value))] if isinstance(dose.value, (int, float)) and dose.value > 0 else []
    if not amounts:
        return ""
    named = listed(amounts, OR) if len(amounts) <= _MOST else _("{count} numbers").format(count=len(amounts))
    if item.type == "drugs":
        return _("Only the names were taken, not {named}; the words are kept as they were typed.").format(named=named)
    what = _("the name was")
    return _("Only {what} taken, not {named}: answer that where it is asked.").format(what=what, named=named)
