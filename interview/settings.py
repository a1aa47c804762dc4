"""The clinician's settings: one TOML file in the user's configuration folder. A missing file is no settings.

```toml
interviewer = "Dr. A."
theme = "dark"
country = "GB"
keys = "control"
language = "en"
view_seconds = 120
[safety]
text = "Call the crisis team of this house."
[[dose]]
drug = "sertraline"
minimum_mg = 100
source = "formulary of this house"
```
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar, get_args

from interview.doses import doses_of
from interview.engine.doors import KEY_PRESETS, LEAST_VIEW_SECONDS, MOST_VIEW_SECONDS, UserSettings
from interview.language import languages
from trd_core.json_input import JsonRefused
from trd_core.settings import Country, Settings
from trd_core.text import clean

Choice = TypeVar("Choice", bound=str)

LARGEST_FILE = 65_536
"""Bytes."""

_TOP = ("interviewer", "theme", "safety", "country", "dose", "keys", "language", "view_seconds")


class SettingsUnreadable(ValueError):
    """The settings cannot be used: which file, what was found, what is allowed."""


def read_settings(path: Path) -> UserSettings:
    """Return the settings of a file. Raises `SettingsUnreadable` where it is no settings file."""
    try:
        if not path.exists():
            return UserSettings()
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            raise SettingsUnreadable(f"{path}: not a settings file (an ordinary file of at most {LARGEST_FILE} bytes is)")
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as fault:
        raise SettingsUnreadable(f"{path}: {fault.strerror}; make it readable, or move it away") from None
    except UnicodeDecodeError as fault:
        raise SettingsUnreadable(f"{path}: not UTF-8 text (byte {fault.start}); save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError):
        raise SettingsUnreadable(f"{path}: not TOML; correct the file, or move it away") from None
    safety = table.get("safety", {})
    if not isinstance(safety, dict):
        raise SettingsUnreadable(f"{path}: safety: found {_kind(safety)}, allowed is a table with `text`")
    _refuse_unknown(path, "", table, _TOP)
    _refuse_unknown(path, "safety.", safety, ("text",))
    return UserSettings(
        interviewer=_text(path, "interviewer", table.get("interviewer")),
        safety_text=_text(path, "safety.text", safety.get("text")),
        theme=_text(path, "theme", table.get("theme")),
        core=_core(path, table),
        keys=_one_of(path, "keys", table.get("keys"), KEY_PRESETS),
        language=_one_of(path, "language", table.get("language"), languages()),
        view_seconds=_seconds(path, "view_seconds", table.get("view_seconds")),
    )


def _core(path: Path, table: dict[str, Any]) -> Settings:
    """Return what the assessments of this clinic depend on; a command line may say otherwise."""
    country = table.get("country", "other")
    if country not in get_args(Country):
        raise SettingsUnreadable(f"{path}: country: found {_kind(country)}, allowed is one of {', '.join(get_args(Country))}")
    try:
        return Settings(country=country, doses=doses_of({"dose": table.get("dose", [])}))
    except JsonRefused as refused:
        raise SettingsUnreadable(f"{path}: {refused}") from None


def _refuse_unknown(path: Path, before: str, table: dict[str, Any], known: tuple[str, ...]) -> None:
    for number, name in enumerate(table, 1):
        if name not in known:
            shown = name if name.isascii() and name.isidentifier() and len(name) <= 40 else f"key number {number}"
            raise SettingsUnreadable(f"{path}: {before}{shown}: not a setting; allowed: {', '.join(before + each for each in known)}")


def _text(path: Path, name: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise SettingsUnreadable(f"{path}: {name}: found {_kind(value)}, allowed is a text in quotation marks")
    return clean(value) or None


def _one_of(path: Path, name: str, value: Any, allowed: tuple[Choice, ...]) -> Choice | None:
    if value is None:
        return None
    chosen = next((each for each in allowed if each == value), None)
    if chosen is None:
        raise SettingsUnreadable(f"{path}: {name}: found {_kind(value)}, allowed is one of {', '.join(allowed)}")
    return chosen


def _seconds(path: Path, name: str, value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not LEAST_VIEW_SECONDS <= value <= MOST_VIEW_SECONDS:
        allowed = f"a whole number of seconds from {LEAST_VIEW_SECONDS} to {MOST_VIEW_SECONDS}"
        raise SettingsUnreadable(f"{path}: {name}: found {_kind(value)}, allowed is {allowed}")
    return value


def _kind(value: Any) -> str:
    return {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table", str: "a text"}.get(
        type(value), "a date"
    )
