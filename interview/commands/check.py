"""`check`: what is wrong with a questionnaire, before anyone is asked. Exit 1 where something is."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import questionnaire_of
from interview.questionnaire.checks import check, coverage
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import QuestionnaireUnreadable, read_files
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Check the bundled questionnaire, or the files and folders that were named."""
    is_part = False
    try:
        if arguments.questionnaire:
            questionnaire = read_files(Path(name) for name in arguments.questionnaire)
            is_part = not any(Path(name).is_dir() for name in arguments.questionnaire)
        else:
            questionnaire = questionnaire_of(world)
    except QuestionnaireUnreadable as unreadable:
        raise CallRefused(str(unreadable)) from None
    if not questionnaire.section:
        raise CallRefused("No section was found there; name section files (.toml), or a folder of them.")
    faults = check(questionnaire, every_fact=not is_part)
    for fault in faults:
        print(fault, file=world.stdout)
    print(f"{len(faults)} problem{'' if len(faults) == 1 else 's'}", file=world.stdout)
    for line in _counts(questionnaire):
        print(line, file=world.stdout)
    return 1 if faults else 0


def _counts(questionnaire: Questionnaire) -> tuple[str, ...]:
    found = coverage(questionnaire)
    brief, full = found.brief_path, found.full_path
    return (
        f"Items: {found.brief} brief, {found.items} full; {found.judgements} of them the clinician's judgement; "
        f"{found.groups} repeating groups",
        f"Facts of the case: {found.facts}; filled by items {found.facts_by_item} ({found.share_by_items:.0%}), "
        f"by the session {found.facts_by_session}, by the formulation {found.facts_by_formulation}, by nothing {found.facts_unfilled}",
        f"With three treatments: brief {brief.spoken} spoken questions, about {brief.minutes:g} minutes; "
        f"full {full.spoken}, about {full.minutes:g} minutes",
    )
