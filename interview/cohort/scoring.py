"""One line of a cohort: a case in, an assessment out as bytes, or what does not fit and where. Pure: the same line gives the same bytes.

What does not fit shows numbers, codes and keys; of free text only its type and length.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from interview.language import _
from trd_core.assess import assess
from trd_core.json_input import MOST_BYTES, JsonRefused
from trd_core.reading import read_case
from trd_core.settings import DEFAULT, Settings
from trd_core.written import values_json, whole_json

_COLUMN: Final = re.compile(r"line 1, (column \d+)")


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that holds no case: its number from 1, the path of the first mistake, what was found, what is allowed."""

    line: int
    path: str
    found: str
    allowed: str
    more: int = 0
    """How many mistakes more."""

    def json(self) -> bytes:
        """Return it as the errors' file holds it; `more` stands only where there are more mistakes."""
        shown: dict[str, str | int] = {"line": self.line, "path": self.path, "found": self.found, "allowed": self.allowed}
        return json.dumps(shown | ({"more": self.more} if self.more else {}), ensure_ascii=False).encode("utf-8")


@dataclass(frozen=True, slots=True)
class Scoring:
    """How a cohort is scored."""

    settings: Settings = DEFAULT
    values: bool = False
    """Verdicts, values and ranges only, without the findings."""
    columns: bool = False
    """Verdicts, values and ranges, to be laid out as the columns of a table."""
    refuse_duplicates: bool = False
    """Whether a key that stands twice in one object makes a bad line; else the last one counts."""

    def scored(self, line: int, raw: bytes | None) -> bytes | BadLine:
        """Return the assessment of a line, without a line's end; None is a line that was too long to hold."""
        if raw is None:
            return BadLine(
                line,
                _("the line"),
                _("more than {most_bytes} bytes").format(most_bytes=MOST_BYTES),
                _("one case, at most {most_bytes} bytes").format(most_bytes=MOST_BYTES),
            )
        try:
            case = read_case(raw, refuse_duplicates=self.refuse_duplicates)
        except JsonRefused as refused:
            return BadLine(line, _place(refused.path), refused.found, refused.allowed, refused.more)
        values = self.values or self.columns
        assessment = assess(case, self.settings, tells=not values).model_copy(update={"line": line})
        return values_json(assessment) if values else whole_json(assessment)


def _place(path: str) -> str:
    """Return a path as it reads inside one line of a file."""
    if path == "the file":
        return _("the line")
    column = _COLUMN.fullmatch(path)
    return column[1] if column else path
