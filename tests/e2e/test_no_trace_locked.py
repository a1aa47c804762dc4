"""C1, two more places: a terminal that is locked over a half-typed answer and opened again, and a session of practice.

By the switch only: `EVERY_TRACE=1` runs them; what the gate takes of C1 stands in `test_no_trace`.
"""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.e2e.terminal import PHRASE, Terminal, made_place
from tests.e2e.test_no_trace import CANARY, FORMS, run
from tests.e2e.traces import TITLE, forms, found_in, found_in_processes, found_on_disk

pytestmark = pytest.mark.skipif("EVERY_TRACE" not in os.environ, reason="EVERY_TRACE=1 runs it")
LOCKED = "passphrase opens it again"
PHRASE_FORMS = forms(PHRASE)


def test_a_locked_terminal_shows_and_leaves_nothing(tmp_path: Path) -> None:
    """The note is saved, the answer is half typed; after the lock only ciphertext, and nothing on the screen that was cleared."""
    terminal = Terminal(tmp_path, ["-m", "interview", *made_place(tmp_path), "new", "--subject", "S-1"])
    terminal.draws("F1 help")
    (tmp_path / "phrase").unlink()
    terminal.types(CANARY)
    terminal.child.send("\x1bOP")
    terminal.draws("type to search")
    terminal.types("lock")
    terminal.child.send("\r")
    terminal.draws(LOCKED)
    at_lock = len(terminal.seen)
    assert set() == found_in_processes(FORMS | PHRASE_FORMS)
    assert {} == found_on_disk([tmp_path], FORMS | PHRASE_FORMS)
    terminal.child.send("no words of it")
    terminal.draws("\N{BULLET}" * 14)
    terminal.child.send("\r")
    terminal.draws("The passphrase does not open")
    assert set() == found_in(terminal.seen[at_lock:].encode(), FORMS | PHRASE_FORMS)
    terminal.child.send(PHRASE)
    terminal.draws("\N{BULLET}" * len(PHRASE))
    terminal.child.send("\r")
    terminal.draws(CANARY)
    terminal.tell(signal.SIGTERM)
    assert 128 + signal.SIGTERM == terminal.code
    assert not TITLE.search(terminal.seen)
    assert set() == found_in(terminal.seen.encode(), PHRASE_FORMS)
    assert {} == found_on_disk([tmp_path], FORMS | PHRASE_FORMS)
    assert 1 == len(list((tmp_path / "data" / "vault" / "drafts").iterdir()))


def test_a_session_of_practice_leaves_nothing(tmp_path: Path) -> None:
    """What the trainee says, notes and explains stands in the vault of practice alone."""
    options = made_place(tmp_path)
    said = f"What troubles you most, {CANARY}?\n/note {CANARY}\nHow long has it been so, {CANARY}?\n/quit\n"
    ended = run(tmp_path, "interview", *options, "practise", "martin", "--plain", "--interviewer", CANARY, typed=said)
    assert 0 == ended.returncode, ended.stderr
    assert "PRACTICE" in ended.stdout
    assert set() == found_in(ended.stderr.encode(), FORMS)
    assert (tmp_path / "data" / "practice" / "vault" / "vault.db").stat().st_size > 8192
    assert {} == found_on_disk([tmp_path], FORMS)
