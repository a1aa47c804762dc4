"""What the record says no to, though no turn asked about it and the person never told it: unknown is not no.

Only what can be asked in the conversation counts: facts that an answer of the case tells, and those named in `ASKED_BY`.
"""

from __future__ import annotations

from typing import Final

from interview.engine.session import Session
from interview.practice.feedback.coverage import facts_by_topic
from interview.practice.feedback.model import Remark
from interview.practice.feedback.spoken import Conversation
from interview.practice.feedback.titles import SAFETY_FACTS, topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile

ASKED_BY: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(SAFETY_FACTS, ("suicide",)),
    "safety.means_access": ("means",),
    "safety.harm_to_others": ("harm_others",),
    "safety.psychosis": ("psychosis",),
    "safety.mania": ("mania",),
    "episode.psychotic": ("psychosis",),
    "episode.misdiagnosis.bipolar": ("mania", "paradoxical"),
    "episode.misdiagnosis.dementia": ("cognition",),
    "episode.misdiagnosis.medical_or_drug_induced": ("medical", "other_drugs", "drugs"),
    "toxicity.loss_of_effect": ("loss_effect",),
    "toxicity.paradoxical": ("paradoxical",),
    "toxicity.switch": ("mania", "paradoxical"),
    "toxicity.rechallenge_failure": ("rechallenge",),
    "toxicity.withdrawal": ("withdrawal",),
    "toxicity.persistent_postwithdrawal": ("withdrawal",),
    "medical.interacting_drugs": ("other_drugs",),
    "medical.pain": ("pain",),
    "relationships.grief": ("loss_grief",),
}
"""The topics by any of which a fact is asked after. Status: project."""


def is_unasked(case: CaseFile, spoken: Conversation, link_id: str) -> bool:
    """Return whether a fact can be asked after, and neither did any turn do so nor did the person tell it."""
    asking = _asked_by(case, link_id)
    return bool(asking) and link_id not in spoken.told and not any(spoken.asking(topic) or spoken.following(topic) for topic in asking)


def unasked(case: CaseFile, session: Session, spoken: Conversation) -> tuple[Remark, ...]:
    """Return one remark on everything that the record says no to and nobody asked; that on suicide stands before the others."""
    noes = [link_id for link_id, answer in session.state.answers.items() if answer.status == "answered" and answer.value is False]
    subjects = dict.fromkeys(_asked_by(case, link_id)[0] for link_id in noes if is_unasked(case, spoken, link_id))
    if not subjects:
        return ()
    titles = "; ".join(topic_title(topic) for topic in sorted(subjects, key=lambda topic: topic != "suicide"))
    return (Remark(code="record.unasked", says=say("record.unasked", topics=titles), standing="partly"),)


def _asked_by(case: CaseFile, link_id: str) -> tuple[str, ...]:
    """Return the topics by which a fact is asked after: the one that names it best first."""
    telling = tuple(topic for topic, facts in facts_by_topic(case).items() if link_id in facts)
    return tuple(dict.fromkeys((*ASKED_BY.get(link_id, ()), *telling)))
