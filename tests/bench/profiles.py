"""Where the time goes: the first ten of a profile, in words."""

from __future__ import annotations

import cProfile
import pstats
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

MOST: Final = 10
_IMPORT: Final = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)(\S+)")


def slowest(side: Callable[[], object], calls: int = 1) -> tuple[str, ...]:
    """Return the functions in which most time is spent itself, their callees apart."""
    profile = cProfile.Profile()
    profile.enable()
    for __ in range(calls):
        side()
    profile.disable()
    return _ranked(profile, calls)


def _ranked(profile: cProfile.Profile, calls: int) -> tuple[str, ...]:
    stats = cast(dict[tuple[str, int, str], tuple[int, int, float, float, Any]], pstats.Stats(profile).stats)  # type: ignore[attr-defined]
    whole = sum(each[2] for each in stats.values()) or 1.0
    ranked = sorted(stats.items(), key=lambda each: -each[1][2])[:MOST]
    return tuple(
        f"{own / whole:.0%} {_place(place)} (× {count // calls}; with what it calls {whole_of / whole:.0%})"
        for place, (__, count, own, whole_of, __) in ranked
    )


async def slowest_of(run: Callable[[], Awaitable[object]], calls: int = 1) -> tuple[str, ...]:
    """Return the same of something that is awaited, in this thread."""
    profile = cProfile.Profile()
    profile.enable()
    await run()
    profile.disable()
    return _ranked(profile, calls)


def slowest_imports(code: Sequence[str], variables: Mapping[str, str]) -> tuple[str, ...]:
    """Return the modules that take longest to load, those apart that they load."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", *code], capture_output=True, text=True, check=False, env=dict(variables)
    ).stderr
    found = sorted(((int(own), int(whole), name) for own, whole, __, name in _IMPORT.findall(told)), reverse=True)
    return tuple(f"{own / 1000:.1f} ms {name} (with what it loads {whole / 1000:.1f} ms)" for own, whole, name in found[:MOST])


def _place(place: tuple[str, int, str]) -> str:
    file, line, name = place
    parts = Path(file).parts[-2:]
    return name if file.startswith("~") else f"{'/'.join(parts)}:{line} {name}"
