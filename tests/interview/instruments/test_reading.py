"""What is read of a questionnaire from elsewhere: types, options and weights wherever they stand, bounds, presets."""

from __future__ import annotations

import json

from interview.instruments.model import Instrument
from tests.interview.instruments.invented import HIDDEN, ORDINAL, URL, Json, evenings, option, read

VS_ORDINAL = "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue"
WEIGHT = "http://hl7.org/fhir/StructureDefinition/itemWeight"


def weighed(value: object, url: str = ORDINAL) -> Json:
    return {"extension": [{"url": url, "valueDecimal": value}]}


def weights(instrument: Instrument, link_id: str) -> list[tuple[str, float | None]]:
    return [(each.key, each.weight) for each in instrument.by_link_id[link_id].options]


def test_the_invented_one_is_read_whole() -> None:
    made = read()
    assert (URL, "1", "The evening check") == (made.url, made.version, made.title)
    assert ["say", "q", "q1", "q2", "q3", "q4", "loud", "total"] == list(made.by_link_id)
    assert [("e0", 0.0), ("e1", 1.0), ("e2", 2.0), ("e3", 3.0)] == weights(made, "q3")
    assert ("q",) == made.above["q4"]
    assert 80 == made.by_link_id["loud"].longest


def test_it_comes_back_from_json_equal() -> None:
    made = read()
    assert made == Instrument.model_validate_json(made.model_dump_json())
    assert made == Instrument.model_validate_json(json.dumps(made.model_dump(mode="json", exclude_defaults=True)))


def test_weights_stand_on_options_on_codings_and_in_contained_value_sets() -> None:
    on_coding = {"valueCoding": {"code": "b", **weighed(2, WEIGHT)}}
    concepts = [{"code": "p", "display": "P", **weighed(1, VS_ORDINAL)}, {"code": "q", "display": "Q"}]
    listed = {"resourceType": "ValueSet", "id": "listed", "compose": {"include": [{"system": "s", "concept": concepts}]}}
    system = {"resourceType": "CodeSystem", "id": "cs", "url": "own", "concept": [{"code": "z", **weighed(4), "concept": [{"code": "y"}]}]}
    whole = {"resourceType": "ValueSet", "id": "whole", "compose": {"include": [{"system": "own"}]}}
    spread = {
        "resourceType": "ValueSet",
        "id": "spread",
        "expansion": {"contains": [{"abstract": True, "code": "n", "contains": [{"code": "m"}]}]},
    }
    made = read(
        evenings("a", "?", answerOption=[option("a", "A", 1.5), on_coding]),
        *({"linkId": name, "type": "choice", "text": "?", "answerValueSet": f"#{name}"} for name in ("listed", "whole", "spread")),
        contained=[listed, system, whole, spread],
    )
    assert [("a", 1.5), ("b", 2.0)] == weights(made, "a")
    assert [("p", 1.0), ("q", None)] == weights(made, "listed")
    assert [("z", 4.0), ("y", None)] == weights(made, "whole")
    assert [("m", None)] == weights(made, "spread")


def test_options_may_be_numbers_texts_and_dates_also_of_an_item_that_is_no_choice() -> None:
    mixed = [{"valueInteger": 2}, {"valueString": "often"}, {"valueDate": "2020-01-01"}]
    made = read(
        evenings("a", "?", answerOption=mixed), {"linkId": "n", "type": "integer", "text": "?", "answerOption": [{"valueInteger": 4}]}
    )
    assert [("integer", "2"), ("string", "often"), ("date", "2020-01-01")] == [
        (each.kind, each.display) for each in made.by_link_id["a"].options
    ]
    assert "choice" == made.by_link_id["n"].type


def test_the_same_code_of_two_systems_is_told_apart() -> None:
    codings = [{"valueCoding": {"system": system, "code": "1", "display": system}} for system in ("s", "t")]
    assert ["s|1", "t|1"] == [each.key for each in read(evenings("a", "?", answerOption=codings)).by_link_id["a"].options]


def test_hostile_words_are_cleaned_as_data() -> None:
    made = read(evenings("a", "\x1b[31m[red]x[/] <script>\x00"), title="=cmd()|\x07' ")
    assert "[31m[red]x[/] <script>" == made.by_link_id["a"].text
    assert "=cmd()|'" == made.title


def test_units_bounds_presets_and_what_is_hidden() -> None:
    base = "http://hl7.org/fhir/StructureDefinition/"
    kilos = {
        "linkId": "w", "type": "quantity", "text": "Weight", "initial": [{"valueQuantity": {"value": 70, "unit": "kg"}}],
        "extension": [{"url": f"{base}minValue", "valueDecimal": 20.5},
                      {"url": f"{base}questionnaire-unit", "valueCoding": {"code": "kg"}}],
    }  # fmt: skip
    kept = {
        **evenings("h", "?"),
        "required": False,
        "initial": [{"valueCoding": {"code": "e2"}}],
        "extension": [{"url": HIDDEN, "valueBoolean": True}],
    }
    made = read(kilos, kept)
    weight, hidden = made.by_link_id["w"], made.by_link_id["h"]
    assert (20.5, None, "kg", (70,)) == (weight.low, weight.high, weight.unit, weight.initial)
    assert (True, ("e2",)) == (hidden.hidden, hidden.initial)


def test_a_canonical_means_it_with_its_version_or_without() -> None:
    made = read()
    assert [True, True, False, False] == [made.names(each) for each in (URL, f"{URL}|1", f"{URL}|2", "http://example.org/other")]
