"""The slots that wrap a vault's data key: one for each way to open it.

A slot is bound to its vault, its kind and its cost: moved to another vault, or with another cost written in, it opens nothing.
"""

from __future__ import annotations

import contextlib
import secrets
from typing import Annotated, Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import BaseModel, ConfigDict, Field

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.unlock import (
    KEY_BYTES,
    MOST_COST,
    Cost,
    KeyFile,
    KeyringSecret,
    Passphrase,
    RecoveryCode,
    Unlock,
    derive,
    read_key_file,
    stretch,
    typed_code,
)

Hex16 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Hex12 = Annotated[str, Field(pattern=r"^[0-9a-f]{24}$")]
Wrapped = Annotated[str, Field(pattern=r"^[0-9a-f]{96}$")]
"""A data key and its GCM tag."""

RECOVERY_SLOT: Final = "recovery slot"
KEY_FILE_SLOT: Final = "key file slot"
KEYRING_SLOT: Final = "keyring slot"
RESEARCH_WRAP: Final = "research wrap"
"""What a key is derived for: never translated, since a vault must open in every language."""


class _Slot(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    salt: Hex16
    nonce: Hex12
    wrapped: Wrapped


class PassphraseSlot(_Slot):
    """Opens by passphrase, through Argon2id at the cost written here."""

    kind: Literal["passphrase"] = "passphrase"
    memory_kib: int = Field(ge=1, le=MOST_COST.memory_kib)
    passes: int = Field(ge=1, le=MOST_COST.passes)
    lanes: int = Field(ge=1, le=MOST_COST.lanes)

    @property
    def cost(self) -> Cost:
        """What one guess costs."""
        return Cost(self.memory_kib, self.passes, self.lanes)


class RecoverySlot(_Slot):
    """Opens by the printed recovery code."""

    kind: Literal["recovery"] = "recovery"


class KeyFileSlot(_Slot):
    """Opens by a key file."""

    kind: Literal["key_file"] = "key_file"


class KeyringSlot(_Slot):
    """Opens by a secret that the system's keyring keeps."""

    kind: Literal["keyring"] = "keyring"


Slot = Annotated[PassphraseSlot | RecoverySlot | KeyFileSlot | KeyringSlot, Field(discriminator="kind")]


class KeptSecret(BaseModel):
    """A random secret of the vault's own that outlasts its data key, wrapped by whichever data key there is."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    nonce: Hex12
    wrapped: Wrapped


def _bound_to(vault: str, kind: str, cost: Cost | None) -> bytes:
    asked = f"{cost.memory_kib},{cost.passes},{cost.lanes}" if cost else "-"
    return f"trd-vault/1 {vault} {kind} {asked}".encode()


def _wrap(key: bytes, data_key: bytes | bytearray, bound_to: bytes) -> tuple[str, str]:
    nonce = secrets.token_bytes(12)
    return nonce.hex(), AESGCM(key).encrypt(nonce, bytes(data_key), bound_to).hex()


def passphrase_slot(data_key: bytes | bytearray, vault: str, passphrase: Passphrase, cost: Cost) -> PassphraseSlot:
    """Return the data key wrapped by a passphrase."""
    salt = secrets.token_bytes(16)
    nonce, wrapped = _wrap(stretch(passphrase.text, salt, cost), data_key, _bound_to(vault, "passphrase", cost))
    return PassphraseSlot(salt=salt.hex(), nonce=nonce, wrapped=wrapped, memory_kib=cost.memory_kib, passes=cost.passes, lanes=cost.lanes)


def recovery_slot(data_key: bytes | bytearray, vault: str, code: bytes) -> RecoverySlot:
    """Return the data key wrapped by a recovery code."""
    salt = secrets.token_bytes(16)
    nonce, wrapped = _wrap(derive(code, salt, RECOVERY_SLOT), data_key, _bound_to(vault, "recovery", None))
    return RecoverySlot(salt=salt.hex(), nonce=nonce, wrapped=wrapped)


def key_file_slot(data_key: bytes | bytearray, vault: str, secret: bytes) -> KeyFileSlot:
    """Return the data key wrapped by the secret of a key file."""
    salt = secrets.token_bytes(16)
    nonce, wrapped = _wrap(derive(secret, salt, KEY_FILE_SLOT), data_key, _bound_to(vault, "key_file", None))
    return KeyFileSlot(salt=salt.hex(), nonce=nonce, wrapped=wrapped)


def keyring_slot(data_key: bytes | bytearray, vault: str, secret: bytes) -> KeyringSlot:
    """Return the data key wrapped by a secret that the system's keyring keeps."""
    salt = secrets.token_bytes(16)
    nonce, wrapped = _wrap(derive(secret, salt, KEYRING_SLOT), data_key, _bound_to(vault, "keyring", None))
    return KeyringSlot(salt=salt.hex(), nonce=nonce, wrapped=wrapped)


def kept_secret(data_key: bytes | bytearray, vault: str, secret: bytes) -> KeptSecret:
    """Return a secret of the vault's own, wrapped by its data key."""
    nonce, wrapped = _wrap(derive(data_key, vault.encode(), RESEARCH_WRAP), secret, _bound_to(vault, "research", None))
    return KeptSecret(nonce=nonce, wrapped=wrapped)


def read_kept_secret(data_key: bytes | bytearray, vault: str, kept: KeptSecret) -> bytes | None:
    """Return the secret that was wrapped; None where this data key did not wrap it."""
    key = derive(data_key, vault.encode(), RESEARCH_WRAP)
    try:
        return AESGCM(key).decrypt(bytes.fromhex(kept.nonce), bytes.fromhex(kept.wrapped), _bound_to(vault, "research", None))
    except InvalidTag:
        return None


def _opens(slot: Slot, key: bytes, bound_to: bytes) -> bytearray | None:
    try:
        data_key = AESGCM(key).decrypt(bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), bound_to)
    except InvalidTag:
        return None
    return bytearray(data_key) if len(data_key) == KEY_BYTES else None


