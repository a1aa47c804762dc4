"""A translation asks the same: the same ids, codes, kinds and conditions, every text another; and `check` sees what is wrong with it."""

from __future__ import annotations

from typing import Any

import pytest

from interview.questionnaire import translated
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import bundled
from interview.questionnaire.reading_ease_it import gulpease
from interview.questionnaire.translated import NOT_VALIDATED, in_language, with_texts
from interview.questionnaire.translation_checks import check_translation, check_translations

TEXTS = {"text", "probes", "help", "unlikely", "anchors", "instance_titles", "more", "ask_informant", "title", "intro", "display", "say"}
TEXTS |= {"informant", "language", "translation_note"}


def bones(value: Any) -> Any:
    """Return what is left of a questionnaire without its texts."""
    if isinstance(value, dict):
        return {name: bones(each) for name, each in value.items() if name not in TEXTS}
    return [bones(each) for each in value] if isinstance(value, list | tuple) else value


def texts(questionnaire: Questionnaire) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def take(place: str, text: str) -> str:
        found.append((place, text))
        return text

    with_texts(questionnaire, take, "en")
    return found


def test_english_is_the_questionnaire_itself() -> None:
    assert bundled() is in_language(bundled(), "en")
    assert bundled().translation_note is None


def test_only_texts_differ() -> None:
    italian = in_language(bundled(), "it")
    assert bones(bundled().model_dump()) == bones(italian.model_dump())
    assert "it" == italian.language
    assert NOT_VALIDATED != italian.translation_note is not None
    assert "Che cosa la fa stare più male?" == italian.items["narrative.concern"].text


def test_every_text_has_a_place_of_its_own() -> None:
    places = [place for place, _ in texts(bundled())]
    assert len(places) == len(set(places))
    assert len(places) > 1_400


def test_every_translation_is_whole_and_sound() -> None:
    assert () == check_translations(bundled())


def test_a_language_without_a_catalogue_is_named_text_by_text(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = check_translation(bundled(), "xx")
    missing = [fault for fault in faults if fault.kind == "untranslated"]
    assert len(texts(bundled())) == len(missing)
    assert "xx: questionnaire/title: no translation; a text in questionnaire_xx.po" == str(missing[0])


@pytest.mark.parametrize(
    ("place", "text", "kind"),
    [
        ("narrative.concern/text", "Soffre di una depressione resistente?", "forbidden_word"),
        ("narrative.concern/text", "Sta male, non è vero?", "leading"),
        ("narrative.concern/text", "Come sta? E perché?", "double_question"),
        ("safety.thoughts/text", "Ha pensato di togliersi la vita", "double_question"),
        ("narrative.concern/text", " ".join(["parola"] * 25) + "?", "hard_to_read"),
        ("lifestyle.smoking/options/former", "Mai fumato", "wrong_options"),
    ],
)
def test_what_is_wrong_with_a_wording_is_found(place: str, text: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Worse(type(translated.catalogue("questionnaire_it"))):  # type: ignore[misc]
        def pgettext(self, context: str, message: str) -> str:
            return text if context == place else str(super().pgettext(context, message))

    words = translated.catalogue("questionnaire_it")
    words.__class__ = Worse
    translated._in_language.cache_clear()
    monkeypatch.setattr(translated, "catalogue", lambda _: words)
    try:
        assert kind in {fault.kind for fault in check_translation(bundled(), "it")}
    finally:
        translated._in_language.cache_clear()


def test_gulpease_is_the_published_formula() -> None:
    """89 + (300 × sentences - 10 × letters) / words: two sentences, six words, 22 letters."""
    assert 89 + (300 * 2 - 10 * 22) / 6 > 100
    assert 100 == gulpease(["Come sta? Da quando dorme così?"])
    assert pytest.approx(89 + (300 - 10 * 70) / 10) == gulpease(["abcdefg " * 10])
    assert 100 == gulpease([])
