"""What was done about a positive safety answer, one part a line. Enter goes to the next line; the last one says it is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.text import as_content
from interview.tui.widgets.answer_input import AnswerInput

PARTS: Final = (
    ("by", _("Recorded by")),
    ("seen_by", _("Seen by")),
    ("means_addressed", _("Means put out of reach? (yes, no)")),
    ("contact", _("Whom to call, and how")),
    ("next_review", _("Next review (in a week, 30 November)")),
)
"""The parts that a person fills in; the time is taken from the clock."""


class DispositionForm(Vertical):
    """Keeps what is typed; it checks nothing and saves nothing."""

    @dataclass
    class Finished(Message):
        """The form is finished: what was typed, by part."""

        typed: dict[str, str]

    def compose(self) -> ComposeResult:
        """Place a line for each part."""
        yield Static(id="form-text", markup=False)
        for part, words in PARTS:
            with Horizontal(classes="part"):
                yield Static(as_content(words), classes="part-label", markup=False)
                yield AnswerInput(id=f"part-{part}")
        yield Button(_("Record it"), id="record", compact=True)

    def begin(self, recorded: Mapping[str, object], text: str) -> None:
        """Show what stands already, and say what is asked for. What is being typed is kept."""
        self.query_one("#form-text", Static).update(as_content(text))
        for part, __ in PARTS:
            line = self.query_one(f"#part-{part}", AnswerInput)
            standing = recorded.get(part)
            if standing is not None and not line.text:
                line.show({True: "yes", False: "no"}.get(standing, str(standing)) if isinstance(standing, bool) else str(standing))

    def focus_first(self, lacking: str | None = None) -> None:
        """Put the cursor on a part, or on the first empty one."""
        empty = next((part for part, __ in PARTS if not self.query_one(f"#part-{part}", AnswerInput).text.strip()), PARTS[0][0])
        self.query_one(f"#part-{lacking if lacking in dict(PARTS) else empty}", AnswerInput).focus()

    def typed(self) -> dict[str, str]:
        """Return what stands on the lines."""
        return {part: self.query_one(f"#part-{part}", AnswerInput).text.strip() for part, __ in PARTS}

    @on(AnswerInput.Submitted)
    def _next(self, event: AnswerInput.Submitted) -> None:
        event.stop()
        lines = [self.query_one(f"#part-{part}", AnswerInput) for part, __ in PARTS]
        here = next((place for place, line in enumerate(lines) if line.has_focus), len(lines) - 1)
        if here + 1 < len(lines):
            lines[here + 1].focus()
        else:
            self.post_message(self.Finished(self.typed()))

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        for part, __ in PARTS:
            line = self.query_one(f"#part-{part}", AnswerInput)
            if line.has_focus:
                line.insert(event.sign)

    @on(AnswerInput.Typed)
    def _stay(self, event: AnswerInput.Typed) -> None:
        event.stop()

    @on(Button.Pressed, "#record")
    def _record(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.Finished(self.typed()))
