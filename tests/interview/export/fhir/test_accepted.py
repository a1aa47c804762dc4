"""Other programs take what we write: `fhir.resources` (R4B), the official R4 schema, and the renderer lforms, there and back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from interview.export.fhir.bundle import to_fhir
from interview.export.fhir.questionnaire import fhir_questionnaire, to_fhir_questionnaire
from interview.export.order import ordered
from interview.export.selection import selection_for
from interview.questionnaire.reader import bundled
from tests.interview.engine.test_attached import under_way
from tests.interview.export.fhir.test_beside import told_by_a_partner
from tests.interview.export.fhir.tools import LFORMS, PYTHON, SCHEMA, needs_lforms, needs_validators
from tests.interview.export.fhir.world import READERS, code, demonstration
from tests.interview.export.record import ENVELOPE, record

HERE = Path(__file__).parent


@needs_validators
def test_every_export_is_accepted_by_two_independent_validators(tmp_path: Path) -> None:
    (tmp_path / "questionnaire.json").write_bytes(to_fhir_questionnaire(bundled()))
    orders = {"small-chart": ordered(record(), ENVELOPE, selection_for("chart"))}
    orders |= {reader: ordered(demonstration(), ENVELOPE, selection_for(reader), code=code) for reader in READERS}
    redacted = selection_for("chart", redacted=frozenset({"trials[].agent"}))
    orders["informant"] = ordered(told_by_a_partner(), ENVELOPE, selection_for("chart"))
    attached = under_way()
    for item, text in {"q1": "2", "q2": "3", "loud": "the street", "total": "9"}.items():
        attached.answer(f"attached:1:{item}", text)
    orders["attached"] = ordered(attached, ENVELOPE, selection_for("chart"))
    orders["redacted"] = ordered(record(), ENVELOPE, redacted)
    for name, order in orders.items():
        (tmp_path / f"{name}.json").write_bytes(to_fhir(order)[""])
    files = sorted(tmp_path.iterdir())
    run = subprocess.run([PYTHON, HERE / "validate.py", SCHEMA, *files], capture_output=True, text=True, timeout=120)
    assert "" == run.stderr
    assert [] == [line for line in run.stdout.splitlines() if not line.startswith("checked ")]
    assert len(files) == 8 == len(run.stdout.splitlines())


@needs_lforms
def test_the_renderer_lforms_drops_nothing_and_adds_nothing(tmp_path: Path) -> None:
    ours = fhir_questionnaire(bundled())
    source, target = tmp_path / "ours.json", tmp_path / "theirs.json"
    source.write_text(json.dumps(ours), "utf-8")
    subprocess.run(["node", HERE / "round_trip.js", LFORMS, source, target], check=True, timeout=120, capture_output=True)
    theirs = json.loads(target.read_text("utf-8"))
    assert [each["linkId"] for each in items(ours)] == [each["linkId"] for each in items(theirs)]
    assert [one(each) for each in items(ours)] == [one(each) for each in items(theirs)]
    assert [ours[name] for name in ("url", "version", "title", "contained")] == [
        theirs[name] for name in ("url", "version", "title", "contained")
    ]


def items(resource: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in resource.get("item", ()):
        yield item
        yield from items(item)


def one(item: dict[str, Any]) -> dict[str, Any]:
    """An item alone; the order of extensions tells nothing."""
    held = {name: value for name, value in item.items() if name != "item"}
    return {**held, "extension": sorted(item.get("extension", ()), key=json.dumps)}
