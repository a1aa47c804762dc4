"""Where an informant's answer stands: `informant:partner:lifestyle.alcohol_frequency`, beside the person's own of the same question.

An informant is somebody close to the person who is asked too, with the person's consent. They are known by their relation alone.
"""

from __future__ import annotations

from typing import Final

INFORMANT: Final = "informant:"
RELATION: Final = "interview.informant_relation"
"""The question by whose answer an informant is known."""


def informant_link(relation: str, link_id: str) -> str:
    """Return the link id of an informant's answer to a question."""
    return f"{INFORMANT}{relation}:{link_id}"


def split_informant(link_id: str) -> tuple[str, str] | None:
    """Return relation and question of an informant's link id; None for any other."""
    if not link_id.startswith(INFORMANT):
        return None
    relation, colon, question = link_id.removeprefix(INFORMANT).partition(":")
    return (relation, question) if relation and colon and question else None


def question_of(link_id: str) -> str:
    """Return the question that a link id answers, whoever answers it."""
    told = split_informant(link_id)
    return told[1] if told is not None else link_id
