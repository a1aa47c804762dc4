"""`Asked`: one question's side of an answer: its kind, unit, options and bounds, and the text that came."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from interview.understanding.understood import Option, Understood


@dataclass(frozen=True, slots=True)
class Asked:
    """What every reader is given beside the tokens."""

    kind: str
    text: str
    """The answer, cleaned."""
    unit: str | None = None
    options: tuple[Option, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    today: dt.date | None = None
    about: str | None = None
    """The link id of the question, where it is known: what a "no" or "that's all" means hangs on it."""

    def names(self) -> tuple[str, ...]:
        """Return every word by which an option may be named."""
        return tuple(name for option in self.options for name in (option.code, option.display, *option.say))

    def not_understood(self) -> Understood:
        """Return that nothing was understood; the text is kept."""
        return Understood("not_understood", self.text)
