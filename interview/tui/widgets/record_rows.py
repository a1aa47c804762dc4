"""The records as rows of the start page: the one left last first, a subject's visits together, and the words by which each is found.

Only the summaries are read; no record is opened.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from textual.content import Content

from interview.engine.ports import RecordSummary
from interview.language import _, ngettext
from interview.tui.text import as_content
from interview.tui.widgets.conversation import PLACES
from interview.tui.widgets.status_bar import VISITS
from interview.views.locale import ago, day
from interview.views.signature_words import signed_word

VISITS_OF: Final = "visits:"
TO_DO: Final = "todo:"
MORE: Final = "more:"
MOST: Final = 100
"""How many records are listed at once; typing finds the others."""

SAFETY_WAITS: Final = _("safety not asked today")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its id and its words; `MORE` leads nowhere."""

    id: str
    content: Content


def record_line(record: RecordSummary, now: dt.datetime, titles: Mapping[str, str], dot: str, about: int | None = None) -> Content:
    """Return one record: who, which visit, how far, when left; what waits is said in words."""
    far = (
        _("question {answered} of about {about}").format(answered=record.answered + 1, about=about)
        if about and about > record.answered
        else ngettext("{n} answer", "{n} answers", record.answered).format(n=record.answered)
    )
    place = titles.get(record.section or "", PLACES.get(record.phase, record.phase))
    what = f" {dot} ".join((VISITS.get(record.visit, record.visit), place, far, _("left {ago}").format(ago=ago(record.updated, now))))
    waits = [SAFETY_WAITS] if _safety_waits(record, now) else []
    waits += [_("{to_do} to do").format(to_do=record.to_do)] if record.to_do else []
    what += f" {dot} {signed_word(record.signed)}" if record.signed else ""
    line = as_content(record.subject, "bold") + as_content(f"  {what}")
    return line + as_content(f"\n    {', '.join(waits)}", "$text-warning") if waits else line


def _safety_waits(record: RecordSummary, now: dt.datetime) -> bool:
    return record.phase != "closed" and record.safety_day != now.date().isoformat()


class RecordRows:
    """The rows of one reading of the store."""

    def __init__(self, records: Sequence[RecordSummary], now: dt.datetime, titles: Mapping[str, str], dot: str) -> None:
        """`records` come the last changed first; `titles` are those of the sections."""
        self._records, self._now, self._titles, self._dot = tuple(records), now, titles, dot

    @cached_property
    def _visits(self) -> dict[str, list[int]]:
        """The places of each subject's records."""
        found: dict[str, list[int]] = {}
        for place, record in enumerate(self._records):
            found.setdefault(record.subject, []).append(place)
        return found

    @cached_property
    def _words(self) -> tuple[str, ...]:
        """What each record is found by; what many records share is put in words once."""
        shared: dict[tuple[object, ...], str] = {}
        words = []
        for record in self._records:
            waits = _safety_waits(record, self._now)
            key = (record.visit, record.phase, record.section, record.updated[:10], record.to_do > 0, record.signed, waits)
            if key not in shared:
                shared[key] = self._shared(record)
            words.append(f"{record.subject.casefold()} {shared[key]}")
        return tuple(words)

    def _shared(self, record: RecordSummary) -> str:
        at = record.updated[:10]
        waits = (SAFETY_WAITS if _safety_waits(record, self._now) else "", _("to do") if record.to_do else "", signed_word(record.signed))
        visit, phase = VISITS.get(record.visit, ""), PLACES.get(record.phase, "")
        section = self._titles.get(record.section or "", "")
        return " ".join((record.visit, visit, section, record.phase, phase, at, day(at), *waits)).casefold()

    def has(self, subject: str) -> bool:
        """Return whether a subject has a record."""
        return subject in self._visits

    def only_subject(self, typed: str) -> str | None:
        """Return whose records hold every typed word, where they are all of one subject; None for none or several."""
        words = typed.casefold().split()
        found = {record.subject for record, known in zip(self._records, self._words, strict=True) if all(word in known for word in words)}
        return found.pop() if len(found) == 1 else None

    def rows(self, typed: str, about: int | None = None) -> list[Row]:
        """Return the rows that hold every typed word; `about` is how many questions the record that was left last has."""
        words = typed.casefold().split()
        places = [place for place, known in enumerate(self._words) if all(word in known for word in words)] if words else None
        rows: list[Row] = []
        listed = 0
        for place, is_last_of_subject in self._in_groups(places):
            record = self._records[place]
            line = record_line(record, self._now, self._titles, self._dot, about if place == 0 else None)
            rows.append(Row(record.record, line))
            listed += 1
            if is_last_of_subject and (len(self._visits[record.subject]) > 1 or record.subject == typed.strip()):
                rows.append(self._visits_row(record.subject))
            if listed == 1 and not words:
                rows += self._to_do_row()
            if listed == MOST:
                break
        left = len(self._records if places is None else places) - listed
        if left:
            words_left = ngettext("{n} more record: type words of it to find it", "{n} more records: type words of one to find it", left)
            rows.append(Row(MORE, as_content(words_left.format(n=left), "$text-muted")))
        return rows

    def _in_groups(self, places: Sequence[int] | None) -> Iterator[tuple[int, bool]]:
        """Yield places, those of one subject together where its last changed stands, and whether each is the last of its subject."""
        wanted = None if places is None else set(places)
        done: set[str] = set()
        for place in range(len(self._records)) if places is None else places:
            subject = self._records[place].subject
            if subject in done:
                continue
            done.add(subject)
            group = self._visits[subject] if wanted is None else [each for each in self._visits[subject] if each in wanted]
            for each in group:
                yield each, each == group[-1]

    def _visits_row(self, subject: str) -> Row:
        count = len(self._visits[subject])
        words = ngettext("{subject}: its visit; begin another", "{subject}: all {n} visits; begin another, or compare two", count)
        return Row(f"{VISITS_OF}{subject}", as_content(f"    {words.format(subject=subject, n=count)}", "$text-accent"))

    def _to_do_row(self) -> list[Row]:
        waiting = sum(record.to_do for record in self._records)
        if not waiting:
            return []
        words = ngettext("{n} thing to do: list it", "{n} things to do: list them", waiting).format(n=waiting)
        return [Row(TO_DO, as_content(f"    {words}", "$text-accent"))]
