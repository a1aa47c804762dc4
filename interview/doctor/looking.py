"""Looking at this computer. It opens no vault, reads no record, asks for no secret, and leaves nothing behind."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib.util
import os
import platform
import secrets
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import astuple
from pathlib import Path
from typing import Final, TextIO

from interview.doctor import reading

SYNCS: Final = 5
EXTRAS: Final[Mapping[str, tuple[str, ...]]] = {
    "semantic": ("onnxruntime",),
    "keyring": ("keyring",),
    "dask": ("distributed", "pyarrow"),
}
"""Optional extras, and what each brings."""

OF_A_VAULT: Final = 2_000
"""Files of ours that are looked at, at most."""


def looked(folder: Path, *, has_terminal: bool, out: TextIO, environ: Mapping[str, str], now: dt.datetime) -> reading.Found:
    """Look at everything. `folder` is where records live, or would."""
    installed = {name: all(_is_installed(each) for each in needs) for name, needs in EXTRAS.items()}
    return reading.Found(
        python=platform.python_version(),
        system=f"{platform.system()} {platform.machine()}",
        terminal=_terminal(has_terminal, out, environ),
        locale=reading.LocaleFound(getattr(out, "encoding", None), sys.getfilesystemencoding(), bool(sys.flags.utf8_mode)),
        disk=_disk(folder),
        permissions=_permissions(folder),
        swap=_swap(),
        image=_image(),
        clock=_clock(now),
        database=_database(),
        key_cost=_key_cost(),
        keyring=installed.get("keyring", False),
        extras=reading.PackagesFound(
            tuple(name for name, there in installed.items() if there), tuple(name for name, there in installed.items() if not there)
        ),
    )


def _is_installed(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _terminal(has_terminal: bool, out: TextIO, environ: Mapping[str, str]) -> reading.TerminalFound:
    from interview.tui.glyphs import ASCII, glyphs_for

    columns = rows = None
    with contextlib.suppress(OSError, ValueError, AttributeError):
        columns, rows = os.get_terminal_size(out.fileno())
    encoding = getattr(out, "encoding", None)
    glyphs = glyphs_for(environ, encoding)
    signs = " ".join(astuple(glyphs))
    return reading.TerminalFound(
        has_terminal, environ.get("TERM"), columns or None, rows or None, _colours(environ), encoding, signs, glyphs == ASCII
    )


def _colours(environ: Mapping[str, str]) -> int | None:
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return 1 << 24
    with contextlib.suppress(Exception):
        import curses

        with open(os.devnull, "wb") as nobody:
            curses.setupterm(environ.get("TERM", "unknown"), nobody.fileno())
        number = curses.tigetnum("colors")
        return number if number > 0 else None
    return None


def _nearest(folder: Path) -> Path:
    return next(each for each in (folder, *folder.parents) if each.is_dir())


def _disk(folder: Path) -> reading.DiskFound:
    place = _nearest(folder)
    free = None
    with contextlib.suppress(OSError):
        free = shutil.disk_usage(place).free
    return reading.DiskFound(str(folder), folder.is_dir(), free, _file_system(place), _sync_ms(place))


def _file_system(place: Path) -> str | None:
    """Return the kind of the mount that holds the place, as Linux names it."""
    best: tuple[int, str] | None = None
    with contextlib.suppress(OSError, ValueError):
        real = os.path.realpath(place)
        for line in Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            before, _dash, after = line.partition(" - ")
            point = before.split()[4].encode().decode("unicode_escape")
            if (real == point or real.startswith(point.rstrip("/") + "/")) and (best is None or len(point) >= best[0]):
                best = (len(point), after.split()[0])
    return None if best is None else best[1]


def _sync_ms(place: Path) -> float | None:
    path = place / f".trd-interview-{secrets.token_hex(6)}"
    taken: list[float] = []
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    try:
        for __ in range(SYNCS):
            began = time.perf_counter()
            os.write(descriptor, bytes(4096))
            os.fsync(descriptor)
            taken.append((time.perf_counter() - began) * 1000)
    except OSError:
        return None
    finally:
        os.close(descriptor)
        with contextlib.suppress(OSError):
            path.unlink()
    return statistics.median(taken)


def _permissions(folder: Path) -> reading.PermissionsFound:
    if not folder.is_dir():
        return reading.PermissionsFound(folder.exists(), folder.is_symlink(), 0, 0)
    ours = [folder]
    for name in ("vault", "crashes", "practice"):
        ours += [folder / name, *(folder / name).rglob("*")] if (folder / name).is_dir() else []
    others = strange = 0
    for path in ours[:OF_A_VAULT]:
        with contextlib.suppress(OSError):
            present = path.lstat()
            others += bool(present.st_mode & 0o077) and not path.is_symlink()
            strange += present.st_uid != os.getuid()
    return reading.PermissionsFound(True, folder.is_symlink(), others, strange)


def _swap() -> reading.SwapFound:
    try:
        areas = [line.split()[0] for line in Path("/proc/swaps").read_text(encoding="utf-8").splitlines()[1:] if line.split()]
    except OSError:
        return reading.SwapFound(None, 0, 0)
    in_memory = [each for each in areas if Path(each).name.startswith("zram")]
    encrypted = [each for each in areas if _is_crypt(Path(os.path.realpath(each)).name)]
    return reading.SwapFound(len(areas), len(encrypted), len(in_memory))


def _is_crypt(device: str) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/sys/block/{device}/dm/uuid").read_text(encoding="utf-8").startswith("CRYPT-")
    return False


def _image() -> reading.ImageFound:
    from interview.process.hygiene import may_leave_image

    limit = None
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        limit = resource.getrlimit(resource.RLIMIT_CORE)[0]
    return reading.ImageFound(limit, may_leave_image())


def _clock(now: dt.datetime) -> reading.ClockFound:
    behind = None
    with contextlib.suppress(OSError):
        behind = (Path(__file__).stat().st_mtime - now.timestamp()) / 86_400
    return reading.ClockFound(now.year, now.utcoffset() is not None, behind, time.get_clock_info("monotonic").monotonic)


def _database() -> reading.DatabaseFound:
    """Try the database as a vault has it, in a temporary folder with a key that is thrown away."""
    from interview.engine.ports import StoreFault

    try:
        import apsw

        from interview.storage import database
        from interview.storage.files import create_private

        with tempfile.TemporaryDirectory() as folder:
            path, key = Path(folder) / database.DATABASE_NAME, secrets.token_bytes(32)
            create_private(path)
            database.make(path, key)
            connection = database.connect(path, key)
            try:
                cipher = str(connection.pragma("cipher"))
                settings = tuple((name, str(connection.pragma(name))) for name, *_wanted in database.SETTINGS)
            finally:
                connection.close()
        return reading.DatabaseFound(apsw.sqlite_lib_version(), cipher, settings, None)
    except StoreFault as fault:
        return reading.DatabaseFound(None, None, (), str(fault))
    except Exception as fault:
        return reading.DatabaseFound(None, None, (), type(fault).__name__)


def _key_cost() -> reading.KeyCostFound:
    from interview.storage.unlock import LEAST_COST, stretch

    seconds = None
    with contextlib.suppress(Exception):
        began = time.perf_counter()
        stretch("a passphrase that nobody uses", bytes(16), LEAST_COST)
        seconds = time.perf_counter() - began
    return reading.KeyCostFound(seconds, LEAST_COST.memory_kib // 1024, LEAST_COST.passes)
