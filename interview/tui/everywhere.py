"""What holds on every screen: help, settings, the tour, colours, and the keys of the chosen preset."""

from __future__ import annotations

from textual import events, on
from textual.binding import Binding

from interview.engine.doors import Doors, KeyPreset, UserSettings
from interview.tui.glyphs import Glyphs
from interview.tui.key_presets import key_meant, preset_of
from interview.tui.left_out import say_left_out
from interview.tui.screens.help import PaletteScreen, elsewhere_from
from interview.tui.screens.palette_acts import acts_at, do_chosen, key_on
from interview.tui.screens.settings import SAVED, SettingsScreen
from interview.tui.screens.tour import TourScreen, may_tour, tour_session
from interview.tui.themes import next_theme, theme_for
from interview.tui.unseen import Unseen
from interview.tui.widgets.answer_input import AnswerInput
from interview.tui.widgets.line_input import LineInput


class EverywhereApp(Unseen, inherit_bindings=False):
    """The acts of the application itself; what is built on it says by which keys."""

    def __init__(self, doors: Doors, glyphs: Glyphs) -> None:
        super().__init__()
        self.doors = doors
        self.glyphs = glyphs
        self.keys: KeyPreset = preset_of(doors.settings.keys)

    def shown_key(self, binding: Binding) -> str:
        """Return how the chosen preset shows a key on the screen that is open."""
        return key_on(self.screen, binding, self.keys)

    async def on_event(self, event: events.Event) -> None:
        """Let a key of the chosen preset stand for the one that it means, on every screen alike."""
        if isinstance(event, events.Key) and not event.is_forwarded and (meant := key_meant(self.keys, event.key)) != event.key:
            event = events.Key(meant, None)
        await super().on_event(event)

    @on(AnswerInput.Full)
    @on(LineInput.Full)
    def _say_left_out(self, event: AnswerInput.Full | LineInput.Full) -> None:
        say_left_out(event.line, event.left_out)

    def action_help(self, typed: str = "") -> None:
        """List what can be done here, and where one can go; choosing an entry does it."""
        screen = self.screen
        acts = acts_at(screen, self.theme)
        self.push_screen(PaletteScreen(acts, elsewhere_from(screen), typed=typed), lambda chosen: do_chosen(screen, acts, chosen))

    def action_settings(self) -> None:
        """Open the settings."""
        self.push_screen(SettingsScreen(self.doors.settings, self._save), self._say_saved)

    def action_tour(self) -> None:
        """Begin the tour: a made-up person, in a store that forgets."""
        if may_tour(self.screen_stack, self.doors):
            doors, session = tour_session(self.doors)
            self.push_screen(TourScreen(session, doors, self.glyphs))

    def action_next_theme(self) -> None:
        """Go on to the next of the four themes."""
        self.theme = next_theme(self.theme)

    def theme_set(self) -> str:
        """Return the theme that was set, or one that the terminal can show."""
        few_colors = self.console.color_system in ("standard", "windows")
        return theme_for(self.doors.settings.theme, no_color=self.no_color, few_colors=few_colors)

    def _save(self, settings: UserSettings) -> None:
        self.doors.change_settings(settings)
        self.keys, self.theme = preset_of(settings.keys), self.theme_set()

    def _say_saved(self, is_saved: bool | None) -> None:
        if is_saved:
            self.screen.refresh_bindings()
            say = getattr(self.screen, "say", None)
            if say is not None:
                say(SAVED)
