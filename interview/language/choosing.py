"""Which language is spoken, settled before the rooms that speak are loaded: the option, the environment, the settings; else English.

The computer's own language is never asked: the clinician chooses. What it will not do: judge the rest of the call or of the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from interview.language import ENGLISH, LanguageUnknown, languages, use
from interview.toml_levels import has_too_many_levels

OPTION: Final = "--language"
VARIABLE: Final = "TRD_INTERVIEW_LANGUAGE"
SHORT_CALLS: Final = frozenset({"--help", "-h", "--version"})
_LARGEST_FILE: Final = 65_536
"""Bytes of a settings file."""


def choose(argv: Sequence[str], environ: Mapping[str, str], settings: Callable[[], Path]) -> str:
    """Speak the chosen language and return its code. Raises `LanguageUnknown`, naming where it was chosen and what there is.

    `settings` tells where their file is; it is not asked where the call only wants help or the version, which wait for no disk.
    """
    where, code = _chosen(argv, environ, settings)
    try:
        use(code)
    except LanguageUnknown as unknown:
        use(ENGLISH)
        raise LanguageUnknown(f"{where}: {unknown}.") from None
    return code


def _chosen(argv: Sequence[str], environ: Mapping[str, str], settings: Callable[[], Path]) -> tuple[str, str]:
    if code := _option(argv):
        return OPTION, code
    if code := environ.get(VARIABLE):
        return VARIABLE, code
    return "language", ENGLISH if SHORT_CALLS & set(argv) else _setting(settings()) or ENGLISH


def _option(argv: Sequence[str]) -> str | None:
    """Return what the option names last; a call whose option names nothing is refused where it is read whole."""
    found = None
    for place, word in enumerate(argv):
        if word == "--":
            break
        if word.startswith(OPTION + "="):
            found = word.removeprefix(OPTION + "=")
        elif word == OPTION and place + 1 < len(argv):
            found = argv[place + 1]
    return found


def _setting(settings: Path) -> str | None:
    """Return the language of a settings file; none where it cannot be used: the file is refused where it is read whole."""
    import tomllib

    try:
        if not settings.is_file() or settings.stat().st_size > _LARGEST_FILE:
            return None
        raw = settings.read_bytes()
        found = None if has_too_many_levels(raw) else tomllib.loads(raw.decode("utf-8")).get("language")
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, str) and found in languages() else None
