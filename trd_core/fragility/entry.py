"""`Fragile`: one smallest set of facts whose error would change one conclusion."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from trd_core.finding import Part, Scalar, Value

Becomes = Scalar | tuple[Scalar | None, ...] | None


class Fragile(Part):
    """If these facts were told otherwise, all of them together and no fewer, the conclusion would be another one."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", validate_by_name=True, validate_by_alias=True, serialize_by_alias=True
    )

    finding: str
    """The conclusion's id."""
    facts: tuple[str, ...]
    """Paths, sorted. Empty only where the search was cut short before it found any."""
    from_: tuple[Value, ...] = Field(alias="from")
    """What the record says, fact by fact; of a list of texts, how many."""
    to: tuple[Value, ...]
    """An example that changes the conclusion, fact by fact."""
    becomes: Becomes
    """What the conclusion is then: a verdict, a value, or a range; null where it no longer applies."""
    complete: bool = True
    """Whether the conclusion's sets are all there, or the search was cut short."""
    complete_to: int
    """Up to how many facts at once everything was tried."""
