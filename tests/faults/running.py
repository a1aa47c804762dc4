"""All proofs by their ids, in the order of the table, and the command that runs them."""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
import secrets
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import tests.faults
from tests.faults.outcome import Outcome, table

Run = Callable[[argparse.Namespace, int], Sequence[Outcome]]


def _d1(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
    from tests.faults.killed_app import run

    return [run(asked.n or 200, seed)]


def _d2(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
    from tests.faults.killed_calls import run

    return run(asked.every, seed)


def _d3(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
    from tests.faults.power_loss import run

    return [run(asked.n or 5000, seed)]


def _d4(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
    from tests.faults.failing_disk import run

    return [run(asked.every, seed)]


def _latency(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
    from tests.faults.latency import run

    return [run(asked.n or 300, seed)]


def _named(module: str) -> Run:
    def run(asked: argparse.Namespace, seed: int) -> Sequence[Outcome]:
        proof = importlib.import_module(f"tests.faults.{module}").run
        found = proof(**({"n": asked.n} if asked.n else {}), seed=seed)
        return [found] if isinstance(found, Outcome) else list(found)

    return run


def proofs() -> dict[str, Run]:
    """Return every proof; a module of this folder that has a proof's id for its name is one."""
    others = sorted(each.name for each in pkgutil.iter_modules(tests.faults.__path__) if re.fullmatch(r"[a-z]\d+", each.name))
    return {"D1": _d1, "D2": _d2, "D3": _d3, "D4": _d4, **{name.upper(): _named(name) for name in others}, "LATENCY": _latency}


def outcomes(asked: argparse.Namespace, chosen: Sequence[str], seed: int) -> Iterator[Outcome]:
    """Run the chosen proofs, one after another; one that breaks is a failure of its own."""
    all_proofs = proofs()
    for name in chosen:
        try:
            yield from all_proofs[name](asked, seed)
        except Exception as fault:  # a proof that ends early proves nothing, and must not hide the others
            yield Outcome(name, "the proof itself broke", 0, (f"{type(fault).__name__}: {fault}",), seed)


def main(argv: Sequence[str] | None = None) -> int:
    """Run proofs and print the table; 0 where every promise held, else 1."""
    parser = argparse.ArgumentParser(prog="scripts/faults", description="Proves that nothing acknowledged is lost, and prints how.")
    parser.add_argument("--only", help="ids, apart by commas; without it, all of them", metavar="D1,D3")
    parser.add_argument("--n", type=int, help="how many kills, images, races; without it, as many as each promise names", metavar="N")
    parser.add_argument("--every", type=int, default=1, help="of the calls that are killed or fail (D2, D4), each so many-th", metavar="K")
    parser.add_argument("--seed", type=int, help="begin with this seed; without it, one is drawn and printed", metavar="S")
    parser.add_argument("--json", type=Path, help="write the outcomes there too", metavar="FILE")
    asked = parser.parse_args(argv)
    known = proofs()
    chosen = [name.strip().upper() for name in asked.only.split(",")] if asked.only else list(known)
    unknown = [name for name in chosen if name not in known]
    if unknown:
        parser.error(f"--only: {', '.join(unknown)}: no such proof; there are {', '.join(known)}")
    if asked.every < 1 or (asked.n is not None and asked.n < 1):
        parser.error("--n and --every: a whole number, 1 or more")
    seed = asked.seed if asked.seed is not None else secrets.randbelow(100_000)
    found: list[Outcome] = []
    for each in outcomes(asked, chosen, seed):
        found.append(each)
        print(f"{each.id}: {'skipped' if each.skipped else 'holds' if each.holds else 'DOES NOT HOLD'} ({each.seconds:.0f} s)", flush=True)
    print(table(found))
    if asked.json is not None:
        asked.json.write_text(json.dumps([each.as_json() for each in found], indent=1) + "\n", encoding="utf-8")
    return 0 if all(each.holds for each in found) else 1
