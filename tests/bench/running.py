"""All measures by their names, and the command that runs them: each in a process of its own, one after another."""

from __future__ import annotations

import argparse
import ast
import fcntl
import importlib
import json
import os
import pkgutil
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import tests.bench.measures
from tests.bench.curves_picture import picture
from tests.bench.environments import ROOT, Unavailable, cache, installed
from tests.bench.line import Line, from_json, table
from tests.bench.rounds import Asked

SECONDS: Final = 1800
"""The most that one measure may take."""
ONE: Final = "import sys; from tests.bench.running import one; one(*sys.argv[1:])"


def measures() -> dict[str, str]:
    """Return every measure with what it says of itself; a module of `measures` is one."""
    found = {
        each.name: Path(tests.bench.measures.__path__[0], f"{each.name}.py") for each in pkgutil.iter_modules(tests.bench.measures.__path__)
    }
    docs = {name: ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "" for name, path in sorted(found.items())}
    return {name: said.splitlines()[0] for name, said in docs.items()}


def one(name: str, rounds: str, flags: str, out: str) -> None:
    """Run one measure in this process and write its lines to a file as they come."""
    with tempfile.TemporaryDirectory() as scratch, Path(out).open("w", encoding="utf-8") as file:
        os.chdir(scratch)  # what stands in the present folder would be imported before what is installed
        asked = Asked(int(rounds), Path(scratch), "peers" in flags, "profile" in flags, "small" in flags)
        for line in importlib.import_module(f"tests.bench.measures.{name}").run(asked):
            print(json.dumps(line.as_json()), file=file, flush=True)


def lines_of(python: Path, name: str, asked: argparse.Namespace) -> Iterator[Line]:
    """Run one measure and return its lines; one that breaks says so in a line of its own."""
    flags = ",".join(flag for flag in ("peers", "profile", "small") if getattr(asked, flag))
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "lines"
        variables = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "TRD_INTERVIEW"))}
        argv = [str(python), "-c", ONE, name, str(asked.rounds), flags, str(out)]
        try:
            done = subprocess.run(
                argv, cwd=ROOT, env={**variables, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True, timeout=SECONDS, check=False
            )
            why = done.stderr.strip().splitlines()[-1:] if done.returncode else []
        except subprocess.TimeoutExpired:
            why = [f"not done in {SECONDS} s"]
        if out.exists():
            yield from (from_json(json.loads(line)) for line in out.read_text(encoding="utf-8").splitlines() if line.endswith("}"))
        if why:
            yield Line(name, "the measure itself broke", skipped=why[0])


def main(argv: Sequence[str] | None = None) -> int:
    """Run measures and print the table; 0 where every goal that was measured is met, else 1."""
    known = measures()
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Measures this machine's figures, as ratios to a floor or a peer.")
    parser.add_argument("--only", help="measures, apart by commas; without it, all of them", metavar="NAME,NAME")
    parser.add_argument("--rounds", type=int, default=5, help="how often each side is measured, in turns (5)", metavar="N")
    parser.add_argument("--peers", action="store_true", help="measure other programs too; they are installed for it")
    parser.add_argument("--profile", action="store_true", help="say where the time goes")
    parser.add_argument("--small", action="store_true", help="small sizes, for a look")
    parser.add_argument("--here", action="store_true", help="measure in this environment, and install nothing")
    parser.add_argument("--json", type=Path, help="write the lines there too", metavar="FILE")
    parser.add_argument("--picture", type=Path, help="draw the growth curves there (SVG)", metavar="FILE")
    parser.add_argument("--list", action="store_true", help="name the measures, and end")
    asked = parser.parse_args(argv)
    if asked.list:
        print("\n".join(f"{name:12} {said}" for name, said in known.items()))
        return 0
    chosen = [name.strip() for name in asked.only.split(",")] if asked.only else list(known)
    unknown = [name for name in chosen if name not in known]
    if unknown:
        parser.error(f"--only: {', '.join(unknown)}: no such measure; there are {', '.join(known)}")
    if asked.picture is not None and "curves" not in chosen:
        parser.error("--picture: the measure `curves` is needed for it")
    if asked.rounds < 1:
        parser.error("--rounds: a whole number, 1 or more")
    python = Path(sys.executable)
    cache().mkdir(parents=True, exist_ok=True)
    alone = (cache() / "lock").open("w")
    fcntl.flock(alone, fcntl.LOCK_EX)  # two runs at once would measure each other, and change what the other has installed
    if not asked.here:
        try:
            python = installed()
        except Unavailable as why:
            print(f"Measured in this environment, which is editable and starts more slowly: {why}", file=sys.stderr)
    found = list[Line]()
    for name in chosen:
        began = time.monotonic()
        found += lines_of(python, name, asked)
        print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    machine = f"{platform.python_implementation()} {platform.python_version()}, {os.cpu_count()} cores"
    told = f"{machine}, load {os.getloadavg()[0]:.1f}, {asked.rounds} rounds"
    print(f"{told}\n\n{table(found)}")
    if asked.json is not None:
        said = {"machine": told, "lines": [each.as_json() for each in found]}
        asked.json.write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if asked.picture is not None:
        asked.picture.write_text(picture(found, told), encoding="utf-8")
    return 1 if any(each.is_met is False or (each.skipped or "").startswith("the measure") for each in found) else 0
