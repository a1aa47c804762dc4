"""`ReportScreen`: the whole record to read, the formulation first, every finding with its source. It can be written to a file."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual import work
from textual.binding import Binding, BindingType
from textual.worker import get_current_worker

from interview.engine.doors import Doors, Export, ExportRefused, Preview
from interview.engine.exporting import ExportStopped, ExportWanted, Tell
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.screens.acting_screen import ActingScreen, elsewhere
from interview.tui.screens.export_prompt import ExportChosen, ExportPrompt
from interview.tui.screens.exporting import ExportingScreen
from interview.tui.widgets.report_page import ReportPage, blocks
from interview.views.depth_part import work_out
from interview.views.locale import listed
from interview.views.report import build
from trd_core.case import Case
from trd_core.settings import Settings


class Exports(NamedTuple):
    """The ways out of the program that a report may take."""

    write: Export
    preview: Preview | None = None
    forms: tuple[str, ...] = ()

    @classmethod
    def of(cls, doors: Doors) -> Exports:
        """Return those of the program's doors."""
        return cls(doors.export, doors.preview, doors.formats)


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
        self._exports = exports
        self._chosen = ExportChosen(None, "", False)

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
        return super().check_action(action, parameters) if action != "export" else self._exports is not None

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before."""
        self.query_one(ReportPage).go_by(by)

    def action_export(self) -> None:
        """Ask for whom, in which form and where to, and write it."""
        if self._exports is not None:
            preview = None if self._exports.preview is None else partial(self._exports.preview, self.session)
            self.app.push_screen(ExportPrompt(self._chosen, forms=self._exports.forms, preview=preview), self._write)

    def _write(self, chosen: ExportChosen | None) -> None:
        if chosen is None:
            return
        self._chosen = chosen
        wanted = chosen.wanted()
        if chosen.is_finished and wanted is not None:
            waiting = ExportingScreen()
            self.app.push_screen(waiting)
            self._make(wanted, waiting)

    @work(thread=True, exclusive=True, group="export")
    def _make(self, wanted: ExportWanted, waiting: ExportingScreen) -> None:
        def tell(step: str) -> None:
            if waiting.is_stopped:
                raise ExportStopped
            self.app.call_from_thread(waiting.show, step)

        said = self._made(wanted, tell)
        self.app.call_from_thread(waiting.dismiss)
        self.app.call_from_thread(self.say, said)

    def _made(self, wanted: ExportWanted, tell: Tell) -> str:
        assert self._exports is not None
        try:
            written = self._exports.write(self.session, wanted, tell) or (wanted.path,)
        except ExportStopped:
            return _("Stopped: nothing was written.")
        except (ExportRefused, StoreFault) as refused:
            return _("Not written: {refused} The record itself is safe, and the path is kept: X tries again.").format(refused=refused)
        except OSError as refused:
            return _("Not written: {path}: {strerror}. The record itself is safe: X tries again.").format(
                path=wanted.path, strerror=refused.strerror or _("the file could not be made")
            )
        said = ngettext(
            "Written to {path}. This file is not encrypted: keep it where only those who may read it can.",
            "Written to {path}. These files are not encrypted: keep them where only those who may read them can.",
            len(written),
        )
        return said.format(path=listed([str(each) for each in written]))
