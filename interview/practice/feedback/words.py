"""Every sentence of the feedback, by code. Each is written so that it holds wherever it is said: "was heard" where the ear decides.

Sentences that the trainee could say are in `lines`, not here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from interview.language import _, ngettext

SAFETY: Final = {
    "safety.suicide.asked": _("You asked {name} about suicide."),
    "safety.suicide.offered": _("{name} was not sure whether you meant suicide, and the question itself was not put."),
    "safety.suicide.mentioned": _("You mentioned suicide, and what you said was not heard as a question."),
    "safety.suicide.not_asked": _("None of your turns was heard as a question about suicide. A calm, direct question is the way to know."),
    "safety.suicide.leading": _("The question about suicide held its own answer. People may agree to that, whatever is true."),
    "safety.time.early": _("You asked about suicide in good time: turn {number} of {turns}."),
    "safety.time.late": _("The first question about suicide came late: turn {number} of {turns}. Time can run out before it."),
    "safety.whole.told": _("{name} told you how it is with suicide."),
    "safety.whole.second": _("You did not leave it at the first answer about suicide, and were told. A real person may deny it twice."),
    "safety.whole.once": _(
        "The first answer about suicide was not the whole of it, and no later turn was heard as coming back to it. "
        "Real people may deny it twice."
    ),
    "safety.whole.not_yet": _(
        "You went further than the first answer about suicide, and were not told the whole. Trust, and a plain question, help."
    ),
    "safety.plan.asked": _("You asked about a method, a plan or an intention."),
    "safety.plan.stayed": _("You stayed with the subject; no question was heard about a method, a plan or an intention."),
    "safety.plan.not_asked": _("After {name} told of {what}, no question was heard about a method, a plan or an intention."),
    "safety.means.asked": _("You asked about access to means."),
    "safety.means.not_asked": _("{name} told of {what}; no question was heard about access to means."),
    "safety.protective.asked": _("You asked what keeps {name} going."),
    "safety.protective.not_asked": _("After {name} told of {what}, no question was heard about what keeps {name} going."),
    "safety.done.recorded": _("The record says what was done about it."),
    "safety.done.not_recorded": _("The record does not say what was done about it: who sees {name}, when, and whom to call."),
    "safety.record.right": _("The record holds what {name} told about risk."),
    "safety.record.no": _("{name} told of {what}; the record says no."),
    "safety.record.open": _("{name} told of {what}; the record does not hold it."),
    "safety.other.asked": _("You asked about {topic}."),
    "safety.other.not_asked": _("None of your turns was heard as a question about {topic}."),
}

SESSION: Final = {
    "ending.seen": _("You saw this feedback after turn {number}; what follows is not counted."),
    "record.unasked": _("Your record says no, and no turn of yours asked: {topics}. Unknown is not no; leave it open until you asked."),
}

ASKING: Final = {
    "must_ask.asked": _("You asked about {topic}."),
    "must_ask.first_answer": _("You asked about {topic}; what you heard was not the whole of it."),
    "must_ask.told": _("You heard about {topic} by way of other subjects."),
    "must_ask.told_part": _("You heard part of {topic} by way of other subjects; asking about it itself would have brought the rest."),
    "must_ask.mentioned": _("You spoke of {topic}; what you said was not heard as a question."),
    "must_ask.offered": _(
        "It was not clear what you meant; {topic} was one thing it could have been, and the question itself was not put."
    ),
    "must_ask.not_asked": _("None of your turns was heard as a question about {topic}. Part of what this case teaches lies there."),
    "must_ask.always": _("None of your turns was heard as a question about {topic}. It belongs to every first conversation."),
    "depth.whole": _("About {topic} you heard the whole answer, and went further."),
    "depth.first": _("About {topic} there was more to hear: you got a first answer, and did not go further."),
    "depth.tried": _("About {topic} there was more to hear. You went further, and were not told all; trust or an open question may help."),
    "depth.facts": _("About {topic} you heard the answer; a follow-up question would have brought more."),
    "sequence.consent.first": _("You asked for agreement before anything personal."),
    "sequence.consent.late": _("You asked about {topic} before you asked for agreement."),
    "sequence.consent.none": _("No turn was heard as asking for agreement, or as saying who sees the notes."),
    "sequence.open.most": _("Most subjects began with an open question."),
    "sequence.open.some": _("Some subjects began with an open question, others did not."),
    "sequence.open.few": _("Few subjects began with an open question. An open one first lets {name} choose what matters."),
    "sequence.open.few_topics": _("Too few subjects were asked about to say how you open them."),
    "sequence.closed_first": _("This opened a subject ({topic}) with a closed question."),
}

TECHNIQUE: Final = {
    "technique.open": _("Your questions: {band}."),
    "technique.leading": _("Questions that hold their answer: {band}."),
    "technique.double": _("Two questions in one: {band}."),
    "technique.reflections": _("Giving back what was said: {band}."),
    "technique.summaries": _("Summaries: {band}."),
    "technique.cues": _("Signs of feeling: {band}."),
    "technique.cue.taken": _("{name} let a feeling show ({feeling}), and you stayed with how it felt."),
    "technique.cue.heard": _("{name} let a feeling show ({feeling}). You showed that you heard; naming it would take it up."),
    "technique.cue.passed": _("{name} let a feeling show ({feeling}), and the conversation went on without it."),
    "technique.advice": _("This is advice. {name} is still being heard; advice is taken better later, and after asking leave."),
    "technique.reflected": _("Here you gave back what you heard."),
    "technique.not_followed": _(
        "{name} did not follow this. The program may have misheard you; short, plain words help a person and the program alike."
    ),
    "technique.label": _("This word puts the failure on {name}, where it was the treatments that fell short."),
}

RECORD: Final = {
    "map.none": _("You put no problems on a map, so there is nothing to compare yet."),
    "map.all_problems": _("Your map has every problem without which this case is not understood."),
    "map.some_problems": _("Your map has part of the problems without which this case is not understood."),
    "map.no_problems": _("None of the problems without which this case is not understood was recognized on your map."),
    "map.links.all": _("Between the problems you share with the key, your links are the key's."),
    "map.links.more": _("Between the problems you share with the key, you have its links, and others beside them."),
    "map.links.some": _("Between the problems you share with the key, part of its links are on your map."),
    "map.links.none": _("Between the problems you share with the key, none of the links that it holds essential is on your map."),
    "map.order.same": _("You put the problems you share with the key in much the same order."),
    "map.order.partly": _("Your order of the problems agrees with the key's in part."),
    "map.order.other": _("Your order of the problems hardly agrees with the key's."),
    "map.first.same": _("You would begin with the same problem as the key."),
    "map.first.other": _("You would begin with “{yours}”; the key begins with “{key}”."),
    "map.first.ties": _("Several problems stand first on your map with the same ratings."),
    "map.problem.missing": _("The key has “{label}”; no problem on your map was recognized as it."),
    "map.problem.more": _("You have “{label}”; no problem of the key was recognized in it. What did {name} say that speaks for it?"),
    "map.problem.part": _("You have “{one}” and “{other}” apart; the key holds them together, as “{key}”."),
    "map.link.missing": _("The key draws a link from “{source}” to “{target}”."),
    "map.link.more": _("You draw a link from “{source}” to “{target}”, and the key does not. What speaks for it?"),
    "map.link.turned": _("Your link goes from “{source}” to “{target}”; the key draws it the other way."),
    "disproof.none": _("The key of this case names no question of this kind."),
    "disproof.asked": _("You asked about {topic}: an answer that could have turned the first idea over."),
    "disproof.told": _("You heard about {topic} by way of other subjects: an answer that could have turned the first idea over."),
    "disproof.told_after": _("You heard about {topic} after you had settled your formulation; before, it could still have changed it."),
    "disproof.after": _("You asked about {topic} after you had settled your formulation; before, it could still have changed it."),
    "disproof.not_asked": _("No turn was heard as a question about {topic}, whose answer could have turned the first idea over."),
    "disproof.after_not_committed": _("You had not settled a formulation, so every question of the session counts as asked before."),
    "explaining.none": _("The history was not explained to {name} in this session."),
    "explaining.partial_targets.held": _("You said that earlier treatments reached only a part."),
    "explaining.partial_targets.perhaps": _("That earlier treatments reached only a part: perhaps you said it, in other words?"),
    "explaining.partial_targets.not_held": _(
        "The program heard nothing in it of what the earlier treatments did not reach; you may have said it in words that it does not know."
        " The key has: {key}"
    ),
    "explaining.own_part.held": _("You said what {name} can do."),
    "explaining.own_part.perhaps": _("What {name} can do: perhaps you said it, in other words?"),
    "explaining.own_part.not_held": _(
        "The program heard nothing in it that {name} can do; you may have said it in words that it does not know. The key has: {key}"
    ),
    "explaining.checks_back.held": _("You asked how it was understood."),
    "explaining.checks_back.perhaps": _("A question how it was understood: perhaps you asked it, in other words?"),
    "explaining.checks_back.not_held": _(
        "The program heard no question in it whether it was understood, or fits; you may have asked in words that it does not know."
    ),
    "explaining.decides_together.held": _("You left room to decide together."),
    "explaining.decides_together.perhaps": _("Room to decide together: perhaps you left it, in other words?"),
    "explaining.decides_together.not_held": _(
        "The program heard nothing in it of deciding the next step together; you may have said it in words that it does not know."
    ),
    "explaining.partial_targets.not_by_word": _("What the earlier treatments did not reach was not said. The key has: {key}"),
    "explaining.own_part.not_by_word": _("What {name} can do was not said. The key has: {key}"),
    "explaining.checks_back.not_by_word": _("How it was understood was not asked."),
    "explaining.decides_together.not_by_word": _("That the next step is decided together was not said."),
    "explaining.by_own_word": _("{says} (by your own word)"),
    "explaining.this_history.held": _("You used words of {name}'s own history."),
    "explaining.this_history.not_held": _("It held few words of {name}'s own history, so it could be anybody's."),
    "explaining.label.held": _("It held a word that puts the failure on {name}."),
    "explaining.label.not_held": _("You used no word that puts the failure on {name}."),
}

GOAL: Final = {
    "goal.begin": _("Begin: nothing was said to {name} in this session. A short greeting and asking for agreement is enough to start."),
    "goal.suicide": _("Next time, ask about suicide, calmly and in plain words, within the first half of the conversation."),
    "goal.suicide_open": _("Next time, ask about suicide so that yes is as easy to say as no."),
    "goal.suicide_again": _("Next time, when the first answer about suicide is guarded or no, come back to it once more."),
    "goal.risk": _("Next time, when somebody tells of such thoughts, stay: plan, means, what holds them back, and who does what."),
    "goal.record": _("Next time, write down what was told about risk, and what is done about it, before you close."),
    "goal.must_ask": _("Next time, find out about {topic}."),
    "goal.must_ask_further": _("Next time, stay longer with one subject: {topic}. What you heard was a first answer."),
    "goal.label": _("Next time, explain without a word that makes the failure the person's."),
    "goal.leading": _("Next time, leave the answer open where you already have one in mind."),
    "goal.open": _("Next time, begin each subject with an open question, and ask for figures after it."),
    "goal.double": _("Next time, ask one thing, and wait."),
    "goal.cues": _("Next time, when a feeling shows, stay with it for one sentence before you go on."),
    "goal.depth": _("Next time, follow one first answer further: {topic}."),
    "goal.map": _("Next time, put the problems on a map before you close, each with its ratings."),
    "goal.explain": _("Next time, end by explaining the history to the person, and ask how it fits."),
    "goal.part": _("Next time, add one thing to your explanation."),
    "goal.time": _("Next time, ask about suicide earlier, before the details of treatment."),
    "goal.advice": _("Next time, hear the person out first, and ask leave before you advise."),
    "goal.consent": _("Next time, begin by asking for agreement."),
    "goal.on": _("You did what this case asks for. Take it into the next one: stay curious where the answer seems clear."),
}

POINTS: Final = {
    "safety": _("Safety"),
    "must_ask": _("What this case turns on"),
    "coverage": _("What was found out"),
    "technique": _("How it was asked"),
    "ratings": _("Ratings"),
    "map": _("The map of problems"),
    "explaining": _("Explaining the history"),
    "disproof": _("Testing the first idea"),
    "safety.because": _("What counts: asking about suicide, in time, to the whole answer, what follows from it, and other risks."),
    "must_ask.because": _("Heard as a whole: {n} of {of} subjects that this case turns on; asking alone earns half."),
    "coverage.because": _("Heard: {n} of {of} facts that could be heard."),
    "technique.because": _("What counts: subjects opened openly, questions that are open and single, giving back, feelings taken up."),
    "ratings.because": _(
        "Within what experts would accept: {n} of the {given} ratings you gave; the key has {of}. "
        "One not given earns nothing, and is not wrong."
    ),
    "map.because": _("What counts: problems and links that the key holds essential, their order, the first place."),
    "explaining.because": _(
        "What counts: limits of treatments, the person's part, checking, deciding together, their own words, no label."
    ),
    "disproof.because": _("Asked in time: {n} of {of} questions that could have turned the first idea over."),
    "cap": _("No turn was heard as a question about suicide; without it the total is {cap} at most."),
}

HINTS: Final = {
    "hint": _("Not asked yet: {topic}."),
    "hint.open": _("Some subjects are still open; a hint names one, if you want it."),
    "hint.safety": _("Safety comes first: nobody has asked about {topic} yet."),
    "hint.deeper": _("There may be more to hear about {topic}."),
}

SAYS: Final[dict[str, str]] = {
    **SAFETY,
    **SESSION,
    **ASKING,
    **TECHNIQUE,
    **RECORD,
    **GOAL,
    **{f"points.{code}": text for code, text in POINTS.items()},
    **HINTS,
}


def say(code: str, **values: object) -> str:
    """Return a sentence with its values, which are data and are never read as a pattern."""
    return SAYS[code].format(**values)


def corrections(n: int) -> str:
    """Return that the trainee corrected judgements of form, and that their word counts."""
    return ngettext(
        "You corrected how {n} turn was judged; your word counts here.",
        "You corrected how {n} turns were judged; your word counts here.",
        n,
    ).format(n=n)


def further_on(topics: Sequence[str]) -> str:
    """Return on which other subjects the trainee went further, by their titles."""
    return _("You also went further on: {topics}.").format(topics="; ".join(topics))
