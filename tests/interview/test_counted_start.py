"""What each call loads, counted in modules: nothing that it does not need, and the interface while somebody still types a passphrase."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from interview.storage.unlock import LEAST_COST, Passphrase
from interview.storage.vault import Vault

HEAVY: Final = ("argparse", "pydantic", "rich", "textual", "transitions", "apsw", "cryptography", "tomllib")
VERSION: Final = "from interview.cli import main; main(['--version'])"
HELP: Final = "from interview.cli import main; main(['--help'])"
ASKED: Final = """
import io, os, sys, threading
from dataclasses import replace
from interview.calling import run
from interview.world import this_world
class Terminal(io.StringIO):
    def isatty(self):
        return True
def ask(prompt):
    before = "interview.tui.app" in sys.modules
    [each.join() for each in threading.enumerate() if each.name == "loading meanwhile"]
    sys.__stdout__.write(f"asked: {before or 'not yet'}, {'interview.tui.app' in sys.modules}" + chr(10))
    raise KeyboardInterrupt
folder, *call = sys.argv[1:]
own = {"environ": {**os.environ, "TERM": "xterm"}, "stdin": Terminal(), "stdout": Terminal(), "stderr": io.StringIO()}
world = replace(this_world(), ask_secret=ask, **own, has_terminal=True, may_ask=True)
sys.exit(run(["--data-dir", folder, *call], world))
"""
FIRST_QUESTION: Final = """
import asyncio
from interview.questionnaire.reader import bundled
from tests.interview.tui.desk import at_desk, doors
async def asked():
    world = doors(bundled())
    async with at_desk(world, session=world.begin("S-1", "baseline", "full")) as desk:
        assert desk.place == "InterviewScreen"
asyncio.run(asked())
"""
LATER: Final = (
    "docx",
    "typst",
    "interview.cohort",
    "interview.commands",
    "interview.doctor",
    "interview.export",
    "interview.practice",
    "interview.serve",
    "interview.plain.interview",
)
"""What an interview does not need before its first question is answered."""


def loaded(code: str) -> set[str]:
    """Return the modules that stand loaded after some code, in a process of its own, beyond those of an empty Python."""
    told = [
        subprocess.run(
            [sys.executable, "-c", f"{each}\nimport sys; sys.stdout.write(chr(10) + ' '.join(sys.modules))"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for each in ("", code)
    ]
    return set(told[1].split()) - set(told[0].split())


@pytest.mark.parametrize(("code", "needed", "most"), [(VERSION, set(), 10), (HELP, {"argparse"}, 80)], ids=["version", "help"])
def test_what_is_only_said_loads_nothing_that_works(code: str, needed: set[str], most: int) -> None:
    found = loaded(code)
    print(f"{len(found)} modules, of which ours: {sorted(each for each in found if each.startswith('interview'))}")
    assert needed == found & set(HEAVY)
    assert len(found) <= most


def test_the_core_loads_little_beside_pydantic() -> None:
    found = loaded("import trd_core.assess") - loaded("import pydantic")
    print(f"{len(found)} modules beside those of pydantic")
    assert len(found) <= 185
    assert not found & {"textual", "rich", "apsw", "transitions", "argparse"}


@pytest.mark.parametrize("call", [(), ("resume", "r1"), ("new", "--subject", "S-1")], ids=["home", "resume", "new"])
def test_the_interface_is_loaded_while_a_passphrase_is_typed_and_a_stop_there_is_in_order(tmp_path: Path, call: tuple[str, ...]) -> None:
    Vault.create(tmp_path / "vault", Passphrase("several words"), cost=LEAST_COST)[0].close()
    ended = subprocess.run([sys.executable, "-c", ASKED, str(tmp_path), *call], capture_output=True, text=True, check=False)
    assert (130, "asked: not yet, True\n", "") == (ended.returncode, ended.stdout, ended.stderr)


def test_line_by_line_nothing_of_the_interface_is_loaded(tmp_path: Path) -> None:
    Vault.create(tmp_path / "vault", Passphrase("several words"), cost=LEAST_COST)[0].close()
    call = [str(tmp_path), "new", "--subject", "S-1", "--plain"]
    ended = subprocess.run([sys.executable, "-c", ASKED, *call], capture_output=True, text=True, check=False)
    assert (130, "asked: not yet, False\n") == (ended.returncode, ended.stdout)


def test_the_first_question_needs_no_room_that_comes_later() -> None:
    found = loaded(FIRST_QUESTION)
    ours = [each for each in found if each.startswith(("interview.", "trd_core."))]
    print(f"{len(found)} modules, {len(ours)} of them ours")
    assert [] == [each for each in LATER if each in found]
    assert len(ours) <= 450
