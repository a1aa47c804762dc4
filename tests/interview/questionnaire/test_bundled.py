"""The bundled questionnaire is sound, whole, short enough, and fit to be heard."""

from __future__ import annotations

import re

import pytest

from interview.questionnaire.checks import check, coverage
from interview.questionnaire.coverage import TYPICAL_PATH, asked, path
from interview.questionnaire.filled_by import is_judgement
from interview.questionnaire.model import Item
from interview.questionnaire.reader import bundled
from interview.questionnaire.wording_checks import FORBIDDEN, all_said
from trd_core.catalogue import plan_options, rules
from trd_core.vocabulary import facts

ORDER = [
    "opening", "concern", "safety", "person", "latest", "episode", "treatments", "aftereffects", "stress", "lifestyle", "illness",
    "wellbeing", "relationships", "medical", "history", "priorities", "secondlook", "summary",
    "informant",
]  # fmt: skip
ITEMS = [item for section in bundled().section for item in section.all_items()]


def test_it_has_no_fault() -> None:
    assert () == check(bundled())


def test_sections_stand_in_the_order_of_the_interview() -> None:
    assert ORDER == [section.id for section in bundled().section]
    assert list(range(10, 200, 10)) == [section.order for section in bundled().section]


def test_the_brief_interview_keeps_within_its_limits() -> None:
    counts = coverage(bundled())

    assert 45 == counts.brief_path.spoken
    assert 22 < counts.brief_path.minutes <= 35
    assert counts.brief_path.spoken < counts.full_path.spoken
    assert counts.brief_path.minutes < counts.full_path.minutes <= 60


def test_a_shorter_history_and_a_man_take_fewer_questions() -> None:
    man = {**TYPICAL_PATH, "person.sex_for_thresholds": "male"}
    earlier = {**TYPICAL_PATH, "trials[1].episode": "previous"}

    assert 44 == asked(bundled(), "brief", man).spoken
    assert 43 == asked(bundled(), "brief", earlier).spoken


def test_alcohol_is_asked_at_brief_depth_within_its_time() -> None:
    """One question to everybody, two more to who drinks: what the score is made of."""
    drinks = {**TYPICAL_PATH, "lifestyle.alcohol_frequency": "monthly_or_less"}
    score = ["lifestyle.alcohol_frequency", "lifestyle.alcohol_drinks_a_day", "lifestyle.alcohol_six_or_more"]

    assert score[:1] == [link_id for link_id, _ in path(bundled(), "brief") if "alcohol" in link_id]
    assert score == [link_id for link_id, _ in path(bundled(), "brief", drinks) if "alcohol" in link_id]
    assert 47 == asked(bundled(), "brief", drinks).spoken
    assert asked(bundled(), "brief", drinks).minutes <= 35


def test_thoughts_of_suicide_open_the_questions_that_follow() -> None:
    in_danger = {**TYPICAL_PATH, "safety.wish_to_be_dead": True, "safety.thoughts": True}
    opened = {link_id for link_id, _ in path(bundled(), "brief", in_danger)} - {link_id for link_id, _ in path(bundled(), "brief")}

    assert {"safety.method", "safety.intent", "safety.plan", "safety.means_access"} == opened


def test_every_fact_is_filled_by_an_item_the_session_or_the_formulation() -> None:
    counts = coverage(bundled())

    assert len(facts()) == counts.facts == counts.facts_by_item + counts.facts_by_session + counts.facts_by_formulation
    assert 0 == counts.facts_unfilled
    assert counts.share_by_items > 0.88


def test_items_and_depths_are_counted() -> None:
    counts = coverage(bundled())

    assert 338 == counts.items
    assert 119 == counts.brief
    assert 6 == counts.groups
    assert 93 == counts.judgements


def test_all_that_is_said_reads_like_plain_speech() -> None:
    assert coverage(bundled()).grade <= 5.0


@pytest.mark.parametrize("area", ["stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric"])
def test_every_area_opens_with_a_story_and_ends_with_a_judgement(area: str) -> None:
    (section,) = [section for section in bundled().section if section.area == area]
    first, last = section.item[0], section.item[-1]

    assert first.link_id.startswith("narrative.")
    assert ("text", "brief", True) == (first.type, first.depth, first.required)
    assert first.probes
    assert f"interview.area_done.{area}" == last.link_id
    assert last.is_judgement


