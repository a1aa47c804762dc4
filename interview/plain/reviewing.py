"""The review line by line: every answer by number, what was set aside, what stands before closing; and the report at the end."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.replies import Refused, Reply
from interview.engine.session import Session
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.acting import Acting
from interview.plain.assessment import deep_lines, finding_lines, plan_in_lines
from interview.plain.changing import Changing
from interview.plain.console import Console
from interview.plain.map_text import map_lines
from interview.plain.moving import standing_before_closing
from interview.plain.signing import SigningTalk
from interview.plain.words import Word
from interview.views.answer_lines import AnswerLine, answer_sections, set_aside_lines
from interview.views.depth_part import TITLE
from interview.views.locale import moment
from interview.views.report import Report, build
from interview.views.side_by_side import TITLE as BESIDE_TITLE
from interview.views.signature_words import while_open


class ReviewTalk:
    """Shows the answers and leads back to any of them."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._session, self._console = acting, acting.session, console
        self.changing = Changing(acting, console)
        self._signing = SigningTalk(acting, console)

    def show(self, view: SessionView) -> None:
        """Show every answer, what was set aside, and what stands before closing."""
        self._console.say("", _("Check the answers. /change N goes to one, /close closes the record."))
        number = 0
        for section in answer_sections(self._session):
            self._console.say(section.title)
            for line in section.answers:
                number += 1
                self._console.say(f"  {number}. {_answer(line)}")
        aside = set_aside_lines(self._session)
        if aside:
            self._console.say(
                _("Set aside: kept, counting for nothing while their questions are closed"), *(f"  - {_answer(line)}" for line in aside)
            )
        if signed := while_open(view):
            self._console.say(signed)
        standing = standing_before_closing(view)
        if standing:
            self._console.say(_("Before closing:"), *standing)

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of the review; None where it is none."""
        acted = self.changing.act(word)
        if acted is not None:
            return acted
        if word.name == "/sign":
            return self._signing.act(view, word.rest)
        if word.name == "/report":
            self._console.say(*report_lines(self._session))
            return False
        if word.name == "/list" and view.phase == "reviewing":
            return True
        if word.name != "/change" or view.phase == "safety":
            return None
        lines = [line for section in answer_sections(self._session) for line in section.answers]
        place = int(word.rest) if word.rest.isascii() and word.rest.isdigit() and len(word.rest) < 6 else 0
        if not 1 <= place <= len(lines):
            self._console.say(_("Which answer? A number from 1 to {count}; /list shows them.").format(count=len(lines)))
            return False
        link_id = lines[place - 1].link_id
        reply: Reply | None = self._acting.do(lambda: self._session.go_to(link_id))
        if reply is None or isinstance(reply, Refused):
            return False
        if view.phase == "reviewing":
            self.changing.begin(link_id)
        return True


def _answer(line: AnswerLine) -> str:
    which = f" ({line.instance})" if line.instance else ""
    said = f' ("{line.verbatim}")' if line.verbatim else ""
    flag = " [marked]" if line.is_flagged else ""
    return f"{line.question}{which} → {line.understood}{said}{flag}"


def report_lines(session: Session) -> Iterator[str]:
    """Yield the report of a record: safety, formulation, treatments, findings, what is open."""
    report = build(session, in_depth=True)
    yield from _head(report)
    yield from map_lines(report.macro)
    yield ""
    yield from deep_lines(TITLE, report.depth)
    yield from plan_in_lines(report.plan)
    yield _("Treatments: {treatments_told}").format(treatments_told=report.treatments_told)
    yield from (f"  - {each.line}" for each in report.treatments)
    yield ""
    yield from deep_lines(BESIDE_TITLE, report.informant)
    yield from finding_lines(report.findings)
    if report.open_questions:
        yield _("Questions that would help to settle what is open")
        yield from (f"  - {each.question}" for each in report.open_questions)
    for note in report.notes:
        yield _("Note {kind}{part}: {text}").format(
            kind=note.kind, part=_(" on {on}").format(on=note.on) if note.on else "", text=note.text
        )
    yield _("Sources of the rules")
    yield from (f"  - {source.citation}" for source in report.sources)


def _head(report: Report) -> Iterator[str]:
    header, safety = report.header, report.safety
    yield _("REPORT of {subject}, {visit}, {phase}; last change {moment}").format(
        subject=header.subject, visit=header.visit, phase=header.phase, moment=moment(header.updated_at)
    )
    yield from report.signatures
    yield from report.what_it_is
    yield _("Safety: {level}. {caveat}").format(level=safety.level, caveat=safety.caveat)
    for title, lines in (
        (_("endorsed"), safety.endorsed),
        (_("refused or unclear"), safety.unclear),
        (_("not answered"), safety.unanswered),
    ):
        if lines:
            yield f"  {title}: {'; '.join(lines)}"
    yield from (f"  {part}: {words}" for part, words in safety.disposition)
    if safety.still_needed:
        yield _("  not recorded yet: {listed}").format(listed="; ".join(safety.still_needed))
    if report.set_aside:
        yield _("{counted} behind closed questions count for nothing.").format(
            counted=ngettext("{n} answer", "{n} answers", len(report.set_aside)).format(n=len(report.set_aside))
        )
    yield ""
