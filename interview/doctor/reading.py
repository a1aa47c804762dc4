"""What was found on this computer, as plain values; None is what could not be found out. Nothing here is judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TerminalFound:
    """The terminal at both ends."""

    is_there: bool
    name: str | None
    """TERM."""
    columns: int | None
    rows: int | None
    colours: int | None
    """How many it can show."""
    encoding: str | None
    signs: str
    """The signs that the screen would use here."""
    is_letters_only: bool


@dataclass(frozen=True, slots=True)
class LocaleFound:
    """How text is written."""

    output: str | None
    files: str | None
    is_utf8_mode: bool


@dataclass(frozen=True, slots=True)
class DiskFound:
    """The disk that holds the records, or would."""

    folder: str
    is_there: bool
    free_bytes: int | None
    file_system: str | None
    """As the system calls it: `ext4`, `nfs4`."""
    sync_ms: float | None
    """The median of a few small durable writes."""


@dataclass(frozen=True, slots=True)
class PermissionsFound:
    """Who may read where records live."""

    is_there: bool
    is_link: bool
    open_to_others: int
    """How many of our folders and files."""
    not_ours: int


@dataclass(frozen=True, slots=True)
class SwapFound:
    """Where the system may put memory that it needs elsewhere."""

    areas: int | None
    encrypted: int
    in_memory: int


@dataclass(frozen=True, slots=True)
class ImageFound:
    """Whether a crash of the runtime could leave an image of memory."""

    limit_bytes: int | None
    """The largest file; -1 where there is no limit."""
    may_be_taken: bool | None


@dataclass(frozen=True, slots=True)
class ClockFound:
    """The clock."""

    year: int
    has_offset: bool
    behind_program_days: float | None
    """By how much the clock is before the day on which the program's files were written; negative where it is after."""
    is_steady: bool
    """Whether intervals are measured by a clock that nobody sets."""


@dataclass(frozen=True, slots=True)
class DatabaseFound:
    """The encrypted database, tried with an empty one."""

    version: str | None
    cipher: str | None
    settings: tuple[tuple[str, str], ...]
    """As they were read back."""
    fault: str | None
    """What the store said, where it refused."""


@dataclass(frozen=True, slots=True)
class KeyCostFound:
    """What one guess at a passphrase costs here, at the least that any vault asks."""

    seconds: float | None
    memory_mib: int
    passes: int


@dataclass(frozen=True, slots=True)
class PackagesFound:
    """What may be installed beside the program."""

    there: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Everything."""

    python: str
    system: str
    terminal: TerminalFound
    locale: LocaleFound
    disk: DiskFound
    permissions: PermissionsFound
    swap: SwapFound
    image: ImageFound
    clock: ClockFound
    database: DatabaseFound
    key_cost: KeyCostFound
    keyring: bool
    extras: PackagesFound
