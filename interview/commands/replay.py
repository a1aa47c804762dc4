"""`replay`: answers from a file or a pipe, through the same session that the terminal uses.

A file is checked whole first and then kept in one step: all of it, or nothing. A pipe is taken line by line: each line is
acknowledged once it is durable, or refused with a reason, and a refused line does not stop the others.
"""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from interview.bootstrap import doors_to, opened, scratch_store
from interview.commands.answer_lines import LONGEST_LINE, AnswerLine, AnswersRefused, link_id_of, read_file, read_line, sentence, why
from interview.commands.named_files import bytes_of
from interview.engine.doors import Doors
from interview.engine.lines import submit
from interview.engine.ports import EventStore, StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.language import _
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Replay a file whole, or a pipe line by line."""
    if arguments.answers == "-":
        with opened(place, world, make=True) as vault:
            return _by_line(_begun(arguments, doors_to(vault, world)), world)
    path = Path(arguments.answers)
    try:
        lines = read_file(bytes_of(path), str(path))
    except AnswersRefused as refused:
        raise CallRefused(str(refused)) from None
    scratch = scratch_store()
    session = _begun(arguments, doors_to(scratch, world))
    for line in lines:
        reply = submit(session, line.content)
        if not isinstance(reply, Saved):
            raise CallRefused(
                _("{place}{named}: {sentence} Nothing was written.").format(
                    place=line.place, named=_named(line), sentence=sentence(session, reply)
                )
            )
    with opened(place, world, make=True) as vault:
        keep_whole(scratch, session.record, vault)
    print(session.record, file=world.stdout)
    return 0


def keep_whole(scratch: EventStore, record: str, store: EventStore) -> None:
    """Keep a record that was made in a scratch store: every event of it in one step, or none. Raises `StoreFault`."""
    summary = next(each for each in scratch.records() if each.record == record)
    store.hold(record)
    try:
        store.append(record, scratch.events(record), summary)
    finally:
        store.release(record)


def _begun(arguments: Namespace, doors: Doors) -> Session:
    return doors.begin(arguments.subject, arguments.visit, arguments.depth, arguments.interviewer, arguments.minutes)


def _named(line: AnswerLine) -> str:
    link_id = link_id_of(line)
    return "" if link_id is None else f" ({link_id})"


def _by_line(session: Session, world: World) -> int:
    code, number = 0, 0
    while raw := world.stdin.readline(LONGEST_LINE + 2):
        number += 1
        is_cut = not raw.endswith(b"\n") and len(raw) > LONGEST_LINE
        while is_cut and (rest := world.stdin.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
            pass
        if not raw.strip():
            continue
        told, fault = _given(session, raw, number)
        print(json.dumps(told, ensure_ascii=False), file=world.stdout, flush=True)
        if fault is not None:
            raise fault
        code = code if told["saved"] else 1
    if number == 0:
        print(
            _("trd-interview: no line came; the record {record} was begun and is empty.").format(record=session.record), file=world.stderr
        )
    return code


def _given(session: Session, raw: bytes, number: int) -> tuple[dict[str, Any], StoreFault | None]:
    """Return what is told of a line, and the store's fault where there was one: then the rest is not tried."""
    record = session.record
    try:
        line = read_line(raw, _("line {number}").format(number=number))
    except AnswersRefused as refused:
        return {"record": record, "link_id": None, "saved": False, "why": "unreadable", "line": number, "said": str(refused)}, None
    refusal = {"record": record, "link_id": link_id_of(line), "saved": False}
    try:
        reply = submit(session, line.content)
    except StoreFault as fault:
        return {**refusal, "why": "store", "line": number, "said": str(fault)}, fault
    if isinstance(reply, Saved):
        aside = {"set_aside": True} if reply.set_aside else {}
        return {"record": record, "seq": reply.seq, "link_id": link_id_of(line), "saved": True, **aside}, None
    return {**refusal, "why": why(reply), "line": number, "said": sentence(session, reply)}, None
