"""A signature in words: who, when, whether it holds, and what made it void. The same in every face and export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from interview.engine.session import Session
from interview.engine.transcript import Turn
from interview.engine.view import SessionView, SignatureView
from interview.language import _, ngettext
from interview.views.locale import listed, moment
from interview.views.path_titles import path_title

ACTS: Final = {
    "session.note": _("a note was added"),
    "session.safety_acknowledged": _("what was done about a sign of risk was recorded"),
    "session.risk_words": _("words of risk were settled"),
    "formulation.rejected": _("a proposal was turned down"),
}
"""What voids a signature and is no answer, by the name of the act."""

WHAT_IT_BINDS: Final = _(
    "A signature says that this person stands for what this record holds now. Any later change of an answer, a note or the map "
    "makes it void, and the record tells both. Marks and private notes are no part of it."
)
CLOSES_TOO: Final = _("The record is closed with it. What nobody asked stays unknown.")
NO_NAME: Final = _("A signature needs a name. Nothing was signed.")
TOO_LONG: Final = _("A name, and as what somebody signs, take 200 characters each. Nothing was signed.")


def signed_word(state: Literal["valid", "void"] | None) -> str:
    """Return one or two words for a list of records; empty where nobody signed."""
    return {"valid": _("signed"), "void": _("signature void"), None: ""}[state]


def state_word(view: SessionView) -> str:
    """Return one or two words for a line that says whose record this is; empty where nobody signed."""
    return "" if view.signature is None else signed_word("valid" if view.signature.is_valid else "void")


def signature_line(signature: SignatureView) -> str:
    """Return one signature in a sentence."""
    who = f"{signature.by} ({signature.note})" if signature.note else signature.by
    at = moment(signature.at)
    if signature.is_valid:
        return _("Signed by {name}, {moment}: it holds.").format(name=who, moment=at)
    if signature.voided is None:
        return _("Signed by {name}, {moment}: it does not hold, since what was signed is not what this record holds.").format(
            name=who, moment=at
        )
    because, then = cause_words(signature.voided.because), moment(signature.voided.at)
    return _("Signed by {name}, {moment}: void since {then}, because of a later change ({because}).").format(
        name=who, moment=at, then=then, because=because
    )


def signature_turn(turn: Turn) -> str:
    """Return what the conversation shows of a signature, or of one that became void; a shared screen may show it."""
    return _("signed by {name}").format(name=turn.source) if turn.kind == "signature" else _("a signature became void")


def signature_lines(signatures: Sequence[SignatureView]) -> tuple[str, ...]:
    """Return all signatures, one sentence each, in order."""
    return tuple(signature_line(each) for each in signatures)


def cause_words(because: str) -> str:
    """Return what made a signature void: the question, or what was done."""
    if because in ACTS:
        return ACTS[because]
    return _("an entry was taken out") if because.endswith("]") else path_title(because)


def who_signed(view: SessionView) -> tuple[str, ...]:
    """Return the names whose signatures hold."""
    return tuple(each.by for each in view.signatures if each.is_valid)


def voids_words(names: Sequence[str]) -> str:
    """Return what a change does to signatures, before it is done; empty where it does nothing to any."""
    if not names:
        return ""
    said = ngettext(
        "The signature of {names} becomes void with this change.", "The signatures of {names} become void with this change.", len(names)
    )
    return said.format(names=listed(names))


def before_reopening(view: SessionView) -> str:
    """Return what to say before a signed record is opened again; empty where no signature holds."""
    names = who_signed(view)
    if not names:
        return ""
    return _("This record is signed by {names}. Opening it again leaves that as it is; the first change after it makes it void.").format(
        names=listed(names)
    )


def while_open(view: SessionView) -> str:
    """Return what to say while a signed record is open again; empty where no signature holds."""
    names = who_signed(view)
    return _("Signed by {names}: a change here makes that void.").format(names=listed(names)) if names else ""


def seal_words(session: Session) -> str:
    """Return the seal of a record as it stands, and what it is good for; empty where there is none."""
    seal = session.seal()
    said = _("Seal {seal}: written down elsewhere, it shows later whether an older copy was brought back (`verify {record} --seal`).")
    return "" if seal is None else said.format(seal=seal, record=session.record)


def sign_words(session: Session) -> str:
    """Return what signing would be called now: the first name, one more, and whether the record is closed with it."""
    more = bool(who_signed(session.view()))
    if session.phase != "closed":
        return _("close and sign once more, as another person") if more else _("close and sign")
    return _("sign once more, as another person") if more else _("sign this record")
