"""The bundled questionnaire through the app, by keyboard, from the start page to the check of the answers."""

from __future__ import annotations

from interview.questionnaire.reader import bundled
from tests.interview.tui.desk import Desk, answers_given, at_desk, doors

BY_KIND = {
    "yes_no": "no", "number": "44", "scale": "2", "duration": "six weeks", "date": "2019", "frequency": "twice a week",
    "choice": "1", "choices": "none", "dose": "150 mg", "drug": "Zoloft", "drugs": "none", "texts": "none", "text": "It is hard to say.",
}  # fmt: skip
OWN = {"interview.consent": "yes", "interview.any.trials": "yes", "lifestyle.sleep_hours": "about six and a half"}
MOST = 150


async def answer_all(desk: Desk) -> int:
    """Answer what is asked until nothing is left; an answer that does not fit is left as not applicable."""
    for count in range(MOST):
        item = desk.session.view().item
        if item is None:
            return count
        if desk.asking.is_folded(item):
            await desk.press("f7")
        before = desk.session.state.seq
        await desk.paste(OWN.get(item.link_id, BY_KIND[item.item.type]))
        await desk.press("enter")
        if desk.session.state.seq == before:
            await desk.press("ctrl+u", "f2", "3")
    raise AssertionError("the interview does not end")


async def test_the_whole_bundled_interview_by_keyboard() -> None:
    async with at_desk(doors(bundled())) as desk:
        await desk.begin()
        asked = await answer_all(desk)
        assert asked > 40
        assert "Nothing left to ask here" in desk.words()
        given = answers_given(desk.session)
        assert "sertraline" == given["trials[0].agent"]
        assert 44 == given["person.age_years"]
        assert all(section.state in ("done", "current", "closed") for section in desk.session.view().sections)
        await desk.press("f9", "enter")
        assert "FormulationScreen" == desk.place
        await desk.press("escape")
        await desk.press("f10", "1")
        assert "ReviewScreen" == desk.place
        await desk.press("escape")
        await desk.press("f10")
        assert "read the report" in desk.words()
