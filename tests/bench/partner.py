"""A peer in a process and an environment of its own, that times its own work whenever it is told to."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.environments import Unavailable
from tests.bench.line import Spent


class Partner:
    """Told a line, it works once and answers with a line of JSON: `wall` and `cpu`, in seconds. Raises `Unavailable` where it ends."""

    def __init__(self, argv: Sequence[str], folder: Path) -> None:
        variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        self._process = subprocess.Popen(
            argv, cwd=folder, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def once(self, told: str = "go") -> Spent:
        """Let it work once, and return what it took."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(f"{told}\n")
            self._process.stdin.flush()
            said: dict[str, Any] = json.loads(self._process.stdout.readline())
        except (OSError, ValueError):
            raise Unavailable("it ended before it had an answer") from None
        return Spent(said["wall"], said["cpu"])

    def end(self) -> None:
        """Let it end."""
        self._process.kill()
        self._process.communicate()
