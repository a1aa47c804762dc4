"""Drugs: the table knows every drug that the core and the rules name, and lists of drugs are free."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from interview.understanding.drug_table import names, plain
from interview.understanding.understand import understand
from interview.understanding.understood import Option

THERAPIES = (
    Option("cbt", "CBT (cognitive behavioural therapy)", ("cognitive therapy",)),
    Option("ipt", "Interpersonal therapy"),
    Option("ect", "ECT", ("electroconvulsive therapy", "shock treatment")),
)
NAMED_BY_THE_RULES = [
    "lithium",
    "liothyronine",
    "quetiapine",
    "aripiprazole",
    "olanzapine",
    "risperidone",
    "lamotrigine",
    "valproate",
    "buspirone",
    "ketamine",
    "esketamine",
    "carbamazepine",
    "phenytoin",
    "phenobarbital",
    "primidone",
    "rifampicin",
    "rifabutin",
    "st john's wort",
    "efavirenz",
    "modafinil",
]


def dose_table() -> list[str]:
    text = resources.files("trd_core").joinpath("parameters/doses.toml").read_text(encoding="utf-8")
    return sorted(tomllib.loads(text)["drug"])


@pytest.mark.parametrize("generic", [*dose_table(), *NAMED_BY_THE_RULES])
def test_a_drug_of_the_core_is_known_by_its_own_name(generic: str) -> None:
    assert generic.replace("_", " ") == understand("drug", generic.replace("_", " ")).value


@pytest.mark.parametrize("name", sorted(names()))
def test_every_name_of_the_table_means_its_drug(name: str) -> None:
    assert names()[name] == understand("drug", name).value
    assert names()[name] == understand("drug", name.upper()).value


def misspelt(name: str) -> list[str]:
    """One letter left out, two swapped, one doubled, in the middle of the name."""
    middle = len(name) // 2
    return [
        name[:middle] + name[middle + 1 :],
        name[:middle] + name[middle + 1] + name[middle] + name[middle + 2 :],
        name[:middle] + name[middle] + name[middle:],
    ]


@pytest.mark.parametrize("generic", [name for name in dose_table() if len(name) >= 8])
def test_one_typing_error_in_a_long_name_is_read_or_asked_back_but_never_another_drug(generic: str) -> None:
    for typed in misspelt(generic):
        found = understand("drug", typed)
        assert found.value in (generic, None), (typed, found)
        assert found.value == generic or generic in found.candidates, (typed, found)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CBT", "cbt"),
        ("cognitive therapy", "cbt"),
        ("interpersonal", "ipt"),
        ("shock treatment", "ect"),
        ("sertraline", "sertraline"),
        ("Zoloft", "sertraline"),
    ],
)
def test_kinds_of_psychotherapy_stand_beside_drugs(typed: str, code: str) -> None:
    assert code == understand("drug", typed, options=THERAPIES).value


def test_a_drug_and_a_therapy_are_asked_back() -> None:
    assert ("sertraline", "cbt") == understand("drug", "sertraline and CBT", options=THERAPIES).candidates


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("none", ()),
        ("no", ()),
        ("I don't take anything", ()),
        ("Zoloft; lithium", ("sertraline", "lithium")),
        ("ibuprofen, sertraline and the pill", ("ibuprofen", "sertraline", "the pill")),
        ("Warfarin 3 mg + bisoprolol", ("Warfarin", "bisoprolol")),
        ("prozac\nprozac\nfluoxetine", ("fluoxetine",)),
        ("setraline, blorp", ("sertraline", "blorp")),
        ("St. John's wort and vitamin D", ("st john's wort", "vitamin D")),
    ],
)
def test_a_list_of_drugs_keeps_what_it_does_not_know(typed: str, listed: tuple[str, ...]) -> None:
    assert listed == understand("drugs", typed).value


def test_names_are_compared_without_accents_and_dashes() -> None:
    assert "l thyroxine" == plain("L-Thyroxiné")


@pytest.mark.parametrize(
    ("typed", "listed"),
    [("none", ()), ("no", ()), ("walking; music, my dog\nfriends", ("walking", "music", "my dog", "friends")), ("a, a", ("a",))],
)
def test_a_list_of_texts_is_split_at_its_marks(typed: str, listed: tuple[str, ...]) -> None:
    assert listed == understand("texts", typed).value
