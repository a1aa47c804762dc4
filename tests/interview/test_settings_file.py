"""The settings file: what it may say, how a mistake in it is told, and that saving keeps everything that somebody typed there."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from interview.engine.doors import SettingsNotSaved, UserSettings
from interview.settings import SettingsUnreadable, read_settings
from interview.settings_file import write_settings
from trd_core.settings import Settings

TYPED = """# of this clinic
interviewer = "Dr. A." # the short form
country = "GB"

[safety]
# agreed in March
text = "Call the house."

[[dose]]
drug = "sertraline" # our list
minimum_mg = 100
"""
SECRET = "a text of somebody's"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(TYPED, "utf-8")
    return path


def test_what_was_changed_is_changed_and_every_other_line_stays(file: Path) -> None:
    wanted = replace(read_settings(file), keys="control", theme="light", language="en", view_seconds=90, safety_text='One.\n"""Two""" \\')
    write_settings(file, wanted)
    assert wanted == read_settings(file)
    kept = file.read_text("utf-8").splitlines()
    for line in ("# of this clinic", 'interviewer = "Dr. A." # the short form', "# agreed in March", 'drug = "sertraline" # our list'):
        assert line in kept
    assert ["settings.toml"] == os.listdir(file.parent)
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)


def test_what_is_taken_back_leaves_the_file_and_the_rest_stays(file: Path) -> None:
    write_settings(file, replace(read_settings(file), interviewer=None, safety_text=None))
    left = read_settings(file)
    assert (None, None, "GB") == (left.interviewer, left.safety_text, left.core.country)
    assert ("sertraline", 100.0) == (left.core.doses[0].drug, left.core.doses[0].minimum_mg)


def test_saving_what_stands_there_changes_no_byte(file: Path) -> None:
    write_settings(file, read_settings(file))
    assert TYPED == file.read_text("utf-8")


def test_a_file_and_its_folder_are_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    wanted = UserSettings("Dr. B.", "Ring.", "mono", Settings(country="US"), "words", "en", 30)
    write_settings(path, wanted)
    assert wanted == read_settings(path)


@pytest.mark.parametrize("text", ["One.\nTwo.", '"quoted"', "it's", "a\\b", "Ω 雪 é", "[x]\nk = 1", '"""', "'''", "a\n\nb\nc", "#"])
def test_any_text_comes_back_as_it_was_typed(file: Path, text: str) -> None:
    write_settings(file, replace(read_settings(file), safety_text=text, interviewer=" ".join(text.split())))
    assert (text, " ".join(text.split())) == (read_settings(file).safety_text, read_settings(file).interviewer)


def test_through_a_link_the_file_behind_it_is_changed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    write_settings(link, replace(read_settings(link), interviewer="Dr. C."))
    assert link.is_symlink()
    assert "Dr. C." == read_settings(file).interviewer


@pytest.mark.parametrize("broken", [b"interviewer = ", b"\xff\xfe", b'nonsense = "a text of somebody\'s"\n'])
def test_a_file_that_cannot_be_read_is_never_overwritten(file: Path, broken: bytes) -> None:
    file.write_bytes(broken)
    with pytest.raises(SettingsNotSaved, match=r"Not saved\. ") as refused:
        write_settings(file, UserSettings(interviewer="Dr. C."))
    assert broken == file.read_bytes()
    assert str(file) in str(refused.value)
    assert SECRET not in str(refused.value)


def test_a_text_that_is_too_long_is_refused_whole(file: Path) -> None:
    with pytest.raises(SettingsNotSaved, match="too long"):
        write_settings(file, replace(read_settings(file), safety_text="x" * 70_000))
    assert TYPED == file.read_text("utf-8")


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("", "utf-8")
    with pytest.raises(SettingsNotSaved, match="not saved") as refused:
        write_settings(tmp_path / "occupied" / "settings.toml", UserSettings(interviewer=SECRET))
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ('keys = "vim"', "keys: found a text, allowed is one of function, control, words"),
        ("keys = 1", "keys: found a number, allowed is one of function, control, words"),
        ('language = "xx"', "language: found a text, allowed is one of en"),
        ('language = ["en"]', "language: found a list, allowed is one of en"),
        ("view_seconds = 9", "view_seconds: found a number, allowed is a whole number of seconds from 10 to 3600"),
        ("view_seconds = 3601", "view_seconds: found a number, allowed is a whole number of seconds from 10 to 3600"),
        ("view_seconds = true", "view_seconds: found true or false, allowed is a whole number of seconds from 10 to 3600"),
        ("view_seconds = 60.5", "view_seconds: found a number, allowed is a whole number of seconds from 10 to 3600"),
        ('key = "control"', "key: not a setting; allowed: interviewer, theme, safety, country, dose, keys, language, view_seconds"),
    ],
)
def test_a_mistake_is_told_by_its_place_and_what_is_allowed(file: Path, typed: str, told: str) -> None:
    file.write_text(typed, "utf-8")
    with pytest.raises(SettingsUnreadable) as refused:
        read_settings(file)
    assert f"{file}: {told}" in str(refused.value)


@pytest.mark.parametrize("seconds", [10, 3600])
def test_the_ends_of_what_is_allowed_are_allowed(file: Path, seconds: int) -> None:
    file.write_text(f"view_seconds = {seconds}", "utf-8")
    assert seconds == read_settings(file).view_seconds


def test_a_link_that_leads_to_itself_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").symlink_to(tmp_path / "settings.toml")
    write_settings(tmp_path / "settings.toml", UserSettings(interviewer="Dr A"))
    assert "Dr A" == read_settings(tmp_path / "settings.toml").interviewer
