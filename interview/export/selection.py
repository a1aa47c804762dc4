"""What an export holds: for whom it is, and what is left out of it. Each reader has a preset; a choice may narrow it, and says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from interview.engine.events import NoteKind
from interview.language import _
from trd_core.vocabulary import definition_of

Reader = Literal["chart", "colleague", "patient", "research"]
READERS: Final[tuple[Reader, ...]] = get_args(Reader)


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into an export."""

    reader: Reader = "chart"
    notes: frozenset[NoteKind] = frozenset({"record", "to_do"})
    """Kinds of notes; `private` is in none unless it is named."""
    verbatim: bool = True
    """Whether the person's own words stand in it, beside what was understood."""
    redacted: frozenset[str] = frozenset()
    """Link ids of questions whose answers are left out; a definition (`trials[].agent`) stands for every instance."""

    def is_redacted(self, link_id: str) -> bool:
        """Return whether the answer to this question is left out."""
        return link_id in self.redacted or definition_of(link_id) in self.redacted


PRESETS: Final[dict[Reader, Selection]] = {
    "chart": Selection("chart"),
    "colleague": Selection("colleague", notes=frozenset(), verbatim=False),
    "patient": Selection("patient", notes=frozenset(), verbatim=False),
    "research": Selection("research", notes=frozenset(), verbatim=False),
}

WHAT_IS_IN: Final[dict[Reader, str]] = {
    "chart": _("everything that the record holds, but for what is named here"),
    "colleague": _("findings, formulation and plan; none of the person's own words"),
    "patient": _("plain words for the person: what was heard, what helps, what comes next"),
    "research": _("codes and numbers under another pseudonym, days counted from the interview; no free text"),
}


def selection_for(
    reader: Reader,
    *,
    verbatim: bool | None = None,
    notes: frozenset[NoteKind] | None = None,
    redacted: frozenset[str] = frozenset(),
) -> Selection:
    """Return a reader's preset, with what was chosen otherwise."""
    preset = PRESETS[reader]
    return replace(
        preset,
        verbatim=preset.verbatim if verbatim is None else verbatim,
        notes=preset.notes if notes is None else notes,
        redacted=redacted,
    )
