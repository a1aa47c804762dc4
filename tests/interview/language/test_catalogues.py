"""Catalogues: what is shipped is what people reviewed, placeholders are whole, and the questionnaire is translated to the last word."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from interview import language
from interview.language import LanguageUnknown, catalogue, languages

CATALOGUES = Path(language.__file__).parent / "catalogues"
SOURCES = sorted(CATALOGUES.glob("*.po"))


def names_in(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_there_are_english_and_italian() -> None:
    assert ("en", "it") == languages()
    assert ["it.po", "questionnaire_it.po"] == [source.name for source in SOURCES]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_what_is_shipped_is_what_was_reviewed(source: Path) -> None:
    """Compare every text, so that a forgotten `scripts/words` is seen; the bytes belong to the compiler."""
    with source.open("rb") as file:
        reviewed = read_po(file, locale="it")
    expected: dict[object, str] = {}
    for each in reviewed:
        if each.id and each.string and not each.fuzzy:
            ids = each.id if isinstance(each.id, tuple) else (each.id,)
            key = ids[0] if each.context is None else f"{each.context}\x04{ids[0]}"
            if isinstance(each.string, tuple):  # the compiler fills what is missing with the English forms
                expected |= {(key, number): form or ids[min(number, 1)] for number, form in enumerate(each.string)}
            else:
                expected[key] = each.string
    with (CATALOGUES / f"{source.stem}.mo").open("rb") as file:
        shipped = {key: text for key, text in GNUTranslations(file)._catalog.items() if key != ""}  # type: ignore[attr-defined]
    assert expected == shipped


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_a_translation_fills_in_the_same_names(source: Path) -> None:
    with source.open("rb") as file:
        reviewed = read_po(file, locale="it")
    for each in reviewed:
        forms = each.string if isinstance(each.string, tuple) else (each.string,)
        ids = each.id if isinstance(each.id, tuple) else (each.id,)
        for form in forms:
            if each.id and form:
                assert names_in(form) <= set.union(*map(names_in, ids)), (each.context, each.id)


def test_no_patient_text_holds_a_word_that_weighs() -> None:
    text = (CATALOGUES / "questionnaire_it.po").read_text(encoding="utf-8").casefold()
    assert [] == re.findall(r"resistent\w*|refrattari\w*|incurabil\w*", text)


def test_a_catalogue_that_is_not_there_has_no_words() -> None:
    assert "yes" == catalogue("xx").gettext("yes")
    with pytest.raises(LanguageUnknown, match="en, it"):
        language.use("questionnaire_it")
