"""What F10 offers: checking, the report, the pictures, closing, signing and reopening; and the picture that was chosen."""

from __future__ import annotations

from typing import Final

from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.life_chart import LifeChartScreen
from interview.tui.screens.picture_screen import PictureScreen
from interview.tui.screens.resting import what_waits
from interview.tui.screens.sign import Signing, SignScreen
from interview.tui.screens.wellbeing import WellbeingScreen
from interview.views.signature_words import CLOSES_TOO, WHAT_IT_BINDS, sign_words, signature_lines

LIFE_CHART: Final = ("life_chart", _("the life chart, as a picture"))
WELLBEING: Final = ("wellbeing", _("the profile of well-being, as a picture"))
COMPARE: Final = ("compare", _("this visit beside another one of the subject"))
GRID: Final = ("grid", _("enter answers by section, after the session or from paper"))
PERSONS_MAP: Final = ("persons_map", _("the person's own map, to draw it together"))
LOCK: Final = ("lock", _("lock: the screen is blank until the passphrase opens it again"))
SIGNED: Final = _("Signed. It holds until something in this record is changed.")
PICTURES: Final = frozenset((LIFE_CHART[0], WELLBEING[0]))


def finish_choices(session: Session) -> tuple[list[tuple[str, str]], list[str]]:
    """Return what may be done at the end, and what still stands in the way of closing."""
    may = session.may
    choices = (
        [("review", _("check the answers, and close (clinician's view)"))] if may("review") or may("formulate") or may("close") else []
    )
    choices += [("report", _("read the report (clinician's view)"))]
    choices += [("reopen", _("open this record again"))] if may("reopen") else []
    choices += [("sign", sign_words(session))] if session.may_sign() else []
    waiting = [] if may("reopen") else what_waits(session.view())
    if waiting:
        choices.append(("safety", _("safety: ask now, settle the words, record what was done (F8)")))
    return [*choices, *picture_choices(), *([GRID] if not may("reopen") else [])], waiting


def sign_sheet(session: Session, begun: Signing | None = None) -> SignScreen:
    """Return the sheet on which a record is signed: with the interviewer's name, or what was typed there before."""
    view = session.view()
    held = any(each.is_valid for each in view.signatures)
    text = [WHAT_IT_BINDS, *([] if session.phase == "closed" else [CLOSES_TOO]), *signature_lines(view.signatures)]
    name = begun.name if begun is not None else "" if held else session.state.interviewer or ""
    words = sign_words(session)
    return SignScreen(words[:1].upper() + words[1:], text, name=name, note=begun.note if begun is not None else "")


def picture_choices() -> list[tuple[str, str]]:
    """Return the pictures that there are of a record."""
    return [LIFE_CHART, WELLBEING, COMPARE]


def picture(choice: str, session: Session, glyphs: Glyphs) -> PictureScreen | None:
    """Return the screen of a picture, None for any other choice."""
    if choice == LIFE_CHART[0]:
        return LifeChartScreen(session, glyphs)
    return WellbeingScreen(session, glyphs) if choice == WELLBEING[0] else None
