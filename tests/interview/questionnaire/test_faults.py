"""Each check catches a small broken questionnaire, and says where, what was found, and what is allowed."""

from __future__ import annotations

import pytest

from interview.questionnaire.checks import CHECKS, check
from interview.questionnaire.coverage import asked
from interview.questionnaire.reader import assemble
from tests.interview.questionnaire.small import HEAD, faults, item, kinds, small

SOUND = item("lifestyle.regular_meals")


def on(*parts: str) -> str:
    """Return conditions as a raw TOML value: question, operator, answer, and so on."""
    threes = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    told = ", ".join(f'{{ question = "{question}", operator = "{operator}", answer = {answer} }}' for question, operator, answer in threes)
    return f"[{told}]"


def test_a_sound_small_questionnaire_has_no_fault() -> None:
    assert () == faults(SOUND)


JUDGED = {"who": '"clinician"', "spoken": "false", "talk_seconds": "0"}
GROUP = (
    '[[item]]\nlink_id = "trials[]"\ntype = "group"\ntext = "Treatments"\nmore = "Another?"\n'
    '[[item.item]]\nlink_id = "trials[].weeks"\ntype = "duration"\nunit = "weeks"\ntext = "How long?"\n'
)
TOLD_OF_A_TEXT = (
    'may_tell = ["trials[].agent"]\n[[item.item]]\nlink_id = "trials[].agent"\ntype = "drug"\ntext = "What was it?"\ntalk_seconds = 5\n'
)
TWO = '[{ code = "ready", display = "Ready" }, { code = "later", display = "Later" }]'
SMOKING = '[{ code = "never", display = "Never" }, { code = "former", display = "Before" }, { code = "current", display = "Now" }]'
TWICE = SMOKING.replace('"Never" }', '"Never", say = ["no"] }').replace('"Before" }', '"Before", say = ["no"] }')

BROKEN = [
    ("duplicate", SOUND + SOUND),
    ("dangling", item("lifestyle.regular_meals", enable_when=on("lifestyle.nothing", "=", "true"))),
    ("dangling", item("person.pregnancy", "choice", condition='"pregnancy_is_possible"')),
    ("dangling", 'enable_when = [{ question = "nowhere", operator = "=", answer = true }]\n' + SOUND),
    (
        "impossible_answer",
        item("lifestyle.smoking", "choice", options=SMOKING) + item("interview.a", enable_when=on("lifestyle.smoking", "=", '"often"')),
    ),
    ("impossible_answer", SOUND + item("interview.a", enable_when=on("lifestyle.regular_meals", "=", '"yes"'))),
    ("unknown_condition", item("interview.a", condition='"moon_is_full"')),
    (
        "circle",
        item("interview.a", enable_when=on("interview.b", "=", "true")) + item("interview.b", enable_when=on("interview.a", "=", "true")),
    ),
    ("circle", item("interview.a", enable_when=on("interview.a", "exists", "true"))),
    ("looks_ahead", item("interview.a", enable_when=on("interview.b", "=", "true")) + item("interview.b")),
    ("looks_ahead", item("interview.b", text="A sign.", **JUDGED) + item("interview.a", enable_when=on("interview.b", "=", "true"))),
    ("required_but_deep", item("lifestyle.regular_meals", required="true", depth='"full"')),
    ("group", GROUP),
    ("group", item("interview.any.trials") + GROUP.replace('more = "Another?"\n', "")),
    ("group", item("interview.any.trials") + GROUP.replace("trials[].weeks", "lifestyle.sleep_hours").replace('"weeks"', '"hours"')),
    ("dangling", item("interview.any.trials") + GROUP + 'may_tell = ["lifestyle.sleep_hours"]\n' + SOUND),
    ("wrong_type", item("interview.any.trials") + GROUP + TOLD_OF_A_TEXT),
    ("unknown_fact", item("lifestyle.moonlight")),
    ("wrong_type", item("lifestyle.regular_meals", "text")),
    ("wrong_type", item("lifestyle.sleep_hours", "duration", unit='"weeks"')),
    ("wrong_type", item("lifestyle.sleep_hours", "duration")),
    ("wrong_type", item("lifestyle.sleep_hours", "number")),
    ("wrong_options", item("lifestyle.smoking", "choice", options=TWO)),
    ("wrong_options", item("lifestyle.smoking", "choice")),
    ("wrong_options", item("lifestyle.smoking", "choice", options=TWICE)),
    ("wrong_options", item("interview.a", "choices", options='[{ code = "a", display = "No energy" }, { code = "b", display = "Sad" }]')),
    ("wrong_options", item("interview.a", "choices", options='[{ code = "a", display = "Tired", say = ["never fresh"] }]')),
    ("wrong_bounds", item("kellner_self", "scale", "How are you?")),
    ("wrong_bounds", item("kellner_self", "scale", "How are you?", min="0", max="10")),
    ("wrong_bounds", item("kellner_self", "scale", "How are you?", min="1", max="9", anchors='["11 far off"]')),
    ("judgement_asked", item("stress.exceeds_coping")),
    ("judgement_asked", item("stress.exceeds_coping", text="Is it too much?", **JUDGED)),
    ("judgement_asked", item("stress.exceeds_coping", text="It is more than you can bear.", **JUDGED)),
    ("judgement_asked", item("stress.exceeds_coping", text="It is too much.", who='"clinician"')),
    ("double_question", item("lifestyle.regular_meals", text="Do you eat? Do you sleep?")),
    ("double_question", item("lifestyle.regular_meals", text="Tell me about meals.")),
    ("leading", item("lifestyle.regular_meals", text="You eat well, don't you?")),
    ("forbidden_word", item("lifestyle.regular_meals", text="Is your depression treatment-resistant?")),
    ("forbidden_word", item("lifestyle.regular_meals", help='"A sign of denial."')),
    ("forbidden_word", item("lifestyle.smoking", "choice", options=SMOKING.replace('"Never"', '"Toxic"'))),
    ("hard_to_read", item("lifestyle.regular_meals", text="Do you " + "very " * 20 + "often eat?")),
    ("hard_to_read", item("lifestyle.regular_meals", text="Is irregularity unmistakably characteristic?")),
]


