"""The primary problem, confirmed in the formulation: asked first, with a reason where there is one, and taken back the same way."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from interview.language import _
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.ask_words import AskWords
from interview.tui.screens.map_links import LinkScreen
from interview.tui.screens.prompt import Written

TOOLTIP = _("Confirm this problem as the primary one, with a reason where there is one, or take that back")
NOT_ON_THE_MAP = _("Only a problem of the clinician's map can be confirmed as the primary one.")


class PrimaryOnMap(LinkScreen):
    """Asks; the session records what the clinician decided."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("i", "primary", _("Primary"), show=False, tooltip=TOOLTIP)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer it where the problems stand, while no rating has the keys."""
        if action == "primary" and self.is_mounted:
            return not self.is_rating and self.tab == "problems"
        return super().check_action(action, parameters)

    def action_primary(self) -> None:
        """Confirm the problem under the cursor, or take back what was confirmed."""
        problem, stands = self.problem_here, self.session.primary()
        if problem is None or problem not in self.reading.labels:
            self.say(NOT_ON_THE_MAP)
        elif stands is not None and stands.problem == problem:
            question = _("Take back that this is the primary problem?\n{label}").format(label=self.reading.labels[problem])
            self.app.push_screen(AskFirst(question, yes=_("Yes, take it back")), self._take_back)
        else:
            self._ask(problem)

    def _ask(self, problem: str) -> None:
        draft = f"primary:{problem}"

        def answered(written: Written | None) -> None:
            if written is not None:
                self.drafts[draft] = written.text
                if written.is_finished:
                    step = partial(self.session.confirm_primary, problem, written.text or None)
                    self.act_on_draft(draft, (step,), words=written.text, said=_("Recorded: confirmed as the primary problem."))

        question = _("Confirm this as the primary problem?\n{label}\nA reason can be written here; it may stay empty.").format(
            label=self.reading.labels[problem]
        )
        self.app.push_screen(AskWords(question, save=_("Confirm"), words=self.drafts.get(draft, ""), needed=False), answered)

    def _take_back(self, is_yes: bool | None) -> None:
        if is_yes:
            self.act(partial(self.session.confirm_primary, None), said=_("Taken back: no problem is confirmed as the primary one."))
