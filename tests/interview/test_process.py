"""The process leaves no trace: the toolkit's telling variables, pictures of the screen, the crash file, the network."""

from __future__ import annotations

import datetime as dt
import inspect
import json
import os
import re
import shutil
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from textual import constants
from textual.app import App

from interview.process import crash
from interview.process.crash import MOST_KEPT
from interview.process.quiet import KEPT, without_telling
from interview.tui.app import InterviewApp
from interview.tui.unseen import PictureRefused
from tests.interview.engine.world import SMALL
from tests.interview.program import Program
from tests.interview.tui.desk import doors

NOW = dt.datetime(2026, 3, 1, 10, 0, tzinfo=dt.UTC)


def test_no_variable_of_the_toolkit_that_tells_or_acts_reaches_it() -> None:
    """Every variable that the installed toolkit names in its constants; a new one is not kept either."""
    named = set(re.findall(r"TEXTUAL_?[A-Z_]*", inspect.getsource(constants)))
    assert {"TEXTUAL_LOG", "TEXTUAL_DEBUG", "TEXTUAL_PRESS", "TEXTUAL_SCREENSHOT", "TEXTUAL_DRIVER", "TEXTUAL_DEVTOOLS_HOST"} <= named
    environ = dict.fromkeys([*named, "TEXTUAL", "TEXTUAL_ALLOW_SIGNALS", "TERM"], "1")
    without_telling(environ)
    assert {"TERM", "TEXTUAL_COLOR_SYSTEM"} == set(environ)
    assert {"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_SPEEDUPS"} == set(KEPT)


async def test_no_command_pictures_the_screen_and_no_act_does() -> None:
    app = InterviewApp(doors())
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [] == list(app.get_system_commands(app.screen))
        assert "Screenshot" in {command.title for command in App.get_system_commands(app, app.screen)}, "the control"
        assert not app.ENABLE_COMMAND_PALETTE
        for action in ("screenshot", "save_screenshot", "suspend_process"):
            assert not app.check_action(action, ())
            await app.run_action(f"app.{action}")
        for act in (app.save_screenshot, app.deliver_screenshot, lambda: app.deliver_text("x"), lambda: app.deliver_binary("x")):
            with pytest.raises(PictureRefused):
                act()
        app.action_screenshot()
        assert "svg" in app.export_screenshot(), "in memory, for tests and pictures of the manual"


def failed() -> Exception:
    """Return a fault that passed our modules, behind another, with the canary wherever it could be told."""
    try:
        try:
            Program(Path("CANARY"), SMALL).events("CANARY")
        except Exception as first:
            raise ValueError("CANARY", {"answer": "CANARY"}) from first
    except ValueError as fault:
        return fault
    raise AssertionError


def test_the_crash_file_tells_kinds_places_and_versions_only(tmp_path: Path) -> None:
    kept = crash.kept(tmp_path / "data", failed(), "0.1.0", NOW)
    assert kept is not None
    assert (0o600, 0o700) == tuple(stat.S_IMODE(path.stat().st_mode) for path in (kept, kept.parent))
    text = kept.read_text()
    told = json.loads(text)
    assert "CANARY" not in text + kept.name
    assert {"schema", "at", "program", "python", "system", "packages", "faults"} == set(told)
    assert "ValueError" == told["faults"][0]["kind"]
    assert all(re.fullmatch(r"(interview|trd_core)(\.\w+)*:\d+", place) for each in told["faults"] for place in each["places"])
    assert any(each["places"] for each in told["faults"])


def test_so_many_crash_files_are_kept_and_no_link_is_followed(tmp_path: Path) -> None:
    for minute in range(MOST_KEPT + 3):
        assert crash.kept(tmp_path, ValueError(), "1", NOW + dt.timedelta(minutes=minute)) is not None
    names = sorted(path.name for path in (tmp_path / "crashes").iterdir())
    assert MOST_KEPT == len(names)
    assert names[0].startswith("crash-20260301T1003")
    shutil.rmtree(tmp_path / "crashes")
    (tmp_path / "elsewhere").mkdir()
    os.symlink(tmp_path / "elsewhere", tmp_path / "crashes")
    assert crash.kept(tmp_path, ValueError(), "1", NOW) is None
    assert [] == list((tmp_path / "elsewhere").iterdir())


