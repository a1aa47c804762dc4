"""What was answered at the visit before, in words, beside the question of today."""

from __future__ import annotations

from interview.engine.last_time import LastTime
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.locale import day


def last_time_words(item: Item, then: LastTime | None, *, how: str) -> str:
    """Return what was said then and how to say that it is still so (`how`); empty where nothing was."""
    if then is None:
        return ""
    understood = echo(item, then)
    said = f" (“{then.verbatim}”)" if then.verbatim not in (None, "", understood) else ""
    return _("Last time, {day}: {removesuffix}{said}. {how} says it is still so.").format(
        day=day(then.on), removesuffix=understood.removesuffix("."), said=said, how=how
    )
