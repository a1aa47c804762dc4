"""What may be made of a record: the whole, one sheet that sums it up, the letter that asks for what is missing.

Of a session of practice also the conversation with the patient, and the feedback."""

from __future__ import annotations

from typing import Final, Literal, get_args

Sheet = Literal["whole", "summary", "records-request", "conversation", "feedback"]
SHEETS: Final[tuple[Sheet, ...]] = get_args(Sheet)
OF_PRACTICE: Final[tuple[Sheet, ...]] = ("conversation", "feedback")
"""Sheets that there are of a session of practice alone."""