@pytest.mark.parametrize("argv", [("questionnaire", "--format", "fhir"), ("score-cohort", "IN"), ("export", "r1", "--format", "json")])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_nothing_is_written_through_a_link(tmp_path: Path, argv: tuple[str, ...], force: tuple[str, ...]) -> None:
    """Whatever leads there: a link to a file, and one to nothing yet."""
    program = Program(tmp_path / "data", SMALL)
    (tmp_path / "cases.ndjson").write_text('{"subject": "S-1"}\n')
    assert 0 == program("replay", "-", "--subject", "S-1", stdin=LINE).code
    (tmp_path / "there.ndjson").write_text("before")
    for target in ("there.ndjson", "nowhere.ndjson"):
        link = tmp_path / f"to-{target}"
        os.symlink(tmp_path / target, link)
        given = [str(tmp_path / "cases.ndjson") if each == "IN" else each for each in argv]
        ended = program(*given, "--out", str(link), *force)
        assert 2 == ended.code, ended
        assert link.is_symlink()
    assert "before" == (tmp_path / "there.ndjson").read_text()
    assert not (tmp_path / "nowhere.ndjson").exists()


LINE = json.dumps({"link_id": "interview.consent", "value": True}) + "\n"


@pytest.mark.parametrize("face", ["pipe", "plain"])
def test_a_signal_ends_a_face_of_lines_with_everything_said_as_saved_kept(tmp_path: Path, face: str) -> None:
    (tmp_path / "phrase").write_text("several words of a test")
    options = ["--data-dir", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "phrase")]
    call = ["replay", "-", "--subject", "S-1"] if face == "pipe" else ["new", "--subject", "S-1", "--plain"]
    process = subprocess.Popen(
        [sys.executable, "-m", "interview", *options, *call], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(LINE.encode() if face == "pipe" else b"yes\n")
    process.stdin.flush()
    seen = b""
    while b'"saved": true' not in seen and b"Saved" not in seen and (read := os.read(process.stdout.fileno(), 4096)):
        seen += read
        if face == "plain" and seen.count(b"\n> ") > 1:
            break
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=60)
    assert 128 + signal.SIGTERM == process.returncode
    assert b"Stopped by a signal. Everything shown as saved is saved." in told
    listed = subprocess.run(
        [sys.executable, "-m", "interview", *options, "list", "--format", "json"], capture_output=True, text=True, check=True
    )
    assert 1 == json.loads(listed.stdout)[0]["answered"]


def test_nothing_asks_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every connection to anywhere is refused here, and nothing wants one; the control wants one."""
    asked: list[Any] = []

    def refused(_self: socket.socket, address: Any) -> None:
        asked.append(address)
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "connect_ex", refused)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **_: refused(socket.socket(), given))
    program = Program(tmp_path / "data", SMALL)
    for call in (("vault", "init"), ("doctor",), ("check",), ("schema", "case"), ("list",), ("verify",)):
        assert program(*call).code in (0, 1), call
    assert 0 == program("new", "--subject", "S-1", "--plain", stdin="yes\n").code
    assert [] == asked
    with pytest.raises(OSError, match="no network"):
        socket.create_connection(("127.0.0.1", 9))
    assert 1 == len(asked)


def test_without_any_network_the_program_does_everything(tmp_path: Path) -> None:
    """The real program where there is not even a loopback address that answers."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody take the network away (unshare -n)")
    (tmp_path / "phrase").write_text("several words of a test")
    options = ["--data-dir", str(tmp_path / "data"), "--passphrase-file", str(tmp_path / "phrase")]
    call = ["unshare", "-n", sys.executable, "-m", "interview", *options]
    for argv, typed in ((["new", "--subject", "S-1", "--plain"], "yes\n44\n"), (["check"], ""), (["score", "-"], '{"subject": "S-1"}')):
        ended = subprocess.run([*call, *argv], input=typed, capture_output=True, text=True, check=False, timeout=100)
        assert 0 == ended.returncode, (argv, ended.stderr)
