"""Which of two answers counts, the person's or the informant's: the clinician says so, and both stay in the record.

Nothing counts of an informant's word until somebody says so: it is then an answer with the source `informant`. Over the person's own
answer that needs a reason; where the person declined, it is refused; and no sign of risk is lowered by anybody's word.
"""

from __future__ import annotations

from interview.engine.events import AnswerWithdrawn, WhichCounts
from interview.engine.fold import Answer, Counting, is_taken_over
from interview.engine.hearing import Heard
from interview.engine.informant import SECTION, AskingInformants, is_endorsed
from interview.engine.informant_links import informant_link, split_informant
from interview.engine.replies import Refused, Reply
from interview.engine.risk_signs import is_safety_question
from trd_core.text import clean
from trd_core.vocabulary import definition_of


class Weighing(AskingInformants):
    """The part of a session that says which of two answers counts."""

    def take_informants(self, link_id: str, *, informant: str | None = None, reason: str | None = None) -> Reply:
        """Let the informant's answer count: it becomes the answer, with the source `informant`. Both stay in the record.

        Over the person's own answer it needs a reason; where the person declined, or a sign of risk would be lowered, it is refused.
        """
        who, told = self._said_beside(link_id, informant)
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        standing = self.state.answers.get(link_id)
        if told is None or told.status != "answered" or self._is_theirs_alone(link_id) or self._is_taken_over(link_id, who):
            return Refused(link_id, "not_now")
        if standing is not None and standing.status == "declined":
            return Refused(link_id, "declined_stands")
        if is_safety_question(link_id) and told.value is not True:
            return Refused(link_id, "positive_stands" if is_endorsed(standing) else "not_now")
        if standing is not None and standing.status in ("answered", "not_applicable") and not clean(reason or ""):
            return Refused(link_id, "reason_needed")
        said = WhichCounts(link_id=link_id, counts="informant", informant=who, reason=reason, moves=True)
        heard = Heard("answered", told.value, None, told.approximate, told.hedged, told.range)
        return self._record(link_id, heard, "informant", along=(said,), keeps_place=True)

    def keep_persons(self, link_id: str, *, informant: str | None = None, reason: str | None = None) -> Reply:
        """Let the person's own answer count, with a reason; where the informant's was taken over, what stood before comes back."""
        who, told = self._said_beside(link_id, informant)
        refusal = self._refusal(link_id)
        if refusal is not None:
            return refusal
        if told is None or self._is_theirs_alone(link_id):
            return Refused(link_id, "not_now")
        if not clean(reason or ""):
            return Refused(link_id, "reason_needed")
        said = WhichCounts(link_id=link_id, counts="person", informant=who, reason=reason)
        counting, standing = self.state.counting.get(link_id), self.state.answers.get(link_id)
        if counting is None or not is_taken_over(counting, standing):
            return self._saved(link_id, self._ledger.commit(said))
        if is_endorsed(standing):
            return Refused(link_id, "positive_stands")
        said = said.model_copy(update={"moves": True})
        own = counting.persons
        if own is None:
            return self._saved(link_id, self._ledger.commit(said, AnswerWithdrawn(link_id=link_id)))
        heard = Heard(own.status, own.value, own.verbatim, own.approximate, own.hedged, own.range)
        return self._record(link_id, heard, own.source, along=(said,), keeps_place=True)

    def persons_answer(self, link_id: str) -> Answer | None:
        """Return what the person's own record says to a question, also where an informant's answer was taken over."""
        counting, standing = self.state.counting.get(link_id), self.state.answers.get(link_id)
        return counting.persons if counting is not None and is_taken_over(counting, standing) else standing

    def what_counts(self, link_id: str) -> Counting | None:
        """Return what the clinician said about the two answers, as long as neither was given anew since."""
        counting, standing = self.state.counting.get(link_id), self.state.answers.get(link_id)
        if counting is None:
            return None
        told = self.state.informant.get(informant_link(counting.informant, link_id))
        last = counting.seq + (1 if counting.moves else 0)
        is_later = any(each is not None and each.seq > last for each in (told, standing))
        return None if is_later else counting

    def _is_theirs_alone(self, link_id: str) -> bool:
        item = self.questionnaire.items.get(definition_of(link_id))
        return item is None or self.questionnaire.section_of[item.link_id] == SECTION

    def _is_taken_over(self, link_id: str, who: str) -> bool:
        counting, told = self.state.counting.get(link_id), self.state.informant.get(informant_link(who, link_id))
        is_taken = counting is not None and counting.informant == who and is_taken_over(counting, self.state.answers.get(link_id))
        return is_taken and told is not None and counting is not None and told.seq < counting.seq

    def _said_beside(self, link_id: str, informant: str | None) -> tuple[str, Answer | None]:
        """The informant who is meant, and what they said: the one named, else the one asked now, else the only one who said something."""
        said = [who for each in self.state.informant if (told := split_informant(each)) and told[1] == link_id and (who := told[0])]
        who = informant or (self.informant if self.informant in said else said[0] if len(said) == 1 else None) or ""
        return who, self.state.informant.get(informant_link(who, link_id))
