"""The safety phase line by line: the clinic's text where the script stops, and what was done, part by part."""

from __future__ import annotations

from typing import Any, Final

from interview.engine.doors import Doors
from interview.engine.replies import Saved
from interview.engine.view import SafetyView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console, Line
from interview.understanding.coming import coming_day
from interview.understanding.understand import understand
from interview.views.saying import NEXT_REVIEW, PARTS

ASKED: Final = ("by", "seen_by", "means_addressed", "contact", "next_review")
FITS: Final = {"means_addressed": _("yes or no"), "next_review": NEXT_REVIEW}


class SafetyTalk:
    """What was done about a sign of risk, asked part by part; what was typed stays until all of it is saved."""

    def __init__(self, doors: Doors, acting: Acting, console: Console) -> None:
        self._doors = doors
        self._acting = acting
        self._console = console
        self._given: dict[str, Any] = {}
        self._open: list[str] = []
        self._is_begun = False
        self._needs_all = False
        self._is_said = False
        self._is_text_said = False

    def show(self, view: SafetyView) -> None:
        """Say once that the questions come first; where the script stops, show the clinic's text, or the bundled one with its banner."""
        if not self._is_said:
            self._console.say("", _("SAFETY. These questions come before everything else; /quit pauses, nothing else leaves."))
        if view.stops and view.need == "disposition" and not self._is_text_said:
            self._console.say("", *self._doors.safety_text.split("\n"))
            if self._doors.safety_banner:
                self._console.say(f"({self._doors.safety_banner})")
            self._is_text_said = True
        self._is_said = True

    def leave(self) -> None:
        """Say it again the next time."""
        self._is_said = self._is_text_said = False

    def begin(self, view: SafetyView, interviewer: str | None) -> None:
        """Begin to ask the parts that are not recorded, once."""
        if self._is_begun:
            return
        self._is_begun = True
        self._needs_all = view.need == "disposition"
        recorded = {**dict(view.disposition), **self._given}
        if interviewer:
            recorded.setdefault("by", interviewer)
        self._open = [part for part in ASKED if part not in recorded]
        self._given = {part: value for part, value in recorded.items() if part in ASKED}
        needed = (
            _("Every part is needed to go on.")
            if view.need == "disposition"
            else _("Enter leaves a part open; all are needed before closing.")
        )
        self._console.say("", _("What was done about it? {needed}").format(needed=needed))
        if "by" not in self._open:
            self._console.say(f"  {PARTS['by']}: {self._given['by']}")

    def end(self) -> None:
        """Begin anew the next time."""
        self._is_begun, self._given, self._open = False, {}, []

    @property
    def prompt(self) -> str:
        """What is asked next."""
        if not self._open:
            return _("Enter saves it> ")
        part = self._open[0]
        return f"{PARTS[part]}{f' ({FITS[part]})' if part in FITS else ''}> "

    def take(self, line: Line) -> None:
        """Take one line as the answer to the part that was asked; after the last one, save."""
        text = line.text.strip()
        if self._open:
            part = self._open[0]
            if not text and (self._needs_all or part == "by"):
                self._console.say(_("It is needed to go on."))
                return
            if text:
                value = self._read(part, text)
                if value is None:
                    self._console.say(_("Not understood yet; what fits: {fits}.").format(fits=FITS[part]))
                    return
                self._given[part] = value
            self._open.pop(0)
        if not self._open:
            given = dict(self._given)
            if isinstance(self._acting.do(lambda: self._acting.session.acknowledge_safety(given)), Saved):
                self.end()
            else:
                self._open = [part for part in ASKED if part not in self._given]

    def _read(self, part: str, text: str) -> Any:
        if part not in FITS:
            return text
        today = self._doors.clock().date()
        if part == "next_review":
            said = coming_day(text, today)
            return said.isoformat() if said is not None else None
        meant = understand("yes_no", text)
        return meant.value if meant.status == "understood" and not meant.hedged else None
