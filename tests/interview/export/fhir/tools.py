"""What stands outside of the project to check it against; `scripts/fhir-tools` fetches it, and without it the tests say so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
TOOLS = Path(os.environ.get("TRD_FHIR_TOOLS") or CACHE / "trd-interview-fhir-tools")
PYTHON = TOOLS / "venv" / "bin" / "python"
SCHEMA = TOOLS / "schema" / "fhir.schema.json"
LFORMS = TOOLS / "lforms"

needs_validators = pytest.mark.skipif(
    not (PYTHON.is_file() and SCHEMA.is_file()), reason=f"no fhir.resources and no R4 schema in {TOOLS}; ./scripts/fhir-tools fetches them"
)
needs_lforms = pytest.mark.skipif(
    shutil.which("node") is None or not LFORMS.is_dir(), reason=f"no Node, or no lforms in {TOOLS}; ./scripts/fhir-tools fetches it"
)
