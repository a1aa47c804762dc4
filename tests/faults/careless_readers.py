"""The controls of T5: builds that read a file carelessly, each with the files that it must be caught by."""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest import mock

from interview.world import Place, World

SOON: Final = 4
"""Seconds after which a careless build is ended: of the processor, and on the clock one that hangs."""


def _whole(path: Path, *_most: int) -> bytes:
    return path.read_bytes()


def _loaded(raw: bytes | str, **_bounds: Any) -> Any:
    return json.loads(raw)


def _printing(arguments: Namespace, _place: Place, world: World) -> int:
    with Path(arguments.case).open(encoding="utf-8", errors="replace") as file:
        shutil.copyfileobj(file, world.stdout)
    return 0


@dataclass(frozen=True, slots=True)
class Careless:
    """A build without one of the bounds."""

    name: str
    changed: Mapping[str, Any]
    """What stands in the place of which name."""
    cells: tuple[tuple[str, str], ...]
    """Command and file, each of which must show it."""
    shows: str
    """What is said of them, in part."""
    hangs: bool = False
    """Whether it waits for what never comes."""

    @contextlib.contextmanager
    def built(self) -> Iterator[None]:
        """Be that build."""
        with contextlib.ExitStack() as changes:
            for place, instead in self.changed.items():
                module, _, name = place.rpartition(".")
                changes.enter_context(mock.patch.object(sys.modules[module], name, instead))
            yield


_UNBOUNDED: Final = {"interview.commands.score.bytes_of": _whole, "trd_core.reading.read_json": _loaded}

BUILDS: Final = (
    Careless("no bound of size", _UNBOUNDED, (("score", "a 60 MB list"),), " MB"),
    Careless("a device is read", _UNBOUNDED, (("score", "/dev/zero"), ("score", "a link to a device")), " MB"),
    Careless("a pipe is waited for", _UNBOUNDED, (("score", "a pipe"),), "exit", hangs=True),
    Careless(
        "no bound of levels",
        {"trd_core.reading.read_json": _loaded},
        (("score", "deep lists"), ("score", "deep objects"), ("score-cohort", "deep lists")),
        "exit 70",
    ),
    Careless(
        "no bound of a key's levels",
        {"interview.questionnaire.toml_file.has_too_many_levels": lambda _raw: False},
        (("check, ours", "a long dotted key"), ("practise check", "a long dotted key")),
        " s",
    ),
    Careless(
        "a refusal that shows what it found",
        {"trd_core.reading.described": repr},
        (("score", "a number as a text"), ("score-cohort", "a number as a text")),
        "repeats the file",
    ),
    Careless("a file that is printed", {"interview.commands.score.run": _printing}, (("score", "a prompt"),), "repeats the file"),
    Careless(
        "a file that drives the terminal", {"interview.commands.score.run": _printing}, (("score", "a prompt"),), "control characters"
    ),
)
