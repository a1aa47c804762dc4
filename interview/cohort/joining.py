"""Parts become one cohort, in the order of their shards: each is looked over, added, and taken away."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

from interview.cohort.assessments import COPIED_AT_ONCE, Assessments
from interview.cohort.blocks import LineCrashed, score_block
from interview.cohort.output import CohortRefused, Draft
from interview.cohort.parts import ASSESSMENTS, BAD, Part, PartFailed, part_path
from interview.cohort.scoring import Scoring
from interview.cohort.shards import Shard
from interview.language import _


@contextlib.contextmanager
def parts_beside(out: Path) -> Iterator[Path]:
    """Hand out a new folder beside `out`, its owner's alone, and take it away in the end. Raises `CohortRefused`."""
    folder = out.absolute().with_name(f".{secrets.token_hex(8)}.parts")
    try:
        folder.mkdir(0o700)
    except OSError as fault:
        why = fault.strerror or _("input/output error")
        raise CohortRefused(
            _("{path}: not written ({why}); name a place where you may write, and score again.").format(path=out, why=why)
        ) from None
    try:
        yield folder
    finally:
        gone = folder
        with contextlib.suppress(OSError):  # under its own name, a worker that still works could add to it while it is emptied
            gone = folder.rename(folder.with_suffix(".gone"))
        shutil.rmtree(gone, ignore_errors=True)


def join(folder: Path, number: int, part: Part, assessments: Assessments, bad: Draft) -> None:
    """Add a part to the cohort's two files. Raises `CohortRefused` where it is not as it was written."""
    for sort, length in ((ASSESSMENTS, part.assessment_bytes), (BAD, part.bad_bytes)):
        path = part_path(folder, number, sort)
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size != length:
                    raise _lost(folder)
                if sort == ASSESSMENTS:
                    assessments.add_part(file)
                else:
                    while content := file.read(COPIED_AT_ONCE):
                        bad.write(content)
            path.unlink()
        except FileNotFoundError:
            raise _lost(folder) from None
        except OSError as fault:
            raise CohortRefused(
                _("{path}: could not be read back ({why}); nothing was written, score again.").format(
                    path=folder, why=fault.strerror or _("input/output error")
                )
            ) from None


def refuse(failed: PartFailed, path: Path, out: Path, shard: Shard, scoring: Scoring) -> NoReturn:
    """Say why a shard was not scored. Raises `CohortRefused`, or `LineCrashed` with the very fault, met here once more."""
    why = failed.said or _("input/output error")
    match failed.what:
        case "crashed":
            for number, raw in shard.lines():
                if number == failed.line:
                    score_block(scoring, ((number, raw),))
            raise LineCrashed(failed.line)
        case "changed":
            sentence = _("{path}: it changed while it was scored; nothing was written, score it when nobody writes it.").format(path=path)
        case "read":
            sentence = _("{path}: a worker could not read it ({why}); put it where every worker reads it under this name.").format(
                path=path, why=why
            )
        case "full":
            sentence = _("{path}: not written, the disk is full; make room and score again.").format(path=out)
        case "write":
            sentence = _("{path}: a worker could not write beside it ({why}); name a place where every worker may write.").format(
                path=out, why=why
            )
        case "refused":
            sentence = failed.said
    raise CohortRefused(sentence)


def _lost(folder: Path) -> CohortRefused:
    return CohortRefused(
        _("{path}: what a worker wrote there is not to be seen here; name a place that every worker shares with this computer.").format(
            path=folder
        )
    )
