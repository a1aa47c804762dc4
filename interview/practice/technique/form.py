"""How a turn was put, judged from its words alone: the one door of this room for a single turn.

Any text is judged, also none; what cannot be told is left at its default. A judgement is the program's and may be corrected.
"""

from __future__ import annotations

from interview.engine.practice_turns import Form
from interview.practice.technique.asking import TAG, Asked, asked_in
from interview.practice.technique.doubling import is_double
from interview.practice.technique.leading import has_tag, names_cause_with_tag, ways_of_leading
from interview.practice.technique.reflecting import announces_summary, gives_back, summary_starts
from interview.practice.technique.sentences import Sentence, sentences


def judge(text: str) -> Form:
    """Return the form in which a turn was put. Never raises; takes time that grows with the length of the text."""
    said = sentences(text)
    asked = [(sentence, _asked(sentence)) for sentence in said]
    questions = [(one, sentence.text) for sentence, one in asked if one is not None]
    starts = summary_starts([_statement(sentence, one) for sentence, one in asked])
    reflected = [_reflects(sentence, one) for sentence, one in asked]
    return Form(
        question=bool(questions),
        open=questions[-1][0].open if questions else None,
        leading=any(_leads(sentence, one) for sentence, one in asked),
        double=is_double(questions),
        reflection=any(reflected[:starts]),
        summary=starts is not None,
    )


def ways(text: str) -> tuple[str, ...]:
    """Return how the questions of a turn lead, by name: what the judgement `leading` rests on."""
    found = [way for sentence in sentences(text) if (one := _asked(sentence)) for way in _ways(sentence, one)]
    return tuple(dict.fromkeys(found))


def _asked(sentence: Sentence) -> Asked | None:
    """Return what a sentence asks; a statement with a tag asks also without a mark."""
    found = asked_in(sentence)
    if found is None and names_cause_with_tag(sentence.text):
        return Asked(sentence.text, "", False, False)
    if has_tag(sentence.text) and (found is None or not found.framed or TAG.search(f" {found.clause}")):
        second = found is not None and found.framed and found.open
        return found if second else Asked(sentence.text, "", False, False)
    return found


def _statement(sentence: Sentence, asked: Asked | None) -> Sentence:
    """Return what a sentence states: the whole where it asks nothing in a question's form, otherwise what stands before that."""
    if asked is None or not asked.framed or announces_summary(sentence.text):
        return sentence
    return Sentence(asked.before, False)


def _reflects(sentence: Sentence, asked: Asked | None) -> bool:
    """Tell whether a sentence gives something back."""
    stated = _statement(sentence, asked)
    return bool(stated.text) and gives_back(stated.text, stated.marked)


def _ways(sentence: Sentence, asked: Asked) -> tuple[str, ...]:
    """Return how a sentence that asks leads."""
    return ways_of_leading(asked, sentence.text, _reflects(sentence, asked))


def _leads(sentence: Sentence, asked: Asked | None) -> bool:
    """Tell whether a sentence asks and leads."""
    return asked is not None and bool(_ways(sentence, asked))
