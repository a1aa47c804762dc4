"""What `import trd_core.assess` loads and makes: counted, never timed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Final

MOST_MODULES: Final = 90
"""Modules of the core that an assessment is made of; 105 where what is computed in depth only is loaded beside them."""

ASKED: Final = """
import json, sys
import trd_core.assess
from pydantic import BaseModel

def below(kind):
    return [each for child in kind.__subclasses__() for each in (child, *below(child))]

own = [kind for kind in below(BaseModel) if kind.__module__.startswith("trd_core.")]
print(json.dumps({
    "modules": sorted(name for name in sys.modules if name.startswith("trd_core")),
    "models": len(own),
    "built": [kind.__name__ for kind in own if kind.__pydantic_complete__],
}))
"""


def _loaded() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True).stdout)
    return told


def test_importing_it_builds_no_model_and_loads_nothing_that_is_asked_in_depth_only() -> None:
    loaded = _loaded()
    assert 80 < loaded["models"]
    assert [] == loaded["built"]
    assert ["trd_core.fragility", "trd_core.fragility.entry"] == [name for name in loaded["modules"] if "fragility" in name]
    assert MOST_MODULES >= len(loaded["modules"])
