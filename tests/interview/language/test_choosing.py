"""The language: the option, then the environment, then the settings; English otherwise, and never the computer's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from interview import language
from interview.language import LanguageUnknown, choosing
from tests.interview.program import Program

NOWHERE = Path("no-such-folder") / "settings.toml"


@pytest.fixture(autouse=True)
def spoken_before() -> Iterator[None]:
    before = language.current()
    yield
    language.use(before)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    (tmp_path / "settings.toml").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path / "settings.toml"


@pytest.mark.parametrize(
    ("argv", "environ", "expected"),
    [
        ([], {}, "it"),
        ([], {"TRD_INTERVIEW_LANGUAGE": "en"}, "en"),
        (["list", "--language", "en"], {"TRD_INTERVIEW_LANGUAGE": "it"}, "en"),
        (["--language=en", "list"], {}, "en"),
        (["--language", "en", "--language", "it"], {}, "it"),
        (["--", "--language", "en"], {}, "it"),
        (["list", "--help"], {}, "en"),
        (["list", "--help"], {"TRD_INTERVIEW_LANGUAGE": "it"}, "it"),
    ],
)
def test_the_nearest_choice_holds(argv: list[str], environ: dict[str, str], expected: str, settings: Path) -> None:
    assert expected == choosing.choose(argv, environ, lambda: settings)
    assert expected == language.current()


def test_the_computers_own_language_is_never_asked() -> None:
    assert "en" == choosing.choose([], {"LANG": "it_IT.UTF-8", "LC_ALL": "it_IT.UTF-8", "LANGUAGE": "it"}, lambda: NOWHERE)


@pytest.mark.parametrize("content", [b"language = 3", b'language = "xx"', b"not toml [", b"\xff\xfe", b""])
def test_settings_that_cannot_be_used_leave_english(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(content)
    assert "en" == choosing.choose([], {}, lambda: tmp_path / "settings.toml")


@pytest.mark.parametrize(
    ("argv", "environ", "where"),
    [(["--language", "xx"], {}, "--language"), ([], {"TRD_INTERVIEW_LANGUAGE": "xx"}, "TRD_INTERVIEW_LANGUAGE")],
)
def test_an_unknown_language_names_where_it_was_chosen_and_those_there_are(argv: list[str], environ: dict[str, str], where: str) -> None:
    with pytest.raises(LanguageUnknown, match=f"{where}: .*en, it"):
        choosing.choose(argv, environ, lambda: NOWHERE)
    assert "en" == language.current()


def test_the_program_refuses_it_as_a_wrong_call(tmp_path: Path) -> None:
    ended = Program(tmp_path)("list", "--language", "xx")
    assert (2, "", 1) == (ended.code, ended.out, ended.err.count("\n"))
    assert "en, it" in ended.err


def test_an_italian_interview_asks_hears_and_marks_itself_in_every_face_and_export(tmp_path: Path) -> None:
    program = Program(tmp_path)
    told = program("--language", "it", "new", "--subject", "S-1", "--plain", stdin="sì\nnessuno\ndormo male da mesi\n/quit\n")
    assert 0 == told.code
    assert "Va bene se" in told.out
    assert "Che cosa la fa stare più male?" in told.out
    assert "non validata clinicamente" in " ".join(told.out.split())
    record = told.out.split("Cartella ")[1].split()[0]
    out = tmp_path / "record.json"
    assert 0 == program("export", record, "--format", "json", "--out", str(out)).code
    written = out.read_text(encoding="utf-8")
    assert '"translation": "translation not clinically validated"' in written
    assert '"language": "it"' in written
    page = tmp_path / "record.md"
    assert 0 == program("export", record, "--format", "markdown", "--out", str(page)).code
    assert "translation not clinically validated" in page.read_text(encoding="utf-8")


def test_an_english_interview_says_nothing_of_a_translation(tmp_path: Path) -> None:
    told = Program(tmp_path)("new", "--subject", "S-1", "--plain", stdin="yes\n/quit\n")
    assert 0 == told.code
    assert "validated" not in told.out
