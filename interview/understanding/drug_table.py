"""The core's drug table as this room reads it: every name by which a drug is known → its generic name.

Packaged and read-only; read once, on the first answer that needs it. What it will not do: know a dose or a class.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib import resources
from typing import Final

from interview.understanding.listed import listed

FORMS: Final = frozenset(
    frozenset(
        listed(
            """
        xl | xr | sr | er | cr | mr | la | ir | pr | od | retard | extended | release | slow | modified | controlled | immediate |
        sustained | prolonged | hydrochloride | hcl | hydrobromide | hbr | oxalate | maleate | mesylate | mesilate | tartrate |
        succinate | fumarate | besylate | sodium | sulfate | sulphate | hydrate | dihydrochloride | tablet | tablets | tabs | capsule |
        capsules | caps | pill | pills | liquid | drops | spray | nasal | patch | patches | infusion | infusions | injection |
        injections | generic | depot | oral | orodispersible | odt | soltab | soltabs | quicklet | solution | iv | carbonate | citrate |
        acid | transdermal | chrono | velotab | velotabs | consta | maintena | enteric | coated | dispersible | medication | medicine |
        drug
        """
        )
    )
)
"""Salts and release forms, which name the same drug."""


def plain(name: str) -> str:
    """Return a name in lower case, without accents, apostrophes and dashes, with single blanks."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(" " if character in "-/.," else character for character in folded if character.isalnum() or character in " -/.,")
    return " ".join(letters.split())


@cache
def names() -> dict[str, str]:
    """Return the generic name for every plain name, brand or other word."""
    text = resources.files("trd_core").joinpath("parameters/drugs.toml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = tomllib.loads(text)["drug"]
    known: dict[str, str] = {}
    for generic, others in table.items():
        for name in (generic, *others.get("brands", ()), *others.get("also", ())):
            known[plain(name)] = generic
    return known


@cache
def longest_name() -> int:
    """Return how many words the longest name has."""
    return max(len(name.split()) for name in names())
