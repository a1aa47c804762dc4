"""Pastes to the faces that read lines: `--plain`, and the prompts for a passphrase; each in a terminal of its own (T6)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pexpect

from interview.plain.secret_line import SEVERAL, TOO_LONG
from interview.storage.unlock import Passphrase
from interview.storage.vault import Vault
from tests.e2e.terminal import PHRASE, Terminal, made_place

AT_ONCE, OVERLONG, ONE_ANSWER = "came at once, and one is asked for", "longer than one line can hold", "came at once; they are one answer"
LINE: Final = "word " * 15 + "\n"
PASTES: Final[dict[str, tuple[str, str]]] = {
    "three lines": ("yes\nno\n/quit\n", AT_ONCE),
    "two lines, the last without an end": ("yes\nno", AT_ONCE),
    "32 kB in lines": (LINE * 437, AT_ONCE),
    "32 kB in one line": ("word " * 6_554 + "\n", OVERLONG),
    "an end of a paste in it": ("\x1b[200~yes\x1b[201~\n/quit\n", AT_ONCE),
    "escapes and C1": ("yes\x9b2J\n\x1b[31m/quit\x1b\n", AT_ONCE),
    "10 MB in lines": (LINE * 137_971, OVERLONG),
}
"""What is pasted where a yes or no is asked, and what has to be said."""
WHOLE: Final = "one line\ntwo lines\n/quit"
"""What is pasted where a text is asked; its last line has no end."""

OWN_MAIN: Final = "import sys; {before}; from interview.cli import main; sys.exit(main())"
"""The program, changed on purpose."""
STANDARD_PROMPT: Final = "import getpass, interview.world as world; world.ask_secret = getpass.getpass"
LEFT_IN_THE_TERMINAL: Final = "import interview.plain.console as console; console.without_end = lambda _terminal: b''"


def send(terminal: Terminal, text: str) -> None:
    """Paste, however long it takes the program to read it."""
    waiting = memoryview(text.encode())
    while waiting:
        waiting = waiting[os.write(terminal.child.child_fd, waiting) :]


def begun(folder: Path, program: tuple[str, ...] = ("-m", "interview")) -> Terminal:
    """Begin an interview line by line, and wait for its first question."""
    folder.mkdir()
    terminal = Terminal(folder, [*program, *made_place(folder), "new", "--subject", "S-1", "--plain"], TERM="dumb")
    terminal.shows("> ")
    terminal.child.setecho(False)  # nobody reads what a terminal would repeat of ten megabytes
    return terminal


def plainly(folder: Path) -> Iterator[tuple[str, str | None]]:
    """Paste where one line is asked, then where a text is; yield each paste, and what was not as promised."""
    terminal = begun(folder)
    for name, (text, said) in PASTES.items():
        send(terminal, text)
        yield name, _said(terminal, said)
        terminal.shows("> ")
    for answer in ("yes\n", "none\n"):
        send(terminal, answer)
        terminal.shows("saved ")
        terminal.shows("> ")
    send(terminal, WHOLE)
    yield "three lines where a text is asked", _said(terminal, ONE_ANSWER)
    terminal.shows("> ")
    send(terminal, "/quit\n")
    terminal.end()
    vault = Vault.open(folder / "data" / "vault", Passphrase(PHRASE))
    kept = [getattr(event.body, "value", None) for event in vault.events(vault.records()[0].record)]
    vault.close()
    answers = [each for each in kept if each is not None]
    yield "what was kept", None if answers[-1] == WHOLE and len(answers) == 3 else f"{len(answers)} answers were kept"


def secretly(folder: Path, program: tuple[str, ...] = ("-m", "interview")) -> Iterator[tuple[str, str | None]]:
    """Paste where a new passphrase is asked; yield each paste, and what was not as promised."""
    folder.mkdir()
    terminal = Terminal(folder, [*program, "--data-dir", str(folder / "data"), "vault", "init"], TERM="dumb")
    for name, text, said in (
        ("three lines as a passphrase", "one\ntwo\nthree\n", SEVERAL),
        ("two lines, the last without an end, as a passphrase", "one\ntwo", SEVERAL),
        ("32 kB as a passphrase", "x" * 32_768 + "\n", TOO_LONG),
    ):
        terminal.shows("New passphrase: ")
        send(terminal, text)
        if (fault := _said(terminal, said)) is not None:
            yield name, fault
            terminal.child.close(force=True)
            return
        yield name, None
    for prompt in ("New passphrase: ", "Once more: "):
        terminal.shows(prompt)
        send(terminal, PHRASE + "\n")
    terminal.shows("written down")
    send(terminal, "\n")
    terminal.end()
    Vault.open(folder / "data" / "vault", Passphrase(PHRASE)).close()


def _said(terminal: Terminal, words: str) -> str | None:
    """Wait for one of all the things that are said to a line; None where it is this one."""
    others = ["saved ", "Once more: ", "NOT SAVED"]
    try:
        found = terminal.child.expect_exact([words, *others])
    except (pexpect.TIMEOUT, pexpect.EOF) as fault:
        return f"{type(fault).__name__} instead of: {words}"
    return None if found == 0 else f"“{others[found - 1].strip()}” instead of: {words}"


def controls(folder: Path) -> tuple[tuple[str, bool], ...]:
    """Return whether loss is seen: a prompt that keeps the first line, and the end of a paste that stays in the terminal."""
    prompt = secretly(folder / "prompt", ("-c", OWN_MAIN.format(before=STANDARD_PROMPT)))
    terminal = begun(folder / "left", ("-c", OWN_MAIN.format(before=LEFT_IN_THE_TERMINAL)))
    text, said = PASTES["two lines, the last without an end"]
    send(terminal, text)
    left = _said(terminal, said)
    terminal.child.close(force=True)
    return (
        ("the standard prompt for a passphrase", any(fault is not None for _name, fault in prompt)),
        ("the end of a paste left in the terminal", left is not None),
    )
