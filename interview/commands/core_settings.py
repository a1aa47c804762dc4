"""What an assessment depends on beside the case: the command line first, then the settings file, then the defaults."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from interview.bootstrap import user_settings
from interview.commands.named_files import bytes_of
from interview.doses import read_doses
from interview.questionnaire.toml_file import LARGEST
from interview.world import CallRefused, World
from trd_core.json_input import JsonRefused
from trd_core.settings import DoseOverlay, Settings


def core_settings(arguments: Namespace, world: World) -> Settings:
    """Return the settings of `--scope`, `--country` and `--doses` over those of the settings file. Raises `CallRefused`."""
    own = user_settings(world).core
    return Settings(
        scope=arguments.scope or own.scope,
        country=arguments.country or own.country,
        doses=own.doses if arguments.doses is None else _doses(Path(arguments.doses)),
    )


def _doses(path: Path) -> tuple[DoseOverlay, ...]:
    try:
        return read_doses(bytes_of(path, LARGEST))
    except JsonRefused as refused:
        raise CallRefused(f"{path}: {refused}") from None
