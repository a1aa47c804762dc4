"""Free text at the model's boundary, character by character: what goes, what stays, and what stands for what cannot."""

from __future__ import annotations

import pytest

from trd_core.text import clean, plainly


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\n\nb", "a\n\nb"),
        ("a \n b", "a\nb"),
        ("a\t \xa0b\x0bc", "a bc"),
        (" \n a \n ", "a"),
        ("a\x00\x1b[31m\x7f\x9bb", "a[31mb"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("e\u0301", "\xe9"),
        ("XXx admin\u202e.txt", "XXx admin\u202e.txt"),
        ("", ""),
    ],
)
def test_what_is_kept_of_a_text(written: str, kept: str) -> None:
    assert kept == clean(written)


@pytest.mark.parametrize(
    ("kept", "seen"),
    [
        ("a\nb", "a\nb"),
        ("XX a\u0301\u200d\u2028b", "XX a\u0301\u200d\u2028b"),
        ("a\x07\x1b[31m\x85\t\rb", "a[31mb"),
        ("a\ud800b", "ab"),
        ("a\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069b", "ab"),
    ],
)
def test_what_a_terminal_gets_of_a_text(kept: str, seen: str) -> None:
    assert seen == plainly(kept)
