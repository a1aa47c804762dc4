"""A text in the forms in which it could lie about, and the search for them: in files, in the list of processes, in window titles."""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import quote, quote_plus

TITLE = re.compile(r"\x1b\][012];")
"""What sets a window's title or an icon's name."""


def forms(text: str) -> dict[str, bytes]:
    """Return the text in every form that is looked for."""
    raw = text.encode()
    found = {
        "utf-8": raw,
        "utf-16-le": text.encode("utf-16-le"),
        "utf-16-be": text.encode("utf-16-be"),
        "latin-1": text.encode("latin-1", "replace"),
        "url": quote(text).encode(),
        "form": quote_plus(text).encode(),
        "json": json.dumps(text)[1:-1].encode(),
        "html": text.encode("ascii", "xmlcharrefreplace"),
        "hex": raw.hex().encode(),
    }
    for offset in range(3):
        encoded = base64.b64encode(bytes(offset) + raw + bytes(2))
        whole = encoded[(0, 2, 3)[offset] : (offset + len(raw)) * 8 // 6]
        found[f"base64+{offset}"] = whole
        found[f"base64url+{offset}"] = whole.translate(bytes.maketrans(b"+/", b"-_"))
    return found


def found_in(content: bytes, looked_for: Mapping[str, bytes]) -> set[str]:
    """Return the forms that stand in some bytes."""
    return {name for name, form in looked_for.items() if form in content}


def found_on_disk(folders: Iterable[Path], looked_for: Mapping[str, bytes]) -> dict[str, set[str]]:
    """Return where a form was found, by path: in what a file holds, or in its name."""
    found: dict[str, set[str]] = {}
    for folder in folders:
        for path in folder.rglob("*"):
            here = found_in(os.fsencode(path.name), looked_for)
            if path.is_file() and not path.is_symlink():
                here |= found_in(path.read_bytes(), looked_for)
            if here:
                found[str(path.relative_to(folder))] = here
    return found


def found_in_processes(looked_for: Mapping[str, bytes]) -> set[str]:
    """Return where a form stands that the list of processes shows: arguments, names, variables where they can be read."""
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            for part in ("cmdline", "comm", "environ"):
                try:
                    content = (folder / part).read_bytes()
                except OSError:
                    continue
                if found_in(content, looked_for):
                    found.add(f"{folder.name}/{part}")
    return found
