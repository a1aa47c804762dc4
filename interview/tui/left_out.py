"""What of a paste did not fit is said where it was pasted: on the screen's own line for words, else beneath the line that was full."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Static

from interview.language import ngettext
from interview.tui.text import as_content


def left_out_words(left_out: int) -> str:
    """Return how many characters of a paste were left out."""
    return ngettext(
        "The paste was too long: its last character was left out.",
        "The paste was too long: its last {n} characters were left out.",
        left_out,
    ).format(n=left_out)


def say_left_out(line: Widget, left_out: int) -> None:
    """Say it on the screen of the line."""
    words = left_out_words(left_out)
    say = getattr(line.screen, "say", None)
    if say is not None:
        say(words)
        return
    beneath = line.parent if isinstance(line.parent, Horizontal) else line
    assert isinstance(beneath, Widget)
    assert isinstance(beneath.parent, Widget)
    try:
        said = beneath.parent.query_exactly_one(f"#left-out-{line.id}", Static)
        said.update(as_content(words))
    except NoMatches:
        said = Static(as_content(words), id=f"left-out-{line.id}", classes="quiet", markup=False)
        beneath.parent.mount(said, after=beneath)
    said.call_after_refresh(said.scroll_visible, animate=False)
