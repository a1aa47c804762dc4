"""`WritingOut`: asks for whom, in which form and where to, and writes a record to a file beside what is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

from textual.screen import Screen

from interview.engine.doors import Doors, Export, ExportRefused, Preview
from interview.engine.exporting import ExportStopped, ExportWanted, Tell
from interview.engine.ports import StoreFault
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.screens.export_prompt import SHEETS, ExportChosen, ExportPrompt
from interview.tui.screens.exporting import ExportingScreen
from interview.views.locale import listed


class Exports(NamedTuple):
    """The ways out of the program that a screen may take."""

    write: Export
    preview: Preview | None = None
    forms: tuple[str, ...] = ()

    @classmethod
    def of(cls, doors: Doors) -> Exports:
        """Return those of the program's doors."""
        return cls(doors.export, doors.preview, doors.formats)


class WritingOut:
    """One screen's way to a file; what was chosen stays for another try."""

    def __init__(
        self,
        screen: Screen[Any],
        session: Session,
        exports: Exports,
        say: Callable[[str], object],
        *,
        sheets: Mapping[str, str] = SHEETS,
        sheet: str | None = None,
    ) -> None:
        """`say` shows what became of it; `sheets` are the parts that may be written, and `sheet` the one that is chosen first."""
        self._screen, self._session, self._exports, self._say, self._sheets = screen, session, exports, say, sheets
        self._chosen = ExportChosen(None, "", False, sheet=sheet)

    def ask(self, sheet: str | None = None) -> None:
        """Ask what is to be written, and write it; `sheet` is chosen first, where it is named."""
        if sheet is not None:
            self._chosen = self._chosen._replace(sheet=sheet)
        preview = None if self._exports.preview is None else partial(self._exports.preview, self._session)
        prompt = ExportPrompt(self._chosen, forms=self._exports.forms, preview=preview, sheets=self._sheets)
        self._screen.app.push_screen(prompt, self._write)

    def _write(self, chosen: ExportChosen | None) -> None:
        if chosen is None:
            return
        self._chosen = chosen
        wanted = chosen.wanted()
        if chosen.is_finished and wanted is not None:
            waiting = ExportingScreen()
            self._screen.app.push_screen(waiting)
            self._screen.run_worker(partial(self._make, wanted, waiting), thread=True, exclusive=True, group="export")

    def _make(self, wanted: ExportWanted, waiting: ExportingScreen) -> None:
        app = self._screen.app

        def tell(step: str) -> None:
            if waiting.is_stopped:
                raise ExportStopped
            app.call_from_thread(waiting.show, step)

        said = self._made(wanted, tell)
        app.call_from_thread(waiting.dismiss)
        app.call_from_thread(self._say, said)

    def _made(self, wanted: ExportWanted, tell: Tell) -> str:
        try:
            written = self._exports.write(self._session, wanted, tell) or (wanted.path,)
        except ExportStopped:
            return _("Stopped: nothing was written.")
        except (ExportRefused, StoreFault) as refused:
            return _("Not written: {refused} The record itself is safe, and the path is kept for another try.").format(refused=refused)
        except OSError as refused:
            return _("Not written: {path}: {strerror}. The record itself is safe, and the path is kept for another try.").format(
                path=wanted.path, strerror=refused.strerror or _("the file could not be made")
            )
        said = ngettext(
            "Written to {path}. This file is not encrypted: keep it where only those who may read it can.",
            "Written to {path}. These files are not encrypted: keep them where only those who may read them can.",
            len(written),
        )
        return said.format(path=listed([str(each) for each in written]))
