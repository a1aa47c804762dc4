"""What stands before a line is asked for: the question, the map, the review, the report, or that nothing is asked. Said once each."""

from __future__ import annotations

from interview.engine.doors import Doors
from interview.engine.phases import top_of
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.formulation import FormulationTalk
from interview.plain.question import question_lines
from interview.plain.reviewing import ReviewTalk, report_lines
from interview.plain.safety import SafetyTalk
from interview.plain.signing import closed_lines
from interview.plain.words import ALL_ASKED, NOT_AGREED


class Showing:
    """Says where the interview stands; it takes nothing."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        self._doors, self._session, self._console = doors, session, console
        self._acting = Acting(session, console)
        self._safety = SafetyTalk(doors, self._acting, console)
        self._map = FormulationTalk(self._acting, console)
        self._review = ReviewTalk(self._acting, console)
        self._shown: tuple[object, ...] | None = None
        self._section: str | None = None
        self._asks_on = False

    def _show(self, view: SessionView) -> None:
        key = (view.phase, view.item.link_id if view.item else None, view.safety.need)
        if key == self._shown:
            return
        self._shown = key
        phase = top_of(view.phase)
        if phase != "safety":
            self._safety.leave()
        else:
            self._safety.show(view.safety)
            if self._needs_disposition(view):
                self._safety.begin(view.safety, view.interviewer)
                return
        if view.item is not None:
            self._enter_section(view)
            self._console.say("", *question_lines(view.item))
        elif phase == "formulating":
            self._map.show()
        elif phase == "reviewing":
            self._review.show(view)
        elif phase == "closed":
            self._console.say("", *report_lines(self._session), "", *closed_lines(view))
        elif view.consent_refused:
            self._console.say("", NOT_AGREED)
        else:
            self._console.say("", ALL_ASKED)

    def _enter_section(self, view: SessionView) -> None:
        assert view.item is not None
        if view.item.section == self._section:
            return
        self._section = view.item.section
        section = self._session.questionnaire.sections[view.item.section]
        self._console.say("", f"== {section.title} ==")
        if section.intro:
            self._console.say(_("Say: {intro}").format(intro=section.intro))

    def _prompt(self, view: SessionView) -> str:
        return self._safety.prompt if self._needs_disposition(view) else "> "

    def _needs_disposition(self, view: SessionView) -> bool:
        if view.phase != "safety" or view.safety.need is None:
            return False
        return view.item is None or (view.safety.need == "disposition" and not self._asks_on)
