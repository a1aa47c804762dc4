"""`ReportScreen`: the whole record to read, the formulation first, every finding with its source. It can be written to a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from interview.engine.doors import ExportRefused
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _
from interview.tui.screens.acting_screen import ActingScreen, elsewhere
from interview.tui.screens.export_prompt import ExportChosen, ExportPrompt
from interview.tui.widgets.report_page import ReportPage, blocks
from interview.views.depth_part import work_out
from interview.views.report import build
from trd_core.case import Case
from trd_core.settings import Settings

Exporter = Callable[[str, Path], None]


class ReportScreen(ActingScreen[str]):
    """Reads; writes only through the export that it was handed."""

    PLACE = "report"
    IS_CLINICIANS = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "part(1)", _("Next part"), tooltip=_("Go to the next part of the report")),
        Binding("b", "part(-1)", _("Part before"), tooltip=_("Go to the part before")),
        Binding("x", "export", _("Export"), tooltip=_("Write the report to a new file, as JSON or Markdown")),
        *elsewhere("f5", "f6", "f8", "f9", "f10"),
    ]

    def __init__(self, session: Session, export: Exporter | None = None) -> None:
        super().__init__(session)
        self._export = export
        self._chosen = ExportChosen(None, "", False)

    def compose_body(self) -> Iterable[Any]:
        """Lay out the page."""
        yield ReportPage(blocks(build(self.session)))

    def begin(self) -> None:
        """Let arrows scroll; what takes long is worked out beside the reading."""
        self.query_one(ReportPage).focus()
        self._work_out(self.session.case(), self.session.assessment().settings)

    @work(thread=True, exclusive=True, group="depth", exit_on_error=False)
    def _work_out(self, case: Case, settings: Settings) -> None:
        lines = work_out(case, settings)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.query_one(ReportPage).show_depth, lines)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the export where there is one."""
        return super().check_action(action, parameters) if action != "export" else self._export is not None

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before."""
        self.query_one(ReportPage).go_by(by)

    def action_export(self) -> None:
        """Ask where to, and write it."""
        self.app.push_screen(ExportPrompt(self._chosen.path, self._chosen.form), self._write)

    def _write(self, chosen: ExportChosen | None) -> None:
        if chosen is None:
            return
        self._chosen = chosen
        if not chosen.is_finished or chosen.form is None or self._export is None:
            return
        path = Path(chosen.path).expanduser()
        try:
            self._export(chosen.form, path)
        except (ExportRefused, StoreFault) as refused:
            self.say(_("Not written: {refused} The record itself is safe, and the path is kept: X tries again.").format(refused=refused))
        except OSError as refused:
            self.say(
                _("Not written: {path}: {strerror}. The record itself is safe: X tries again.").format(
                    path=path, strerror=refused.strerror or _("the file could not be made")
                )
            )
        else:
            self.say(_("Written to {path}. This file is not encrypted: keep it where only those who may read it can.").format(path=path))
