"""`/done` alone lists what is still to do; with a number it marks that one done."""

from __future__ import annotations

from interview.engine.to_dos import open_to_dos
from tests.interview.plain.test_plain import Doing


def test_what_was_to_do_is_listed_and_marked_done() -> None:
    doing = Doing(["/todo ring the ward", "/todo ask for the letter", "/done", "/done 1", "/done 1", "/done 9", "/quit"])
    assert "1 ring the ward 2 ask for the letter" in doing.said
    assert "That was marked done before." in doing.said
    assert [2] == [number for number, _note in open_to_dos(doing.session.state)]


def test_where_nothing_is_to_do_it_says_so() -> None:
    assert "Nothing is to do in this record." in Doing(["/done", "/quit"]).said
