"""The check of the answers as rows: what stands before closing, every open item, what was set aside or flagged, what would settle most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.tui.widgets.word_table import WordRow, heading
from interview.views.answer_lines import AnswerLine, answer_sections, set_aside_lines
from interview.views.locale import listed
from interview.views.path_titles import path_title
from interview.views.saying import PARTS
from interview.views.settling import short_question
from interview.views.words_clinician import title

HEADERS: Final = (("question", _("Question")), ("answer", _("Answer")), ("source", _("From")))
ANSWER: Final = "answer:"
ASIDE: Final = "aside:"
BEFORE: Final = "before:"
BANNER: Final = "banner:"
OPEN: Final = "open:"
FLAGGED: Final = "flagged:"
FIRST_QUESTION: Final = "safety.wish_to_be_dead"
SECOND_LOOK: Final = "interview.safety_second_look"
NO_QUESTION: Final = frozenset({"disposition", "nothing"})
MOST: Final = 3
"""How many of the findings that a question would settle are named."""
THEY_STAND: Final = _("They stand in “{short}”. Say how they are meant.")

Choice = Literal["all", "unanswered", "flagged"]
CHOICES: Final[tuple[tuple[Choice, str], ...]] = (
    ("all", _("everything")),
    ("unanswered", _("what has no answer")),
    ("flagged", _("what is flagged")),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """One thing that stands before closing: where it leads, what it is about, and what is to be done."""

    key: str
    about: str
    sentence: str


def before_closing(session: Session, view: SessionView) -> tuple[Standing, ...]:
    """Return what must be done before the interview can be closed, each in a plain sentence; none where nothing stands."""
    safety, found = view.safety, []
    if not safety.was_asked:
        found.append(Standing(BEFORE + FIRST_QUESTION, _("Safety"), _("The first safety questions were not asked yet.")))
    if SECOND_LOOK in session.questionnaire.items and SECOND_LOOK not in session.state.answers:
        found.append(Standing(BEFORE + SECOND_LOOK, _("Second look at safety"), _("It is still to be asked.")))
    if safety.need is not None or (safety.positives and safety.disposition_missing):
        parts = listed([PARTS.get(part, part) for part in safety.disposition_missing])
        sentence = _("It has to be recorded: Enter or F8 goes there.{part}").format(
            part=_(" Still needed: {parts}.").format(parts=parts) if parts else ""
        )
        found.append(Standing(f"{BEFORE}disposition", _("What was done about a safety answer"), sentence))
    for link_id in view.risk_banner:
        item = item_of(session.questionnaire, link_id)
        where = _("a note") if link_id.startswith("note:") else item.text if item is not None else path_title(link_id)
        found.append(
            Standing(
                BANNER + link_id,
                _("Words of risk"),
                THEY_STAND.format(short=short_question(where)),
            )
        )
    return tuple(found)


def review_rows(session: Session, choice: Choice) -> tuple[WordRow, ...]:
    """Return the rows of the check; a choice other than `all` leaves out what it does not name."""
    view, columns = session.view(), len(HEADERS)
    rows: list[WordRow] = []
    if view.phase != "closed" and choice == "all":
        standing = before_closing(session, view)
        rows.append(heading(_("Before closing"), columns))
        rows += [WordRow(each.key, (each.about, each.sentence, ""), "bold") for each in standing]
        if not standing:
            rows.append(WordRow(f"{BEFORE}nothing", (_("Nothing"), _("Nothing has to be done before closing."), "")))
    for section in answer_sections(session):
        lines = [line for line in section.answers if _is_chosen(line, choice)]
        if lines:
            answered = sum(line.status != "not_asked" for line in section.answers)
            rows.append(
                heading(
                    _("{title} ({answered} of {count})").format(title=section.title, answered=answered, count=len(section.answers)), columns
                )
            )
            rows += [answer_row(ANSWER, line) for line in lines]
    aside = set_aside_lines(session) if choice == "all" else ()
    if aside:
        rows.append(heading(_("Set aside: kept, but counting for nothing now"), columns))
        rows += [answer_row(ASIDE, line) for line in aside]
    if view.flagged and choice != "unanswered":
        rows.append(heading(_("Flagged to return to"), columns))
        rows += [_flag_row(session, link_id) for link_id in view.flagged]
    questions = session.open_questions() if choice != "flagged" else ()
    if questions:
        rows.append(heading(_("Questions that would settle what is open, the most settling first"), columns))
        for question in questions:
            settles = [title(finding) for finding in question.settles[:MOST]]
            more = len(question.settles) - MOST
            said = _("would help to settle: {listed}").format(
                listed=listed([*settles, *([ngettext("{n} more finding", "{n} more findings", more).format(n=more)] if more > 0 else [])])
            )
            rows.append(WordRow(OPEN + question.link_id, (_question(session, question.link_id), said, "")))
    return tuple(rows)


def _is_chosen(line: AnswerLine, choice: Choice) -> bool:
    return choice == "all" or (choice == "unanswered" and line.status != "answered") or (choice == "flagged" and line.is_flagged)


def answer_row(prefix: str, line: AnswerLine) -> WordRow:
    question = f"{line.instance}: {short_question(line.question)}" if line.instance else short_question(line.question)
    if line.is_judgement:
        question = _("{question}\n(your judgement)").format(question=question)
    if line.is_flagged:
        question = _("{question}\n⚑ flagged").format(question=question)
    answer = (
        line.understood
        if line.verbatim is None
        else _("{understood}\nsaid: {verbatim}").format(understood=line.understood, verbatim=line.verbatim)
    )
    return WordRow(prefix + line.link_id, (question, answer, line.source or ""))


def _question(session: Session, link_id: str) -> str:
    item = item_of(session.questionnaire, link_id)
    if item is None:
        return path_title(link_id)
    return short_question(item.text) if "[" not in link_id else f"{path_title(link_id)}: {short_question(item.text)}"


def _flag_row(session: Session, link_id: str) -> WordRow:
    answer = session.answer_of(link_id)
    return WordRow(FLAGGED + link_id, (_question(session, link_id), "" if answer is not None else _("not asked"), ""))


def leads_to(key: str) -> str | None:
    """Return the question that a row leads to, or None."""
    prefix, colon, link_id = key.partition(":")
    return link_id if prefix + colon in (ANSWER, OPEN, FLAGGED, BEFORE) and link_id not in NO_QUESTION else None
