"""`PersonsMapScreen`: the person draws their own map, in their words, on a screen that they see. Nothing of the clinician's is there.

The acts are those of the formulation, on the person's map only; every one is saved by the session, or said not to be.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import Static

from interview.engine import map_acts
from interview.engine.map_acts import LinkDraft, ProblemDraft
from interview.engine.session import Session
from interview.language import _, ngettext
from interview.tui.glyphs import ASCII, WIDE, Glyphs
from interview.tui.screens.acting_screen import ActingScreen, elsewhere
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.ask_words import AskWords
from interview.tui.screens.finder import Entry, FinderScreen
from interview.tui.screens.prompt import Written
from interview.tui.text import as_content
from interview.tui.widgets.graph_view import GraphView
from interview.views.persons_map import PersonsMap, persons_map

NOTHING_YET: Final = _("Nothing stands here yet. “a” writes down what weighs on you, in your words; “d” draws what leads to what.")
HOW: Final = _(
    "What weighs on you, in your words, and what leads to what. It is yours: nothing here has to be right. "
    "“a” adds, “d” draws an arrow, “e” says it otherwise."
)
TWO_FIRST: Final = _("An arrow goes from one thing to another: write down two first.")
NO_ARROW: Final = _("No arrow is drawn yet.")
WHAT: Final = _("What weighs on you? In your words.")
PICK: Final = _("type to narrow")


class PersonsMapScreen(ActingScreen[str]):
    """It returns None, or the act of another place."""

    PLACE = _("your own map")
    is_shared = True
    DEFAULT_CSS = """
    PersonsMapScreen #own-words { height: auto; padding: 0 1; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", _("Add"), tooltip=_("Write down what weighs on the person, in their words")),
        Binding("d", "draw", _("Arrow"), tooltip=_("Draw an arrow: one thing leads to another")),
        Binding("e", "rename", _("Other words"), tooltip=_("Say it in other words")),
        Binding("x", "rub_out", _("Rub out an arrow"), tooltip=_("Take an arrow away, after asking")),
        Binding("delete", "remove", key_display="Del", show=False, tooltip=_("Take something off the map, after asking")),
        *elsewhere("f5", "f6", "f8", "f9", "f10"),
    ]

    def __init__(self, session: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session)
        self._letters_only = glyphs == ASCII
        self._map = PersonsMap()
        self._drafts: dict[str, str] = {}
        """What was typed and not saved, by what it is about."""

    def compose_body(self) -> Iterable[Any]:
        """Lay out what this is, and the picture."""
        yield Static("", id="own-words")
        yield GraphView(letters_only=self._letters_only, id="own-map")

    def begin(self) -> None:
        """Let arrows go from one thing to another."""
        self.graph.focus_graph()

    def draw_body(self) -> None:
        """Draw the map as it stands."""
        self._map = persons_map(self.session.case())
        said = [HOW if self._map.problems else NOTHING_YET]
        if self._map.elsewhere:
            more = ngettext("{n} arrow more stands on the other map.", "{n} arrows more stand on the other map.", self._map.elsewhere)
            said.append(more.format(n=self._map.elsewhere))
        self.query_one("#own-words", Static).update(as_content(" ".join(said)))
        self.graph.show(self._map.problems, self._map.links)
        if self.graph.chosen is None:
            self.graph.choose(next(iter(self._map.labels), None))

    @property
    def graph(self) -> GraphView:
        """The picture."""
        return self.query_one("#own-map", GraphView)

    @on(GraphView.ProblemTaken)
    def _taken(self, event: GraphView.ProblemTaken) -> None:
        event.stop()
        self.action_rename()

    def action_add(self) -> None:
        """Write down something new."""
        self._write("", WHAT, ProblemDraft("", by="patient"), None)

    def action_rename(self) -> None:
        """Say what is looked at in other words."""
        problem = self.graph.chosen
        if problem is not None:
            self._write(problem, WHAT, map_acts.problem_draft(self.session, problem), problem)

    def _write(self, about: str, question: str, draft: ProblemDraft, problem: str | None) -> None:
        def written(words: Written | None) -> None:
            if words is None:
                return
            self._drafts[about] = words.text
            if words.is_finished:
                steps = map_acts.write_problem(self.session, replace(draft, label=words.text), problem)
                self.act(*steps, words=words.text, said=_("It stands on the map."), then=lambda: self._drafts.pop(about, None))

        self.app.push_screen(AskWords(question, save=_("Write it down"), words=self._drafts.get(about, draft.label)), written)

    def action_draw(self) -> None:
        """Draw an arrow: from what, then to what."""
        if len(self._map.labels) < len(("from", "to")):
            self.say(TWO_FIRST)
            return
        start = self.graph.chosen
        self._choose(_("What leads to something else?"), self._map.labels, self._draw_from, start)

    def _draw_from(self, source: str | None) -> None:
        if source is not None:
            drawn = {link.target for link in self._map.links if link.source == source}
            others = {each: words for each, words in self._map.labels.items() if each != source and each not in drawn}
            title = _("“{words}” leads to what?").format(words=self._map.labels[source])
            self._choose(title, others, lambda target: self._draw_to(source, target), None)

    def _draw_to(self, source: str, target: str | None) -> None:
        if target is not None:
            self.act(*map_acts.draw_link(self.session, LinkDraft(source, target, by="patient")), said=_("The arrow is drawn."))

    def action_rub_out(self) -> None:
        """Take an arrow away."""
        arrows = {f"{place}": self._map.link_words(link) for place, link in enumerate(self._map.links)}
        if arrows:
            self._choose(_("Which arrow is taken away?"), arrows, self._rub_out, None)
        else:
            self.say(NO_ARROW)

    def _rub_out(self, place: str | None) -> None:
        if place is not None:
            link = self._map.links[int(place)]
            steps = map_acts.remove_link(self.session, link.source, link.target, "patient")
            self._ask(_("Take this arrow away?\n{words}").format(words=self._map.link_words(link)), steps)

    def action_remove(self) -> None:
        """Take what is looked at off the map."""
        problem = self.graph.chosen
        if problem is not None:
            words = self._map.labels[problem]
            question = _("Take this off the map, and its arrows with it?\n{words}").format(words=words)
            self._ask(question, map_acts.remove_problem(self.session, problem))

    def _ask(self, question: str, steps: tuple[map_acts.Step, ...]) -> None:
        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self.act(*steps, said=_("Taken away."))

        self.app.push_screen(AskFirst(question, yes=_("Yes, take it away")), answered)

    def _choose(self, title: str, choices: dict[str, str], then: Any, start: str | None) -> None:
        entries = [Entry(key, as_content(words), words) for key, words in choices.items()]
        self.app.push_screen(FinderScreen(title, entries, prompt=PICK, start=start), then)
