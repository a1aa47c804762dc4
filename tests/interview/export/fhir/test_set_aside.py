"""However an interview went: no answer behind a closed branch, and no private note, is in a bundle."""

from __future__ import annotations

import os

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.questionnaire.places import MORE
from tests.interview.engine.world import SMALL
from tests.interview.export.fhir.world import answered, exported, marks, resources
from tests.interview.export.importing.walks import walk

WALKS = int(os.environ.get("EXPORT_WALKS", "15"))


def test_what_is_set_aside_is_in_no_bundle_and_what_counts_is_in_each() -> None:
    aside = told = 0
    for seed in range(WALKS):
        session = walk(seed)
        bundle = exported(session)
        given = sum("answer" in each or "answered-none" in marks(each) for each in answered(bundle))
        counts = [
            each
            for link_id, each in session.state.answers.items()
            if session.answer_of(link_id) is not None and item_of(SMALL, link_id) is not None and not is_after_nobody(session, link_id)
        ]
        assert given == sum(each.status == "answered" and each.value is not None for each in counts), seed
        private = [note.text for note in session.state.notes if note.kind == "private"]
        shown = [str(marks({"extension": [each]})) for each in resources(bundle, "QuestionnaireResponse")[0]["extension"]]
        assert len([each for each in shown if each.startswith("{'note'")]) == len(session.state.notes) - len(private)
        aside += len(session.set_aside())
        told += given
    assert told > 5 * WALKS
    assert aside > WALKS // 5


def is_after_nobody(session: Session, link_id: str) -> bool:
    """Whether it asks for another member after one that is not there: it tells nothing."""
    group, bracket, index = link_id.removeprefix(MORE).partition("[")
    return link_id.startswith(MORE) and bool(bracket) and int(index.rstrip("]")) not in session.state.instances(group)
