"""Heads that follow their commits: moved on beside the work, so that nobody waits for a second place while an answer is saved.

What comes between a commit and its head is a lag, which the next opening repairs. Heads never lead: they are given here after the commit.
"""

from __future__ import annotations

import contextlib
import threading

from interview.storage.heads import Head, Heads, HeadsUnreadable


class HeadsBehind:
    """Moves the heads of one vault on in a thread of its own, which ends when there is nothing left to write."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads
        self._one_at_a_time = threading.Lock()
        self._waiting: dict[str, Head] = {}
        self._writing: threading.Thread | None = None

    def follow(self, record: str, head: Head) -> None:
        """Let the record's head be moved on soon; of several the last counts."""
        with self._one_at_a_time:
            self._waiting[record] = head
            if self._writing is None:
                with contextlib.suppress(RuntimeError):  # no thread to be had: a lag, and the next one takes it along
                    writing = threading.Thread(target=self._write, name="heads")
                    writing.start()
                    self._writing = writing

    def settle(self) -> None:
        """Return when everything that was to be written is, or could not be."""
        with self._one_at_a_time:
            writing = self._writing
        if writing is not None:
            writing.join()

    def _write(self) -> None:
        while (heads := self._taken()) is not None:
            with contextlib.suppress(OSError, HeadsUnreadable):
                self._heads.advance(heads)

    def _taken(self) -> dict[str, Head] | None:
        """Take what is to be written; where that is nothing, this thread is the last word."""
        with self._one_at_a_time:
            if not self._waiting:
                self._writing = None
                return None
            taken, self._waiting = self._waiting, {}
            return taken
