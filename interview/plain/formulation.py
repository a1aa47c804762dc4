"""The formulation line by line: proposals by number, ratings, links, the hierarchy with its key, an order of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from interview.engine import map_acts
from interview.engine.extraction import instance_id
from interview.engine.map_acts import RATINGS, YES_NO, LinkDraft, ProblemDraft
from interview.engine.view import SessionView
from interview.language import _
from interview.plain.acting import Acting
from interview.plain.console import Console
from interview.plain.line_by_line import Left, LineByLine, ended
from interview.plain.map_said import MapSaid
from interview.plain.sharing import Sharing
from interview.plain.words import Word
from interview.understanding.understand import understand
from interview.understanding.understood import Option
from interview.views.macro import MacroView, lacking_for, macro
from interview.views.path_titles import member_title
from interview.views.proposals import LinkHypothesis, ProposedProblem
from trd_core.vocabulary import facts


class FormulationTalk:
    """Acts on the words of the formulation; each act is saved before the next."""

    def __init__(self, acting: Acting, console: Console, sharing: Sharing) -> None:
        self._acting, self._session, self._console, self._sharing = acting, acting.session, console, sharing
        self._map = MapSaid(acting.session, console, sharing)
        self._lines = LineByLine(console)
        self._line = self._lines.ask
        self.left: Word | None = None
        """The word that ended an act, to be done now."""

    def show(self) -> None:
        """Show the map, and what is proposed."""
        self._map.show()

    def beside(self, does: Callable[[Word], None]) -> None:
        """Let words be done while a part of an act is asked here."""
        self._lines.beside = does

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of the map; None where it is none. What an act changed is said here."""
        own: dict[str, Callable[[str], bool]] = {
            "/map": lambda __: self._says(self._map.whole),
            "/proposals": lambda __: self._says(self._map.proposals),
            "/first": lambda __: self._says(self._map.order),
            "/confirm": self._confirm,
            "/reject": self._reject,
            "/rate": self._rate,
            "/add": self._add,
            "/rename": self._rename,
            "/remove": self._remove,
            "/link": self._link,
            "/unlink": self._unlink,
            "/order": self._order,
            "/primary": self._primary,
        }
        if word.name not in own or view.phase != "formulating":
            return None
        try:
            is_changed = own[word.name](word.rest)
        except Left as left:
            self._console.say(ended(word.name, left))
            self.left, is_changed = left.word, True
        if is_changed:
            self._map.changes()
        return False

    def _says(self, what: Callable[[], None]) -> bool:
        what()
        return False

    def _proposal(self, said: str) -> ProposedProblem | LinkHypothesis | None:
        shown = macro(self._session)
        everything: tuple[ProposedProblem | LinkHypothesis, ...] = (*shown.proposed_problems, *shown.proposed_links)
        found = next((each for each in everything if said and str(self._map.numbers.get(each.id)) == said), None)
        if found is None:
            self._console.say(_("Which proposal? Its number; /proposals lists them.") if everything else _("Nothing is proposed."))
        return found

    def _confirm(self, said: str) -> bool:
        number, __, name = said.partition(" ")
        proposal = self._proposal(number)
        if proposal is None:
            return False
        if isinstance(proposal, LinkHypothesis):
            lacking = lacking_for(macro(self._session), proposal)
            if lacking:
                if not self._sharing.refuses():
                    self._console.say(_("A link joins two problems on the map. Confirm first: {lacking}.").format(lacking=lacking))
                return False
            return self._draw(map_acts.proposed_link(self._session, proposal.id))
        if self._acting.do_all(map_acts.confirm_problem(self._session, proposal.id, name or None)):
            self._ask_ratings(proposal.id, dict(proposal.ratings))
        return True

    def _reject(self, said: str) -> bool:
        number, __, reason = said.partition(" ")
        proposal = self._proposal(number)
        if proposal is None:
            return False
        self._acting.do_all([lambda: self._session.reject(proposal.id, reason or None)])
        return True

    def _add(self, name: str) -> bool:
        if not name:
            self._console.say(_("What is it called? /add NAME"))
            return False
        added = instance_id("problems", self._session.state.next_index("problems"))
        if not self._acting.do_all(map_acts.write_problem(self._session, ProblemDraft(name))):
            return True
        codes = facts()["problems[].area"].codes
        area = self._line(
            _("area, or Enter ({listed})> ").format(listed=", ".join(code.replace("_", " ") for code in codes)),
            lambda text: _code(text, codes),
        )
        if area is None or self._acting.do_all(map_acts.write_problem(self._session, ProblemDraft(name, area), added)):
            self._ask_ratings(added, {})
        return True

    def _rate(self, said: str) -> bool:
        problem = self._problem(said)
        if problem is None:
            return False
        self._ask_ratings(problem, map_acts.ratings_of(self._session, problem))
        return True

    def _rename(self, said: str) -> bool:
        which, __, name = said.partition(" ")
        problem = self._problem(which)
        if problem is None or not name.strip():
            if problem is not None:
                self._console.say(_("What is it called now? /rename P NAME"))
            return False
        draft = replace(map_acts.problem_draft(self._session, problem), label=name)
        return self._acting.do_all(map_acts.write_problem(self._session, draft, problem))

    def _remove(self, said: str) -> bool:
        problem = self._problem(said)
        if problem is None:
            return False
        if self._line(_("Take it off the map, with its links? yes or no> "), _yes_no) is not True:
            self._console.say(_("It stays."))
            return False
        return self._acting.do_all(map_acts.remove_problem(self._session, problem))

    def _link(self, said: str) -> bool:
        ends = [self._id(each) for each in said.split()]
        if len(ends) != 2 or None in ends or ends[0] == ends[1]:
            self._console.say(_("Which two problems? /link P P, by number or id: the first contributes to the second."))
            return False
        return self._draw(LinkDraft(str(ends[0]), str(ends[1])))

    def _draw(self, draft: LinkDraft | None) -> bool:
        if draft is None:
            self._console.say(_("That link is a remark, and cannot be confirmed."))
            return False
        strength = self._line(_("strength from 0 to 1, or Enter> "), lambda text: _number(text, 1.0))
        certainty = self._line(_("certainty (low, moderate, high), or Enter> "), lambda text: _code(text, ("low", "moderate", "high")))
        which_first = self._line(_("which came first (a problem), or Enter> "), self._id)
        rationale = self._line(_("why, in your words, or Enter> "), lambda text: text)
        asked = {"strength": strength, "certainty": certainty, "which_first": which_first, "rationale": rationale}
        told = {part: value for part, value in asked.items() if value is not None}
        return self._acting.do_all(map_acts.draw_link(self._session, replace(draft, **told)))

    def _unlink(self, said: str) -> bool:
        ends = [self._id(each) for each in said.split()]
        steps = map_acts.remove_link(self._session, ends[0], ends[1], None) if len(ends) == 2 and ends[0] and ends[1] else ()
        if not steps:
            self._console.say(_("No such link. /unlink P P, as /map shows them."))
            return False
        return self._acting.do_all(steps)

    def _order(self, said: str) -> bool:
        named, because, reason = said.partition(" because ")
        order = [self._id(each) for each in named.split()]
        if not because or not order or None in order or not reason.strip():
            self._console.say(_("An order of your own: /order P P P because REASON. It stands beside the computed one."))
            return False
        return self._acting.do_all(map_acts.set_order(self._session, tuple(each for each in order if each is not None), reason))

    def _primary(self, said: str) -> bool:
        which, __, reason = said.partition(" because ")
        if which.strip().lower() == "none":
            return self._acting.do_all([lambda: self._session.confirm_primary(None)])
        problem = self._problem(which.strip())
        if problem is None:
            self._console.say(_("/primary P [because REASON] confirms it as the primary one; /primary none takes that back."))
            return False
        return self._acting.do_all([lambda: self._session.confirm_primary(problem, reason or None)])

    def _ask_ratings(self, problem: str, known: dict[str, Any]) -> None:
        self._console.say(
            _("Ratings: 0 none, 1 mild or low, 2 moderate, 3 severe or high. Enter keeps what stands there, or leaves it unrated.")
        )
        recorded = map_acts.ratings_of(self._session, problem)
        for name in RATINGS:
            stands = known.get(name)
            is_yes_no = name in YES_NO
            shown = "" if stands is None else f" [{'yes' if stands is True else 'no' if stands is False else stands}]"
            fits = _("yes or no") if is_yes_no else _("0 to 3")
            value = self._line(f"{member_title(name)} ({fits}){shown}> ", _yes_no if is_yes_no else _rating)
            value = stands if value is None else value
            is_new = value is not None and value != recorded[name]
            if is_new and not self._acting.do_all(map_acts.rate(self._session, problem, name, value)):
                return

    def _id(self, said: str) -> str | None:
        shown: MacroView = macro(self._session)
        return next((row.id for row in shown.rows if said in (row.id, str(row.rank))), None)

    def _problem(self, said: str) -> str | None:
        found = self._id(said)
        if found is None:
            self._console.say(_("Which problem? Its number in the hierarchy, or its id."))
        return found


def _rating(text: str) -> int | None:
    """Read a rating by its number or its words ("high", "three"); "rather high" lies between two and does not fit."""
    words = ((_("none"), _("none")), (_("low"), _("mild")), (_("medium"), _("moderate")), (_("high"), _("severe")))
    labels = tuple(Option(str(value), each[0], each[1:]) for value, each in enumerate(words))
    meant = understand("scale", text, options=labels, minimum=0, maximum=3)
    return meant.value if isinstance(meant.value, int) and not meant.hedged else None


def _yes_no(text: str) -> bool | None:
    meant = understand("yes_no", text)
    return meant.value if isinstance(meant.value, bool) and not meant.hedged else None


def _number(text: str, most: float) -> float | None:
    meant = understand("number", text)
    return meant.value if isinstance(meant.value, int | float) and 0 <= meant.value <= most else None


def _code(text: str, codes: tuple[str, ...]) -> str | None:
    wanted = text.lower().replace(" ", "_").replace("-", "_")
    found = [code for code in codes if code.startswith(wanted)]
    return wanted if wanted in codes else found[0] if len(found) == 1 else None
