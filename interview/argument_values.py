"""Reading one value of the command line: each reader takes what fits, and says what was found and what is allowed where it does not."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from typing import Final

from interview.language import _

SUBJECT: Final = re.compile(r"[A-Za-z0-9._-]{1,40}")
MOST_MINUTES: Final = 600
MOST_JOBS: Final = 1_024
"""Processes of one computer."""
LEAST_PORT, MOST_PORT = 1024, 65_535
"""Ports that a person may take without being the system."""


def short(found: str) -> str:
    """Return what was found, where it is short enough to be said again."""
    return found if 0 < len(found) <= 40 and found.isprintable() else _("a text of {count} characters").format(count=len(found))


def one_of(*allowed: str) -> Callable[[str], str]:
    """Return a reader that takes these words only."""

    def read(found: str) -> str:
        if found not in allowed:
            raise argparse.ArgumentTypeError(_("found {short}; allowed: {listed}").format(short=short(found), listed=", ".join(allowed)))
        return found

    return read


def subject(found: str) -> str:
    """Read a pseudonym; what was typed is never repeated, for it may be a name."""
    if not SUBJECT.fullmatch(found):
        raise argparse.ArgumentTypeError(
            _(
                "found a text of {count} characters that is no pseudonym; allowed: 1 to 40 letters, digits, dots, "
                "dashes and underscores, never a name"
            ).format(count=len(found))
        )
    return found


def minutes(found: str) -> int:
    """Read the time there is, in minutes."""
    if not (found.isascii() and found.isdigit() and 1 <= int(found[:4]) <= MOST_MINUTES):
        raise argparse.ArgumentTypeError(
            _("found {short}; allowed: a whole number from 1 to {most_minutes}").format(short=short(found), most_minutes=MOST_MINUTES)
        )
    return int(found)


def port(found: str) -> int:
    """Read a port of this computer."""
    if not (found.isascii() and found.isdigit() and LEAST_PORT <= int(found[:6]) <= MOST_PORT):
        said = _("found {found}; allowed: a whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(said.format(found=short(found), least=LEAST_PORT, most=MOST_PORT))
    return int(found)


def jobs(found: str) -> int:
    """Read a number of processes."""
    if not (found.isascii() and found.isdigit() and 1 <= int(found[:6]) <= MOST_JOBS):
        said = _("found {found}; allowed: a whole number from {least} to {most}")
        raise argparse.ArgumentTypeError(said.format(found=short(found), least=1, most=MOST_JOBS))
    return int(found)


def scheduler(found: str) -> str:
    """Read the address of a scheduler."""
    if not re.fullmatch(r"(tcp|tls)://[^\s/@]{1,255}:[0-9]{1,5}", found):
        said = _("found {found}; allowed: tcp://HOST:PORT or tls://HOST:PORT")
        raise argparse.ArgumentTypeError(said.format(found=short(found)))
    return found


def cohort_file(found: str) -> str:
    """Read the name of a file to be written: one JSON object a line, or a table."""
    if not re.fullmatch(r"(.*/)?[^/]+\.(ndjson|parquet)", found, re.DOTALL):
        raise argparse.ArgumentTypeError(_("found another name; allowed: a file name that ends in .ndjson or .parquet"))
    return found
