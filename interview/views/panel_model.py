"""What the clinician's view is made of: groups of lines, each with what it rests on; and what changed from one view to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Sign = Literal["present", "open", "plain"]
Change = Literal["new", "changed"]


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One line: its words, its sign (never by colour alone), what it rests on, and where it leads."""

    text: str
    sign: Sign = "plain"
    finding: str | None = None
    """Id of the finding that it shows."""
    link_id: str | None = None
    """The question that it leads to."""
    findings: tuple[str, ...] = ()
    """Ids of the findings that it shows together."""
    name: str = ""
    """What the line stays while its words change; empty: its finding, else its question, else its words."""

    @property
    def rests_on(self) -> tuple[str, ...]:
        """Ids of the findings whose reasons stand behind the line."""
        return (self.finding,) if self.finding is not None else self.findings

    @property
    def known_as(self) -> str:
        """What the line is known by from one view to the next."""
        return self.name or self.finding or self.link_id or self.text


@dataclass(frozen=True, slots=True)
class PanelGroup:
    """Lines that belong together."""

    title: str
    lines: tuple[PanelLine, ...]
    id: str = ""
    """`latest`, `safety`, `treatments`, `found`, `map`, `open`, `settling`."""


@dataclass(frozen=True, slots=True)
class PanelView:
    """The whole panel; on the shared screen it has no groups."""

    shared: bool
    summary: str
    """One neutral line, fit for a screen that the person sees."""
    groups: tuple[PanelGroup, ...] = ()

    @property
    def lines(self) -> Mapping[tuple[str, str], PanelLine]:
        """Every line, by its group and what it is known by."""
        return {(group.id, line.known_as): line for group in self.groups for line in group.lines}


def changes(before: PanelView, now: PanelView) -> Mapping[tuple[str, str], Change]:
    """Return which lines are new, and which say something else than before; of the questions that would settle most, none."""
    stood = {key: line.text for key, line in before.lines.items()}
    return {
        key: "changed" if key in stood else "new" for key, line in now.lines.items() if key[0] != "settling" and stood.get(key) != line.text
    }
