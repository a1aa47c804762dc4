"""What may be made of a record: the whole, one sheet that sums it up, and the letter that asks for what is missing."""

from __future__ import annotations

from typing import Final, Literal, get_args

Sheet = Literal["whole", "summary", "records-request"]
SHEETS: Final[tuple[Sheet, ...]] = get_args(Sheet)
