"""`ChoiceField`: one choice out of a few, with its title. Nothing chosen is "not said", never a default."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Select, Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.cells import cell


class ChoiceField(Horizontal):
    """A title and the choices, by arrows and Enter, by the first letters, or by mouse."""

    DEFAULT_CSS = """
    ChoiceField { height: auto; }
    ChoiceField .choice-title { width: 16; }
    ChoiceField Select { width: 1fr; }
    ChoiceField Select > SelectCurrent { background: $panel; color: $text; }
    ChoiceField Select:focus > SelectCurrent { background: $block-cursor-background; }
    ChoiceField Select > SelectCurrent Static#label { color: $text-muted; }
    ChoiceField Select > SelectCurrent.-has-value Static#label { color: $text; }
    ChoiceField Select:focus > SelectCurrent Static#label { color: $block-cursor-foreground; }
    ChoiceField Select:focus > SelectCurrent .arrow { color: $block-cursor-foreground; }
    """

    def __init__(
        self, title: str, choices: Sequence[tuple[str, str]], *, chosen: str | None = None, id: str, blank: str = _("not said")
    ) -> None:
        """`choices` are (code, words); `chosen` is a code."""
        super().__init__(id=id)
        self._title, self._blank = title, blank
        self._choices: list[tuple[Text, str]] = [(cell(words), code) for code, words in choices]
        self._chosen = chosen if any(code == chosen for code, __ in choices) else None

    def compose(self) -> ComposeResult:
        """Lay out title and choices."""
        yield Static(as_content(self._title), classes="choice-title")
        if self._chosen is None:
            yield Select(self._choices, prompt=self._blank, compact=True)
        else:
            yield Select(self._choices, prompt=self._blank, value=self._chosen, compact=True)

    @property
    def chosen(self) -> str | None:
        """The code that is chosen, or None."""
        value = self.query_one(Select).value
        return value if isinstance(value, str) else None
