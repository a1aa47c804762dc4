"""`export` as a command: who gets what, what is said before, what is left out, and what a damaged record needs."""

from __future__ import annotations

import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from interview.bootstrap import doors_to, opened
from interview.engine.exporting import ExportWanted
from interview.export import write
from interview.storage.vault import Vault
from interview.world import Place, World
from tests.interview.engine.world import PLAIN, SMALL
from tests.interview.program import Ended, Program, jsonl

LINES = [{"link_id": link_id, "value": value} for link_id, value in PLAIN.items()]
READABLE = ("markdown", "html", "pdf", "docx")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    made = Program(tmp_path / "data", SMALL)
    assert 0 == made("replay", "-", "--subject", "S-1", stdin=jsonl(*LINES)).code
    return made


def export(program: Program, out: Path, form: str, *more: str) -> Ended:
    return program("export", "r1", "--format", form, "--out", str(out), *more)


def damage(program: Program, seq: int) -> None:
    vault = Vault.open(program.folder / "vault", program.unlock)
    with vault._open.database.writing() as writing:
        writing.db.execute("UPDATE entry SET body = x'7b7d' WHERE record = 'r1' AND seq = ?", (seq,))
    vault.close()


@pytest.mark.parametrize("form", [*READABLE, "csv", "json"])
def test_every_format_is_a_new_private_file(program: Program, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"out.{form}"
    ended = export(program, out, form)
    assert (0, "") == (ended.code, ended.err)
    written = [out, tmp_path / "out.codebook.csv"] if form == "csv" else [out]
    assert "".join(f"Written: {each}\n" for each in written) == ended.out
    assert [0o600] * len(written) == [each.stat().st_mode & 0o777 for each in written]
    assert 2 == export(program, out, form).code


def test_two_files_are_written_both_or_none(program: Program, tmp_path: Path) -> None:
    (tmp_path / "out.codebook.csv").write_bytes(b"theirs")
    refused = export(program, tmp_path / "out.csv", "csv")
    assert 2 == refused.code
    assert "out.codebook.csv: this file exists" in refused.err
    assert ["data", "out.codebook.csv"] == sorted(each.name for each in tmp_path.iterdir())
    assert 0 == export(program, tmp_path / "out.csv", "csv", "--force").code
    assert (tmp_path / "out.codebook.csv").read_bytes().startswith(b"row,id,text")


def test_where_the_second_file_fails_the_first_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    real, calls = os.replace, iter((True, False, True))
    monkeypatch.setattr(write.os, "replace", lambda *given: real(*given) if next(calls) else _full())
    with pytest.raises(write.ExportFault):
        write.write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"}, force=True)
    assert [("a", b"old")] == [(each.name, each.read_bytes()) for each in tmp_path.iterdir()]


def _full() -> None:
    raise OSError(28, "No space left on device")


def test_a_stop_while_it_is_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(write.os, "fsync", stopped)
    with pytest.raises(KeyboardInterrupt):
        write.write_all({tmp_path / "a": b"new", tmp_path / "b": b"new"})
    assert [] == list(tmp_path.iterdir())


def test_a_preview_says_what_would_be_in_it_and_writes_nothing(program: Program, tmp_path: Path) -> None:
    program("replay", "-", "--subject", "S-1", stdin=jsonl(*LINES))
    ended = export(program, tmp_path / "out.pdf", "pdf", "--preview", "--leave-out", "kellner", "--for", "colleague")
    assert (0, "") == (ended.code, ended.err)
    said = ended.out.splitlines()
    assert "For colleague: findings, formulation and plan; none of the person's own words." == said[0]
    assert f"It rests on {len(PLAIN) - 1} answers." == said[1]
    assert "Not in it: the person's own words." in said
    assert "1 answer was left out of this export on request; what rests on it reads as not known." in said
    assert any(line.endswith("sheets of paper.") for line in said)
    assert said[-1].endswith("KiB; it is not encrypted.")
    assert ["data"] == [each.name for each in tmp_path.iterdir()]


@pytest.mark.parametrize("reader", ["chart", "colleague", "patient"])
def test_readers_get_their_own_page(program: Program, tmp_path: Path, reader: str) -> None:
    assert 0 == export(program, tmp_path / "out.md", "markdown", "--for", reader).code
    text = (tmp_path / "out.md").read_text("utf-8")
    assert ("Everything is grey" in text) is (reader == "chart")
    title = {"chart": "# Interview S\\-1", "colleague": "# To a colleague", "patient": "# For you"}[reader].replace("\\", "")
    assert text.startswith(title)


def test_words_and_notes_are_in_or_out_as_they_are_chosen(program: Program, tmp_path: Path) -> None:
    notes = [{"link_id": "session.note", "value": {"text": f"zq-{kind[0]}", "kind": kind}} for kind in ("record", "to_do", "private")]
    made = program("replay", "-", "--subject", "S-2", stdin=jsonl(*LINES, *notes))
    assert 0 == made.code

    def shown(*choices: str) -> str:
        assert 0 == program("export", "r2", "--format", "markdown", "--out", str(tmp_path / "out.md"), "--force", *choices).code
        return (tmp_path / "out.md").read_text("utf-8")

    assert [True, True, False] == [f"zq-{kind[0]}" in shown() for kind in ("record", "to_do", "private")]
    assert [False, False, True] == [f"zq-{kind[0]}" in shown("--notes", "private") for kind in ("record", "to_do", "private")]
    assert [False, False, False] == [f"zq-{kind[0]}" in shown("--notes") for kind in ("record", "to_do", "private")]
    assert "Everything is grey" not in shown("--without-words")
    assert "Everything is grey" in shown("--for", "colleague", "--with-words")


def test_research_has_other_names_the_same_in_each_visit(program: Program, tmp_path: Path) -> None:
    assert 0 == program("replay", "-", "--subject", "S-1", "--visit", "follow_up", stdin=jsonl(*LINES)).code
    made = []
    for record in ("r1", "r2"):
        out = tmp_path / f"{record}.json"
        assert 0 == program("export", record, "--format", "json", "--for", "research", "--out", str(out)).code
        made.append(json.loads(out.read_text("utf-8")))
    assert made[0]["subject"] == made[1]["subject"] != "S-1"
    assert made[0]["record"] != made[1]["record"]
    assert made[0]["record"] == made[1]["events"][0]["body"]["follows"]


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        (("pdf", "--for", "research"), "no pdf for this reader; choose json, "),
        (("csv", "--for", "patient"), "no csv for this reader; choose markdown, html, pdf, docx"),
        (("json", "--sheet", "summary"), "that is a page to read; choose markdown, html, pdf, docx"),
        (("pdf", "--for", "patient", "--sheet", "summary"), "short already"),
        (("pdf", "--leave-out", "lifestyle.smokin"), "near it: lifestyle.smoking"),
        (("pdf", "--leave-out", "safety.thoughts"), "answers about safety stay"),
        (("pdf", "--for", "nobody"), "--for: found nobody; allowed: chart, colleague, patient, research"),
        (("pdf", "--with-words", "--without-words"), "not together with"),
    ],
)
def test_what_cannot_be_made_ends_with_2_and_says_what_can(program: Program, tmp_path: Path, choices: tuple[str, ...], said: str) -> None:
    ended = export(program, tmp_path / "out", *choices)
    assert (2, "") == (ended.code, ended.out)
    assert said in ended.err
    assert ended.err.count("\n") <= 2
    assert not (tmp_path / "out").exists()


