"""The one module that opens files: packaged, read-only parameters, each with its unit, citation and status.

It checks them once, on first use, and hands out frozen models. It computes nothing.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal, TypeVar

from pydantic import Field, TypeAdapter

from trd_core.case_types import Area
from trd_core.finding import Citation, Part, Status, last_status
from trd_core.plan.option import OptionKind

Item = TypeVar("Item")


class Parameter(Part):
    """One number, or one for each case, that a rule uses."""

    value: float | tuple[str, ...] | dict[str, float]
    unit: str
    citation: str
    """Id of a citation."""
    locator: str | None = None
    status: Status
    note: str | None = None


class Rule(Part):
    """One named rule: what it says, from whom, how sure."""

    says: str
    """In one sentence."""
    citation: str
    """Id of a citation."""
    locator: str | None = None
    status: Status
    uses: tuple[str, ...] = ()
    """Ids of the parameters that it uses."""


class ProblemKind(Part):
    """One problem that may be proposed, and what suggests it."""

    code: str
    title: str
    area: Area
    kind: Literal["syndrome", "other"]
    findings: tuple[str, ...] = ()
    """Ids of the findings that suggest it, when met."""
    conditions: tuple[str, ...] = ()
    """Names of the conditions that suggest it, when they hold."""
    speaks_against: str
    options: tuple[str, ...] = ()
    """Plan options that treat it."""
    citation: str
    locator: str | None = None


class LinkKind(Part):
    """One row of the table of links that may be proposed."""

    source: str
    target: str
    condition: str
    """The name of the condition that must hold."""
    speaks_against: str
    """A question whose answer could speak against it."""
    citation: str
    locator: str | None = None
    shown_only: bool = False
    """A remark: the target is no problem, and the link is never ranked."""


class Dose(Part):
    """The minimum dose of one drug, in milligrams a day, and its class."""

    minimum_mg: float = Field(gt=0)
    drug_class: Literal["ssri", "snri", "tca", "maoi", "other"]


class DoseTable(Part):
    """Minimum doses by generic drug name."""

    citation: str
    """Id of a citation."""
    status: Status
    drug: dict[str, Dose]


@cache
def _table(name: str) -> Any:
    raw = (resources.files("trd_core") / "parameters" / f"{name}.toml").read_bytes()
    return tomllib.loads(raw.decode("utf-8"))


def _validated(shape: Any, table: Any) -> Any:
    return TypeAdapter(shape).validate_json(json.dumps(table))


@cache
def citations() -> dict[str, Citation]:
    """Return every citation by id."""
    shown = [{"id": key, **entry} for key, entry in _table("citations").items()]
    return {entry.id: entry for entry in _validated(tuple[Citation, ...], shown)}


@cache
def parameters() -> dict[str, Parameter]:
    """Return every parameter by id."""
    tables = (_table(name) for name in ("cutoffs", "durations", "staging", "fragility"))
    loaded: dict[str, Parameter] = _validated(dict[str, Parameter], {key: entry for table in tables for key, entry in table.items()})
    return loaded


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by id."""
    tables = (_table(name) for name in ("rules", "rules_treatment", "rules_chart"))
    loaded: dict[str, Rule] = _validated(dict[str, Rule], {key: entry for table in tables for key, entry in table.items()})
    return loaded


@cache
def problem_kinds() -> dict[str, ProblemKind]:
    """Return every problem that may be proposed, by code, in the order of the table."""
    loaded: tuple[ProblemKind, ...] = _validated(tuple[ProblemKind, ...], _table("problems")["problem"])
    return {kind.code: kind for kind in loaded}


@cache
def link_kinds() -> tuple[LinkKind, ...]:
    """Return the table of links that may be proposed."""
    loaded: tuple[LinkKind, ...] = _validated(tuple[LinkKind, ...], _table("links")["link"])
    return loaded


@cache
def plan_options() -> dict[str, OptionKind]:
    """Return every option of the individualized plan by id, in the order of the table."""
    loaded: tuple[OptionKind, ...] = _validated(tuple[OptionKind, ...], _table("options")["option"])
    return {option.id: option for option in loaded}


@cache
def dose_table() -> DoseTable:
    """Return the table of minimum doses, by generic drug name, with its source."""
    loaded: DoseTable = _validated(DoseTable, _table("doses"))
    return loaded


@cache
def number(parameter: str, case: str | None = None) -> float:
    """Return a parameter's number; `case` names which where it has several. Raises `KeyError` for one that is not there."""
    value = parameters()[parameter].value
    if isinstance(value, dict):
        return value[case or "default"]
    if isinstance(value, float):
        return value
    raise KeyError(f"{parameter} is no number")


@cache
def codes(parameter: str) -> frozenset[str]:
    """Return a parameter's list of codes. Raises `KeyError` for one that is not there."""
    value = parameters()[parameter].value
    if isinstance(value, tuple):
        return frozenset(value)
    raise KeyError(f"{parameter} is no list of codes")


@cache
def points(parameter: str) -> dict[str, float]:
    """Return a parameter's points by code. Raises `KeyError` for one that is not there."""
    value = parameters()[parameter].value
    if isinstance(value, dict):
        return value
    raise KeyError(f"{parameter} gives no points")


@cache
def cited(citation: str, locator: str | None) -> str:
    """Return a citation as a finding shows it."""
    return citations()[citation].at(locator)


@cache
def status_of(rule: str) -> Status:
    """Return how sure a rule is: the least sure of itself and of the parameters it uses."""
    entry = rules()[rule]
    return last_status((entry.status, *(parameters()[used].status for used in entry.uses)))
