"""`ReportScreen`: the whole record to read, the formulation first, every finding with its source. It can be written to a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from interview.engine.session import Session
from interview.language import _
from interview.tui.screens.acting_screen import ActingScreen, elsewhere
from interview.tui.screens.writing_out import Exports as Exports
from interview.tui.screens.writing_out import WritingOut
from interview.tui.widgets.report_page import ReportPage, blocks
from interview.views.depth_part import work_out
from interview.views.report import build
from trd_core.case import Case
from trd_core.settings import Settings


class ReportScreen(ActingScreen[str]):
    """Reads; writes only through the export that it was handed."""

    PLACE = _("report")
    IS_CLINICIANS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "part(1)", _("Next part"), tooltip=_("Go to the next part of the report")),
        Binding("b", "part(-1)", _("Part before"), tooltip=_("Go to the part before")),
        Binding("x", "export", _("Export"), tooltip=_("Write the record to a new file, for a reader of your choice")),
        *elsewhere("f5", "f6", "f8", "f9", "f10"),
    ]

    def __init__(self, session: Session, exports: Exports | None = None) -> None:
        super().__init__(session)
        self._out = None if exports is None else WritingOut(self, session, exports, self.say)

    def compose_body(self) -> Iterable[Any]:
        """Lay out the page."""
        yield ReportPage(blocks(build(self.session)))

    def begin(self) -> None:
        """Let arrows scroll; what takes long is worked out beside the reading."""
        self.query_one(ReportPage).focus()
        if self.session.may_propose:
            self._work_out(self.session.case(), self.session.assessment().settings)

    @work(thread=True, exclusive=True, group="depth", exit_on_error=False)
    def _work_out(self, case: Case, settings: Settings) -> None:
        lines = work_out(case, settings)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.query_one(ReportPage).show_depth, lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the export where there is one."""
        return super().check_action(action, parameters) if action != "export" else self._out is not None

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before."""
        self.query_one(ReportPage).go_by(by)

    def action_export(self) -> None:
        """Ask for whom, in which form and where to, and write it."""
        if self._out is not None:
            self._out.ask()
