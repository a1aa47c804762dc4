"""The system's keyring, where the clinician asked for it: it keeps random bytes that open the vault, and no passphrase.

The package `keyring` is an extra of its own and is loaded only when it is asked for. Where it is missing, or the system has no keyring
that answers, there is none: the passphrase is asked.
"""

from __future__ import annotations

import contextlib
import importlib
import secrets
from typing import Final, Protocol, cast

from interview.engine.ports import StoreFault
from interview.language import _
from interview.storage.unlock import KEY_BYTES, KeyringSecret

SERVICE: Final = "trd-interview"
"""Under this name, and the vault's id, the secret is kept."""


class Keyring(Protocol):
    """What is used of a keyring; the package `keyring` itself is one."""

    def get_password(self, service_name: str, username: str) -> str | None:
        """Return what is kept."""

    def set_password(self, service_name: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service_name: str, username: str) -> None:
        """Forget it."""


def system_keyring() -> Keyring | None:
    """Return the system's keyring; None where the package is not installed."""
    try:
        return cast(Keyring, importlib.import_module("keyring"))
    except Exception:  # a back end of a system may fail in any way while it is found
        return None


def kept_in(keyring: Keyring | None, vault: str) -> KeyringSecret | None:
    """Return what the keyring keeps for this vault; None where that is nothing, or the keyring does not answer."""
    if keyring is None:
        return None
    with contextlib.suppress(Exception):  # as above: a keyring that fails is one that does not open
        secret = bytes.fromhex(keyring.get_password(SERVICE, vault) or "")
        if len(secret) == KEY_BYTES:
            return KeyringSecret(secret)
    return None


def keep_in(keyring: Keyring | None, vault: str) -> KeyringSecret:
    """Put new random bytes into the keyring, read them back, and return them. Raises `StoreFault("locked")` where it does not keep them."""
    if keyring is None:
        raise StoreFault(
            "locked",
            _(
                "The system's keyring is not to be had: the extra `trd-interview[keyring]` is not installed. Nothing was changed: "
                "install it, then try again."
            ),
        )
    secret = KeyringSecret(secrets.token_bytes(KEY_BYTES))
    with contextlib.suppress(Exception):
        keyring.set_password(SERVICE, vault, secret.secret.hex())
    if kept_in(keyring, vault) != secret:
        raise StoreFault(
            "locked", _("The system's keyring did not keep the secret. Nothing was changed: unlock the keyring, then try again.")
        )
    return secret


def forget_in(keyring: Keyring | None, vault: str) -> bool:
    """Remove what the keyring keeps for this vault, and say whether nothing is left there as far as can be told."""
    if keyring is None:
        return False
    with contextlib.suppress(Exception):
        keyring.delete_password(SERVICE, vault)
    try:
        return keyring.get_password(SERVICE, vault) is None
    except Exception:
        return False
