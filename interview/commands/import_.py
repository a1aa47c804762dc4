"""`import FILE`: our own JSON export, or a FHIR response to our questionnaire, back into the store.

A file that does not fit leaves nothing; single answers of a response that are refused are named, and the others are kept.
"""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from interview.bootstrap import doors_to, opened, questionnaire_of, scratch_holding, scratch_store
from interview.commands.answer_lines import sentence
from interview.commands.attach import attach, refuse_foreign
from interview.commands.named_files import bytes_of
from interview.commands.replay import keep_whole
from interview.engine.doors import SUBJECT
from interview.engine.events import RecordOpened
from interview.engine.lines import submit
from interview.engine.ports import EventStore, StoreFault
from interview.engine.replies import Saved
from interview.export.fhir.names import system
from interview.export.importing.file import MOST_BYTES, read_tree
from interview.export.importing.record import ImportedRecord, private_notes, read_record
from interview.export.importing.refused import ImportRefused
from interview.export.importing.response import ImportedResponse, read_response
from interview.language import _, ngettext
from interview.practice_place import opened_practice
from interview.world import CallRefused, Place, World
from trd_core.json_input import JsonRefused, shown_key


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Import the file, and print the record's id."""
    path = Path(arguments.file)
    if arguments.attach_to is not None:
        return attach(path, arguments, place, world)
    raw = bytes_of(path, MOST_BYTES)
    try:
        tree = read_tree(raw)
        refuse_foreign(tree, path, questionnaire_of(world))
        if "resourceType" in tree:
            _refuse_practice(tree)
            return _response(read_response(tree, questionnaire_of(world)), path, arguments, place, world)
        if arguments.subject is not None or arguments.visit is not None:
            raise CallRefused(_("--subject and --visit: a record of this program keeps its own; leave them out."))
        return _record(read_record(tree, questionnaire_of(world)), path, place, world)
    except (JsonRefused, ImportRefused) as refused:
        raise CallRefused(_("{path}: {refused}. Nothing was written.").format(path=path, refused=refused)) from None


def _record(imported: ImportedRecord, path: Path, place: Place, world: World) -> int:
    scratch = scratch_holding(imported.record, imported.events, world)
    seal = scratch.seal(imported.record)
    if imported.seal is not None and not imported.withheld and not imported.is_unsealed and imported.seal != seal:
        raise ImportRefused(
            "seal", _("a seal that does not belong to these events"), _("the file as it was exported: somebody changed it, export it again")
        )
    is_practice = any(isinstance(event.body, RecordOpened) and event.body.practice for event in imported.events)
    with opened_practice(place, world) if is_practice else opened(place, world, make=True) as vault:
        if not _is_there(imported, vault, path):
            keep_whole(scratch, imported.record, vault)
    print(imported.record, file=world.stdout)
    if is_practice:
        print(_("It is a session of practice: it is kept with practice, and never with people's records."), file=world.stderr)
    for said in _said_of(imported, seal):
        print(said, file=world.stderr)
    return 0


def _is_there(imported: ImportedRecord, store: EventStore, path: Path) -> bool:
    """Return whether the same record is there already; refuse where another one has its id."""
    try:
        present = store.events(imported.record)
    except StoreFault as fault:
        if fault.kind != "unknown_record":
            raise
        return False
    if present == imported.events:
        return True
    raise CallRefused(
        _("{path}: a record with this id is there, and it is not the same. Both stay as they are; nothing was written.").format(path=path)
    )


def _said_of(imported: ImportedRecord, seal: str) -> list[str]:
    said = []
    if imported.is_unsealed:
        said.append(
            _("Its chain was broken where it was exported: entries may be missing, or not as they were written. Its seal is {seal} now.")
        )
    elif imported.withheld:
        said.append(_("The file leaves out: {listed}. What came is imported as it is, and its seal is {seal} now."))
    elif imported.seal is None:
        said.append(_("The file has no seal: nothing shows whether it was changed. Its seal is {seal} now."))
    said = [each.format(seal=seal, listed=", ".join(imported.withheld)) for each in said]
    private = private_notes(imported.events)
    if private:
        said.append(ngettext("{n} private note came with it.", "{n} private notes came with it.", private).format(n=private))
    return said


def _refuse_practice(tree: dict[str, Any]) -> None:
    """Refuse a response that was given in practice: it would become a person's record."""
    entries = tree.get("entry")
    inner = [each.get("resource") for each in entries if isinstance(each, dict)] if isinstance(entries, list) else []
    if any(_is_marked(each) for each in (tree, *inner)):
        raise ImportRefused("meta.tag", _("a session of practice"), _("a person's response; practice comes back as our own JSON"))


def _is_marked(resource: Any) -> bool:
    meta = resource.get("meta") if isinstance(resource, dict) else None
    tags = meta.get("tag") if isinstance(meta, dict) else None
    marks = [each for each in tags if isinstance(each, dict)] if isinstance(tags, list) else []
    return any(each.get("system") == system("mark") and each.get("code") == "practice" for each in marks)


def _response(imported: ImportedResponse, path: Path, arguments: Namespace, place: Place, world: World) -> int:
    subject = arguments.subject or imported.subject
    if subject is None or not SUBJECT.fullmatch(subject):
        raise CallRefused(
            _("{path}: it names no pseudonym; give one with --subject ID, never a name. Nothing was written.").format(path=path)
        )
    scratch = scratch_store()
    doors = doors_to(scratch, world)
    session = doors.begin(subject, arguments.visit or imported.visit or "baseline", imported.depth or "brief", imported.interviewer)
    refused = list(imported.refused)
    for line in imported.lines:
        reply = submit(session, line)
        if not isinstance(reply, Saved):
            refused.append((_plain(line), sentence(session, reply)))
    with opened(place, world, make=True) as vault:
        keep_whole(scratch, session.record, vault)
    print(session.record, file=world.stdout)
    for link_id, why in refused:
        print(_("not taken: {link_id}: {why}").format(link_id=link_id, why=why), file=world.stderr)
    if imported.left_out:
        count = imported.left_out
        told = ngettext("{n} answer was kept out of the file on purpose.", "{n} answers were kept out of the file on purpose.", count)
        print(told.format(n=count), file=world.stderr)
    if session.phase == "safety":
        print(_("A sign of risk is in it: `resume` opens the safety questions; meet it today."), file=world.stderr)
    return 1 if refused else 0


def _plain(line: dict[str, Any]) -> str:
    link_id = str(line["link_id"])
    return link_id if len(link_id) <= 120 and all(each.isalnum() or each in "._[]" for each in link_id) else shown_key(link_id)
