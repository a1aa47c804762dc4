"""`import FILE --attach-to ID`: a FHIR Questionnaire is attached to a record; a response to an attached one gives its answers there.

A questionnaire with a fault leaves nothing; single answers of a response that are refused are named, and the others are kept.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from interview.bootstrap import doors_to, opened
from interview.engine.doors import AttachRefused
from interview.export.fhir.names import QUESTIONNAIRE_URL
from interview.instruments.reading import is_questionnaire
from interview.instruments.responses import is_response, named_by
from interview.language import _
from interview.questionnaire.model import Questionnaire
from interview.world import CallRefused, Place, World
from trd_core.text import plainly


def attach(path: Path, arguments: Namespace, place: Place, world: World) -> int:
    """Attach the file to the record, and say what came of it. Raises `CallRefused`, `StoreFault`."""
    if arguments.subject is not None or arguments.visit is not None:
        raise CallRefused(_("--subject and --visit: a record keeps its own; leave them out where something is attached to it."))
    with opened(place, world) as vault:
        doors = doors_to(vault, world)
        vault.hold(arguments.attach_to)
        session = doors.read(arguments.attach_to)
        try:
            assert doors.attach is not None
            outcome = doors.attach(session, path)
        except AttachRefused as refused:
            raise CallRefused(str(refused)) from None
        finally:
            vault.release(arguments.attach_to)
    print(arguments.attach_to, file=world.stdout)
    for said in outcome.said:
        print(plainly(said), file=world.stderr)
    for said in outcome.refused:
        print(plainly(_("not taken: {said}").format(said=said)), file=world.stderr)
    return 1 if outcome.refused else 0


def refuse_foreign(tree: dict[str, Any], path: Path, questionnaire: Questionnaire) -> None:
    """Refuse a questionnaire or a response that is not this program's own, and say how it is attached. Raises `CallRefused`."""
    if is_questionnaire(tree):
        said = _(
            "{path}: a questionnaire from elsewhere is attached to a record: name the record with --attach-to ID. Nothing was written."
        )
        raise CallRefused(said.format(path=path))
    ours = f"{QUESTIONNAIRE_URL}/{questionnaire.id}"
    if is_response(tree) and named_by(tree) and named_by(tree).partition("|")[0] != ours:
        said = _(
            "{path}: questionnaire: found another one than ours; allowed: {ours}, or with --attach-to ID one that is "
            "attached to that record. Nothing was written."
        )
        raise CallRefused(said.format(path=path, ours=ours))
