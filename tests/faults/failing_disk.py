"""D4: every call to the disk fails in its turn: with EIO and with ENOSPC, once and for good. Nothing lies, nothing is lost.

A short session is resumed, answers, and is left, while its N-th call fails. Every failure is said as a fault of the store; an answer
that is not kept is said to be NOT saved, and its question stays; with the disk well again the same act keeps it. Then another
connection reads: what was kept is there, once, nothing else. An export in the same weather is whole, or not there at all.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final
from unittest import mock

from interview.engine.events import ItemAnswered
from interview.engine.ports import StoreFault
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.export.write import ExportFault, write_all
from interview.questionnaire.reader import bundled
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from interview.world import new_id, now
from tests.faults.faulty_disk import Fault, counting
from tests.faults.outcome import Outcome
from tests.faults.small_disk import SMALL_DISK, full_disk

ANSWERS: Final = (("interview.consent", "yes"), ("interview.present", "none"), ("narrative.concern", "words and words " * 400 + "end"))
ERRORS: Final = (errno.EIO, errno.ENOSPC)
MOST_CALLS: Final = 400

Break = Callable[[], contextlib.AbstractContextManager[object]]


def _failing(number: int) -> Callable[[], object]:
    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


class Weather:
    """One short session after another, each on a copy of the same vault, each with another call failing."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.failures: list[str] = []
        self.runs = self.refused = 0
        vault, __ = Vault.create(folder / "first" / "vault", KeyFile(folder / "first" / "key"))
        session = Session.begin(vault, bundled(), subject="W-1", clock=now, new_id=new_id)
        self.record = session.record
        session.release()
        vault.close()

    def once(self, error: int, at: int, *, for_good: bool, broken: Break = contextlib.nullcontext) -> bool:
        """Answer while the call of that number fails; note what is wrong, and say whether there was such a call."""
        place = self.folder / "place"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.folder / "first", place)
        fault = Fault(_failing(error), at, for_good)
        name = f"{errno.errorcode[error]} at call {at}{' and ever after' if for_good else ''}"
        with broken(), counting(fault):
            try:
                kept = self._session(place, fault)
            except (StoreFault, AssertionError) as wrong:
                self.failures.append(f"{name}: {wrong if isinstance(wrong, AssertionError) else 'it does not recover: ' + wrong.kind}")
                return fault.happened > 0
            except Exception as wrong:  # what a person would meet as a crash
                self.failures.append(f"{name}: {type(wrong).__name__} came through")
                return fault.happened > 0
        self.runs += fault.happened > 0
        self.failures += [f"{name}: {wrong}" for wrong in self._left(place, kept)]
        return fault.happened > 0

    def _session(self, place: Path, fault: Fault) -> list[tuple[str, str | None]]:
        opened, kept = list[Vault](), list[tuple[str, str | None]]()

        def resumed() -> Session:
            vault = Vault.open(place / "vault", KeyFile(place / "key"))
            opened.append(vault)
            return Session.resume(vault, bundled(), self.record, clock=now)

        session = self._tried(resumed, fault, lambda: _closed(opened))
        for link_id, text in ANSWERS:
            asks = partial(self._asks, session, link_id)
            asks()
            reply = self._tried(partial(session.answer, link_id, text), fault, asks, is_answer=True)
            assert isinstance(reply, Saved), "an answer was not taken"
            kept.append((link_id, text))
        self._tried(session.release, fault, lambda: None)
        opened[-1].close()
        return kept

    def _tried(self, act: Callable[[], Any], fault: Fault, check: Callable[[], object], *, is_answer: bool = False) -> Any:
        """Do it; where the disk refuses, look that nothing has changed, as often as it refuses; then mend the disk, and do it again."""
        for __ in range(2 if fault.for_good else 1):
            try:
                return act()
            except StoreFault as refusal:
                told = refusal
            self.refused += 1
            assert fault.happened, "it failed though nothing did"
            assert told.kind in ("io", "full"), f"it was said to be {told.kind}"
            assert not is_answer or "NOT saved" in str(told), "it was not said that an answer is NOT saved"
            check()
        fault.act = None
        return act()

    @staticmethod
    def _asks(session: Session, link_id: str) -> None:
        slot = session.current()
        assert slot is not None, "no question is asked"
        assert link_id == slot.link_id, "another question is asked than the one whose answer is due"

    def _left(self, place: Path, kept: list[tuple[str, str | None]]) -> list[str]:
        vault = Vault.open(place / "vault", KeyFile(place / "key"))
        try:
            events = vault.events(self.record)
            found = [(each.body.link_id, each.body.verbatim) for each in events if isinstance(each.body, ItemAnswered)]
            wrong = [] if found == kept else [f"{len(kept)} answers were kept, {len(found)} are there"]
            return wrong + ([] if vault.verify().is_whole else ["the vault is not whole"])
        except StoreFault as fault:
            return [f"what is left cannot be read: {fault.kind}"]
        finally:
            vault.close()


