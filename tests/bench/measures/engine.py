"""The engine alone, an answer on 200 and 2,000 questions with skip logic, against SurveyJS and a bare `transitions` machine."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from typing import Any

from transitions import Machine

from interview.engine.session import Session
from interview.questionnaire.model import Questionnaire
from interview.storage.memory import MemoryStore
from tests.bench.apps import begun, long_questionnaire
from tests.bench.environments import ROOT, Unavailable, node_folder
from tests.bench.line import Line, Spent, measured
from tests.bench.partner import Partner
from tests.bench.profiles import slowest
from tests.bench.records import said_to
from tests.bench.rounds import Asked, timed

SURVEY = "survey-core@3.1.1"
MOST = 100
"""Answers a round; a long questionnaire is not answered to its end."""
SHARE, FLAT = 1 / 50, 1.2
VALUES: dict[str, Any] = {"yes_no": False, "text": "Tired.", "number": 3, "scale": 5}
Round = Callable[[], Spent]


def standing(questionnaire: Questionnaire) -> Session:
    """Return a new record behind its opening and safety."""
    session = begun(MemoryStore(), questionnaire)
    while (item := session.view().item) is not None and not item.link_id.startswith("interview.q"):
        session.answer(item.link_id, said_to(item))
    return session


def answered(session: Session, most: int = MOST) -> int:
    """Answer so many questions as typed, finding the next after each; return how many."""
    given = 0
    while given < most and (slot := session.current()) is not None:
        session.answer(slot.link_id, SAID[slot.item.type])
        given += 1
    return given


SAID = {"yes_no": "no", "text": "Tired.", "number": "3", "scale": "5"}


def ours(questionnaire: Questionnaire) -> Spent:
    """Return what one answer takes."""
    session = standing(questionnaire)
    counts = list[int]()
    took = timed(lambda: counts.append(answered(session)))
    return Spent(took.wall / counts[0], took.cpu / counts[0])


class Bare:
    """A machine with one state a question, and the conditions of the questionnaire as functions."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        items = [item for section in questionnaire.section for item in section.item if item.link_id.startswith("interview.q")]
        self.answers: dict[str, Any] = {}
        self.items = {item.link_id: item for item in items}
        names = [item.link_id for item in items]
        rows = []
        for at, name in enumerate(names[:-1]):
            for after in names[at + 1 : at + 4]:
                rows.append({"trigger": "go", "source": name, "dest": after, "conditions": [self._opens(after)]})
        self.machine = Machine(self, states=names, transitions=rows, initial=names[0], auto_transitions=False)

    def _opens(self, name: str) -> Callable[[], bool]:
        conditions = self.items[name].enable_when
        return lambda: all(self.answers.get(each.question) == each.answer for each in conditions)

    def round(self) -> Spent:
        """Return what one answer takes."""
        self.answers.clear()
        self.machine.set_state(next(iter(self.items)))
        counts = list[int]()

        def work() -> None:
            given = 0
            while given < MOST:
                name = self.state  # type: ignore[attr-defined]
                self.answers[name] = VALUES[self.items[name].type]
                given += 1
                if not self.machine.events["go"].trigger(self):
                    break
            counts.append(given)

        took = timed(work)
        return Spent(took.wall / counts[0], took.cpu / counts[0])


def survey_form(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the same questions with the same conditions as SurveyJS writes them, one a page, and their answers."""
    kinds: dict[str, dict[str, Any]] = {
        "yes_no": {"type": "boolean"},
        "text": {"type": "comment"},
        "number": {"type": "text", "inputType": "number", "min": 0, "max": 10},
        "scale": {"type": "rating", "rateMin": 0, "rateMax": 10},
    }
    items = [item for section in questionnaire.section for item in section.item if item.link_id.startswith("interview.q")]
    elements = []
    for item in items:
        shown = " and ".join(f"{{{_name(each.question)}}} = {json.dumps(each.answer)}" for each in item.enable_when)
        elements.append({**kinds[item.type], "name": _name(item.link_id), "title": item.text, **({"visibleIf": shown} if shown else {})})
    form = {"questionsOnPageMode": "questionPerPage", "pages": [{"name": "page", "elements": elements}]}
    return {"form": form, "answers": {_name(item.link_id): VALUES[item.type] for item in items}, "most": MOST}


def _name(link_id: str) -> str:
    return link_id.replace(".", "_")


def run(asked: Asked) -> Iterator[Line]:
    """Answer in each engine, in turns."""
    short, long = long_questionnaire(200), long_questionnaire(asked.size(2_000, 400))
    bare = Bare(short)
    partner, why = None, ""
    try:
        folder = node_folder("survey", [SURVEY])
        (asked.scratch / "form.json").write_text(json.dumps(survey_form(short)))
        script = shutil.copy(ROOT / "tests" / "bench" / "survey_peer.js", folder)
        partner = Partner([str(shutil.which("node")), str(script), str(asked.scratch / "form.json")], folder)
        partner.once()
    except Unavailable as fault:
        why, partner = str(fault), None
    sides: dict[str, Round] = {"short": lambda: ours(short), "long": lambda: ours(long), "bare": bare.round}
    if partner is not None:
        sides["survey"] = partner.once
    found: dict[str, list[Spent]] = {name: [] for name in sides}
    for __ in range(asked.rounds):
        for name, side in sides.items():
            found[name].append(side())
    where = slowest(_session_answers(short), MOST) if asked.profile else ()
    what, remark = "an answer on 200 questions", f"{MOST} answers a round"
    if partner is None:
        yield Line("engine.survey", what, goal=SHARE, against="SurveyJS", goal_text="≤ 1/50 ×", skipped=why)
    else:
        partner.end()
        yield measured(
            "engine.survey",
            what,
            found["short"],
            found["survey"],
            against=SURVEY,
            goal=SHARE,
            goal_text="≤ 1/50 ×",
            remark=remark,
            where=where,
        )
    yield measured("engine.bare", what, found["short"], found["bare"], against="a bare `transitions` machine", remark=remark)
    said = f"an answer on {len(long.items):,} questions"
    yield measured("engine.growth", said, found["long"], found["short"], against="on 200", goal=FLAT, goal_text="flat (≤ 1.2 ×)")
    yield Line(
        "engine.docassemble",
        what,
        against="docassemble",
        goal=0.2,
        goal_text="≤ 1/5 ×",
        skipped="it needs a database server and a web server",
    )


def _session_answers(questionnaire: Questionnaire) -> Callable[[], object]:
    session = standing(questionnaire)
    return lambda: answered(session)
