"""The graph as characters: five drawings that somebody looked at, what is chosen shown by signs, and words that stay whole."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from interview.views.graph_cells import LETTERS, UNICODE, graph_cells
from interview.views.graph_labels import MOST_LINES, cells, cleaned, fitted
from interview.views.graph_layout import layout
from interview.views.graph_model import GraphLink, GraphProblem
from tests.interview.views.graph_maps import CHAIN, CIRCLE, STAR, TWO_PARTS, WHOLE, Map, demo, named
from tests.interview.views.graph_walk import text_rows

DRAWINGS = Path(__file__).parent / "graph_drawings"
MAPS = {"chain": CHAIN, "circle": CIRCLE, "star": STAR, "two_parts": TWO_PARTS, "demo": demo(), "whole": WHOLE}
CHOSEN = {"star": "depression", "demo": "depression", "whole": "alcohol"}


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize(("kind", "signs"), [("unicode", UNICODE), ("letters", LETTERS)])
def test_the_drawing_is_the_one_that_was_looked_at(name: str, kind: str, signs: object) -> None:
    drawn = text_rows(graph_cells(layout(*MAPS[name], CHOSEN.get(name)), UNICODE if signs is UNICODE else LETTERS))
    kept = DRAWINGS / f"{name}.{kind}.txt"
    assert kept.read_text(encoding="utf-8").splitlines() == drawn


def test_letters_are_ascii_but_for_the_words() -> None:
    assert all(row.isascii() for row in text_rows(graph_cells(layout(*WHOLE, "alcohol"), LETTERS)))


@pytest.mark.parametrize("signs", [UNICODE, LETTERS])
@pytest.mark.parametrize("name", MAPS)
def test_both_sets_of_signs_fill_the_same_cells(name: str, signs: object) -> None:
    made = layout(*MAPS[name], CHOSEN.get(name))
    one, other = (text_rows(graph_cells(made, each)) for each in (UNICODE, LETTERS))
    assert [cell_len(row) for row in one] == [cell_len(row) for row in other]
    assert max(map(cell_len, one)) == made.width


def spans_of(given: Map, chosen: str | None, role: str) -> set[str]:
    """Return the texts of a role."""
    return {span.text for line in graph_cells(layout(*given, chosen)) for span in line if span.role == role}


def test_what_is_chosen_is_told_by_signs_and_not_by_roles_alone() -> None:
    plain, chosen = (text_rows(graph_cells(layout(*STAR, each))) for each in (None, "depression"))
    assert not set("".join(plain)) & set("━┃┏┓┗┛═║╔╗╚╝")
    assert set("━┃┏┓┗┛║") <= set("".join(chosen))
    assert "║" in "".join(spans_of(STAR, "depression", "fed_by"))
    assert "┃" in "".join(spans_of(STAR, "depression", "feeds"))
    assert spans_of(STAR, None, "feeds") == spans_of(STAR, None, "fed_by") == set()


def test_circles_are_marked_on_the_border_with_a_number_where_there_are_several() -> None:
    assert {"↻"} == spans_of(CIRCLE, None, "circle")
    assert {"↻1", "↻2"} == spans_of(demo(), None, "circle")
    assert set() == spans_of(CHAIN, None, "circle")


def test_numbers_stay_with_their_units() -> None:
    lines, _ = fitted("Sertraline 50 mg stopped at 3 weeks, then 6.5 h of sleep", 3, 8, 28)
    assert ("Sertraline 50 mg", "stopped at 3 weeks,", "then 6.5 h of sleep") == lines
    for width in range(8, 29):
        lines, _ = fitted("Sertraline 50 mg stopped at 3 weeks", 9, width, width)
        assert any("50 mg" in line for line in lines)
        assert width < 9 or any("3 weeks" in line for line in lines)


def test_a_box_has_two_lines_where_that_can_be() -> None:
    assert (("Conflict in the family", "or with somebody close"), False) == fitted(
        "Conflict in the family or with somebody close", 2, 12, 28
    )
    assert (("Poor sleep",), False) == fitted("Poor sleep", 2, 12, 28)


def test_words_too_many_for_a_box_end_with_a_sign_and_stay_whole_beside_it() -> None:
    words = " ".join(f"word{number}" for number in range(200))
    made = layout([GraphProblem("a", words)], [])
    box = made.boxes[0]
    assert box.is_shortened
    assert MOST_LINES == len(box.lines)
    assert box.lines[-1].endswith(" …")
    assert (words,) == made.words


def test_every_letter_is_as_wide_as_the_screen_takes_it() -> None:
    letters = [character for character in map(chr, range(0x20, 0x20000)) if unicodedata.category(character)[0] in "LMNP"]
    shown = [character for character in letters if cleaned(character) == character]
    assert len(shown) > 50_000
    differ = [character for character in shown if cells(character) != cell_len(character)]
    assert {"Lo", "No"} >= {unicodedata.category(character) for character in differ}
    assert len(differ) < 30


def test_a_word_wider_than_a_box_is_broken_and_keeps_its_letters() -> None:
    word = "Pneumonoultramicroscopicsilicovolcanoconiosis"
    lines, is_shortened = fitted(word, 2, 12, 28)
    assert not is_shortened
    assert word == "".join(lines)
    assert max(map(cells, lines)) <= 28


@pytest.mark.parametrize(
    "words", ["\x1b[31mred\x1b[0m\x07", "one\u202etwo", "a\u200bb", "tab\tand\nline", "[bold]not markup[/]", "lone \ud800 half"]
)
def test_hostile_words_cannot_drive_a_terminal(words: str) -> None:
    said = cleaned(words)
    assert said.isprintable()
    drawn = text_rows(graph_cells(layout([GraphProblem("a", words)], [])))
    assert all(row.isprintable() for row in drawn)
    assert len({cell_len(row) for row in drawn}) == 1


@pytest.mark.parametrize(
    "words", ["睡眠が浅い、仕事の負担", "Ｆｕｌｌ width", "cafe\u0301 au lait", "ไม่มีแรง", "❤️ and 👍", "עייפות", "क्षीण"]
)
def test_borders_stand_straight_beside_any_script(words: str) -> None:
    rows = text_rows(graph_cells(layout([GraphProblem("a", words), *named("b")], [GraphLink("a", "b")])))
    box = rows[:3]
    assert len({cell_len(row) for row in box}) == 1, [cell_len(row) for row in box]
    assert cells(box[1]) == cell_len(box[1])
