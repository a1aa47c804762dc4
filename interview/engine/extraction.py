"""Answers → `Case`: what was found out, as `score` reads it.

Only answers that count: enabled, not withdrawn. What is not known keeps its reason in `missing`; nothing is imputed.
"""

from __future__ import annotations

import json
from typing import Any, Final

from interview.engine.enablement import Enablement
from interview.engine.fold import Answer, Folded, split_instance
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.places import gate_of, more_of
from trd_core.case import Case
from trd_core.case_types import AreaToComplete
from trd_core.vocabulary import definition_of, facts, groups

LETTERS: Final = {"trials": "t", "episodes": "e", "problems": "p", "strengths": "s"}
"""Instance n of a group with ids is `<letter>{n+1}` for ever."""

AREA_DONE: Final = "interview.area_done."
AREAS: Final[tuple[AreaToComplete, ...]] = ("stress", "lifestyle", "illness_behavior", "wellbeing", "relationships", "psychiatric")


def instance_id(group: str, index: int) -> str:
    """Return the id that an instance has for ever, where its group has ids."""
    return f"{LETTERS[group]}{index + 1}"


def extract(questionnaire: Questionnaire, state: Folded, enablement: Enablement) -> Case:
    """Return the case that the answers make."""
    content: dict[str, Any] = {"subject": state.subject, "assessed_on": state.opened_at[:10], "visit": state.visit}
    missing: dict[str, str] = {}
    members = _members(state, enablement)
    for link_id, answer in state.answers.items():
        if definition_of(link_id) in facts() and enablement.is_enabled(link_id):
            _place(content, members, missing, link_id, answer)
    for group, by_index in members.items():
        if by_index:
            _set(content, group, [by_index[index] for index in sorted(by_index)])
    _lists(questionnaire, state, enablement, members, content, missing)
    _drop_loose_links(content)
    if not {"order", "reason"} <= content.get("hierarchy_override", {}).keys():
        content.pop("hierarchy_override", None)
    if state.disposition is not None:
        content.setdefault("safety", {})["disposition"] = state.disposition
    trials = content.get("trials") or ()
    if trials and content.get("latest_trial") not in {trial["id"] for trial in trials}:
        content.pop("latest_trial", None)
        if trials[0]["id"] == instance_id("trials", 0):
            content["latest_trial"] = instance_id("trials", 0)
    if "kellner" in content and "kellner_rater" not in content and state.interviewer:
        content["kellner_rater"] = state.interviewer
    content["areas_completed"] = [area for area in AREAS if _is_completed(questionnaire, enablement, area)]
    if state.phase != "closed":
        missing["areas_completed"] = "not_asked"
    content["missing"] = dict(sorted(missing.items()))
    return Case.model_validate_json(json.dumps(content))


def _members(state: Folded, enablement: Enablement) -> dict[str, dict[int, dict[str, Any]]]:
    known = groups()
    return {
        group: {index: {"id": instance_id(group, index)} if group in LETTERS else {} for index in state.instances(group)}
        for group in state.used
        if group in known and enablement.is_enabled(f"{group}[]")
    }


def _place(
    content: dict[str, Any], members: dict[str, dict[int, dict[str, Any]]], missing: dict[str, str], link_id: str, answer: Answer
) -> None:
    instance = split_instance(link_id)
    if instance is None:
        target, name, path = content, link_id, link_id
    else:
        group, index = instance
        target, name = members[group][index], link_id.split("].", 1)[1]
        path = f"{group}.{instance_id(group, index)}.{name}" if group in LETTERS else link_id
    if answer.status != "answered":
        missing[path] = answer.status
    elif answer.value is None:
        missing[path] = "unknown"
    else:
        _set(target, name, answer.value)


def _set(content: dict[str, Any], path: str, value: Any) -> None:
    *parents, name = path.split(".")
    for parent in parents:
        content = content.setdefault(parent, {})
    content[name] = value


def _lists(
    questionnaire: Questionnaire,
    state: Folded,
    enablement: Enablement,
    members: dict[str, dict[int, dict[str, Any]]],
    content: dict[str, Any],
    missing: dict[str, str],
) -> None:
    """A list is empty only where a gate was answered no, and complete only where "another?" was."""
    for item in questionnaire.items.values():
        if not item.is_group:
            continue
        group = item.link_id.removesuffix("[]")
        if group not in groups():
            continue
        live = sorted(members.get(group, ()))
        if live:
            says = state.answers.get(more_of(group, live[-1]))
            if says is None or says.value is not False:
                missing[group] = "not_asked" if says is None or says.status == "answered" else says.status
            continue
        gate = enablement.answer(gate_of(group))
        if gate is not None and gate.value is False:
            _set(content, group, [])
        elif gate is not None and gate.status != "answered":
            missing[group] = gate.status


def _drop_loose_links(content: dict[str, Any]) -> None:
    """A link whose problem was withdrawn, or that lacks an end, is set aside with it; so is one drawn twice."""
    by_id = {problem["id"]: problem for problem in reversed(content.get("problems", []))}
    if by_id:
        content["problems"] = [problem for problem in content["problems"] if by_id[problem["id"]] is problem]
    drawn: set[tuple[str, str, str | None]] = set()
    kept = []
    for link in content.get("links", []):
        source, target = link.get("source"), link.get("target")
        arrow = (source, target, link.get("by"))
        if source in by_id and target in by_id and source != target and arrow not in drawn:
            drawn.add(arrow)
            kept.append(link)
    if "links" in content:
        content["links"] = kept


def _is_completed(questionnaire: Questionnaire, enablement: Enablement, area: str) -> bool:
    """The opening question answered, every required item answered or declined, and the clinician says so."""
    if enablement.value(AREA_DONE + area) is not True:
        return False
    sections = [section for section in questionnaire.section if section.area == area]
    for section in sections:
        for item in section.item:
            if item.link_id.startswith("narrative.") and enablement.status(item.link_id) != "answered":
                return False
            if item.required and enablement.is_enabled(item.link_id) and enablement.status(item.link_id) not in ("answered", "declined"):
                return False
    return True