def unwrap(slots: tuple[Slot, ...], vault: str, unlock: Unlock) -> bytearray:
    """Return the data key.

    Raises `StoreFault`: `wrong_passphrase` where what was given does not open it, `locked` where no slot is of that kind.
    """
    offered = False
    code = typed_code(unlock) if isinstance(unlock, RecoveryCode) else b""
    secret = read_key_file(unlock) if isinstance(unlock, KeyFile) else b""
    for slot in slots:
        salt = bytes.fromhex(slot.salt)
        if isinstance(slot, PassphraseSlot) and isinstance(unlock, Passphrase):
            key, bound_to = stretch(unlock.text, salt, slot.cost), _bound_to(vault, slot.kind, slot.cost)
        elif isinstance(slot, RecoverySlot) and isinstance(unlock, RecoveryCode):
            key, bound_to = derive(code, salt, RECOVERY_SLOT), _bound_to(vault, slot.kind, None)
        elif isinstance(slot, KeyFileSlot) and isinstance(unlock, KeyFile):
            key, bound_to = derive(secret, salt, KEY_FILE_SLOT), _bound_to(vault, slot.kind, None)
        elif isinstance(slot, KeyringSlot) and isinstance(unlock, KeyringSecret):
            key, bound_to = derive(unlock.secret, salt, KEYRING_SLOT), _bound_to(vault, slot.kind, None)
        else:
            continue
        offered = True
        data_key = _opens(slot, key, bound_to)
        if data_key is not None:
            return data_key
    raise _refusal(offered, unlock)


def unwrap_typed(slots: tuple[Slot, ...], vault: str, typed: str) -> bytearray:
    """Return the data key by a passphrase, or by a recovery code where that is what was typed; `StoreFault` as `unwrap`."""
    try:
        return unwrap(slots, vault, Passphrase(typed))
    except StoreFault as wrong:
        with contextlib.suppress(StoreFault):
            return unwrap(slots, vault, RecoveryCode(typed))
        raise wrong from None


def _refusal(offered: bool, unlock: Unlock) -> StoreFault:
    words = {
        Passphrase: _("passphrase"),
        RecoveryCode: _("recovery code"),
        KeyFile: _("key file"),
        KeyringSecret: _("secret in the system's keyring"),
    }[type(unlock)]
    if offered:
        return StoreFault(
            "wrong_passphrase",
            _("The {words} does not open this vault. Check it (capitals, keyboard layout), then try again.").format(words=words),
        )
    return StoreFault("locked", _("This vault does not open with a {words}. Use the way it was made with.").format(words=words))
