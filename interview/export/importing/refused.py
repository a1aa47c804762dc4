"""`ImportRefused`: a file that cannot come back as it says it is: where, what was found, what is allowed. Never an answer's text."""

from __future__ import annotations

from interview.language import _


class ImportRefused(ValueError):
    """Nothing of the file was taken."""

    def __init__(self, path: str, found: str, allowed: str) -> None:
        self.path, self.found, self.allowed = path, found, allowed
        super().__init__(_("{path}: found {found}; allowed: {allowed}").format(path=path, found=found, allowed=allowed))
