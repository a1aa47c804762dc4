"""T2: what somebody wrote is never an escape: each face runs in a terminal of its own, and what it writes there is taken apart.

Texts that would drive a terminal come by a record whose every free text holds them, by a paste, and by raw bytes; only sequences on a
closed list come out. A widget and a line that pass a text as it is show that others are seen.
"""

from __future__ import annotations

import codecs
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pexpect

from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault
from tests.e2e.terminal import PHRASE, Terminal
from tests.faults.outcome import Outcome
from tests.faults.terminal_bytes import foreign, kinds
from tests.interview.tui.rich_records import free_texts, rich_doors

PAYLOADS: Final = (
    "\x1b[31mred",
    "\x1b[2J\x1b[5;5R",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1bP$q q\x1b\\",
    "\x1b_apc\x1b\\",
    "\x1bc",
    "\x9b2J",
    "\x9d0;title\x9c",
    "\x90q\x9c",
    "\x00\x07\x08\x0b\x0c\x0e\x7f\x85",
    "abc\u202etxt.exe\u202c\u2066one\u2069",
)
HOSTILE: Final = " ".join(PAYLOADS)
RAW: Final = b"raw \x9b2J \x9d0;t\x9c \x90q\x9c \xff"
"""Bytes that are control characters in an eight-bit terminal and no text in UTF-8."""

PASTED: Final = b"\x1b[200~" + HOSTILE.replace("\x1b[201~", "").encode() + b"\x1b[201~"
LEAKS: Final = f"""
from textual.app import App
from textual.widgets import Static
from rich.text import Text
class Leaky(App):
    def compose(self):
        yield Static(Text({HOSTILE!r}))
    def on_mount(self):
        self.set_timer(0.3, self.exit)
Leaky().run()
"""
"""The same toolkit with a text handed to a widget as it is."""


class Watched(Terminal):
    """A terminal that keeps every byte."""

    def __init__(self, home: Path, argv: list[str], **more: str) -> None:
        super().__init__(home, argv, **more)
        self.child._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self.child.delaybeforesend = None

    @property
    def written(self) -> bytes:
        """Everything that was written."""
        return self.seen.encode("utf-8", errors="surrogateescape")

    def finished(self) -> bytes:
        """Wait for the end and return everything."""
        self.end()
        return self.written

    def bytes_in(self, raw: bytes) -> None:
        """Send bytes as they are."""
        os.write(self.child.child_fd, raw)


