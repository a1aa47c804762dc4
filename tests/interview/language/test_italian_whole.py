"""Italian is whole: no text of the program lacks its translation, and a whole run speaks no English but for what was typed."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import interview
from interview import language

CATALOGUES = Path(language.__file__).parent / "catalogues"
MARKS = {"_": 1, "ngettext": 2, "pgettext": 2}

WORDS = """
the of and is was were with from what which that this are has have been or for by at as its their her two weeks days months
question questions answer answers yes about rests open never than less before after low high moderate nothing because
"""
COMMON = frozenset(WORDS.split())
"""English words of which no Italian one is spelt alike."""


def test_there_are_words_enough_to_notice_english() -> None:
    assert 40 <= len(COMMON)


@pytest.mark.parametrize("name", ["it", "questionnaire_it"])
def test_nothing_is_left_untranslated(name: str) -> None:
    with (CATALOGUES / f"{name}.po").open("rb") as file:
        texts = read_po(file, locale="it")
    missing = [each.id for each in texts if each.id and not all(each.string if isinstance(each.string, tuple) else (each.string,))]
    assert [] == missing, "run scripts/words, and translate these"


def marked(file: Path) -> Iterator[tuple[str, ...]]:
    """Yield the texts that a module marks, those within formatted texts too."""
    for call in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MARKS:
            texts = tuple(each.value for each in call.args if isinstance(each, ast.Constant) and isinstance(each.value, str))
            if len(texts) == MARKS[call.func.id]:
                yield texts[-1:] if call.func.id == "pgettext" else texts[:1]


def test_every_text_that_the_code_marks_is_in_the_catalogue() -> None:
    with (CATALOGUES / "it.po").open("rb") as file:
        known = {each.id[0] if isinstance(each.id, tuple) else each.id for each in read_po(file, locale="it")}
    root = Path(interview.__file__).parent
    unknown = {f"{file.relative_to(root)}: {texts[0]}" for file in root.rglob("*.py") for texts in marked(file) if texts[0] not in known}
    assert set() == unknown, "run scripts/words, and translate these"


def said_in(value: object) -> Iterator[str]:
    """Yield every text within a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from said_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from said_in(each)


def test_a_demonstration_in_italian_speaks_no_english_of_its_own() -> None:
    call = "from interview.cli import main; raise SystemExit(main(['demo', '--language', 'it']))"
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)
    assert (0, "") == (done.returncode, done.stderr)
    shown = " ".join(done.stdout.split())
    assert "Gerarchia dei problemi" in shown
    answers = resources.files("interview").joinpath("demo_case.jsonl").read_text("utf-8").splitlines()
    typed = {" ".join(text.split()) for line in answers for text in said_in(json.loads(line))}
    for text in sorted(typed, key=len, reverse=True):
        shown = shown.replace(text, "…") if " " in text else shown
    assert [] == [word for word in re.findall(r"[a-z]+", shown) if word in COMMON]
