"""Files made to hang, to fill the memory, to crash or to be repeated: by name, each with what it is, and how its name ends."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import zipfile
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Final

CANARY: Final = "Zebrafish 7731"
"""Stands in every file that holds words: no refusal may repeat it. Of a key that is plain, letters without blanks, it may."""

ESCAPE: Final = "\x1b]0;owned\x07\x1b[2J\x9b2J"
HUGE: Final = 60_000_000
"""Bytes."""

TEXTS: Final[Mapping[str, str]] = {
    "letters": "a" * 32_000 + "!",
    "blanks": "a" + " " * 32_000 + "b",
    "breaks": "\n \t" * 10_000 + "x",
    "numbers": "1 " * 16_000,
    "digits": "7" * 32_000,
    "dots": "1." * 16_000,
    "commas": "1,1;" * 8_000,
    "ranges": "1-" * 16_000 + "x",
    "brackets": "(" * 16_000 + "[" * 16_000,
    "quotes": "'" * 32_000,
    "words": "no not never " * 2_460,
    "questions": "why? " * 6_400,
    "abbreviations": "e.g. dr. mg." * 2_600,
    "joints": "and how about the ".replace(" ", "  ") * 1_400,
    "dates": "2020-01-" * 4_000,
    "accents": "e" + "\u0301" * 32_000,
    "escapes": (ESCAPE + CANARY) * 1_000,
}
"""Texts on which a careless pattern tries every way there is."""


def _zipped(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, b"\0" * HUGE)
    return made.getvalue()


def _entities() -> bytes:
    lines = ['<!ENTITY e0 "' + CANARY + '">']
    lines += [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)]
    outside = '<!ENTITY file SYSTEM "file:///etc/passwd">'
    return f'<?xml version="1.0"?><!DOCTYPE x [{"".join(lines)}{outside}]><x>&e11;&file;</x>'.encode()


PLAIN: Final[Mapping[str, Callable[[], bytes]]] = {
    "empty": lambda: b"",
    "one brace": lambda: b"{",
    "a byte order mark": lambda: b"\xef\xbb\xbf",
    "60 MB of one letter": lambda: b"a" * HUGE,
    "60 MB of nothing": lambda: b"\0" * HUGE,
    "4 MB of line ends": lambda: b"\n" * 3_999_999,
    "invalid UTF-8": lambda: b'{"' + CANARY.encode() + b'\xff\xfe": 1}',
    "half a character": lambda: b'{"subject": "\xed\xa0\x80' + CANARY.encode() + b'"}',
    "UTF-16": lambda: json.dumps({CANARY: 1}).encode("utf-16"),
    "random bytes": lambda: random.Random(7731).randbytes(100_000),
    "a zip bomb, docx": lambda: _zipped("word/document.xml"),
    "a zip bomb, xlsx": lambda: _zipped("xl/worksheets/sheet1.xml"),
    "a gzip bomb": lambda: gzip.compress(b"\0" * HUGE),
    "an entity bomb": _entities,
    "a prompt": lambda: f"{ESCAPE}{CANARY}\n".encode() * 50,
}
"""Bytes that are no file of ours at all."""


def _nested(begin: str, end: str, levels: int) -> bytes:
    return (begin * levels + f'"{CANARY}"' + end * levels).encode()


JSON: Final[Mapping[str, Callable[[], bytes]]] = {
    "deep lists": lambda: _nested("[", "]", 100_000),
    "deep objects": lambda: _nested('{"a":', "}", 100_000),
    "lists that never end": lambda: b"[" * 1_000_000,
    "the deepest that are read": lambda: _nested('{"a":', "}", 40),
    "a 60 MB list": lambda: b"[" + b"1," * (HUGE // 2 - 1) + b"1]",
    "a million lists": lambda: b"[" + b"[]," * 999_999 + b"[]]",
    "a text of 15 MB": lambda: json.dumps({CANARY: "x" * 15_000_000}).encode(),
    "a text of 3 MB": lambda: json.dumps({CANARY: "x" * 3_000_000}).encode(),
    "keys twice": lambda: b'{"subject": "S-1", "subject": "' + CANARY.encode() + b'"}',
    "a key 300,000 times": lambda: b"{" + b'"a":1,' * 300_000 + b'"a":1}',
    "a hundred thousand keys": lambda: json.dumps({f"{CANARY}{n}": n for n in range(99_000)}).encode(),
    "NaN": lambda: b'{"kellner": NaN}',
    "Infinity": lambda: b'{"person": {"age_years": -Infinity}}',
    "1e999": lambda: b'{"kellner": 1e999}',
    "a number of a million digits": lambda: b'{"kellner": ' + b"9" * 1_000_000 + b"}",
    "a fraction of a million digits": lambda: b'{"kellner": 0.' + b"9" * 1_000_000 + b"}",
    "900 numbers of 4,299 digits": lambda: b"[" + b",".join([b"9" * 4_299] * 900) + b"]",
    "a key that drives a terminal": lambda: json.dumps({ESCAPE + CANARY: 1}).encode(),
    "half characters": lambda: b'{"\\ud800": "\\udfff' + CANARY.encode() + b'"}',
    "a number as a text": lambda: json.dumps({"kellner": CANARY, "person": [CANARY]}).encode(),
}
"""JSON, or nearly, whatever it is given to."""


TOML: Final[Mapping[str, Callable[[], bytes]]] = {
    "deep lists": lambda: b"a = " + _nested("[", "]", 100_000),
    "deep tables": lambda: b"a = " + _nested("{a=", "}", 100_000),
    "a long dotted key": lambda: b"a." * 20_000 + b"a = 1\n",
    "many dotted keys": lambda: b"".join(f"{'a.' * 150}b{n} = 1\n".encode() for n in range(180)),
    "a table of many levels": lambda: b"[" + b"a." * 20_000 + b"a]\n",
    "a key twice": lambda: f'"{CANARY}" = 1\n"{CANARY}" = 2\n'.encode(),
    "a key twice within": lambda: f'a = {{"{CANARY}" = 1, "{CANARY}" = 2}}\n'.encode(),
    "a key that drives a terminal": lambda: ('"\\u001b]0;x\\u0007' + CANARY + '" = 1\n').encode(),
    "a raw escape": lambda: f'a = "{ESCAPE}{CANARY}"\n'.encode(),
    "nan": lambda: b"order = nan\nkellner = inf\n",
    "a number of a million digits": lambda: b"order = " + b"9" * 1_000_000 + b"\n",
    "a number of 5,000 digits": lambda: b"order = " + b"9" * 5_000 + b"\n",
    "a fraction of 60,000 digits": lambda: b"order = 0." + b"9" * 60_000 + b"\n",
    "a year of no calendar": lambda: b"order = 2026-99-99\nat = 2026-02-30T25:61:61Z\n",
    "a text of 900 kB": lambda: f'id = "{CANARY}{"x" * 900_000}"\n'.encode(),
    "40,000 tables": lambda: b"[[item]]\n" * 40_000,
    "2,800 keys": lambda: b"".join(f'"{CANARY}{n}"=1\n'.encode() for n in range(2_800)),
    "many quotes": lambda: b'a = """' + b'\\"' * 30_000 + b"\n",
    "no end": lambda: b'a = "' + CANARY.encode() * 4_000,
}
"""TOML, or nearly, whatever it is given to."""


def special(folder: Path) -> dict[str, Path]:
    """Make what is no ordinary file, and return where each stands."""
    made = {name: folder / name.replace(" ", "-") for name in ("a pipe", "a folder", "a link to itself", "a link to a device", "nothing")}
    os.mkfifo(made["a pipe"])
    made["a folder"].mkdir()
    made["a link to itself"].symlink_to(made["a link to itself"])
    made["a link to a device"].symlink_to("/dev/zero")
    return {**made, "/dev/zero": Path("/dev/zero"), "a name that drives a terminal": folder / f"{CANARY[:3]}\x1b]0;x\x07\x9b2J.json"}


def varied(tree: Any, words: Collection[str], text: str) -> Any:
    """Return a document of ours with this text in place of these words, wherever they stand."""
    match tree:
        case dict():
            return {name: varied(each, words, text) for name, each in tree.items()}
        case list():
            return [varied(each, words, text) for each in tree]
        case str() if tree in words:
            return text
    return tree
