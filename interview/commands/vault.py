"""`vault init` makes the vault; `vault status` says where it is and whether it opens."""

from __future__ import annotations

from argparse import Namespace

from interview.bootstrap import opened, vault_is_there
from interview.world import CallRefused, Place, World


def run(arguments: Namespace, place: Place, world: World) -> int:
    """Make or show the vault."""
    if arguments.act == "init":
        if vault_is_there(place):
            raise CallRefused(f"A vault is already in {place.folder}. Nothing was changed; --data-dir chooses another folder.")
        with opened(place, world, make=True):
            print(f"A vault was made in {place.folder}.", file=world.stdout)
        return 0
    if not vault_is_there(place):
        print(f"No vault is in {place.folder} yet.", file=world.stdout)
        return 0
    with opened(place, world) as vault:
        print(f"The vault in {place.folder} opens; it keeps {len(vault.records())} records.", file=world.stdout)
    return 0
