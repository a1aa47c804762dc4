"""The person's own map on a screen that they see: drawn in their words, and nothing of the clinician's on it."""

from __future__ import annotations

from interview.engine import map_acts
from interview.engine.map_acts import LinkDraft, ProblemDraft
from interview.views.persons_map import persons_map
from tests.interview.tui.every_screen import FIRST, at_screen
from tests.interview.tui.rich_records import rich_doors
from tests.interview.tui.test_shared_screens import barred_in


async def test_the_person_draws_two_things_and_an_arrow_says_one_otherwise_and_takes_it_away() -> None:
    async with at_screen("own map") as desk:
        before = len(persons_map(desk.session.case()).problems)
        await desk.press("a")
        await desk.answer("the long nights")
        await desk.press("a")
        await desk.answer("no strength at work")
        drawn = persons_map(desk.session.case())
        assert before + 2 == len(drawn.problems)
        assert "nights" in desk.words()
        steps = map_acts.write_problem(desk.session, ProblemDraft("Personality disorder", by="clinician"))
        assert all(step() for step in steps)
        ids = {words: each for each, words in drawn.labels.items()}
        await desk.press("d")
        await desk.type("nights")
        await desk.press("enter")
        await desk.type("strength")
        await desk.press("enter")
        assert (ids["the long nights"], ids["no strength at work"]) in [
            (link.source, link.target) for link in persons_map(desk.session.case()).links
        ]
        assert "ersonality" not in desk.words()
        assert set() == barred_in(desk.text())
        await desk.press("x")
        await desk.type("nights")
        await desk.press("enter", "right", "enter")
        assert "Taken away." in desk.words()
        assert ids["the long nights"] not in [link.source for link in persons_map(desk.session.case()).links]
        await desk.press("f9")
        assert "ChoiceScreen" == desk.place, "the person can see this screen: the clinician's words are asked about first"


def test_an_arrow_to_the_clinicians_words_is_counted_and_not_drawn() -> None:

    session = rich_doors("").resume(FIRST)
    for label, by in (("mine", "patient"), ("theirs", "clinician")):
        assert all(step() for step in map_acts.write_problem(session, ProblemDraft(label, by=by)))
    ids = {each.label: each.id for each in session.case().problems or ()}
    before = persons_map(session.case())
    assert all(step() for step in map_acts.draw_link(session, LinkDraft(ids["mine"], ids["theirs"], by="patient")))
    after = persons_map(session.case())
    assert before.links == after.links
    assert before.elsewhere + 1 == after.elsewhere
    assert "theirs" not in after.labels.values()
