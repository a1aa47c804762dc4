"""Lines are numbered as an editor numbers them, blank ones are passed over, and none is held that is too long."""

from __future__ import annotations

import io
import random
from itertools import pairwise

import pytest

from interview.cohort.lines import LET_GO_AT_ONCE, count_begun_within, lines_begun_within, numbered_lines


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


@pytest.mark.parametrize("seed", range(20))
def test_cut_anywhere_every_line_is_found_once_with_its_number(seed: int) -> None:
    """A line belongs to the stretch in which it begins; the number of a stretch's first line is known by counting those before it."""
    rng = random.Random(seed)
    pieces = (b"\n", b"\r\n", b" \n", b"a\n", b"xx\r\n", b"\xef\xbb\xbf", "é\n".encode(), b"y" * 40 + b"\n", b"z")
    content = b"".join(rng.choices(pieces, k=rng.randint(1, 40)))
    whole = list(numbered_lines(io.BytesIO(content), longest=8))
    cuts = [0, *sorted(rng.sample(range(1, len(content)), min(rng.randint(0, 12), len(content) - 1))), len(content)]
    found, first = [], 1
    for begin, end in pairwise(cuts):
        found += lines_begun_within(io.BytesIO(content), begin, end, first, longest=8)
        first += count_begun_within(io.BytesIO(content), begin, end)
    assert whole == found
    assert len(content.splitlines(keepends=True)) >= first - 1 == content.count(b"\n") + (not content.endswith(b"\n"))
