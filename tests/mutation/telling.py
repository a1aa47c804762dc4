"""What was found, said: shares with their interval, and each mutant that nothing noticed."""

from __future__ import annotations

import ast
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.mutation.making import change_of
from tests.mutation.rooms import Room

PASSES_AT: Final = 0.90
SURE: Final = 1.959963985
"""Standard errors to each side of a 95 % interval."""
NOTICED, SURVIVED, OUT_OF_TIME, UNREACHED = "noticed", "survived", "out of time", "no test reaches it"


def found_in(results: Path) -> dict[str, str]:
    """Return what was found about each mutant so far."""
    lines: Iterator[str] = iter(results.read_text("utf-8").splitlines() if results.is_file() else ())
    return {row["name"]: row["found"] for row in map(json.loads, lines)}


def function_of(mutant: str) -> str:
    """Return the function that a mutant is of."""
    return mutant.partition("__mutmut_")[0]


def defined_at(file: Path, name: str) -> tuple[int, int]:
    """Return the first and last line of the function that a mutant is of."""
    steps = re.sub(r"^x_?", "", function_of(name).rsplit(".", 1)[1]).strip("ǁ").split("ǁ")
    inner: ast.AST = ast.parse(file.read_text("utf-8"))
    for step in steps:
        inner = next((each for each in ast.walk(inner) if getattr(each, "name", None) == step), inner)
    return getattr(inner, "lineno", 1), getattr(inner, "end_lineno", None) or 1


def shown(folder: Path, room: Room, name: str) -> str:
    """Return where one mutant is and what it changes."""
    lines = change_of(folder, room, name)
    changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
    file = next((line[4:].strip() for line in lines if line.startswith("--- ")), "")
    place = file
    if changed and (folder / file).is_file():
        low, high = defined_at(folder / file, name)
        source = (folder / file).read_text("utf-8").splitlines()
        was = next((line[1:].strip() for line in changed if line[0] == "-"), "")
        place = f"{file}:{next((at for at in range(low, high + 1) if source[at - 1].strip() == was), low)}"
    return "\n".join([f"{place} ({name})", *(f"    {line[0]} {line[1:].strip()}" for line in changed)])


def interval(share: float, of: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share."""
    square = SURE**2
    middle, wide = share + square / (2 * of), SURE * math.sqrt(share * (1 - share) / of + square / (4 * of**2))
    return (middle - wide) / (1 + square / of), (middle + wide) / (1 + square / of)


def report(folder: Path, room: Room, chosen: list[str], number: int, found: dict[str, str]) -> int:
    """Print the figures and what survived; return the exit code."""
    tried = [name for name in chosen if name in found]
    for sort in (SURVIVED, UNREACHED):
        for name in sorted(each for each in tried if found[each] == sort):
            print(f"{sort}: {shown(folder, room, name)}")
    for test, why in json.loads((folder / "mutants" / "left_out.json").read_text("utf-8")).items():
        print(f"left out: {test}: {why}")
    if not tried:
        print("No mutant was tried.")
        return 1
    counts = {sort: sum(found[name] == sort for name in tried) for sort in (NOTICED, OUT_OF_TIME, SURVIVED, UNREACHED)}
    noticed = counts[NOTICED] + counts[OUT_OF_TIME]
    share = noticed / len(tried)
    low, high = interval(share, len(tried))
    print(f"mutants: {number}; tried: {len(tried)} of the {len(chosen)} chosen")
    print(f"noticed: {noticed} = {share:.1%} (95 % interval {low:.1%} to {high:.1%}), of these out of time: {counts[OUT_OF_TIME]}")
    print(f"survived: {counts[SURVIVED]}; no test reaches: {counts[UNREACHED]}")
    return 0 if share >= PASSES_AT and len(tried) == len(chosen) else 1
