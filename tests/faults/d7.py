"""D7: whatever is done in whatever order, what counts is what a small model says, the chain verifies, and nothing stale is exported.

Programs of acts are drawn by Hypothesis: answers, changes, steps back and on, jumps, what is taken back, safety opened and undone, the
vault closed and opened again, dropped without a close, exported and imported elsewhere. The model is a list of what was acknowledged.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Final
from unittest import mock

from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from interview.engine import session as session_module
from interview.engine.enablement import Enablement
from interview.engine.events import Event, ItemAnswered
from interview.engine.extraction import extract
from interview.engine.fold import fold
from interview.engine.ledger import Ledger
from interview.engine.replies import Saved
from interview.engine.risk_signs import is_positive
from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.importing.record import read_record
from interview.export.json import to_json
from interview.storage.memory import MemoryStore
from interview.storage.unlock import KeyFile
from interview.storage.vault import Vault
from tests.faults.outcome import Outcome
from tests.faults.shares import in_memory, shared_out
from tests.interview.engine.world import PLAIN, SMALL, Ticking
from trd_core.assess import assess

TYPED: Final = st.sampled_from(
    ["yes", "no", "1", "2", "3", "5", "sertraline", "100 mg", "I'd rather not say", "grey days", "zz", "current"]
)
LINKS: Final = st.sampled_from(
    [*PLAIN, "safety.method", "trials[1].kind", "trials[1].agent", "interview.more.trials[1]", "problems[0].label"]
)
BEGUN: Final = st.sampled_from([0, 0, 5, 10, len(PLAIN)])
"""Questions that were answered when a program begins."""
OTHERWISE: Final = {
    "narrative.concern": "It is worse in the morning.",
    "person.age_years": "45",
    "kellner": "3",
    "trials[0].kind": "2",
    "trials[0].agent": "citalopram",
    "trials[0].dose_mg": "20 mg",
    "narrative.lifestyle": "I walk.",
    "lifestyle.smoking": "never",
    "lifestyle.cigarettes_per_day": "3",
}
"""What the plain person may say instead; elsewhere "no"."""
STEPS: Final = 14
"""Acts in one program."""
RECORD: Final = "r0"
CONTROL_TRIES: Final = 6
"""A handful of programs may never look at a score twice; the control is given this many handfuls."""
HANDFUL, LARGE_HANDFUL = 8, 60
"""Programs of a handful, in a sample and for what is rarer."""
SHRUNK_FROM: Final = 100
"""A run of so many programs makes a failing one shorter; a sample only says that one fails."""
IN_ONE_SHARE: Final = 250
"""Programs that one process runs, from a seed of its own."""


@dataclass(slots=True)
class Tally:
    """What was run."""

    programs: int = 0
    acts: int = 0
    phases: set[str] = field(default_factory=set)
    """Where the interview stood after an act."""

    def add(self, other: Tally) -> None:
        """Count another share in."""
        self.programs, self.acts, self.phases = self.programs + other.programs, self.acts + other.acts, self.phases | other.phases


class Programs(RuleBasedStateMachine):
    """One record in a real vault, against the list of what was acknowledged."""

    tally: ClassVar[Tally] = Tally()

    def __init__(self) -> None:
        super().__init__()
        self.tally.programs += 1
        self.tally.acts -= 1  # the first look is before any act of its own
        self.above = Path(tempfile.mkdtemp(dir=in_memory()))
        self.vault = Vault.create(self.above / "vault", KeyFile(self.above / "key"))[0]
        self.clock = Ticking()
        self.session = Session.begin(self.vault, SMALL, subject="S-1", clock=self.clock, new_id=lambda: RECORD)
        self.model: dict[str, tuple[str, Any]] = {}
        """What counts, by link id: status and value, each as it was acknowledged."""
        self.seen = 1

    def teardown(self) -> None:
        """Look at the whole once more, and leave nothing behind."""
        try:
            self._whole()
        finally:
            self.vault.close()
            shutil.rmtree(self.above, ignore_errors=True)

    def heard(self, reply: object) -> None:
        """Take what was acknowledged into the model: nothing where nothing was."""
        stored = self.vault.events(RECORD)
        if not isinstance(reply, Saved):
            assert len(stored) == self.seen, "what was not acknowledged is stored"
        for event in stored[self.seen :]:
            self._take(event)
        self.seen = len(stored)

    def _take(self, event: Event) -> None:
        body = event.body
        if isinstance(body, ItemAnswered):
            standing = self.model.get(body.link_id)
            is_held = standing is not None and standing[0] == "answered" and is_positive(body.link_id, *standing)
            if not is_held or is_positive(body.link_id, body.status, body.value):
                self.model[body.link_id] = (body.status, body.value)
        elif body.type == "answer_withdrawn" and body.link_id in self.model and not is_positive(body.link_id, *self.model[body.link_id]):
            del self.model[body.link_id]

    @initialize(answers=BEGUN)
    def begun(self, answers: int) -> None:
        """Be somewhere on the way: so many questions were answered well."""
        for _ in range(answers):
            self.answer_well()

    @rule(place=st.integers(0, 31), text=st.none() | TYPED)
    def change(self, place: int, text: str | None) -> None:
        """Answer anew what counts, often with what fits."""
        if self.model:
            link_id = sorted(self.model)[place % len(self.model)]
            self.heard(self.session.answer(link_id, OTHERWISE.get(link_id, "no") if text is None else text))

    @rule(link_id=LINKS, text=TYPED)
    def answer_or_change(self, link_id: str, text: str) -> None:
        """Answer anything, answered before or not."""
        self.heard(self.session.answer(link_id, text))

    @rule()
    def answer_well(self) -> None:
        """Answer what is asked as the plain person would."""
        slot = self.session.current()
        if slot is not None and slot.link_id in PLAIN:
            self.heard(self.session.answer(slot.link_id, PLAIN[slot.link_id]))

    @rule(why=st.sampled_from(["declined", "unknown", "not_applicable"]))
    def skip(self, why: Any) -> None:
        """Say why there is no answer."""
        slot = self.session.current()
        if slot is not None:
            self.heard(self.session.leave_unanswered(slot.link_id, why))

    @rule(by=st.sampled_from([-1, 1]))
    def step(self, by: int) -> None:
        """Back and on: nothing changes."""
        before = self.session.case()
        self.session.step(by)
        self.seen = len(self.vault.events(RECORD))
        assert before == self.session.case()

    @rule(link_id=LINKS)
    def jump(self, link_id: str) -> None:
        """Go anywhere."""
        self.heard(self.session.go_to(link_id) if self.session.current() is not None else None)
        self.seen = len(self.vault.events(RECORD))

    @rule(link_id=LINKS)
    def undo(self, link_id: str) -> None:
        """Take an answer back."""
        self.heard(self.session.withdraw(link_id))

    @rule(trigger=st.sampled_from(["open_safety", "undo_safety", "formulate", "review", "pause", "resume", "close", "reopen"]))
    def move(self, trigger: str) -> None:
        """Try any phase."""
        self.heard(self.session.go(trigger))

    @rule()
    def lock(self) -> None:
        """Close the vault, open it, go on."""
        self.session.release()
        self.vault.close()
        self._reopened()

    @rule()
    def crash(self) -> None:
        """Drop everything as it is: what the operating system takes back is taken back, nothing else."""
        for held in self.vault._writers._held.values():
            held.release()
        self._reopened()

    def _reopened(self) -> None:
        self.vault = Vault.open(self.above / "vault", KeyFile(self.above / "key"))
        case = extract(SMALL, *_standing(self.vault.events(RECORD)))
        self.session = Session.resume(self.vault, SMALL, RECORD, clock=self.clock)
        assert case == self.session.case(), "what was saved is not what comes back"
        self.seen = len(self.vault.events(RECORD))
        self._whole()

    @rule()
    def export_and_import(self) -> None:
        """Take the record elsewhere by its export: the same events, the same seal, the same case; the export says what counts now."""
        envelope = Envelope("0", "2026-03-01T12:00:00+00:00", self.vault.seal(RECORD))
        tree = json.loads(to_json(self.session, envelope))
        imported = read_record(tree, SMALL)
        scratch = MemoryStore()
        scratch.append(RECORD, imported.events, Ledger(scratch, SMALL, imported.events, self.clock, self.session.settings).summary())
        assert self.vault.seal(RECORD) == scratch.seal(RECORD) == imported.seal
        assert self.session.case() == extract(SMALL, *_standing(imported.events))
        exported = {each["link_id"]: (each["status"], each["value"]) for part in ("answers", "set_aside") for each in tree[part]}
        assert self.model == exported, "an answer that does not count any more is exported, or one that counts is not"
        aside = {answer.link_id for answer in self.session.set_aside()}
        assert aside == {each["link_id"] for each in tree["set_aside"]}

    @invariant()
    def what_counts_is_what_was_acknowledged(self) -> None:
        """Neither more nor less."""
        self.tally.acts += 1
        self.tally.phases.add(self.session.phase)
        assert self.model == {link_id: (answer.status, answer.value) for link_id, answer in self.session.state.answers.items()}

    def _whole(self) -> None:
        """What holds after a program, and whenever the record is opened or taken elsewhere."""
        self.the_score_is_a_function_of_the_answers()
        assert self.vault.verify(RECORD).is_whole

    def the_score_is_a_function_of_the_answers(self) -> None:
        """Of nothing else: not of the way there, nor of what was thought before."""
        fresh = assess(extract(SMALL, *_standing(self.vault.events(RECORD))), self.session.settings, in_depth=False)
        assert fresh == self.session.assessment()


def _standing(events: Any) -> tuple[Any, Any]:
    state = fold(events)
    return state, Enablement(SMALL, state)


def programs(n: int, seed: int) -> Exception | None:
    """Run `n` programs; return what failed, of the shortest one that Hypothesis found."""

    found = settings(
        max_examples=n,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=(Phase.generate,) if n < SHRUNK_FROM else tuple(Phase),
        verbosity=Verbosity.quiet,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seeded(seed)(Programs), settings=found)
    except Exception as failure:  # whatever breaks the promise is what is reported
        return failure
    return None


def _said(failure: Exception) -> str:
    """Return a failure's first line, and the program that led to it."""
    lines = [f"{type(failure).__name__}: {str(failure).splitlines()[0] if str(failure) else ''}", *getattr(failure, "__notes__", ())]
    return " | ".join(line for each in lines for line in each.splitlines())


