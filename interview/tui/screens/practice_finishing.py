"""What is said before a practice session ends, and what can be done in it now: the words of F10's menu."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.practice.running import Practice
from interview.views.practice_open import still_open

FINISH_YES: Final = _("Yes, finish")
FINISH_NO: Final = _("No, go on talking")
FINISHED: Final = _("The session is finished")
IS_FINISHED: Final = _(
    "The session is finished: nothing more is said. F10 has the feedback, the session turn by turn, and the way to a file."
)

CHOICES: Final = {
    "explain": _("explain the history to the person: the closing task"),
    "talk": _("go back to asking"),
    "hint": _("a hint: what has not been asked yet"),
    "commit": _("commit your formulation"),
    "finish": _("finish, and then read the feedback: the conversation ends"),
    "feedback": _("read the feedback"),
    "replay": _("go through the session turn by turn"),
    "export": _("write the conversation to a file"),
    "export_feedback": _("write the feedback to a file"),
    "supervise": _("for a supervisor: comment, rate a second time, countersign"),
    "leave": _("leave, and come back later"),
}
"""What F10 offers, in this order."""

SHEETS: Final = {"conversation": _("the conversation"), "feedback": _("the feedback")}
"""Parts of a session that go to a file, beside the whole of it."""
FORMS: Final = frozenset({"json", "markdown", "html", "pdf", "docx"})
"""Forms in which there are these parts."""


def before_finishing(practice: Practice) -> str:
    """Return what ends with the session, and what of it is still open."""
    ends = _("The conversation ends here, and the record is closed. After that you can read the feedback.")
    waiting = still_open(practice)
    open_words = [_("Still open:"), *(f"- {words}" for words in waiting)] if waiting else []
    return "\n".join([_("Finish this session?"), ends, *open_words])
