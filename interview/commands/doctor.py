"""`doctor [--json]`: whether this computer suits the program. It reads no record and needs no unlocking; exit 1 where something is bad."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from interview.doctor.judging import judged
from interview.doctor.looking import looked
from interview.doctor.words import report
from interview.world import Place, World

SCHEMA = "trd-doctor/1"


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Look, judge, tell."""
    found = looked(place.folder, has_terminal=world.has_terminal, out=world.stdout, environ=world.environ, now=world.clock())
    told = judged(found)
    if arguments.json:
        print(json.dumps({"schema": SCHEMA, "checks": [asdict(each) for each in told]}, indent=1, ensure_ascii=True), file=world.stdout)
    else:
        encoding = getattr(world.stdout, "encoding", None) or "utf-8"
        for line in report(told):
            print(line.encode(encoding, "replace").decode(encoding), file=world.stdout)
    return 1 if any(each.state == "bad" for each in told) else 0