def share(asked: tuple[int, int]) -> tuple[Tally, str | None]:
    """Run so many programs from a seed; return what was run, and what failed."""
    Programs.tally = Tally()
    failure = programs(*asked)
    return Programs.tally, None if failure is None else _said(failure)


def run(n: int = 2000, seed: int = 7) -> Outcome:
    """Run `n` programs of up to `STEPS` acts."""
    begun, tally = time.monotonic(), Tally()
    shares = [(min(IN_ONE_SHARE, n - first), seed + first) for first in range(0, n, IN_ONE_SHARE)]
    failures = []
    for counted, failure in shared_out(share, shares):
        tally.add(counted)
        failures += [failure] if failure else []
    controls = [
        ("an assessment that is kept when answers change", _caught(session_module.Session, "assessment", _remembered, seed, HANDFUL))
    ]
    if n >= SHRUNK_FROM:
        controls.append(("an export of what was said first", _caught(sys.modules[__name__], "to_json", _first_said, seed, LARGE_HANDFUL)))
    done = (
        f"{n} programs, {tally.acts} acts, up to {STEPS} a program, in a real vault, against a list of what was "
        f"acknowledged; through {', '.join(sorted(tally.phases))}"
    )
    return Outcome("D7", done, n, tuple(failures), seed, time.monotonic() - begun, tuple(controls))


def _caught(where: Any, name: str, broken: Any, seed: int, handful: int) -> bool:
    """Whether some handful of programs fails on a build that is broken there."""
    with mock.patch.object(where, name, broken):
        return any(programs(handful, seed + more) is not None for more in range(CONTROL_TRIES))


to_json_as_it_is: Final = to_json


def _first_said(session: Session, envelope: Envelope) -> str:
    """The control: of each answer, what was said first is exported."""
    tree = json.loads(to_json_as_it_is(session, envelope))
    first: dict[str, Any] = {}
    for event in session.events:
        if isinstance(event.body, ItemAnswered):
            first.setdefault(event.body.link_id, event.body)
    for part in ("answers", "set_aside"):
        for each in tree[part]:
            if each["link_id"] in first:
                each["status"], each["value"] = first[each["link_id"]].status, first[each["link_id"]].value
    return json.dumps(tree)


def _remembered(session: Session, *, in_depth: bool = False) -> Any:
    """The control: the first assessment is remembered for good."""
    if not hasattr(session, "_first"):
        session._first = assess(session.case(), session.settings, in_depth=in_depth)  # type: ignore[attr-defined]
    return session._first  # type: ignore[attr-defined]
