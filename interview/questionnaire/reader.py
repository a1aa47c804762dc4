"""TOML in, `Questionnaire` out. Read as TOML → JSON → strict models, so that nothing is coerced on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

from interview.questionnaire.model import Questionnaire, Section
from interview.questionnaire.toml_file import TomlRefused, faults_of, ordinary_bytes, table_of


class QuestionnaireUnreadable(ValueError):
    """A questionnaire's file cannot be read: where, what was found, what to do."""


def _section(name: str, raw: bytes) -> Section:
    try:
        return Section.model_validate_json(json.dumps(table_of(raw), default=str))
    except TomlRefused as refused:
        raise QuestionnaireUnreadable(f"{name}: {refused}") from None
    except (ValueError, RecursionError) as fault:
        first, *others = faults_of(fault)
        more = f" (and {len(others)} more)" if others else ""
        raise QuestionnaireUnreadable(f"{name}: {first}{more}") from None


def assemble(parts: Iterable[tuple[str, bytes]], *, questionnaire_id: str = "trd-interview", version: str = "1") -> Questionnaire:
    """Return the questionnaire made of sections (file name, bytes), ordered by their `order`.

    Raises `QuestionnaireUnreadable` naming the file and the place.
    """
    sections = sorted((_section(name, raw) for name, raw in parts), key=lambda section: section.order)
    return Questionnaire(
        id=questionnaire_id, version=version, title="Interview for depression that has not responded to treatment", section=tuple(sections)
    )


def read_files(paths: Iterable[Path]) -> Questionnaire:
    """Return the questionnaire made of section files, or of every `.toml` in a folder."""
    files = [file for path in paths for file in (sorted(path.glob("*.toml")) if path.is_dir() else [path])]
    parts = []
    for file in files:
        try:
            parts.append((str(file), ordinary_bytes(file)))
        except TomlRefused as refused:
            raise QuestionnaireUnreadable(f"{file}: {refused}") from None
    return assemble(parts)


@cache
def bundled() -> Questionnaire:
    """Return the questionnaire that comes with the program."""
    folder = resources.files("interview.questionnaire") / "content"
    return assemble(
        (entry.name, entry.read_bytes()) for entry in sorted(folder.iterdir(), key=lambda entry: entry.name) if entry.name.endswith(".toml")
    )
