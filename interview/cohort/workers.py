"""Blocks scored by several processes of this machine, and handed back in their order. A block whose process ended is scored again.

A process is a fresh one (nothing of this one is copied into it: it comes of a server that knows the program alone); it ends when this
one does, however that ends.
"""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, Final

from interview.cohort.blocks import Block, LineCrashed, ScoredBlock, score_block
from interview.cohort.keyboard import kept_from_workers
from interview.cohort.output import CohortRefused
from interview.cohort.scoring import Scoring
from interview.language import _, current, use

AHEAD: Final = 3
"""Blocks a process that are held at once: in work, or waiting for an earlier one."""
MOST_TRIES: Final = 3
"""How often a block is given to a process, where processes end under it."""
PATIENCE: Final = 5.0
"""Seconds that a process has to end."""

Settle = Callable[[], None]
"""What a fresh process does first."""


@dataclass(slots=True)
class _Work:
    """A block on its way."""

    block: Block
    tries: int = 0
    result: ScoredBlock | None = None
    has_crashed: bool = False


@dataclass(slots=True)
class _Process:
    """A process, our end of the line to it, and what it works on."""

    process: Any
    line: Connection
    work: _Work | None = field(default=None)


def scored_in_order(blocks: Iterator[Block], scoring: Scoring, jobs: int, settle: Settle | None) -> Iterator[ScoredBlock]:
    """Yield what each block became. Raises `LineCrashed`, or `CohortRefused` where processes end under one block again and again."""
    processes: list[_Process] = []
    under_way: deque[_Work] = deque()
    waiting: deque[_Work] = deque()
    coming = True
    try:
        while True:
            while coming and len(under_way) < jobs * AHEAD and len(waiting) < jobs:
                block = next(blocks, None)
                coming = block is not None
                if block is not None:
                    under_way.append(_Work(block))
                    waiting.append(under_way[-1])
            while waiting and (free := _free(processes, jobs, scoring, settle)):
                _give(free, waiting.popleft())
            while under_way and (under_way[0].result is not None or under_way[0].has_crashed):
                done = under_way.popleft()
                yield done.result or score_block(scoring, done.block)  # what failed there fails here, where it is told
            if not under_way:
                if not coming:
                    return
                continue
            for each in _heard(processes):
                work = _taken(each)
                if work.result is None and not work.has_crashed:
                    processes.remove(each)
                    _end(each)
                    waiting.appendleft(work)
    finally:
        for each in processes:
            _end(each)


def _free(processes: list[_Process], jobs: int, scoring: Scoring, settle: Settle | None) -> _Process | None:
    """Return a process without work, a new one where there may be one more."""
    free = next((each for each in processes if each.work is None), None)
    if free is None and len(processes) < jobs:
        free = _begun(scoring, settle)
        processes.append(free)
    return free


def _give(to: _Process, work: _Work) -> None:
    work.tries += 1
    to.work = work
    with contextlib.suppress(OSError):  # one that has ended is heard of next
        to.line.send(work.block)


def _heard(processes: list[_Process]) -> list[_Process]:
    """Wait for a process that has something to say, or has ended."""
    busy = {each.line: each for each in processes if each.work is not None}
    return [busy[line] for line in wait(list(busy)) if isinstance(line, Connection)]


def _taken(of: _Process) -> _Work:
    """Return the work of a process, with its result or that it crashed; with neither where the process ended."""
    work, of.work = of.work, None
    assert work is not None
    try:
        work.result = of.line.recv()
    except (EOFError, OSError):
        if work.tries < MOST_TRIES:
            return work
        raise CohortRefused(
            _(
                "Lines {first} to {last}: the process that scored them ended {n} times, perhaps for lack of memory. "
                "Nothing was written; try again with --jobs 1, or with more memory."
            ).format(first=work.block[0][0], last=work.block[-1][0], n=work.tries)
        ) from None
    work.has_crashed = work.result is None
    return work


def _begun(scoring: Scoring, settle: Settle | None) -> _Process:
    """Begin a process; the keyboard's signals are for this one alone."""
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, scoring, current(), settle), daemon=True)
    with kept_from_workers():
        process.start()
    theirs.close()
    return _Process(process, ours)


def _end(each: _Process) -> None:
    each.line.close()
    if each.work is not None:
        each.process.terminate()
    each.process.join(PATIENCE)
    if each.process.exitcode is None:
        each.process.kill()
        each.process.join()


def _work(line: Connection, scoring: Scoring, language: str, settle: Settle | None) -> None:
    """Score blocks until there are no more; None in place of one on which the program failed. What is told of that is told elsewhere."""
    with contextlib.suppress(EOFError, OSError):
        if settle is not None:
            settle()
        use(language)
        while True:
            block = line.recv()
            try:
                result: ScoredBlock | None = score_block(scoring, block)
            except LineCrashed:
                result = None
            line.send(result)
