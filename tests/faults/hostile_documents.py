"""Every command with every file that is given to it: bytes that are none of ours, and documents of ours that hold hostile texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from tests.faults import hostile_files
from tests.interview.instruments.invented import CALCULATED, evenings, on, questionnaire
from tests.interview.program import Program, jsonl
from trd_core.text import clean

SAID: Final = ("yes, that is so", "everything is grey", "a question of it")
"""Texts of the documents, in whose place hostile ones come."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One command with one file."""

    command: str
    name: str
    make: Callable[[], bytes] | Path = field(repr=False)


def own_documents(folder: Path) -> dict[str, Any]:
    """Return documents that would be read, each of its kind, as trees: to be filled with hostile texts."""
    program = Program(folder)
    answers: list[dict[str, Any]] = [
        {"link_id": "interview.consent", "value": True, "verbatim": SAID[0]},
        {"link_id": "narrative.concern", "value": SAID[1], "verbatim": SAID[1]},
    ]
    told = folder / "answers.jsonl"
    told.write_text(jsonl(*answers))
    assert 0 == program("replay", str(told), "--subject", "S-1").code
    made: dict[str, Any] = {"answers": answers}
    for form in ("json", "fhir"):
        written = program("export", "r1", "--format", form, "--out", str(folder / f"r1.{form}"), "--force")
        assert 0 == written.code, written.err
        made[form] = json.loads((folder / f"r1.{form}").read_text())
    del made["json"]["seal"]
    cyclic = [evenings(f"q{n}", SAID[2], enableWhen=[on(f"q{(n + 1) % 40}", "exists", answerBoolean=True)]) for n in range(40)]
    made["cyclic"] = questionnaire(*cyclic)
    return made


def cyclic_case(problems: int) -> bytes:
    """Return a case in which every problem feeds every other one."""
    names = [f"p{n}" for n in range(problems)]
    links = [{"source": one, "target": other} for one in names for other in names if one != other]
    return json.dumps({"problems": [{"id": name} for name in names], "links": links}).encode()


def formulas(text: str) -> bytes:
    """Return a questionnaire whose total is computed by this text."""
    extension = [{"url": CALCULATED, "valueExpression": {"language": "text/fhirpath", "expression": text}}]
    items = [
        evenings("q1", text),
        {"linkId": "total", "type": "integer", "text": f"Total {text}", "readOnly": True, "extension": extension},
    ]
    return json.dumps(questionnaire(*items)).encode()


def _filled(document: Any, text: str) -> bytes:
    return json.dumps(hostile_files.varied(document, SAID, text)).encode()


def _turns(text: str) -> bytes:
    return (text.replace("\n", " ") + "\n").encode() * 4


def _begun(start: bytes, name: str) -> bytes:
    return start + hostile_files.JSON[name]()


def cells(folder: Path, kinds: Mapping[str, str]) -> Iterator[Cell]:
    """Yield every command with every file; `kinds` says of each command what it takes a file for."""
    documents, others = own_documents(folder), hostile_files.special(folder)
    for command, suffix in kinds.items():
        kind = hostile_files.TOML if suffix == "toml" else hostile_files.JSON
        for name, make in (*hostile_files.PLAIN.items(), *kind.items()):
            yield Cell(command, name, make)
        for name, path in others.items():
            yield Cell(command, name, path)
    for name, text in hostile_files.TEXTS.items():
        for command, document in (("import", "json"), ("import", "fhir"), ("replay", "answers"), ("import --attach-to", "cyclic")):
            yield Cell(
                command, f"{document} with {name}", partial(_filled, documents[document], clean(text) if document == "json" else text)
            )
        for command in ("check", "import --attach-to"):
            yield Cell(command, f"a formula of {name}", partial(formulas, text))
        yield Cell("practise --transcript", f"turns of {name}", partial(_turns, text))
        yield Cell("check, ours", f"a section of {name}", partial(_section, text))
        yield Cell("practise check", f"a case of {name}", partial(_case, text))
    for command in ("check", "import --attach-to"):
        yield Cell(command, "questions that wait for one another", partial(_filled, documents["cyclic"], SAID[0]))
    for problems in (8, 20, 60, 300):
        yield Cell("score", f"{problems} problems that all feed one another", partial(cyclic_case, problems))
    for start in (b"trd-vault-backup/1\n", b"trd-vault-backup/9\n"):
        for name in ("deep objects", "a number of a million digits", "keys twice", "a 60 MB list"):
            yield Cell("vault restore", f"a backup's beginning ({start[-2:-1].decode()}), then {name}", partial(_begun, start, name))


def _section(text: str) -> bytes:
    quoted = json.dumps(text)
    item = f'[[item]]\nlink_id = "kellner"\ntype = "text"\ntext = {quoted}\n'
    return f'id = "x"\norder = 1\ntitle = {quoted}\n{item}'.encode()


def _case(text: str) -> bytes:
    return f'id = "x"\norder = 1\nname = {json.dumps(text)}\n[[says]]\nto = {json.dumps(text)}\n'.encode()
