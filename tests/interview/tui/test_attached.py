"""Attached instruments at the terminal: a file is attached by its path, asked item by item, and a sign of risk opens safety."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from interview.attaching import attach_file
from interview.questionnaire.reader import bundled
from interview.tui.screens.attached import AttachedScreen
from interview.tui.widgets.word_table import RowTable
from tests.interview.engine.informant_world import PERSON, begun
from tests.interview.engine.world import FailingStore
from tests.interview.instruments.invented import evenings, questionnaire
from tests.interview.plain.test_plain import Doing
from tests.interview.tui.desk import at_desk, doors

WIDE = (120, 40)
HOSTILE = "[red]x[/] [@click=app.quit]q[/] [/] \x1b]0;t\x07"


async def test_the_walk_from_a_file_to_the_safety_questions(tmp_path: Path) -> None:
    good, broken = tmp_path / "good.json", tmp_path / "broken.json"
    good.write_text(json.dumps(questionnaire(title=f"Evenings {HOSTILE}")))
    broken.write_text(json.dumps(questionnaire(evenings("q1", "x"), {"linkId": "q2", "type": "choice", "text": "y"})))
    session = begun(FailingStore())
    for link_id, text in PERSON.items():
        session.answer(link_id, text)
    at = session.current()
    async with at_desk(replace(doors(bundled()), attach=attach_file), WIDE, session) as desk:
        await desk.answer("/attached")
        assert "AttachedScreen" == desk.place
        assert "No instrument is attached to this record yet." in desk.words()
        await desk.press("a")
        await desk.answer(str(broken))
        assert "q2: found a choice without options" in desk.words()
        assert () == session.attached
        await desk.press("a")
        for _ in str(broken):
            await desk.press("backspace")
        await desk.answer(str(good))
        assert "Evenings [red]x[/] [@click=app.quit]q[/] [/] ]0;t" in desk.words()
        assert 1 == len(session.attached)
        await desk.press("enter")
        assert "AttachedAskScreen" == desk.place
        assert "“Think of the last seven evenings. In the evening I sat in one place for hours.”" in desk.words()
        await desk.answer("on most evenings")
        await desk.answer("1")
        await desk.press("pageup")
        await desk.answer("3")
        assert "“In the evening I went to bed without washing.”" in desk.words()
        await desk.press("escape")
        assert isinstance(desk.app.screen, AttachedScreen)
        assert "not known, between" not in desk.words()
        await desk.press("f7")
        assert "Total: not known, between 4 and 10" in desk.words()
        desk.app.screen.query_one(RowTable).go_to_key("attached:1:q4")
        await desk.press("enter")
        await desk.answer("4")
        assert "SafetyScreen" == desk.place
        assert "An answer in an attached instrument is taken up now" in desk.words()
        assert "I thought of hurting myself." in desk.words()
    assert ("safety", "attached") == (session.phase, session.state.safety_because)
    assert at is not None
    assert session.state.answers.get(at.link_id) is None


def test_the_three_faces_make_the_same_events(tmp_path: Path) -> None:
    """The terminal, line by line, and replay."""
    import asyncio

    from interview.engine.lines import lines, submit

    path = tmp_path / "q.json"
    path.write_text(json.dumps(questionnaire()))
    typed = ("on most evenings", "2", "/dontknow", "1")

    def before(session: object) -> None:
        for link_id, text in PERSON.items():
            session.answer(link_id, text)  # type: ignore[attr-defined]

    plain = Doing(
        [f"/attach '{path}'", "/attached 1", *typed, "The street.", "/end", "/quit"],
        questionnaire=bundled(),
        before=before,
        attach=attach_file,
    )
    assert "Attached instruments are asked" not in plain.said
    screened = begun()
    before(screened)

    async def at_the_terminal() -> None:
        async with at_desk(replace(doors(bundled()), attach=attach_file), WIDE, screened) as desk:
            await desk.answer(f"/attach {path}")
            await desk.press("enter")
            for text in (*typed, "The street."):
                await desk.answer(text)

    asyncio.run(at_the_terminal())
    replayed = begun()
    for line in lines(screened.events):
        submit(replayed, line)

    def own(session: object) -> list[object]:
        return [event.body for event in session.events if event.body.type not in ("phase_changed", "record_opened")]  # type: ignore[attr-defined]

    assert own(plain.session) == own(screened) == own(replayed)
    assert 6 == sum(event.body.type.startswith(("attached", "instrument")) for event in screened.events)
