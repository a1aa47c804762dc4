"""T3: every sign that somebody can write comes out of every export, equal or visibly replaced, and none that drives what shows it.

Texts of many scripts, of joined and invisible signs and of what is no character stand in every place of a record; each export is read
back by a reading that shares nothing with its writer. Exporters that drop or pass what they should not show that others are seen.
"""

from __future__ import annotations

import io
import json
import random
import re
import time
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final
from unittest.mock import patch

from interview.engine.session import Session
from interview.export import readers
from interview.export.formats import FORMATS, render
from interview.export.importing.record import read_record
from interview.export.part_of import PartOf
from interview.questionnaire.reader import bundled
from tests.faults.export_texts import BOX, IN_BYTES, READERS, texts
from tests.faults.odd_records import Odd, person, practice, unclean
from tests.faults.outcome import Outcome
from tests.interview.export.record import order
from trd_core.text import clean

KINDS: Final = {
    "bidi": "a\u202eb\u202c \u2066c\u2069 \u200e\u200f\u061c",
    "zero width": "z\u200bw\u200cn\u200dj\u2060k\ufeffl\u00ad",
    "half characters": "s\ud800t\udfffu",
    "emoji": "👨\u200d👩\u200d👧\u200d👦 👍🏽 🏳️\u200d🌈 🇮🇹 ☺️",
    "Arabic": "السَّلامُ عليكم ١٢٣",
    "Hebrew": "שָׁלוֹם",
    "Thai": "ฉันนอนไม่หลับ",
    "Devanagari": "मुझे नींद क्षत्रिय",
    "CJK": "我睡不著覺 日本語 한국어 𠮷",
    "combining": "e\u0301 Z\u0351\u036b\u0343 o\u0308\u0323 \ufb01 \u212b",
    "private use": "\ue000\U000f0000\U0010fffd",
    "no characters": "\ufffe\uffff\ufdd0\U0001fffe",
    "controls": "\x00\x01\x08\x0b\x0c\x1b[31m\x1b]0;t\x07\x1b]8;;x\x1b\\l\x7f\x85\x9b2J\x9d0;t\x9c\u2028p\u2029q\t\r\nnew",
}
RAW: Final = KINDS["controls"] + KINDS["no characters"]
EVERYWHERE: Final = ("json", "markdown", "html", "pdf", "docx")
"""Formats that hold every place of a record; the others have no place for some, and say how many those are."""

_REPLACED: Final = re.compile(r"⟨[^⟩]*⟩|.", re.DOTALL)
_FAINT: Final = frozenset("\u00ad\ufeff-\u200e\u200f\u061c")
"""Signs that a typesetter sets at the end of a line, or leaves out in its middle; marks of direction, which it has followed then."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A record with odd texts, and every file that is made of it."""

    odd: Odd
    session: Session
    files: dict[str, dict[str, bytes]]


def payload(seed: int, more: int = 40) -> str:
    """Return all kinds of text, and as many signs drawn from all of Unicode."""
    chance = random.Random(seed)
    drawn = "".join(
        chr(chance.choice((chance.randrange(0x300), chance.randrange(0x3000), chance.randrange(0x110000)))) for _ in range(more)
    )
    return " / ".join((*KINDS.values(), drawn.replace("⟨", "").replace("⟩", "")))


def rendered(session: Session) -> dict[str, dict[str, bytes]]:
    """Return the files of a person's record in every format, private notes too, by format and ending."""
    notes = frozenset({"record", "to_do", "private"})
    return {name: render(name, order(session, is_page=form.is_page, notes=notes)) for name, form in FORMATS.items()}


@cache
def drawn(text: str) -> Drawn:
    """Return a person's record with a text in every place, in every format."""
    odd = Odd(text)
    session = person(odd)
    return Drawn(odd, session, rendered(session))


def practised(text: str) -> Drawn:
    """Return a record of practice with a text in every place, its conversation in every format that has it."""
    odd = Odd(text)
    session = practice(odd)
    wanted = {name: form.is_page for name, form in FORMATS.items() if form.is_page or name == "json"}
    return Drawn(odd, session, {name: render(name, order(session, sheet="conversation", is_page=page)) for name, page in wanted.items()})


def tokens(text: str) -> list[str]:
    """Return the signs of a text without blanks; a name in brackets is one."""
    return [each for each in _REPLACED.findall(text) if not each.isspace() and each != "⏎"]


def is_equal(form: str, expected: str, found: str) -> bool:
    """Return whether a text came out sign by sign, each equal or replaced by what can be seen.

    A PDF is drawn in an order of its own; of a text that stands in its picture too, broken into lines, one whole place is enough.
    """
    wanted, there = tokens(expected), tokens(found)
    if form != "pdf":
        same = len(wanted) == len(there)
        return same and all(one == other or other.startswith("⟨") or other == "\ufffd" for one, other in zip(wanted, there, strict=True))
    lacking = Counter(_drawn(wanted)) - Counter(_drawn(there))
    seen = sum(each.startswith("⟨") or each == BOX for each in there)
    return lacking.total() <= seen


