"""Lines are numbered as an editor numbers them, blank ones are passed over, and none is held that is too long."""

from __future__ import annotations

import io

import pytest

from interview.cohort.lines import LET_GO_AT_ONCE, numbered_lines


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", []),
        (b"\n \n\t\r\n", []),
        (b"a\n\nb", [(1, b"a"), (3, b"b")]),
        (b"a\r\nb\r\n", [(1, b"a"), (2, b"b")]),
        (b" a \n", [(1, b" a")]),
        (b"\xef\xbb\xbfa\n\xef\xbb\xbfb\n", [(1, b"a"), (2, b"\xef\xbb\xbfb")]),
        (b"\xef\xbb\xbf\na", [(2, b"a")]),
        ("a\u2028b\x0cc\n".encode(), [(1, "a\u2028b\x0cc".encode())]),
    ],
)
def test_lines_keep_their_numbers(content: bytes, lines: list[tuple[int, bytes]]) -> None:
    assert lines == list(numbered_lines(io.BytesIO(content)))


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
@pytest.mark.parametrize(("length", "is_held"), [(7, True), (8, True), (9, False), (10, False), (11, False), (4 * LET_GO_AT_ONCE, False)])
def test_a_line_of_the_longest_length_is_held_and_one_byte_more_is_not(length: int, is_held: bool, ending: bytes) -> None:
    source = io.BytesIO(b"{}\n" + b"x" * length + ending)
    assert [(1, b"{}"), (2, b"x" * length if is_held else None)] == list(numbered_lines(source, longest=8))


def test_what_follows_an_overlong_line_keeps_its_number() -> None:
    source = io.BytesIO(b"x" * 3 * LET_GO_AT_ONCE + b"\n{}\n" + b" " * 20 + b"\na\n")
    assert [(1, None), (2, b"{}"), (3, None), (4, b"a")] == list(numbered_lines(source, longest=8))
