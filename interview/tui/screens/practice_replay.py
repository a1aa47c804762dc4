"""`ReplayScreen`: a practice session turn by turn, with the feedback and a supervisor's words in the margin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from interview.engine.practice_turns import Form
from interview.language import _
from interview.practice.feedback.model import Remark
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.practice_form import FormSheet, judged_turns
from interview.tui.screens.prompt import PromptScreen, Written
from interview.tui.text import as_content, indented
from interview.tui.widgets.cursor_list import CursorList
from interview.tui.widgets.talk import YOU, said_by
from interview.views.practice_explained import ExplainedPart, explained_parts
from interview.views.practice_turns import PracticeTurn, practice_turns
from interview.views.practice_words import moved_words

TURNS_IT: Final = _("How the program heard it. A digit turns it: heard becomes not heard, anything else becomes heard.")
NOTHING_BESIDE: Final = _("Nothing is said beside this turn.")
NO_TURNS: Final = _("Nothing was said in this session yet.")
Margin = Mapping[int, tuple[Remark, ...]]


class ReplayScreen(ActingScreen[str]):
    """Up and Down go from turn to turn; what is said beside it stands in the margin."""

    PLACE = _("turn by turn")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  (the toolkit declares it so)
    DEFAULT_CSS = """
    ReplayScreen #replay { height: 1fr; layout: vertical; }
    ReplayScreen #turns { height: 1fr; border: none; background: $background; padding: 0; }
    ReplayScreen #margin { height: auto; max-height: 50%; border-top: solid $border; padding: 0 1; }
    ReplayScreen #margin Static { height: auto; }
    ReplayScreen.-wide #replay { layout: horizontal; }
    ReplayScreen.-wide #margin { width: 44; height: 1fr; max-height: 100%; border-top: none; border-left: solid $border; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "turn(1)", _("Next"), tooltip=_("Go to the next turn (Down)")),
        Binding("b", "turn(-1)", _("Before"), tooltip=_("Go to the turn before (Up)")),
        Binding("f4", "correct", _("Correct"), tooltip=_("Correct how this turn was judged")),
        Binding("c", "comment", _("Comment"), tooltip=_("For a supervisor: say something about this turn")),
    ]

    def __init__(self, practice: Practice, glyphs: Glyphs, *, margin: Callable[[], Margin] | None, at: int | None = None) -> None:
        """`margin` works out what is said beside each turn; None shows the bare conversation. `at` is the turn to begin at."""
        super().__init__(practice.session)
        self._practice, self._glyphs, self._read_margin, self._at = practice, glyphs, margin, at
        self._turns: tuple[PracticeTurn, ...] = ()
        self._draft = ""

    def compose_body(self) -> Iterable[Any]:
        """Lay out the turns and the margin."""
        with Horizontal(id="replay"):
            yield CursorList(id="turns", markup=False)
            with VerticalScroll(id="margin", can_focus=False):
                yield Static(id="beside", markup=False)

    def begin(self) -> None:
        """Begin at the turn that was asked for, else at the first."""
        turns = self.query_one(OptionList)
        turns.focus()
        turns.highlighted = next((place for place, turn in enumerate(self._turns) if turn.seq == self._at), 0) if self._turns else None
        if not self._turns:
            self.say(NO_TURNS)

    def on_resize(self) -> None:
        """Keep the line under the cursor in view."""
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def draw_body(self) -> None:
        """Draw the turns from the session; the cursor stays."""
        self._turns = practice_turns(self.session, self._read_margin() if self._read_margin is not None else None)
        turns = self.query_one(OptionList)
        here = turns.highlighted
        turns.set_options(Option(self._content(turn), id=str(turn.seq)) for turn in self._turns)
        turns.highlighted = here if here is None or here < len(self._turns) else len(self._turns) - 1
        self._draw_margin()

    def _content(self, turn: PracticeTurn) -> Content:
        head = f"{turn.number}. {YOU}" if turn.number is not None else _("You explain")
        mark = f"  {self._glyphs.flag}" if self._read_margin is not None and (turn.margin or turn.comments) else ""
        return Content("\n").join(
            (
                said_by(head, turn.said, "bold") + as_content(mark),
                as_content(indented(turn.heard, 2, after=f"{self._glyphs.understood} ")),
                said_by(self._practice.case.person.name, turn.says, "bold"),
            )
        )

    @property
    def here(self) -> PracticeTurn | None:
        """The turn under the cursor."""
        place = self.query_one(OptionList).highlighted
        return self._turns[place] if place is not None and place < len(self._turns) else None

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._draw_margin()

    def _draw_margin(self) -> None:
        margin, turn = self.query_one("#margin"), self.here
        margin.display = self._read_margin is not None
        if turn is None:
            self.query_one("#beside", Static).update("")
            return
        moved = next((moved_words(spoken.reply) for seq, spoken, _form in self._practice.turns() if seq == turn.seq), "")
        trust = (_("Trust moved: {moved}.").format(moved=moved),) if moved else ()
        words = [*(as_content(each) for each in (*turn.margin, *trust)), *(as_content(each, "italic") for each in turn.comments)]
        self.query_one("#beside", Static).update(Content("\n").join(words) if words else as_content(NOTHING_BESIDE, "$text-muted"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the turn under the cursor."""
        if action in ("correct", "comment") and self.is_mounted:
            if self._read_margin is None:
                return False
            return bool(self._turns)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """Go to the next turn, or to the one before."""
        turns = self.query_one(OptionList)
        if turns.highlighted is not None and 0 <= turns.highlighted + by < len(self._turns):
            turns.highlighted += by

    def action_correct(self) -> None:
        """Correct how turns were judged, the one under the cursor first."""
        turns, turn = judged_turns(self._practice), self.here
        if turn is None or turn.number is None:
            self._correct_explaining()
            return
        self.app.push_screen(FormSheet(turns, turn.seq), self._corrected)

    def _correct_explaining(self) -> None:
        """Choose a part of the explanation whose judgement is turned."""
        parts = explained_parts(self._practice.case, self.session)
        if not parts:
            self.say(_("This is no turn of the conversation, so it was not judged."))
            return
        choices = [(each.part, f"{each.words}: {each.stands}") for each in parts]
        sheet = ChoiceScreen(_("What your explanation held"), choices, text=TURNS_IT)
        self.app.push_screen(sheet, lambda chosen: self._turn_part(next((each for each in parts if each.part == chosen), None)))

    def _turn_part(self, part: ExplainedPart | None) -> None:
        if part is not None:
            step = partial(self.session.correct_explaining, part.part, heard=not part.is_heard)
            self.act(step, said=_("Corrected; both versions stay, and yours counts."))

    def _corrected(self, now: Mapping[int, Form] | None) -> None:
        steps = [partial(self.session.correct_form, seq, form) for seq, form in sorted((now or {}).items())]
        if steps:
            self.act(*steps, said=_("Corrected; both versions stay, and yours counts."))

    def action_comment(self) -> None:
        """Say something about the turn under the cursor, as a supervisor."""
        turn = self.here
        if turn is not None:
            sheet = PromptScreen(_("Comment on this turn"), text=turn.said, draft=self._draft)
            self.app.push_screen(sheet, partial(self._comment, turn.seq))

    def _comment(self, seq: int, written: Written | None) -> None:
        self._draft = written.text if written is not None else ""
        if written is None or not written.is_finished:
            return

        def named(name: Written | None) -> None:
            if name is not None and name.is_finished:
                step = partial(self.session.comment, name.text, written.text, seq)
                if self.act(step, words=written.text, said=_("The comment is kept."), then=self._forget_draft):
                    self._forget_draft()

        self.app.push_screen(PromptScreen(_("Who comments?"), text=_("The supervisor's name or initials.")), named)

    def _forget_draft(self) -> None:
        self._draft = ""
