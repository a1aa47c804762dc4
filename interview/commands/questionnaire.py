"""`questionnaire --format F`: what is asked, as a FHIR R4 Questionnaire for other programs, or as a form to print and fill in by hand."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import blank_form, fhir_form, write_to
from interview.engine.doors import ExportRefused
from interview.language import _
from interview.world import CallRefused, Place, World

ON_A_LINE = frozenset({"fhir", "markdown", "html"})
"""Formats that are text, and may go to standard output."""


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Print the questionnaire, or write it to a new file."""
    form = arguments.format
    if form == "fhir" and arguments.depth is not None:
        raise CallRefused(_("--depth: the FHIR questionnaire is always whole, and says of each question at which depth it is asked."))
    if arguments.out is None and form not in ON_A_LINE:
        raise CallRefused(_("--out FILE: this format is no text; name a file to write."))
    content = fhir_form(world) if form == "fhir" else blank_form(form, arguments.depth or "full", world)
    if arguments.out is None:
        world.stdout.write(content.decode("utf-8"))
        return 0
    try:
        write_to({Path(arguments.out): content}, force=arguments.force)
    except ExportRefused as refused:
        raise CallRefused(str(refused)) from None
    print(_("Written: {out}").format(out=arguments.out), file=world.stdout)
    return 0
