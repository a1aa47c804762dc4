"""While the screen is shared, no screen and no sheet says a word that a person should not read about themselves.

The record has what would bring them up: failed treatments, a personality diagnosis, denial, effects of medicines, every stage.
"""

from __future__ import annotations

from functools import cache

import pytest
from textual.widgets import OptionList

from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.questionnaire.reader import bundled
from interview.tui.glyphs import WIDE
from interview.tui.screens.jump import places
from interview.tui.widgets.conversation import turn_content
from interview.tui.widgets.question_words import is_kept_back
from interview.views.treatment_titles import MODELS
from tests.interview.tui.desk import Desk, at_desk, doors
from tests.interview.tui.screens_world import BrittleStore, interviewed

SYSTEMS = ("thase", "rush", "european staging", "mgh", "maudsley", "dutch", "staging", "trd1", "trd2", "trd3", "trd4", "trd5")
BARRED = ("resistant", "resistance", "refractor", "untreatable", "toxic", "denial", "personality", *SYSTEMS)
"""What `ux.md` bars, with their stems, and a word of every staging system."""

JUDGED = {
    "episode.personality_disorder": "assessed",
    "toxicity.loss_of_effect": True,
    "toxicity.withdrawal": True,
    "toxicity.persistent_postwithdrawal": True,
    "illness_behavior.denial": True,
}
OPENED = ("f7",)
SHARED: dict[str, tuple[str, ...]] = {
    "question": (),
    "no answer": ("f2",),
    "note": ("f3",),
    "why is asked first": ("f4",),
    "treatments": ("f5",),
    "withdraw": ("f5", "delete"),
    "places": ("f6",),
    "safety": ("f8",),
    "formulation is asked first": ("f9",),
    "finish": ("f10",),
    "pause": ("escape",),
    "help": ("f1",),
}
"""Every key that works on a shared interviewing screen, and what it opens."""


def barred_in(text: str) -> set[str]:
    folded = " ".join(text.casefold().split())
    return {word for word in BARRED if word in folded}


@cache
def _rich() -> tuple[BrittleStore, tuple[str, ...]]:
    session, store = interviewed()
    for link_id, value in JUDGED.items():
        if item_of(session.questionnaire, link_id) is not None and session.enablement.is_enabled(link_id):
            assert isinstance(session.give(link_id, value, source="clinician"), Saved), link_id
    given = tuple(link_id for link_id in JUDGED if session.answer_of(link_id) is not None)
    session.release()
    return store, given


def rich() -> tuple[Session, BrittleStore]:
    session, _ = interviewed()
    for link_id in _rich()[1]:
        assert isinstance(session.give(link_id, JUDGED[link_id], source="clinician"), Saved)
    return session, session._ledger.store  # type: ignore[return-value]


def everything(desk: Desk) -> str:
    """What stands on the screen, and what lists hold beyond it."""
    lists = (str(option.prompt) for each in desk.app.screen.query(OptionList) if each.display for option in each.options)
    return "\n".join((desk.text(), *lists))


def test_every_system_of_staging_has_a_word_here() -> None:
    assert [] == [name for name in MODELS.values() if not barred_in(name)]


def test_the_record_has_what_would_bring_the_words_up() -> None:
    session, _ = rich()
    findings = session.assessment().findings
    assert {"episode.personality_disorder", "toxicity.loss_of_effect"} <= set(_rich()[1])
    assert "met" == findings["toxicity.manifestations.loss_of_effect"].verdict
    assert {"staging.thase_rush", "staging.maudsley", "staging.dutch", "staging.mgh", "staging.european"} <= set(findings)


async def test_every_key_of_the_shared_screen_leads_to_neutral_words() -> None:
    session, store = rich()
    said: dict[str, set[str]] = {}
    async with at_desk(doors(bundled(), store), (140, 45), session) as desk:  # type: ignore[arg-type]
        desk.app.screen.go_to_place("trials[0].dose_mg")  # type: ignore[attr-defined]
        await desk.settle()
        for name, keys in SHARED.items():
            await desk.press(*keys) if keys else await desk.settle()
            assert "CLINICIAN'S VIEW" not in desk.text(), name
            said[name] = barred_in(everything(desk))
            while desk.place != "InterviewScreen":
                await desk.press("enter" if desk.place == "PausedScreen" else "escape")
    assert {} == {name: words for name, words in said.items() if words}


async def test_a_question_of_every_section_is_drawn_in_neutral_words() -> None:
    session, store = rich()
    sections = [section.id for section in session.questionnaire.section]
    async with at_desk(doors(bundled(), store), (140, 45), session) as desk:  # type: ignore[arg-type]
        for section in sections:
            slots = session.slots(section)
            for slot in slots[-1:]:
                desk.app.screen.go_to_place(slot.link_id)  # type: ignore[attr-defined]
                await desk.settle()
                if desk.place == "InterviewScreen":
                    assert set() == barred_in(everything(desk)), slot.link_id


def test_every_wording_that_is_not_folded_is_neutral() -> None:
    unfolded = [item for section in bundled().section for item in section.item if not is_kept_back(item)]
    texts = [
        "\n".join((item.text, item.help or "", *item.probes, *item.anchors, *(option.display for option in item.options)))
        for item in unfolded
    ]
    assert len(texts) > 100
    assert {} == {item.link_id: barred_in(text) for item, text in zip(unfolded, texts, strict=True) if barred_in(text)}


def test_the_conversation_and_the_list_of_places_fold_what_was_judged() -> None:
    session, _ = rich()
    titles = {section.id: section.title for section in session.questionnaire.section}

    def told(is_shared: bool) -> str:
        turns = (
            turn_content(turn, item_of(session.questionnaire, turn.link_id or ""), titles, WIDE, is_shared=is_shared)
            for turn in session.turns
        )
        listed = (str(entry.content) for entry in places(session, WIDE, is_shared=is_shared))
        return "\n".join((*(str(turn) for turn in turns if turn is not None), *listed))

    assert set() == barred_in(told(True))
    assert barred_in(told(False)), "nothing is folded that would have been barred: the test shows nothing"


@pytest.mark.parametrize(
    ("keys", "place"), [(("f9", "enter"), "FormulationScreen"), (("f10", "1"), "ReviewScreen"), (("f10", "2"), "ReportScreen")]
)
async def test_what_is_the_clinicians_by_nature_says_so_and_is_asked_for_on_a_sheet(keys: tuple[str, ...], place: str) -> None:
    session, store = rich()
    async with at_desk(doors(bundled(), store), (140, 45), session) as desk:  # type: ignore[arg-type]
        await desk.press(keys[0])
        assert "ChoiceScreen" == desk.place
        assert "clinician's view" in desk.words().casefold()
        await desk.press(keys[1])
        assert (place, True) == (desk.place, "CLINICIAN'S VIEW" in desk.text())


async def test_in_the_opened_view_the_words_stand_and_the_formulation_opens_without_asking() -> None:
    session, store = rich()
    async with at_desk(doors(bundled(), store), (140, 45), session) as desk:  # type: ignore[arg-type]
        await desk.press("f7")
        assert {"staging", "resistance", "personality"} <= barred_in(everything(desk))
        await desk.press("f9")
        assert "FormulationScreen" == desk.place
        await desk.press("f10")
        assert "ChoiceScreen" == desk.place