def test_a_broken_chain_is_exported_only_when_it_is_said_and_is_marked_everywhere(program: Program, tmp_path: Path) -> None:
    damage(program, 4)
    refused = export(program, tmp_path / "out.md", "markdown")
    assert (3, "") == (refused.code, refused.out)
    assert "verify" in refused.err
    for form in (*READABLE, "json", "csv"):
        assert 0 == export(program, tmp_path / f"out.{form}", form, "--unsealed").code
    mark = "NOT SEALED: the record is damaged; entries may be missing or altered"
    for form in ("markdown", "html", "csv"):
        assert mark in (tmp_path / f"out.{form}").read_text("utf-8")
    made = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert (True, None, 24) == (made["unsealed"], made["seal"], len(made["events"]))
    assert "marked as not sealed" in export(program, tmp_path / "x", "pdf", "--unsealed", "--preview").out


def test_a_whole_record_is_sealed_all_the_same_and_one_without_its_beginning_is_refused(program: Program, tmp_path: Path) -> None:
    assert 0 == export(program, tmp_path / "whole.json", "json", "--unsealed").code
    made = json.loads((tmp_path / "whole.json").read_text("utf-8"))
    assert "unsealed" not in made
    assert made["seal"]
    damage(program, 1)
    refused = export(program, tmp_path / "x", "json", "--unsealed")
    assert 3 == refused.code
    assert "its beginning cannot be read" in refused.err
    assert not (tmp_path / "x").exists()


def test_a_worker_of_its_own_writes_and_previews_from_the_vault(program: Program, tmp_path: Path) -> None:
    """As the terminal interface does it: the store is read from another thread than the one that opened it."""
    world = World(
        stdin=io.BytesIO(),
        stdout=io.StringIO(),
        stderr=io.StringIO(),
        environ={},
        clock=program.clock,
        new_id=program.new_id,
        has_terminal=False,
        may_ask=False,
        ask_secret=lambda _: "",
        unlock=program.unlock,
        questionnaire=SMALL,
        settings_file=program.folder / "settings.toml",
    )
    with opened(Place(program.folder), world) as vault, ThreadPoolExecutor(1) as worker:
        doors = doors_to(vault, world)
        session, wanted = doors.read("r1"), ExportWanted("csv", tmp_path / "out.csv", "research")
        assert doors.preview is not None
        said = worker.submit(doors.preview, session, wanted).result()
        assert said[0].startswith("For research")
        steps: list[str] = []
        assert (tmp_path / "out.csv", tmp_path / "out.codebook.csv") == worker.submit(doors.export, session, wanted, steps.append).result()
        assert ["working out what conclusions hang on", "putting it down", "writing"] == steps
