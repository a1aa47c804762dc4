"""What the ear knows is whole: every topic of the list, with exemplars of its own, and words that can be found."""

from __future__ import annotations

import pytest

from interview.practice.ear.model import Topic, Weights
from interview.practice.ear.reading import EarUnreadable, labels, out_of_scope, priorities, read, topics, weights
from interview.practice.ear.wording import words
from interview.understanding.listed import listed

TOPICS = listed(
    """
    greet | consent | agenda | global_change | impact | residual | mood | anhedonia | sleep | appetite | energy | concentration |
    anxiety | onset | episodes | suicide | means | harm_others | psychosis | mania | cognition | current_meds | dose_duration |
    adherence | past_trials | therapy | augmentation | clinician_rel | side_effects | withdrawal | loss_effect | rechallenge |
    paradoxical | psych_history | family_psych | medical | other_drugs | allergies | pain | stress | work | money | overload |
    living | relationship | support | loss_grief | alcohol | smoking | drugs | exercise | diet | routine | beliefs | concerns |
    denial | expectations | reactance | demoralization | self_manage | wellbeing | mastery | growth | purpose | autonomy |
    self_acceptance | flexibility | priorities | summary_check
    """
)


def test_topics_are_those_of_the_list() -> None:
    assert sorted(TOPICS) == sorted(topic.id for topic in topics())


@pytest.mark.parametrize(("topic", "least"), [(topic, 80 if topic == "suicide" else 25) for topic in TOPICS])
def test_every_topic_has_exemplars(topic: str, least: int) -> None:
    (found,) = [each for each in topics() if each.id == topic]
    assert least <= len(set(found.exemplars))
    assert labels()[topic] == found.label


def test_no_exemplar_stands_under_two_topics() -> None:
    said = [words(line) for topic in topics() for line in topic.exemplars] + [words(line) for line in out_of_scope().exemplars]
    assert [] == sorted({line for line in said if said.count(line) > 1})


def test_keywords_are_written_as_words_are_heard() -> None:
    """A keyword with a contraction or a capital would never be found."""
    for topic in topics():
        for phrase in (*topic.certain, *topic.strong, *topic.weak):
            for part in phrase.split():
                plain = part.rstrip("*")
                assert part == "..." or part.isupper() or words(plain) == (plain,), (topic.id, phrase)


def test_priorities_name_topics() -> None:
    for rule in priorities():
        assert {rule.topic, *rule.over} <= set(TOPICS)
        assert rule.topic not in rule.over


def test_shares_that_do_not_add_up_are_refused() -> None:
    figures = weights().model_dump()
    figures["blend"]["keywords"] = 0.9
    with pytest.raises(ValueError, match="add up to 1"):
        Weights.model_validate(figures)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        (b"\xff", "a.toml: not UTF-8 text"),
        (b"id = ", "a.toml: not TOML"),
        (b'id = "sleep"\nlabel = "x"\nexemplars = "a"\n', "a.toml: certain: Field required"),
        (b'id = "Sleep!"\nlabel = "x"\ncertain = []\nexemplars = "a"\n', "a.toml: id: "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(raw: bytes, told: str) -> None:
    with pytest.raises(EarUnreadable) as refused:
        read(Topic, "a.toml", raw)
    assert str(refused.value).startswith(told)
