"""The words of the program in the language of whoever uses it: one catalogue a language, English where there is none.

A language is chosen once, before the rooms that speak are loaded (`use`), so that words may stand in constants and in key
bindings. What people typed, ids, codes and everything in a record's log is never translated.
"""

from __future__ import annotations

from gettext import GNUTranslations, NullTranslations
from importlib import resources

from interview.language.pseudo import PseudoTranslations

ENGLISH = "en"
PSEUDO = "pseudo"
"""No language: every text longer by two fifths, so that a test sees what would be clipped."""

_spoken: tuple[str, NullTranslations] = (ENGLISH, NullTranslations())


class LanguageUnknown(ValueError):
    """There is no catalogue of this language; the message names those that there are."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages there are, English first."""
    folder = resources.files("interview.language") / "catalogues"
    found = sorted(entry.name.removesuffix(".mo") for entry in folder.iterdir() if entry.name.endswith(".mo")) if folder.is_dir() else []
    return (ENGLISH, *found)


def use(code: str) -> None:
    """Speak this language from now on. Raises `LanguageUnknown`."""
    global _spoken
    if code == ENGLISH:
        _spoken = (code, NullTranslations())
    elif code == PSEUDO:
        _spoken = (code, PseudoTranslations())
    elif code in languages():
        with (resources.files("interview.language") / "catalogues" / f"{code}.mo").open("rb") as catalogue:
            _spoken = (code, GNUTranslations(catalogue))
    else:
        raise LanguageUnknown(f"no words in this language; there are: {', '.join(languages())}")


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
