"""TOML in, `CaseFile` out, through strict models; a fault names the place."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path

from interview.practice.patient.case_file import CaseFile
from interview.questionnaire.toml_file import LARGEST, TomlRefused, faults_of, ordinary_bytes, table_of


class CaseUnreadable(ValueError):
    """A case file cannot be read. `faults` are sentences: where, what, what to do; never a text of the file."""

    def __init__(self, name: str, faults: tuple[str, ...]) -> None:
        super().__init__(f"{name}: {faults[0]}" + (f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""))
        self.name = name
        self.faults = faults


def read(path: Path) -> CaseFile:
    """Return the case in a file. Raises `CaseUnreadable`."""
    try:
        raw = ordinary_bytes(path)
    except TomlRefused as refused:
        raise CaseUnreadable(str(path), (str(refused),)) from None
    return parse(str(path), raw)


def parse(name: str, raw: bytes) -> CaseFile:
    """Return the case that bytes hold; `name` stands in faults. Raises `CaseUnreadable`."""
    if len(raw) > LARGEST:
        raise CaseUnreadable(name, (f"larger than {LARGEST} bytes; a case is smaller",))
    try:
        return CaseFile.model_validate_json(json.dumps(table_of(raw), default=str))
    except TomlRefused as refused:
        raise CaseUnreadable(name, (str(refused),)) from None
    except (ValueError, RecursionError) as fault:
        raise CaseUnreadable(name, faults_of(fault)) from None


@cache
def bundled() -> tuple[CaseFile, ...]:
    """Return the cases that come with the program, in the order in which they teach."""
    folder = resources.files("interview.practice") / "cases"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(sorted((parse(entry.name, entry.read_bytes()) for entry in files), key=lambda case: case.order))
