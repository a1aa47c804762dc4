"""The clinician's view at the right: what was found so far, what is open, which questions would settle most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.tui.glyphs import Glyphs
from interview.tui.text import as_content
from interview.views.panel import PanelView

LEADS_TO: Final = "leads:"


class ClinicianView(OptionList):
    """The panel's lines; choosing one that leads to a question says so."""

    BORDER_TITLE = "Clinician's view"
    BORDER_SUBTITLE = "F7 closes it"

    @dataclass
    class QuestionChosen(Message):
        """A line that leads to a question was chosen."""

        link_id: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def show(self, panel: PanelView, glyphs: Glyphs, *, about: str = "") -> None:
        """Show the panel; `about` is the help for the question that is asked now."""
        signs = {"present": glyphs.done, "open": "?", "plain": " "}
        options: list[Option] = []
        if about:
            options.append(Option(as_content(about, "italic"), disabled=True))
        options.append(Option(as_content(panel.summary, "bold"), disabled=True))
        for group in panel.groups:
            options.append(Option(as_content(group.title, "$text-accent bold"), disabled=True))
            for line in group.lines:
                words = Content(f"{signs[line.sign]} ") + as_content(line.text)
                leads = f"{LEADS_TO}{len(options)}:{line.link_id}" if line.link_id else None
                options.append(Option(words, id=leads, disabled=leads is None))
        self.set_options(options)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Pass the choice on as this widget's own message."""
        event.stop()
        link_id = (event.option_id or "").removeprefix(LEADS_TO).partition(":")[2]
        if link_id:
            self.post_message(self.QuestionChosen(link_id))
