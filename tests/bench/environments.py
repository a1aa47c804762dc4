"""Where what is measured is installed: the project as people have it, and each peer, in environments of their own below a cache folder.

The project's own environment is an editable one, whose finder costs at every start; here it is installed plainly, with its byte code.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGES: Final = ("trd_core", "interview")
BENCH_NEEDS: Final = ("orjson==3.13.0", "pexpect", "pyte")
"""What measures the project beside what it is made of: the floor that reads JSON, and a terminal."""
SECONDS: Final = 600


class Unavailable(Exception):
    """Something cannot be had here: why."""


def cache() -> Path:
    """Return the folder below which everything is installed."""
    named = os.environ.get("TRD_BENCH_CACHE")
    return Path(named) if named else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "trd-interview-bench"


def installed() -> Path:
    """Return the interpreter that has the project installed as it stands now. Raises `Unavailable`."""
    lock = ROOT / ".locks" / "run.txt"
    python = environment("project", [*BENCH_NEEDS], lock=lock)
    site = Path(_told(python, "import sysconfig; print(sysconfig.get_path('purelib'))"))
    for package in PACKAGES:
        _mirror(ROOT / package, site / package)
    for described in _distribution(ROOT):
        shutil.copytree(described, site / described.name, dirs_exist_ok=True, ignore=shutil.ignore_patterns("direct_url.json", "RECORD"))
    _run([str(python), "-m", "compileall", "-q", *(str(site / package) for package in PACKAGES)])
    return python


def environment(name: str, needs: Sequence[str], *, lock: Path | None = None) -> Path:
    """Return the interpreter of an environment with these packages, made where it is not there. Raises `Unavailable`."""
    wanted = hashlib.sha256("\n".join((*needs, lock.read_text(encoding="utf-8") if lock else "", sys.version)).encode()).hexdigest()
    folder = cache() / name
    python, mark = folder / "bin" / "python", folder / "made-of"
    if mark.exists() and mark.read_text() == wanted:
        return python
    beside = (Path(sys.executable).parent / "uv", ROOT / ".venv" / "bin" / "uv")
    uv = next((each for each in beside if each.exists()), None) or shutil.which("uv")
    if uv is None:
        raise Unavailable("uv is not installed")
    folder.parent.mkdir(parents=True, exist_ok=True)
    _run([str(uv), "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)])
    install = [str(uv), "pip", "install", "--quiet", "--compile-bytecode", "--python", str(python)]
    if lock is not None:
        _run([*install, "--no-deps", "--requirement", str(lock)])
    if needs:
        _run([*install, *needs])
    mark.write_text(wanted)
    return python


def node_folder(name: str, needs: Sequence[str]) -> Path:
    """Return a folder with these packages of npm in it. Raises `Unavailable`."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        raise Unavailable("node and npm are not installed")
    folder = cache() / name
    mark = folder / "made-of"
    if not mark.exists() or mark.read_text() != "\n".join(needs):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}')
        _run([npm, "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts", *needs], folder)
        mark.write_text("\n".join(needs))
    return folder


def _mirror(source: Path, target: Path) -> None:
    """Make the target's sources those of the source; byte code of what did not change stays."""
    wanted = {path.relative_to(source) for path in source.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    for there in list(target.rglob("*")) if target.is_dir() else []:
        if there.is_file() and "__pycache__" not in there.parts and there.relative_to(target) not in wanted:
            there.unlink()
    for path in wanted:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source / path, target / path)


def _distribution(root: Path) -> list[Path]:
    return [found for folder in map(Path, sys.path) if folder.is_dir() for found in folder.glob("trd_interview-*.dist-info")][:1]


def _told(python: Path, code: str) -> str:
    return subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True, timeout=SECONDS).stdout.strip()


def _run(argv: Sequence[str], folder: Path | None = None) -> None:
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    try:
        done = subprocess.run(argv, capture_output=True, text=True, check=False, timeout=SECONDS, cwd=folder, env=variables)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise Unavailable(f"{Path(argv[0]).name}: {type(fault).__name__}") from None
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise Unavailable(f"{Path(argv[0]).name} ended with {done.returncode}: {lines[-1][:160] if lines else 'without a word'}")
