"""`KeptUnlock`: what opens the vault, as the server keeps it for new tabs, until a tab is locked."""

from __future__ import annotations


class KeptUnlock:
    """Bytes that are handed to each new process, and then, once forgotten, none: such a process asks for the passphrase itself."""

    def __init__(self, opens: bytes) -> None:
        self._opens = bytearray(opens)

    def __repr__(self) -> str:
        return "KeptUnlock()"

    @property
    def payload(self) -> bytes:
        """What a new process is begun with; empty where nothing is kept."""
        return bytes(self._opens)

    def forget(self) -> None:
        """Overwrite it; copies that the runtime made on the way to a process are only let go."""
        self._opens[:] = bytes(len(self._opens))
        self._opens.clear()
