"""`ExportPrompt`: for whom, in which form, to which file; and what would be in it. It writes nothing; the caller does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from interview.engine.doors import ExportRefused
from interview.engine.events import NoteKind
from interview.engine.exporting import ExportWanted, questions_in
from interview.engine.ports import StoreFault
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.choice_field import ChoiceField

FORMATS: Final = {
    "json": _("JSON, for machines and for keeping"),
    "markdown": _("Markdown, text to read anywhere"),
    "html": _("HTML, for a browser or a phone"),
    "pdf": _("PDF, to print and to send"),
    "docx": _("DOCX, for a word processor"),
    "csv": _("CSV, tables for statistics"),
    "fhir": _("FHIR, for other health software"),
}
ENDINGS: Final = {".fhir.json": "fhir", ".json": "json", ".md": "markdown", ".html": "html", ".pdf": "pdf", ".docx": "docx", ".csv": "csv"}
READERS: Final = {
    "chart": _("the chart: all but private notes"),
    "colleague": _("a colleague: findings, map and plan"),
    "patient": _("the person: plain words, and help"),
    "research": _("research: codes and days, no texts"),
}
SHEETS: Final = {
    "whole": _("the whole"),
    "summary": _("one sheet that sums it up"),
    "records-request": _("a letter that asks for records"),
}
WORDS: Final = {"with": _("with the person's own words"), "without": _("without the person's own words")}
NOTES: Final = {
    "none": _("no notes"),
    "record": _("notes for the record"),
    "record to_do": _("notes for the record, and what is to do"),
    "record to_do private": _("all notes, private ones too"),
}
KINDS: Final[dict[str, frozenset[NoteKind]]] = {
    "none": frozenset(),
    "record": frozenset({"record"}),
    "record to_do": frozenset({"record", "to_do"}),
    "record to_do private": frozenset({"record", "to_do", "private"}),
}
BY_READER: Final = _("as its reader gets it")
CHOICES: Final = ("form", "reader", "sheet", "words", "notes")
Preview = Callable[[ExportWanted], tuple[str, ...]]


class ExportChosen(NamedTuple):
    """What was chosen, the path as it was typed, and whether it is to be written. None is not said."""

    form: str | None
    path: str
    is_finished: bool
    reader: str | None = None
    sheet: str | None = None
    words: str | None = None
    notes: str | None = None
    leave_out: str = ""
    """Link ids of questions whose answers are left out, as they were typed."""

    def wanted(self) -> ExportWanted | None:
        """Return the export that it is; None where the path or the form is lacking."""
        if not self.path or self.form is None:
            return None
        return ExportWanted(
            self.form,
            Path(self.path).expanduser(),
            self.reader or "chart",
            self.sheet or "whole",
            None if self.words is None else self.words == "with",
            None if self.notes is None else KINDS[self.notes],
            questions_in(self.leave_out),
        )


def form_of(path: str) -> str | None:
    """Return the form that a file's ending names, or None."""
    return next((form for ending, form in ENDINGS.items() if path.lower().endswith(ending)), None)


