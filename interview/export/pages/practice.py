"""Pages of a practice session: the conversation with the patient turn by turn, and the feedback. PRACTICE stands on every sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from interview.engine.session import Session
from interview.export.envelope import Envelope
from interview.export.page import Block, Entry, Heading, Listing, Notice, Page, Paragraph, spans, strong
from interview.export.pages.conversation import occurred
from interview.export.pages.head import exported
from interview.language import _, current
from interview.practice.feedback.model import Feedback
from interview.views.feedback_lines import FeedbackLine, feedback_sections
from interview.views.locale import moment
from interview.views.occurrence_words import Occurrence, occurrences
from interview.views.practice_lock import NOT_COMMITTED
from interview.views.practice_turns import MARK, PracticeTurn, case_of, patient_name, practice_turns, whole_comments
from interview.views.practice_words import standing_words


def conversation_page(session: Session, envelope: Envelope) -> Page:
    """Return the conversation as a page."""
    return _page(_("Practice: the conversation"), session, envelope, tuple(conversation_blocks(session)))


def feedback_page(session: Session, envelope: Envelope, feedback: Feedback) -> Page:
    """Return the feedback as a page, without the points, and the conversation with it in the margin."""
    return _page(_("Practice: feedback"), session, envelope, (*_feedback(session, feedback), *conversation_blocks(session, feedback)))


def with_conversation(page: Page, session: Session) -> Page:
    """Return a page with the conversation before everything else, and said of it where it is not committed."""
    return replace(page, blocks=(*_standing(session), *conversation_blocks(session), *page.blocks))


def conversation_blocks(session: Session, feedback: Feedback | None = None) -> Iterator[Block]:
    """Yield the conversation, numbered, each turn with how it was heard and what is said beside it."""
    yield Heading(_("The conversation with the patient"))
    turns = practice_turns(session, None if feedback is None else feedback.margin)
    if not turns:
        yield Paragraph(spans(_("Nothing was said yet.")))
    name = patient_name(session)
    case = case_of(session)
    if case is not None and turns:
        yield Paragraph(spans(strong(f"{name}: "), case.person.opening))
    befell = occurrences(session.events)
    if turns or befell:
        told: list[PracticeTurn | Occurrence] = sorted([*turns, *befell], key=lambda each: each.seq)
        yield Listing(tuple(occurred(each) if isinstance(each, Occurrence) else _turn(each, name) for each in told))
    comments = whole_comments(session)
    if comments:
        yield Heading(_("A supervisor on the whole session"), 3)
        yield Listing(tuple(Entry(spans(each)) for each in comments))


def _turn(turn: PracticeTurn, name: str) -> Entry:
    number = _("Turn {n}").format(n=turn.number) if turn.number is not None else _("Explaining")
    below = (
        Entry(spans(strong(f"{name}: "), turn.says)),
        Entry(spans(_("heard as: {heard}").format(heard=turn.heard))),
        *(Entry(spans(_("feedback: {says}").format(says=each))) for each in turn.margin),
        *(Entry(spans(_("supervisor, {says}").format(says=each))) for each in turn.comments),
    )
    return Entry(spans(strong(f"{number}. "), turn.said), below)


def _feedback(session: Session, feedback: Feedback) -> Iterator[Block]:
    yield from _standing(session)
    numbers = {turn.seq: turn.number for turn in practice_turns(session) if turn.number is not None}
    for section in feedback_sections(feedback):
        yield Heading(section.title)
        yield Listing(tuple(_line(each, numbers) for each in section.lines))


def _line(line: FeedbackLine, numbers: dict[int, int]) -> Entry:
    stands = "" if line.standing is None else f"{standing_words(line.standing)}: "
    at = [str(numbers[turn]) for turn in line.turns if turn in numbers]
    where = _(" (turn {turns})").format(turns=", ".join(at)) if at else ""
    return Entry(spans(strong(stands), f"{line.says}{where}"), tuple(Entry(spans(each)) for each in line.under))


def _standing(session: Session) -> tuple[Block, ...]:
    return () if session.may_propose else (Notice(spans(NOT_COMMITTED)),)


def _page(title: str, session: Session, envelope: Envelope, blocks: tuple[Block, ...]) -> Page:
    state = session.state
    case = case_of(session)
    return Page(
        title=title,
        language=current(),
        head=(
            (_("Session"), state.record),
            (_("Case"), state.practice_case or "" if case is None else case.title),
            (_("Begun"), moment(state.opened_at)),
            exported(envelope),
            (_("Practised by"), state.interviewer or _("not named")),
            (_("Made with"), f"{envelope.software} {envelope.version}"),
            (_("Seal"), envelope.seal or _("none")),
        ),
        foot=" · ".join((MARK, state.record)),
        is_practice=True,
        blocks=blocks,
    )
