"""Bytes in, `Case` out. A file that does not fit is refused whole: the path, what was found, what is allowed, how many more."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from trd_core.case import Case
from trd_core.json_input import MOST_VALUES, JsonRefused, described, read_json, step

Model = TypeVar("Model", bound=BaseModel)


class CaseRefused(JsonRefused):
    """A case that does not fit: `path`, `found`, `allowed`, `more`. Its words hold no answer's text."""


_CODE: Final = re.compile(r"[a-z0-9_./-]{1,40}")
_HALF_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_DATE: Final = re.compile(r"[0-9-]{1,20}")
_ALLOWED: Final = {
    "string_type": "text",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "an object",
    "model_type": "an object",
    "model_attributes_type": "an object",
    "missing": "a value; it is required here",
}
_BOUNDS: Final = {
    "greater_than_equal": ("ge", "at least"),
    "less_than_equal": ("le", "at most"),
    "greater_than": ("gt", "more than"),
    "less_than": ("lt", "less than"),
}


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _not_null(part: dict[str, Any]) -> dict[str, Any]:
    return next((each for each in part.get("anyOf", ()) if each.get("type") != "null"), part)


def _part(model: type[BaseModel], location: tuple[str | int, ...]) -> dict[str, Any]:
    """The schema of what may stand at a location; empty where there is none."""
    whole = _schema(model)

    def resolved(part: dict[str, Any]) -> dict[str, Any]:
        chosen = _not_null(part)
        return whole["$defs"][chosen["$ref"].rsplit("/", 1)[1]] if "$ref" in chosen else chosen

    part = whole
    for key in location:
        part = resolved(part.get("items", {}) if isinstance(key, int) else part.get("properties", {}).get(key, {}))
    return part


def _path(location: tuple[str | int, ...]) -> str:
    path = ""
    for key in location:
        path = step(path, key)
    return path or "the file"


def _found_code(value: Any) -> str:
    return value if isinstance(value, str) and _CODE.fullmatch(value) else described(value)


def _translated(error: ErrorDetails, model: type[BaseModel]) -> tuple[str, str, str]:
    """Path, what was found, what is allowed, of one mistake."""
    kind, value, location = error["type"], error["input"], error["loc"]
    context = error.get("ctx", {})
    path = _path(location)
    if kind == "case_ids":
        return context["path"], context["found"], context["allowed"]
    if kind == "extra_forbidden":
        keys = ", ".join(_part(model, location[:-1]).get("properties", ()))
        return path, "a key that is not known here", f"one of {keys}"
    if kind == "literal_error":
        return path, _found_code(value), str(context["expected"]).replace("'", "")
    if kind in _BOUNDS:
        name, words = _BOUNDS[kind]
        part = _part(model, location)
        low, high = part.get("minimum"), part.get("maximum")
        between = f"from {low:g} to {high:g}" if low is not None and high is not None else f"{words} {context[name]:g}"
        return path, described(value), between
    if kind == "value_error":
        found = value if isinstance(value, str) and _DATE.fullmatch(value) else described(value)
        return path, found, "a date that exists: YYYY, YYYY-MM or YYYY-MM-DD"
    if kind == "string_pattern_mismatch":
        return path, described(value), "1 to 40 of the letters A–Z and a–z, digits, dot, hyphen, underscore"
    if kind in {"string_too_long", "too_long"}:
        return path, described(value), f"at most {context['max_length']} characters"
    if kind == "missing":
        return path, "nothing", _ALLOWED[kind]
    return path, described(value), _ALLOWED.get(kind, "what the schema says (trd-interview schema)")


def _strict(tree: Any) -> Any:
    """Lists as the tuples that strict models hold; half characters replaced by a sign that shows it."""
    if isinstance(tree, dict):
        return {key: _strict(member) for key, member in tree.items()}
    if isinstance(tree, list | tuple):
        return tuple(map(_strict, tree))
    return _HALF_CHARACTER.sub("\N{REPLACEMENT CHARACTER}", tree) if isinstance(tree, str) else tree


def model_of(tree: Any, model: type[Model]) -> Model:
    """Return a strict model made of plain JSON values. Raises `JsonRefused` for the first mistake, with how many more there are."""
    try:
        return model.model_validate(_strict(tree))
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
        path, found, allowed = _translated(errors[0], model)
        raise JsonRefused(path, found, allowed, len(errors) - 1) from None


def read_model(raw: bytes | str, model: type[Model], *, refuse_duplicates: bool = True) -> Model:
    """Return a strict model read from JSON. Raises `JsonRefused`, as `model_of` does."""
    return model_of(read_json(raw, refuse_duplicates=refuse_duplicates), model)


def case_of(tree: Any) -> Case:
    """Return the case made of plain JSON values (objects, lists, texts, numbers). Raises `CaseRefused`."""
    try:
        return model_of(tree, Case)
    except JsonRefused as refused:
        raise CaseRefused(refused.path, refused.found, refused.allowed, refused.more) from None


def _read_at_once(raw: bytes | str) -> Case | None:
    """Return the case where nothing at all is odd about its file, in one pass; None leaves it to the reading that can say what is."""
    if len(raw) > 2 * MOST_VALUES:  # each value takes two characters at least: more may be more than are allowed
        return None
    try:
        return Case.model_validate_json(raw)
    except ValidationError:
        return None


def read_case(raw: bytes | str, *, refuse_duplicates: bool = True) -> Case:
    """Return the case that a JSON file holds. Raises `CaseRefused` naming the path, what was found and what is allowed."""
    if not refuse_duplicates and (case := _read_at_once(raw)) is not None:
        return case
    try:
        return read_model(raw, Case, refuse_duplicates=refuse_duplicates)
    except JsonRefused as refused:
        raise CaseRefused(refused.path, refused.found, refused.allowed, refused.more) from None
