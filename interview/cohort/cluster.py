"""Workers of Dask: a cluster of this machine, that nobody else can reach, or one that is there already. It knows no cases.

Calls come back in their order, a few at a time; what a worker had in hand when it ended is given to another.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from interview.cohort.extra import brought
from interview.cohort.keyboard import kept_from_workers
from interview.cohort.output import CohortRefused
from interview.language import _

CALLS_A_WORKER: Final = 4
"""Calls that are under way at once."""
ANSWERS_WITHIN: Final = 10.0
"""Seconds that a scheduler has to answer."""
WORKER_WITHIN: Final = 30.0
"""Seconds that a first worker has to be there."""
LOOKED_EVERY: Final = 5.0
"""Seconds after which it is seen whether anybody still works."""
WITHOUT_WORKERS: Final = 60.0
"""Seconds that are waited for a worker where all have gone."""
OURS: Final[dict[str, list[str] | bool]] = {
    "distributed.scheduler.http.routes": [],
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,
}
"""Of our own cluster nothing is shown, no page, no numbers, nor where its time goes.

What else Dask decides stands: a shard is given up once more than three workers ended that held it (`allowed-failures`), as at any scheduler
that is named. Each end counts against all that the worker held, so that fewer would give up a shard for its neighbours; a shard that ends
its workers itself is scored four times for nothing, at most.
"""

Call = tuple[Any, ...]


class Cluster:
    """Workers, and how they are given work."""

    def __init__(self, client: Any, named: str) -> None:
        self._client, self._named = client, named

    @property
    def workers(self) -> int:
        """How many calls it works on at once. Raises `CohortRefused` where the scheduler is gone."""
        try:
            return sum(self._client.nthreads().values())
        except (OSError, TimeoutError, RuntimeError):
            raise self._failed("CommClosedError") from None

    def in_order(self, function: Callable[..., Any], calls: Iterator[Call]) -> Iterator[Any]:
        """Yield what the function returns for each call, in their order. Raises `CohortRefused` where that cannot be had."""
        under_way: deque[Any] = deque()
        coming = True
        while coming or under_way:
            while coming and len(under_way) < CALLS_A_WORKER * max(self.workers, 1):
                call = next(calls, None)
                coming = call is not None
                if call is not None:
                    under_way.append(self._client.submit(function, *call, pure=False))
            if under_way:
                yield self._result(under_way.popleft())

    def _result(self, future: Any) -> Any:
        alone_since: float | None = None
        while True:
            try:
                return future.result(timeout=LOOKED_EVERY)
            except TimeoutError:
                pass
            except Exception as fault:
                raise self._failed(type(fault).__name__) from None
            if self._client.status != "running":
                raise self._failed("CommClosedError")
            alone_since = None if self.workers else alone_since or time.monotonic()
            if alone_since is not None and time.monotonic() - alone_since > WITHOUT_WORKERS:
                raise CohortRefused(
                    _("{scheduler}: all its workers have gone; nothing was written. Start some, and score again.").format(
                        scheduler=self._named
                    )
                )

    def _failed(self, kind: str) -> CohortRefused:
        match kind:
            case "KilledWorker":
                said = _("{scheduler}: workers ended again and again over the same lines, perhaps for lack of memory; nothing was written.")
            case "CommClosedError" | "CancelledError" | "FutureCancelledError":
                said = _("{scheduler}: it can no longer be reached; nothing was written. Score again when it is there.")
            case _:
                said = _("{scheduler}: its workers cannot run this program ({kind}); install the same version of it there.")
        return CohortRefused(said.format(scheduler=self._named, kind=kind))


@contextlib.contextmanager
def cluster(jobs: int, scheduler: str | None, scratch: Path) -> Iterator[Cluster]:
    """Hand out so many workers of this machine, or those of a scheduler that is there. Raises `CohortRefused`."""
    distributed = brought("distributed", "--engine dask")
    named = scheduler or _("the workers of this computer")
    with contextlib.ExitStack() as opened:
        try:
            if scheduler is None:
                opened.enter_context(brought("dask", "--engine dask").config.set(OURS))
                with kept_from_workers():
                    address = opened.enter_context(_of_this_machine(distributed, jobs, scratch))
                client = opened.enter_context(distributed.Client(address, set_as_default=False, timeout=ANSWERS_WITHIN))
            else:
                asyncio.run(_greeted(distributed, scheduler))
                client = opened.enter_context(distributed.Client(scheduler, set_as_default=False, timeout=ANSWERS_WITHIN))
        except (OSError, TimeoutError, ValueError, RuntimeError):
            raise CohortRefused(
                _("{scheduler}: no Dask scheduler answers there; start one, look at the address, or leave --scheduler away.").format(
                    scheduler=named
                )
            ) from None
        try:
            client.wait_for_workers(1, timeout=WORKER_WITHIN)
        except TimeoutError:
            raise CohortRefused(_("{scheduler}: it has no worker; start one, and score again.").format(scheduler=named)) from None
        yield Cluster(client, named)


async def _greeted(distributed: Any, scheduler: str) -> None:
    """Wait for a scheduler's greeting, for a client waits without end for one that takes the call and stays silent. Raises `OSError`."""
    means = distributed.Security().get_connection_args("client")
    async with asyncio.timeout(ANSWERS_WITHIN):
        greeted = await distributed.comm.connect(scheduler, timeout=ANSWERS_WITHIN, **means)
        await greeted.close()


def _of_this_machine(distributed: Any, jobs: int, scratch: Path) -> Any:
    """Return a cluster on the loopback address, behind a certificate that only its own processes have, without a page that shows it."""
    return distributed.LocalCluster(
        n_workers=jobs,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        protocol="tls://",
        security=distributed.Security.temporary(),
        dashboard_address="127.0.0.1:0",
        scheduler_kwargs={"dashboard": False},
        memory_limit=0,  # blocks are small; nobody is stopped for what others use
        local_directory=str(scratch),
        silence_logs=50,  # logging.CRITICAL: what a log could say is said here
    )
