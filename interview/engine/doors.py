"""`Doors`: what a face is handed to work with. It names no disk, no database and no toolkit; `bootstrap` fills it.

A face begins and resumes sessions here, and hands finished ones to an export. It never opens a file by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from interview.engine.exporting import ExportWanted, Tell
from interview.engine.ports import Clock, Drafts, EventStore, Lockable, NewId
from interview.engine.practice_turns import PatientReply
from interview.engine.replies import Reply
from interview.engine.session import Session
from interview.language import _
from interview.questionnaire.model import Questionnaire
from trd_core.settings import DEFAULT, Settings

SUBJECT = re.compile(r"[A-Za-z0-9._-]{1,40}")
"""A pseudonym."""

PRACTICE_SUBJECT: Final = "PRACTICE"
"""The subject of every record of practice: nobody."""

BUNDLED_SAFETY_TEXT = (
    "Stay with the person. Do not leave them alone while this is open.\n"
    "Ask calmly about what was said, and take your time; the interview can wait.\n"
    "Call the person on your team who decides about safety today, or the emergency services where you are.\n"
    "Ask what is within reach, and agree how it is put out of reach.\n"
    "Agree who is with the person next, and when they are seen again. Then record it here."
)
"""Shown while the clinic has not set a text of its own: it names no number."""

SAFETY_TEXT_UNSET = "local safety text is not set"
"""The standing banner beside the bundled text."""


KeyPreset = Literal["function", "control", "words"]
KEY_PRESETS: Final[tuple[KeyPreset, ...]] = get_args(KeyPreset)
"""Which keys act: function keys; control letters for the most used; words that begin with a slash."""

VIEW_SECONDS: Final = 120
"""After so long without an act the clinician's view closes by itself, where nothing else is set."""
LEAST_VIEW_SECONDS, MOST_VIEW_SECONDS = 10, 3600

LOCK_MINUTES: Final = 10
"""After so many minutes without an act the program locks itself, where nothing else is set; 0 is never. Our own choice."""
MOST_LOCK_MINUTES: Final = 240


class ExportRefused(Exception):
    """A file could not be written: the message is one sentence for a person. Nothing was left behind."""


class AttachRefused(Exception):
    """A file could not be attached: the message is one sentence for a person. Nothing was written."""


@dataclass(frozen=True, slots=True)
class AttachOutcome:
    """What came of a file that was attached, or of a response to an attached instrument."""

    number: int
    """Which of the record's instruments it is."""
    said: tuple[str, ...]
    refused: tuple[str, ...] = ()
    """Answers of a response that were not taken, each with why."""


class SettingsNotSaved(Exception):
    """The settings could not be written: the message is one sentence for a person. The file is as it was."""


@dataclass(frozen=True, slots=True)
class UserSettings:
    """What the clinician set for this program; None is not set."""

    interviewer: str | None = None
    safety_text: str | None = None
    theme: str | None = None
    core: Settings = DEFAULT
    """What assessments depend on beside the case: whose cut-offs, and the clinic's own doses."""
    keys: KeyPreset | None = None
    language: str | None = None
    """The code of a language that there is; it holds from the next start."""
    view_seconds: int | None = None
    """Seconds without an act after which the clinician's view closes by itself."""
    rephrase: str | None = None
    """The address of a server on this computer that may put a simulated patient's words otherwise; None is off."""
    lock_minutes: int | None = None
    """Minutes without an act after which the program locks itself; 0 is never."""


Export = Callable[[Session, ExportWanted, Tell], tuple[Path, ...]]
"""Writes a record to new files as it is wanted, and returns them; `ExportRefused`, `ExportStopped` or `StoreFault` otherwise."""

Preview = Callable[[Session, ExportWanted], tuple[str, ...]]
"""Returns what such an export would hold and what not, and writes nothing; `ExportRefused` where it cannot be made."""


Rephrase = Callable[[PatientReply], str]
"""Returns what was said in other words, or in the same."""

Attach = Callable[[Session, Path], AttachOutcome]
"""Attaches a file's instrument to a record, or takes a response to an attached one; `AttachRefused` or `StoreFault` otherwise."""


