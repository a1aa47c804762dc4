"""What stands before a line is asked for: the question, the map, the review, the report, or that nothing is asked. Said once each."""

from __future__ import annotations

from dataclasses import replace

from interview.engine.doors import Doors
from interview.engine.phases import top_of
from interview.engine.session import Session
from interview.engine.view import ItemView, SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.formulation import FormulationTalk
from interview.plain.question import question_lines
from interview.plain.returning import Returning
from interview.plain.reviewing import ReviewTalk, head_lines
from interview.plain.safety import SafetyTalk
from interview.plain.sharing import Sharing, folded_lines
from interview.plain.signing import closed_lines
from interview.plain.summary import summary_lines
from interview.plain.words import ALL_ASKED, NOT_AGREED
from interview.views.report import build
from interview.views.signature_words import seal_words


class Showing:
    """Says where the interview stands; it takes nothing."""

    def __init__(self, doors: Doors, session: Session, console: Console) -> None:
        self._doors, self._session, self._console = doors, session, console
        self._sharing = Sharing(console, doors.view_seconds)
        self._acting = Acting(session, console, self._sharing)
        self._safety = SafetyTalk(doors, self._acting, console, self._sharing)
        self._map = FormulationTalk(self._acting, console, self._sharing)
        self._review = ReviewTalk(self._acting, console, self._sharing)
        self._returning = Returning(self._acting, console)
        self._shown: tuple[object, ...] | None = None
        self._section: str | None = None
        self._asks_on = self._wants_record = False
        """In safety: whether the questions, or the record of what was done, were asked for."""

    def _show(self, view: SessionView) -> None:
        records = self._needs_disposition(view)
        key = (view.phase, view.item.link_id if view.item else None, view.safety.need, records)
        if key == self._shown:
            return
        self._shown = key
        self._sharing.turned_to(view.item.link_id if view.item else None)
        phase = top_of(view.phase)
        if phase != "safety":
            self._asks_on = self._wants_record = False
            self._safety.leave()
        else:
            self._safety.show(view.safety, may_undo="undo_safety" in view.may)
            if records:
                self._safety.begin(view.safety, view.interviewer)
                return
        if view.item is not None:
            self._show_question(view, view.item)
        elif phase == "formulating":
            self._map.show()
        elif phase == "reviewing":
            self._review.show(view)
        elif phase == "closed":
            self._show_closed(view)
        elif view.consent_refused:
            self._console.say("", NOT_AGREED)
        else:
            self._console.say("", ALL_ASKED)

    def _show_question(self, view: SessionView, item: ItemView) -> None:
        self._enter_section(item)
        if self._sharing.hides(item):
            self._console.say("", *folded_lines(item))
        else:
            self._console.say("", *question_lines(self._sharing.seen(item), may_keep=view.phase != "safety"))

    def _show_closed(self, view: SessionView) -> None:
        shared = self._sharing.is_shared
        head = () if shared else head_lines(build(self._session))
        self._console.say(
            "", *head, *summary_lines(self._session, view, is_shared=shared), "", *closed_lines(view, seal_words(self._session))
        )

    def _enter_section(self, item: ItemView) -> None:
        if item.section == self._section:
            return
        self._section = item.section
        section = self._session.questionnaire.sections.get(item.section)
        self._console.say("", f"== {item.section_title} ==")
        if section is not None and section.intro:
            self._console.say(_("Say: {intro}").format(intro=section.intro))

    def _prompt(self, view: SessionView) -> str:
        return self._safety.prompt if self._needs_disposition(view) else "> "

    def _needs_disposition(self, view: SessionView) -> bool:
        if view.phase != "safety" or view.safety.need is None:
            return False
        return view.item is None or self._wants_record or (view.safety.need == "disposition" and not self._asks_on)

    def _asked_for(self, view: SessionView) -> SessionView:
        """Return the view as a word finds it: where a part of the record is asked, no question is."""
        return replace(view, item=None) if self._needs_disposition(view) else view
