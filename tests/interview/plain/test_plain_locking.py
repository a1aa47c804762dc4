"""`/lock` line by line forgets the key until the passphrase is typed; a while without a line locks by itself; waiting grows."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from interview.engine.doors import Doors, UserSettings
from interview.engine.ports import StoreFault
from interview.plain.console import Console, Line
from interview.plain.held import resumed
from interview.plain.interview import PlainInterview
from interview.storage.unlock import LEAST_COST, KeyFile, Passphrase
from interview.storage.vault import Vault
from tests.interview.engine.world import SMALL, ids
from tests.interview.program import SteppingClock

WORDS = "two slow barges"
NEW_ID = ids()


def sat(vault: Vault, typed: str, ask: Callable[[str], str] | None) -> tuple[int, str, str]:
    """Sit through lines; return the exit code, what was said, and the record."""
    doors = Doors(vault, SMALL, SteppingClock(), NEW_ID, UserSettings(), lambda *_: None)
    doors.drafts, doors.lock, doors.ask_secret = vault.drafts, vault, ask
    session, out = doors.begin("S-1"), io.StringIO()
    code = PlainInterview(doors, session, Console(io.BytesIO(typed.encode()), out)).run()
    return code, " ".join(out.getvalue().split()), session.record


def test_the_passphrase_opens_it_again_and_ending_while_locked_loses_nothing(tmp_path: Path) -> None:
    vault, _ = Vault.create(tmp_path / "vault", Passphrase(WORDS), cost=LEAST_COST)
    seen: list[str] = []
    answers = iter(["wrong", WORDS])

    def ask(_prompt: str) -> str:
        try:
            vault.records()
        except StoreFault as fault:
            seen.append(fault.kind)
        return next(answers)

    code, said, record = sat(vault, "yes\n/lock\nEverything is grey.\n/quit\n", ask)
    assert (0, ["locked", "locked"]) == (code, seen)
    assert "This screen cannot be blanked" in said
    assert "does not open this vault" in said
    assert "Open again, where it was left." in said
    assert WORDS not in said
    verbatim = [body.verbatim for event in vault.events(record) if (body := event.body).type == "item_answered"]
    assert ["yes", "Everything is grey."] == verbatim

    def gone(_prompt: str) -> str:
        raise EOFError

    code, said, _ = sat(vault, "yes\n/lock\nEverything is grey.\n", gone)
    assert (130, True) == (code, vault.is_locked)
    assert "Ended while it was locked" in said
    vault.unlock(WORDS)
    code, said, _ = sat(vault, "/lock\n/quit\n", None)
    assert (0, False) == (code, vault.is_locked)
    assert "nothing was locked" in said
    vault.close()


def test_a_terminal_without_a_line_locks_and_asks_for_the_line_again() -> None:
    above, below = os.openpty()
    out, idle = io.StringIO(), []
    with os.fdopen(below, "rb", buffering=0) as terminal:
        console = Console(terminal, out)

        def on_idle() -> None:
            idle.append(1)
            os.write(above, b"an answer\n")

        console.when_idle(0.001, on_idle)
        line = console.ask("> ")
    os.close(above)
    assert line is not None
    assert (1, "an answer", "> > ") == (len(idle), line.text, out.getvalue())


def test_a_record_open_elsewhere_is_told_may_be_read_and_tried_again(tmp_path: Path) -> None:
    vault, _ = Vault.create(tmp_path / "vault", KeyFile(tmp_path / "key"))
    other = Vault.open(tmp_path / "vault", KeyFile(tmp_path / "key"))
    doors = Doors(vault, SMALL, SteppingClock(), NEW_ID, UserSettings(), lambda *_: None)
    session = doors.begin("S-9")
    session.release()
    other.hold(session.record)
    for lines, opens in ((["/read", "q", "", "/quit"], False), (["", None], True)):
        left, out = iter(lines), io.StringIO()
        above, below = os.openpty()
        with os.fdopen(below, "rb", buffering=0) as terminal:
            console = Console(terminal, out)

            def ask(_prompt: str = "> ", left: Iterator[str | None] = left, opens: bool = opens) -> Line | None:
                if opens:
                    other.close()
                typed = next(left)
                return None if typed is None else Line(typed)

            console.ask = ask  # type: ignore[method-assign]
            if opens:
                assert session.record == resumed(doors, session.record, console).record
            else:
                with pytest.raises(StoreFault) as fault:
                    resumed(doors, session.record, console)
                assert "busy" == fault.value.kind
        os.close(above)
        said = " ".join(out.getvalue().split())
        assert f"(process {os.getpid()}) since 20" in said
        assert "/read reads it as it stands" in said
        assert opens or "S-9" in said
    vault.close()
