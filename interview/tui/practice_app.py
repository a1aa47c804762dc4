"""The terminal interface at practice alone, as `practise` opens it: the cases, or the session that was begun; leaving the list ends it."""

from __future__ import annotations

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.practice.patient.case_file import CaseFile
from interview.practice.patient.reading import bundled
from interview.tui.app import InterviewApp
from interview.tui.glyphs import Glyphs
from interview.tui.screens.practice_cases import CasesScreen


class PracticeApp(InterviewApp, inherit_bindings=True):
    """Practice, and nothing of people's records: its doors lead to the store of practice."""

    def __init__(self, doors: Doors, session: Session | None = None, case: CaseFile | None = None, *, glyphs: Glyphs | None = None) -> None:
        super().__init__(doors, session, glyphs=glyphs)
        self._case = case

    def open_first(self) -> None:
        """Open the cases, and on them the session where one was begun."""
        from_file = [] if self._case is None or self._case in bundled() else [self._case]
        cases = CasesScreen(self.doors, self.glyphs, from_file)
        self.push_screen(cases, lambda _where: self.exit())
        if self._first is not None and self._case is not None:
            self.call_after_refresh(cases.open_practice, self._case, self._first)
