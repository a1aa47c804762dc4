"""`score-cohort IN --out OUT`: the core alone, one case a line in, one assessment a line out."""

from __future__ import annotations

import contextlib
import os
import stat
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from interview.cohort.assessments import is_parquet
from interview.cohort.blocks import LineCrashed
from interview.cohort.local import Counted, Processes, cores, score_cohort
from interview.cohort.output import CohortRefused, errors_beside
from interview.cohort.progress import Progress
from interview.cohort.scoring import Scoring
from interview.commands.core_settings import core_settings
from interview.language import _, ngettext
from interview.process.worker import settle_worker
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Score the cohort, say how many, and end with 1 where some lines held no case."""
    _refuse_mixed(arguments)
    out = Path(arguments.out)
    scoring = Scoring(
        core_settings(arguments, world),
        values=arguments.values,
        columns=is_parquet(out),
        refuse_duplicates=arguments.refuse_duplicates,
    )
    name = _("standard input") if arguments.cohort == "-" else arguments.cohort
    progress = Progress(world.stderr)
    try:
        with _opened(arguments.cohort, out, world) as source:
            lines = _scored(arguments, source, name, out, scoring, progress)
    except CohortRefused as refused:
        raise CallRefused(str(refused)) from None
    except LineCrashed as crashed:
        progress.end()
        print(
            _("{name}, line {line}: the program failed on this case. Nothing was written.").format(name=name, line=crashed.line),
            file=world.stderr,
        )
        raise crashed.__cause__ or crashed from None
    finally:
        progress.end()
    print(
        _("Written: {out} ({counted})").format(out=out, counted=ngettext("{n} case", "{n} cases", lines.scored).format(n=lines.scored)),
        file=world.stdout,
    )
    if not lines.bad:
        return 0
    print(
        _("Written: {errors_beside} ({counted} that held no case)").format(
            errors_beside=errors_beside(out), counted=ngettext("{n} line", "{n} lines", lines.bad).format(n=lines.bad)
        ),
        file=world.stdout,
    )
    return 1


def _scored(arguments: Namespace, source: BinaryIO, name: str, out: Path, scoring: Scoring, progress: Progress) -> Counted:
    processes = Processes(arguments.jobs or cores(), settle_worker)
    if arguments.engine == "local":
        return score_cohort(
            source,
            name,
            out,
            scoring,
            force=arguments.force,
            is_table=is_parquet(Path(arguments.cohort)),
            processes=processes,
            progress=progress,
        )
    from interview.cohort.on_dask import score_cohort_on_dask

    return score_cohort_on_dask(
        Path(arguments.cohort),
        out,
        scoring,
        force=arguments.force,
        processes=processes,
        scheduler=arguments.scheduler,
        progress=progress,
    )


def _refuse_mixed(arguments: Namespace) -> None:
    """Refuse what does not go together. Raises `CallRefused`."""
    if arguments.engine == "dask" and arguments.cohort == "-":
        raise CallRefused(_("IN: found `-`; with --engine dask allowed: a file, for each worker reads it for itself."))
    if arguments.scheduler and arguments.engine != "dask":
        raise CallRefused(_("--scheduler: it belongs to --engine dask; leave it away, or name that engine."))
    if arguments.scheduler and arguments.jobs:
        raise CallRefused(_("--jobs: a scheduler has the workers it has; leave --jobs or --scheduler away."))


@contextlib.contextmanager
def _opened(cohort: str, out: Path, world: World) -> Iterator[BinaryIO]:
    """Open the cohort: standard input, or an ordinary file that is none of those to be written."""
    if cohort == "-":
        yield world.stdin
        return
    try:
        file = os.fdopen(os.open(cohort, os.O_RDONLY | os.O_NONBLOCK), "rb")
    except (OSError, ValueError) as fault:
        raise CallRefused(
            _("{cohort}: could not be read ({getattr}); name a readable file.").format(
                cohort=cohort, getattr=getattr(fault, "strerror", None) or _("no path")
            )
        ) from None
    with file:
        present = os.fstat(file.fileno())
        if not stat.S_ISREG(present.st_mode):
            raise CallRefused(_("{cohort}: found no ordinary file; name a file, or `-` for standard input.").format(cohort=cohort))
        for written in (out, errors_beside(out)):
            with contextlib.suppress(OSError):
                if os.path.samestat(present, written.stat()):
                    raise CallRefused(
                        _("{written}: found the cohort itself; name another file, the cohort is left as it is.").format(written=written)
                    )
        yield file
