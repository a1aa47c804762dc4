"""`check FILE.json …`: what is wrong with FHIR Questionnaires from elsewhere, item by item, before anyone is asked.

Each file is looked at, whatever is wrong with the others. Exit 2 where one cannot be read at all, else 1 where one has a fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from interview.commands.named_files import bytes_of
from interview.engine.attached_risk import asks_about_self_harm
from interview.export.importing.file import MOST_BYTES, read_tree
from interview.export.importing.refused import ImportRefused
from interview.instruments.fault import shown
from interview.instruments.model import Instrument
from interview.instruments.reading import is_questionnaire, read_instrument
from interview.instruments.totals import totals
from interview.language import _, ngettext
from interview.version import PROGRAM
from interview.world import CallRefused, World
from trd_core.json_input import JsonRefused
from trd_core.text import plainly


def instruments_among(names: Iterable[str]) -> tuple[list[Path], list[str]]:
    """Return the JSON files among what was named, and the rest."""
    named = list(names)
    own = [name for name in named if not name.lower().endswith(".json")]
    return [Path(name) for name in named if name not in own], own


def check_instruments(paths: Iterable[Path], world: World) -> int:
    """Check each file, and return the worst exit code."""
    return max(_check(path, world) for path in paths)


def _check(path: Path, world: World) -> int:
    try:
        tree = read_tree(bytes_of(path, MOST_BYTES))
        if not is_questionnaire(tree):
            raise CallRefused(_("{path}: resourceType: found no FHIR Questionnaire; allowed: Questionnaire").format(path=path))
    except (JsonRefused, ImportRefused) as refused:
        print(plainly(f"{PROGRAM}: {path}: {refused}"), file=world.stderr)
        return 2
    except CallRefused as refused:
        print(plainly(f"{PROGRAM}: {refused}"), file=world.stderr)
        return 2
    reading = read_instrument(tree)
    for fault in reading.faults:
        print(plainly(f"{path}: {fault}"), file=world.stdout)
    count = len(reading.faults)
    print(plainly(f"{path}: {ngettext('{n} problem', '{n} problems', count).format(n=count)}"), file=world.stdout)
    if reading.instrument is not None:
        print(plainly(_what_it_holds(reading.instrument)), file=world.stdout)
    return 1 if reading.faults else 0


def _what_it_holds(instrument: Instrument) -> str:
    asked = [item for item in instrument.questions if not item.is_fixed]
    scored = [item for item in instrument.questions if item.is_scored]
    risk = [shown(item.link_id, _("(an item)")) for item in asked if asks_about_self_harm(item)]
    computed = sum(total.is_recomputed for total in totals(instrument, {}))
    return _("  {asked} questions, {scored} scored; totals computed anew: {computed}; about self-harm: {risk}").format(
        asked=len(asked), scored=len(scored), computed=computed, risk=", ".join(risk) or _("none noticed")
    )
