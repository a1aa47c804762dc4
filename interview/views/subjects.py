"""What a question about one of several is about, by name: `the latest treatment: sertraline`, `number 2: the debts`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from interview.engine.fold import Answer, split_instance
from interview.engine.transcript import instance_title, naming_item
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.places import MORE
from interview.views.echo import value_words

DRUG_OF: Final = {"toxicity.": "toxicity_details.{}.agent"}
"""Judgements outside a group, and the answer that names their drug."""

LONGEST: Final = 60
"""Characters of a name that came from a person's own words."""


def subject_of(questionnaire: Questionnaire, answer_of: Callable[[str], Answer | None], link_id: str) -> str:
    """Return what an instance's question is about, by its title and its name as far as they are known; empty for any other question.

    The name may be free text.
    """
    if link_id.startswith(MORE):
        return ""
    if split_instance(link_id) is None:
        return _drug_of(questionnaire, answer_of, link_id)
    title = instance_title(questionnaire, link_id, lambda path: answer_of(path) is not None) or ""
    naming = naming_item(questionnaire, link_id)
    if naming is None or naming[0] == link_id:
        return title
    given = answer_of(naming[0])
    name = value_words(naming[1], given.value) if given is not None and given.status == "answered" and given.value is not None else ""
    return f"{title}: {_short(name)}" if name else title


def _drug_of(questionnaire: Questionnaire, answer_of: Callable[[str], Answer | None], link_id: str) -> str:
    for beginning, path in DRUG_OF.items():
        if link_id.startswith(beginning):
            named_by = path.format(link_id.removeprefix(beginning))
            given = answer_of(named_by)
            if given is not None and isinstance(given.value, str):
                return value_words(questionnaire.items.get(named_by), given.value)
    return ""


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
