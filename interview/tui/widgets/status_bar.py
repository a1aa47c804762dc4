"""The top line: who, which visit, who may look, how far the time is; at the right whether it is on the disk."""

from __future__ import annotations

from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from interview.engine.doors import PRACTICE_SUBJECT
from interview.engine.view import SessionView
from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.words import Words
from interview.views.locale import time_of_day
from interview.views.signature_words import state_word
from interview.views.translation_words import translation_state

VISITS: Final = {"baseline": _("visit baseline"), "post_treatment": _("visit after treatment"), "follow_up": _("follow-up visit")}

FAULTS: Final = {
    "full": _("disk full"),
    "io": _("disk error"),
    "busy": _("record in use elsewhere"),
    "locked": _("store locked"),
    "damaged": _("store damaged"),
    "newer": _("store is from a newer version"),
}
"""What went wrong with the store, in two or three words; the whole sentence stands beside the question."""


def identity(view: SessionView, *, is_shared: bool, dot: str) -> str:
    """Return who and what this screen is about, in one line."""
    whose = [view.subject, VISITS.get(view.visit, view.visit)] if view.subject != PRACTICE_SUBJECT else []
    parts = [*whose, _("shared screen") if is_shared else _("CLINICIAN'S VIEW")]
    if view.practice:
        parts.insert(0, _("PRACTICE"))
    if view.language is not None:
        parts.append(translation_state(view.language))
    if signed := state_word(view):
        parts.append(signed)
    if view.minutes_about:
        parts.append(
            _("{minutes_told:.0f} of about {minutes_about:.0f} min").format(
                minutes_told=view.minutes_told, minutes_about=view.minutes_about
            )
        )
    return f" {dot} ".join(parts)


def save_state(saved_at: str, fault: str | None) -> str:
    """Return the save state: a fact about the disk."""
    return (
        _("NOT SAVED: {faults}").format(faults=FAULTS.get(fault, _("store fault")))
        if fault
        else _("saved {time_of_day}").format(time_of_day=time_of_day(saved_at))
    )


class StatusBar(Horizontal):
    """Identity, mode and save state; they never leave the screen."""

    def compose(self) -> ComposeResult:
        """Place the two halves."""
        yield Words(id="identity")
        yield Words(id="save-state")

    def show(self, left: str, right: str, *, is_fault: bool = False) -> None:
        """Show both halves."""
        self.query_one("#identity", Words).update(as_content(left))
        state = self.query_one("#save-state", Words)
        state.update(Content.styled(right, "bold") if is_fault else Content(right))
        state.set_class(is_fault, "fault")
