"""What the library of the command line says in English, said in the language spoken now: headings of the help, and why a call does not fit.

Its own catalogue is never used: the computer's language is not asked. A sentence that stands in no table stays as the library says it.
"""

from __future__ import annotations

import argparse
import re
from typing import Any, Final

from interview.language import _

SENTENCES: Final[tuple[tuple[str, str], ...]] = (
    (r"argument (?P<argument>\S+): expected one argument", _("{argument}: a value is expected after it")),
    (r"argument (?P<argument>\S+): expected at least one argument", _("{argument}: at least one value is expected after it")),
    (r"argument (?P<argument>\S+): expected at most one argument", _("{argument}: at most one value is expected after it")),
    (r"argument (?P<argument>\S+): expected (?P<n>\d+) arguments?", _("{argument}: {n} values are expected after it")),
    (r"argument (?P<argument>\S+): not allowed with argument (?P<other>\S+)", _("{argument}: not together with {other}")),
    (r"argument (?P<argument>\S+): ignored explicit argument .*", _("{argument}: it takes no value")),
    (r"the following arguments are required: (?P<listed>.*)", _("these are lacking: {listed}")),
    (r"one of the arguments (?P<listed>.*) is required", _("one of these is lacking: {listed}")),
    (r"unrecognized arguments: (?P<listed>.*)", _("not known here: {listed}")),
)
"""How a sentence of the library begins and ends, and how it is said; `--name` and what was typed pass as they are."""


def said_again(message: str) -> str:
    """Return a sentence of the library in the language spoken now; one that is known in no table, as it is."""
    for pattern, words in SENTENCES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            return words.format(**found.groupdict())
    return message


class Usage(argparse.HelpFormatter):
    """Lays help out as the library does, under our own word for how a command is called."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Begin with how the command is called."""
        super().add_usage(usage, actions, groups, _("usage: ") if prefix is None else prefix)


def speak(parser: argparse.ArgumentParser, *, has_help: bool) -> None:
    """Give a parser its headings in the language spoken now, and its help where it has one."""
    parser.formatter_class = Usage
    parser._positionals.title, parser._optionals.title = _("positional arguments"), _("options")
    if has_help:
        parser.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=_("show this help message and exit"))
