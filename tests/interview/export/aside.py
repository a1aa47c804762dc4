"""Whether anything of an answer behind closed questions shows in an export: the same record with other answers there must give the same.

Each answer that is set aside is exchanged for another one in the log; then every format is made of both records. Formats that set type
are compared by their page, which is all that they draw. A sign of risk is not exchanged: it owes a record of what was done, and that
stays said wherever it stands; of it no answer may be told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from interview.engine.events import InformantAnswered, ItemAnswered
from interview.engine.risk_signs import is_positive
from interview.engine.session import Session
from interview.export.csv import to_csv
from interview.export.fhir.bundle import bundle, to_fhir
from interview.export.json import document
from interview.export.order import Order
from interview.export.page import text_of
from interview.export.part_of import PartOf
from interview.export.readers import page_for
from interview.export.selection import Reader
from interview.export.sheets import Sheet
from tests.interview.export.fhir.world import answered
from tests.interview.export.record import ENVELOPE, order
from tests.interview.export.walks import walked

PAGES: Final[tuple[tuple[Reader, Sheet], ...]] = (
    ("chart", "whole"), ("chart", "summary"), ("chart", "records-request"), ("colleague", "whole"), ("patient", "whole"),
)  # fmt: skip
MACHINES: Final[tuple[Reader, ...]] = ("chart", "colleague", "research")
COUNTING: Final = ("answers", "case", "assessment", "phase")
"""The parts of our own JSON that tell what counts; `set_aside` and the log tell the rest, apart and by name."""


def with_others_aside(session: Session) -> Session:
    """Return the record with other answers behind its closed questions."""
    aside = {answer.seq for answer in session.set_aside() if not is_positive(answer.link_id, answer.status, answer.value)}
    changed = []
    for event in session.events:
        body = event.body
        if event.seq in aside and isinstance(body, ItemAnswered | InformantAnswered):
            other: dict[str, Any] = {"status": "declined", "value": None, "verbatim": f"zq-other-{event.seq}", "range": None}
            body = body.model_copy(update={**other, "approximate": False, "hedged": False})
        changed.append(event.model_copy(update={"body": body}))
    return PartOf(session, changed)


def leaks(seed: int) -> tuple[int, int, list[str]]:
    """Return how many answers one walk set aside, how many exports were compared, and those that differ."""
    session, _ = walked(seed)
    aside = len(session.set_aside())
    if not aside:
        return 0, 0, []
    other = with_others_aside(session)
    if session.case() != other.case():
        return aside, 1, [f"{seed} case"]
    for depth in (False, True):  # the core is a function of the case, which is the same
        other._assessed[depth] = (other.state.seq, session.assessment(in_depth=depth))
    made = list(zip(_made(session), _made(other), strict=True))
    differ = [f"{seed} {name}" for (name, one), (_, two) in made if one != two]
    return aside, len(made), [*differ, *(f"{seed} {name}" for name in _signs_told(session))]


def _signs_told(session: Session) -> Iterator[str]:
    """Yield the exports that tell a sign of risk which is set aside as an answer."""
    signs = {answer.link_id for answer in session.set_aside() if is_positive(answer.link_id, answer.status, answer.value)}
    if signs & {answer["link_id"] for answer in document(session, ENVELOPE)["answers"]}:
        yield "json sign"
    for link_id in signs:
        if f",baseline,{link_id},".encode() in to_csv(order(session, is_page=False))[""]:
            yield "csv sign"
        if any(each["linkId"] == link_id and "answer" in each for each in answered(bundle(order(session, is_page=False)))):
            yield "fhir sign"


def _made(session: Session) -> Iterator[tuple[str, object]]:
    known = session._assessed
    told = document(session, ENVELOPE)
    yield "json", json.dumps({name: told[name] for name in COUNTING})
    for reader in MACHINES:
        each = _knowing(order(session, reader, is_page=False), known)
        yield f"csv {reader}", to_csv(each)
        yield f"fhir {reader}", to_fhir(each)
    for reader, sheet in PAGES:
        yield f"page {reader} {sheet}", tuple(text_of(page_for(_knowing(order(session, reader, sheet), known))))


def _knowing(made: Order, known: dict[bool, Any]) -> Order:
    """Words are no part of what the core concludes: a record without them is read as the whole one, once."""
    session = made.session
    if made.is_research or session._assessed is known:
        return made
    told = PartOf(session, session.events)
    told._assessed = {depth: (told.state.seq, assessment) for depth, (_, assessment) in known.items()}
    return replace(made, session=told)
