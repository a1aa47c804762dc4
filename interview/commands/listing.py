"""`list`: the records, the last updated first."""

from __future__ import annotations

import json
from argparse import Namespace

from interview.bootstrap import opened, vault_is_there
from interview.engine.ports import RecordSummary
from interview.language import _
from interview.views.signature_words import signed_word
from interview.world import Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Print every record's summary."""
    found: tuple[RecordSummary, ...] = ()
    if vault_is_there(place):
        with opened(place, world) as vault:
            found = vault.records()
    if arguments.format == "json":
        print(json.dumps([_entry(summary) for summary in found], ensure_ascii=False, indent=2), file=world.stdout)
        return 0
    if not found:
        print(_("No records in {folder} yet. `trd-interview new --subject ID` begins one.").format(folder=place.folder), file=world.stdout)
    for summary in found:
        print(_line(summary), file=world.stdout)
    return 0


def _entry(summary: RecordSummary) -> dict[str, object]:
    return {
        "id": summary.record,
        "subject": summary.subject,
        "visit": summary.visit,
        "phase": summary.phase,
        "answered": summary.answered,
        "updated": summary.updated,
        "signed": summary.signed,
    }


def _line(summary: RecordSummary) -> str:
    parts = [
        summary.subject,
        summary.visit,
        summary.phase,
        _("{answered} answered").format(answered=summary.answered),
        summary.updated[:16].replace("T", " "),
    ]
    if summary.signed:
        parts.append(signed_word(summary.signed))
    if summary.to_do:
        parts.append(_("{to_do} to do").format(to_do=summary.to_do))
    return f"{summary.record}  {' · '.join(parts)}"
