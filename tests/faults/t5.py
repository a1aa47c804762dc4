"""T5: whatever file is given to a command, it is refused or read within two seconds of the processor and 300 MB, in a sentence.

Each file goes to each command that reads files, in a process of its own (forked from one that has loaded the program, so that the
start is not counted). Nothing of the file may stand in what is said, no control character, no traceback; and it may not crash.
"""

from __future__ import annotations

import io
import os
import random
import resource
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Final
from unittest import mock

from interview import cli
from interview.language import current
from interview.practice.ear.semantic import prepare
from interview.practice.patient.reading import bundled as cases
from interview.questionnaire.reader import bundled
from interview.world import World
from tests.faults import careless_readers, hostile_files
from tests.faults.careless_readers import Careless
from tests.faults.hostile_documents import Cell, cells
from tests.faults.outcome import Outcome
from tests.interview.program import Program

MOST_SECONDS: Final = 2.0
MOST_KIB: Final = 300 * 1024
ENDED_AFTER: Final = 20
"""Seconds of the processor, after which a process is ended."""
WAITED_FOR: Final = 120
"""Seconds on the clock, after which one that hangs is ended."""
MOST_ADDRESSES: Final = 3 << 30
LONGEST_SAID: Final = 4_000
CODES: Final = frozenset({0, 1, 2, 3})
CONTROLS: Final = frozenset(chr(code) for code in (*range(9), *range(11, 32), *range(127, 160)))

Command = Callable[[Path, Path], Sequence[str]]
"""The file and a folder of one's own to the words of a call."""

COMMANDS: Final[dict[str, tuple[str, Command]]] = {
    "import": ("json", lambda file, _own: ("import", str(file))),
    "import --attach-to": ("json", lambda file, _own: ("import", str(file), "--attach-to", "r1")),
    "check": ("json", lambda file, _own: ("check", str(file))),
    "check, ours": ("toml", lambda file, _own: ("check", str(file))),
    "score": ("json", lambda file, _own: ("score", str(file))),
    "score --doses": ("toml", lambda file, own: ("score", str(own / "case.json"), "--doses", str(file))),
    "score-cohort": ("json", lambda file, own: ("score-cohort", str(file), "--out", str(own / "out.ndjson"), "--force")),
    "replay": ("json", lambda file, _own: ("replay", str(file), "--subject", "S-1")),
    "practise check": ("toml", lambda file, _own: ("practise", "check", str(file))),
    "practise --transcript": ("json", lambda file, _own: ("practise", cases()[0].id, "--transcript", str(file))),
    "vault restore": ("json", lambda file, _own: ("vault", "restore", str(file))),
    "compare": ("json", lambda file, _own: ("compare", str(file), "r1")),
    "settings": ("toml", lambda _file, own: ("score", str(own / "case.json"))),
    "--passphrase-file": ("json", lambda file, own: ("--data-dir", str(own / "locked"), "--passphrase-file", str(file), "list")),
}
"""Every command that reads a file, and what it takes the file for."""

COMMAND_MODULES: Final = (
    *("import_", "check", "score", "score_cohort", "replay", "vault", "listing", "compare"),
    *("practise", "practise_sitting", "practise_check", "practise_transcript", "practise_naming"),
)

READS_WORDS: Final = frozenset({"practise --transcript"})
"""Prints back what was said to it, as JSON: that is what it is for."""
SECONDS_A_TURN: Final = 0.02
"""Every line of a transcript is said to the patient and heard: at most two thousand, each of them work."""
UNBOUNDED: Final = frozenset({"score-cohort"})
"""Reads a line at a time for as long as the file is: its memory is bounded, its time is the file's."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How it went."""

    code: int
    said: str
    printed: str
    seconds: float
    kib: int
    lines: int
    """Lines that the file has."""