def _closed(opened: list[Vault]) -> None:
    for vault in opened:
        vault.close()


@contextlib.contextmanager
def error_swallowed() -> Iterator[None]:
    """Break the program on purpose: what the store cannot keep is said to be kept."""
    append = Vault.append

    def careless(vault: Vault, *given: Any) -> None:
        with contextlib.suppress(StoreFault):
            append(vault, *given)

    with mock.patch.object(Vault, "append", careless):
        yield


def exports(folder: Path) -> tuple[int, list[str]]:
    """Fail every call of an export of two files, new and over old ones; return how many there were, and what was wrong."""
    runs, wrong = 0, list[str]()
    for over_old in (False, True):
        for error in ERRORS:
            for at in range(1, MOST_CALLS):
                target = folder / "out"
                shutil.rmtree(target, ignore_errors=True)
                target.mkdir()
                files = {target / "a.csv": b"new a" * 3000, target / "a.codebook.csv": b"new b"}
                if over_old:
                    for path in files:
                        path.write_bytes(b"old")
                fault, told = Fault(_failing(error), at), False
                with counting(fault):
                    try:
                        write_all(files, force=over_old)
                    except ExportFault:
                        told = True
                if not fault.happened:
                    break
                runs += 1
                now_there = {path.name: path.read_bytes() for path in target.iterdir()}
                done = {path.name: content for path, content in files.items()}
                undone = {path.name: b"old" for path in files} if over_old else {}
                if now_there != (undone if told else done):
                    wrong.append(f"export, {errno.errorcode[error]} at call {at}{' over old files' if over_old else ''}: partial")
    return runs, wrong


def run(every: int = 1, seed: int = 4) -> Outcome:
    """Fail every call, or each so many-th from one that the seed names."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        weather = Weather(folder)
        for error in ERRORS:
            for for_good in (False, True):
                at = 1 + seed % every
                while weather.once(error, at, for_good=for_good) and at < MOST_CALLS:
                    at += every
        (folder / "control").mkdir()
        control = Weather(folder / "control")
        for at in range(20, MOST_CALLS, 5):
            if control.failures or not control.once(errno.EIO, at, for_good=True, broken=error_swallowed):
                break
        exported, half = exports(folder)
        answers, wrong, skipped = full_disk(folder)
    full = f"skipped: {skipped}" if skipped else f"full after {answers} notes"
    done = f"{weather.runs} sessions with a failing call, {weather.refused} refusals; {exported} exports; a disk of {SMALL_DISK}: {full}"
    failures = (*weather.failures, *half, *wrong)
    controls = (("error swallowed", bool(control.failures)),)
    return Outcome("D4", done, weather.runs + exported, failures, seed, time.monotonic() - began, controls)


if __name__ == "__main__":
    import sys

    from tests.faults.outcome import table

    print(table([run(int(sys.argv[1]))]))
