"""What the reader takes and what it refuses: where, what was found, what is allowed, how many more; never a text of the file."""

from __future__ import annotations

import json
import time

import pytest

from trd_core.json_input import MOST_BYTES, described, read_json, shown_key
from trd_core.reading import CaseRefused, JsonRefused, case_of, model_of, read_case
from trd_core.settings import Settings

FINITE = "a finite number, or leave it out where it is not known"
NOT_JSON = ("something that is not JSON", "one JSON value; correct the file there")
TWICE = ("this key twice in one object", "each key once")
SELF_LINK = '{"problems": [{"id": "a"}], "links": [{"source": "a", "target": "a"}]}'
LOOSE_LINK = '{"problems": [{"id": "a"}], "links": [{"source": "a", "target": "b"}]}'
DOUBLED_BY_NOBODY = (
    '{"problems": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}, {"source": "a", "target": "b", "by": "clinician"}]}'
)
"""Who drew it first is not said: that is the clinician's link too."""
DOUBLED_LINK = '{"problems": [{"id": "a"}, {"id": "b"}], "links": [{"source": "a", "target": "b"}, {"source": "a", "target": "b"}]}'
CANARY = "Grandmother's maiden name"


@pytest.mark.parametrize(
    ("raw", "path", "found", "allowed"),
    [
        ('{"kellner": 0}', "kellner", "0", "from 1 to 9"),
        ('{"kellner": 10}', "kellner", "10", "from 1 to 9"),
        ('{"kellner": 5.5}', "kellner", "5.5", "a whole number"),
        ('{"kellner": true}', "kellner", "true", "a whole number"),
        ('{"kellner": "5"}', "kellner", "a text of 1 character", "a whole number"),
        ('{"kellner": 1, "kellner": 2}', "kellner", *TWICE),
        (
            '{"stress": {"sources": [{"kind": "event", "kind": "event"}]}}',
            "stress.sources[0].kind",
            "this key twice in one object",
            "each key once",
        ),
        ('{"kellner": NaN}', "kellner", "NaN", FINITE),
        (
            '{"trials": [{"id": "a", "weeks": -Infinity}]}',
            "trials[0].weeks",
            "-Infinity",
            FINITE,
        ),
        (
            '{"trials": [{"id": "a", "weeks": 1e999}]}',
            "trials[0].weeks",
            "a number too large to hold",
            FINITE,
        ),
        ("NaN", "the file", "NaN", FINITE),
        ("[1", "line 1, column 3", *NOT_JSON),
        ("", "line 1, column 1", *NOT_JSON),
        ("[]", "the file", "a list of 0 entries", "an object"),
        ("null", "the file", "null", "an object"),
        ('{"trials": [{"id": "t1"}, {"id": "t2"}, {"id": "t3", "weeks": "six"}]}', "trials[2].weeks", "a text of 3 characters", "a number"),
        ('{"trials": [{"id": "t1", "weeks": -1}]}', "trials[0].weeks", "-1", "at least 0"),
        ('{"trials": [{"id": "t1", "adherence_percent": 101}]}', "trials[0].adherence_percent", "101", "from 0 to 100"),
        ('{"trials": [{"weeks": 6}]}', "trials[0].id", "nothing", "a value; it is required here"),
        ('{"trials": [{"id": "a"}, {"id": "a"}]}', "trials[1].id", "the id of trials[0] again", "each id stands once"),
        ('{"latest_trial": "x"}', "latest_trial", "an id that no trial has", "the id of one of the trials"),
        (
            '{"problems": [{"id": "a"}], "links": [{"source": "a", "target": "a"}]}',
            "links[0]",
            "a link from a problem to itself",
            "two different problems",
        ),
        (LOOSE_LINK, "links[0].target", "an id that no problem has", "the id of one of the problems"),
        (DOUBLED_LINK, "links[1]", "the link of links[0] again", "each link stands once"),
        (DOUBLED_BY_NOBODY, "links[1]", "the link of links[0] again", "each link stands once"),
        ('{"problems": [{"id": "a", "severity": 4}]}', "problems[0].severity", "4", "from 0 to 3"),
        ('{"stress": {"symptoms": "sadness"}}', "stress.symptoms", "a text of 7 characters", "a list"),
        ('{"stress": []}', "stress", "a list of 0 entries", "an object"),
        ('{"safety": {"act": "yes"}}', "safety.act", "a text of 3 characters", "true or false"),
        ('{"episode": {"severity": "awful"}}', "episode.severity", "awful", "subsyndromal, mild, moderate or severe"),
        ('{"schema": "trd-case/2"}', "schema", "trd-case/2", "trd-case/1"),
        ('{"assessed_on": "2023-02-29"}', "assessed_on", "2023-02-29", "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD"),
        ('{"missing": {"kellner": "no"}}', "missing.kellner", "no", "not_asked, declined, unknown or not_applicable"),
        ('{"subject": "a b"}', "subject", "a text of 3 characters", "1 to 40 of the letters A–Z and a–z, digits, dot, hyphen, underscore"),
        ('{"person": {"age": 3}}', "person.age", "a key that is not known here", "one of age_years, sex_for_thresholds, pregnancy"),
    ],
)
def test_a_case_that_does_not_fit_is_refused_with_its_place(raw: str, path: str, found: str, allowed: str) -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(raw.encode())
    assert (path, found, allowed, 0) == (refused.value.path, refused.value.found, refused.value.allowed, refused.value.more)
    assert str(refused.value) == f"{path}: found {found}; allowed: {allowed}"


