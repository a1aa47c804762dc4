"""What a problem's place in the hierarchy rests on, part by part, in words. Unrated is shown as `?`, never as 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.language import _, ngettext
from trd_core.map_results import HierarchyKey

UNRATED: Final = "?"


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One part of what a place rests on, in the order in which the parts are compared."""

    id: str
    """`safety`, `urgency`, `priority`, `available`, `weight`, `feeds`, `modifiability`."""
    name: str
    words: str
    short: str
    """The words without what its name says already: `2 of 3` → `2`."""
    rated: bool
    sorts: float
    """The number by which it is compared: unrated and "no" lowest, the low end of a range."""


def key_parts(key: HierarchyKey) -> tuple[KeyPart, ...]:
    """Return what a place rests on, part by part, as it is compared."""
    return (
        *((KeyPart("safety", _("safety"), _("comes first"), _("first"), True, 1.0),) if key.safety else ()),
        _rating("urgency", _("urgency"), key.urgency),
        _rating("priority", _("the person's priority"), key.patient_priority),
        _available(key.treatment_available),
        _weight(key),
        KeyPart(
            "feeds",
            _("feeds"),
            ngettext("{n} other problem", "{n} other problems", key.downstream).format(n=key.downstream),
            str(key.downstream),
            True,
            key.downstream,
        ),
        _rating("modifiability", _("modifiability"), key.modifiability),
    )


def _rating(identifier: str, name: str, rating: int | None) -> KeyPart:
    if rating is None:
        return KeyPart(identifier, name, UNRATED, UNRATED, False, 0.0)
    return KeyPart(identifier, name, _("{rating} of 3").format(rating=rating), str(rating), True, rating)


def _available(available: bool | None) -> KeyPart:
    words = UNRATED if available is None else _("yes") if available else _("no")
    return KeyPart("available", _("treatment available"), words, words, available is not None, 1.0 if available else 0.0)


def _weight(key: HierarchyKey) -> KeyPart:
    name, weight, between = _("severity + burden + impairment"), key.severity_burden_impairment, key.severity_burden_impairment_range
    if weight is not None:
        return KeyPart("weight", name, _("{weight} of 9").format(weight=weight), str(weight), True, weight)
    if between:
        low, high = between
        words, short = _("{low} to {high} of 9").format(low=low, high=high), _("{low} to {high}").format(low=low, high=high)
        return KeyPart("weight", name, words, short, False, low)
    return KeyPart("weight", name, UNRATED, UNRATED, False, 0.0)
