"""The expert's key as a record: its facts, problems and links given to a session, line by line, as a replay gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from interview.engine.lines import submit
from interview.engine.replies import Refused
from interview.engine.session import Session
from interview.practice.patient.case_file import CaseFile

RATINGS: Final = ("severity", "burden", "impairment", "urgency", "modifiability", "patient_priority", "treatment_available")
"""Ratings of a problem, as the case names them."""


def key_lines(case: CaseFile) -> Iterator[Mapping[str, Any]]:
    """Yield the lines of a key: facts first, then the map."""
    for link_id, value in case.key.answers.items():
        yield {"link_id": link_id, "value": value}
    for place, problem in enumerate(case.key.problems):
        head = {"id": problem.id, "label": problem.label, "area": problem.area, "kind": problem.kind, "by": "clinician"}
        rated = {name: getattr(problem, name) for name in RATINGS}
        for name, value in {**head, **rated}.items():
            if value is not None:
                yield {"link_id": f"problems[{place}].{name}", "value": value}
    for place, link in enumerate(case.key.links):
        said = {"source": link.source, "target": link.target, "certainty": link.certainty, "rationale": link.because, "by": "clinician"}
        for name, value in said.items():
            yield {"link_id": f"links[{place}].{name}", "value": value}


def give(case: CaseFile, session: Session) -> tuple[tuple[str, str], ...]:
    """Give a key to a session, and return the lines that it refused: link id and why."""
    refused = []
    for line in key_lines(case):
        said = submit(session, line)
        if isinstance(said, Refused):
            refused.append((str(line["link_id"]), said.why))
    return tuple(refused)