def test_the_first_mistake_and_how_many_more() -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(b'{"kellner": 12, "kellner_self": 12, "visit": "x"}')
    assert (refused.value.path, refused.value.more) == ("visit", 2)
    assert str(refused.value).endswith("(and 2 more mistakes)")


@pytest.mark.parametrize(
    "case",
    [
        {"trials": [{"id": "a", "weeks": CANARY}]},
        {"episode": {"severity": CANARY}},
        {"subject": CANARY},
        {"assessed_on": CANARY},
        {CANARY: 1},
        {"missing": {CANARY: CANARY}},
        {"trials": [{"id": CANARY}, {"id": CANARY}]},
        {"problems": [{"id": CANARY}], "links": [{"source": CANARY, "target": CANARY}]},
        {"areas_completed": [CANARY]},
        {"latest_trial": CANARY},
        {"preferences": {"goals": CANARY, "wanted": [CANARY]}},
        [CANARY],
        CANARY,
    ],
)
def test_no_error_holds_a_text_of_the_file(case: object) -> None:
    with pytest.raises(CaseRefused) as refused:
        read_case(json.dumps(case).encode())
    assert CANARY not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_text_that_is_too_long_is_refused_by_its_length() -> None:
    with pytest.raises(CaseRefused) as refused:
        case_of({"preferences": {"goals": "x" * 32_769}})
    assert (refused.value.found, refused.value.allowed) == ("a text of 32769 characters", "at most 32768 characters")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"[" * 1_000_000, "nesting too deep to read"),
        (b"[" * 60 + b"]" * 60, "nesting too deep to read"),
        (b'{"a":' * 500_000, "nesting too deep to read"),
        (b"9" * 5000, "a whole number of thousands of digits"),
        (b'{"trials":[' + b"{}," * 200_000 + b"{}]}", "more than 100000 values"),
        (b'"' + b"x" * MOST_BYTES + b'"', f"{MOST_BYTES + 2} bytes"),
        ("{}".encode("utf-16"), "bytes that are not UTF-8"),
    ],
)
def test_a_hostile_file_is_refused_fast(raw: bytes, found: str) -> None:
    began = time.process_time()
    with pytest.raises(CaseRefused) as refused:
        read_case(raw)
    assert found == refused.value.found
    assert time.process_time() - began < 2


def test_what_is_taken() -> None:
    assert read_case(b"\xef\xbb\xbf{}") == case_of({})
    assert read_case(b'{"kellner": 5.0}').kellner == 5
    assert read_case('{"stress": null, "missing": null, "kellner": null}') == case_of({})
    assert read_case(b'{"stress": {"symptoms": ["sadness", "sadness"]}}').stress.symptoms == ("sadness",)
    assert read_case(b'{"trials": [{"id": "a", "weeks": 6}]}').trials[0].weeks == 6.0  # type: ignore[index]
    assert read_case('{"preferences": {"goals": "a\\ud800b\\u0007"}}').preferences.goals == "a\N{REPLACEMENT CHARACTER}b"
    assert read_case(b'{"kellner": 1, "kellner": 2}', refuse_duplicates=False).kellner == 2


def test_a_case_written_out_is_read_back_as_it_was() -> None:
    case = case_of({"kellner": 5, "trials": [{"id": "a", "augmentations": ["lithium"]}], "missing": {"trials": "not_asked"}})
    assert case == read_case(case.model_dump_json(by_alias=True))


def test_other_strict_models_are_read_alike() -> None:
    with pytest.raises(JsonRefused) as refused:
        model_of({"doses": [{"drug": "x", "minimum_mg": 0}]}, Settings)
    assert (refused.value.path, refused.value.allowed) == ("doses[0].minimum_mg", "more than 0")


def test_values_and_keys_as_errors_show_them() -> None:
    assert described({"a": 1}) == "an object of 1 key"
    assert described([1]) == "a list of 1 entry"
    assert described(False) == "false"
    assert described(10**50) == "a number of 51 digits"
    assert described(object()) == "something else"
    assert shown_key("weeks") == "weeks"
    assert shown_key("a\nb") == "<key of 3 characters>"
    assert read_json('{"a": [1, {"b": null}]}') == {"a": [1, {"b": None}]}
