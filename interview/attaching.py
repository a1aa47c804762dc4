"""A file from elsewhere to an open record: a FHIR Questionnaire is attached, a response to an attached one gives its answers.

Each answer goes through the session as any other does. A questionnaire with a fault is refused whole, its items named.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any, Final

from interview.engine.attached_folding import asked_at
from interview.engine.attached_links import attached_link, split_attached
from interview.engine.attached_risk import asks_about_self_harm
from interview.engine.doors import AttachOutcome, AttachRefused
from interview.engine.replies import Refused, Saved
from interview.engine.session import Session
from interview.export.importing.file import MOST_BYTES, read_tree
from interview.export.importing.refused import ImportRefused
from interview.instruments.fault import InstrumentFault, shown
from interview.instruments.reading import is_questionnaire, read_instrument
from interview.instruments.responses import is_response, named_by, read_response
from interview.language import _, ngettext
from interview.views.attached_words import attached_words, total_lines
from interview.views.saying import REFUSALS
from trd_core.json_input import JsonRefused

MOST_NAMED: Final = 3
"""Faults that one refusal names; `check` names all."""


def attach_file(session: Session, path: Path) -> AttachOutcome:
    """Attach what the file holds, and say what came of it. Raises `AttachRefused`, `StoreFault`; then nothing was written."""
    try:
        tree = read_tree(_bytes(path))
    except (JsonRefused, ImportRefused) as refused:
        raise AttachRefused(_("{path}: {refused}. Nothing was written.").format(path=path, refused=refused)) from None
    if is_questionnaire(tree):
        return _attached(session, path, tree)
    if is_response(tree):
        return _answered(session, path, tree)
    said = _("{path}: found no FHIR Questionnaire and no QuestionnaireResponse; allowed: one of them. Nothing was written.")
    raise AttachRefused(said.format(path=path))


def _bytes(path: Path) -> bytes:
    """Return an ordinary file's bytes, bounded."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise AttachRefused(_("{path}: found no ordinary file; name a file.").format(path=path))
            return file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or _("no path")
        raise AttachRefused(_("{path}: could not be read ({why}); name a readable file.").format(path=path, why=why)) from None


def _attached(session: Session, path: Path, tree: dict[str, Any]) -> AttachOutcome:
    reading = read_instrument(tree)
    if reading.instrument is None:
        raise AttachRefused(_("{path}: {faults} Nothing was written.").format(path=path, faults=faults_in_short(reading.faults)))
    reply = session.attach(reading.instrument)
    if not isinstance(reply, Saved):
        why = REFUSALS[reply.why] if isinstance(reply, Refused) else ""
        raise AttachRefused(_("{path}: {why} Nothing was written.").format(path=path, why=why))
    number = len(session.attached)
    return AttachOutcome(number, (attached_words(session, number),))


def faults_in_short(faults: tuple[InstrumentFault, ...]) -> str:
    """Return the first faults in one line, and how many more there are."""
    named = "; ".join(map(str, faults[:MOST_NAMED]))
    more = len(faults) - MOST_NAMED
    if more <= 0:
        return f"{named}."
    told = ngettext("{named}; and {n} more fault, which `check` names.", "{named}; and {n} more faults, which `check` names.", more)
    return told.format(named=named, n=more)


def _answered(session: Session, path: Path, tree: dict[str, Any]) -> AttachOutcome:
    number = session.attached_named(named_by(tree))
    if number is None:
        said = _("{path}: it answers a questionnaire that is not attached to this record; attach that one first. Nothing was written.")
        raise AttachRefused(said.format(path=path))
    told = read_response(tree, session.attached[number - 1])
    refused = [f"{fault.link_id}: {fault.says}" for fault in told.faults]
    lines = sorted(((attached_link(number, item), value) for item, value in told.answers), key=lambda each: _asks_last(session, each[0]))
    taken, was_paused = 0, session.phase == "paused"
    if was_paused:
        session.go("resume")
    for link_id, value in lines:
        reply = session.give(link_id, value, source="chart")
        taken += isinstance(reply, Saved)
        if not isinstance(reply, Saved):
            item = (split_attached(link_id) or (0, ""))[1]
            why = REFUSALS[reply.why] if isinstance(reply, Refused) else _("found an answer that does not fit its item")
            refused.append(f"{shown(item, 'item')}: {why}")
    count = ngettext("{n} answer was taken.", "{n} answers were taken.", taken).format(n=taken)
    safety = (_("A sign of risk is in it: the safety questions are open; meet it now."),) if session.phase == "safety" else ()
    if was_paused and session.may("pause"):
        session.go("pause")
    return AttachOutcome(number, (count, *total_lines(session, number), *safety), tuple(refused))


def _asks_last(session: Session, link_id: str) -> bool:
    """Whether it asks about self-harm: such answers come last, so that a sign of risk stops nothing that was told."""
    asked = asked_at(session.state, link_id)
    return asked is not None and asks_about_self_harm(asked)
