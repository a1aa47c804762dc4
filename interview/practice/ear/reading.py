"""TOML in, models out, once: what the ear knows. Read as TOML → JSON → strict models, so that nothing is coerced on the way."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from interview.practice.ear.model import MustHear, OutOfScope, Pair, Priorities, Priority, Slips, Topic, TopicArea, Weights, WordKinds

Shape = TypeVar("Shape", bound=BaseModel)
_HERE: Final = "interview.practice.ear"


class EarUnreadable(ValueError):
    """A file of the ear cannot be read: which, where in it, what was found."""


def read(shape: type[Shape], name: str, raw: bytes) -> Shape:
    """Return the model that a file holds.

    Raises `EarUnreadable` naming the file and the place.
    """
    try:
        table = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise EarUnreadable(f"{name}: not UTF-8 text (byte {fault.start}); save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise EarUnreadable(f"{name}: not TOML: {fault}; correct the file there") from None
    try:
        return shape.model_validate_json(json.dumps(table, default=str))
    except ValidationError as fault:
        first = fault.errors()[0]
        raise EarUnreadable(f"{name}: {'.'.join(str(step) for step in first['loc'])}: {first['msg']}") from None


def _bundled(shape: type[Shape], name: str) -> Shape:
    return read(shape, name, (resources.files(_HERE) / name).read_bytes())


@cache
def topics() -> tuple[Topic, ...]:
    """Return every topic, by file and in its order there."""
    folder = resources.files(_HERE) / "topics"
    files = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    return tuple(topic for entry in files for topic in read(TopicArea, entry.name, entry.read_bytes()).topic)


@cache
def labels() -> dict[str, str]:
    """Return what a patient would call each topic, by its id."""
    return {topic.id: topic.label for topic in topics()}


@cache
def priorities() -> tuple[Priority, ...]:
    """Return the priorities of topics inside topics, in order."""
    return _bundled(Priorities, "priorities.toml").priority


@cache
def pairs() -> tuple[Pair, ...]:
    """Return the pairs of topics that are put as one thing."""
    return _bundled(Priorities, "priorities.toml").pair


@cache
def must_hear() -> MustHear:
    """Return what a question about wanting to die is made of."""
    return _bundled(MustHear, "must_hear.toml")


@cache
def out_of_scope() -> OutOfScope:
    """Return what no topic covers."""
    return _bundled(OutOfScope, "out_of_scope.toml")


@cache
def word_kinds() -> WordKinds:
    """Return the kinds of words and the forms of words."""
    return _bundled(WordKinds, "concepts.toml")


@cache
def weights() -> Weights:
    """Return the figures by which evidence counts."""
    return _bundled(Weights, "weights.toml")


@cache
def slips() -> Slips:
    """Return the slips of typing that are listed, and what each kind costs."""
    return _bundled(Slips, "slips.toml")
