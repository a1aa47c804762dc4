"""The formulation line by line: proposals by number, ratings, links, the hierarchy with its key, an order of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from interview.engine.extraction import instance_id
from interview.engine.view import SessionView
from interview.plain.acting import Acting, Step
from interview.plain.console import Console
from interview.plain.map_text import map_lines, proposal_lines
from interview.plain.words import Word, word_of
from interview.understanding.understand import understand
from interview.views.locale import counted
from interview.views.macro import MacroView, macro
from interview.views.proposals import LinkHypothesis, ProposedProblem
from trd_core.vocabulary import facts

RATINGS: Final = ("urgency", "severity", "burden", "impairment", "modifiability", "treatment_available", "patient_priority")
TITLES: Final = {"patient_priority": "the person's priority", "treatment_available": "treatment available here"}
YES_NO: Final = frozenset({"treatment_available"})


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
            self._console.say(f"{counted(left, 'proposal')} left; /proposals lists them with their evidence.")
        else:
            self._propose(view)
        self._console.say("/confirm N, /reject N, /rate P, /link P P, /add NAME; /review goes on; /help lists all.")

    def _propose(self, view: MacroView) -> None:
        ids = [each.id for each in view.proposed_problems] + [link.id for link in view.proposed_links if not link.shown_only]
        for proposal in ids:
            self._numbers.setdefault(proposal, len(self._numbers) + 1)
        self._console.say(*proposal_lines(view, self._numbers))

    def act(self, view: SessionView, word: Word) -> bool | None:
        """Act on a word of the map; None where it is none, else whether the map is shown again."""
        own: dict[str, Callable[[str], bool]] = {
            "/map": lambda _: True,
            "/proposals": self._list_proposals,
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
            self._console.say("Ended here. What was shown as saved is saved; now say the word again.")
            return True

    def _list_proposals(self, _: str) -> bool:
        self._propose(macro(self._session))
        return False

    def _proposal(self, said: str) -> ProposedProblem | LinkHypothesis | None:
        shown = macro(self._session)
        everything: tuple[ProposedProblem | LinkHypothesis, ...] = (*shown.proposed_problems, *shown.proposed_links)
        found = next((each for each in everything if said and str(self._numbers.get(each.id)) == said), None)
        if found is None:
            self._console.say("Which proposal? Its number; /proposals lists them." if everything else "Nothing is proposed.")
        return found

    def _confirm(self, said: str) -> bool:
        number, _, name = said.partition(" ")
        proposal = self._proposal(number)
        if proposal is None:
            return False
        if isinstance(proposal, LinkHypothesis):
            return self._draw(proposal.source, proposal.target, {"certainty": "low", "evidence": list(proposal.evidence_paths)})
        at = f"problems[{self._session.state.next_index('problems')}]."
        given = {"id": proposal.id, "label": name or proposal.title, "area": proposal.area_code, "kind": proposal.kind, "by": "clinician"}
        if self._acting.do_all([self._give(at + part, value) for part, value in given.items()]):
            self._ask_ratings(at, dict(proposal.ratings))
        return True

    def _reject(self, said: str) -> bool:
        number, _, reason = said.partition(" ")
        proposal = self._proposal(number)
        if proposal is None:
            return False
        self._acting.do_all([lambda: self._session.reject(proposal.id, reason or None)])
        return True

    def _add(self, name: str) -> bool:
        if not name:
            self._console.say("What is it called? /add NAME")
            return False
        codes = facts()["problems[].area"].codes
        area = self._line(f"area, or Enter ({', '.join(code.replace('_', ' ') for code in codes)})> ", lambda text: _code(text, codes))
        at = f"problems[{self._session.state.next_index('problems')}]."
        given = {"label": name, "area": area, "by": "clinician"}
        if self._acting.do_all([self._give(at + part, value) for part, value in given.items() if value is not None]):
            self._ask_ratings(at, {})
        return True

    def _rate(self, said: str) -> bool:
        index = self._problem(said)
        if index is None:
            return False
        at = f"problems[{index}]."
        self._ask_ratings(at, {name: self._value(at + name) for name in RATINGS})
        return True

    def _rename(self, said: str) -> bool:
        which, _, name = said.partition(" ")
        index = self._problem(which)
        return index is not None and self._acting.do_all([self._give(f"problems[{index}].label", name)])

    def _remove(self, said: str) -> bool:
        index = self._problem(said)
        if index is None:
            return False
        if self._line("Take it off the map, with its links? yes or no> ", _yes_no) is not True:
            self._console.say("It stays.")
            return False
        return self._acting.do_all([self._withdraw("problems", index)])

    def _link(self, said: str) -> bool:
        ends = [self._id(each) for each in said.split()]
        if len(ends) != 2 or None in ends or ends[0] == ends[1]:
            self._console.say("Which two problems? /link P P, by number or id: the first contributes to the second.")
            return False
        return self._draw(str(ends[0]), str(ends[1]), {})

    def _draw(self, source: str, target: str, given: dict[str, Any]) -> bool:
        strength = self._line("strength from 0 to 1, or Enter> ", lambda text: _number(text, 1.0))
        certainty = self._line("certainty (low, moderate, high), or Enter> ", lambda text: _code(text, ("low", "moderate", "high")))
        which_first = self._line("which came first (a problem), or Enter> ", self._id)
        rationale = self._line("why, in your words, or Enter> ", lambda text: text)
        at = f"links[{self._session.state.next_index('links')}]."
        asked = {"strength": strength, "certainty": certainty, "which_first": which_first, "rationale": rationale}
        whole = {
            "source": source,
            "target": target,
            **given,
            **{part: value for part, value in asked.items() if value is not None},
            "by": "clinician",
        }
        return self._acting.do_all([self._give(at + part, value) for part, value in whole.items()])

    def _unlink(self, said: str) -> bool:
        ends = tuple(self._id(each) for each in said.split())
        for index in self._session.state.instances("links"):
            if ends == (self._value(f"links[{index}].source"), self._value(f"links[{index}].target")):
                return self._acting.do_all([self._withdraw("links", index)])
        self._console.say("No such link. /unlink P P, as /map shows them.")
        return False

    def _order(self, said: str) -> bool:
        named, because, reason = said.partition(" because ")
        order = [self._id(each) for each in named.split()]
        if not because or not order or None in order or not reason.strip():
            self._console.say("An order of your own: /order P P P because REASON. It stands beside the computed one.")
            return False
        return self._acting.do_all([self._give("hierarchy_override.reason", reason), self._give("hierarchy_override.order", order)])

    def _ask_ratings(self, at: str, known: dict[str, Any]) -> None:
        self._console.say(
            "Ratings: 0 none, 1 mild or low, 2 moderate, 3 severe or high. Enter keeps what stands there, or leaves it unrated."
        )
        for name in RATINGS:
            stands = known.get(name)
            is_yes_no = name in YES_NO
            shown = "" if stands is None else f" [{'yes' if stands is True else 'no' if stands is False else stands}]"
            fits = "yes or no" if is_yes_no else "0 to 3"
            value = self._line(f"{TITLES.get(name, name)} ({fits}){shown}> ", _yes_no if is_yes_no else _rating)
            value = stands if value is None else value
            if value is not None and value != self._value(at + name) and not self._acting.do_all([self._give(at + name, value)]):
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
            self._console.say("That does not fit; Enter leaves it.")

    def _give(self, link_id: str, value: Any) -> Step:
        return lambda: self._session.give(link_id, value)

    def _withdraw(self, group: str, index: int) -> Step:
        return lambda: self._session.withdraw_instance(group, index)

    def _value(self, link_id: str) -> Any:
        answer = self._session.answer_of(link_id)
        return answer.value if answer is not None and answer.status == "answered" else None

    def _id(self, said: str) -> str | None:
        shown: MacroView = macro(self._session)
        return next((row.id for row in shown.rows if said in (row.id, str(row.rank))), None)

    def _problem(self, said: str) -> int | None:
        wanted = self._id(said)
        for index in self._session.state.instances("problems"):
            if wanted is not None and (self._value(f"problems[{index}].id") or instance_id("problems", index)) == wanted:
                return index
        self._console.say("Which problem? Its number in the hierarchy, or its id.")
        return None


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
