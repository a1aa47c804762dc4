"""Whether what was found is good, worth a look, or bad; each with what was found and what to do. Pure; nothing unknown is called good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from interview.doctor import reading
from interview.language import _, ngettext

State = Literal["good", "look", "bad"]

LEAST_COLUMNS, LEAST_ROWS = 80, 24
"""The screens are laid out for these (a terminal's own default); smaller ones scroll."""

LEAST_FREE_MB: Final = 200
"""A long record is under 1 MB; exports, a backup and a rotation want room for the whole vault again. Project's decision."""

NO_FREE_MB: Final = 10
SLOW_SYNC_MS: Final = 100.0
"""Above this somebody who types waits for each answer: people notice a tenth of a second (Miller 1968; recalled)."""

SLOW_KEY_SECONDS: Final = 3.0
"""Opening the vault takes about this; above it somebody thinks that it hangs. Project's decision."""

FIRST_YEAR, LAST_YEAR = 2025, 2099
"""Before the first this program was not written."""

WRONG_DAYS: Final = 1.5
"""A clock may stand before the program's files by a time zone, not by more."""

NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ceph", "glusterfs", "fuse.glusterfs", "webdav"}
)
PASSING: Final = frozenset({"tmpfs", "ramfs"})
MB: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Judged:
    """One thing looked at."""

    check: str
    state: State
    found: str
    do: str = ""
    """What to do; empty where all is well."""


def judged(found: reading.Found) -> tuple[Judged, ...]:
    """Return everything that was looked at, in the order in which it is told."""
    return (
        Judged("runtime", "good", f"Python {found.python}, {found.system}"),
        terminal(found.terminal),
        signs(found.terminal),
        locale(found.locale),
        disk_room(found.disk),
        disk_kind(found.disk),
        disk_sync(found.disk),
        permissions(found.permissions),
        swap(found.swap),
        image(found.image),
        clock(found.clock),
        database(found.database),
        key_cost(found.key_cost),
        Judged("keyring", "good", _("there") if found.keyring else _("not installed: the passphrase is asked")),
        Judged("extras", "good", extras_said(found)),
    )


def terminal(found: reading.TerminalFound) -> Judged:
    """Judge the terminal."""
    if not found.is_there:
        return Judged("terminal", "look", _("none at both ends"), _("Run it in a terminal to have the terminal looked at."))
    size = _("size not known") if found.columns is None else f"{found.columns} × {found.rows}"
    colours = _("colours not known") if found.colours is None else _("{count} colours").format(count=found.colours)
    said = f"TERM={found.name or '-'}, {size}, {colours}"
    if found.columns is None or found.rows is None:
        return Judged("terminal", "look", said, _("See that the window has at least 80 × 24 characters."))
    if found.columns < LEAST_COLUMNS or found.rows < LEAST_ROWS:
        return Judged("terminal", "look", said, _("Make the window at least 80 × 24 characters, or use a smaller font."))
    if found.name in (None, "dumb", "unknown"):
        return Judged("terminal", "look", said, _("This terminal shows lines only: interview with `--plain`."))
    return Judged("terminal", "good", said)


def signs(found: reading.TerminalFound) -> Judged:
    """Judge the signs that the screen uses; how wide the terminal draws them only an eye can tell."""
    said = _("{signs} (each takes one place; how wide this terminal draws them is not known)").format(signs=found.signs)
    if found.is_letters_only:
        return Judged("glyphs", "look", said, _("Letters stand for the signs: for the signs themselves use a terminal with UTF-8."))
    return Judged("glyphs", "good", said)


def locale(found: reading.LocaleFound) -> Judged:
    """Judge how text is written."""
    said = _("output {output}, files {files}").format(output=found.output or _("not known"), files=found.files or _("not known"))
    if all((each or "").lower().replace("-", "") == "utf8" for each in (found.output, found.files)):
        return Judged("locale", "good", said)
    return Judged(
        "locale", "look", said, _("Set LANG to one that ends in UTF-8; some letters cannot be shown now. Records are not touched by it.")
    )


def disk_room(found: reading.DiskFound) -> Judged:
    """Judge the room on the disk."""
    if found.free_bytes is None:
        return Judged("disk_room", "look", _("not known"), _("See that the disk of {folder} has room.").format(folder=found.folder))
    free = found.free_bytes // MB
    said = _("{free} MB free for {folder}").format(free=free, folder=found.folder)
    if free < NO_FREE_MB:
        return Judged("disk_room", "bad", said, _("Free some space before you interview: answers could not be saved."))
    if free < LEAST_FREE_MB:
        return Judged("disk_room", "look", said, _("Free some space: exports and backups need as much again as the vault."))
    return Judged("disk_room", "good", said)


def disk_kind(found: reading.DiskFound) -> Judged:
    """Judge what kind of disk it is."""
    kind = found.file_system
    if kind is None:
        return Judged("disk_kind", "look", _("not known"), _("Keep the records on a disk of this computer."))
    if kind in NETWORK:
        return Judged(
            "disk_kind",
            "bad",
            _("{kind}: over the network").format(kind=kind),
            _("Keep the records on a disk of this computer: --data-dir."),
        )
    if kind in PASSING:
        return Judged(
            "disk_kind", "bad", _("{kind}: gone after a restart").format(kind=kind), _("Keep the records on a disk that stays: --data-dir.")
        )
    if kind.startswith("fuse"):
        said = _("{kind}: whether it is local is not known").format(kind=kind)
        return Judged("disk_kind", "look", said, _("Keep the records on a disk of this computer."))
    return Judged("disk_kind", "good", _("{kind}, local").format(kind=kind))


