"""Whether a turn asks about wanting to die: heard in any wording, and not where it only sounds like it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview.practice.ear.hearing import hear
from interview.practice.ear.must_hear import must, set_aside
from interview.practice.ear.reading import must_hear
from interview.practice.ear.wording import words

LINES = (Path(__file__).parent / "ear_suicide.txt").read_text(encoding="utf-8").splitlines()
MISSED_AT_MOST = 0.01
ANSWERED_AT_MOST = 0.02
OFFERED_AT_MOST = 0.07


def test_it_is_hardly_ever_missed() -> None:
    heard = [hear(line[2:]) for line in LINES if line.startswith("+ ")]
    missed = [each.text for each in heard if "suicide" not in (*each.chosen, *each.offered)]
    print(f"missed {len(missed)} of {len(heard)}: {missed}")
    assert len(heard) >= 300
    assert len(missed) <= MISSED_AT_MOST * len(heard)


def test_what_only_sounds_like_it_is_not_answered_as_it() -> None:
    heard = [hear(line[2:]) for line in LINES if line.startswith("- ")]
    answered = [each.text for each in heard if "suicide" in each.chosen]
    offered = [each.text for each in heard if "suicide" in each.offered]
    means = [each.text for each in heard if "means" in each.offered]
    print(f"of {len(heard)} answered {answered}, offered {offered}, means offered {means}")
    assert len(heard) >= 190
    assert len(answered) <= ANSWERED_AT_MOST * len(heard)
    assert len(offered) <= OFFERED_AT_MOST * len(heard)
    assert [] == means


@pytest.mark.parametrize(
    ("said", "grade"),
    [
        ("Are you tired of living?", "plain"),
        ("Are you tired of living there?", None),
        ("Do you hate being alive?", "plain"),
        ("Do they cope better without you?", "plain"),
        ("How do you cope without your tablets?", None),
        ("Can you carry on like this?", "possible"),
        ("Can you carry on with the tablets?", None),
        ("I'm dying to know.", None),
        ("Did the sadness disappear?", None),
        ("Do you wish you could just disappear?", "plain"),
        ("Do you go to sleep hoping your eyes will never open?", "plain"),
        ("Do you pray that the Lord takes you home?", "plain"),
        ("Would you like to be with your late husband?", "plain"),
        ("What do you miss most about your late husband?", None),
        ("Your uncle took his own life. Has it ever crossed your own mind?", "own"),
        ("Your uncle hanged himself. How did the family cope?", None),
        ("Did you want to dye your hair?", None),
        ("How do you explain it to yourself that it will not go away?", None),
    ],
)
def test_concepts_near_each_other_make_the_question(said: str, grade: str | None) -> None:
    assert grade == must(words(said))


def test_what_is_set_aside_is_passed_over_word_by_word() -> None:
    assert frozenset({5, 6, 7}) == set_aside(words("How is it at the end of the day?"))
    assert "plain" == must(words("At the end of the day, do you want to die?"))


def test_every_concept_is_used_and_written_as_words_are_heard() -> None:
    known = must_hear()
    used = {name for rule in known.rule for name in rule.all}
    assert sorted(used) == sorted(known.concepts)
    for phrase in (*known.aside, *(phrase for phrases in known.concepts.values() for phrase in phrases)):
        for part in phrase.split():
            assert part == "..." or part.isupper() or words(part.rstrip("*")) == (part.rstrip("*"),), phrase


@pytest.mark.parametrize(
    ("said", "chosen"),
    [
        ("Do you have a plan, and the means to do it?", ("suicide", "means")),
        ("Any thoughts of harming yourself or anybody else?", ("suicide", "harm_others")),
        ("Do you have pills at home that you could hurt yourself with?", ("means",)),
    ],
)
def test_what_is_asked_with_it_is_heard_too(said: str, chosen: tuple[str, ...]) -> None:
    assert chosen == hear(said).chosen
