"""`case ID`: the case record extracted from an interview, as `score` reads it."""

from __future__ import annotations

import json
from argparse import Namespace

from interview.bootstrap import reading
from interview.practice_place import vault_holding
from interview.world import Place, World
from trd_core.case import Case


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Print the case as JSON."""
    with vault_holding(arguments.record, place, world) as vault:
        case = reading(vault, world, arguments.record).case()
    print(case_json(case), file=world.stdout)
    return 0


def case_json(case: Case) -> str:
    """Return a case as JSON: what is known, and why the rest is not; nothing stands for what nobody found out."""
    known = {"schema": case.schema_, **case.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
    return json.dumps(known, ensure_ascii=False, indent=2)
