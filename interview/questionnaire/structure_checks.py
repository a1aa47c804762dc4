"""Whether the parts of a questionnaire fit together: ids once, conditions that point at something, no circles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from interview.questionnaire.asking import conditions_of, group_of, in_order
from interview.questionnaire.conditions import PREDICATES, READS
from interview.questionnaire.fault import Fault
from interview.questionnaire.model import EnableWhen, Item, Questionnaire, Section

TOLD_TOGETHER: Final = ("duration", "dose", "choice")
"""Kinds of answer that are understood inside a longer sentence."""

GATE: Final = "interview.any."
"""`interview.any.trials` is the opening question of the group `trials[]`."""


def where(section: Section, link_id: str | None = None) -> str:
    """Return where a fault is: the section's file, and the item."""
    return f"{section.id}.toml: {link_id}" if link_id else f"{section.id}.toml"


def duplicates(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Each link id and each section's id stands once, so that each fact is asked exactly once."""
    sections = Counter(section.id for section in questionnaire.section)
    asked = Counter(item.link_id for section in questionnaire.section for item in section.all_items())
    for section in questionnaire.section:
        if sections[section.id] > 1:
            yield Fault("duplicate", where(section), f"{sections[section.id]} sections have this id", "each id stands once")
        for item in section.all_items():
            if asked[item.link_id] > 1:
                yield Fault("duplicate", where(section, item.link_id), f"asked {asked[item.link_id]} times", "each link id stands once")


def _conditions(section: Section) -> Iterator[tuple[str | None, EnableWhen]]:
    yield from ((None, condition) for condition in section.enable_when)
    for item in section.all_items():
        yield from ((item.link_id, condition) for condition in item.enable_when)


def dangling(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Conditions ask about items that exist, and predicates are known."""
    for section in questionnaire.section:
        for link_id, condition in _conditions(section):
            asked = questionnaire.items.get(condition.question)
            if asked is None:
                yield Fault(
                    "dangling", where(section, link_id), f"a condition on {condition.question!r}, which no item asks", "an item's link_id"
                )
            elif asked.is_group:
                yield Fault("dangling", where(section, link_id), f"a condition on the group {condition.question}", "an item with an answer")
            elif not _may_be(asked, condition):
                yield Fault(
                    "impossible_answer",
                    where(section, link_id),
                    f"{condition.question} {condition.operator} {condition.answer!r}",
                    _answers_of(asked),
                )
        for item in section.all_items():
            if item.condition is None:
                continue
            if item.condition not in PREDICATES:
                yield Fault(
                    "unknown_condition",
                    where(section, item.link_id),
                    f"condition {item.condition!r}",
                    f"one of {', '.join(sorted(PREDICATES))}",
                )
                continue
            for path in READS[item.condition]:
                if path not in questionnaire.items:
                    yield Fault(
                        "dangling",
                        where(section, item.link_id),
                        f"{item.condition} reads {path!r}, which no item asks",
                        "an item's link_id",
                    )


def _may_be(asked: Item, condition: EnableWhen) -> bool:
    """Return whether the question could ever have the answer that a condition compares with."""
    if condition.operator == "exists":
        return isinstance(condition.answer, bool)
    match asked.type:
        case "yes_no":
            return isinstance(condition.answer, bool) and condition.operator in ("=", "!=")
        case "choice" | "choices":
            return condition.operator in ("=", "!=") and condition.answer in {option.code for option in asked.options}
        case "number" | "scale" | "duration" | "frequency" | "dose":
            return isinstance(condition.answer, (int, float)) and not isinstance(condition.answer, bool)
        case _:
            return isinstance(condition.answer, str)


def _answers_of(asked: Item) -> str:
    if asked.options:
        return f"one of {', '.join(option.code for option in asked.options)}"
    return f"an answer of kind {asked.type}, or exists true or false"


def _reads(questionnaire: Questionnaire, link_id: str) -> tuple[str, ...]:
    item = questionnaire.items[link_id]
    lists = conditions_of(questionnaire, link_id)
    named = READS.get(item.condition, ()) if item.condition else ()
    read = (*(condition.question for conditions, _ in lists for condition in conditions), *named)
    return tuple(dict.fromkeys(path for path in read if path in questionnaire.items))


def circles(questionnaire: Questionnaire) -> Iterator[Fault]:
    """No condition leads back to its own item."""
    settled: set[str] = set()
    for start in questionnaire.items:
        path: list[str] = [start]
        pending = [iter(_reads(questionnaire, start))]
        while pending and start not in settled:
            step = next(pending[-1], None)
            if step is None:
                settled.add(path.pop())
                pending.pop()
            elif step in path:
                section = questionnaire.sections[questionnaire.section_of[step]]
                around = " → ".join([*path[path.index(step) :], step])
                yield Fault("circle", where(section, step), f"conditions run in a circle: {around}", "conditions on earlier items only")
                settled.update(path)
                break
            elif step not in settled:
                path.append(step)
                pending.append(iter(_reads(questionnaire, step)))


def looks_ahead(questionnaire: Questionnaire) -> Iterator[Fault]:
    """An item's own conditions ask about items that come before it (a section's may close it afterwards)."""
    place = {item.link_id: number for number, item in enumerate(item for section in questionnaire.section for item in in_order(section))}
    for section in questionnaire.section:
        for item in section.all_items():
            named = READS.get(item.condition, ()) if item.condition else ()
            for path in (*(condition.question for condition in item.enable_when), *named):
                if path in place and item.link_id in place and place[path] > place[item.link_id]:
                    yield Fault(
                        "looks_ahead", where(section, item.link_id), f"depends on {path}, asked after it", "conditions on earlier items"
                    )


def depths(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What an area needs to count as completed is asked at every depth."""
    for section in questionnaire.section:
        for item in section.all_items():
            group = group_of(questionnaire, item.link_id)
            if item.required and (item.depth == "full" or (group is not None and group.depth == "full")):
                yield Fault(
                    "required_but_deep", where(section, item.link_id), "required, and asked in full depth only", "required items are brief"
                )


def told_together(questionnaire: Questionnaire) -> Iterator[Fault]:
    """What a sentence may tell beside its own answer are other items of the same group, of kinds that can be told so."""
    for section in questionnaire.section:
        for item in section.all_items():
            group = group_of(questionnaire, item.link_id)
            for path in item.may_tell:
                other = questionnaire.items.get(path)
                if other is None or other is item or group is None or group_of(questionnaire, path) is not group:
                    yield Fault("dangling", where(section, item.link_id), f"may tell {path!r}", "another item of the same group")
                elif other.type not in TOLD_TOGETHER:
                    found = f"may tell {path}, of kind {other.type}"
                    yield Fault("wrong_type", where(section, item.link_id), found, f"a kind out of {', '.join(TOLD_TOGETHER)}")


def groups(questionnaire: Questionnaire) -> Iterator[Fault]:
    """A group ends in `[]`, has members under its own name, and a way to the next instance; nothing else has members."""
    for section in questionnaire.section:
        for item in section.item:
            at = where(section, item.link_id)
            if not item.is_group:
                if item.item:
                    yield Fault("group", at, f"type {item.type} with members", 'type "group"')
                continue
            if not item.link_id.endswith("[]") or not item.item:
                yield Fault("group", at, "a group without [] or without members", "a link_id that ends in [], and members")
            if item.more is None:
                yield Fault("group", at, "a group without `more`", "the question that opens the next instance")
            gate = GATE + item.link_id.removesuffix("[]")
            if gate not in questionnaire.items:
                yield Fault("group", at, "a group without an opening question", f"a yes_no item {gate} before it")
            for member in item.item:
                if not member.link_id.startswith(f"{item.link_id}.") or member.is_group:
                    yield Fault(
                        "group",
                        where(section, member.link_id),
                        f"a member of {item.link_id}",
                        f"a link_id that begins with {item.link_id}.",
                    )
