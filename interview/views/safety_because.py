"""Why the safety questions stand open, what is taken up there, and what is still owed: the same words in every face."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SafetyView
from interview.language import _
from interview.views.echo import echo
from interview.views.kept_back import is_kept_back

BECAUSE: Final = {
    "answer": _("Something was said that is taken up now. The interview waits."),
    "another_day": _("It is another day: safety is looked at first."),
    "interviewer": _("The safety questions, asked now."),
    "informant": _("Now ask the person: these questions are for them, and nobody else answers them. The interview waits."),
    "attached": _("An answer in an attached instrument is taken up now: these questions are asked of the person. The interview waits."),
}
OWED: Final = {
    "disposition": _("What is done about it today. All five lines are needed before the interview goes on."),
    "acknowledgement": _("Who has taken note of it. The other lines are needed before the interview is closed; they may be filled in now."),
}
COMPLETE: Final = _("What was done about it. All lines are needed before the interview is closed.")
UNCLEAR: Final = _("What was refused, or has no clear answer, is taken up like a yes.")


def taken_up(session: Session, safety: SafetyView, sign: str, *, is_shared: bool) -> Iterator[tuple[str, str]]:
    """Yield the answers that are taken up, each by its id, with its question and as it was understood after a sign; judgements unshared."""
    for link_id in safety.positives:
        item = item_of(session.questionnaire, link_id) or session.attached_item(link_id)
        answer = session.answer_of(link_id) or session.state.informant.get(link_id)
        if item is not None and answer is not None and not (is_shared and is_kept_back(item)):
            yield link_id, f"{item.text} {sign} {echo(item, answer)}"
