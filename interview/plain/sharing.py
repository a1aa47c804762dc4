"""Whether the person may see or hear this: while it is shared, judgements and findings stay unsaid, as behind F7 of the terminal app.

A plain screen cannot be blanked: what was said stands above. So it begins shared, and goes back to that by itself after a while.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.plain.console import Console
from interview.plain.question import heading_line
from interview.plain.words import Word
from interview.questionnaire.model import Item
from interview.views.informant_question import is_confidential as is_between_the_two
from interview.views.kept_back import is_confidential, is_kept_back
from interview.views.saying import what_fits

SHARED: Final = _("This is shared: the person may see or hear it, so that judgements and findings stay unsaid. /clinician on says them.")
OPEN: Final = _("The clinician's view is open: judgements and findings are said from here on. /clinician off shares again.")
SHARED_AGAIN: Final = _("Shared again, since nothing was typed for a while.")
ONLY_OPEN: Final = _("That is in the clinician's words, and this is shared. /clinician on opens the clinician's view; then say it again.")
ON_OR_OFF: Final = _("/clinician on opens the clinician's view, /clinician off shares again; alone it shows the judgement that is asked.")
FOR_THE_RECORD: Final = _("For the record, the clinician's: not said while this is shared.")
SHOWS_IT: Final = _("/clinician shows this one, /clinician on all of them; /next goes on without it.")
UNSEEN: Final = _("This one is the clinician's, and it was not shown: /clinician shows it first. Nothing was saved.")
KEPT: Final = _("kept for the record")
FOLDED: Final = _("for the record, the clinician's")


class Sharing:
    """What is said aloud, and what only in the clinician's view."""

    def __init__(self, console: Console, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        """`seconds` is how long the clinician's view stays open without a line."""
        self._console, self._seconds, self._now = console, seconds, now
        self.is_shared = True
        self._seen: str | None = None
        self._since = now()

    def hides(self, view: ItemView | None) -> bool:
        """Return whether a question is not to be said."""
        return view is not None and self.is_shared and view.link_id != self._seen and self.is_the_clinicians(view.item, view.link_id)

    def is_the_clinicians(self, item: Item | None, link_id: str) -> bool:
        """Return whether a question, and its answer, are for the clinician alone."""
        return (item is not None and is_kept_back(item)) or is_between_the_two(link_id)

    def stay_open(self) -> None:
        """Say judgements and findings from here on, however long nothing is typed: nobody else is in the room."""
        self.is_shared, self._seconds = False, math.inf

    def seen(self, view: ItemView) -> ItemView:
        """Return a question as it may be said: without an answer that is the word of somebody close."""
        return replace(view, answer=None) if self.is_shared and view.answer is not None and is_confidential(view.answer) else view

    def refuses(self) -> bool:
        """Say that something is in the clinician's words, where this is shared; whether it is."""
        if self.is_shared:
            self._console.say(ONLY_OPEN)
        return self.is_shared

    def heard(self) -> None:
        """Take note of a line: after a while without one, this is shared again."""
        now = self._now()
        if not self.is_shared and now - self._since > self._seconds:
            self.is_shared = True
            self._console.say(SHARED_AGAIN)
        self._since = now

    def turned_to(self, link_id: str | None) -> None:
        """Unsay a single judgement once another question is asked."""
        self._seen = self._seen if self._seen == link_id else None

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Open the view or share again; None for another word, else whether the question is said again."""
        if word.name != "/clinician":
            return None
        match word.rest.casefold():
            case "on" | "off":
                self.is_shared, self._seen = word.rest.casefold() == "off", None
                self._console.say(SHARED if self.is_shared else OPEN)
                return True
            case "" if self.hides(view.item):
                self._seen = view.item.link_id if view.item is not None else None
                return True
        self._console.say(ON_OR_OFF)
        return False


def folded_lines(view: ItemView) -> Iterator[str]:
    """Yield a judgement without its wording: where we are, what fits, and how it is shown."""
    yield heading_line(view)
    yield FOR_THE_RECORD
    yield _("  What fits: {what_fits}").format(what_fits=fits_unsaid(view.item))
    yield SHOWS_IT


def fits_unsaid(item: Item) -> str:
    """Return what fits, without a word of the options."""
    if not item.options:
        return what_fits(item)
    several = item.type == "choices"
    return (
        _("numbers from 1 to {number}, or 'none'").format(number=len(item.options))
        if several
        else _("a number from 1 to {number}").format(number=len(item.options))
    )
