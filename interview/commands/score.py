"""`score CASE`: the core alone. Reads a case record, prints its assessment in depth, under the settings that were asked for."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.commands.core_settings import core_settings
from interview.commands.named_files import bytes_of, bytes_of_pipe
from interview.language import _
from interview.world import CallRefused, Place, World
from trd_core.assess import assess
from trd_core.json_input import JsonRefused
from trd_core.reading import read_case
from trd_core.text import plainly


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Print the assessment of a case."""
    settings = core_settings(arguments, world)
    name = _("standard input") if arguments.case == "-" else arguments.case
    raw = bytes_of_pipe(world.stdin) if arguments.case == "-" else bytes_of(Path(arguments.case))
    try:
        case = read_case(raw)
    except JsonRefused as refused:
        raise CallRefused(f"{name}: {refused}") from None
    assessment = assess(case, settings, in_depth=True)
    if arguments.format == "json":
        print(assessment.model_dump_json(indent=2, by_alias=True), file=world.stdout)
        return 0
    from interview.plain.assessment import assessment_lines

    print(plainly("\n".join(assessment_lines(case, assessment))), file=world.stdout)
    return 0
