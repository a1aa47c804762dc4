"""`ExportPrompt`: in which form, and to which file. It writes nothing; the caller does."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.choice_field import ChoiceField

FORMATS: Final = {"json": _("JSON, for machines and for keeping"), "markdown": _("Markdown, to read and to print")}
ENDINGS: Final = {".json": "json", ".md": "markdown"}


class ExportChosen(NamedTuple):
    """The form, the path as it was typed, and whether it is to be written."""

    form: str | None
    path: str
    is_finished: bool


def form_of(path: str) -> str | None:
    """Return the form that a file's ending names, or None."""
    return ENDINGS.get(Path(path).suffix.lower())


class ExportPrompt(ModalScreen[ExportChosen]):
    """A path whose ending names the form, or a form chosen beside it."""

    DEFAULT_CSS = _("""
    ExportPrompt Static { height: auto; }
    ExportPrompt AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    ExportPrompt AnswerInput:focus { border-left: thick $border; }
    ExportPrompt #export-lacking { color: $text-error; }
    ExportPrompt Horizontal.buttons { height: auto; margin-top: 1; }
    ExportPrompt Button { margin-right: 2; }
    """)
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(self, path: str = "", form: str | None = None, *, forms: Sequence[str] = tuple(FORMATS)) -> None:
        super().__init__(classes="sheet")
        self._path, self._form, self._forms = path, form, tuple(forms)

    def compose(self) -> ComposeResult:
        """Lay out the path, the form and the buttons."""
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(_("Write the report to a new file. A file that is there already is not replaced. The file is not encrypted."))
            yield AnswerInput(id="export-path", placeholder=_("a path that ends in .json or .md"))
            yield ChoiceField(
                _("Form"),
                [(form, FORMATS.get(form, form)) for form in self._forms],
                chosen=self._form,
                id="export-form",
                blank=_("by the file's ending"),
            )
            yield Static("", id="export-lacking")
            with Horizontal(classes="buttons"):
                yield Button(_("Write it"), id="export-write", variant="primary", compact=True)
                yield Button(_("Back"), id="export-back", compact=True)

    def on_mount(self) -> None:
        """Begin with the path."""
        line = self.query_one(AnswerInput)
        line.show(self._path)
        line.focus()

    def _written(self, is_finished: bool) -> ExportChosen:
        path = self.query_one(AnswerInput).text.strip()
        return ExportChosen(self.query_one(ChoiceField).chosen or form_of(path), path, is_finished)

    @on(AnswerInput.Submitted)
    def _submitted(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        self._finish()

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        self.query_one(AnswerInput).insert(event.sign)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "export-write":
            self._finish()
        else:
            self.action_leave()

    def _finish(self) -> None:
        written = self._written(True)
        lacking = _("Type a path first.") if not written.path or "\n" in written.path else ""
        if not lacking and written.form is None:
            lacking = _("Choose a form, or let the path end in .json or .md.")
        self.query_one("#export-lacking", Static).update(as_content(lacking))
        if not lacking:
            self.dismiss(written)

    def action_leave(self) -> None:
        """Go back; what was typed goes along as a draft."""
        self.dismiss(self._written(False))