class ExportPrompt(Sheet[ExportChosen]):
    """A path whose ending names the form, or a form chosen beside it; a reader; the whole or a part; words, notes, what is left out."""

    KEEPS_DRAFTS: ClassVar[bool] = False

    DEFAULT_CSS = """
    ExportPrompt Static { height: auto; }
    ExportPrompt AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    ExportPrompt AnswerInput:focus { border-left: thick $border; }
    ExportPrompt #export-lacking { color: $text-error; }
    ExportPrompt Horizontal.buttons { height: auto; margin-top: 1; }
    ExportPrompt Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(
        self,
        chosen: ExportChosen,
        *,
        forms: Sequence[str] = tuple(FORMATS),
        preview: Preview | None = None,
        sheets: Mapping[str, str] = SHEETS,
    ) -> None:
        """`sheets` are the parts that may be written, the usual one first."""
        super().__init__(classes="sheet")
        self._chosen, self._forms, self._preview, self._sheets = chosen, tuple(forms), preview, dict(sheets)

    def compose(self) -> ComposeResult:
        """Lay out the path, what is chosen and the buttons."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(_("Write to a new file. A file that is there already is not replaced. The file is not encrypted."))
            yield AnswerInput(id="export-path", placeholder=_("a path that ends in .pdf, .html, .docx, .md, .csv or .json"))
            forms = [(form, FORMATS.get(form, form)) for form in self._forms]
            yield ChoiceField(_("Form"), forms, chosen=self._chosen.form, id="export-form", blank=_("by the file's ending"))
            yield ChoiceField(_("For"), list(READERS.items()), chosen=self._chosen.reader, id="export-reader", blank=READERS["chart"])
            yield ChoiceField(_("What"), list(self._sheets.items()), chosen=self._chosen.sheet, id="export-sheet", blank=SHEETS["whole"])
            yield ChoiceField(_("Words"), list(WORDS.items()), chosen=self._chosen.words, id="export-words", blank=BY_READER)
            yield ChoiceField(_("Notes"), list(NOTES.items()), chosen=self._chosen.notes, id="export-notes", blank=BY_READER)
            yield AnswerInput(id="export-leave", placeholder=_("questions to leave out, by their names: trials[].agent kellner"))
            yield Static("", id="export-lacking")
            yield Static("", id="export-preview", classes="quiet")
            with Horizontal(classes="buttons"):
                yield Button(_("Write it"), id="export-write", variant="primary", compact=True)
                if self._preview is not None:
                    yield Button(_("What will be in it"), id="export-look", compact=True)
                yield Button(_("Back"), id="export-back", compact=True)

    def on_mount(self) -> None:
        """Begin with the path."""
        self.query_one("#export-leave", AnswerInput).show(self._chosen.leave_out)
        line = self.query_one("#export-path", AnswerInput)
        line.show(self._chosen.path)
        line.focus()

    def _written(self, is_finished: bool) -> ExportChosen:
        path, leave_out = (self.query_one(f"#export-{name}", AnswerInput).text.strip() for name in ("path", "leave"))
        form, reader, sheet, words, notes = (self.query_one(f"#export-{name}", ChoiceField).chosen for name in CHOICES)
        return ExportChosen(form or form_of(path), path, is_finished, reader, sheet, words, notes, leave_out)

    @on(AnswerInput.Submitted)
    def _submitted(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        self._finish()

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        focused = self.focused
        if isinstance(focused, AnswerInput):
            focused.insert(event.sign)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "export-write":
            self._finish()
        elif event.button.id == "export-look":
            self._look()
        else:
            self.action_leave()

    def _finish(self) -> None:
        written = self._written(True)
        if not self._say_lacking(written):
            self.dismiss(written)

    def _look(self) -> None:
        """Work out beside the sheet what would be written, and show it."""
        chosen = self._written(False)
        wanted = chosen.wanted()
        if self._preview is not None and not self._say_lacking(chosen) and wanted is not None:
            self._show_preview(_("It is being worked out …"))
            self._work_out(self._preview, wanted)

    @work(thread=True, exclusive=True, group="preview")
    def _work_out(self, preview: Preview, wanted: ExportWanted) -> None:
        try:
            said = "\n".join(f"· {line}" for line in preview(wanted))
        except (ExportRefused, StoreFault) as refused:
            said = str(refused)
        self.app.call_from_thread(self._show_preview, said)

    def _show_preview(self, said: str) -> None:
        if self.is_mounted:
            self.query_one("#export-preview", Static).update(as_content(said))

    def _say_lacking(self, written: ExportChosen) -> str:
        lacking = _("Type a path first.") if not written.path or "\n" in written.path else ""
        if not lacking and written.form is None:
            lacking = _("Choose a form, or let the path end in .pdf, .html, .docx, .md, .csv or .json.")
        self.query_one("#export-lacking", Static).update(as_content(lacking))
        return lacking

    def action_leave(self) -> None:
        """Go back; what was typed goes along as a draft."""
        self.dismiss(self._written(False))
