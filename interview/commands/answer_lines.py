"""Answers from outside: JSON, one line or one file, read strictly and never half.

A file holds a list of answers, or one answer a line; `schema answers` says what an answer is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from interview.engine.replies import AskedBack, NotUnderstood, Refused, Reply, Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.views.saying import saying
from trd_core.json_input import JsonRefused, decoded, described, read_json

LONGEST_LINE: Final = 262_144
"""Bytes of one line; an answer has at most 32,768 characters."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9_.\[\]]{1,120}")


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer, and where it stood."""

    place: str
    content: dict[str, Any]


class AnswersRefused(ValueError):
    """A line or a file that holds no answers: where, what was found, what is allowed."""


def read_line(raw: bytes, place: str) -> AnswerLine:
    """Return the answer of one line. Raises `AnswersRefused`."""
    if len(raw) > LONGEST_LINE:
        raise AnswersRefused(
            _("{place}: found more than {longest_line} bytes; allowed: one answer, at most that long").format(
                place=place, longest_line=LONGEST_LINE
            )
        )
    try:
        content = read_json(raw)
    except JsonRefused as refused:
        raise AnswersRefused(f"{place}: {refused}") from None
    return _line(content, place)


def read_file(raw: bytes, name: str) -> list[AnswerLine]:
    """Return the answers of a file: a JSON list, or one JSON object a line. Raises `AnswersRefused`."""
    try:
        text = decoded(raw)
        if text.lstrip()[:1] != "[":
            lines = text.encode().splitlines()
            return [
                read_line(line, _("{name}, line {number}").format(name=name, number=number))
                for number, line in enumerate(lines, 1)
                if line.strip()
            ]
        content = read_json(text)
    except JsonRefused as refused:
        raise AnswersRefused(f"{name}: {refused}") from None
    return [_line(each, _("{name}, answer {number}").format(name=name, number=number)) for number, each in enumerate(content, 1)]


def _line(content: Any, place: str) -> AnswerLine:
    if not isinstance(content, dict):
        raise AnswersRefused(
            _("{place}: found {described}; allowed: an object with `link_id` and `value` or `missing`").format(
                place=place, described=described(content)
            )
        )
    return AnswerLine(place, content)


def link_id_of(line: AnswerLine) -> str | None:
    """Return the line's link id as it may be shown, or None where it has none."""
    link_id = line.content.get("link_id")
    return link_id if isinstance(link_id, str) and _PLAIN.fullmatch(link_id) else None


def why(reply: Reply) -> str | None:
    """Return why a reply did not save, as a code; None where it did."""
    match reply:
        case Saved():
            return None
        case Refused():
            return reply.why
        case AskedBack():
            return "ambiguous"
        case NotUnderstood():
            return "not_understood"


def sentence(session: Session, reply: Reply) -> str:
    """Return what does not fit and what would, without the answer's text."""
    if isinstance(reply, AskedBack):
        return (
            _("found an unlikely number; give it as a number if it is meant")
            if reply.is_unlikely
            else _("found two readings; say which one is meant")
        )
    if isinstance(reply, Refused) and reply.missing:
        return _("{saying} Missing: {listed}.").format(
            saying=saying(reply, item_of(session.questionnaire, reply.link_id)), listed=", ".join(reply.missing)
        )
    if isinstance(reply, Refused | NotUnderstood) and reply.misfit is not None:
        return _("does not fit; allowed: {sentence}").format(sentence=reply.misfit.sentence())
    return saying(reply, item_of(session.questionnaire, reply.link_id))