def _drawn(signs: list[str]) -> Iterator[str]:
    """Signs as a typesetter may join or part them."""
    for each in signs:
        if each not in _FAINT:
            yield from unicodedata.normalize("NFKD", each)


def found_in(read: list[str]) -> dict[int, list[str]]:
    """Return what stands between the marks of each place among the texts of a file."""
    made: dict[int, list[str]] = {}
    for text in read:
        for number, between in re.findall(r"zq(\d+)q(.*?)q\1z", text, re.DOTALL):
            made.setdefault(int(number), []).append(between)
    return made


def controls_in(form: str, content: bytes, read: list[str]) -> list[str]:
    """Return the control characters of a file, and of the texts that a reader takes from it."""
    everything = "".join(read) + (content.decode("utf-8") if form in IN_BYTES else "")
    kept = "\n\r" if form == "csv" else "\n\t"
    return sorted({f"U+{ord(sign):04X}" for sign in set(everything) if unicodedata.category(sign) in ("Cc", "Cs") and sign not in kept})


def faults_of(made: Drawn, expected: str) -> tuple[int, list[str]]:
    """Return how many texts were looked at, and what is wrong with any."""
    looked, faults = 0, list[str]()
    for form, files in made.files.items():
        there: dict[int, list[str]] = {}
        for content in files.values():
            read = texts(form, content)
            faults += [f"{form}: {sign} in it" for sign in controls_in(form, content, read)]
            for number, between in found_in(read).items():
                there.setdefault(number, []).extend(between)
        lacking = set(made.odd.places) - set(there) if form in EVERYWHERE else set()
        faults += [f"{form}: {made.odd.places[number]}: not there" for number in lacking]
        for number, between in there.items():
            looked += len(between)
            equal = [is_equal(form, expected, each) for each in between]
            if not (any(equal) if form == "pdf" else all(equal)):
                faults.append(f"{form}: {made.odd.places[number]}: otherwise")
    return looked, faults


def back_again(made: Drawn) -> list[str]:
    """Return whether our own JSON gives back the same log."""
    back = read_record(json.loads(made.files["json"][""]), bundled())
    return [] if back.events == made.session.events else ["json: another log comes back"]


@cache
def _unclean() -> Session:
    whole = practice(Odd("x"))
    return PartOf(whole, unclean(whole, RAW))


def uncleaned() -> list[str]:
    """Return what is wrong with pages of a log that no model cleaned: nothing may drive what shows them."""
    pages = [name for name, form in FORMATS.items() if form.is_page]
    made = {name: render(name, order(_unclean(), sheet="conversation"))[""] for name in pages}
    found = [(name, sign) for name, content in made.items() for sign in controls_in(name, content, texts(name, content))]
    return [f"{name} of an uncleaned log: {sign}" for name, sign in found]


def _only_ascii(content: bytes) -> bytes:
    return content.decode("utf-8").encode("ascii", "ignore")


def _raw_page() -> bool:
    """Whether pages that pass a text as it is are seen; a Word document of such a text is not even written."""
    with patch.object(readers, "visibly", lambda page: page):
        try:
            return bool(uncleaned())
        except ValueError:
            return True


def broken(made: Drawn, expected: str) -> Iterator[tuple[str, bool]]:
    """Yield exporters that are broken on purpose, and whether each is seen."""
    yield "pages that pass raw text", _raw_page()
    changes: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
        "what is not Latin dropped": ("html", _only_ascii),
        "one sign exchanged": ("csv", lambda content: content.replace("ฉ".encode(), "ก".encode())),
        "raw text in JSON": ("json", lambda content: content.replace(b"zq2q", "zq2q\x9b".encode())),
        "a Word document without its private signs": ("docx", _thinner),
    }
    for name, (form, change) in changes.items():
        files = {form: {ending: change(content) for ending, content in made.files[form].items()}}
        yield name, bool(faults_of(Drawn(made.odd, made.session, files), expected)[1])


def _thinner(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace("\ue000".encode(), b""))
    return out.getvalue()


def run(n: int = 25, seed: int = 3) -> Outcome:
    """Write `n` records with texts drawn anew, each in every format; with 1, the record of a person alone."""
    begun, looked, failures = time.monotonic(), 0, list[str]()
    for place in range(n):
        text = payload(seed + place)
        made = drawn(text)
        several = [made] if n == 1 else [made, practised(payload(seed + place, 0)[:240])]
        for each in several:
            count, faults = faults_of(each, clean(each.odd.text))
            looked, failures = looked + count, failures + [f"{seed + place} {fault}" for fault in faults]
        failures += back_again(made)
    failures += uncleaned()
    caught = tuple(broken(made, clean(text)))
    done = f"{len(KINDS)} kinds of text in {len(made.odd.places)} places and {len(READERS)} formats, {looked} texts read back"
    return Outcome("T3", done, n, tuple(failures), seed, time.monotonic() - begun, caught)
