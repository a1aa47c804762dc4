"""Signing a closed record, and opening a signed one again, from the interviewing screen."""

from __future__ import annotations

from typing import Final

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.asking import AskingScreen
from interview.tui.screens.finishing import SIGNED, sign_sheet
from interview.tui.screens.sign import Signing
from interview.views.signature_words import before_reopening

SIGNING: Final = (("sign", _("Sign this record by name, once it is closed")),)
"""The act for a screen's list of acts."""


class SigningActs(AskingScreen):
    """Asks first; then the session signs, or opens the record again."""

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session, doors, glyphs)
        self._signing: Signing | None = None
        """What was typed to sign with, and not saved."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer signing where the record may be signed."""
        return self.session.may_sign() if action == "sign" else super().check_action(action, parameters)

    def action_sign(self) -> None:
        """Ask for the name."""
        self.let_core_finish()
        self.app.push_screen(sign_sheet(self.session, self._signing), self._sign)

    def _sign(self, filled: Signing | None) -> None:
        self._signing = filled
        if filled is not None and filled.is_finished and self.done(lambda: self.session.sign(filled.name, filled.note)):
            self._signing = None
            self.say(SIGNED)
            self.draw()

    def reopen(self) -> None:
        """Open the record again; where it is signed, say beforehand what a change will do to that."""
        question = before_reopening(self.session.view())
        if question:
            self.app.push_screen(
                AskFirst(question, yes=_("Yes, open it again"), no=_("No, leave it closed")),
                lambda is_yes: self._reopen() if is_yes else None,
            )
        else:
            self._reopen()

    def _reopen(self) -> None:
        self.done(lambda: self.session.go("reopen"))
        self.draw()
