"""What befell a record stands wherever its transcript does, in order; the person's own sheet and a shared screen hold none."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from typing import Any

import pytest

from interview.engine.events import Body, Event
from interview.engine.practice_events import FeedbackRead
from interview.engine.record_events import ClockJumped, RecordRestored
from interview.engine.session import Session
from interview.export.csv import to_csv
from interview.export.fhir.bundle import bundle
from interview.export.importing.record import read_record
from interview.export.importing.refused import ImportRefused
from interview.export.json import order_to_json
from interview.export.page import Entry, Listing, joined, text_of
from interview.export.pages.practice import conversation_page
from interview.export.part_of import PartOf
from interview.export.practice import sheet_in_json
from interview.export.readers import page_for
from interview.export.selection import Reader
from interview.plain.summary import summary_lines
from interview.practice.patient.reading import bundled
from interview.tui.glyphs import WIDE
from interview.tui.widgets.conversation import turn_content
from interview.tui.widgets.talk import talk_lines
from interview.views.occurrence_words import UNREADABLE, clock_words, restored_words
from tests.interview.engine.world import PLAIN, SMALL, ask_through, begin
from tests.interview.export.record import ENVELOPE, order

BACK = "Brought back from a backup of 1 March 2026, 09:59. 2 entries that stood here are not in it."
CLOCK = "The clock was changed: after 1 March 2026, 10:00 it said 1 March 2026, 08:00."
RESTORED = RecordRestored(made="2026-03-01T09:59:00+00:00", lacks=2)
JUMPED = ClockJumped(before="2026-03-01T10:00:00+00:00", after="2026-03-01T08:00:00+00:00")


def befallen(whole: Session, *bodies: Body, at: int | None = None) -> Session:
    """Return the record with these events after its first `at` ones."""
    at = len(whole.events) if at is None else at
    now = whole.events[at - 1].at
    added = [*whole.events[:at], *(Event(seq=1, at=now, body=body) for body in bodies), *whole.events[at:]]
    return PartOf(whole, [event.model_copy(update={"seq": seq}) for seq, event in enumerate(added, 1)])


@cache
def record() -> Session:
    """A record that was brought back in the middle, under a clock that was changed at its end."""
    whole = begin()
    ask_through(whole, PLAIN)
    return befallen(befallen(whole, RESTORED, at=9), JUMPED)


def test_the_words_tell_what_is_known_and_no_more() -> None:
    assert BACK == restored_words("2026-03-01T09:59:00+00:00", 2)
    assert restored_words("2026-03-01", 1).endswith("1 entry that stood here is not in it.")
    assert restored_words("2026-03-01", 0).endswith("No entry lacks.")
    assert restored_words("2026-03-01", None).endswith("nobody could tell.")
    assert clock_words(JUMPED.before, JUMPED.after).startswith(CLOCK)
    assert "10:00 (UTC+0100) it said 1 March 2026, 10:00 (UTC+0200)." in clock_words("2026-03-01T10:00+01:00", "2026-03-01T10:00+02:00")
    assert f"of {UNREADABLE}." in restored_words("\x1b[2J<b>", 0)


def test_a_transcript_holds_both_in_their_place() -> None:
    shown = list(text_of(page_for(order(record()))))
    places = [next(place for place, line in enumerate(shown) if words in line) for words in ("Everything is grey", BACK, "How old", CLOCK)]
    assert sorted(places) == places
    assert shown.index("Transcript") < places[0]


@pytest.mark.parametrize("verbatim", [True, False])
def test_a_letter_tells_both_once_with_or_without_a_transcript(verbatim: bool) -> None:
    shown = "\n".join(text_of(page_for(order(record(), "colleague", verbatim=verbatim))))
    assert (1, 1) == (shown.count(BACK), shown.count(CLOCK))
    assert verbatim is ("Transcript" in shown)


def test_the_person_gets_neither_on_paper_nor_on_a_shared_screen() -> None:
    shown = "\n".join([*text_of(page_for(order(record(), "patient"))), *summary_lines(record(), record().view(), is_shared=True)])
    assert "ackup" not in shown
    assert "clock" not in shown
    turns = [turn for turn in record().turns if turn.kind in ("clock", "restored")]
    assert [None, None] == [turn_content(turn, None, {}, WIDE, is_shared=True) for turn in turns]


def test_the_screen_and_the_lines_say_the_same_to_a_clinician() -> None:
    turns = [turn for turn in record().turns if turn.kind in ("clock", "restored")]
    drawn = [turn_content(turn, None, {}, WIDE, is_shared=False) for turn in turns]
    assert [True, True] == [each is not None and words in each.plain for each, words in zip(drawn, (BACK, CLOCK), strict=True)]
    said = "\n".join(summary_lines(record(), record().view(), is_shared=False))
    assert BACK in said
    assert CLOCK in said


def test_what_befell_a_signed_record_is_no_change_of_it() -> None:
    whole = begin(interviewer="Dr A")
    ask_through(whole, PLAIN)
    whole.go("review")
    whole.sign("Dr S")
    after = befallen(whole, RESTORED, JUMPED)
    assert "Nothing was changed since the last signature." in list(summary_lines(after, after.view(), is_shared=False))


def test_a_table_has_each_part_in_a_row_for_research_in_days() -> None:
    def told(reader: Reader) -> list[tuple[str, str, str]]:
        made = to_csv(order(record(), reader, is_page=False))[""].decode("utf-8")
        rows = csv.DictReader(io.StringIO(made, newline=""))
        return [(row["id"].split(".")[2], row["status"], row["value"]) for row in rows if row["row"] == "event"]

    parts = [("backup_made", RESTORED.made), ("backup_lacks", "2"), ("clock_before", JUMPED.before), ("clock_after", JUMPED.after)]
    assert [(name, "known", value) for name, value in parts] == told("chart")
    assert [("backup_made", "known", "0"), ("backup_lacks", "known", "2")] == told("research")[:2]
    unknown = befallen(begin(), RecordRestored(made="2026-03-01T09:59:00+00:00"))
    made = to_csv(order(unknown, is_page=False))[""].decode("utf-8")
    assert "entries that stood here and are not in it,unknown,NA_unknown" in made


def test_a_bundle_tells_both_of_its_provenance() -> None:
    def told(reader: Reader) -> list[dict[str, Any]]:
        (provenance,) = [
            each["resource"]
            for each in bundle(order(record(), reader, is_page=False))["entry"]
            if each["resource"]["resourceType"] == "Provenance"
        ]
        return [each for each in provenance["extension"] if each["url"].endswith(("/restored", "/clock-changed"))]

    restored, clock = told("chart")
    assert [("entry", 10), ("made", RESTORED.made), ("lacks", 2)] == [
        (each["url"], list(each.values())[1]) for each in restored["extension"]
    ]
    assert ["entry", "before", "after"] == [each["url"] for each in clock["extension"]]
    assert "2026" not in json.dumps(told("research"))


def test_a_file_whose_times_are_none_is_refused_and_not_shown() -> None:
    made = json.loads(order_to_json(order(record(), is_page=False)))
    read_record(made, SMALL)
    for place, event in enumerate(made["events"]):
        for name in {"made", "before", "after"} & set(event["body"]):
            changed = json.loads(json.dumps(made))
            changed["events"][place]["body"][name] = "2026-03-01\x1b10:00:00+00:00"
            with pytest.raises(ImportRefused, match=rf"events\[{place}\]\.body\.{name}") as refused:
                read_record(changed, SMALL)
            assert "\x1b" not in str(refused.value)


def test_a_talk_with_a_patient_of_practice_shows_both_and_that_the_feedback_was_read() -> None:
    case = bundled()[0]
    talk = befallen(begin(practice=True, practice_case=case.id), RESTORED, FeedbackRead(), JUMPED)
    lines = [line.content.plain for line in talk_lines(case, talk.events, WIDE)]
    assert [BACK, "The feedback was read: what comes after it is not counted.", CLOCK] == [
        next(words for words in (BACK, "The feedback was read: what comes after it is not counted.", CLOCK) if words in line)
        for line in lines[-3:]
    ]
    page = conversation_page(talk, ENVELOPE)
    entries = [
        joined(each.spans) for block in page.blocks if isinstance(block, Listing) for each in block.entries if isinstance(each, Entry)
    ]
    assert [True, True] == [words in entry for words, entry in zip((BACK, CLOCK), entries, strict=True)]
    told = json.loads(sheet_in_json(order(talk, sheet="conversation", is_page=False)))
    assert [BACK, CLOCK] == [each["says"][: len(words)] for each, words in zip(told["befell"], (BACK, CLOCK), strict=True)]
