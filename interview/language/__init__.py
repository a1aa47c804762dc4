"""The words of the program in the language of whoever uses it: one catalogue a language, English where there is none.

A language is chosen once, before the rooms that speak are loaded (`use`), so that words may stand in constants and in key
bindings. What people typed, ids, codes and everything in a record's log is never translated.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from interview.language.pseudo import PseudoTranslations

ENGLISH = "en"
PSEUDO = "pseudo"
"""No language: every text longer by two fifths, so that a test sees what would be clipped."""

OF_THE_QUESTIONNAIRE = "questionnaire_"
"""Begins the name of the catalogue that holds what is asked, apart from the program's own words."""

CATALOGUES: Final = Path(__file__).parent / "catalogues"

_spoken: tuple[str, NullTranslations] = (ENGLISH, NullTranslations())


class LanguageUnknown(ValueError):
    """There is no catalogue of this language; the message names those that there are."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    return (ENGLISH, *sorted(file.stem for file in CATALOGUES.glob("*.mo") if not file.stem.startswith(OF_THE_QUESTIONNAIRE)))


def catalogue(name: str) -> NullTranslations:
    """Return a catalogue by its name (`it`, `questionnaire_it`); one without words where there is none, longer ones for `pseudo`."""
    if name.endswith(PSEUDO):
        return PseudoTranslations()
    file = CATALOGUES / f"{name}.mo"
    if not file.is_file():
        return NullTranslations()
    with file.open("rb") as words:
        return GNUTranslations(words)


def use(code: str) -> None:
    """Speak this language from now on. Raises `LanguageUnknown`."""
    global _spoken
    if code not in (PSEUDO, *languages()):
        raise LanguageUnknown(f"no words in this language; there are: {', '.join(languages())}")
    _spoken = (code, NullTranslations() if code == ENGLISH else catalogue(code))


def current() -> str:
    """Return the code of the language spoken now."""
    return _spoken[0]


def _(message: str) -> str:
    """Return a text in the language spoken now."""
    return _spoken[1].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the text for so many, in the language spoken now."""
    return _spoken[1].ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a text whose meaning the context tells, in the language spoken now."""
    return _spoken[1].pgettext(context, message)
