"""Cells of a table for other software (RFC 4180, UTF-8): text that could be taken for a formula is defused, numbers stay numbers."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

MISSING: Final = {
    "declined": "NA_declined",
    "unknown": "NA_unknown",
    "not_applicable": "NA_not_applicable",
    "not_asked": "NA_not_asked",
}
"""Codes that stand in the place of a value, by why there is none."""

RANGE: Final = "NA_range"
"""Stands where no single value is known, but one between `low` and `high`."""

BETWEEN: Final = "|"
"""Between the codes of one answer that has several."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def text_cell(text: str | None) -> str:
    """Return a text as a cell; one that could be a formula gets an apostrophe before it."""
    return "" if text is None else f"'{text}" if _FORMULA.match(text) else text


def text_of_cell(cell: str) -> str:
    """Return the text that a cell was made of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def value_cell(value: Any) -> str:
    """Return a value as a cell: numbers and truth as they are, several codes with a bar between them."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return json.dumps(int(value) if float(value).is_integer() else value)
        case str():
            return text_cell(value)
        case list() | tuple():
            return text_cell(BETWEEN.join(str(each) for each in value))
        case None:
            return ""
        case _:
            return text_cell(json.dumps(value, ensure_ascii=False))


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as a file."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows(rows)
    return made.getvalue().encode("utf-8")
