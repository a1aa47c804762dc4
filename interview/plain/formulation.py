"""The formulation line by line: proposals by number, ratings, links, the hierarchy with its key, an order of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from interview.engine import map_acts
from interview.engine.extraction import instance_id
from interview.engine.map_acts import RATINGS, YES_NO, LinkDraft, ProblemDraft
from interview.engine.view import SessionView
from interview.language import _, ngettext
from interview.plain.acting import Acting
from interview.plain.assessment import deep_lines
from interview.plain.console import Console
from interview.plain.map_text import map_lines, proposal_lines
from interview.plain.words import Word, word_of
from interview.understanding.understand import understand
from interview.views.depth_part import behind_the_order
from interview.views.macro import MacroView, lacking_for, macro
from interview.views.path_titles import member_title
from interview.views.proposals import LinkHypothesis, ProposedProblem
from trd_core.vocabulary import facts


class _Left(Exception):
    """A word was said where a rating or a part of a link was asked."""


class FormulationTalk:
    """Acts on the words of the formulation; each act is saved before the next."""

    def __init__(self, acting: Acting, console: Console) -> None:
        self._acting, self._session, self._console = acting, acting.session, console
        self._numbers: dict[str, int] = {}
        """Proposals by id: a number once given stays with its proposal."""

    def show(self) -> None:
        """Show the map, and what is proposed: with its evidence the first time, later how much is left."""
        view = macro(self._session)
        self._console.say("", *map_lines(view), "")
        if self._numbers:
            left = len(view.proposed_problems) + sum(not link.shown_only for link in view.proposed_links)
            self._console.say(
                _("{counted} left; /proposals lists them with their evidence.").format(
                    counted=ngettext("{n} proposal", "{n} proposals", left).format(n=left)
                )
            )
        else:
            self._propose(view)
        self._console.say(_("/confirm N, /reject N, /rate P, /link P P, /add NAME; /review goes on; /help lists all."))

    def _propose(self, view: MacroView) -> None:
        ids = [each.id for each in view.proposed_problems] + [link.id for link in view.proposed_links if not link.shown_only]
        for proposal in ids:
            self._numbers.setdefault(proposal, len(self._numbers) + 1)
        self._console.say(*proposal_lines(view, self._numbers))

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of the map; None where it is none, else whether the map is shown again."""
        own: dict[str, Callable[[str], bool]] = {
            "/map": lambda __: True,
            "/proposals": self._list_proposals,
            "/first": self._first,
            "/confirm": self._confirm,
            "/reject": self._reject,
            "/rate": self._rate,
            "/add": self._add,
            "/rename": self._rename,
            "/remove": self._remove,
            "/link": self._link,
            "/unlink": self._unlink,
            "/order": self._order,
        }
        if word.name not in own or view.phase != "formulating":
            return None
        try:
            return own[word.name](word.rest)
        except _Left:
            self._console.say(_("Ended here. What was shown as saved is saved; now say the word again."))
            return True

    def _list_proposals(self, __: str) -> bool:
        self._propose(macro(self._session))
        return False

    def _first(self, __: str) -> bool:
        lines = tuple(deep_lines(_("The order of the problems"), behind_the_order(self._session.case())))
        self._console.say(*(lines or (_("Nothing can be compared: fewer than two problems are on the map."),)))
        return False

    def _proposal(self, said: str) -> ProposedProblem | LinkHypothesis | None:
        shown = macro(self._session)
        everything: tuple[ProposedProblem | LinkHypothesis, ...] = (*shown.proposed_problems, *shown.proposed_links)
        found = next((each for each in everything if said and str(self._numbers.get(each.id)) == said), None)
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
        codes = facts()["problems[].area"].codes
        area = self._line(
            _("area, or Enter ({listed})> ").format(listed=", ".join(code.replace("_", " ") for code in codes)),
            lambda text: _code(text, codes),
        )
        added = instance_id("problems", self._session.state.next_index("problems"))
        if self._acting.do_all(map_acts.write_problem(self._session, ProblemDraft(name, area))):
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

    def _line(self, prompt: str, read: Callable[[str], Any]) -> Any:
        """Ask for one line until it fits; an empty line, or the end of the input, is None. A word, or ^C, leaves all that is asked here."""
        while True:
            try:
                line = self._console.ask(prompt)
            except KeyboardInterrupt:
                raise _Left from None
            if line is None or (line.lines == 1 and not line.text.strip()):
                return None
            if word_of(line.text) is not None and line.lines == 1:
                raise _Left
            value = read(line.text.strip()) if line.lines == 1 and not line.too_long else None
            if value is not None:
                return value
            self._console.say(_("That does not fit; Enter leaves it."))

    def _id(self, said: str) -> str | None:
        shown: MacroView = macro(self._session)
        return next((row.id for row in shown.rows if said in (row.id, str(row.rank))), None)

    def _problem(self, said: str) -> str | None:
        found = self._id(said)
        if found is None:
            self._console.say(_("Which problem? Its number in the hierarchy, or its id."))
        return found


def _rating(text: str) -> int | None:
    return int(text) if text in ("0", "1", "2", "3") else None


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
