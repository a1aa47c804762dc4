"""Safety, omissions first: whether suicide was asked, when, whether the first answer was taken at once, and what followed a yes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from interview.engine.session import Session
from interview.practice.feedback.figures import figures
from interview.practice.feedback.lines import AGAIN, PLAN, PROTECTIVE, question_on
from interview.practice.feedback.model import Remark
from interview.practice.feedback.spoken import Conversation, Spoken
from interview.practice.feedback.titles import SAFETY_FACTS, topic_title
from interview.practice.feedback.words import say
from interview.practice.patient.case_file import CaseFile

SUICIDE: Final = "suicide"
OTHERS: Final = ("harm_others", "psychosis", "mania")
"""Other risks that are asked of everybody."""
KEEPS_GOING: Final = ("purpose", "support", "wellbeing")
"""Topics by which what keeps a person going is asked, once risk was told."""
BESIDE: Final = frozenset({"suicide", "means", "self_manage", "mood", *KEEPS_GOING})
"""Topics as which such a question may be heard; with another one it asks something else."""
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|how (?:would|might) you (?:do|go)|how you (?:would|might) (?:do|go)|methods?|intend\w*|intentions?"
    r"|act(?:ed|ing)? on|prepar\w+)\b",
    re.IGNORECASE,
)
_PROTECTIVE = re.compile(
    r"\b(?:stop(?:s|ped|ping)? you|keep(?:s|ing)? you|kept you|hold(?:s|ing)? you|held you|reasons? (?:to|for) (?:live|living|going on))\b",
    re.IGNORECASE,
)
_ORDER: Final = {"missing": 0, "partly": 1, "not_known": 2, "good": 3}


def safety(case: CaseFile, session: Session, spoken: Conversation) -> tuple[Remark, ...]:
    """Return what is said of safety, what was left out first."""
    name, asking = case.person.name, spoken.asking(SUICIDE)
    found = [_asked(name, spoken, asking)]
    if asking:
        found += [_in_time(spoken, asking[0]), _whole(name, spoken, asking)]
    positives = disclosed(case, spoken)
    if positives:
        found += [*_followed(name, session, spoken, positives), *_recorded(name, session, positives)]
    for topic in OTHERS:
        turns = spoken.asking(topic)
        code = "safety.other.asked" if turns else "safety.other.not_asked"
        found.append(
            Remark(
                code=f"safety.{topic}",
                says=say(code, topic=topic_title(topic)),
                standing="good" if turns else "missing",
                turns=_seqs(turns),
                try_this=None if turns else question_on(topic),
            )
        )
    return tuple(sorted(found, key=lambda remark: _ORDER[remark.standing]))


def disclosed(case: CaseFile, spoken: Conversation) -> dict[str, Spoken]:
    """Return the signs of risk that were told as present, each with the turn in which it was told."""
    present = [fact for fact in SAFETY_FACTS if case.key.answers.get(fact) is True]
    return {fact: turn for fact in present for turn in spoken.turns if fact in turn.reply.told}


def _asked(name: str, spoken: Conversation, asking: tuple[Spoken, ...]) -> Remark:
    if asking and all(turn.form.leading for turn in asking):
        led = asking[:1]
        quotes = tuple(turn.line for turn in led)
        says = say("safety.suicide.leading")
        return Remark(code="safety.suicide", says=says, standing="partly", turns=_seqs(led), quotes=quotes, try_this=question_on(SUICIDE))
    if asking:
        return Remark(code="safety.suicide", says=say("safety.suicide.asked", name=name), standing="good", turns=_seqs(asking[:1]))
    mentioned, offered = spoken.mentioning(SUICIDE)[:1], spoken.offering(SUICIDE)[:1]
    if mentioned or offered:
        turns = mentioned or offered
        return Remark(
            code="safety.suicide",
            says=say("safety.suicide.mentioned" if mentioned else "safety.suicide.offered", name=name),
            standing="partly" if mentioned else "missing",
            turns=_seqs(turns),
            quotes=tuple(turn.line for turn in turns),
            try_this=question_on(SUICIDE),
        )
    return Remark(code="safety.suicide", says=say("safety.suicide.not_asked"), standing="missing", try_this=question_on(SUICIDE))


def is_late(spoken: Conversation, turn: Spoken) -> bool:
    """Return whether a turn is late in the conversation: beyond the limit, and in its second half."""
    return turn.number > figures().timing.late_turn and turn.number * 2 > len(spoken.turns)


def _in_time(spoken: Conversation, first: Spoken) -> Remark:
    late = is_late(spoken, first)
    says = say("safety.time.late" if late else "safety.time.early", number=first.number, turns=len(spoken.turns))
    return Remark(code="safety.time", says=says, standing="partly" if late else "good", turns=(first.seq,))


def _whole(name: str, spoken: Conversation, asking: tuple[Spoken, ...]) -> Remark:
    told = next((turn for turn in spoken.turns if SUICIDE in turn.reply.full), None)
    if told is not None:
        second = told.seq > asking[0].seq
        says = say("safety.whole.second" if second else "safety.whole.told", name=name)
        return Remark(code="safety.whole", says=says, standing="good", turns=(told.seq,))
    code = "safety.whole.not_yet" if spoken.following(SUICIDE) else "safety.whole.once"
    return Remark(code="safety.whole", says=say(code), standing="partly", turns=_seqs(asking), try_this=AGAIN)


def _followed(name: str, session: Session, spoken: Conversation, positives: dict[str, Spoken]) -> Iterator[Remark]:
    told = min(positives.values(), key=lambda turn: turn.seq)
    later = [turn for turn in spoken.turns if turn.seq > told.seq]
    planned = tuple(turn for turn in spoken.turns if turn.seq >= told.seq and SUICIDE in _on(turn) and _PLAN.search(turn.line))
    stayed = tuple(turn for turn in later if SUICIDE in (*turn.asks, *turn.follows))
    what = SAFETY_FACTS[next(fact for fact, turn in positives.items() if turn is told)]
    code, turns = ("asked", planned) if planned else ("stayed", stayed) if stayed else ("not_asked", ())
    yield _remark("plan", say(f"safety.plan.{code}", name=name, what=what), turns, PLAN, partly=code == "stayed")
    means = spoken.asking("means")
    yield _remark("means", say(f"safety.means.{'asked' if means else 'not_asked'}", name=name, what=what), means, question_on("means"))
    kept = tuple(turn for turn in later if (_PROTECTIVE.search(turn.line) and _on(turn) <= BESIDE) or set(KEEPS_GOING) & set(turn.asks))
    says = say(f"safety.protective.{'asked' if kept else 'not_asked'}", name=name, what=what)
    yield _remark("protective", says, kept, PROTECTIVE)
    done = session.state.safety_acknowledged > 0
    says = say(f"safety.done.{'recorded' if done else 'not_recorded'}", name=name)
    yield Remark(code="safety.done", says=says, standing="good" if done else "missing")


def _on(turn: Spoken) -> frozenset[str]:
    return frozenset((*turn.asks, *turn.follows, *turn.mentions))


def _recorded(name: str, session: Session, positives: dict[str, Spoken]) -> Iterator[Remark]:
    unlike = False
    for fact, turn in positives.items():
        answer = session.answer_of(fact)
        value = answer.value if answer is not None and answer.status == "answered" else None
        if value is not True:
            unlike = True
            says = say("safety.record.no" if value is False else "safety.record.open", name=name, what=SAFETY_FACTS[fact])
            yield Remark(code="safety.record", says=says, standing="missing", turns=(turn.seq,))
    if not unlike:
        yield Remark(code="safety.record", says=say("safety.record.right", name=name), standing="good")


def _remark(code: str, says: str, turns: tuple[Spoken, ...], try_this: str, *, partly: bool = False) -> Remark:
    good = bool(turns) and not partly
    standing = "good" if good else "partly" if partly else "missing"
    return Remark.model_validate(
        {"code": f"safety.{code}", "says": says, "standing": standing, "turns": _seqs(turns[:1]), "try_this": None if good else try_this}
    )


def _seqs(turns: tuple[Spoken, ...]) -> tuple[int, ...]:
    return tuple(turn.seq for turn in turns)
