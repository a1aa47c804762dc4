"""A lock that tells when it was locked, so that the server forgets what opens the vault. It keeps nothing itself."""

from __future__ import annotations

from collections.abc import Callable

from interview.engine.ports import Lockable


class WatchedLock:
    """Does what the lock does; after it was locked it tells so."""

    def __init__(self, lock: Lockable, tell: Callable[[], None]) -> None:
        self._lock = lock
        self._tell = tell

    @property
    def asks(self) -> bool:
        """Whether it opens by a passphrase."""
        return self._lock.asks

    @property
    def is_locked(self) -> bool:
        """Whether the key is forgotten, until `unlock`."""
        return self._lock.is_locked

    def lock(self) -> None:
        """Forget the key, and tell so whatever became of it."""
        try:
            self._lock.lock()
        finally:
            self._tell()

    def unlock(self, typed: str) -> None:
        """Open it again. Raises `StoreFault`; then it stays locked."""
        self._lock.unlock(typed)
