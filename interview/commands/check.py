"""`check`: what is wrong with a questionnaire, before anyone is asked. Exit 1 where something is."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.commands.check_instruments import check_instruments, instruments_among
from interview.language import _, ngettext
from interview.questionnaire.checks import check, coverage
from interview.questionnaire.model import Questionnaire
from interview.questionnaire.reader import QuestionnaireUnreadable, bundled, read_files
from interview.questionnaire.translation_checks import check_translations
from interview.world import CallRefused, Place, World
from trd_core.text import plainly


def run(arguments: Namespace, _place: Place, world: World) -> int:
    """Check the bundled questionnaire, or the files and folders that were named."""
    is_part = False
    foreign, own = instruments_among(arguments.questionnaire)
    if foreign:
        code = check_instruments(foreign, world)
        return code if not own else max(code, run(Namespace(questionnaire=own), _place, world))
    try:
        if own:
            questionnaire = read_files(Path(name) for name in own)
            is_part = not any(Path(name).is_dir() for name in own)
        else:
            questionnaire = world.questionnaire or bundled()
    except QuestionnaireUnreadable as unreadable:
        raise CallRefused(str(unreadable)) from None
    if not questionnaire.section:
        raise CallRefused(_("No section was found there; name section files (.toml), or a folder of them."))
    faults = check(questionnaire, every_fact=not is_part)
    if questionnaire is bundled():
        faults = (*faults, *check_translations(questionnaire))
    for fault in faults:
        print(plainly(str(fault)), file=world.stdout)
    print(ngettext("{n} problem", "{n} problems", len(faults)).format(n=len(faults)), file=world.stdout)
    for line in _counts(questionnaire):
        print(line, file=world.stdout)
    return 1 if faults else 0


def _counts(questionnaire: Questionnaire) -> tuple[str, ...]:
    found = coverage(questionnaire)
    brief, full = found.brief_path, found.full_path
    return (
        _("Items: {brief} brief, {items} full; {judgements} of them the clinician's judgement; {groups} repeating groups").format(
            brief=found.brief, items=found.items, judgements=found.judgements, groups=found.groups
        ),
        _(
            "Facts of the case: {facts}; filled by items {facts_by_item} ({share_by_items:.0%}), by the session "
            "{facts_by_session}, by the formulation {facts_by_formulation}, by nothing {facts_unfilled}"
        ).format(
            facts=found.facts,
            facts_by_item=found.facts_by_item,
            share_by_items=found.share_by_items,
            facts_by_session=found.facts_by_session,
            facts_by_formulation=found.facts_by_formulation,
            facts_unfilled=found.facts_unfilled,
        ),
        _(
            "With three treatments: brief {spoken} spoken questions, about {minutes:g} minutes; full {spoken_2}, "
            "about {minutes_2:g} minutes"
        ).format(spoken=brief.spoken, minutes=brief.minutes, spoken_2=full.spoken, minutes_2=full.minutes),
    )
