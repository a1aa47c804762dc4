"""Work in a process of its own, so that nothing of one trial reaches the next."""

from __future__ import annotations

import contextlib
import json
import math
import os
import resource
import select
import signal
from collections.abc import Callable
from typing import Any


def alone(work: Callable[[], Any], seconds: float = math.inf) -> Any:
    """Return what some work gives in a process of its own; None where it was ended for its time, False where it broke down.

    After so many seconds it is ended, and so is in any case whatever it started and left behind.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if child == 0:
        os.setpgid(0, 0)
        try:
            answer = json.dumps(work()).encode()
        except BaseException:
            answer = b"false"
        os.close(reads)
        with os.fdopen(writes, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writes)
    select.select([reads], [], [], None if math.isinf(seconds) else seconds)
    answer = heard(reads)
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child, signal.SIGKILL)
    os.close(reads)
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None


def heard(reads: int) -> bytes:
    """Return what was written until the writer closed; nothing where nothing came in time."""
    parts: list[bytes] = []
    while select.select([reads], [], [], 0 if not parts else 5)[0] and (part := os.read(reads, 1 << 16)):
        parts.append(part)
    return b"".join(parts)


def computed() -> tuple[float, float]:
    """Return the seconds that this process has computed, and those of the processes that it started and that have ended."""
    mine, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime, theirs.ru_utime + theirs.ru_stime
