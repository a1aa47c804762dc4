"""A copy of the project, and in it every mutant of a room."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tests.mutation.rooms import Room

TOLD: Final = (
    "import sys, pathlib, mutmut.__main__ as made; "
    "made.config().source_paths = [pathlib.Path(source) for source in sys.argv[1:]]; made.create_mutants(2)"
)
CHANGE: Final = (
    "import sys, pathlib, mutmut.configuration as settled, mutmut.mutation.diff_apply as made; "
    "settled.config().source_paths = [pathlib.Path(source) for source in sys.argv[2:]]; print(made.get_diff_for_mutant(sys.argv[1]))"
)


def copied(home: Path, folder: Path, room: Room) -> None:
    """Copy what git knows of, and what is new, so that nothing is broken in place: whole, and beside it without the room."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=home, check=True, capture_output=True).stdout.decode().split("\0")
    for name in filter(None, names):
        if (home / name).is_file():
            for to in (folder, *(() if name.endswith(".py") and name.startswith(room.sources) else (folder / "mutants",))):
                (to / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(home / name, to / name)


def mutants_made(folder: Path, room: Room) -> None:
    """Make the mutants of every function; one whose source did not change stays."""
    env = {**os.environ, "MUTANT_UNDER_TEST": "mutant_generation"}
    subprocess.run([sys.executable, "-c", TOLD, *room.sources], cwd=folder, check=True, stdout=subprocess.DEVNULL, env=env)


def mutants_of(folder: Path) -> list[str]:
    """Return the name of every mutant."""
    metas = (json.loads(meta.read_text("utf-8")) for meta in (folder / "mutants").rglob("*.meta"))
    return sorted(name for meta in metas for name in meta["exit_code_by_key"])


def change_of(folder: Path, room: Room, name: str) -> list[str]:
    """Return what one mutant changes, as the lines of a difference."""
    told = [sys.executable, "-c", CHANGE, name, *room.sources]
    return subprocess.run(told, cwd=folder, check=False, capture_output=True, text=True).stdout.splitlines()
