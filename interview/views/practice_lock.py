"""What stays unsaid in a practice session until the trainee settled their own formulation: findings, proposals, what would settle most.

The one question is `session.may_propose`; proposals are kept back by the session itself. Safety is never kept back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from interview.engine.session import Session
from interview.language import _
from interview.views.panel_model import PanelView
from trd_core.finding import Finding

NOT_COMMITTED: Final = _(
    "PRACTICE, not committed: the trainee has not settled a formulation yet, so that findings and proposals of the program are not shown."
)
LOCKED: Final = _("Findings and proposals are shown once you settled your own formulation.")


def panel_in(session: Session, shown: PanelView) -> PanelView:
    """Return the panel as it may be shown in a session: of one that is not committed, its lines of safety and that the rest is closed."""
    if session.may_propose or shown.shared:
        return shown
    return PanelView(False, LOCKED, tuple(group for group in shown.groups if group.id == "safety"))


def findings_in(session: Session) -> Mapping[str, Finding]:
    """Return the findings that may be shown in a session."""
    return session.assessment().findings if session.may_propose else {}
