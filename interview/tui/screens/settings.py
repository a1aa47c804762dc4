"""The settings: who interviews, colours, keys, country, language, the clinic's own safety text, and when the clinician's view closes.

It writes nothing itself: it hands the settings to `save`, and stays open with what was typed where they could not be written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final, get_args

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Button, Input, RadioSet, Static

from interview.engine.doors import (
    BUNDLED_SAFETY_TEXT,
    KEY_PRESETS,
    LEAST_VIEW_SECONDS,
    LOCK_MINUTES,
    MOST_LOCK_MINUTES,
    MOST_VIEW_SECONDS,
    SAFETY_TEXT_UNSET,
    VIEW_SECONDS,
    SettingsNotSaved,
    UserSettings,
)
from interview.language import _, languages
from interview.tui.key_presets import PRESET_WORDS, preset_of
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.read_words import ReadWords
from interview.tui.screens.sheet import Sheet
from interview.tui.text import as_content
from interview.tui.themes import THEME_WORDS, named_theme
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.line_input import LineInput
from interview.tui.widgets.marked_choice import MarkedChoice
from interview.views.safety_text_words import preview, shown_when
from trd_core.settings import Country
from trd_core.text import clean

COUNTRIES: Final[dict[str, str]] = {
    "US": _("United States"),
    "GB": _("United Kingdom"),
    "other": _("elsewhere: the lower cut-offs hold"),
}
LANGUAGES: Final[dict[str, str]] = {"en": "English", "it": "Italiano"}
"""What a language calls itself, by its code."""

MINUTES: Final = re.compile(r"[0-9]{1,3}([.,][0-9]{1,2})?")
SECONDS_A_MINUTE: Final = 60
LONGEST_NUMBER: Final = 4
"""Digits."""
SAVED: Final = _("The settings are saved. The country holds for records opened from now on, the language from the next start.")


def minutes_words(seconds: int | None) -> str:
    """Return seconds as minutes to be typed over; nothing where nothing is set."""
    return f"{seconds / SECONDS_A_MINUTE:.2f}".rstrip("0").rstrip(".") if seconds is not None else ""


def seconds_of(minutes: str) -> int | None:
    """Return typed minutes as seconds, None for nothing typed. Raises `ValueError` for what cannot be."""
    if not minutes:
        return None
    if MINUTES.fullmatch(minutes) is None:
        raise ValueError
    seconds = round(float(minutes.replace(",", ".")) * SECONDS_A_MINUTE)
    if not LEAST_VIEW_SECONDS <= seconds <= MOST_VIEW_SECONDS:
        raise ValueError
    return seconds


class SettingsScreen(Sheet[bool]):
    """Returns whether settings were saved. F2 saves, Esc goes back and changes nothing."""

    KEEPS_DRAFTS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SettingsScreen .group { text-style: bold; height: auto; }
    SettingsScreen #sheet RadioSet { padding-left: 1; }
    SettingsScreen #safety { height: auto; min-height: 3; max-height: 8; background: $panel; }
    SettingsScreen #safety { border: none; border-left: thick $border-blurred; }
    SettingsScreen #safety:focus { border-left: thick $border; }
    SettingsScreen #settings-message { height: auto; color: $text-error; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", _("back"), key_display="Esc", tooltip=_("Go back; nothing is changed")),
        Binding("f2", "save", _("save"), priority=True, tooltip=_("Save the settings")),
    ]

    def __init__(self, settings: UserSettings, save: Callable[[UserSettings], None]) -> None:
        super().__init__(classes="sheet")
        self._settings = settings
        self._save = save
        self._groups: dict[str, tuple[str, ...]] = {}

    def compose(self) -> ComposeResult:
        """Place the lines."""
        settings = self._settings
        with Vertical(id="sheet", classes="tall") as sheet:
            sheet.border_title = _("Settings")
            yield Static(_("Interviewer (name or initials)"), classes="group", markup=False)
            yield LineInput(settings.interviewer or "", id="interviewer")
            yield from self._group("theme", _("Colours"), ("", *THEME_WORDS), THEME_WORDS, named_theme(settings.theme) or "")
            yield from self._group(
                "keys", _("Keys"), KEY_PRESETS, {str(each): words for each, words in PRESET_WORDS.items()}, preset_of(settings.keys)
            )
            yield from self._group("country", _("Country: whose cut-offs hold"), get_args(Country), COUNTRIES, settings.core.country)
            spoken = settings.language or "en"
            yield from self._group("language", _("Language, from the next start"), languages(), LANGUAGES, spoken)
            yield Static(_("The clinic's own text at a sign of risk (empty: the bundled one)"), classes="group", markup=False)
            yield Static(as_content(shown_when()), classes="quiet", markup=False)
            yield AnswerInput(id="safety")
            yield Button(_("See how it will stand"), id="preview", compact=True)
            words = _("Minutes without an act after which the clinician's view closes (empty: {minutes})")
            yield Static(as_content(words.format(minutes=minutes_words(VIEW_SECONDS))), classes="group", markup=False)
            yield LineInput(minutes_words(settings.view_seconds), id="minutes")
            words = _("Minutes without an act after which the program locks itself (0: never; empty: {minutes})")
            yield Static(as_content(words.format(minutes=LOCK_MINUTES)), classes="group", markup=False)
            yield LineInput("" if settings.lock_minutes is None else str(settings.lock_minutes), id="lock-minutes")
            yield Static(id="settings-message", markup=False)
            yield Button(_("Save"), id="save", compact=True)
            yield Static(_("Tab moves, Space chooses, F2 or Save saves, Esc goes back"), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the first line."""
        self.query_one("#safety", AnswerInput).show(self._settings.safety_text or "")
        self.query_one("#interviewer", LineInput).focus()
        self.call_after_refresh(self.query_one("#sheet").scroll_home, animate=False)

    @on(Button.Pressed, "#preview")
    def _preview(self, event: Button.Pressed) -> None:
        event.stop()
        own = clean(self.query_one("#safety", AnswerInput).text)
        self.app.push_screen(ReadWords(preview(own or BUNDLED_SAFETY_TEXT, None if own else SAFETY_TEXT_UNSET)))

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    @on(AnswerInput.Submitted)
    def _finished(self, event: Input.Submitted | Button.Pressed | AnswerInput.Submitted) -> None:
        event.stop()
        self.action_save()

    @on(AnswerInput.Marked)
    def _keep_sign(self, event: AnswerInput.Marked) -> None:
        event.stop()
        self.query_one("#safety", AnswerInput).insert(event.sign)

    def action_save(self) -> None:
        """Save what stands on the lines, or say what does not fit."""
        settings = self._written()
        if settings is None:
            return
        try:
            self._save(settings)
        except SettingsNotSaved as fault:
            self._say(str(fault))
        else:
            self.dismiss(True)

    def action_back(self) -> None:
        """Go back; what was changed and not saved is let go only after asking."""
        if self._written() == self._settings:
            self.dismiss(False)
            return
        ask = AskFirst(
            _("Leave the settings as they were?\nWhat was changed here is not saved."), yes=_("Yes, leave them"), no=_("No, go on")
        )

        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self.dismiss(False)

        self.app.push_screen(ask, answered)

    def _written(self) -> UserSettings | None:
        """Return what stands on the lines, None after saying which line does not fit."""
        try:
            seconds = seconds_of(self.query_one("#minutes", LineInput).value.strip())
        except ValueError:
            least, most = minutes_words(LEAST_VIEW_SECONDS), minutes_words(MOST_VIEW_SECONDS)
            self._say(_("Minutes: a number from {least} to {most}, or empty; nothing was saved.").format(least=least, most=most))
            self.query_one("#minutes").focus()
            return None
        typed = self.query_one("#lock-minutes", LineInput).value.strip()
        if typed and not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST_NUMBER and int(typed) <= MOST_LOCK_MINUTES):
            words = _("Minutes until it locks: a whole number from 0 to {most}, or empty; nothing was saved.")
            self._say(words.format(most=MOST_LOCK_MINUTES))
            self.query_one("#lock-minutes").focus()
            return None
        before = self._settings
        keys, language = self._chosen("keys"), self._chosen("language")
        country = next(each for each in get_args(Country) if each == self._chosen("country"))
        return replace(
            before,
            interviewer=clean(self.query_one("#interviewer", LineInput).value) or None,
            safety_text=clean(self.query_one("#safety", AnswerInput).text) or None,
            theme=before.theme if self._chosen("theme") == (named_theme(before.theme) or "") else self._chosen("theme") or None,
            core=before.core.model_copy(update={"country": country}),
            keys=before.keys if keys == preset_of(before.keys) else preset_of(keys),
            language=before.language if language == (before.language or "en") else language,
            view_seconds=seconds,
            lock_minutes=int(typed) if typed else None,
        )

    def _group(self, group: str, heading: str, codes: Sequence[str], words: Mapping[str, str], chosen: str) -> ComposeResult:
        """Place one choice; a code without words of its own stands as itself."""
        self._groups[group] = tuple(codes)
        yield Static(as_content(heading), classes="group", markup=False)
        with RadioSet(id=group, compact=True):
            for code in codes:
                yield MarkedChoice(words.get(code, code or _("what the terminal shows best")), value=code == chosen)

    def _chosen(self, group: str) -> str:
        return self._groups[group][max(self.query_one(f"#{group}", RadioSet).pressed_index, 0)]

    def _say(self, words: str) -> None:
        self.query_one("#settings-message", Static).update(as_content(words))
