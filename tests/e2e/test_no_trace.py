"""C1 and C4: what was said in an interview is nowhere but in the vault, in no form, and every file is its owner's alone.

Each face is a process of its own: answers from a pipe, line by line, the terminal interface that crashes, an export that is cancelled.
"""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from interview.commands.demo import demo_answers
from tests.e2e.terminal import Terminal, environ, made_place, rotating
from tests.e2e.traces import TITLE, forms, found_in, found_in_processes, found_on_disk

CANARY = "Zugvögel über Öland"
FORMS = forms(CANARY)
OPEN_TO_ALL = 0
WHOLE, SAMPLE = "EVERY_TRACE" in os.environ, 16
"""The gate gives the first sixteen of the bundled answers; `EVERY_TRACE=1` gives them all."""


SHORT_WAYS = ("cancelled", "plain")
CHOSEN = SHORT_WAYS if WHOLE else SHORT_WAYS[rotating(len(SHORT_WAYS)) :][:1]
"""An export that is cancelled, and lines: one of them in the gate, the other with the next commit."""


def filled(value: Any) -> Any:
    """Return a value with the canary in everything that somebody wrote."""
    if isinstance(value, dict):
        return {name: filled(each) for name, each in value.items()}
    if isinstance(value, list):
        return [filled(each) for each in value]
    return f"{value} {CANARY}" if isinstance(value, str) and " " in value else value


def answers() -> list[str]:
    """Return the bundled answers with the canary in every field that holds a text, and in the person's own words at every question."""
    lines = [json.loads(line) for line in demo_answers().splitlines()]
    for line in lines:
        if "value" in line:
            line["value"] = filled(line["value"])
        if not line["link_id"].startswith(("session.", "problems[", "links[", "formulation.")):
            line["verbatim"] = f"{line.get('verbatim', 'so')} {CANARY}"
    return [json.dumps(line, ensure_ascii=False) + "\n" for line in lines[: None if WHOLE else SAMPLE]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which everything happened that leaves traces."""
    before = os.umask(OPEN_TO_ALL)
    try:
        return lived_in(tmp_path_factory.mktemp("home"))
    finally:
        os.umask(before)


def lived_in(home: Path) -> Path:
    """Interview at every face, with the world's files open to all, and see that nothing comes out on the way."""
    options = made_place(home, by_command=True)
    lines = answers()
    print(f"\n{len(lines)} answers with a canary; EVERY_TRACE=1: all")
    assert len(lines) // 2 < sum(CANARY in line for line in lines)
    told = run(home, "interview", *options, "replay", "-", "--subject", "S-1", typed="".join(lines))
    acknowledged = [json.loads(line) for line in told.stdout.splitlines()]
    assert [] == [line for line in acknowledged if not line["saved"]]
    assert set() == found_in((told.stdout + told.stderr).encode(), FORMS)
    record = acknowledged[0]["record"]

    print(f"{len(CHOSEN)} of {len(SHORT_WAYS)} short ways beside: {', '.join(CHOSEN)}; EVERY_TRACE=1: all")
    if "cancelled" in CHOSEN:
        out = ["--format", "json", "--out", str(home / "out.json")]
        assert 130 == run(home, "tests.e2e.broken", "cancelled", *options, "export", record, *out).returncode
    if "plain" in CHOSEN:
        plain = run(home, "interview", *options, "new", "--subject", "S-2", "--plain", typed=f"yes {CANARY}\n/note {CANARY}\n{CANARY}\n")
        assert set() == found_in(plain.stderr.encode(), FORMS)

    terminal = Terminal(home, ["-m", "tests.e2e.broken", "help_key", *options, "new", "--subject", "S-3"])
    terminal.shows("baseline")
    terminal.draws("F1 help")
    terminal.types(CANARY)
    assert set() == found_in_processes(FORMS)
    terminal.child.send("\x1bOP")
    assert 70 == terminal.end()
    assert not TITLE.search(terminal.seen)
    after = terminal.seen.rpartition("\x1b[?1049l")[2]
    assert "The program stopped unexpectedly" in after
    assert set() == found_in(after.encode(), FORMS)
    return home


def run(home: Path, module: str, *argv: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    call = [sys.executable, "-m", module, *argv]
    return subprocess.run(call, input=typed, capture_output=True, text=True, encoding="utf-8", env=environ(home), check=False, timeout=120)


def test_nothing_that_was_said_lies_anywhere(home: Path) -> None:
    """The home, the data folder, temporary files, the crash file; the working folder was this one, and nothing was made in it."""
    assert {} == found_on_disk([home], FORMS)
    names = {path.name for path in home.rglob("*")}
    assert "vault.db" in names
    assert any(name.startswith("crash-") for name in names)
    assert "out.json" not in names
    assert not any(name.endswith(".part") for name in names)
    assert [] == list((home / "tmp").iterdir())


def test_every_file_is_its_owners_alone(home: Path) -> None:
    """Though the umask let everybody read and write."""
    modes = {path: stat.S_IMODE(path.lstat().st_mode) for path in (home / "data", *(home / "data").rglob("*"))}
    assert {path: 0o700 if path.is_dir() else 0o600 for path in modes} == modes
    assert 8 < len(modes)


def test_a_copy_that_is_not_encrypted_would_be_found(tmp_path: Path) -> None:
    """The control: each form is found, in a file and in its name, at whatever place a base64 text begins."""
    for name, form in FORMS.items():
        (tmp_path / f"as-{name}").write_bytes(b"before " + form + b" after")
    assert {f"as-{name}" for name in FORMS} == set(found_on_disk([tmp_path], FORMS))
    import base64

    for before in range(6):
        assert found_in(base64.b64encode(b"x" * before + CANARY.encode() + b"more"), FORMS)
    named = tmp_path / "sub"
    named.mkdir()
    (named / f"{CANARY}.txt").touch()
    assert {f"{CANARY}.txt"} == set(found_on_disk([named], FORMS))


def test_a_crash_of_the_runtime_leaves_no_image_of_memory(tmp_path: Path) -> None:
    """Though the shell asked for one. The control is the bare runtime, where this machine makes such images at all."""
    code = "import os, signal, sys\n{settle}\nos.kill(os.getpid(), signal.SIGSEGV)"

    def dumped(settle: str) -> bool:
        call = ["bash", "-c", f'cd {tmp_path}; ulimit -c unlimited; exec {sys.executable} -c "$CODE"']
        own = {**os.environ, "CODE": code.format(settle=settle), "PYTHONPATH": os.getcwd()}
        child = subprocess.Popen(call, env=own, stderr=subprocess.DEVNULL)
        _, status = os.waitpid(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        assert -11 == child.returncode
        return os.WCOREDUMP(status)

    assert not dumped("from interview.process.hygiene import settle; settle()")
    if not dumped(""):
        pytest.skip("this machine makes no image of a bare runtime either, so that the control cannot fail")
