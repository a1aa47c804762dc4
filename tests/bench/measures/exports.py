"""Exports of a record of 150 answers, warm: PDF against the bare typesetter, FHIR against building it with `fhir.resources`."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from importlib import resources

import typst

from interview.export.envelope import Envelope
from interview.export.formats import FORMATS, render
from interview.export.order import Order, ordered
from interview.export.page_pdf import _data
from interview.export.readers import page_for
from interview.export.selection import PRESETS
from tests.bench.environments import ROOT, Unavailable, environment
from tests.bench.line import Line, Spent, measured
from tests.bench.partner import Partner
from tests.bench.profiles import slowest
from tests.bench.rounds import Asked, alternating, timed
from tests.interview.export.record import long_record

FHIR = "fhir.resources==8.3.0"


def run(asked: Asked) -> Iterator[Line]:
    """Write each export again and again, in turns with its floor."""
    session = long_record(150)
    exported_at = "2026-03-02T16:00:00+00:00"
    envelope = Envelope("0", exported_at, "seal")

    def order(form: str) -> Order:
        return ordered(session, envelope, PRESETS["chart"], is_page=FORMATS[form].is_page)

    def written(form: str) -> bytes:
        return b"".join(render(form, order(form)).values())

    template = (resources.files("interview.export") / "templates" / "page.typ").read_bytes()
    data = json.dumps(_data(page_for(order("pdf"))), ensure_ascii=False)
    at = dt.datetime.fromisoformat(exported_at)
    with tempfile.TemporaryDirectory() as empty:

        def typeset() -> object:
            compiler = typst.Compiler(
                template, root=empty, package_path=empty, package_cache_path=empty, ignore_system_fonts=True, sys_inputs={"page": data}
            )
            return compiler.compile(format="pdf", timestamp=at)

        here, there = alternating(asked.rounds, lambda: written("pdf"), typeset)
    where = slowest(lambda: written("pdf")) if asked.profile else ()
    yield measured("exports.pdf", "PDF", here, there, against="the bare typesetter", goal=1.3, where=where)
    yield from _fhir(asked, lambda: written("fhir"))
    others = [form for form in FORMATS if form not in ("pdf", "fhir")]
    for form, took in zip(others, alternating(asked.rounds, *(partial(written, form) for form in others)), strict=True):
        yield measured(f"exports.{form}", form, took)


def _fhir(asked: Asked, written: Callable[[], bytes]) -> Iterator[Line]:
    try:
        python = environment("fhir", [FHIR])
        (asked.scratch / "bundle.json").write_bytes(written())
        partner = Partner([str(python), str(ROOT / "tests" / "bench" / "fhir_peer.py"), str(asked.scratch / "bundle.json")], asked.scratch)
        partner.once()
    except Unavailable as why:
        yield Line("exports.fhir", "FHIR", against=FHIR, goal=0.1, skipped=str(why))
        return
    here, there = list[Spent](), list[Spent]()
    for __ in range(asked.rounds):
        here.append(timed(written))
        there.append(partner.once())
    partner.end()
    where = slowest(written) if asked.profile else ()
    yield measured("exports.fhir", "FHIR", here, there, against=FHIR, goal=0.1, where=where)
