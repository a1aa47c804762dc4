"""Open questions with what each would settle, in words that may stand on a screen that the person sees. No finding is named here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.views.locale import listed
from interview.views.path_titles import path_title
from interview.views.subjects import subject_of
from trd_core.assessment import OpenQuestion

MOST: Final = 5
"""How many open questions are offered at once."""

TREATMENTS: Final = _("how the treatments have gone")
MEDICINES: Final = _("what happened with medicines")
SETTLED: Final = {
    "stress": _("what weighs on the person"),
    "allostatic": _("what weighs on the person"),
    "lifestyle": _("days, sleep and habits"),
    "illness_behavior": _("what the person makes of being ill"),
    "wellbeing": _("when the person feels well"),
    "relationships": _("the people around"),
    "psychiatric": _("how this spell has been"),
    "medical": _("the body and its medicines"),
    "safety": _("safety"),
    "episode_comparison": _("how this spell compares with earlier ones"),
    "toxicity": MEDICINES,
    "iatrogenic": MEDICINES,
    "impediments": _("what stood in the way"),
    "macro_analysis": _("what to take up first"),
    "plan": _("what to take up first"),
}
"""What a finding is about, by the part of its id that names its area; any other is about treatments."""

FOR_THE_CLINICIAN: Final = _("a question for the clinician")
"""Stands for a judgement while the person may look."""

_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+")


@dataclass(frozen=True, slots=True)
class OpenLine:
    """One open question: where it is asked, what is asked, and what its answer would help to see."""

    link_id: str
    asked: str
    settles: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The question and what it would settle, in one line."""
        return _("{question} It would help to see: {what}.").format(question=_stopped(self.asked), what=listed(self.settles))


def short_question(text: str) -> str:
    """Return the part of a wording that asks: its last sentence with a question mark, else its first sentence."""
    sentences = _SENTENCE.split(text)
    return next((sentence for sentence in reversed(sentences) if sentence.endswith("?")), sentences[0])


def settled_by(findings: tuple[str, ...]) -> tuple[str, ...]:
    """Return what findings are about, each once, in neutral words."""
    return tuple(dict.fromkeys(SETTLED.get(_area(finding), TREATMENTS) for finding in findings))


def open_lines(session: Session, questions: Sequence[OpenQuestion], *, is_shared: bool) -> tuple[OpenLine, ...]:
    """Return the questions that would settle something, as they are ranked; on a shared screen judgements keep their wording."""
    ranked = (question for question in questions if question.settles)
    return tuple(
        OpenLine(question.link_id, _asked(session, question.link_id, is_shared), settled_by(question.settles)) for question in ranked
    )


def _area(finding: str) -> str:
    parts = finding.split(".")
    return parts[1] if parts[0] == "areas" and len(parts) > 1 else parts[0]


def _asked(session: Session, link_id: str, is_shared: bool) -> str:
    item = item_of(session.questionnaire, link_id)
    if item is None:
        return FOR_THE_CLINICIAN if is_shared else path_title(link_id)
    if is_shared and item.who in ("clinician", "chart"):
        return FOR_THE_CLINICIAN
    of = subject_of(session.questionnaire, session.answer_of, link_id)
    asked = short_question(item.text)
    return f"{of}: {asked}" if of else asked


def _stopped(text: str) -> str:
    return text if text.endswith(("?", ".", "!")) else f"{text}."
