"""`ProblemEditor`: a problem written down, or edited. It saves nothing; the caller does."""

from __future__ import annotations

from typing import ClassVar, Final, NamedTuple, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from interview.engine.map_acts import ProblemDraft
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.choice_field import ChoiceField
from interview.views.words_clinician import area_title
from trd_core.case_types import Area

KINDS: Final = (("syndrome", _("a syndrome")), ("other", _("another problem")))
WHOSE: Final = (("clinician", _("the clinician's map")), ("patient", _("the person's own map, in their words")))


class ProblemWritten(NamedTuple):
    """The problem as it was left, and whether it is to be saved."""

    draft: ProblemDraft
    is_finished: bool


class ProblemEditor(Sheet[ProblemWritten]):
    """Name, area, kind, and whose map it stands on."""

    DEFAULT_CSS = """
    ProblemEditor Static { height: auto; }
    ProblemEditor AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    ProblemEditor AnswerInput:focus { border-left: thick $border; }
    ProblemEditor #problem-lacking { color: $text-error; display: none; }
    ProblemEditor.-lacking #problem-lacking { display: block; }
    ProblemEditor Horizontal.buttons { height: auto; margin-top: 1; }
    ProblemEditor Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(self, title: str, draft: ProblemDraft) -> None:
        super().__init__(classes="sheet")
        self._title, self._draft = title, draft

    def compose(self) -> ComposeResult:
        """Lay out the fields and the buttons."""
        areas = tuple((area, area_title(area)) for area in get_args(Area))
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._title), id="problem-title")
            yield AnswerInput(id="problem-label")
            yield ChoiceField(_("Area"), areas, chosen=self._draft.area, id="problem-area")
            yield ChoiceField(_("Kind"), KINDS, chosen=self._draft.kind, id="problem-kind")
            yield ChoiceField(_("On"), WHOSE, chosen=self._draft.by, id="problem-by")
            yield Static(_("It needs a name before it can be saved."), id="problem-lacking")
            with Horizontal(classes="buttons"):
                yield Button(_("Save the problem"), id="problem-save", variant="primary", compact=True)
                yield Button(_("Back"), id="problem-back", compact=True)

    def on_mount(self) -> None:
        """Begin with the name."""
        line = self.query_one(AnswerInput)
        line.show(self._draft.label)
        line.focus()

    def _written(self) -> ProblemDraft:
        def chosen(field: str) -> str | None:
            return self.query_one(f"#problem-{field}", ChoiceField).chosen

        return ProblemDraft(self.query_one(AnswerInput).text.strip(), chosen("area"), chosen("kind"), chosen("by") or "clinician")

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
        if event.button.id == "problem-save":
            self._finish()
        else:
            self.action_leave()

    def _finish(self) -> None:
        draft = self._written()
        self.set_class(not draft.label, "-lacking")
        if draft.label:
            self.dismiss(ProblemWritten(draft, True))

    def action_leave(self) -> None:
        """Go back; what was written goes along as a draft."""
        self.dismiss(ProblemWritten(self._written(), False))
