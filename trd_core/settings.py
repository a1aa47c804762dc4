"""`Settings`: what an assessment depends on beside the case, echoed in the assessment."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from trd_core.finding import Part
from trd_core.text import CleanText

Country = Literal["US", "GB", "other"]


class DoseOverlay(Part):
    """A clinic's own minimum dose for one drug, in place of the table's."""

    drug: CleanText
    minimum_mg: float = Field(gt=0, allow_inf_nan=False)
    """Milligrams a day."""
    source: CleanText | None = None


class Settings(Part):
    """Which trials count, whose cut-offs hold, and the clinic's own doses."""

    scope: Literal["current", "lifetime"] = "current"
    """Whether staging reads the trials of the current episode or of the whole life."""
    country: Country = "other"
    """Whose cut-offs hold; `other` takes the lower ones."""
    doses: tuple[DoseOverlay, ...] = ()


DEFAULT = Settings.model_construct()
