"""Judgements that stand folded beside each other are passed together; a scale's two ends stay in view beside the clinician's view."""

from __future__ import annotations

from itertools import pairwise

from interview.tui.widgets.question_words import is_kept_back
from tests.interview.tui.every_screen import at_screen, take


async def test_one_key_passes_the_judgements_of_a_section_and_typing_does_not_pile_up() -> None:
    async with at_screen("question", (80, 24)) as desk:
        slots = desk.session._ledger.walk.all_slots()
        first, second = next(
            (one, two) for one, two in pairwise(slots)
            if one.section == two.section and is_kept_back(one.item) and is_kept_back(two.item)
        )  # fmt: skip
        await take(desk, f"go:{first.link_id}")
        assert "For the clinician: press F7 to show it here" in desk.words()
        await desk.type("no")
        await desk.press("enter")
        await desk.type("yes")
        assert "yes" == desk.asking.line.text
        await desk.press("pagedown")
        item = desk.session.view().item
        assert item is not None
        assert item.section != first.section or not is_kept_back(item.item)
        await take(desk, f"go:{first.link_id}")
        await desk.press("f7", "pagedown")
        assert second.link_id == desk.link_id, "in the clinician's view they are asked one after the other"


async def test_both_ends_of_a_scale_are_in_view_beside_the_clinicians_view_and_what_is_cut_is_said() -> None:
    async with at_screen("question", (80, 24)) as desk:
        slot = next(slot for slot in desk.session._ledger.walk.all_slots() if slot.link_id == "kellner_self")
        await take(desk, f"go:{slot.link_id}")
        await desk.press("f7")
        assert f"{slot.item.anchors[0]} · " in desk.words()
        assert slot.item.anchors[-1] in desk.words()
        card = desk.app.screen.query_one("#card")
        assert (card.max_scroll_y > 0) == ("more below (Down)" in desk.words())
