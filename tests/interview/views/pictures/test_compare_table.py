"""Two visits side by side: a sign and a word for each row, up and down for numbers and places only, not known never gone."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from rich.cells import cell_len

from interview.views.compare_table import NOT_KNOWN, NOT_THERE, SideBySide, compare_lines, side_groups
from interview.views.picture_cells import LETTERS, UNICODE
from tests.interview.views.pictures.people import DENSE, LATER, SPARSE
from tests.second.generator import random_case
from trd_core.assess import assess
from trd_core.compare import compare
from trd_core.comparison import Comparison
from trd_core.reading import case_of


def between(before: dict[str, Any], after: dict[str, Any]) -> Comparison:
    earlier, later = case_of(before), case_of(after)
    return compare(assess(earlier, in_depth=False), assess(later, in_depth=False), earlier, later)


def rows(of: Comparison) -> dict[str, SideBySide]:
    return {row.id: row for group in side_groups(of) for row in group.rows}


def stand(row: SideBySide) -> tuple[str, str, str]:
    return row.before, row.after, row.became


def test_problems_links_and_circles() -> None:
    found = rows(between(DENSE, LATER))
    assert ("place 2", "place 1", "up") == stand(found["problem:insomnia"])
    assert ("1", "3", "up") == stand(found["problem:insomnia:urgency"])
    assert ("place 1", "place 2", "down") == stand(found["problem:low_mood"])
    assert (NOT_THERE, "place 3", "new") == stand(found["problem:wine"])
    assert ("place 3", NOT_THERE, "gone") == stand(found["problem:the mill, 240 jobs"])
    assert ("on the map", NOT_THERE, "gone") == stand(found["link:low_mood->insomnia"])
    assert ("0.5", "0.8", "up") == stand(found["link:insomnia->low_mood:strength"])
    assert "gone" == found["circle:insomnia+low_mood"].became
    assert ("Low mood", "Short, broken nights", "changed") == stand(found["macro_analysis.first"])


def test_what_is_not_known_on_either_side_is_not_comparable_and_never_gone_or_new() -> None:
    nothing = {"subject": "S-3"}
    for before, after in ((DENSE, nothing), (nothing, DENSE)):
        found = rows(between(before, after))
        assert not [each for each in found.values() if each.became in {"gone", "new", "up", "down"}]
        side = found["problem:low_mood"].after if before is DENSE else found["problem:low_mood"].before
        assert NOT_KNOWN == side
        assert "not comparable" == found["problem:low_mood"].became


def test_kellners_rating_is_up_or_down_only_where_both_speak_of_one_treatment() -> None:
    assert ("6 of 9", "3 of 9", "down") == stand(rows(between(DENSE, LATER))["response.kellner"])
    other = rows(between(DENSE, {**LATER, "kellner_reference": "2026-06"}))["response.kellner"]
    assert ("6 of 9", "3 of 9", "not comparable") == stand(other)
    assert "each rating speaks of another treatment" == other.remark
    same = rows(between(DENSE, {**LATER, "kellner": 6}))["response.kellner"]
    assert ("6 of 9", "6 of 9", "same") == stand(same)


def test_a_stage_is_compared_by_its_number_and_an_open_one_is_not() -> None:
    found = rows(between(DENSE, {**LATER, "trials": []}))
    stages = [each for each in found.values() if each.id.startswith("staging.")]
    assert 7 == len(stages)
    assert all("open" in f"{each.before} {each.after}" for each in stages if each.became == "not comparable")
    assert all("open" not in f"{each.before} {each.after}" for each in stages if each.became in {"up", "down", "same"})


def test_safety_has_no_direction() -> None:
    after = {**LATER, "safety": {"act": False, "wish_to_be_dead": False, "thoughts": False}}
    found = rows(between(DENSE, after))
    assert "side by side" == found["safety"].became
    assert {each.became for each in found.values() if each.id.startswith("areas.safety.")} <= {"changed", "now known", "no longer known"}
    text = "\n".join(line.text for line in compare_lines(between(DENSE, after), 80))
    assert "There is no verdict" in text


def test_a_sign_and_a_word_stand_on_every_row() -> None:
    lines = compare_lines(between(DENSE, LATER), 120)
    begun = {row.id: next(line.text for line in lines if line.of == row.id) for row in rows(between(DENSE, LATER)).values()}
    assert begun["problem:wine"].startswith("+ new")
    assert begun["problem:low_mood"].startswith("▼ down")
    assert begun["link:low_mood->insomnia"].startswith("− gone")
    assert begun["macro_analysis.first"].startswith("≠ changed")


@pytest.mark.parametrize("seed", range(16))
def test_everything_stands_there_once_within_the_width_and_turned_round_it_is_mirrored(seed: int) -> None:
    chance = random.Random(seed)
    one, other = ({**random_case(chance, share), "subject": "S-1"} for share in (0.2, 0.5))
    comparison, turned = between(one, other), between(other, one)
    for width, signs in ((20, UNICODE), (60, LETTERS), (80, UNICODE), (120, UNICODE)):
        lines = compare_lines(comparison, width, signs)
        assert all(cell_len(line.text) <= width for line in lines)
        shown = [line.of for line in lines if line.of is not None]
        assert sorted(rows(comparison)) == sorted(shown)
    mirrored = {"new": "gone", "gone": "new", "up": "down", "down": "up", "now known": "no longer known", "no longer known": "now known"}
    there, back = rows(comparison), rows(turned)
    assert there.keys() == back.keys()
    for identifier, row in there.items():
        assert (row.after, row.before, mirrored.get(row.became, row.became)) == stand(back[identifier])


def test_one_visit_against_itself_has_nothing_that_changed() -> None:
    assert {each.became for each in rows(between(SPARSE, SPARSE)).values()} <= {"same", "still open", "not comparable", "side by side"}


def test_it_is_drawn_within_its_time() -> None:
    comparison, taken = between(DENSE, LATER), []
    for _again in range(5):
        began = time.process_time()
        compare_lines(comparison, 120)
        taken.append(time.process_time() - began)
    assert min(taken) <= 0.05
