"""A sheet shows its own keys at the foot; those of the page behind are hidden while it is open."""

from __future__ import annotations

import pytest
from textual.screen import ModalScreen

from interview.tui.screens.sheet import Sheet
from interview.tui.widgets.key_line import KeyLine
from tests.interview.tui.every_screen import at_screen


@pytest.mark.parametrize(
    ("name", "own", "pages"), [("settings", "save", "new"), ("not answered", "back", "why"), ("safety opened", "no", "why")]
)
async def test_the_keys_of_the_sheet_stand_at_the_foot_and_those_of_the_page_do_not(name: str, own: str, pages: str) -> None:
    async with at_screen(name, (80, 24)) as desk:
        sheet = desk.app.screen
        assert isinstance(sheet, Sheet)
        assert 1 == len(sheet.query(KeyLine))
        foot = desk.text().splitlines()[-1]
        assert own in foot
        assert pages not in foot
        assert {"escape"} <= {key.key for key in sheet.query_one(KeyLine).keys}


def test_every_sheet_is_built_on_it() -> None:
    import interview.tui.screens.export_prompt
    import interview.tui.screens.link_editor
    import interview.tui.screens.visits  # noqa: F401

    assert [Sheet] == [each for each in ModalScreen.__subclasses__() if each.__module__.startswith("interview.")]
