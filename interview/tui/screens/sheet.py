"""`Sheet`: a screen that lies over another one. It shows its own keys at the foot; those of the page behind are hidden while it is open."""

from __future__ import annotations

from typing import ClassVar, Generic, TypeVar

from textual.screen import ModalScreen
from textual.widgets import Static

from interview.tui.drafting import KEPT, taken_up
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.key_line import KeyLine

Result = TypeVar("Result")


class Sheet(ModalScreen[Result], Generic[Result]):
    """What every sheet is built on; a class above it lays out its body, and its keys come by themselves."""

    KEEPS_DRAFTS: ClassVar[bool] = True
    """Whether what is typed here and not finished survives a crash."""
    draft_place: str | None = None
    """What the texts of this sheet are about, where its name does not say it."""

    def on_mount(self) -> None:
        """Place the line of keys, where the body has none, and what was typed before. The toolkit calls this beside a sheet's own."""
        if not self.query(KeyLine):
            self.mount(KeyLine())
        kept = [(line, text) for line in self._lines() if (text := taken_up(self, self._place(line))) not in ("", line.text)]
        for line, text in kept:
            line.show(text)
            line.stood = ""
        if kept:
            self.query_one("#sheet").mount(Static(KEPT, classes="quiet", markup=False))

    def texts_in_hand(self) -> dict[str, str]:
        """Return what was typed here and is not finished, by place."""
        return {self._place(line): line.text for line in self._lines() if line.text != line.stood}

    def _lines(self) -> list[AnswerInput]:
        return list(self.query(AnswerInput)) if self.KEEPS_DRAFTS else []

    def _place(self, line: AnswerInput) -> str:
        return self.draft_place or f"{type(self).__name__}:{line.id}"
