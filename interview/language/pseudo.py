"""A language that nobody speaks: what is said in English, with accents and two fifths longer, placeholders whole."""

from __future__ import annotations

import re
from gettext import NullTranslations
from typing import Final

ACCENTS: Final = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
LONGER: Final = 0.4


def longer(message: str) -> str:
    """Return the message with accents, and two fifths longer."""
    if not message:
        return message
    parts: list[str] = []
    end = 0
    for found in PLACEHOLDER.finditer(message):
        parts += [message[end : found.start()].translate(ACCENTS), found.group()]
        end = found.end()
    parts.append(message[end:].translate(ACCENTS))
    return "".join(parts) + "~" * round(len(message) * LONGER)


class PseudoTranslations(NullTranslations):
    """Every message, longer."""

    def gettext(self, message: str) -> str:
        """Return it longer."""
        return longer(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the one for so many, longer."""
        return longer(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 the library's signature
        """Return it longer."""
        return longer(message)
