"""The graph on the screen: keys and hits go from problem to problem; what is chosen is said; a list stands where it is too small."""

from __future__ import annotations

from typing import Any

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.widgets import Static

from interview.tui.themes import DARK, THEMES
from interview.tui.widgets.graph_picture import GraphPicture
from interview.tui.widgets.graph_view import GraphView
from interview.tui.widgets.word_table import RowTable
from interview.views.graph_model import GraphLink, GraphProblem
from interview.views.graph_words import NO_ROOM, TOO_MANY
from tests.interview.tui.screens_world import MARKUP, keys, screen_text
from tests.interview.views.graph_maps import STAR, WHOLE, Map, demo, named

READABLE = 4.5
"""Contrast of text, WCAG 2.2, level AA."""


class OneGraph(App[None], inherit_bindings=False):
    """Shows one map, and keeps what the widget said."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, given: Map, theme: str = DARK, *, letters_only: bool = False) -> None:
        super().__init__()
        self.animation_level = "none"
        self.given, self.first_theme, self.letters_only = given, theme, letters_only
        self.reached: list[str] = []
        self.taken: list[str] = []

    def compose(self) -> ComposeResult:
        yield GraphView(letters_only=self.letters_only)

    def on_mount(self) -> None:
        """Show the map, and give it the keys."""
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.first_theme
        self.view.show(*self.given, {"patient": "the person's own"})
        self.view.focus_graph()

    @property
    def view(self) -> GraphView:
        """The widget."""
        return self.query_one(GraphView)

    @property
    def words(self) -> str:
        """What is said below the picture."""
        return str(self.query_one(".graph-words", Static).content)

    @property
    def note(self) -> str:
        """What is said above it."""
        return str(self.query_one(".graph-notes", Static).content)

    @on(GraphView.ProblemReached)
    def _reached(self, event: GraphView.ProblemReached) -> None:
        self.reached.append(event.problem)

    @on(GraphView.ProblemTaken)
    def _taken(self, event: GraphView.ProblemTaken) -> None:
        self.taken.append(event.problem)


async def test_arrow_keys_follow_links_and_say_what_is_chosen() -> None:
    app = OneGraph(STAR)
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "right", "down", "down", "up", "enter")
        assert ["dose", "depression", "energy", "depression"] == app.reached
        assert ["depression"] == app.taken
        assert "depression" == app.view.chosen
        assert "━ feeds: Low energy" in app.words
        assert "═ fed by: No aims;" in app.words
        shown = screen_text(app)
        assert "┏" in shown
        assert "║" in shown


async def test_the_chosen_problem_is_scrolled_into_sight_both_ways() -> None:
    problems = named(*(f"problem number {number:02}" for number in range(30)))
    links = [GraphLink(problems[0].id, each.id) for each in problems[1:]]
    app = OneGraph((problems, links))
    async with app.run_test(size=(60, 15)) as pilot:
        picture = app.query_one(GraphPicture)
        for problem in (problems[29], problems[0], problems[15]):
            app.view.choose(problem.id)
            await keys(pilot, "f24")
            number = problem.id.rsplit(" ", 1)[1]
            assert any(number in line for line in screen_text(app).splitlines()[: picture.size.height])
        app.view.choose(problems[0].id)
        await keys(pilot, "pagedown")
        assert picture.scroll_offset.y > 0


async def test_a_hit_looks_at_a_problem_and_a_second_one_takes_it() -> None:
    app = OneGraph(named_pair())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        row = next(y for y, line in enumerate(screen_text(app).splitlines()) if " b " in line)
        await pilot.click(GraphPicture, offset=(screen_text(app).splitlines()[row].index(" b ") + 1, row))
        await keys(pilot, "f24")
        assert ["b"] == app.reached
        await pilot.click(GraphPicture, offset=(screen_text(app).splitlines()[row].index(" b ") + 1, row))
        await keys(pilot, "f24")
        assert ["b"] == app.taken


def named_pair() -> Map:
    """Return two problems and a link."""
    return named("a", "b"), [GraphLink("a", "b")]


@pytest.mark.parametrize("size", [(20, 5), (39, 30), (80, 7)])
async def test_too_small_ends_in_the_list_with_one_sentence(size: tuple[int, int]) -> None:
    app = OneGraph(STAR)
    async with app.run_test(size=size) as pilot:
        await keys(pilot, "down", "down")
        assert app.view.is_list
        assert NO_ROOM == app.note
        assert isinstance(app.focused, RowTable)
        assert "wine" == app.view.chosen
        await keys(pilot, "enter")
        assert ["wine"] == app.taken


async def test_the_list_shows_words_whole_at_twenty_columns() -> None:
    app = OneGraph(STAR)
    async with app.run_test(size=(20, 40)) as pilot:
        await keys(pilot, "f24")
        shown = " ".join(screen_text(app).split())
        assert "Sertraline 50 mg" in shown
        assert "Depression that" in shown


async def test_the_choice_and_the_keys_survive_a_storm_of_sizes() -> None:
    app = OneGraph(WHOLE)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.choose("alcohol")
        for size in ((1, 1), (200, 60), (20, 5), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "alcohol" == app.view.chosen
        await keys(pilot, "f24")
        assert not app.view.is_list
        assert isinstance(app.focused, GraphPicture)
        assert "Chosen: Alcohol" in app.words


async def test_a_map_drawn_anew_keeps_the_choice_while_it_is_there() -> None:
    app = OneGraph(STAR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.choose("wine")
        app.view.show(STAR[0][:3], [])
        await keys(pilot, "f24")
        assert "wine" == app.view.chosen
        app.view.show(STAR[0][:1], [])
        assert app.view.chosen is None
        app.view.show([], [])
        await keys(pilot, "right", "down", "enter")
        assert ([], []) == (app.reached, app.taken)
        assert "No problem is here to be drawn." == app.note


async def test_more_than_can_be_followed_is_a_list() -> None:
    app = OneGraph((named(*(str(number) for number in range(61))), []))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.view.is_list
        assert TOO_MANY == app.note


async def test_words_are_never_markup_or_escapes() -> None:
    problems = [GraphProblem("a", MARKUP), GraphProblem("b", "\x1b[31mred\x1b[0m [@click=app.quit]leave[/]")]
    app = OneGraph((problems, [GraphLink("a", "b")]))
    async with app.run_test(size=(80, 24)) as pilot:
        await keys(pilot, "right")
        shown = screen_text(app)
        assert "[@click=app.quit]leave[/]" in shown.replace("\n", " ")
        assert "\x1b" not in shown


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_every_sign_can_be_seen(theme: str) -> None:
    app = OneGraph(demo(), theme)
    async with app.run_test(size=(120, 40)) as pilot:
        app.view.choose("depression")
        await keys(pilot, "f24")
        assert faintest(app) >= READABLE


def faintest(app: App[Any]) -> float:
    """Return the lowest contrast of any sign of the picture against its ground."""

    def light(color: tuple[int, int, int]) -> float:
        parts = [part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    found = []
    picture = app.query_one(GraphPicture)
    for line in app.screen._compositor.render_strips()[: picture.size.height]:
        for segment in list(line)[:-1]:
            style = segment.style
            if segment.text.strip() and style is not None and style.color is not None and style.bgcolor is not None:
                ink, ground = (light(each.get_truecolor()) for each in (style.color, style.bgcolor))
                found.append((max(ink, ground) + 0.05) / (min(ink, ground) + 0.05))
    assert len(found) > 50
    return min(found)


async def test_letters_only_draws_in_letters() -> None:
    app = OneGraph(STAR, letters_only=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.view.choose("depression")
        await keys(pilot, "f24")
        lines = screen_text(app).splitlines()[: app.query_one(GraphPicture).size.height]
        assert all(line[:79].isascii() for line in lines)
        assert "= feeds: Low energy" in app.words


async def test_words_that_need_more_room_can_be_scrolled_by_keys() -> None:
    app = OneGraph(WHOLE)
    async with app.run_test(size=(40, 16)) as pilot:
        app.view.choose("overload")
        await keys(pilot, "tab", "down")
        below = app.query_one(".graph-below")
        assert app.focused is below
        assert below.scroll_offset.y > 0
