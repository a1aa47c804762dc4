"""What opens the vault, as the process that asked for it hands it to one that cannot ask: bytes for a pipe, never for anything else."""

from __future__ import annotations

import json
from pathlib import Path

from interview.storage.unlock import KeyFile, KeyringSecret, Passphrase, RecoveryCode, Unlock


def written(unlock: Unlock) -> bytes:
    """Return it as bytes."""
    match unlock:
        case Passphrase(text):
            return json.dumps(["passphrase", text]).encode()
        case RecoveryCode(text):
            return json.dumps(["recovery_code", text]).encode()
        case KeyFile(path):
            return json.dumps(["key_file", str(path.absolute())]).encode()
        case KeyringSecret(secret):
            return json.dumps(["keyring", secret.hex()]).encode()


def read(handed: bytes) -> Unlock:
    """Return what was handed over. Raises `ValueError`, which repeats nothing of it."""
    try:
        found = json.loads(handed)
    except ValueError:
        found = None
    match found:
        case ["passphrase", str(text)]:
            return Passphrase(text)
        case ["recovery_code", str(text)]:
            return RecoveryCode(text)
        case ["key_file", str(path)]:
            return KeyFile(Path(path))
        case ["keyring", str(secret)] if len(secret) == 64:
            return KeyringSecret(bytes.fromhex(secret))
    raise ValueError("nothing that opens a vault")
