"""Records that hold a text in every place where somebody can write, each between marks of its own, so that any export can be searched.

One record of a person, with everything that stands beside the answers; one of practice, with what was said to the patient.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from interview.engine.events import Event, NoteAdded
from interview.engine.practice_events import SupervisorCommented
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.practice.patient.reading import bundled as cases
from interview.practice.running import Practice
from interview.questionnaire.reader import bundled
from interview.storage.memory import MemoryStore
from tests.interview.engine.informant_world import AGREED, PERSON, told
from tests.interview.engine.world import Ticking, ids
from tests.interview.instruments.invented import evenings, option, read

LAST: Final = "trials[0].weeks"


@dataclass(slots=True)
class Odd:
    """The places that a text was put in, by the number of their marks."""

    text: str
    places: dict[int, str] = field(default_factory=dict)

    def at(self, place: str, longest: int | None = None) -> str:
        """Return the text between the marks of a place, cut where the place takes no more."""
        number = len(self.places) + 1
        self.places[number] = place
        return marked(number, self.text if longest is None else self.text[: longest - 20])


def marked(number: int, text: str) -> str:
    """Return a text between the marks of a place."""
    return f"zq{number}q {text} q{number}z"


def saved(reply: object) -> None:
    """Refuse a text that was not taken: then nothing would be shown by its absence."""
    if not isinstance(reply, Saved):
        raise AssertionError(reply)


def person(odd: Odd) -> Session:
    """Return a person's record with the text in every place."""
    session = Session.begin(
        MemoryStore(), bundled(), subject="S-1", clock=Ticking(), new_id=ids(), interviewer=odd.at("interviewer")
    )  # fmt: skip
    for link_id, text in {**PERSON, "narrative.concern": odd.at("an answer"), **AGREED}.items():
        saved(session.answer(link_id, text))
    saved(session.give(LAST, 9, verbatim=odd.at("own words")))
    saved(session.answer(told("interview.informant_story"), odd.at("what somebody close says")))
    saved(session.answer(told("lifestyle.alcohol_frequency"), "daily"))
    saved(session.take_informants("lifestyle.alcohol_frequency", reason=odd.at("why that counts")))
    asked = {"linkId": "t1", "type": "text", "text": odd.at("an attached question")}
    chosen = {"linkId": "t2", "type": "choice", "text": "How?", "answerOption": [option("a", odd.at("an option")), option("b", "B")]}
    saved(session.attach(read(asked, chosen, evenings("q9", "The house felt too loud."), title=odd.at("an attached title"))))
    saved(session.answer("attached:1:t1", odd.at("an attached answer")))
    saved(session.answer("attached:1:t2", "1"))
    for kind in ("record", "to_do", "private"):
        saved(session.note(odd.at(f"a note ({kind})"), kind, "kellner" if kind == "record" else None))
    saved(session.give("safety.wish_to_be_dead", True))
    saved(session.correct_safety("safety.wish_to_be_dead", False, by=odd.at("who corrects"), reason=odd.at("why it is corrected")))
    parts = {"by": odd.at("who acts"), "seen_by": odd.at("seen by"), "contact": odd.at("contact")}
    saved(session.acknowledge_safety({"at": "2026-03-01T10:30", "means_addressed": True, "next_review": "2026-03-02", **parts}))
    while session.phase == "safety" and (slot := session.current()) is not None:
        saved(session.answer(slot.link_id, "no"))
    _map(session, odd)
    return session


def _map(session: Session, odd: Odd) -> None:
    for index, (identifier, label) in enumerate((("low_energy", odd.at("a problem")), ("smoking", "Smoking"))):
        for name, value in (("id", identifier), ("label", label), ("area", "medical")):
            saved(session.give(f"problems[{index}].{name}", value))
    link: dict[str, Any] = {"source": "smoking", "target": "low_energy", "rationale": odd.at("why a link")}
    for name, value in link.items():
        saved(session.give(f"links[0].{name}", value))
    saved(session.give("hierarchy_override.order", ["smoking", "low_energy"]))
    saved(session.give("hierarchy_override.reason", odd.at("why another order")))
    saved(session.reject("caffeine", odd.at("why turned down")))


def practice(odd: Odd) -> Session:
    """Return a committed record of practice with the text in every line that is said there."""
    case = cases()[0]
    session = Session.begin(
        MemoryStore(), bundled(), subject="practice", clock=Ticking(), new_id=ids(), practice=True, practice_case=case.id
    )  # fmt: skip
    running = Practice(case, session)
    for number in range(2):
        running.say(f"How do you sleep? {odd.at(f'a line to the patient {number}', 300)}")
    running.explain(odd.at("the closing explanation", 300))
    turn = next(each.seq for each in session.practised())
    saved(session.comment(odd.at("a supervisor"), odd.at("a comment on a turn"), turn))
    saved(session.comment("Dr S", odd.at("a comment on the whole")))
    saved(session.commit_formulation())
    return session


def unclean(session: Session, text: str) -> list[Event]:
    """Return the log of a record with a text as it is in its notes and comments: what no model let in."""
    made = []
    for event in session.events:
        if isinstance(event.body, NoteAdded | SupervisorCommented):
            event = event.model_copy(update={"body": event.body.model_copy(update={"text": f"{event.body.text} {text}"})})
        made.append(event)
    return made
