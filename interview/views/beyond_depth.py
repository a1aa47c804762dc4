"""What an interview of this depth did not ask at all, by section, and how to ask it. It is unknown, and said to be; no finding is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.beyond_depth import beyond_depth
from interview.engine.session import Session
from interview.engine.slots import Slot
from interview.language import _, ngettext
from interview.views.path_titles import path_title
from interview.views.plan_lines import Deep

TITLE: Final = _("Not asked at this depth")
HOW: Final = _("To ask all of it: F10, or /depth full; a single question: F6, or /jump. What was answered is kept.")


@dataclass(frozen=True, slots=True)
class Unasked:
    """One section, and what of it the full interview would ask beside."""

    section: str
    """Its id."""
    title: str
    questions: int
    topics: tuple[str, ...]

    @property
    def counted(self) -> str:
        """How many questions, in words."""
        return ngettext("{n} question", "{n} questions", self.questions).format(n=self.questions)

    @property
    def words(self) -> str:
        """What of the section was not asked, in one line."""
        return _("{title}: {counted} ({topics})").format(title=self.title, counted=self.counted, topics="; ".join(self.topics))


def not_asked(session: Session) -> tuple[Unasked, ...]:
    """Return what was not asked at this depth, section by section; empty at full depth."""
    titles = {section.id: section.title for section in session.questionnaire.section}
    return tuple(
        Unasked(section, titles[section], len(slots), tuple(dict.fromkeys(_topic(slot) for slot in slots)))
        for section, slots in beyond_depth(session).items()
    )


def _topic(slot: Slot) -> str:
    """What a question is about; of one of several, without which one."""
    title = path_title(slot.link_id)
    return title if slot.group is None else title.partition(": ")[2] or title


def not_asked_lines(session: Session) -> tuple[Deep, ...]:
    """Return the same in lines with a depth, with how to ask it; empty where nothing is left out."""
    found = not_asked(session)
    return (Deep(0, summed(found)), *(Deep(1, each.words) for each in found), Deep(0, HOW)) if found else ()


def summed(found: tuple[Unasked, ...]) -> str:
    """Return how much it is, in one sentence."""
    count = sum(each.questions for each in found)
    return ngettext(
        "The interview was brief: {n} question of the full one was not asked. What it is about is unknown, never “no”.",
        "The interview was brief: {n} questions of the full one were not asked. What they are about is unknown, never “no”.",
        count,
    ).format(n=count)
