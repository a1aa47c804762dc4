"""`LinkEditor`: one hypothesis that a problem contributes to another, written down or changed. It saves nothing; the caller does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from interview.engine.map_acts import LinkDraft
from interview.language import _
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.choice_field import ChoiceField

STRENGTHS: Final = (
    ("0.25", _("weak (0.25 of 1)")),
    ("0.5", _("moderate (0.5 of 1)")),
    ("0.75", _("strong (0.75 of 1)")),
    ("1", _("very strong (1 of 1)")),
)
CERTAINTIES: Final = (("low", _("low")), ("moderate", _("moderate")), ("high", _("high")))
WHOSE: Final = (("clinician", _("the clinician's map")), ("patient", _("the person's own map")))
TOGETHER: Final = "together"


class LinkWritten(NamedTuple):
    """The link as it was left, and whether it is to be saved."""

    draft: LinkDraft
    is_finished: bool


class LinkEditor(Sheet[LinkWritten]):
    """Source, target, strength, certainty, which came first, and why one thinks so."""

    DEFAULT_CSS = """
    LinkEditor Static { height: auto; }
    LinkEditor AnswerInput { height: auto; min-height: 1; max-height: 6; background: $panel; padding: 0 1; margin: 1 0; }
    LinkEditor AnswerInput:focus { border-left: thick $border; }
    LinkEditor #link-lacking { color: $text-error; display: none; }
    LinkEditor.-lacking #link-lacking { display: block; }
    LinkEditor Horizontal.buttons { height: auto; margin-top: 1; }
    LinkEditor Button { margin-right: 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", _("Back"))]

    def __init__(self, title: str, labels: Mapping[str, str], draft: LinkDraft, *, drawn: frozenset[tuple[str, str]] = frozenset()) -> None:
        """`labels` name the problems on the map by id; `drawn` are links that stand there already, beside the one to be changed."""
        super().__init__(classes="sheet")
        self._title, self._labels, self._draft, self._drawn = title, dict(labels), draft, drawn

    def compose(self) -> ComposeResult:
        """Lay out the fields and the buttons."""
        draft, problems = self._draft, tuple(self._labels.items())
        strengths: tuple[tuple[str, str], ...] = STRENGTHS
        strength = None if draft.strength is None else f"{draft.strength:g}"
        if strength is not None and strength not in dict(STRENGTHS):
            strengths = (*STRENGTHS, (strength, _("{strength} of 1, as recorded").format(strength=strength)))
        firsts = (*problems, (TOGETHER, _("they began together")))
        if draft.which_first is not None and draft.which_first not in dict(firsts):
            firsts = (*firsts, (draft.which_first, draft.which_first))
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._title), id="link-title")
            yield ChoiceField(_("This problem"), problems, chosen=draft.source, id="link-source", blank=_("choose"))
            yield ChoiceField(_("contributes to"), problems, chosen=draft.target, id="link-target", blank=_("choose"))
            yield ChoiceField(_("How strongly"), strengths, chosen=strength, id="link-strength")
            yield ChoiceField(_("How certain"), CERTAINTIES, chosen=draft.certainty, id="link-certainty")
            yield ChoiceField(_("Came first"), firsts, chosen=draft.which_first, id="link-first")
            yield ChoiceField(_("On"), WHOSE, chosen=draft.by, id="link-by")
            yield Static(_("Why do you think so?"))
            yield AnswerInput(id="link-rationale")
            yield Static("", id="link-lacking")
            with Horizontal(classes="buttons"):
                yield Button(_("Save the link"), id="link-save", variant="primary", compact=True)
                yield Button(_("Back"), id="link-back", compact=True)

    def on_mount(self) -> None:
        """Show the words that were written before, and begin at the first field that nobody chose yet."""
        self.query_one(AnswerInput).show(self._draft.rationale or "")
        is_chosen = self._draft.source in self._labels and not self._draft.target
        self.query_one("#link-target Select" if is_chosen else "#link-source Select").focus()

    def _written(self) -> LinkDraft:
        def chosen(field: str) -> str | None:
            return self.query_one(f"#link-{field}", ChoiceField).chosen

        strength = chosen("strength")
        return replace(
            self._draft,
            source=chosen("source") or "",
            target=chosen("target") or "",
            strength=None if strength is None else float(strength),
            certainty=chosen("certainty"),
            which_first=chosen("first"),
            rationale=self.query_one(AnswerInput).text.strip() or None,
            by=chosen("by") or "clinician",
        )

    def _lacking(self, draft: LinkDraft) -> str:
        if not draft.source or not draft.target:
            return _("Choose both problems: where it begins, and what it contributes to.")
        if draft.source == draft.target:
            return _("A link goes from one problem to another one: choose two.")
        if (draft.source, draft.target) in self._drawn:
            return _("This link is on the map already: go back, and open it there.")
        return ""

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
        if event.button.id == "link-save":
            self._finish()
        else:
            self.action_leave()

    def _finish(self) -> None:
        draft = self._written()
        lacking = self._lacking(draft)
        self.set_class(bool(lacking), "-lacking")
        self.query_one("#link-lacking", Static).update(as_content(lacking))
        if not lacking:
            self.dismiss(LinkWritten(draft, True))

    def action_leave(self) -> None:
        """Go back; what was written goes along as a draft."""
        self.dismiss(LinkWritten(self._written(), False))
