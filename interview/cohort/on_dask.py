"""A cohort on Dask: workers read their own shards and write their own parts; here they are numbered, joined and placed, in order.

Paths go out and counts come back, never a case. The bytes are those of the local engine.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from interview.cohort.assessments import assessments_into, is_parquet
from interview.cohort.cluster import Cluster, cluster
from interview.cohort.joining import join, parts_beside, refuse
from interview.cohort.local import Counted, Processes
from interview.cohort.output import CohortRefused, cohort_files
from interview.cohort.parts import Order, Part, PartFailed, count_lines, score_shard
from interview.cohort.progress import Progress
from interview.cohort.scoring import Scoring
from interview.cohort.shards import Shard, numbered, shards_of
from interview.language import _, current


def score_cohort_on_dask(
    path: Path,
    out: Path,
    scoring: Scoring,
    *,
    force: bool = False,
    processes: Processes | None = None,
    scheduler: str | None = None,
    progress: Progress | None = None,
) -> Counted:
    """Score every line of a file, or row of a Parquet table, into `out`, and name bad lines beside it.

    Raises `CohortRefused` where something cannot be read, written or reached, `LineCrashed` where the program failed; then neither
    file has its name.
    """
    processes, path = processes or Processes(), path.absolute()
    good = bad_lines = 0
    with cohort_files(out, force) as (draft, bad), parts_beside(out) as folder:
        assessments = assessments_into(draft)
        with cluster(processes.jobs, scheduler, folder) as workers:
            shards = _cut(path, workers)
            order = Order(str(folder), scoring, current(), processes.settle if scheduler is None else None)
            whole = list(numbered(shards, _counts(workers, shards, path, out, scoring)))
            calls = ((order, number, shard) for number, shard in enumerate(whole))
            for number, result in enumerate(workers.in_order(score_shard, calls)):
                part = _good(result, whole[number], path, out, scoring)
                join(folder, number, part, assessments, bad)
                good, bad_lines = good + part.scored, bad_lines + part.bad_lines
                if progress is not None:
                    progress.at(good + bad_lines, (number + 1) / len(whole))
        assessments.finish()
    return Counted(good, bad_lines)


def _cut(path: Path, workers: Cluster) -> tuple[Shard, ...]:
    try:
        return shards_of(path, workers.workers, is_table=is_parquet(path))
    except OSError as fault:
        raise CohortRefused(
            _("{name}: could not be read to its end ({strerror}); try again.").format(
                name=path, strerror=fault.strerror or _("input/output error")
            )
        ) from None


def _counts(workers: Cluster, shards: Sequence[Shard], path: Path, out: Path, scoring: Scoring) -> Iterator[int]:
    """Yield how many lines each shard has, counted by the workers: a line's number is that of the whole file."""
    for shard, result in zip(shards, workers.in_order(count_lines, ((each,) for each in shards)), strict=True):
        if isinstance(result, PartFailed):
            refuse(result, path, out, shard, scoring)
        yield int(result)


def _good(result: Part | PartFailed, shard: Shard, path: Path, out: Path, scoring: Scoring) -> Part:
    if isinstance(result, PartFailed):
        refuse(result, path, out, shard, scoring)
    return result
