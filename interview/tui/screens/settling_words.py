"""Settling words of risk by hand: how they are meant, and why, in a line. It saves nothing; the caller does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from textual.app import App

from interview.language import _
from interview.tui.screens.prompt import PromptScreen, Written

NOT_SETTLED: Final = _("Not settled: it takes a reason in a line.")


def ask_reason(app: App[object], settle: Callable[[str], object], say: Callable[[str], object]) -> None:
    """Ask why words are settled so, and settle them with the reason; without one nothing is settled, and that is said."""

    def given(reason: Written | None) -> None:
        if reason is not None and reason.is_finished:
            settle(reason.text)
        else:
            say(NOT_SETTLED)

    sheet = PromptScreen(
        _("Why are the words settled so?"), text=_("A line for the record: what was asked, what was said, where it stands.")
    )
    app.push_screen(sheet, given)
