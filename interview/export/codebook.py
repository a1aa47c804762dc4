"""What stands in the columns of an exported table: every question with its kind, unit, options and range; every finding with its rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.export.cells import MISSING, RANGE, table, text_cell, value_cell
from interview.export.order import Order
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.path_titles import path_title
from interview.views.words_clinician import title
from trd_core.vocabulary import facts

CODEBOOK: Final = ".codebook.csv"
"""How the name of the file beside the table ends."""

COLUMNS: Final = ("row", "id", "text", "kind", "unit", "options", "low", "high", "who", "rule", "citation", "rule_status")

CODES: Final = {
    MISSING["declined"]: _("asked, and the person did not want to answer"),
    MISSING["unknown"]: _("asked, and not known; of a finding: what is known does not decide it"),
    MISSING["not_applicable"]: _("does not apply"),
    MISSING["not_asked"]: _("not asked: never a no"),
    RANGE: _("no single value is known, but one from low to high; an empty bound is open"),
}
"""What the codes mean that stand in the place of a value."""

KIND_OF_FACT: Final = {"code": "choice", "codes": "choices", "bool": "yes_no"}


def codebook(order: Order) -> bytes:
    """Return the codebook as a file."""
    return table(COLUMNS, [*_codes(order), *_questions(order), *_attached(order), *_map(), *_findings(order)])


def _codes(order: Order) -> Iterator[tuple[str, ...]]:
    for code, meaning in CODES.items():
        yield _row("code", code, meaning)
    if order.is_research:
        yield _row("code", "at", _("days from the first day of the interview, as every other date"))
        yield _row("code", "withheld", _("a text that somebody typed; it is in no file for research"))


def _questions(order: Order) -> Iterator[tuple[str, ...]]:
    for item in order.session.questionnaire.items.values():
        if not item.is_group:
            kind, unit = (item.type, item.unit or "") if not (order.is_research and item.type == "date") else ("number", "days")
            low, high = value_cell(item.min), value_cell(item.max)
            yield _row("question", item.link_id, item.text, kind, unit, _options(item), low, high, item.who)


def _attached(order: Order) -> Iterator[tuple[str, ...]]:
    """The questions of attached instruments, as their files word them."""
    for number in range(1, len(order.session.attached) + 1):
        for slot in order.session.attached_slots(number):
            item = slot.item
            low, high = value_cell(item.min), value_cell(item.max)
            yield _row("attached", slot.link_id, item.text, item.type, "", _options(item), low, high, item.who)


def _options(item: Item) -> str:
    options = [f"{option.code}={option.display}" for option in item.options] or list(item.anchors)
    return text_cell("; ".join(options or (["true", "false"] if item.type == "yes_no" else [])))


def _map() -> Iterator[tuple[str, ...]]:
    """The facts of the map of problems, which no question asks."""
    for path, fact in facts().items():
        if path.startswith(("problems[]", "links[]", "hierarchy_override")):
            kind = KIND_OF_FACT.get(fact.kind, fact.kind)
            yield _row("fact", path, path_title(path), kind, "", "; ".join(fact.codes), value_cell(fact.low), value_cell(fact.high))


def _findings(order: Order) -> Iterator[tuple[str, ...]]:
    for each in order.session.assessment(in_depth=True).findings.values():
        last = (each.rule, text_cell(each.citation), each.status)
        yield _row("finding", each.id, title(each.id), "verdict" if each.verdict is not None else "value", "", "", "", "", "", *last)


def _row(row: str, identifier: str, text: str, *rest: str) -> tuple[str, ...]:
    filled = (row, text_cell(identifier), text_cell(text), *rest)
    return (*filled, *("" for __ in range(len(COLUMNS) - len(filled))))
