"""The person's own sheet, over many cases: none is called resistant, refractory or untreatable, and help at once is on each."""

from __future__ import annotations

import random
import re
from types import SimpleNamespace
from typing import Any

from interview.export.page import Page, text_of
from interview.export.pages.patient import patient
from interview.export.selection import PRESETS
from tests.interview.export.record import ENVELOPE
from tests.second.generator import random_case
from tests.trd_core.vignettes.loading import vignettes
from trd_core.assess import assess, propose
from trd_core.reading import case_of

SHARE = 6
NEVER = re.compile(r"resistan|refractor|untreatable|intractable|treatment failure", re.IGNORECASE)


def sheet(given: dict[str, Any]) -> Page:
    case = case_of(given)
    session = SimpleNamespace(
        case=lambda: case, assessment=lambda: assess(case), proposals=lambda: propose(case), state=SimpleNamespace(practice=False)
    )
    return patient(session, ENVELOPE, PRESETS["patient"])  # type: ignore[arg-type]


def test_no_sheet_calls_anybody_resistant_and_each_says_where_help_is() -> None:
    given = [each.whole.get("given", {}) for each in vignettes() if "refused" not in each.whole and "raw" not in each.whole][::SHARE]
    given += [random_case(random.Random(seed), (0.1, 0.3, 0.6)[seed % 3]) for seed in range(30)]
    assert 100 < len(given)
    for case in given:
        text = "\n".join(text_of(sheet(case)))
        assert [] == NEVER.findall(text)
        assert 2 <= text.count("Help at once")
