"""The review line by line: every answer by number, what was set aside, what stands before closing; and the report at the end."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.replies import Refused, Reply
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.acting import Acting
from interview.plain.assessment import deep_lines, finding_lines, plan_in_lines
from interview.plain.changing import Changing
from interview.plain.console import Console
from interview.plain.map_text import map_lines
from interview.plain.moving import standing_before_closing
from interview.plain.paging import read_out
from interview.plain.sharing import FOLDED, Sharing
from interview.plain.signing import SigningTalk
from interview.plain.summary import summary_lines
from interview.plain.words import Word
from interview.views.answer_lines import SOURCES, AnswerLine, answer_sections, set_aside_lines
from interview.views.attached_words import TITLE as ATTACHED
from interview.views.attached_words import attached_deep
from interview.views.beyond_depth import TITLE as NOT_ASKED
from interview.views.depth_part import TITLE
from interview.views.locale import moment
from interview.views.report import Report, build
from interview.views.safety_part import record_title
from interview.views.side_by_side import TITLE as BESIDE_TITLE
from interview.views.signature_words import while_open


class ReviewTalk:
    """Shows the answers and leads back to any of them."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing
        self.changing = Changing(acting, console, sharing)
        self._signing = SigningTalk(acting, console, sharing)
        self._listed: dict[str, str] | None = None
        """What was said of each answer the last time."""

    def show(self, view: SessionView) -> None:
        """Show every answer once; later only what changed, and how the record stands."""
        lines = {line.link_id: f"  {number}. {self._said(line)}" for number, line in numbered(self._session)}
        if self._listed is None:
            self._list(view, lines)
            return
        self._console.say("", _("Back at the review. /list says all answers, /change N goes to one, /close closes the record."))
        before = {line.partition(". ")[2] for line in self._listed.values()}
        self._console.say(*(line for line in lines.values() if line.partition(". ")[2] not in before))
        self._listed = lines
        self._console.say(*summary_lines(self._session, view, is_shared=self._sharing.is_shared))

    def _list(self, view: SessionView, lines: dict[str, str]) -> None:
        self._listed = lines
        said = ["", _("Check the answers. /change N goes to one, /close closes the record.")]
        for section in answer_sections(self._session):
            said += [section.title, *(lines[line.link_id] for line in section.answers)]
        aside = set_aside_lines(self._session)
        if aside:
            said.append(_("Set aside: kept, counting for nothing while their questions are closed"))
            said += [f"  - {self._said(line)}" for line in aside]
        said += [signed] if (signed := while_open(view)) else []
        standing = standing_before_closing(view)
        read_out(self._console, (*said, *((_("Before closing:"), *standing) if standing else ())))

    def _said(self, line: AnswerLine) -> str:
        item = item_of(self._session.questionnaire, line.link_id)
        if self._sharing.is_shared and (self._sharing.is_the_clinicians(item, line.link_id) or line.source == SOURCES["informant"]):
            return FOLDED
        return _answer(line)

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of the review; None where it is none."""
        acted = self.changing.act(word)
        if acted is not None:
            return acted
        if word.name == "/sign":
            return self._signing.act(view, word.rest)
        if word.name == "/report":
            if not self._sharing.refuses():
                read_out(self._console, report_lines(self._session))
            return False
        if word.name == "/list" and view.phase == "reviewing":
            self._listed = None
            return True
        if word.name != "/change" or view.phase == "safety":
            return None
        lines = [line for __, line in numbered(self._session)]
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


def numbered(session: Session) -> tuple[tuple[int, AnswerLine], ...]:
    """Return every answer with its number in the review."""
    return tuple(enumerate((line for section in answer_sections(session) for line in section.answers), 1))


def _answer(line: AnswerLine) -> str:
    which = f" ({line.instance})" if line.instance else ""
    said = f' ("{line.verbatim}")' if line.verbatim else ""
    flag = " [marked]" if line.is_flagged else ""
    return f"{line.question}{which} → {line.understood}{said}{flag}"


def report_lines(session: Session) -> Iterator[str]:
    """Yield the report of a record: safety, formulation, treatments, findings, what is open."""
    report = build(session, in_depth=True)
    yield from head_lines(report)
    yield from (f"{moment(each.at)}: {each.words}" for each in report.occurrences)
    yield from map_lines(report.macro)
    yield ""
    yield from deep_lines(TITLE, report.depth)
    yield from plan_in_lines(report.plan)
    yield f"{report.treatments_told[:1].upper()}{report.treatments_told[1:]}."
    yield from (f"  - {each.line}" for each in report.treatments)
    yield ""
    yield from deep_lines(BESIDE_TITLE, report.informant)
    yield from deep_lines(ATTACHED, attached_deep(report.attached, verbatim=True))
    yield from finding_lines(report.findings)
    if report.open_questions:
        yield _("Questions that would help to settle what is open")
        yield from (f"  - {each.question}" for each in report.open_questions)
    yield from deep_lines(NOT_ASKED, report.not_asked)
    for note in report.notes:
        yield _("Note {kind}{part}: {text}").format(
            kind=note.kind, part=_(" on {on}").format(on=note.on) if note.on else "", text=note.text
        )
    yield _("Sources of the rules")
    yield from (f"  - {source.citation}" for source in report.sources)


def head_lines(report: Report) -> Iterator[str]:
    """Yield whose record it is, who signed it, what it is, and what it says of safety."""
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
    for record in safety.records:
        yield f"  {record_title(record)}:"
        yield from (f"    {part}: {words}" for part, words in record.parts)
    if not safety.records:
        yield from (f"  {part}: {words}" for part, words in safety.disposition)
    if safety.still_needed:
        yield _("  not recorded yet: {listed}").format(listed="; ".join(safety.still_needed))
    yield from (
        _("  corrected: {question}: now {now}, by {by}: {reason}").format(
            question=each.question, now=each.now, by=each.by, reason=each.reason
        )
        for each in safety.corrections
    )
    if report.set_aside:
        yield _("{counted} behind closed questions count for nothing.").format(
            counted=ngettext("{n} answer", "{n} answers", len(report.set_aside)).format(n=len(report.set_aside))
        )
    yield ""
