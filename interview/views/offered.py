"""What an earlier sentence told for a later question, in words: said when it is heard, and again where it can be taken."""

from __future__ import annotations

from collections.abc import Iterable

from interview.engine.offers import Offer
from interview.engine.session import Session
from interview.engine.transcript import item_of
from interview.language import _
from interview.questionnaire.model import Item
from interview.views.echo import echo
from interview.views.left_aside import left_aside


def offered(item: Item, offer: Offer | None) -> str:
    """Return what Enter would take for this question; empty where nothing is offered."""
    return "" if offer is None else _("Told before: {echo} (“{words}”). Enter takes it.").format(echo=echo(item, offer), words=offer.words)


def also_heard(told: Iterable[tuple[Item | None, Offer]]) -> str:
    """Return one sentence on what else an answer told, and that each is asked in its turn; empty where it told nothing."""
    heard = [echo(item, offer) for item, offer in told]
    return _("Also heard: {listed}. Each is asked in its turn, and Enter takes it.").format(listed="; ".join(heard)) if heard else ""


def told_beside_it(session: Session, link_id: str) -> str:
    """Return what was told beside an answer: what is offered in its turn, and what was left out; empty where nothing was."""
    item, answer, offers = item_of(session.questionnaire, link_id), session.answer_of(link_id), session.offers_told_in(link_id)
    also = also_heard((item_of(session.questionnaire, offer.link_id), offer) for offer in offers)
    aside = left_aside(item, answer, answer.verbatim if answer is not None else None, [offer.words for offer in offers])
    return " ".join(part for part in (also, aside) if part)
