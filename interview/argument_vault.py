"""The grammar of `vault`: its acts, and what each takes."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Final

from interview.language import _

ACTS: Final = ("init", "passwd", "recover", "rotate", "status", "backup", "restore")


def vault_choices(vault: argparse.ArgumentParser, act: Callable[[str], str]) -> None:
    """Add the acts of the vault, read by `act`, and what they take."""
    add = vault.add_argument
    add("act", type=act, metavar="ACT", help=", ".join(ACTS))
    add("file", nargs="?", metavar="FILE", help=_("for backup: a new file; for restore: a backup"))
    add("--new-passphrase-file", metavar="FILE", help=_("for passwd and recover: the new passphrase, without a question"))
    add("--code-file", metavar="FILE", help=_("for recover: the recovery code, without a question"))
    add("--code-out", metavar="FILE", help=_("a new private file for the new recovery code, which else is shown at a terminal only"))
    ways = vault.add_mutually_exclusive_group()
    ways.add_argument("--new-code", action="store_true", help=_("for passwd: a new recovery code, the passphrase stays"))
    ways.add_argument("--keyring", action="store_true", help=_("for passwd: let the system's keyring open the vault too"))
    ways.add_argument("--no-keyring", action="store_true", help=_("for passwd: let no keyring open the vault any more"))
