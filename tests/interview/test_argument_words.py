"""The command line speaks one language: headings and sentences of its library too."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from interview import argument_words
from interview.arguments import Parser, parsed
from interview.language import pseudo
from interview.world import CallRefused


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Another language: every text in the signs of the pseudo-locale."""
    say: Callable[[str], str] = pseudo.PseudoTranslations().gettext
    monkeypatch.setattr(argument_words, "_", say)
    monkeypatch.setattr(argument_words, "SENTENCES", tuple((pattern, say(words)) for pattern, words in argument_words.SENTENCES))
    return say


def test_headings_of_the_help_are_in_the_language_spoken(longer: Callable[[str], str]) -> None:
    parser = Parser(prog="x")
    parser.add_argument("file")
    shown = parser.format_help()
    for words in ("usage: ", "positional arguments", "options", "show this help message and exit"):
        assert longer(words) in shown.replace("\n  ", " ").replace("                    ", " ") or longer(words).strip()[:12] in shown
        assert f"{words}:" not in shown.splitlines()
    assert not shown.startswith("usage:")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["new"], "these are lacking: --subject"),
        (["new", "--subject"], "--subject: a value is expected after it"),
        (["list", "--nothing"], "not known here: --nothing"),
    ],
)
def test_why_a_call_does_not_fit_is_said_in_our_words(argv: list[str], said: str) -> None:
    with pytest.raises(CallRefused) as refused:
        parsed(argv)
    assert said in str(refused.value)


def test_every_sentence_of_the_library_is_one_that_it_says(longer: Callable[[str], str]) -> None:
    parser = Parser(prog="x")
    parser.add_argument("--two", nargs=2)
    parser.add_argument("--more", nargs="+")
    parser.add_argument("--flag", action="store_true")
    for argv in (["--two", "1"], ["--more"], ["--flag=1"], ["stray"]):
        with pytest.raises(CallRefused) as refused:
            parser.parse_args(argv)
        assert not any(english in str(refused.value) for english in ("expected", "ignored", "unrecognized", "required"))


def test_the_librarys_own_words_are_never_translated_by_the_computers_language() -> None:
    assert "usage: x [-h]\n" in argparse.ArgumentParser(prog="x").format_help()
