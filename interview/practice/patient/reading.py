"""TOML in, `CaseFile` out, through strict models; a fault names the place."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from interview.practice.patient.case_file import CaseFile

LARGEST: Final = 1_000_000
"""Bytes of a case file; those that come with the program have about 40 000."""


class CaseUnreadable(ValueError):
    """A case file cannot be read. `faults` are sentences: where, what, what to do; never a text of the file."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__(f"{name}: {faults[0]}" + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
        self.name = name
        self.faults = faults


def read(path: Path) -> CaseFile:
    """Return the case in a file. Raises `CaseUnreadable`."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as fault:
        raise CaseUnreadable(str(path), (f"{fault.strerror}; name a readable file",)) from None
    return parse(str(path), raw)


def parse(name: str, raw: bytes) -> CaseFile:
    """Return the case that bytes hold; `name` stands in faults. Raises `CaseUnreadable`."""
    if len(raw) > LARGEST:
        raise CaseUnreadable(name, (f"larger than {LARGEST} bytes; a case is smaller",))
    try:
        table: dict[str, Any] = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise CaseUnreadable(name, (f"not UTF-8 text (byte {fault.start}); save the file as UTF-8",)) from None
    except tomllib.TOMLDecodeError as fault:
        raise CaseUnreadable(name, (f"not TOML: {fault}; correct the file there",)) from None
    except RecursionError:
        raise CaseUnreadable(name, ("nested too deeply; a case needs three levels",)) from None
    try:
        return CaseFile.model_validate_json(json.dumps(table, default=str))
    except (ValidationError, ValueError, RecursionError) as fault:
        raise CaseUnreadable(name, _faults(fault)) from None


def _faults(fault: Exception) -> tuple[str, ...]:
    if not isinstance(fault, ValidationError):
        return ("holds a value that no case has (a number that is none, or nested too deeply); correct it",)
    return tuple(f"{'.'.join(str(step) for step in each['loc'])}: {each['msg']}" for each in fault.errors(include_input=False))


@cache
def bundled() -> tuple[CaseFile, ...]:
    """Return the cases that come with the program, in the order in which they teach."""
    folder = resources.files("interview.practice") / "cases"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(sorted((parse(entry.name, entry.read_bytes()) for entry in files), key=lambda case: case.order))
