"""What becomes of any text at the model's boundary: what is stored, what a screen shows, and what an export holds, each said and held to.

Stored: no control character but line breaks, no half character, composed, settled blanks, at most 32 768 characters or refused.
Direction marks, tags, joiners and characters that are none stay in the log, since they are what was written. Shown: those that could turn
a text round are left out as well. Exported: JSON as stored.
"""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview.engine.events import Event, NoteAdded
from interview.storage.chain import canonical
from interview.tui.text import as_content, shown
from trd_core.text import LONGEST_TEXT, clean

ODD = (
    "\x00", "\x07", "\x08", "\x1b", "\x7f", "\x80", "\x85", "\x90", "\x9b", "\x9c", "\x9d", "\r", "\r\n", "\t", "\x0b", "\u2028", "\u2029",
    "\ud800", "\udfff", "\udc1b", "\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u200e", "\ufeff", "\ufffe", "\uffff", "\U000e0041",
    "\U000e007f", "\U0010ffff", "\x1b[31m", "\x1b]52;c;YQ==\x07", "\x1b]8;;http://x\x1b\\", "\x1bP1$q\x1b\\",
    "e\u0301", "[/]", "[@click=app.quit]",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.text(st.characters(), max_size=6)), max_size=24).map("".join)


def controls_in(text: str) -> set[str]:
    return {sign for sign in text if unicodedata.category(sign) in ("Cc", "Cs")} - {"\n"}


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_any_text_is_stored_shown_and_exported_as_is_said(text: str) -> None:
    stored = NoteAdded(kind="record", text=text).text
    assert clean(text) == stored == clean(stored), "cleaning what is clean changes nothing"
    assert set() == controls_in(stored)
    assert unicodedata.is_normalized("NFC", stored)
    kept = {sign for sign in text if unicodedata.category(sign) in ("Cf", "Cn", "Co")}
    assert {sign for sign in kept if unicodedata.is_normalized("NFC", sign)} <= set(stored), "the log keeps what was written"

    body = canonical(Event(seq=1, at="2026-03-01T10:00:00+01:00", body=NoteAdded(kind="record", text=text)))
    assert stored == json.loads(body.decode("utf-8"))["body"]["text"], "an export holds what is stored"

    for written in (text, stored):
        seen = shown(written)
        assert set() == controls_in(seen)
        assert set() == set(seen) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
        content = as_content(written)
        assert (seen, []) == (content.plain, content.spans)


def test_a_megabyte_is_refused_and_the_longest_text_is_kept() -> None:
    assert LONGEST_TEXT == len(NoteAdded(kind="record", text="x" * LONGEST_TEXT).text)
    for text in ("x" * (LONGEST_TEXT + 1), "\x1b" + "x" * 1_000_000):
        with pytest.raises(ValueError, match="at most 32768"):
            NoteAdded(kind="record", text=text)
    assert 1 == len(NoteAdded(kind="record", text="\x1b" * 1_000_000 + "x").text), "what is left out does not count"


def test_a_boundary_that_cleans_nothing_is_caught() -> None:
    assert {"\x1b", "\ud800"} == controls_in("a\x1b\ud800b")
