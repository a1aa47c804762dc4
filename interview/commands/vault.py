"""`vault init` makes the vault; `vault status` says where it is and whether it opens."""

from __future__ import annotations

from argparse import Namespace

from interview.bootstrap import opened, vault_is_there
from interview.language import _
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Make or show the vault."""
    if arguments.act == "init":
        if vault_is_there(place):
            raise CallRefused(
                _("A vault is already in {folder}. Nothing was changed; --data-dir chooses another folder.").format(folder=place.folder)
            )
        with opened(place, world, make=True):
            print(_("A vault was made in {folder}.").format(folder=place.folder), file=world.stdout)
        return 0
    if not vault_is_there(place):
        print(_("No vault is in {folder} yet.").format(folder=place.folder), file=world.stdout)
        return 0
    with opened(place, world) as vault:
        print(
            _("The vault in {folder} opens; it keeps {count} records.").format(folder=place.folder, count=len(vault.records())),
            file=world.stdout,
        )
    return 0