def test_safety_follows_its_published_order() -> None:
    order = [item.link_id for item in bundled().sections["safety"].item if item.link_id.startswith("safety.") and not item.is_judgement]

    assert [
        "safety.wish_to_be_dead", "safety.thoughts", "safety.method", "safety.intent", "safety.plan", "safety.act", "safety.act_on",
        "safety.self_harm", "safety.means_access", "safety.harm_to_others", "safety.abuse",
    ] == order  # fmt: skip


def test_every_safety_question_is_brief_and_required() -> None:
    asked_facts = [item for item in ITEMS if item.link_id.startswith("safety.")]

    assert 15 == len(asked_facts)
    assert all(item.depth == "brief" and item.required for item in asked_facts)


def test_under_age_leaves_safety_only() -> None:
    young = {"interview.consent": True, "person.age_years": 17}
    sections = {bundled().section_of[_definition(link_id)] for link_id, _ in path(bundled(), "full", young)}

    assert {"opening", "safety", "person", "secondlook"} == sections


def test_at_eighteen_all_sections_are_open() -> None:
    grown = {**TYPICAL_PATH, "person.age_years": 18}
    sections = {bundled().section_of[_definition(link_id)] for link_id, _ in path(bundled(), "full", grown)}

    assert set(ORDER) - {"informant"} == sections


def test_somebody_close_is_never_asked_in_order_and_nothing_of_it_is_required() -> None:
    section = bundled().sections["informant"]
    everything = {link_id for depth in ("brief", "full") for link_id, _ in path(bundled(), depth)}

    assert {"never_in_order"} == {item.condition for item in section.item}
    assert [] == [item.link_id for item in section.item if item.required or item.depth != "full" or item.link_id in everything]


def test_somebody_close_is_asked_about_what_can_be_seen_from_outside() -> None:
    asked_too = [item for item in ITEMS if item.ask_informant is not None]
    topics = {item.link_id.partition(".")[0] for item in asked_too}

    assert 35 <= len([item for item in asked_too if item.who == "patient"]) <= 45
    assert {"episode", "trials[]", "safety", "lifestyle", "relationships", "stress", "illness_behavior", "interview", "medical"} <= topics
    assert "safety.abuse" not in {item.link_id for item in asked_too}
    assert [] == [item.link_id for item in asked_too for option in item.for_informant().options if _speaks_as_me(option.display)]


def _speaks_as_me(words: str) -> bool:
    return bool(re.search(r"\b(I|me|my|myself)\b", words))


def test_kellners_rating_has_its_five_anchors_and_no_others() -> None:
    named = ("1 a lot better", "3 better", "5 no change", "7 worse", "9 a lot worse")

    assert named == bundled().items["kellner"].anchors == bundled().items["kellner_self"].anchors
    assert "clinician" == bundled().items["kellner"].who
    assert "patient" == bundled().items["kellner_self"].who


def test_nothing_that_is_said_holds_a_word_that_weighs() -> None:
    assert [] == [text for text in all_said(bundled()) if FORBIDDEN.search(text)]


def test_every_item_says_why_it_is_asked() -> None:
    assert [] == [item.link_id for item in ITEMS if not item.why]
    assert [] == [rule for item in ITEMS for rule in item.why if not re.fullmatch(r"[a-z_0-9]+(\.[A-Za-z_0-9]+)?", rule)]


def test_judgements_are_silent_and_the_rest_takes_time() -> None:
    assert [] == [item.link_id for item in ITEMS if item.is_judgement and (item.spoken or item.talk_seconds)]
    assert [] == [item.link_id for item in ITEMS if _is_heard(item) and not 5 <= item.talk_seconds <= 120]


def test_what_the_person_says_is_not_a_judgement() -> None:
    assert [] == [item.link_id for item in ITEMS if item.who == "patient" and is_judgement(item.link_id)]


def _is_heard(item: Item) -> bool:
    return item.spoken and item.who == "patient" and not item.is_group


def _definition(link_id: str) -> str:
    plain = re.sub(r"\[\d+\]", "[]", link_id)
    return plain.removeprefix("interview.more.") if plain.startswith("interview.more.") else plain


def test_reasons_that_the_core_has_a_rule_for_are_its_rules() -> None:
    topics = {rule.partition(".")[0] for rule in rules()}
    named = {rule for item in ITEMS for rule in item.why if rule.partition(".")[0] in topics}

    known = set(rules()) | {rule.rpartition(".")[0] for rule in rules()} | {f"plan.{option}" for option in plan_options()}

    assert set() == named - known
    assert len(named) > 100
