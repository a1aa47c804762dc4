"""The clinician's settings: one TOML file in the user's configuration folder. A missing file is no settings.

```toml
interviewer = "Dr. A."
theme = "dark"
country = "GB"
keys = "control"
language = "en"
view_seconds = 120
lock_minutes = 10
[practice]
rephrase = "http://127.0.0.1:8080/v1"
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
from interview.engine.doors import KEY_PRESETS, LEAST_VIEW_SECONDS, MOST_LOCK_MINUTES, MOST_VIEW_SECONDS, UserSettings
from interview.language import _, languages
from interview.rephrasing_server import is_loopback
from interview.toml_levels import has_too_many_levels
from trd_core.json_input import JsonRefused
from trd_core.settings import Country, Settings
from trd_core.text import clean

Choice = TypeVar("Choice", bound=str)

LARGEST_FILE = 65_536
"""Bytes."""

_TOP = ("interviewer", "theme", "safety", "country", "dose", "keys", "language", "view_seconds", "practice", "lock_minutes")


class SettingsUnreadable(ValueError):
    """The settings cannot be used: which file, what was found, what is allowed."""


def read_settings(path: Path) -> UserSettings:
    """Return the settings of a file. Raises `SettingsUnreadable` where it is no settings file."""
    try:
        if not path.exists():
            return UserSettings()
        if not path.is_file() or path.stat().st_size > LARGEST_FILE:
            raise SettingsUnreadable(
                _("{path}: not a settings file (an ordinary file of at most {largest_file} bytes is)").format(
                    path=path, largest_file=LARGEST_FILE
                )
            )
        raw = path.read_bytes()
        if has_too_many_levels(raw):
            raise RecursionError
        table = tomllib.loads(raw.decode("utf-8"))
    except OSError as fault:
        raise SettingsUnreadable(
            _("{path}: {strerror}; make it readable, or move it away").format(path=path, strerror=fault.strerror)
        ) from None
    except UnicodeDecodeError as fault:
        raise SettingsUnreadable(
            _("{path}: not UTF-8 text (byte {start}); save the file as UTF-8").format(path=path, start=fault.start)
        ) from None
    except (ValueError, RecursionError) as fault:  # a number of thousands of digits is a plain `ValueError`
        if isinstance(fault, SettingsUnreadable):
            raise
        raise SettingsUnreadable(_("{path}: not TOML; correct the file, or move it away").format(path=path)) from None
    safety = table.get("safety", {})
    if not isinstance(safety, dict):
        raise SettingsUnreadable(_("{path}: safety: found {kind}, allowed is a table with `text`").format(path=path, kind=_kind(safety)))
    practice = table.get("practice", {})
    if not isinstance(practice, dict):
        kind = _kind(practice)
        raise SettingsUnreadable(_("{path}: practice: found {kind}, allowed is a table with `rephrase`").format(path=path, kind=kind))
    _refuse_unknown(path, "", table, _TOP)
    _refuse_unknown(path, "practice.", practice, ("rephrase",))
    _refuse_unknown(path, "safety.", safety, ("text",))
    return UserSettings(
        interviewer=_text(path, "interviewer", table.get("interviewer")),
        safety_text=_text(path, "safety.text", safety.get("text")),
        theme=_text(path, "theme", table.get("theme")),
        core=_core(path, table),
        keys=_one_of(path, "keys", table.get("keys"), KEY_PRESETS),
        language=_one_of(path, "language", table.get("language"), languages()),
        view_seconds=_seconds(path, "view_seconds", table.get("view_seconds")),
        rephrase=_loopback(path, "practice.rephrase", practice.get("rephrase")),
        lock_minutes=_minutes(path, "lock_minutes", table.get("lock_minutes")),
    )


def _core(path: Path, table: dict[str, Any]) -> Settings:
    """Return what the assessments of this clinic depend on; a command line may say otherwise."""
    country = table.get("country", "other")
    if country not in get_args(Country):
        raise SettingsUnreadable(
            _("{path}: country: found {kind}, allowed is one of {listed}").format(
                path=path, kind=_kind(country), listed=", ".join(get_args(Country))
            )
        )
    try:
        return Settings(country=country, doses=doses_of({"dose": table.get("dose", [])}))
    except JsonRefused as refused:
        raise SettingsUnreadable(f"{path}: {refused}") from None


def _refuse_unknown(path: Path, before: str, table: dict[str, Any], known: tuple[str, ...]) -> None:
    for number, name in enumerate(table, 1):
        if name not in known:
            shown = name if name.isascii() and name.isidentifier() and len(name) <= 40 else _("key number {number}").format(number=number)
            raise SettingsUnreadable(
                _("{path}: {before}{shown}: not a setting; allowed: {listed}").format(
                    path=path, before=before, shown=shown, listed=", ".join(before + each for each in known)
                )
            )


def _text(path: Path, name: str, value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str):
        raise SettingsUnreadable(
            _("{path}: {name}: found {kind}, allowed is a text in quotation marks").format(path=path, name=name, kind=_kind(value))
        )
    return clean(value) or None


def _one_of(path: Path, name: str, value: Any, allowed: tuple[Choice, ...]) -> Choice | None:
    if value is None:
        return None
    chosen = next((each for each in allowed if each == value), None)
    if chosen is None:
        raise SettingsUnreadable(
            _("{path}: {name}: found {kind}, allowed is one of {listed}").format(
                path=path, name=name, kind=_kind(value), listed=", ".join(allowed)
            )
        )
    return chosen


def _seconds(path: Path, name: str, value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not LEAST_VIEW_SECONDS <= value <= MOST_VIEW_SECONDS:
        allowed = _("a whole number of seconds from {least_view_seconds} to {most_view_seconds}").format(
            least_view_seconds=LEAST_VIEW_SECONDS, most_view_seconds=MOST_VIEW_SECONDS
        )
        raise SettingsUnreadable(
            _("{path}: {name}: found {kind}, allowed is {allowed}").format(path=path, name=name, kind=_kind(value), allowed=allowed)
        )
    return value


def _minutes(path: Path, name: str, value: Any) -> int | None:
    if value is None:
        return None
    if type(value) is not int or not 0 <= value <= MOST_LOCK_MINUTES:
        allowed = _("a whole number of minutes from 0 (never) to {most}").format(most=MOST_LOCK_MINUTES)
        raise SettingsUnreadable(
            _("{path}: {name}: found {kind}, allowed is {allowed}").format(path=path, name=name, kind=_kind(value), allowed=allowed)
        )
    return value


def _loopback(path: Path, name: str, value: Any) -> str | None:
    address = _text(path, name, value)
    if address is not None and not is_loopback(address):
        raise SettingsUnreadable(
            _("{path}: {name}: found another address; allowed is one of this computer alone, as in http://127.0.0.1:8080/v1").format(
                path=path, name=name
            )
        )
    return address


def _kind(value: Any) -> str:
    return {
        bool: _("true or false"),
        int: _("a number"),
        float: _("a number"),
        list: _("a list"),
        dict: _("a table"),
        str: _("a text"),
    }.get(type(value), _("a date"))
