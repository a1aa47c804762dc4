"""`demo`: a bundled, invented person through the real session, vault, core and exports. Needs no terminal and no set-up."""

from __future__ import annotations

import json
import tempfile
from argparse import Namespace
from importlib import resources
from pathlib import Path
from typing import Final

from interview.bootstrap import doors_to, export_formats, export_name, export_to, scratch_vault, write_to
from interview.commands.answer_lines import read_file, sentence
from interview.commands.case import case_json
from interview.durable import make_folders
from interview.engine.doors import ExportRefused
from interview.engine.exporting import ExportWanted
from interview.engine.lines import lines, submit
from interview.engine.phases import top_of
from interview.engine.ports import EventStore
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.plain.console import Console
from interview.plain.map_text import map_lines
from interview.views.macro import macro
from interview.views.report import PHASES
from interview.world import CallRefused, Place, World

SUBJECT: Final = "DEMO-1"
DEMO_CASE: Final = "demo_case.jsonl"
WRITTEN: Final = ("answers.jsonl", "case.json", "assessment.json")


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Interview the invented person, keep, assess, print, export; the vault is removed at the end."""
    out = Path(arguments.out) if arguments.out is not None else None
    if out is not None:
        _refuse_what_is_there(out)
    with tempfile.TemporaryDirectory(prefix="trd-interview-demo-") as folder, scratch_vault(Path(folder), world) as vault:
        session = _interviewed(doors_to(vault, world).begin(SUBJECT))
        console = Console(world.stdin, world.stdout)
        answered = session.view().answered
        console.say(
            _(
                "Demonstration with an invented person: {events} kept in an encrypted vault, {questions} answered, the record is {phase}."
            ).format(
                events=ngettext("{n} event", "{n} events", len(session.events)).format(n=len(session.events)),
                questions=ngettext("{n} question", "{n} questions", answered).format(n=answered),
                phase=PHASES[top_of(session.phase)],
            ),
            _("Seal {seal}").format(seal=vault.seal(session.record)),
            "",
            _("Macro-analysis"),
            *map_lines(macro(session)),
            "",
        )
        if out is None:
            console.say(_("`trd-interview demo --out DIR` writes the answers, the case, the assessment and the exports to DIR."))
        else:
            _write(out, session, vault, world)
            console.say(_("Written to {out}: {names}").format(out=out, names=", ".join(sorted(each.name for each in out.iterdir()))))
        session.release()
    return 0


def demo_answers() -> bytes:
    """Return the bundled answers, one a line, as `replay` reads them."""
    return resources.files("interview").joinpath(DEMO_CASE).read_bytes()


def _interviewed(session: Session) -> Session:
    for line in read_file(demo_answers(), DEMO_CASE):
        reply = submit(session, line.content)
        if not isinstance(reply, Saved):
            raise CallRefused(
                _("{place}: {sentence} The bundled case and the questionnaire do not agree; reinstall the program.").format(
                    place=line.place, sentence=sentence(session, reply)
                )
            )
    return session


def _files(out: Path) -> dict[str, Path]:
    return {form: out / export_name(form) for form in export_formats()}


def _refuse_what_is_there(out: Path) -> None:
    for path in (*(out / name for name in WRITTEN), *_files(out).values()):
        if path.exists() or path.is_symlink():
            raise CallRefused(_("{path}: this file exists and was left as it is; name another folder.").format(path=path))
    try:
        make_folders(out)
    except OSError as fault:
        raise CallRefused(
            _("{out}: no folder could be made there ({why}); name another one.").format(out=out, why=fault.strerror)
        ) from None


def _write(out: Path, session: Session, store: EventStore, world: World) -> None:
    answers = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines(session.events))
    contents = (
        answers,
        case_json(session.case()) + "\n",
        session.assessment(in_depth=True).model_dump_json(indent=2, by_alias=True) + "\n",
    )
    try:
        for name, content in zip(WRITTEN, contents, strict=True):
            write_to({out / name: content.encode("utf-8")})
        for form, path in _files(out).items():
            export_to(session, ExportWanted(form, path), store, world)
    except ExportRefused as fault:
        raise CallRefused(str(fault)) from None
