"""The list of records, read for the start page: the newest first, and at once; where there are more, all of them beside the typing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import work

from interview.engine.ports import Paged, RecordSummary, StoreFault
from interview.tui.screens.home_places import HomePlaces

FIRST: Final = 60
"""Records that are read before the list is shown; more than a screen has lines for."""


class RecordsRead(HomePlaces):
    """Hands the page what there is to show now, and the whole list once it was read."""

    def take_all(self, records: Sequence[RecordSummary]) -> None:
        """Show the whole list; the page says how."""
        raise NotImplementedError

    def read_records(self) -> Sequence[RecordSummary]:
        """Return the records to show now, the last updated first. Raises `StoreFault`."""
        store = self.doors.store
        if not isinstance(store, Paged):
            return store.records()
        first = store.newest(FIRST)
        if len(first) == FIRST:
            self._read_the_rest()
        return first

    @work(thread=True, exclusive=True, group="records", exit_on_error=False)
    def _read_the_rest(self) -> None:
        try:
            records = self.doors.store.records()
        except StoreFault as fault:
            self.app.call_from_thread(self.say, str(fault))
        else:
            self.app.call_from_thread(self._show_if_here, records)

    def _show_if_here(self, records: Sequence[RecordSummary]) -> None:
        if self.is_mounted:
            self.take_all(records)
