"""What somebody close says beside what the person says: a table, differences first. What counts is the clinician's to say.

Folded while the person can see the screen. Nothing is answered here; `InformantAskScreen` asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Final

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import DataTable, Static

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen, identity_at
from interview.tui.screens.ask_words import AskWords
from interview.tui.screens.informant_ask import BACK, InformantAskScreen
from interview.tui.screens.prompt import Written
from interview.tui.text import as_content
from interview.tui.widgets.status_bar import StatusBar
from interview.tui.widgets.word_table import RowTable, WordRow
from interview.views.side_by_side import BESIDE, ON_A_SHARED_SCREEN, WORDS, SideRow, needs_reason, side_by_side

HEADERS: Final = (
    ("question", _("Question")),
    ("person", _("The person")),
    ("informant", _("Somebody close")),
    ("stands", _("Side by side")),
)
NOBODY_YET: Final = _("Nobody close was asked yet. A asks: first who it is, and whether the person agrees.")
HINT: Final = _("Enter asks a question again, A goes on asking, T lets this answer count, K lets the person's count.")
FOLDED_HINT: Final = _("A goes on asking.")
NO_ROW: Final = _("There is no answer under the cursor.")
ANOTHER: Final = _("Somebody else said this. To ask them again, record first that it is them, and that the person agrees.")
WHY_TAKE: Final = _("The person said: {person}. Why does the answer of somebody close count: {informant}?")
WHY_KEEP: Final = _("Somebody close said: {informant}. Why does the person's answer count: {person}?")
TAKEN: Final = _("It counts now; the person's own answer stays beside it.")
KEPT: Final = _("The person's answer counts; what was said beside it stays.")


class InformantScreen(ActingScreen[str]):
    """Returns the act of another place, `home` or `quit` after a pause in safety, or None."""

    PLACE = _("somebody close")
    DEFAULT_CSS = """
    InformantScreen Static.line { height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", _("Ask again"), key_display="Enter", tooltip=_("Ask the question under the cursor again")),
        Binding("a", "ask", _("Ask"), tooltip=_("Ask somebody close, one question after another")),
        Binding(
            "t", "take", _("Let it count"), tooltip=_("Let the answer of somebody close count, with a reason where the person has one")
        ),
        Binding("k", "keep", _("Keep the person's"), tooltip=_("Let the person's own answer count, with a reason")),
        Binding("f7", "view", _("View"), tooltip=_("Show or fold what was said; the person can see this screen")),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs, *, is_shared: bool = True) -> None:
        super().__init__(session)
        self._doors, self._glyphs = doors, glyphs
        self.is_shared = is_shared
        self._close_view: Timer | None = None
        self._rows: tuple[SideRow, ...] = ()

    def compose_body(self) -> Iterable[Any]:
        """Lay out how it was asked, and the table."""
        yield Static("", id="sides-asked", classes="line")
        yield Static("", id="sides-hint", classes="line quiet")
        yield RowTable(id="sides")

    def begin(self) -> None:
        """Begin with asking where nobody was asked yet, else with the table."""
        self.query_one(RowTable).focus()
        if not self.session.state.informant and self._may_ask():
            self.call_later(self.action_ask)

    def redraw(self) -> None:
        """Draw everything anew; while it is open to be read, the identity line says that it is for the clinician."""
        super().redraw()
        if not self.is_waiting:
            view = self.session.view()
            self.query_one(StatusBar).query_one("#identity", Static).update(
                as_content(identity_at(view, self.PLACE, is_clinicians=not self.is_shared))
            )

    def draw_body(self) -> None:
        """Draw what was said; folded, only that something was."""
        sides = side_by_side(self.session)
        self._rows = () if self.is_shared else sides.rows
        is_folded = self.is_shared and bool(sides.rows)
        asked = [sides.in_short] if sides.rows else [NOBODY_YET]
        asked += [] if self.is_shared else [*(f"{what} {words}" for what, words in sides.asked), BESIDE]
        self.query_one("#sides-asked", Static).update(as_content("\n".join([ON_A_SHARED_SCREEN] if is_folded else asked)))
        self.query_one("#sides-hint", Static).update(as_content(HINT if self._rows else FOLDED_HINT if is_folded else ""))
        table = self.query_one(RowTable)
        table.display = bool(self._rows)
        table.show(HEADERS, tuple(map(_in_cells, self._rows)))
        if table.display and self.focused is None:
            table.focus()
        self._keep_view_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer asking while the record is open, and the rest where something is shown."""
        if action == "ask":
            return self._may_ask()
        if action in ("again", "take", "keep") and self.is_mounted:
            return bool(self._rows) and self._may_ask()
        return super().check_action(action, parameters)

    @on(DataTable.RowSelected)
    def _row_chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_again()

    def action_view(self) -> None:
        """Show what was said, or fold it."""
        self.is_shared = not self.is_shared
        self.redraw()
        self.refresh_bindings()
        if not self.is_shared:
            self.query_one(RowTable).focus()

    def action_ask(self) -> None:
        """Go on asking."""
        self._ask(None)

    def action_again(self) -> None:
        """Ask the question under the cursor again."""
        row = self._row_here()
        if row is None:
            self.say(NO_ROW)
        elif row.relation != self.session.informant:
            self.say(ANOTHER)
        else:
            self._ask(row.informant_link_id)

    def action_take(self) -> None:
        """Let the informant's answer count: at once where the person has none, with a reason where they have."""
        row = self._row_here()
        if row is None:
            self.say(NO_ROW)
        elif needs_reason(self.session, row):
            words = WHY_TAKE.format(person=row.person, informant=row.informant)
            self.app.push_screen(AskWords(words, save=_("Let it count")), lambda said: self._take(row, said))
        else:
            self._take(row, Written("", True))

    def action_keep(self) -> None:
        """Let the person's own answer count, with a reason."""
        row = self._row_here()
        if row is None:
            self.say(NO_ROW)
            return
        words = WHY_KEEP.format(person=row.person, informant=row.informant)
        self.app.push_screen(AskWords(words, save=_("Keep the person's")), lambda said: self._keep(row, said))

    def _take(self, row: SideRow, said: Written | None) -> None:
        if said is not None and said.is_finished:
            reason = said.text or None
            self.act(
                lambda: self.session.take_informants(row.link_id, informant=row.relation, reason=reason),
                words=said.text,
                said=TAKEN,
                then=self._leave_for_safety,
            )

    def _keep(self, row: SideRow, said: Written | None) -> None:
        if said is not None and said.is_finished:
            self.act(lambda: self.session.keep_persons(row.link_id, informant=row.relation, reason=said.text), words=said.text, said=KEPT)

    def _ask(self, at: str | None) -> None:
        if self.is_waiting:
            self.say_still_waiting()
            return
        asking = InformantAskScreen(self.session, self._doors, self._glyphs, is_shared=self.is_shared, at=at)

        def asked(where: str | None) -> None:
            self.is_shared = asking.is_shared
            self.redraw()
            self.refresh_bindings()
            if where is not None and where != BACK:
                self.dismiss(where)
            else:
                self._leave_for_safety()

        self.app.push_screen(asking, asked)

    def _leave_for_safety(self) -> None:
        """A sign of risk is met in the interview itself, at once."""
        if self.session.phase == "safety":
            self.dismiss(None)

    def _may_ask(self) -> bool:
        return self.session.phase not in ("closed", "paused", "safety", "opening")

    def _row_here(self) -> SideRow | None:
        key = self.query_one(RowTable).key_here
        return next((row for row in self._rows if row.informant_link_id == key), None)

    def _keep_view_open(self) -> None:
        """Fold by itself after a while: the person can see this screen."""
        if self._close_view is not None:
            self._close_view.stop()
        self._close_view = None if self.is_shared else self.set_timer(self._doors.view_seconds, self._fold)

    def _fold(self) -> None:
        if not self.is_shared and self.app.screen is self:
            self.action_view()
        else:
            self._keep_view_open()


def _in_cells(row: SideRow) -> WordRow:
    question = f"{row.about}: {row.question}" if row.about else row.question
    said = f"{row.informant} (“{row.informant_said}”)" if row.informant_said else row.informant
    stands = "; ".join(part for part in (WORDS[row.agreement], row.stands, row.reason) if part)
    return WordRow(
        row.informant_link_id, (question, row.person, f"{said} ({row.who})", stands), "bold" if row.agreement == "differ" else ""
    )
