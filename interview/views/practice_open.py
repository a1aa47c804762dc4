"""What is still open in a practice session, said before it ends. Nothing of it holds the end up."""

from __future__ import annotations

from interview.language import _
from interview.practice.running import Practice


def still_open(practice: Practice) -> tuple[str, ...]:
    """Return what a trainee could still do, one sentence each; nothing where nothing is open."""
    session = practice.session
    stands = (
        (not session.is_committed and not session.case().problems, _("No problem is on your map, so that there is nothing to compare.")),
        (not session.is_committed, _("Your formulation is not committed; finishing commits it as it stands.")),
        (not practice.explained(), _("You have not explained the history to the person.")),
        (not session.view().safety.was_asked, _("The safety questions of your record have no answer.")),
    )
    return tuple(words for is_open, words in stands if is_open)
