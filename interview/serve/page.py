"""The page: its words, its files, and the headers that keep everything foreign out of it.

The terminal in it is the one of `textual-serve`, its script and its style sheet only: the page of that package loads fonts from afar.
Nothing comes from another address, no script stands in the page, nothing is kept by the browser, and the page holds nothing of any
record: its words are the same for everybody, and a time of day is all that it is told.
"""

from __future__ import annotations

import secrets
from html import escape
from importlib import resources
from string import Template
from typing import Final

from interview.language import _, current
from interview.serve.seat import ENDED, FULL, REFUSED, STOPPING, TAKEN

TITLE: Final = "trd-interview"
"""Of the window: never anything of a record."""

_OF_TERMINAL: Final = {"textual.js": "static/js/textual.js", "xterm.css": "static/css/xterm.css"}
_OWN: Final = ("page.js", "page.css")
_TYPES: Final = {"js": "text/javascript", "css": "text/css"}

HEADERS: Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), clipboard-read=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "Server": TITLE,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""On every answer."""

NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""The policy of whatever is not the page."""


def policy(nonce: str, host: str) -> str:
    """Return the page's policy: own scripts, own styles, the own connection; no window, download or form."""
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; connect-src 'self' ws://{host}; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-same-origin"
    )


def new_nonce() -> str:
    """Return a mark for the page's own styles, once for each time it is shown."""
    return secrets.token_urlsafe(16)


def words() -> dict[str, str]:
    """Return what the page says, by occasion."""
    return {
        "opening": _("Opening the interview."),
        "safe": _("Answers are safe up to {time}."),
        "back": _("The interview was left as it stands."),
        "lost": _("The connection to the program was lost."),
        "gone": _("The program has ended. Start it in the terminal again, and open the new link that it prints."),
        "continue": _("Continue"),
        str(ENDED): _("The program has ended."),
        str(FULL): _("As many tabs are open as the program takes at a time. Close one of them, then continue here."),
        str(TAKEN): _("The interview goes on in another tab. Continue here takes it back."),
        str(REFUSED): _("What was sent is no key or text that can be taken; nothing of it was. Continue."),
        "1009": _("What was pasted is larger than the program takes at once; nothing of it was taken. Continue, and paste it in parts."),
        str(STOPPING): _("The program has ended."),
    }


def page(nonce: str, host: str, place: str) -> str:
    """Return the page."""
    said = " ".join(f'data-words-{when}="{escape(text)}"' for when, text in words().items())
    template = Template((resources.files("interview.serve") / "static" / "page.html").read_text("utf-8"))
    socket = f"ws://{host}{place}ws"
    return template.substitute(language=escape(current()), title=TITLE, nonce=nonce, words=said, socket=escape(socket))


def asset(name: str) -> tuple[bytes, str] | None:
    """Return a file of the page and its type; None where there is none of this name."""
    if name in _OF_TERMINAL:
        found = resources.files("textual_serve").joinpath(_OF_TERMINAL[name])
    elif name in _OWN:
        found = resources.files("interview.serve") / "static" / name
    else:
        return None
    return found.read_bytes(), _TYPES[name.rpartition(".")[2]]
