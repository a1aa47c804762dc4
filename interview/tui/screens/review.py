"""`ReviewScreen`: check your answers. Every open item with what counts for it; Change comes back here; closing asks once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Static

from interview.engine.doors import Doors
from interview.engine.rehearsal import NO_EFFECT, Stood, effect_of, standing_of
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import Glyphs
from interview.tui.screens.acting_screen import ActingScreen, elsewhere
from interview.tui.screens.answer_drafts import answer_place
from interview.tui.screens.ask_first import AskFirst
from interview.tui.screens.change import ChangeScreen
from interview.tui.screens.choice import ChoiceScreen
from interview.tui.screens.finishing import sign_sheet
from interview.tui.screens.settling_words import ask_reason
from interview.tui.screens.sign import Signing
from interview.tui.text import as_content
from interview.tui.widgets.change_rows import SEEN, effect_rows
from interview.tui.widgets.review_rows import (
    ANSWER,
    ASIDE,
    BANNER,
    BEFORE,
    CHOICES,
    HEADERS,
    before_closing,
    leads_to,
    review_rows,
)
from interview.tui.widgets.word_table import RowTable
from interview.views.report import progress_words
from interview.views.risk_banner import quoted_words
from interview.views.signature_words import while_open

CLOSED = "close"
HOME, QUIT = "home", "quit"
SETTLING = (
    ("asked_now", _("I asked about it now")),
    ("known", _("it is known, and met")),
    ("not_this_person", _("it is not about this person")),
)
ASIDE_WORDS = _("Its question is closed at the moment, so it counts for nothing. It comes back if the answer that closed it changes.")
CLOSE_QUESTION = _(
    "Close this interview?\nWhat nobody asked stays unknown; it is never read as a no. "
    "A closed record is complete and no longer asked; it can be opened again."
)


class ReviewScreen(ActingScreen[str]):
    """Returns `close` once it was closed, `home` or `quit` after a pause, the act of another place, or None."""

    PLACE = _("check the answers")
    IS_CLINICIANS = True
    DEFAULT_CSS = """
    ReviewScreen Static.line { height: auto; padding: 0 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", _("Change"), key_display="Enter", tooltip=_("Change the answer under the cursor; the check comes back")),
        Binding("f", "choose", _("Show"), key_display="f", tooltip=_("Show everything, what has no answer, or what is flagged")),
        Binding("c", "close", _("Close"), tooltip=_("Close the interview, after asking once")),
        Binding("s", "sign", _("Sign"), tooltip=_("Close the interview and sign it by name, after asking once")),
        Binding("n", "section(1)", _("Next section"), tooltip=_("Go to the next section")),
        Binding("b", "section(-1)", _("Section before"), show=False, tooltip=_("Go to the section before")),
        *elsewhere("f5", "f6", "f8", "f9"),
    ]

    def __init__(self, session: Session, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__(session)
        self._doors, self._glyphs = doors, glyphs
        self._choice = 0
        self._drafts: dict[str, str] = {}
        self._effect = NO_EFFECT
        self._signing: Signing | None = None
        """What was typed to sign with, and not saved."""

    def texts_in_hand(self) -> dict[str, str]:
        """Return what was typed to change answers and is not saved, by question."""
        return {answer_place(link_id): text for link_id, text in self._drafts.items()}

    def compose_body(self) -> Iterable[Any]:
        """Lay out how far it is, and the table."""
        yield Static("", id="review-far", classes="line")
        yield RowTable(id="review")

    def begin(self) -> None:
        """Begin with the table."""
        table = self.query_one(RowTable)
        table.focus()
        table.move_cursor(row=1, animate=False)

    def draw_body(self) -> None:
        """Draw the answers from the session."""
        view = self.session.view()
        choice, words = CHOICES[self._choice]
        far = _("{progress_words}. Enter changes one. Shown: {words}.").format(
            progress_words=progress_words(view.answered, view.about), words=words
        )
        self.query_one("#review-far", Static).update(as_content(" ".join(part for part in (far, while_open(view)) if part)))
        self.query_one(RowTable).show(HEADERS, (*effect_rows(self.session, self._effect), *review_rows(self.session, choice)))

    @on(DataTable.RowSelected)
    def _row_chosen(self, event: DataTable.RowSelected) -> None:
        event.stop()
        self.action_change()

    def action_change(self) -> None:
        """Go to the question under the cursor; settle words of risk where that is what stands there."""
        row = self.query_one(RowTable).key_here or ""
        key = row.removeprefix(SEEN)
        if key.startswith(ASIDE):
            self.say(ASIDE_WORDS)
        elif key.startswith(BANNER):
            self._settle(key.removeprefix(BANNER))
        elif key == f"{BEFORE}disposition":
            self.action_elsewhere("safety")
        elif self.session.phase == "closed":
            self.say(_("This record is closed. It can be opened again from the interview, under Finish."))
        elif (link_id := leads_to(key)) is not None:
            before = standing_of(self.session)
            self.act(lambda: self.session.go_to(link_id), then=lambda: self._ask(link_id, row, before))

    def _ask(self, link_id: str, row: str, before: Stood) -> None:
        change = ChangeScreen(self.session, self._doors, self._glyphs, self._drafts)

        def changed(where: str | None) -> None:
            if where in (HOME, QUIT):
                self.dismiss(where)
                return
            self._effect = effect_of(self.session, before)
            self.act(lambda: self.session.go("review"), said=change.said, then=lambda: self._go_back_to(row, link_id))

        self.app.push_screen(change, changed)

    def _go_back_to(self, row: str, link_id: str) -> None:
        """Go back to the line that was left; where it is gone, to the answer that was changed."""
        table = self.query_one(RowTable)
        table.go_to_key(row if any(each.key == row for each in table.shown) else ANSWER + link_id)

    def _settle(self, link_id: str) -> None:
        def chosen(how: str | None) -> None:
            if how is not None:
                ask_reason(self.app, lambda reason: settled(how, reason), self.say)

        def settled(how: str, reason: str) -> None:
            self.act(lambda: self.session.settle_risk_words(link_id, how, reason), words=reason, said=_("Settled, and kept in the record."))

        self.app.push_screen(
            ChoiceScreen(_("Words of risk"), SETTLING, text=f"{_('How are these words meant?')}{quoted_words(self.session, [link_id])}"),
            chosen,
        )

    def action_choose(self) -> None:
        """Show the next choice of rows."""
        self._choice = (self._choice + 1) % len(CHOICES)
        self.redraw()

    def action_section(self, by: int) -> None:
        """Go to the next heading, or the one before."""
        table = self.query_one(RowTable)
        places = [place for place, row in enumerate(table.shown) if row.is_heading]
        here = table.cursor_row
        wanted = [place for place in places if (place > here if by > 0 else place < here)]
        if wanted:
            table.move_cursor(row=wanted[0] if by > 0 else wanted[-1], animate=False, scroll=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer closing and signing only while it is reviewed."""
        return super().check_action(action, parameters) if action not in ("close", "sign") else self.session.phase == "reviewing"

    def action_close(self) -> None:
        """Close the interview, once it was asked; say what stands before it otherwise."""
        if not self._may_close():
            return

        def answered(is_yes: bool | None) -> None:
            if is_yes:
                self.act(lambda: self.session.go("close"), then=lambda: self.dismiss(CLOSED))

        self.app.push_screen(AskFirst(CLOSE_QUESTION, yes=_("Yes, close it"), no=_("No, not yet")), answered)

    def action_sign(self) -> None:
        """Close the interview and sign it, once a name was given; say what stands before it otherwise."""
        if not self._may_close():
            return

        def named(filled: Signing | None) -> None:
            self._signing = filled
            if filled is not None and filled.is_finished:
                self.act(lambda: self.session.sign(filled.name, filled.note), then=lambda: self.dismiss(CLOSED))

        self.app.push_screen(sign_sheet(self.session, self._signing), named)

    def _may_close(self) -> bool:
        """Return whether nothing stands before closing; say what does."""
        if self.session.may("close"):
            return True
        standing = before_closing(self.session, self.session.view())
        words = " ".join((_("Not yet."), *(f"{each.about}: {each.sentence}" for each in standing)))
        self.say(words if standing else _("This cannot be closed from here yet."))
        return False
