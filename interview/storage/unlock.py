"""The ways to open a vault, and the keys that come of its one data key.

The data key is 32 random bytes. Each way wraps it (AES-256-GCM) under a key of its own: a passphrase through Argon2id; a recovery
code, a key file and a secret in the system's keyring through HKDF, for these are random already. Nothing here touches the vault's files.
"""

from __future__ import annotations

import contextlib
import secrets
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage import recovery_code
from interview.storage.files import create_private, make_private_folder, read_private

KEY_BYTES: Final = 32
LONGEST_PASSPHRASE: Final = 1024
"""Characters; a longer one is never right, and is refused before any work is done for it."""

CALIBRATED_SECONDS: Final = 0.4
"""How long opening by passphrase should take on the machine that makes the vault."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id's memory (KiB), passes and lanes."""

    memory_kib: int
    passes: int
    lanes: int

    def is_bearable(self) -> bool:
        """Whether it lies between the least that protects and the most that a header may ask of this machine."""
        return all(
            low <= asked <= high
            for low, asked, high in (
                (LEAST_COST.memory_kib, self.memory_kib, MOST_COST.memory_kib),
                (LEAST_COST.passes, self.passes, MOST_COST.passes),
                (1, self.lanes, MOST_COST.lanes),
            )
        )


LEAST_COST: Final = Cost(memory_kib=65_536, passes=3, lanes=4)
"""RFC 9106's second recommended option; no vault is made or opened with less memory or fewer passes."""

MOST_COST: Final = Cost(memory_kib=131_072, passes=10, lanes=4)
"""What a header may ask for: under a second, and under 200 MB."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """What the clinician remembers."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """What was printed once, when the vault was made."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A file of random bytes, for practice and demonstration: made where it is not there, and no passphrase is asked."""

    path: Path


@dataclass(frozen=True, slots=True)
class KeyringSecret:
    """Random bytes that the system's keyring keeps for the clinician's login."""

    secret: bytes = field(repr=False)


Unlock = Passphrase | RecoveryCode | KeyFile | KeyringSecret


def calibrated_cost() -> Cost:
    """Return a cost that takes about `CALIBRATED_SECONDS` here, and never less than `LEAST_COST`."""
    start = time.perf_counter()
    stretch("calibration", bytes(16), LEAST_COST)
    once = max(time.perf_counter() - start, 1e-3)
    passes = round(LEAST_COST.passes * CALIBRATED_SECONDS / once)
    return Cost(LEAST_COST.memory_kib, min(max(passes, LEAST_COST.passes), MOST_COST.passes), LEAST_COST.lanes)


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key of a passphrase, the same however its accents were typed (NFKC)."""
    if not cost.is_bearable():
        raise ValueError(_("a cost outside the bounds"))
    text = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return hash_secret_raw(text, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)


def derive(secret: bytes | bytearray, salt: bytes, purpose: str) -> bytes:
    """Return the key of one purpose, from a secret that is random already."""
    return HKDF(SHA256(), KEY_BYTES, salt, b"trd-interview " + purpose.encode()).derive(bytes(secret))


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one vault, each for one purpose, so that none can stand in for another."""

    pages: bytes = field(repr=False)
    chain: bytes = field(repr=False)
    header: bytes = field(repr=False)
    heads: bytes = field(repr=False)
    names: bytes = field(repr=False)

    @classmethod
    def of(cls, data_key: bytes | bytearray, vault: str) -> Keys:
        """Return the keys that come of a data key, for the vault with this id."""
        return cls(*(derive(data_key, vault.encode(), purpose) for purpose in ("pages", "chain", "header", "heads", "names")))


def refuse_unfit(passphrase: Passphrase) -> None:
    """Refuse a passphrase that no vault can be made with."""
    if not passphrase.text.strip():
        raise StoreFault("wrong_passphrase", _("The passphrase is empty. Choose one of several words, then try again."))
    if len(passphrase.text) > LONGEST_PASSPHRASE:
        raise StoreFault(
            "wrong_passphrase",
            _("The passphrase is longer than {longest_passphrase} characters. Choose a shorter one, then try again.").format(
                longest_passphrase=LONGEST_PASSPHRASE
            ),
        )


def typed_code(unlock: RecoveryCode) -> bytes:
    """Return the code that was typed; `StoreFault` where a sign of it must be wrong."""
    try:
        return recovery_code.read(unlock.text)
    except recovery_code.MistypedCode as slip:
        raise StoreFault(
            "wrong_passphrase", _("The recovery code was not typed as it is printed: {slip}. Compare it, then try again.").format(slip=slip)
        ) from None


def read_key_file(unlock: KeyFile) -> bytes:
    """Return the secret of a key file; `StoreFault("locked")` where it is not there or is no key file."""
    with contextlib.suppress(OSError, ValueError):
        secret = bytes.fromhex(read_private(unlock.path, 256).decode("ascii"))
        if len(secret) == KEY_BYTES:
            return secret
    raise StoreFault(
        "locked", _("The key file {path} is missing or is no key file. Bring it back, then try again.").format(path=unlock.path)
    )


def made_key_file(unlock: KeyFile) -> bytes:
    """Return the secret of a key file, made first where nothing stands there."""
    if not unlock.path.exists():
        if not unlock.path.parent.exists():
            make_private_folder(unlock.path.parent)
        create_private(unlock.path, secrets.token_bytes(KEY_BYTES).hex().encode() + b"\n")
    return read_key_file(unlock)
