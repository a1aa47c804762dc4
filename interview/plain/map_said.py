"""The map of problems said aloud: whole where it is asked for, and after an act only what changed and how it stands, in one line."""

from __future__ import annotations

from typing import Final

from interview.engine.session import Session
from interview.language import _, ngettext
from interview.plain.assessment import deep_lines
from interview.plain.console import Console
from interview.plain.map_text import map_lines, proposal_lines
from interview.plain.paging import read_out
from interview.plain.sharing import Sharing
from interview.views.depth_part import behind_the_order
from interview.views.macro import MacroView, macro

WORDS: Final = _("/confirm N, /reject N, /rate P, /link P P, /add NAME; /review goes on; /help lists all.")
OWN_WORDS: Final = _("/add NAME, /rate P, /link P P; /help lists all.")
"""The words of a map for which nothing is proposed yet."""
NOT_SAID: Final = _("The map of problems is in the clinician's words, and this is shared: /clinician on says it.")


class MapSaid:
    """Says the map and its proposals; the numbers of proposals stand here."""

    def __init__(self, session: Session, console: Console, sharing: Sharing) -> None:
        self._session, self._console, self._sharing = session, console, sharing
        self.numbers: dict[str, int] = {}
        """Proposals by id: a number once given stays with its proposal."""
        self._said: tuple[str, ...] = ()
        self._are_proposals_said = False

    def show(self) -> None:
        """Say the map, and what is proposed: with its evidence the first time, later how much is left."""
        view = macro(self._session)
        self._number(view)
        self._console.say("")
        if self._sharing.is_shared:
            self._console.say(NOT_SAID, self.state(view), WORDS)
            return
        self._said = tuple(map_lines(view))
        if not self._session.may_propose:
            read_out(self._console, (*self._said, "", self.state(view), OWN_WORDS))
            return
        proposed = () if self._are_proposals_said else ("", *proposal_lines(view, self.numbers))
        self._are_proposals_said = True
        read_out(self._console, (*self._said, *proposed, "", self.state(view), WORDS))

    def whole(self) -> None:
        """Say all of the map."""
        if not self._sharing.refuses():
            self._said = tuple(map_lines(macro(self._session)))
            read_out(self._console, self._said)

    def proposals(self) -> None:
        """Say what is proposed, with its evidence."""
        if not self._sharing.refuses():
            view = macro(self._session)
            self._number(view)
            self._are_proposals_said = True
            read_out(self._console, proposal_lines(view, self.numbers))

    def order(self) -> None:
        """Say what stands behind the order of the problems."""
        if not self._sharing.refuses():
            lines = tuple(deep_lines(_("The order of the problems"), behind_the_order(self._session.case())))
            read_out(self._console, lines or (_("Nothing can be compared: fewer than two problems are on the map."),))

    def changes(self) -> None:
        """Say what an act changed, and how the map stands now, in one line."""
        view = macro(self._session)
        self._number(view)
        lines = tuple(map_lines(view))
        if not self._sharing.is_shared:
            self._console.say(*(line for line in lines if line not in self._said))
        self._said = lines
        self._console.say(self.state(view))

    def state(self, view: MacroView) -> str:
        """Return how the map stands, in one line without a name."""
        if not self._session.may_propose:
            return _("{problems} and {links} on the map. /map says all of it.").format(
                problems=ngettext("{n} problem", "{n} problems", len(view.rows)).format(n=len(view.rows)),
                links=ngettext("{n} link", "{n} links", len(view.links)).format(n=len(view.links)),
            )
        links, left = len(view.links), len(view.proposed_problems) + sum(not link.shown_only for link in view.proposed_links)
        return _("{problems} and {links} on the map, {proposals} left. /map says all of it, /proposals what is proposed.").format(
            problems=ngettext("{n} problem", "{n} problems", len(view.rows)).format(n=len(view.rows)),
            links=ngettext("{n} link", "{n} links", links).format(n=links),
            proposals=ngettext("{n} proposal", "{n} proposals", left).format(n=left),
        )

    def _number(self, view: MacroView) -> None:
        for proposal in [each.id for each in view.proposed_problems] + [link.id for link in view.proposed_links if not link.shown_only]:
            self.numbers.setdefault(proposal, len(self.numbers) + 1)
