"""What is told of a crash: which kinds of fault, where in our own modules, which versions. Never a message, a variable, an argument.

Messages and variables are where answers stand. A kind of fault and a line number are enough to find the place.
"""

from __future__ import annotations

import datetime as dt
import json
import platform
import secrets
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from interview.storage.files import create_private, make_private_folder

FOLDER: Final = "crashes"
SCHEMA: Final = "trd-crash/1"
MOST_KEPT: Final = 10
"""Files; the oldest go first."""

MOST_FAULTS, MOST_PLACES = 8, 40
OURS: Final = ("interview", "trd_core")
PACKAGES: Final = ("textual", "apsw-sqlite3mc", "pydantic", "transitions")


def kept(folder: Path, fault: BaseException, version: str, at: dt.datetime) -> Path | None:
    """Keep what may be told of a crash in a private file, and return where; None where nothing could be kept."""
    crashes = folder / FOLDER
    try:
        if crashes.is_symlink():
            return None
        make_private_folder(crashes)
        path = crashes / f"crash-{at.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}.json"
        create_private(path, json.dumps(told(fault, version, at), indent=1).encode() + b"\n")
    except (OSError, ValueError):
        return None
    for old in sorted(crashes.glob("crash-*.json"))[:-MOST_KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def told(fault: BaseException, version: str, at: dt.datetime) -> dict[str, Any]:
    """Return what may be told of a crash."""
    return {
        "schema": SCHEMA,
        "at": at.isoformat(timespec="seconds"),
        "program": version,
        "python": platform.python_version(),
        "system": sys.platform,
        "packages": {name: _installed(name) for name in PACKAGES},
        "faults": [{"kind": kind(each), "places": list(places(each.__traceback__))} for each in chain(fault)],
    }


def chain(fault: BaseException) -> tuple[BaseException, ...]:
    """Return the fault and those that led to it, the last first; what a worker failed of stands behind its failure."""
    found: list[BaseException] = []
    waiting: list[BaseException | None] = [fault]
    while waiting and len(found) < MOST_FAULTS:
        each = waiting.pop(0)
        if each is None or any(each is known for known in found):
            continue
        found.append(each)
        inner = getattr(each, "error", None)
        waiting += [inner if isinstance(inner, BaseException) else None, each.__cause__, each.__context__]
        if isinstance(each, BaseExceptionGroup):
            waiting += each.exceptions
    return tuple(found)


def kind(fault: BaseException) -> str:
    """Return the name of the fault's class."""
    name = type(fault).__name__
    return name if name.isidentifier() and name.isascii() and len(name) <= 80 else "Exception"


def place(fault: BaseException) -> str | None:
    """Return the last place in our modules that the fault, or the one that led to it, passed; None where there is none."""
    for each in chain(fault):
        found = tuple(places(each.__traceback__))
        if found:
            return found[-1]
    return None


def places(trace: TracebackType | None) -> Iterator[str]:
    """Yield the places in our own modules that a fault passed, the outermost first: `interview.tui.app:104`."""
    count = 0
    while trace is not None and count < MOST_PLACES:
        module = trace.tb_frame.f_globals.get("__name__")
        if isinstance(module, str) and module.split(".")[0] in OURS:
            count += 1
            yield f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next


def _installed(name: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return None
