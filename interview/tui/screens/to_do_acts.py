"""What is to do in this record, marked done from the interviewing screen."""

from __future__ import annotations

from typing import Final

from interview.engine.to_dos import open_to_dos
from interview.language import _
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.screens.to_dos import MARKED
from interview.tui.text import as_content
from interview.understanding.whole import whole_number

TO_DOS: Final = (("to_dos", _("Mark something that was to do as done (/done)")),)
"""The act for a screen's list of acts."""

NOTHING: Final = _("Nothing is to do in this record. F3 notes something, or /todo and its words.")


class ToDoActs(AskingScreen):
    """Lists what is still to do, in the clinician's words; the session marks what is chosen."""

    def action_to_dos(self, number: str = "") -> None:
        """Mark one by its number, or choose it from a list."""
        waiting = dict(open_to_dos(self.session.state))
        if number:
            self._to_do_done(number)
        elif not waiting:
            self.say(NOTHING)
        else:
            lines = [(str(place), f"{place}  {' '.join(note.text.split())}") for place, note in waiting.items()]
            entries = [Entry(place, as_content(words), words) for place, words in lines]
            sheet = FinderScreen(_("Which one is done?"), entries, prompt=_("type to narrow"))
            self.for_clinicians(lambda: self.app.push_screen(sheet, self._to_do_done))

    def _to_do_done(self, number: str | None) -> None:
        if number is None:
            return
        place = whole_number(number) or 0
        if self.done(lambda: self.session.finish_to_do(place)):
            self.say(MARKED)
            self.draw()