def disk_sync(found: reading.DiskFound) -> Judged:
    """Judge how long the disk takes to make something durable."""
    if found.sync_ms is None:
        return Judged(
            "disk_sync",
            "look",
            _("not known: nothing could be written there"),
            _("See that you may write in {folder}.").format(folder=found.folder),
        )
    said = _("{ms} ms for a durable write").format(ms=f"{found.sync_ms:.1f}")
    if found.sync_ms > SLOW_SYNC_MS:
        return Judged("disk_sync", "look", said, _("Each answer waits for this: another disk would be quicker."))
    return Judged("disk_sync", "good", said)


def permissions(found: reading.PermissionsFound) -> Judged:
    """Judge who may read where records live."""
    if not found.is_there:
        return Judged("permissions", "good", _("no data folder yet; it will be made for you alone"))
    if found.not_ours:
        said = ngettext("{n} folder or file belongs to somebody else", "{n} folders or files belong to somebody else", found.not_ours)
        return Judged(
            "permissions", "bad", said.format(n=found.not_ours), _("Let them belong to you (chown), or choose another --data-dir.")
        )
    if found.open_to_others:
        said = ngettext("{n} folder or file is open to others", "{n} folders or files are open to others", found.open_to_others)
        return Judged("permissions", "bad", said.format(n=found.open_to_others), _("Close them: `chmod -R go-rwx` on the data folder."))
    if found.is_link:
        return Judged("permissions", "look", _("a link leads to the data folder"), _("See that it leads where you mean."))
    return Judged("permissions", "good", _("open to you alone"))


def swap(found: reading.SwapFound) -> Judged:
    """Judge where memory may be put. What is typed stands in memory, and may be written there."""
    do = _("Encrypt the swap, or the whole disk: what is typed stands in memory, and memory may be written there.")
    if found.areas is None:
        return Judged("swap", "look", _("not known"), do)
    if not found.areas:
        return Judged("swap", "good", _("none"))
    unknown = found.areas - found.encrypted - found.in_memory
    if unknown <= 0:
        return Judged("swap", "good", _("encrypted, or in memory only"))
    said = ngettext("{n} area, whether encrypted is not known", "{n} areas, whether encrypted is not known", unknown)
    return Judged("swap", "look", said.format(n=unknown), do)


def image(found: reading.ImageFound) -> Judged:
    """Judge whether a crash could leave an image of memory."""
    if found.limit_bytes == 0 and found.may_be_taken is False:
        return Judged("core_dumps", "good", _("off for this program"))
    if found.limit_bytes is None and found.may_be_taken is None:
        return Judged("core_dumps", "look", _("not known"), _("Turn core dumps off where the system lets you."))
    if found.limit_bytes == 0 and found.may_be_taken is None:
        return Judged(
            "core_dumps", "look", _("no file is written; whether the system collects them is not known"), _("Turn their collection off.")
        )
    return Judged("core_dumps", "bad", _("a crash could leave an image of memory"), _("Turn core dumps off: `ulimit -c 0`."))


def clock(found: reading.ClockFound) -> Judged:
    """Judge the clock. Whether it is right to the minute cannot be known without a network."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return Judged("clock", "bad", _("it says {year}").format(year=found.year), _("Set the clock: answers are dated by it."))
    if found.behind_program_days is not None and found.behind_program_days > WRONG_DAYS:
        said = _("it stands before the day on which this program was installed")
        return Judged("clock", "bad", said, _("Set the clock: answers are dated by it."))
    if not found.has_offset or not found.is_steady:
        return Judged("clock", "look", _("its zone, or whether it is steady, is not known"), _("See that date, time and zone are right."))
    return Judged("clock", "good", _("plausible, with its zone; right to the minute is not known"))


def database(found: reading.DatabaseFound) -> Judged:
    """Judge the encrypted database."""
    if found.fault is not None or found.version is None:
        return Judged("database", "bad", found.fault or _("not there"), _("Install the program again, with apsw-sqlite3mc."))
    read_back = ", ".join(f"{name}={value}" for name, value in found.settings)
    said = _("SQLite {version}, cipher {cipher}, read back: {settings}")
    return Judged("database", "good", said.format(version=found.version, cipher=found.cipher, settings=read_back))


def key_cost(found: reading.KeyCostFound) -> Judged:
    """Judge what opening by passphrase costs here."""
    cost = _("{mib} MiB, {passes} passes").format(mib=found.memory_mib, passes=found.passes)
    if found.seconds is None:
        return Judged(
            "key_cost", "bad", _("{cost}: not possible here").format(cost=cost), _("Free some memory: the vault could not be opened.")
        )
    said = _("{seconds} s for one passphrase at the least cost ({cost})").format(seconds=f"{found.seconds:.2f}", cost=cost)
    if found.seconds > SLOW_KEY_SECONDS:
        return Judged("key_cost", "look", said, _("Opening takes long here; close other programs."))
    return Judged("key_cost", "good", said)


def extras_said(found: reading.Found) -> str:
    """Return which of what may be installed beside the program is there."""
    parts = [_("{name} there").format(name=name) for name in found.extras.there]
    return ", ".join([*parts, *(_("{name} not installed").format(name=name) for name in found.extras.missing)])
