"""Builds a bundle with `fhir.resources` whenever it is told a line, and writes the seconds that took."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from fhir.resources.R4B import get_fhir_model_class  # type: ignore[import-not-found,unused-ignore]

tree = json.loads(Path(sys.argv[1]).read_bytes())
Bundle = get_fhir_model_class("Bundle")
for __ in sys.stdin:
    cpu, wall = time.process_time(), time.perf_counter()
    Bundle.model_validate(tree).model_dump_json()
    print(json.dumps({"wall": time.perf_counter() - wall, "cpu": time.process_time() - cpu}), flush=True)
