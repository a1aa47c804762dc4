"""The words of the plain mode: a line that begins with a slash acts, every other line is an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.engine.event_body import AnswerStatus
from interview.engine.events import NoteKind
from interview.language import _

ANSWERING: Final = {
    "/skip": _("the person declined to answer"),
    "/dontknow": _("the person does not know"),
    "/notapply": _("it does not apply"),
    "/same": _("the answer of the visit before is still so"),
    "/keep": _("keep a name that no table knows, as it was typed; or words that were not understood, as a note"),
    _("/why (or /probe)"): _("what counts, probes, and the rules that need the answer"),
    "/back": _("the question before; nothing is lost"),
    "/next": _("the question after, without answering"),
    "/flag": _("mark this question to return to, or unmark it"),
    _("/note TEXT"): _("a note for the record"),
    _("/private TEXT"): _("a private note, in no export"),
    _("/todo TEXT"): _("something to do"),
    "/done N": _("mark number N of what was to do as done; alone it lists what is still to do"),
    _("/risk asked|known|other because REASON"): _("settle words of risk: asked now, known, not about this person, and why"),
}
MOVING: Final = {
    _("/jump SECTION"): _("go to a section, by name or number; alone it lists them"),
    _("/find WORDS"): _("search answers, notes and questions, also of this subject's other interviews"),
    "/found N": _("go to the question of hit N"),
    "/open N": _("go to an open question; alone it lists those that would settle the most, and what"),
    "/safety": _("open the safety questions"),
    "/undo": _("go back from safety that was opened by a slip, while nothing was said there"),
    "/ask": _("in a safety stop: go on with the safety questions first"),
    "/record": _("in safety: what was done about it, part by part"),
    _("/correct N NEW ANSWER"): _(
        "another answer to question N of the review; for a sign of risk: yes|no NAME because REASON; alone it lists those"
    ),
    "/clinician on|off": _("say judgements and findings, or share again; alone it shows the judgement that is asked"),
    "/informant": _("ask somebody close too; `/informant table` shows both side by side"),
    _("/attach FILE"): _("attach an instrument from elsewhere (a FHIR Questionnaire), or take a response to one"),
    "/attached N": _("ask attached instrument N; alone it lists them; `/attached N total` takes a stated total"),
    "/depth full|brief": _("ask the full interview, or only the brief one; what it would do is said first"),
    "/case": _("what was found so far, and what is open"),
    "/formulate": _("the map of problems: confirm, rate, link"),
    "/review": _("check the answers before closing"),
    "/close": _("close the record (from the review)"),
    _("/sign NAME [as WHAT]"): _("sign a closed record by name; from the review it is closed with it"),
    "/reopen": _("open a closed record again"),
    "/pause": _("pause here; Enter goes on (a plain screen cannot be blanked)"),
    "/lock": _("forget the key until the passphrase is typed again"),
    "/quit": _("pause and leave; `resume` goes on here"),
    "/help": _("these words"),
}
MAPPING: Final = {
    "/map": _("the map again"),
    "/first": _("what stands behind the order: the other orders, and what would change the first place"),
    "/proposals": _("what is proposed, with its evidence and what would speak against it"),
    _("/confirm N [NAME]"): _("take proposal N, under its name or another"),
    _("/reject N [REASON]"): _("turn proposal N down"),
    "/rate P": _("rate problem P, line by line"),
    _("/add NAME"): _("add a problem of your own"),
    _("/rename P NAME"): _("give a problem another name"),
    "/remove P": _("take a problem off the map"),
    "/link P P": _("draw a link from the first to the second"),
    "/unlink P P": _("take a link away"),
    _("/primary P [because REASON]"): _("confirm problem P as the primary one; `/primary none` takes that back"),
    _("/order P P P because REASON"): _("an order of your own, beside the computed one"),
}
CLOSE: Final = {
    "/end": _("back to the person"),
    "/informant table": _("what both say, side by side, numbered"),
    _("/take N [because REASON]"): _("let the answer of somebody close count in row N; over the person's own only with a reason"),
    _("/persons N because REASON"): _("let the person's own answer count in row N"),
}
REVIEWING: Final = {
    "/list": _("all answers again, numbered"),
    "/change N": _("change answer N; what it does to others is said first, and the review comes back"),
    "/accept": _("take the change that was said first"),
    "/drop": _("leave everything as it was"),
    "/report": _("the report as it stands"),
    _("/export FORMAT FILE [for READER]"): _("write the record to a new file: pdf, html, docx, markdown, csv, json"),
    _("/preview FORMAT FILE [for READER]"): _("say first what would be in it"),
}
ALL: Final = {phrase.split()[0] for table in (ANSWERING, MOVING, MAPPING, CLOSE, REVIEWING) for phrase in table}

LEFT_OPEN: Final[dict[str, AnswerStatus]] = {"/skip": "declined", "/dontknow": "unknown", "/notapply": "not_applicable"}
"""Words that say why there is no answer."""

NOTES: Final[dict[str, NoteKind]] = {"/note": "record", "/private": "private", "/todo": "to_do"}
"""Words that keep the text after them as a note of a kind."""

SEVERAL_LINES: Final = frozenset({"text", "texts"})
"""Kinds of answer that a paste of several lines can be."""

NO_SUCH_WORD: Final = _("No such word at this point; nothing was done. /help lists those there are. Two slashes begin an answer with one.")
ALL_ASKED: Final = _(
    "Every question that is open here was asked. /open lists what is still open, /formulate makes the map of problems, "
    "/review checks the answers."
)
NOT_AGREED: Final = _("The person did not agree to the interview, so nothing more is asked. /quit leaves; /back corrects it.")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and what stands after it."""

    name: str
    rest: str = ""


def word_of(text: str) -> Word | None:
    """Return the word that a line says; None for an answer. Two slashes begin an answer with one."""
    said = text.strip()
    if not said.startswith("/") or said.startswith("//"):
        return None
    name, __, rest = said.partition(" ")
    return Word(name.lower(), rest.strip())


def answer_of(text: str) -> str:
    """Return the answer that a line says."""
    return text.strip()[1:] if text.strip().startswith("//") else text
