"""What screens that show a picture have in common: scrolling, parts, and the clinician's view that closes by itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.timer import Timer

from interview.engine.doors import Doors
from interview.engine.session import Session
from interview.language import _
from interview.tui.glyphs import ASCII, WIDE, Glyphs
from interview.tui.screens.acting_screen import ActingScreen, elsewhere, identity_at
from interview.tui.screens.session_screen import VIEW_OPEN_SECONDS
from interview.tui.widgets.picture_view import PictureView
from interview.tui.widgets.status_bar import StatusBar, save_state
from interview.views.picture_cells import LETTERS, UNICODE, Line, Signs


class PictureScreen(ActingScreen[str]):
    """Reads only. It begins with the words that the person may see, where there are such; F7 shows the clinician's."""

    HAS_PERSONS_WORDS: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "part(1)", _("Next part"), tooltip=_("Go to the next part of the picture")),
        Binding("b", "part(-1)", _("Part before"), tooltip=_("Go to the part before")),
        Binding("f7", "view", _("View"), tooltip=_("Open or close the clinician's view; the person can see this screen")),
        *elsewhere("f5", "f6", "f8", "f9", "f10"),
    ]

    def __init__(self, session: Session, glyphs: Glyphs = WIDE) -> None:
        super().__init__(session)
        self.is_shared = self.HAS_PERSONS_WORDS
        self.signs: Signs = LETTERS if glyphs == ASCII else UNICODE
        self._close_view: Timer | None = None

    def compose_body(self) -> Iterable[Any]:
        """Lay out the picture."""
        yield PictureView(self.drawn)

    def drawn(self, width: int) -> tuple[Line, ...]:
        """Return the picture and its table for so many columns; screens say what."""
        raise NotImplementedError

    def begin(self) -> None:
        """Let arrows scroll."""
        self.query_one(PictureView).focus()

    def redraw(self) -> None:
        """Draw the identity line and the picture anew."""
        view = self.session.view()
        identity = identity_at(view, self.PLACE, is_clinicians=not self.is_shared)
        self.query_one(StatusBar).show(identity, save_state(view.saved_at, None))
        self.query_one(PictureView).draw_anew()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the other view where there are two."""
        return self.HAS_PERSONS_WORDS if action == "view" else super().check_action(action, parameters)

    def action_part(self, by: int) -> None:
        """Go to the next part, or the one before."""
        self.query_one(PictureView).go_by(by)

    def action_view(self) -> None:
        """Open the clinician's view, or close it."""
        self.is_shared = not self.is_shared
        self._keep_view_open()
        self.redraw()

    @on(PictureView.Moved)
    def _moved(self, event: PictureView.Moved) -> None:
        event.stop()
        self._keep_view_open()

    def _keep_view_open(self) -> None:
        """Let the clinician's view close by itself after a while in which nobody reads on."""
        if self._close_view is not None:
            self._close_view.stop()
        is_open = self.HAS_PERSONS_WORDS and not self.is_shared
        self._close_view = self.set_timer(self._view_seconds, self._close_by_itself) if is_open else None

    @property
    def _view_seconds(self) -> int:
        """What the settings say; a screen that stands alone has none."""
        doors = getattr(self.app, "doors", None)
        return doors.view_seconds if isinstance(doors, Doors) else VIEW_OPEN_SECONDS

    def _close_by_itself(self) -> None:
        if not self.is_shared:
            self.action_view()