class Ground:
    """A data folder, a process that has loaded the program, and a file that is written anew for each cell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "case.json").write_text("{}")
        for module in COMMAND_MODULES:
            import_module(f"interview.commands.{module}")
        for heavy in ("interview.storage.restoring", "interview.practice.feedback.making", "interview.attaching", "interview.unlocking"):
            import_module(heavy)
        prepare()
        bundled()
        current()
        self.cells = tuple(cells(folder, {command: suffix for command, (suffix, _words) in COMMANDS.items()}))
        shutil.copytree(folder / "vault", folder / "locked" / "vault")

    def run(self, cell: Cell) -> Ended:
        """Give the file to the command in a process of its own."""
        suffix, words = COMMANDS[cell.command]
        file = cell.make if isinstance(cell.make, Path) else self.folder / f"file.{suffix}"
        lines = 0
        if not isinstance(cell.make, Path):
            content = cell.make()
            file.write_bytes(content)
            lines = content.count(b"\n")
        out, err, refused = self.folder / "stdout", self.folder / "stderr", self.folder / "out.errors.ndjson"
        refused.unlink(missing_ok=True)
        child = os.fork()
        if child == 0:
            self._command(words(file, self.folder), file, cell.command, out, err)
        _pid, status, used = os.wait4(child, 0)
        code = os.waitstatus_to_exitcode(status)
        printed, said, named = (path.read_text("utf-8", errors="replace") if path.exists() else "" for path in (out, err, refused))
        return Ended(code, said, printed + named, used.ru_utime + used.ru_stime, used.ru_maxrss, lines)

    def _command(self, argv: Sequence[str], file: Path, command: str, out: Path, err: Path) -> None:
        code = 99
        try:
            signal.alarm(WAITED_FOR)
            resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))
            resource.setrlimit(resource.RLIMIT_CPU, (ENDED_AFTER, ENDED_AFTER))
            program = Program(self.folder)
            program.made = os.getpid()
            with out.open("w") as stdout, err.open("w") as stderr:
                world = World(
                    stdin=io.BytesIO(),
                    stdout=stdout,
                    stderr=stderr,
                    environ={"TRD_INTERVIEW_DATA_DIR": str(self.folder)},
                    clock=program.clock,
                    new_id=program.new_id,
                    has_terminal=False,
                    may_ask=False,
                    ask_secret=str,
                    unlock=program.unlock,
                    keyring=lambda: None,
                    settings_file=file if command == "settings" else self.folder / "no-settings.toml",
                )
                code = cli.main(argv, replace(world, unlock=None) if command == "--passphrase-file" else world)
        finally:
            os._exit(code)


def wrong(cell: Cell, ended: Ended, base_kib: int) -> list[str]:
    """Return what is not as promised."""
    found = []
    if ended.code not in CODES:
        found.append(f"exit {ended.code} {ended.said[-300:]!r}")
    turns = ended.lines * SECONDS_A_TURN if cell.command in READS_WORDS else 0
    if ended.seconds > MOST_SECONDS + turns and cell.command not in UNBOUNDED:
        found.append(f"{ended.seconds:.1f} s")
    if ended.kib > max(MOST_KIB, base_kib):
        found.append(f"{ended.kib // 1024} MB")
    if ended.code == 2 and not ended.said.strip() and not ended.printed.strip():
        found.append("refused without a word")
    said = ended.said if cell.command in READS_WORDS else ended.said + ended.printed
    if hostile_files.CANARY in said:
        at = said.index(hostile_files.CANARY)
        found.append(f"repeats the file: {said[max(0, at - 60) : at + 60]!r}")
    if "Traceback" in said:
        found.append("a traceback")
    if set(ended.said + ended.printed) & CONTROLS:
        found.append("control characters")
    if len(ended.said) > LONGEST_SAID and cell.command not in READS_WORDS:
        found.append(f"says {len(ended.said)} characters")
    return found


def is_caught(ground: Ground, build: Careless, base_kib: int) -> bool:
    """Whether every file that a careless build is given shows what it lacks."""
    named = {(cell.command, cell.name): cell for cell in ground.cells}
    chosen = [named[each] for each in build.cells]
    waited_for = careless_readers.SOON if build.hangs else WAITED_FOR
    with build.built(), mock.patch.multiple(__name__, ENDED_AFTER=careless_readers.SOON, WAITED_FOR=waited_for):
        return all(any(build.shows in each for each in wrong(cell, ground.run(cell), base_kib)) for cell in chosen)


def run(n: int = 0, seed: int = 5) -> Outcome:
    """Give every file to every command, and each careless build what it must fail on; or `n` such pairs drawn at random, and one build."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as above:
        ground = Ground(Path(above))
        chosen, builds = list(ground.cells), list(careless_readers.BUILDS)
        if n:
            random.Random(seed).shuffle(chosen)
            chosen, builds = chosen[:n], [builds[seed % len(builds)]]
        base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        failures, slowest, largest = [], 0.0, 0
        for cell in chosen:
            ended = ground.run(cell)
            slowest = max(slowest, 0.0 if cell.command in UNBOUNDED else ended.seconds)
            largest = max(largest, ended.kib)
            failures += [f"{cell.command} × {cell.name}: {each}" for each in wrong(cell, ended, base)]
            if os.environ.get("T5_TABLE"):
                print(f"| {cell.command} | {cell.name} | {ended.code} | {ended.seconds:.2f} s | {ended.kib // 1024} MB |", flush=True)
        caught = tuple((build.name, is_caught(ground, build, base)) for build in builds)
    done = f"{len(COMMANDS)} commands, {len(ground.cells)} pairs of one with a file; slowest {slowest:.2f} s, largest {largest // 1024} MB"
    return Outcome("T5", done, len(chosen), tuple(failures), seed, time.monotonic() - begun, caught)
