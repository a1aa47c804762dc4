"""T7 elsewhere than in the terminal interface alone: its parent killed, line by line, answers from a pipe, the server and its tab.

Each is ended while somebody is at work; it ends soon and in order, says no traceback, and what was shown as saved is there.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pexpect
import pytest

from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault
from tests.e2e.terminal import PHRASE, SECONDS, Terminal, environ, made_place, rotating
from tests.e2e.test_browser import Server, begun, server, until_gone, visiting

__all__ = ["server"]

Ended = Callable[[Path, list[str]], None]
CONSENT: Final = {"link_id": "interview.consent", "value": "yes"}


def parent_killed(home: Path, options: list[str]) -> None:
    """The shell is killed in which it runs: the terminal hangs up, and what was being typed is on the disk."""
    call = f"{sys.executable} -m interview {' '.join(options)} new --subject S-1; true"
    terminal = Terminal.__new__(Terminal)
    terminal.seen = ""
    terminal.child = pexpect.spawn("/bin/bash", ["-c", call], timeout=SECONDS, env=environ(home), dimensions=(24, 80), encoding="utf-8")
    terminal.shows("baseline")
    terminal.draws("F1 help")
    terminal.types("half a sentence")
    [program] = children(terminal.child.pid)
    os.kill(terminal.child.pid, signal.SIGKILL)
    terminal.child.wait()
    gone(program)
    assert 1 == len(list((home / "data" / "vault" / "drafts").iterdir()))


def _at_plain(home: Path, options: list[str]) -> pexpect.spawn:
    own = environ(home)
    argv = ["-m", "interview", *options, "new", "--subject", "S-2", "--plain"]
    child = pexpect.spawn(sys.executable, argv, timeout=SECONDS, env={**own, "TERM": "dumb"}, encoding="utf-8")
    child.expect_exact("\r\n> ")
    child.sendline("yes")
    child.expect("saved ")
    return child


def plain_hung_up(home: Path, options: list[str]) -> None:
    """Line by line: SIGHUP."""
    child = _at_plain(home, options)
    child.kill(signal.SIGHUP)
    child.expect(pexpect.EOF)
    child.wait()
    assert 128 + signal.SIGHUP == child.exitstatus
    assert "Traceback" not in child.before


def plain_without_terminal(home: Path, options: list[str]) -> None:
    """Line by line: the terminal is closed."""
    child = _at_plain(home, options)
    child.ptyproc.fileobj.close()  # not by its number, which is another's by the time the file is collected
    child.closed = child.ptyproc.closed = True
    _, status = os.waitpid(child.pid, 0)
    child.terminated = True
    assert 128 + signal.SIGHUP == os.waitstatus_to_exitcode(status)


def _replay_ended(number: signal.Signals) -> Ended:
    def ended(home: Path, options: list[str]) -> None:
        call = [sys.executable, "-m", "interview", *options, "replay", "-", "--subject", "S-3"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(call, env=environ(home), text=True, **pipes) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(json.dumps(CONSENT) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["saved"]
            process.send_signal(number)
            _, said = process.communicate(timeout=SECONDS)
        assert 128 + number == process.returncode
        assert "Everything shown as saved is saved" in said
        assert "Traceback" not in said

    return ended


CASES: Final[dict[str, Ended]] = {
    "parent killed": parent_killed,
    "plain, HUP": plain_hung_up,
    "plain, terminal closed": plain_without_terminal,
    **{f"replay -, {number.name}": _replay_ended(number) for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)},
}
OF_SERVER: Final = ("server, TERM", "server, HUP", "server, KILL", "tab, TERM", "tab, KILL")
NAMES: Final = (*CASES, *OF_SERVER)
CHOSEN: Final = NAMES if "EVERY_SIGNAL" in os.environ else (NAMES[rotating(len(NAMES))],)
"""The gate takes one, another with each commit; `EVERY_SIGNAL=1` takes all."""


@pytest.mark.parametrize("name", [name for name in CHOSEN if name in CASES])
def test_what_ends_it_ends_it_in_order(name: str, tmp_path: Path) -> None:
    print(f"\n{name}; {len(CHOSEN)} of {len(NAMES)}; EVERY_SIGNAL=1: all")
    options = made_place(tmp_path)
    CASES[name](tmp_path, options)
    vault = Vault.open(tmp_path / "data" / "vault", Passphrase(PHRASE))
    found = vault.verify()
    vault.close()
    assert (1, True) == (len(found.records), found.is_whole)


@pytest.mark.parametrize("name", [name for name in CHOSEN if name in OF_SERVER])
async def test_a_signal_ends_the_server_with_its_tabs_or_one_tab_alone(name: str, server: Server) -> None:
    print(f"\n{name}; {len(CHOSEN)} of {len(NAMES)}; EVERY_SIGNAL=1: all")
    what, number = name.split(", ")
    told = signal.Signals[f"SIG{number}"]
    async with visiting(server) as visitor, visitor.connect() as tab:
        await begun(tab, "S-1")
        tabs = children(server.process.pid)
        assert 1 == len(tabs)
        os.kill(server.process.pid if what == "server" else tabs[0], told)
        await tab.closed()
        await until_gone(tabs)
        if what == "server":
            code = await asyncio.to_thread(server.process.wait, SECONDS)
            assert (-told if told == signal.SIGKILL else 128 + told) == code
        else:
            assert server.process.poll() is None
            async with visitor.connect() as again:
                await again.sees("S-1")
    assert ["record_opened"] == [event.body.type for event in server.events(server.record())][:1]


def children(pid: int) -> list[int]:
    """Return the processes that a process began and that run."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def gone(pid: int) -> None:
    """Look until a process that is not ours to wait for has ended."""
    until = time.monotonic() + SECONDS
    while Path(f"/proc/{pid}").exists() and Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < until
