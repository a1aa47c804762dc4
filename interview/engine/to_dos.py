"""What was noted as to do in a record: in its order, what is done too, so that a number always means the same one."""

from __future__ import annotations

from interview.engine.folded import Folded, Note


def to_dos(state: Folded) -> tuple[Note, ...]:
    """Return all that was noted as to do."""
    return tuple(note for note in state.notes if note.kind == "to_do")


def open_to_dos(state: Folded) -> tuple[tuple[int, Note], ...]:
    """Return what is still to do, each with its number."""
    return tuple((number, note) for number, note in enumerate(to_dos(state), 1) if note.done_at is None)
