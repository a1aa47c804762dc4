"""`FeedbackScreen`: what is said of a practice session, in parts that fold. A line leads to its turn; points only when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from interview.language import _
from interview.practice.feedback.model import Feedback
from interview.practice.running import Practice
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen
from interview.tui.screens.practice_finishing import SHEETS
from interview.tui.screens.practice_replay import ReplayScreen
from interview.tui.screens.writing_out import Exports, WritingOut
from interview.tui.text import as_content, indented
from interview.tui.widgets.cursor_list import CursorList
from interview.views.feedback_lines import FeedbackLine, feedback_sections
from interview.views.practice_turns import practice_turns, whole_comments
from interview.views.practice_words import standing_words

PART: Final = "part:"
UNFOLDED: Final = 2
"""Parts that stand open to begin with: the first ones, safety among them."""

HOW: Final = _("Enter opens a part, or goes to the turn a line is about. P shows points to learn by; they are no mark.")
NO_TURN: Final = _("This line is about no single turn.")
COMMENTS: Final = _("A supervisor's words")


class FeedbackScreen(ActingScreen[str]):
    """Reads; it changes nothing."""

    PLACE = _("feedback")
    DEFAULT_CSS = """
    FeedbackScreen #feedback { height: 1fr; border: none; background: $background; padding: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", _("Open"), key_display="Enter", tooltip=_("Open or fold a part; go to the turn that a line is about")),
        Binding("n", "part(1)", _("Next part"), tooltip=_("Go to the next part")),
        Binding("b", "part(-1)", _("Part before"), show=False, tooltip=_("Go to the part before")),
        Binding("u", "unfold", _("Unfold"), tooltip=_("Unfold all parts, or fold them again")),
        Binding("p", "points", _("Points"), tooltip=_("Show points to learn by, or hide them")),
        Binding("r", "replay", _("Turn by turn"), tooltip=_("Go through the session turn by turn, with this beside it")),
        Binding("x", "export", _("Export"), tooltip=_("Write the feedback to a file, or the conversation")),
    ]

    def __init__(self, practice: Practice, glyphs: Glyphs, make: Callable[[], Feedback], exports: Exports) -> None:
        """`make` works the feedback out, and again after a correction."""
        super().__init__(practice.session)
        self._out = WritingOut(self, practice.session, exports, self.say, sheets=SHEETS)
        self._practice, self._glyphs, self._make = practice, glyphs, make
        self._told = make()
        self._shows_points = False
        self._unfolded: set[str] | None = None

    def compose_body(self) -> Iterable[Any]:
        """Lay out the parts."""
        yield CursorList(id="feedback", markup=False)

    def begin(self) -> None:
        """Begin at the first part."""
        lines = self.query_one(OptionList)
        lines.highlighted = 0
        lines.focus()
        self.say(HOW)

    def on_resize(self) -> None:
        """Keep the line under the cursor in view."""
        self.call_after_refresh(self.query_one(OptionList).scroll_to_highlight)

    def draw_body(self) -> None:
        """Draw the parts as they are folded; the cursor stays."""
        lines = self.query_one(OptionList)
        here, options = lines.highlighted, [*self._options()]
        lines.set_options(options)
        lines.highlighted = min(here or 0, len(options) - 1) if options else None

    def _options(self) -> Iterable[Option]:
        sections = feedback_sections(self._told, with_points=self._shows_points)
        if self._unfolded is None:
            self._unfolded = {each.code for each in sections[:UNFOLDED]}
        numbers = {turn.seq: turn.number for turn in practice_turns(self.session)}
        for part, section in enumerate(sections):
            is_open = section.code in self._unfolded
            words = f"{'-' if is_open else '+'} {section.title}" + ("" if is_open else f" ({len(section.lines)})")
            yield Option(as_content(words, "bold"), id=f"{PART}{section.code}")
            for place, line in enumerate(section.lines if is_open else ()):
                yield Option(_content(line, numbers), id=f"{part}:{place}:{next(iter(line.turns), '')}")
        comments = whole_comments(self.session)
        if comments:
            yield Option(as_content(COMMENTS, "bold"), disabled=True)
            yield from (Option(as_content(indented(each, 2)), disabled=True) for each in comments)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open or fold the part under the cursor; go to the turn that a line is about."""
        option = self.query_one(OptionList).highlighted_option
        key = (option.id or "") if option is not None else ""
        if key.startswith(PART):
            self._unfolded = (self._unfolded or set()) ^ {key.removeprefix(PART)}
            self.draw_body()
        elif turn := key.rpartition(":")[2]:
            self._replay(int(turn))
        else:
            self.say(NO_TURN)

    def action_part(self, by: int) -> None:
        """Go to the next part, or to the one before."""
        lines = self.query_one(OptionList)
        parts = [place for place, option in enumerate(lines.options) if (option.id or "").startswith(PART)]
        here = lines.highlighted or 0
        wanted = [place for place in parts if (place > here if by > 0 else place < here)]
        if wanted:
            lines.highlighted = wanted[0 if by > 0 else -1]

    def action_unfold(self) -> None:
        """Unfold all parts, or fold them again."""
        codes = {each.code for each in feedback_sections(self._told, with_points=self._shows_points)}
        self._unfolded = set() if self._unfolded == codes else codes
        self.draw_body()

    def action_points(self) -> None:
        """Show points to learn by, or hide them."""
        before = {each.code for each in feedback_sections(self._told, with_points=self._shows_points)}
        self._shows_points = not self._shows_points
        sections = feedback_sections(self._told, with_points=self._shows_points)
        new = [each.code for each in sections if each.code not in before]
        self._unfolded = (self._unfolded or set()) | set(new)
        self.draw_body()
        lines = self.query_one(OptionList)
        if new:
            lines.highlighted = next(place for place, option in enumerate(lines.options) if option.id == f"{PART}{new[0]}")

    def action_export(self) -> None:
        """Write the feedback to a file, or the conversation."""
        self._out.ask("feedback")

    def action_replay(self) -> None:
        """Go through the session turn by turn."""
        self._replay(None)

    def _replay(self, turn: int | None) -> None:
        screen = ReplayScreen(self._practice, self._glyphs, margin=lambda: self._make().margin, at=turn)
        self.app.push_screen(screen, lambda _result: self._come_back())

    def _come_back(self) -> None:
        self._told = self._make()
        self.redraw()
        self.query_one(OptionList).focus()


def _content(line: FeedbackLine, numbers: dict[int, int | None]) -> Content:
    """Return a line: how it stands, what it says, the turns it rests on, and what stands under it."""
    stands = "" if line.standing is None else f"[{standing_words(line.standing)}] "
    at = [str(numbers[turn]) for turn in line.turns if numbers.get(turn) is not None]
    where = _(" (turn {turns})").format(turns=", ".join(at)) if at else ""
    said = as_content(indented(f"{stands}{line.says}{where}", 2))
    return Content("\n").join((said, *(as_content(indented(under, 6), "$text-muted") for under in line.under)))
