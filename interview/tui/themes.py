"""Four themes of our own: dark, light, high contrast, mono. Text stands at 4.5:1 or more against its ground in each.

Colour only repeats what a word or a sign already says.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from interview.language import _

DARK: Final = "trd-dark"
LIGHT: Final = "trd-light"
CONTRAST: Final = "trd-contrast"
MONO: Final = "trd-mono"


def _theme(name: str, *, ground: str, raised: str, ink: str, quiet: str, lead: str, warn: str, bad: str, good: str, dark: bool) -> Theme:
    """Return one theme; `ground` and `raised` are the two backgrounds, the others are inks on them."""
    return Theme(
        name=name,
        primary=lead,
        secondary=lead,
        accent=lead,
        warning=warn,
        error=bad,
        success=good,
        foreground=ink,
        background=ground,
        surface=ground,
        panel=raised,
        boost=raised,
        dark=dark,
        text_alpha=1.0,
        variables={
            "text": ink,
            "text-muted": quiet,
            "text-disabled": quiet,
            "text-primary": lead,
            "text-secondary": lead,
            "text-accent": lead,
            "text-warning": warn,
            "text-error": bad,
            "text-success": good,
            "foreground-muted": quiet,
            "foreground-disabled": quiet,
            "block-cursor-foreground": ground,
            "block-cursor-background": lead,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-background": raised,
            "block-cursor-blurred-text-style": "bold",
            "block-hover-background": raised,
            "border": lead,
            "border-blurred": quiet,
            "footer-foreground": ink,
            "footer-background": raised,
            "footer-key-foreground": lead,
            "footer-key-background": raised,
            "footer-description-foreground": ink,
            "footer-description-background": raised,
            "footer-item-background": raised,
            "input-cursor-background": ink,
            "input-cursor-foreground": ground,
            "input-cursor-text-style": "none",
            "input-selection-background": lead,
            "input-selection-foreground": ground,
            "button-foreground": ink,
            "button-color-foreground": ground,
            "button-focus-text-style": "bold reverse",
            "scrollbar": quiet,
            "scrollbar-hover": lead,
            "scrollbar-active": lead,
            "scrollbar-background": raised,
            "scrollbar-background-hover": raised,
            "scrollbar-background-active": raised,
            "scrollbar-corner-color": raised,
        },
    )


THEMES: Final[tuple[Theme, ...]] = (
    _theme(
        DARK,
        ground="#14181d",
        raised="#212831",
        ink="#e8eaed",
        quiet="#b3bcc6",
        lead="#8ec5ff",
        warn="#ffcf70",
        bad="#ff9d94",
        good="#8fd9a8",
        dark=True,
    ),
    _theme(
        LIGHT,
        ground="#ffffff",
        raised="#edf0f4",
        ink="#1a1d21",
        quiet="#4a525c",
        lead="#0b4f9e",
        warn="#6f4a00",
        bad="#9c1c12",
        good="#0d5c31",
        dark=False,
    ),
    _theme(
        CONTRAST,
        ground="#000000",
        raised="#1c1c1c",
        ink="#ffffff",
        quiet="#ffffff",
        lead="#ffff00",
        warn="#ffff00",
        bad="#ffffff",
        good="#ffffff",
        dark=True,
    ),
    _theme(
        MONO,
        ground="#101010",
        raised="#262626",
        ink="#f2f2f2",
        quiet="#c4c4c4",
        lead="#ffffff",
        warn="#ffffff",
        bad="#ffffff",
        good="#ffffff",
        dark=True,
    ),
)

NAMES: Final[dict[str, str]] = {
    DARK: "dark",
    LIGHT: "light",
    CONTRAST: _("high contrast"),
    MONO: "mono",
}
"""What a theme is called on the screen, by its id."""

THEME_WORDS: Final[dict[str, str]] = {
    "dark": _("dark"),
    "light": _("light"),
    "high contrast": _("high contrast"),
    "mono": _("mono: without colours"),
}
"""What a theme is called in the settings, and beside it where it is chosen."""


def named_theme(wanted: str | None) -> str | None:
    """Return the name in the settings of a theme that was set by its name or its id, None for any other."""
    return NAMES.get(wanted or "") or (wanted if wanted in THEME_WORDS else None)


def theme_for(wanted: str | None, *, no_color: bool, few_colors: bool) -> str:
    """Return the theme to begin with: the one that was set, else one that the terminal can show."""
    by_word = {word: name for name, word in NAMES.items()}
    if wanted in NAMES:
        return str(wanted)
    if wanted in by_word:
        return by_word[str(wanted)]
    if no_color:
        return MONO
    return CONTRAST if few_colors else DARK


def next_theme(name: str) -> str:
    """Return the theme after this one."""
    names = list(NAMES)
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