@pytest.mark.parametrize(("kind", "items"), BROKEN, ids=[f"{place}-{kind}" for place, (kind, _) in enumerate(BROKEN)])
def test_a_broken_questionnaire_is_caught(kind: str, items: str) -> None:
    assert kind in kinds(items)


UNREACHABLE = [
    item("interview.gate")
    + item("interview.a", enable_when=on("interview.gate", "=", "true"))
    + item(
        "interview.b",
        enable_when=on("interview.gate", "=", "false", "interview.a", "=", "true"),
    ),
    item("interview.n", "number", "How many?", max="10") + item("interview.a", enable_when=on("interview.n", ">", "10")),
    item("person.age_years", "number", "How old?")
    + item(
        "interview.a",
        enable_when=on("person.age_years", "<", "18", "person.age_years", ">=", "18"),
    ),
    item("interview.gate")
    + item(
        "interview.a",
        enable_when=on("interview.gate", "exists", "false", "interview.gate", "=", "true"),
    ),
    item("interview.any.trials") + GROUP + item("interview.a", enable_when=on("trials[].weeks", ">", "1")),
]


@pytest.mark.parametrize("items", UNREACHABLE)
def test_an_item_that_no_way_of_answering_opens_is_caught(items: str) -> None:
    assert ["unreachable"] == kinds(items)


REACHABLE = [
    item("interview.gate") + item("interview.a", enable_when=on("interview.gate", "!=", "true")),
    item("interview.n", "number", "How many?", max="10") + item("interview.a", enable_when=on("interview.n", ">=", "10")),
    item("interview.gate")
    + item(
        "interview.a",
        enable_when=on("interview.gate", "exists", "false", "interview.gate", "=", "true"),
        enable_behavior='"any"',
    ),
    item("lifestyle.smoking", "choice", "Do you smoke?", options=SMOKING)
    + item("interview.a", enable_when=on("lifestyle.smoking", "!=", '"never"')),
]


@pytest.mark.parametrize("items", REACHABLE)
def test_an_item_that_some_way_of_answering_opens_is_not(items: str) -> None:
    assert [] == kinds(items)


def test_a_fact_that_nothing_fills_is_named() -> None:
    found = check(small(SOUND))

    assert {"unfilled_fact"} == {fault.kind for fault in found}
    assert "stress.exceeds_coping" in {fault.where for fault in found}
    assert "lifestyle.regular_meals" not in {fault.where for fault in found}
    assert "problems[].urgency" not in {fault.where for fault in found}


def test_two_sections_of_one_id_are_caught() -> None:
    twice = assemble([("a.toml", (HEAD + SOUND).encode()), ("b.toml", (HEAD + item("interview.a")).encode())])

    assert ["duplicate", "duplicate"] == [fault.kind for fault in check(twice, every_fact=False)]


def test_a_fault_says_where_what_and_what_is_allowed() -> None:
    (fault,) = faults(item("lifestyle.sleep_hours", "duration", unit='"weeks"'))

    assert "small.toml: lifestyle.sleep_hours: unit weeks; unit hours, as its name says" == str(fault)


def test_every_check_catches_something() -> None:
    """Without any one of the checks, some broken questionnaire passes: none is idle."""
    sections = [small(items) for _, items in BROKEN] + [small(items) for items in UNREACHABLE]
    idle = [one.__name__ for one in CHECKS if not any(list(one(section)) for section in sections)]

    assert [] == idle


def test_conditions_too_many_to_try_are_said_to_be() -> None:
    gates = "".join(item(f"interview.g{number}") for number in range(12))
    impossible = [part for number in range(12) for part in (f"interview.g{number}", "=", "true")] + ["interview.g0", "=", "false"]
    (fault,) = faults(gates + item("interview.a", enable_when=on(*impossible)))

    assert ("unreachable", "rests on more conditions than can be tried") == (fault.kind, fault.found)


def test_a_very_long_chain_of_conditions_is_a_fault_and_no_crash() -> None:
    links = [item(f"interview.g{number}", enable_when=on(f"interview.g{number - 1}", "=", "true")) for number in range(1, 600)]
    backwards = "".join(reversed(links)) + item("interview.g0")

    assert "unreachable" in kinds("".join([item("interview.g0"), *links]))
    assert {"looks_ahead", "unreachable"} == set(kinds(backwards))
    assert 1 == asked(small(backwards), "brief").spoken


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"ask_informant": '"Do they sleep? Do they eat?"'}, "double_question"),
        ({"ask_informant": '"They sleep."'}, "double_question"),
        ({"ask_informant": '"Do you sleep?"'}, "leading"),
        ({"ask_informant": '"Surely they sleep?"'}, "leading"),
        ({"ask_informant": '"Are they in denial?"'}, "forbidden_word"),
        ({"ask_informant": f'"Do they {"sleep and " * 12}eat?"'}, "hard_to_read"),
        ({"ask_informant": '"Do they sleep?"', "who": '"chart"'}, "judgement_asked"),
    ],
)
def test_what_somebody_close_is_asked_is_checked_as_what_the_person_is(more: dict[str, str], kind: str) -> None:
    found = kinds(item("interview.sleeps", **more))
    assert kind in found
    assert [] == kinds(item("interview.sleeps", ask_informant='"Do they sleep?"'))
