"""However an interview went: what stands behind closed questions could be anything, and no export would differ."""

from __future__ import annotations

import os
import sys

import pytest

from tests.interview.export.aside import leaks, with_others_aside
from tests.interview.export.record import record

WALKS = int(os.environ.get("TRD_EXPORT_WALKS", "20"))


def test_no_export_holds_an_answer_that_is_set_aside(capsys: pytest.CaptureFixture[str]) -> None:
    results = [leaks(seed) for seed in range(WALKS)]
    aside, compared = sum(each[0] for each in results), sum(each[1] for each in results)
    with capsys.disabled():
        said = f"{WALKS} walks (scripts/walk_exports makes 2,000), {aside} answers set aside, {compared} exports compared"
        print(f"\nset aside: {said}", file=sys.stderr)
    assert [] == [name for each in results for name in each[2]]
    assert aside > WALKS // 3


def test_the_proof_can_fail() -> None:
    session = record()
    other = with_others_aside(session)
    assert session.set_aside() != other.set_aside()
    assert session.case() == other.case()
    assert session.state.answers["lifestyle.smoking"] == other.state.answers["lifestyle.smoking"]
