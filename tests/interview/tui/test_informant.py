"""Somebody close at the terminal: asked one question after another, folded on a shared screen, side by side, let count by key."""

from __future__ import annotations

from interview.engine.lines import lines, submit
from interview.engine.replies import Saved
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.tui.screens.informant import InformantScreen
from interview.tui.screens.informant_acts import ASKING_CLOSE
from interview.tui.screens.informant_ask import InformantAskScreen
from interview.tui.screens.interview import InterviewScreen
from interview.tui.widgets.word_table import RowTable
from tests.interview.engine.informant_world import agreed, begun, told
from tests.interview.engine.world import FailingStore
from tests.interview.tui.desk import Desk, at_desk, doors

WIDE = (120, 40)
ALCOHOL = "lifestyle.alcohol_frequency"
SECRET = "Bottles behind the piano."


def record(*, with_setting: bool = True, said: dict[str, str] | None = None) -> Session:
    """Return a record whose questions stand somewhere in the middle, with what somebody close said."""
    session = agreed(FailingStore(), with_setting=with_setting)
    for link_id, text in (said or {}).items():
        assert isinstance(session.answer(told(link_id), text), Saved)
    return session


async def opened(desk: Desk) -> InformantScreen:
    await desk.type("/informant")
    await desk.press("enter")
    return next(screen for screen in desk.app.screen_stack if isinstance(screen, InformantScreen))


async def turn_to(desk: Desk, link_id: str) -> None:
    """Turn to a question that is many steps away, as if each was pressed."""
    assert isinstance(desk.app.screen, InformantAskScreen)
    desk.app.screen._at = link_id
    desk.app.screen.draw()
    await desk.settle()


async def test_the_walk_from_consent_to_a_table_of_what_differs() -> None:
    session = record(with_setting=False)
    at = session.current()
    async with at_desk(doors(bundled()), WIDE, session) as desk:
        await opened(desk)
        assert "InformantAskScreen" == desk.place
        assert "I would like to ask somebody close to you" in desk.words()
        assert "question 1 of 2" in desk.words()
        await desk.answer("yes")
        assert "Who is to be asked, by relation." in desk.words()
        await desk.answer("my wife")
        await desk.answer("by phone")
        await desk.answer("today")
        assert "For the clinician" in desk.words()
        await desk.answer("no")
        assert "folded" in desk.words()
        await desk.press("f7", "enter")
        assert "How have things been for them, as you see it?" in desk.words()
        await desk.answer(SECRET)
        await desk.press("pagedown", "pageup")
        await turn_to(desk, told(ALCOHOL))
        await desk.answer("every day")
        assert told("lifestyle.alcohol_drinks_a_day") == (desk.asking.item_now and desk.asking.item_now.link_id)
        await desk.press("escape")
        rows = desk.app.screen.query_one(RowTable).shown
        assert [told(ALCOHOL), told("interview.informant_story")] == [row.key for row in rows]
        assert ("Once a month or less", "Four times a week or more (“every day”) (partner)", "they differ") == rows[0].cells[1:]
        assert "1 answer differs" in desk.words()
        await desk.press("escape")
        assert at == session.current()
        assert session.case().lifestyle.alcohol_frequency == "monthly_or_less"


async def test_the_screen_that_the_person_can_see_shows_none_of_it() -> None:
    session = record(said={"interview.informant_story": SECRET, ALCOHOL: "every day", "lifestyle.sleep_hours": "4"})
    session.take_informants("lifestyle.sleep_hours")
    async with at_desk(doors(bundled()), WIDE, session) as desk:
        await opened(desk)
        folded = desk.words()
        assert "confidential" in folded
        await desk.press("f7")
        assert SECRET in desk.words()
        assert "CLINICIAN'S VIEW" in desk.words()
        await desk.press("f7")
        assert SECRET not in desk.words()
        await desk.press("escape", "f6")
        await desk.type("piano")
        listed = desk.words()
        await desk.press("escape")
        assert not any(
            word in text
            for text in (folded, listed, desk.words())
            for word in ("behind the piano", "Four times a week", "they differ", "answer differs")
        )
        session.go_to("lifestyle.sleep_hours")
        await desk.press("pagedown", "pageup")
        assert "How many hours do you usually sleep" in desk.words()
        assert "4 hours" not in desk.words()


async def test_one_key_lets_it_count_where_the_person_said_nothing_and_a_reason_where_they_did() -> None:
    session = record(said={ALCOHOL: "every day", "lifestyle.sleep_hours": "4"})
    async with at_desk(doors(bundled()), WIDE, session) as desk:
        await opened(desk)
        await desk.press("f7")
        table = desk.app.screen.query_one(RowTable)
        assert [told(ALCOHOL), told("lifestyle.sleep_hours")] == [row.key for row in table.shown]
        await desk.press("down", "t")
        assert 4 == session.case().lifestyle.sleep_hours
        await desk.press("up", "t")
        assert "AskWords" == desk.place
        assert "monthly_or_less" == session.case().lifestyle.alcohol_frequency
        await desk.answer("bottles")
        assert "four_or_more_a_week" == session.case().lifestyle.alcohol_frequency
        assert ("Once a month or less", "they differ; the informant's counts; bottles") == table.shown[0].cells[1::2]
        await desk.press("k")
        await desk.answer("a guest's")
        assert "monthly_or_less" == session.case().lifestyle.alcohol_frequency


async def test_a_sign_of_risk_is_met_at_once_in_neutral_words() -> None:
    session = record(said={ALCOHOL: "never"})
    async with at_desk(doors(bundled()), WIDE, session) as desk:
        await opened(desk)
        await desk.press("f7", "a")
        await turn_to(desk, told("safety.thoughts"))
        await desk.answer("yes")
        assert "SafetyScreen" == desk.place
        assert "Now ask the person: these questions are for them" in " ".join(desk.words().split())
        assert "spoken of ending" not in desk.words()
        assert "rather have been dead" in desk.words()


async def test_what_could_not_be_saved_is_kept() -> None:
    store = FailingStore()
    session = agreed(store)
    async with at_desk(doors(bundled(), store), WIDE, session) as desk:
        await opened(desk)
        await turn_to(desk, told("interview.informant_story"))
        await desk.press("f7")
        store.is_full = True
        await desk.answer("Hard.")
        assert "NOT SAVED" in desk.words()
        assert "Hard." == desk.asking.line.text
        store.is_full = False
        await desk.press("enter")
        assert "Hard." == session.state.informant[told("interview.informant_story")].value


async def test_the_way_there_by_list_by_menu_and_by_help() -> None:
    session = record(said={ALCOHOL: "never"})
    async with at_desk(doors(bundled()), WIDE, session) as desk:
        await desk.press("f6")
        await desk.type("somebody close")
        await desk.press("enter")
        assert "InformantScreen" == desk.place
        await desk.press("escape", "f10")
        assert "ask somebody close too" in desk.lines("#choices")
    assert ("informant", True) == (ASKING_CLOSE[0][0], ASKING_CLOSE[0] in InterviewScreen.EXTRA_ACTS)
    again = begun()
    for line in lines(session.events):
        assert isinstance(submit(again, line), Saved)
    assert [event.body for event in session.events] == [event.body for event in again.events]
