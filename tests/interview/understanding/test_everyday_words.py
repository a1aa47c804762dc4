"""Everyday answers and their neighbours: nobody, that's all, nothing comes to mind, yes it's too much."""

from __future__ import annotations

import pytest

from interview import language
from interview.engine.hearing import Heard, hear_text
from interview.engine.replies import AskedBack
from interview.questionnaire.model import Item
from interview.questionnaire.reader import bundled
from interview.questionnaire.translated import in_language
from tests.interview.understanding.examples import TODAY

BACK, NOTHING, UNKNOWN = "asked back", "not understood", "unknown"
ANOTHER = Item(link_id="interview.more.trials[]", type="yes_no", text="Was there another?")

SAID: list[tuple[str, str, object]] = [
    ("interview.present", "nobody", []), ("interview.present", "just the two of us", []), ("interview.present", "no one else", []),
    ("interview.present", "my wife", ["partner"]), ("interview.present", "nobody but my wife", ["partner"]),
    ("stress.symptoms", "just the two of us", NOTHING),
    ("relationships.confidant", "no one", False), ("relationships.confidant", "not a soul", False),
    ("relationships.confidant", "no one but my wife", NOTHING), ("relationships.practical_support", "no one at all", False),
    ("relationships.lives_with", "nobody", "nobody"), ("relationships.lives_with", "just the two of us", "just the two of us"),
    ("interview.more.trials[0]", "that's all", False), ("interview.more.trials[0]", "no, that's all", False),
    ("interview.more.trials[0]", "no, that's all three", BACK), ("interview.more.trials[0]", "that's all right", NOTHING),
    ("medical.pain", "that's all", NOTHING), ("medical.current_medicines", "that's all", []), ("trials[].helped_by", "that's all", []),
    ("stress.symptoms", "that's all", NOTHING), ("stress.symptoms", "no, that's all", NOTHING), ("medical.pain", "no, not now", BACK),
    ("trials[].helped_by", "nothing comes to mind", UNKNOWN), ("trials[].helped_by", "can't think of any", UNKNOWN),
    ("trials[].helped_by", "not that I can think of right now", UNKNOWN), ("trials[].helped_by", "I'd have to look", UNKNOWN),
    ("trials[].helped_by", "none", []), ("trials[].helped_by", "never had any", []), ("trials[].helped_by", "nothing at all", []),
    ("trials[].helped_by", "nothing but the sea", ["nothing but the sea"]),
    ("stress.symptoms", "nothing comes to mind", UNKNOWN), ("medical.current_medicines", "nothing comes to mind", UNKNOWN),
    ("medical.current_medicines", "not that I can think of", UNKNOWN), ("medical.current_medicines", "never had any", []),
    ("medical.pain", "nothing comes to mind", UNKNOWN), ("medical.pain", "nothing at all", False),
    ("medical.pain", "nothing a tablet doesn't fix", NOTHING), ("relationships.conflict", "no more than in any family", NOTHING),
    ("wellbeing.autonomy.level", "yes, it's too much", NOTHING), ("wellbeing.autonomy.level", "no, too little", NOTHING),
    ("wellbeing.autonomy.level", "too much", "excessive"), ("wellbeing.autonomy.level", "yes, balanced", "balanced"),
    ("lifestyle.smoking", "yes", "current"), ("lifestyle.smoking", "I gave up", "former"), ("lifestyle.smoking", "I stopped", "former"),
    ("trials[].outcome", "I gave up", NOTHING), ("trials[].outcome", "I quit", NOTHING),
    ("trials[].outcome", "I stopped taking it", NOTHING),
    ("trials[].outcome", "it stopped working", "loss_of_effect"), ("trials[].outcome", "came off it", NOTHING),
    ("trials[].outcome", "not a thing", "non_response"),
    ("trials[].episode", "the same spell", BACK), ("trials[].episode", "same as now", "current"),
    ("episode.duration_months", "two winters", NOTHING), ("episode.duration_months", "two years", 24),
    ("trials[].dose_mg", "twenty-five, I could not go higher", 25), ("trials[].dose_mg", "25, I could not tolerate it", NOTHING),
    ("trials[].dose_mg", "25 and then more", NOTHING), ("trials[].dose_mg", "not higher than 25", NOTHING),
    ("lifestyle.strength_days_per_week", "most evenings, five nights", 5), ("lifestyle.strength_days_per_week", "five nights", NOTHING),
    ("lifestyle.strength_days_per_week", "most evenings", NOTHING), ("lifestyle.strength_days_per_week", "most evenings, five", NOTHING),
    ("preferences.visits_possible_per_month", "once a fortnight", NOTHING), ("preferences.visits_possible_per_month", "twice", 2),
    ("trials[].adherence_percent", "every single one", NOTHING), ("trials[].adherence_percent", "one", 1),
    ("lifestyle.caffeine_drinks_per_day", "three coffees and a tea", NOTHING), ("lifestyle.caffeine_drinks_per_day", "three coffees", 3),
    ("lifestyle.moderate_minutes_per_week", "none", 0), ("lifestyle.alcohol_to_cope", "I have done, but not this year", BACK),
    ("relationships.lonely", "no time, but I know people", BACK), ("relationships.lonely", "no, but thanks", False),
]  # fmt: skip
SAID_IT: list[tuple[str, str, object]] = [
    ("interview.present", "nessuno", []), ("interview.present", "solo noi due", []), ("relationships.confidant", "nessuno", False),
    ("interview.more.trials[0]", "è tutto", False), ("interview.more.trials[0]", "basta così", False), ("medical.pain", "è tutto", NOTHING),
    ("medical.pain", "basta così", NOTHING), ("trials[].helped_by", "è tutto", []), ("trials[].helped_by", "tutto", ["tutto"]),
    ("trials[].helped_by", "non mi viene in mente niente", UNKNOWN), ("trials[].helped_by", "niente", []),
    ("medical.current_medicines", "dovrei guardare", UNKNOWN), ("stress.symptoms", "non mi viene in mente niente", UNKNOWN),
    ("medical.pain", "no, per ora", NOTHING), ("medical.pain", "no, per niente", False),
]  # fmt: skip


def heard(spoken: str, link_id: str, text: str) -> object:
    items = in_language(bundled(), spoken).items
    item = ANOTHER if link_id.startswith("interview.more.") else items[link_id]
    found = hear_text(link_id, item, text, TODAY, keep=False)
    if not isinstance(found, Heard):
        return BACK if isinstance(found, AskedBack) else NOTHING
    return found.value if found.status == "answered" else found.status


@pytest.mark.parametrize(("spoken", "rows"), [("en", SAID), ("it", SAID_IT)])
def test_an_everyday_answer_and_its_neighbours(spoken: str, rows: list[tuple[str, str, object]]) -> None:
    before = language.current()
    language.use(spoken)
    try:
        assert [] == [
            (link_id, text, expected, found) for link_id, text, expected in rows if (found := heard(spoken, link_id, text)) != expected
        ]
    finally:
        language.use(before)


def test_the_dose_of_a_medicine_in_a_list_stays_in_the_words() -> None:
    found = hear_text(
        "medical.current_medicines", bundled().items["medical.current_medicines"], "Warfarin 3 mg, thyroxine", TODAY, keep=False
    )
    assert isinstance(found, Heard)
    assert ["Warfarin", "levothyroxine"] == found.value
    assert "Warfarin 3 mg, thyroxine" == found.verbatim
