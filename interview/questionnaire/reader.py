"""TOML in, `Questionnaire` out. Read as TOML → JSON → strict models, so that nothing is coerced on the way."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from interview.questionnaire.model import Questionnaire, Section


class QuestionnaireUnreadable(ValueError):
    """A questionnaire's file cannot be read: where, what was found, what to do."""


def _section(name: str, raw: bytes) -> Section:
    try:
        table: dict[str, Any] = tomllib.loads(raw.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise QuestionnaireUnreadable(f"{name}: not UTF-8 text (byte {fault.start}); save the file as UTF-8") from None
    except (tomllib.TOMLDecodeError, RecursionError) as fault:
        raise QuestionnaireUnreadable(f"{name}: not TOML: {fault}; correct the file there") from None
    try:
        return Section.model_validate_json(json.dumps(table, default=str))
    except ValidationError as fault:
        first, others = fault.errors()[0], fault.error_count() - 1
        where = ".".join(str(step) for step in first["loc"])
        more = f" (and {others} more)" if others else ""
        raise QuestionnaireUnreadable(f"{name}: {where}: {first['msg']}{more}") from None


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
            parts.append((str(file), file.read_bytes()))
        except OSError as fault:
            raise QuestionnaireUnreadable(f"{file}: {fault.strerror}; name a readable file") from None
    return assemble(parts)


@cache
def bundled() -> Questionnaire:
    """Return the questionnaire that comes with the program."""
    folder = resources.files("interview.questionnaire") / "content"
    return assemble(
        (entry.name, entry.read_bytes()) for entry in sorted(folder.iterdir(), key=lambda entry: entry.name) if entry.name.endswith(".toml")
    )