@dataclass(slots=True)
class Doors:
    """The store, the questionnaire, the clock, new ids, the settings and the exports, for one run of the program.

    Only the settings ever change while it runs: by `change_settings`, once they are written.
    """

    store: EventStore
    questionnaire: Questionnaire
    clock: Clock
    new_id: NewId
    settings: UserSettings
    export: Export
    formats: tuple[str, ...] = ()
    """The export formats there are."""
    save_settings: Callable[[UserSettings], None] | None = None
    """Writes the settings to their file; `SettingsNotSaved` otherwise. None where there is no file to write to."""
    scratch: Callable[[], EventStore] | None = None
    """Makes a store that forgets, for the tour; None where there is none."""
    preview: Preview | None = None
    attach: Attach | None = None
    """Takes a file from elsewhere; None where no file is read."""
    practice: Callable[[], Doors] | None = None
    """Opens the store of practice, made without a question where it is not there, and returns doors to it: the same ones at every call,
    closed where this run ends. Raises `StoreFault`. None where nothing can be practised, and on doors to practice themselves."""
    is_practice: bool = False
    """Whether these are doors to practice: `begin_practice` is their beginning, and no record of a person comes in."""
    rephrase: Rephrase | None = None
    """Puts what a simulated patient says in other words, as the settings want it; given to `Practice` as it is."""
    drafts: Drafts | None = None
    """Where what is being typed survives a crash; None where nothing does."""
    lock: Lockable | None = None
    """What forgets the key of the records; None where there is none."""
    ask_secret: Callable[[str], str] | None = None
    """Asks for a passphrase in a terminal, line by line; None where there is none to ask in."""

    def change_settings(self, settings: UserSettings) -> None:
        """Write the settings, and work with them from now on. Raises `SettingsNotSaved`; then the old ones hold."""
        if self.save_settings is None:
            raise SettingsNotSaved(_("There is no settings file here to write to; nothing was changed."))
        self.save_settings(settings)
        self.settings = settings

    @property
    def view_seconds(self) -> int:
        """Seconds without an act after which the clinician's view closes by itself."""
        return self.settings.view_seconds or VIEW_SECONDS

    @property
    def lock_seconds(self) -> float:
        """Seconds without an act after which the program locks itself; 0 is never."""
        minutes = self.settings.lock_minutes
        return 60.0 * (LOCK_MINUTES if minutes is None else minutes)

    @property
    def safety_text(self) -> str:
        """The clinic's own text for a positive safety answer, or the bundled one."""
        return self.settings.safety_text or BUNDLED_SAFETY_TEXT

    @property
    def safety_banner(self) -> str | None:
        """What stands beside the text while the clinic's own is not set; None where it is."""
        return None if self.settings.safety_text else SAFETY_TEXT_UNSET

    def begin(
        self, subject: str, visit: str = "baseline", depth: str = "brief", interviewer: str | None = None, minutes: int | None = None
    ) -> Session:
        """Begin a record; a visit that is no baseline shows the answers of the subject's record before it.

        Raises `StoreFault` when it cannot be made durable, `ValueError` for a subject that is no pseudonym."""
        if self.is_practice:
            raise ValueError("a person's record is never kept with practice")
        if not SUBJECT.fullmatch(subject):
            raise ValueError("a subject has 1 to 40 letters, digits, dots, dashes and underscores, and is never a name")
        return Session.begin(
            self.store,
            self.questionnaire,
            subject=subject,
            clock=self.clock,
            new_id=self.new_id,
            visit=visit,
            depth=depth,
            interviewer=interviewer or self.settings.interviewer,
            minutes=minutes,
            settings=self.settings.core,
            follows=None if visit == "baseline" else self._visit_before(subject),
        )

    def begin_practice(self, case: str, interviewer: str | None = None) -> Session:
        """Begin a session with the simulated patient of a case, by the case's id: a record of practice, in full depth.

        Raises `StoreFault` when it cannot be made durable, `ValueError` on doors that are not to practice."""
        if not self.is_practice:
            raise ValueError("practice is kept in a store of its own")
        return Session.begin(
            self.store,
            self.questionnaire,
            subject=PRACTICE_SUBJECT,
            clock=self.clock,
            new_id=self.new_id,
            depth="full",
            interviewer=interviewer or self.settings.interviewer,
            settings=self.settings.core,
            practice=True,
            practice_case=case,
        )

    def _visit_before(self, subject: str) -> str | None:
        """The subject's record that was changed last."""
        return next((each.record for each in self.store.records(subject)), None)

    def read(self, record: str) -> Session:
        """Return a record to be read only: it is not held, and may be open elsewhere. `StoreFault` where it cannot be read."""
        return Session(self.store, self.questionnaire, self.store.events(record), self.clock, self.settings.core)

    def finish_to_do(self, record: str, number: int) -> Reply:
        """Mark something to do as done in a record that is not open here; it stays where it stands. `StoreFault` where it is held."""
        self.store.hold(record)
        try:
            return self.read(record).finish_to_do(number)
        finally:
            self.store.release(record)

    def resume(self, record: str) -> Session:
        """Reopen a record and hold it; `StoreFault` where it is unknown, damaged or held by another."""
        return Session.resume(self.store, self.questionnaire, record, clock=self.clock, settings=self.settings.core)
