"""Runs inside the copy, `python -m tests.mutation.trials ORDER`: times the tests, then tries each mutant in a process of its own."""

from __future__ import annotations

import gc
import hashlib
import json
import math
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from tests.mutation.processes import alone, computed
from tests.mutation.rooms import ROOMS
from tests.mutation.telling import NOTICED, OUT_OF_TIME, SURVIVED, UNREACHED, found_in, function_of

PATIENCE: Final = 60
"""Seconds of computing that a mutant's tests may take beyond what they take without it."""
LATE: Final = 0.3
"""Seconds: a test that takes longer is tried after the others."""
STARTS: Final = 0.05
"""Seconds that other processes compute in a test before it counts as one that starts the program."""
ELSEWHERE: Final = "in another process"
"""What such a test reaches cannot be seen; so it is tried for every mutant."""
FEW: Final = {"EVERY_WAY_CASES": "40", "MUTANT_UNDER_TEST": "", "PY_IGNORE_IMPORTMISMATCH": "1"}
EXAMPLES: Final = 12
PLUGINS: Final = ("textual-snapshot", "xdist", "cov", "cacheprovider")


class Trials:
    """A pytest plugin that runs the tests in its own order: once each to know them, then what reaches each mutant."""

    def __init__(self, order: dict[str, Any], results: Path) -> None:
        """Take the mutants to try, and where to write what was found."""
        self.order, self.results, self.failed = order, results, False
        self.room = ROOMS[order["room"]]
        self.begun = time.monotonic()
        self.took: dict[str, float] = {}
        self.reached: dict[str, set[str]] = {}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Let laws try few examples, always the same ones."""
        from hypothesis import Phase, settings

        few = {"max_examples": EXAMPLES, "derandomize": True, "database": None, "deadline": None}
        for item in items:
            law = getattr(item.obj, "_hypothesis_internal_use_settings", None)
            if law is not None:
                phases = (Phase.explicit, Phase.generate)
                item.obj._hypothesis_internal_use_settings = settings(law, phases=phases, **few)
            elif isinstance(getattr(item.cls, "settings", None), settings):
                item.cls.settings = settings(item.cls.settings, **few)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Note a failure."""
        self.failed = self.failed or report.failed

    def pytest_runtestloop(self, session: Any) -> bool:
        """Time the tests, then try the mutants."""
        items = {item.nodeid: item for item in session.items}
        self._know(items)
        gc.collect()
        gc.freeze()
        done = found_in(self.results)
        for name in (each for each in self.order["names"] if each not in done):
            if time.monotonic() - self.begun > self.order["seconds"]:
                break
            with self.results.open("a", encoding="utf-8") as results:
                results.write(json.dumps({"name": name, "found": self._tried(name, items)}) + "\n")
        return True

    def _know(self, items: dict[str, Any]) -> None:
        """Learn how long each test takes and what it reaches, one file in one process; kept for a further call while the file stays."""
        kept = Path("reached.json")
        known = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
        files: dict[str, list[str]] = {}
        for test in items:
            files.setdefault(test.split("::")[0], []).append(test)
        for file, tests in files.items():
            digest = hashlib.sha256(Path(file).read_bytes()).hexdigest()
            if known.get(file, {}).get("digest") != digest:
                learned = alone(lambda tests=tests: self._learned([items[test] for test in tests])) or {}
                known[file] = {"digest": digest, "tests": {test: learned.get(test, (math.inf, ())) for test in tests}}
                kept.write_text(json.dumps(known), "utf-8")
            for test, (took, reached) in known[file]["tests"].items():
                self.took[test], self.reached[test] = took, set(reached)
        out = {test: "fails unbroken" if math.isinf(self.took[test]) else "long" for test in items if self.took[test] > self.room.longest}
        Path("left_out.json").write_text(json.dumps(out), "utf-8")

    def _learned(self, items: list[Any]) -> dict[str, tuple[float, list[str]]]:
        from mutmut.mutation import trampoline

        hits: set[str] = set()
        trampoline.record_trampoline_hit = lambda name, **_: hits.add(name)
        trampoline.get_mutant_under_test = lambda: "stats"
        forget()
        learned: dict[str, tuple[float, list[str]]] = {}
        begun = computed()

        def note() -> bool:
            nonlocal begun
            mine, theirs = (now - then for now, then in zip(computed(), begun, strict=True))
            elsewhere = {ELSEWHERE} if theirs > STARTS else set()
            learned[items[len(learned)].nodeid] = (math.inf if self.failed else mine + theirs, sorted(hits | elsewhere))
            hits.clear()
            self.failed, begun = False, computed()
            return False

        run_in_order(items, until=note)
        return learned

    def _tried(self, name: str, items: dict[str, Any]) -> str:
        reaching = {function_of(name), ELSEWHERE}
        tests = [test for test in items if reaching & self.reached[test] and self.took[test] <= self.room.longest]
        if not tests:
            return UNREACHED
        near = f"/{name.split('.')[1]}/"
        tests.sort(
            key=lambda test: (
                ELSEWHERE in self.reached[test],
                self.took[test] > LATE,
                next(at for at, place in enumerate(self.room.tests) if test.startswith(place)),
                near not in test,
                "test_vignettes" not in test,
                test.split("::")[0],
                self.took[test],
            )
        )
        seconds = sum(self.took[test] for test in tests) + PATIENCE

        def attempt() -> bool:
            from mutmut.mutation import trampoline

            forget()
            limit = int(time.process_time() + seconds)
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
            trampoline.set_mutant_under_test(name)
            return run_in_order([items[test] for test in tests], until=lambda: self.failed)

        ended = alone(attempt, 4 * seconds)
        return OUT_OF_TIME if ended is None else SURVIVED if ended is True else NOTICED


def forget() -> None:
    """Forget what was kept from an unbroken run."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("trd_core", "interview", "tests.")):
            for kept in list(vars(module).values()):
                if hasattr(kept, "cache_clear"):
                    kept.cache_clear()


def run_in_order(items: list[Any], until: Callable[[], bool]) -> bool:
    """Run tests one after another until one fails; return whether none did."""
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if until():
            return False
    return True


def main(order: Path) -> None:
    """Try the mutants of an order; the folder of the mutants is the present one."""
    import pytest

    told = json.loads(order.read_text("utf-8"))
    os.environ.update(FEW, PYTHONPATH=os.getcwd())
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    without = [option for plugin in PLUGINS for option in ("-p", f"no:{plugin}")]
    given = ["--rootdir=.", f"--basetemp={order.parent / 'scratch'}", "-q", "--tb=no", *without, *ROOMS[told["room"]].tests]
    pytest.main(given, plugins=[Trials(told, order.with_suffix(".results"))])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
