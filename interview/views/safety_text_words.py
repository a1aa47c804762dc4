"""When the clinic's own safety text is shown, and how it will stand: what the settings say beside it. It decides nothing."""

from __future__ import annotations

from typing import Final

from interview.language import _
from interview.views.locale import OR, listed
from interview.views.path_titles import path_title

SHOWN_AT: Final = (
    "safety.method",
    "safety.intent",
    "safety.plan",
    "safety.act",
    "safety.harm_to_others",
    "safety.psychosis",
    "safety.mania",
    "safety.abuse",
    "safety.dependants_at_risk",
    "safety.dangerous_withdrawal",
)
"""The questions at whose yes the text is shown (`risk_signs.STOP`), in the order of asking."""

NOT_ALONE: Final = ("safety.wish_to_be_dead", "safety.thoughts", "safety.self_harm")
"""The questions at whose yes alone it is not (`risk_signs.ACKNOWLEDGE`)."""


def shown_when() -> str:
    """Return at which answers the text is shown, and at which it is not."""
    return _(
        "It is shown at a yes to: {stopping}; and where a safety question is refused or has no clear answer. "
        "A yes to {others} alone does not show it: the questions are finished first."
    ).format(
        stopping=listed([path_title(link_id) for link_id in SHOWN_AT]), others=listed([path_title(link_id) for link_id in NOT_ALONE], OR)
    )


def preview(text: str, banner: str | None) -> str:
    """Return the text as it will stand in the interview, with the banner of the bundled one, and when that is."""
    shown = text if banner is None else f"{text}\n({banner})"
    return "\n\n".join((_("So it stands above the questions, while the interview waits:"), shown, shown_when()))
