"""`ActBar`: what became of the last act. Saved is said in the head line; what was not saved stays here with its words until it is."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, Static

from interview.language import _
from interview.tui.text import as_content


class ActBar(Vertical):
    """A sentence about the last act; after a fault, the words that were kept and a way to try again."""

    DEFAULT_CSS = """
    ActBar { height: auto; max-height: 9; padding: 0 1; display: none; background: $surface; color: $text; }
    ActBar.-said { display: block; }
    ActBar.-fault { display: block; border: heavy $error; }
    ActBar #act-words, ActBar #act-kept { height: auto; width: 1fr; }
    ActBar #act-kept { display: none; max-height: 3; }
    ActBar.-fault #act-kept { display: block; }
    ActBar #act-buttons { height: auto; display: none; }
    ActBar.-fault #act-buttons { display: block; }
    ActBar Button { margin-right: 2; }
    """

    @dataclass
    class TriedAgain(Message):
        """The act that was not saved is to be tried once more."""

    @dataclass
    class LetGo(Message):
        """The act that was not saved is to be given up."""

    def compose(self) -> ComposeResult:
        """Lay out the sentence, the kept words and the two buttons."""
        yield Static("", id="act-words")
        yield Static("", id="act-kept")
        with Horizontal(id="act-buttons"):
            for button in (
                Button(_("Try again"), id="act-again", variant="primary", compact=True),
                Button(_("Let it go"), id="act-let-go", compact=True),
            ):
                button.active_effect_duration = 0  # a button that glows takes no press, and the bar stays when the trial failed
                yield button

    def say(self, sentence: str) -> None:
        """Show one sentence; an empty one clears the bar."""
        self.remove_class("-fault")
        self.set_class(bool(sentence), "-said")
        self.query_one("#act-words", Static).update(as_content(sentence))

    def say_not_saved(self, message: str, words: str) -> None:
        """Show that nothing was saved and why, beside the words that were typed, and offer to try again."""
        self.add_class("-fault")
        self.query_one("#act-words", Static).update(as_content(_("NOT SAVED: {message}").format(message=message)))
        kept = _("Your words are kept: {words}").format(words=words) if words else _("What was saved before is safe.")
        self.query_one("#act-kept", Static).update(as_content(kept))
        self.query_one("#act-again", Button).focus()

    @on(Button.Pressed, "#act-again")
    def _again(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.TriedAgain())

    @on(Button.Pressed, "#act-let-go")
    def _let_go(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.LetGo())
