"""A record in a few lines: how much is answered, what is open, what changed since the last signature. `/report` and `/list` say all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.moving import standing_before_closing
from interview.views.kept_back import is_kept_back
from interview.views.locale import moment
from interview.views.occurrence_words import occurrences
from interview.views.path_titles import path_title
from interview.views.report import progress_words

MOST: Final = 5
"""How many changed questions are named."""
BINDS_NOT: Final = frozenset({"item_flagged", "record_signed", "signature_voided", "phase_changed", "record_restored", "clock_jumped"})
"""Events that change nothing of what a signature binds."""


def summary_lines(session: Session, view: SessionView, *, is_shared: bool) -> Iterator[str]:
    """Yield how the record stands; where this is shared no judgement is named, and nothing of what befell the record as a whole."""
    yield progress_words(view.answered, view.about) + "."
    flagged, aside, notes = len(view.flagged), len(session.set_aside()), len(session.state.notes)
    problems, settle = len(session.case().problems or ()), sum(bool(question.settles) for question in session.open_questions())
    counted = (
        (flagged, ngettext("{n} question marked to return to", "{n} questions marked to return to", flagged)),
        (aside, ngettext("{n} answer set aside", "{n} answers set aside", aside)),
        (notes, ngettext("{n} note", "{n} notes", notes)),
        (problems, ngettext("{n} problem on the map", "{n} problems on the map", problems)),
        (settle, ngettext("{n} open question would settle something", "{n} open questions would settle something", settle)),
    )
    said = [words.format(n=n) for n, words in counted if n]
    if said:
        yield f"{'; '.join(said)}."
    if view.phase not in ("reviewing", "closed") or not view.safety.is_complete or view.risk_banner:
        standing = standing_before_closing(view)
        if standing:
            yield _("Before closing:")
            yield from standing
    if not is_shared:
        yield from (f"{moment(each.at)}: {each.words}" for each in occurrences(session.events))
    yield from _since_signed(session, view, is_shared)


def _since_signed(session: Session, view: SessionView, is_shared: bool) -> Iterator[str]:
    if not view.signatures:
        return
    last = max(each.seq for each in view.signatures)
    later = [event.body for event in session.events if event.seq > last and event.body.type not in BINDS_NOT]
    if not later:
        yield _("Nothing was changed since the last signature.")
        return
    yield ngettext("{n} change since the last signature:", "{n} changes since the last signature:", len(later)).format(n=len(later))
    touched = dict.fromkeys(link_id for body in later if (link_id := getattr(body, "link_id", None)))
    named = [each for each in touched if not (is_shared and _is_hidden(session, each))]
    yield from (f"  - {path_title(link_id)}" for link_id in named[:MOST])
    more = len(later) - min(len(named), MOST)
    if more > 0:
        yield "  " + ngettext("and {n} more; /report says what stands.", "and {n} more; /report says what stands.", more).format(n=more)


def _is_hidden(session: Session, link_id: str) -> bool:
    item = item_of(session.questionnaire, link_id)
    return item is None or is_kept_back(item)
