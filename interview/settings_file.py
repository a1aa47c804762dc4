"""Writing the settings: what changed is changed in the file, and everything else stays as it was typed there, comments and `[[dose]]` too.

The file is replaced in one step: after a crash it is the old one or the new one. A file that cannot be read is never overwritten.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from interview.durable import make_folders
from interview.engine.doors import SettingsNotSaved, UserSettings
from interview.language import _
from interview.settings import LARGEST_FILE, SettingsUnreadable, read_settings
from interview.storage.files import replace_private


def write_settings(path: Path, settings: UserSettings) -> None:
    """Write these settings into their file; the doses there are nobody's to change here. Raises `SettingsNotSaved`."""
    target = Path(os.path.realpath(path))
    try:
        before = read_settings(target)
        document = tomlkit.parse(target.read_text("utf-8") if target.exists() else "")
        _change(document, _table(before), _table(settings))
        content = tomlkit.dumps(document).encode("utf-8")
        if len(content) > LARGEST_FILE:
            raise SettingsNotSaved(_("{path}: not saved, these settings are too long; shorten the safety text.").format(path=path))
        make_folders(target.parent)
        replace_private(target, content)
    except SettingsUnreadable as fault:
        raise SettingsNotSaved(_("Not saved. {fault}").format(fault=fault)) from None
    except (TOMLKitError, ValueError):
        raise SettingsNotSaved(
            _("{path}: not saved, this file could not be changed; correct it, or move it away.").format(path=path)
        ) from None
    except OSError as fault:
        raise SettingsNotSaved(_of_the_disk(path, fault)) from None


def _table(settings: UserSettings) -> dict[str, Any]:
    """Return what the file says of these settings; None is nothing."""
    return {
        "interviewer": settings.interviewer,
        "theme": settings.theme,
        "country": settings.core.country,
        "keys": settings.keys,
        "language": settings.language,
        "view_seconds": settings.view_seconds,
        "lock_minutes": settings.lock_minutes,
        "safety.text": settings.safety_text,
    }


def _change(document: tomlkit.TOMLDocument, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    for name, value in after.items():
        if value == before[name]:
            continue
        table, key = (document, name)
        if name.startswith("safety."):
            if "safety" not in document:
                document.append("safety", tomlkit.table())
            table, key = document["safety"], name.removeprefix("safety.")
        if value is None:
            table.remove(key)
        elif isinstance(value, str) and "\n" in value:
            table[key] = tomlkit.string(value, multiline=True)
        else:
            table[key] = value


def _of_the_disk(path: Path, fault: OSError) -> str:
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("{path}: not saved, the disk is full; make room and save again.").format(path=path)
    return _("{path}: not saved ({why}); make its folder writable, and save again.").format(path=path, why=fault.strerror or "?")