def place_with_records(folder: Path) -> list[str]:
    """Make a vault whose records hold the texts in every field, and return the options that name it."""
    (folder / "phrase").write_text(PHRASE)
    store = rich_doors(HOSTILE).store
    vault, _code = Vault.create(folder / "data" / "vault", Passphrase(PHRASE))
    for summary in store.records():
        vault.append(summary.record, store.events(summary.record), summary)
    vault.close()
    return ["-m", "interview", "--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "phrase")]


def app(folder: Path, place: list[str]) -> bytes:
    """Resume a record on the screens, paste and send bytes, look at the person's map and the clinician's view, and leave."""
    terminal = Watched(folder, [*place, "resume", "visit2"])
    terminal.draws("F1")
    terminal.child.send(PASTED.decode())
    terminal.draws("red")
    terminal.bytes_in(RAW)
    terminal.child.send("\x1bOS")
    terminal.tell(15)
    assert terminal.code == 128 + 15, terminal.code
    return terminal.written


def plain(folder: Path, place: list[str]) -> bytes:
    """Resume a record line by line, type the texts, and look at everything that is said there."""
    terminal = Watched(folder, [*place, "resume", "visit1", "--plain"], TERM="dumb")
    terminal.shows("> ")
    terminal.child.setecho(False)  # what a terminal repeats of the keys is not the program's
    for words in ("/help", "/clinician on", "/map", "/proposals", "/first", "/case", f"/note {HOSTILE}".replace("\x03", ""), "/find red"):
        terminal.child.sendline("".join(sign for sign in words if sign not in "\x00\x07\x08\x1a\x1c\x7f\x15\x17\x0e\x0f\x12\x13\x11"))
        terminal.shows("> ")
    terminal.bytes_in(RAW.replace(b"\x00", b"") + b"\n")
    terminal.shows("> ")
    terminal.child.sendline("/quit")
    return terminal.finished()


def lists(folder: Path, place: list[str]) -> bytes:
    """List the records on a terminal."""
    return Watched(folder, [*place, "list"]).finished()


def compares(folder: Path, place: list[str]) -> bytes:
    """Compare two visits on a terminal."""
    return Watched(folder, [*place, "compare", "visit1", "visit2"]).finished()


def exports(folder: Path, place: list[str]) -> bytes:
    """Write a record as Markdown, and print what is in it as `cat` would: the file must be as harmless as the screen."""
    out = folder / "out.md"
    seen = Watched(folder, [*place, "export", "visit1", "--format", "markdown", "--out", str(out), "--force"]).finished()
    return seen + out.read_bytes()


def previews(folder: Path, place: list[str]) -> bytes:
    """Say on a terminal what an export would hold, under a name that would drive it."""
    name = str(folder / f"out{PAYLOADS[2]}.md")
    return Watched(folder, [*place, "export", "visit1", "--format", "markdown", "--out", name, "--preview"]).finished()


def practises(folder: Path, place: list[str]) -> bytes:
    """Practise line by line, and say the texts to the patient."""
    terminal = Watched(folder, [*place, "practise", "missed_doses", "--plain"], TERM="dumb")
    terminal.shows("> ")
    terminal.child.setecho(False)  # what a terminal repeats of the keys is not the program's
    terminal.child.sendline("How are you? " + "".join(sign for sign in HOSTILE if sign >= " " and sign != "\x7f"))
    terminal.shows("> ")
    terminal.bytes_in(RAW + b"\n")
    terminal.shows("> ")
    terminal.child.sendline("/quit")
    terminal.child.sendeof()
    return terminal.finished()


def refuses(folder: Path, place: list[str]) -> bytes:
    """Name a file, a record and a command that would drive the terminal."""
    seen = b""
    for argv in (["import", f"no{HOSTILE}".replace("\x00", "")], ["case", HOSTILE.replace("\x00", "")], [HOSTILE.replace("\x00", "")]):
        seen += Watched(folder, [*place, *argv]).finished()
    return seen


RUNS: Final[dict[str, Callable[[Path, list[str]], bytes]]] = {
    "the screens": app,
    "--plain": plain,
    "list": lists,
    "compare": compares,
    "export": exports,
    "export --preview": previews,
    "practise --plain": practises,
    "refusals": refuses,
}
GATE: Final = ("the screens",)
"""What a sample runs each time; of the others some by turns."""


def controls(folder: Path, *, sampled: bool) -> tuple[tuple[str, bool], ...]:
    """Return whether a line, and unless sampled a widget, that pass a text as it is are seen."""
    programs = {"a line printed as it is": f"print({HOSTILE!r})"} | ({} if sampled else {"a widget given the text as it is": LEAKS})
    return tuple((name, len(foreign(Watched(folder, ["-c", program]).finished())) > 3) for name, program in programs.items())


def run(n: int = 0, seed: int = 2) -> Outcome:
    """Run every face; with `n`, the screens, and `n` of the others from the seed on, and of the broken builds the line alone."""
    begun = time.monotonic()
    others = [name for name in RUNS if name not in GATE]
    chosen = [*GATE, *(others[(seed + place) % len(others)] for place in range(n))] if n else list(RUNS)
    failures, seen = [], set()
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above)
        place = place_with_records(folder)
        for name in chosen:
            try:
                written = RUNS[name](folder, place)
            except (pexpect.TIMEOUT, pexpect.EOF, AssertionError) as fault:
                failures.append(f"{name}: {type(fault).__name__} {str(fault)[-300:]}")
                continue
            seen |= kinds(written)
            failures += [f"{name}: {each}" for each in foreign(written)]
            if b"Traceback" in written:
                failures.append(f"{name}: a traceback")
        caught = controls(folder, sampled=bool(n))
    texts = f"{len(PAYLOADS)} texts in {free_texts(HOSTILE)} fields, pasted, and as raw bytes"
    done = f"{', '.join(chosen)}: {texts}; {len(seen)} kinds of sequences"
    return Outcome("T2", done, len(chosen), tuple(failures), seed, time.monotonic() - begun, caught)
