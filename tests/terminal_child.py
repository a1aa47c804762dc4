"""What runs inside a pseudo-terminal of a test or a measure: a command, or a function in a fork of this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NoReturn


def become(argv: Sequence[str], variables: Mapping[str, str], warm: Callable[[], int] | None) -> NoReturn:
    """Be the command from now on, or run the function on the terminal and end with its exit code; 70 where neither can be."""
    try:
        if warm is None:
            os.execve(argv[0], list(argv), dict(variables))
        os.environ.clear()
        os.environ.update(variables)
        sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115
        sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115
        sys.stderr = sys.__stderr__ = open(2, "w", encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115
        os._exit(warm())
    finally:
        os._exit(70)


def squeezed(text: str) -> str:
    """Return a text without spaces, frames and signs, so that it is found however its lines are broken."""
    return "".join(filter(str.isalnum, text))
