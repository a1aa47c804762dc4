"""What a supervisor does with a practice session: comment on turns or on the whole, rate a second time, countersign."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from interview.engine.doors import Doors
from interview.language import _
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.finishing import SIGNED, sign_sheet
from interview.tui.screens.prompt import PromptScreen, Written
from interview.tui.screens.second_rating import SecondRatingScreen, rated_items
from interview.tui.screens.sign import Signing

if TYPE_CHECKING:
    from interview.tui.screens.practice_ending import PracticeEnding

SUPERVISOR: Final = "supervisor"
"""As what a supervisor signs; a word of the record."""

CHOICES: Final = (
    ("turns", _("comment on turns, with the feedback beside them")),
    ("whole", _("comment on the whole session")),
    ("second", _("rate a second time, without seeing the first ratings")),
    ("sign", _("countersign the record")),
)
COMMITS_FIRST: Final = _(
    "The trainee has not committed a formulation yet: this opens after that, so that nothing of the key is seen before."
)
FINISHES_FIRST: Final = _("The trainee has not finished the session yet (F10): the feedback beside each turn opens after that.")
WHOSE: Final = _("The supervisor's name or initials.")
NOT_SIGNED: Final = _(
    "Only a record that is closed, or can be closed, is signed: its safety questions are answered (F8), and its words of risk are settled."
)


class Supervising:
    """Opens the places of a supervisor over the practice screen; each act is the session's."""

    def __init__(self, screen: PracticeEnding, practice: Practice, doors: Doors, glyphs: Glyphs) -> None:
        self._screen, self._practice, self._session = screen, practice, practice.session
        self._doors, self._glyphs = doors, glyphs

    def open(self) -> None:
        """Choose what to do."""
        self._screen.app.push_screen(ChoiceScreen(_("For a supervisor"), CHOICES), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        match choice:
            case "turns" if not self._screen.check_action("replay", ()):
                self._screen.say(FINISHES_FIRST)
            case "second" if not self._session.is_committed:
                self._screen.say(COMMITS_FIRST)
            case "turns":
                self._screen.action_replay()
            case "whole":
                self._screen.app.push_screen(PromptScreen(_("Comment on the whole session")), self._comment)
            case "second":
                self._ask_name(self._rate)
            case "sign":
                self._sign_first()

    def _ask_name(self, then: Callable[[str], object]) -> None:
        def named(name: Written | None) -> None:
            if name is not None and name.is_finished:
                then(name.text)

        self._screen.app.push_screen(PromptScreen(_("Who are you?"), text=WHOSE), named)

    def _comment(self, written: Written | None) -> None:
        if written is not None and written.is_finished:
            self._ask_name(partial(self._keep_comment, written.text))

    def _keep_comment(self, text: str, name: str) -> None:
        self._screen.act_and_say(partial(self._session.comment, name, text), _("The comment is kept; it stands under the feedback."))

    def _rate(self, name: str) -> None:
        if not rated_items(self._practice):
            self._screen.say(_("This case has no rating that can be given a second time."))
            return
        self._screen.app.push_screen(SecondRatingScreen(self._practice, self._glyphs, by=name), self._screen.and_then)

    def _sign_first(self) -> None:
        if self._session.may("review") and self._screen.attempt(lambda: self._session.go("review")) is None:
            return
        if not self._session.may_sign():
            self._screen.say(NOT_SIGNED)
            return
        self._screen.app.push_screen(sign_sheet(self._session, Signing("", SUPERVISOR, False)), self._sign)

    def _sign(self, filled: Signing | None) -> None:
        if filled is not None and filled.is_finished:
            self._screen.act_and_say(partial(self._session.sign, filled.name, filled.note), SIGNED)
