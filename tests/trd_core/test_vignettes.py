"""Cases and what must be concluded from them: TOML vignettes (`name`, `given`, `expect`, `source`), run by one runner.

`expect` holds paths into the assessment, `findings` parts of findings by id, `proposed` what must and must not be
proposed. The text "null" stands for null, which TOML does not have.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from trd_core.assess import assess, propose
from trd_core.reading import case_of, model_of
from trd_core.settings import Settings

FOLDER = Path(__file__).parent / "vignettes"
VIGNETTES = [
    pytest.param(vignette, id=f"{file.stem}: {vignette['name']}")
    for file in sorted(FOLDER.glob("*.toml"))
    for vignette in tomllib.loads(file.read_text("utf-8"))["vignette"]
]


def _at(whole: Any, path: str) -> Any:
    for step in path.split("."):
        whole = whole[int(step)] if isinstance(whole, list) else whole[step]
    return whole


def _null(value: Any) -> Any:
    if isinstance(value, list):
        return [_null(each) for each in value]
    return None if value == "null" else value


@pytest.mark.parametrize("vignette", VIGNETTES)
def test_the_case_is_assessed_as_expected(vignette: dict[str, Any]) -> None:
    assert vignette["source"]
    case = case_of(vignette["given"])
    settings = model_of(vignette.get("settings", {}), Settings)
    assessed = assess(case, settings).model_dump(mode="json")
    for path, expected in vignette.get("expect", {}).items():
        assert _null(expected) == _at(assessed, path), path
    for finding_id, parts in vignette.get("findings", {}).items():
        for part, expected in parts.items():
            assert _null(expected) == assessed["findings"][finding_id][part], f"{finding_id} {part}"
    proposed = vignette.get("proposed", {})
    proposals = propose(case, settings)
    problems = {problem.id: problem for problem in proposals.problems}
    links = {link.id for link in proposals.links}
    if "exactly" in proposed:
        assert proposed["exactly"] == list(problems)
    assert set(proposed.get("problems", ())) <= set(problems)
    assert not set(proposed.get("no_problems", ())) & set(problems)
    assert set(proposed.get("links", ())) <= links
    assert not set(proposed.get("no_links", ())) & links
    assert set(proposed.get("open_links", ())) <= {link.id for link in proposals.open_links}
    for problem, ratings in proposed.get("ratings", {}).items():
        for rating, expected in ratings.items():
            assert _null(expected) == getattr(problems[problem].ratings, rating), f"{problem} {rating}"


def test_every_vignette_expects_something() -> None:
    for parameter in VIGNETTES:
        vignette: dict[str, Any] = parameter.values[0]  # type: ignore[assignment]
        assert vignette.get("expect") or vignette.get("findings") or vignette.get("proposed"), vignette["name"]
