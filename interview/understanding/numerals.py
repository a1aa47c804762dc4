"""Numbers in words → number tokens: "a hundred and fifty", "six and a half", "half a dozen", "thirty-seven point five".

What it will not do: join numbers that only stand side by side ("one fifty"); a reader that knows better does that.
"""

from __future__ import annotations

from collections.abc import Sequence

from interview.understanding.tokens import Token

_ONES = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
    "eigth": 8, "eigt": 8, "sevn": 7, "thre": 3, "fiv": 5, "tow": 2, "nien": 9, "foru": 4,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twelv": 12, "tweleve": 12, "forteen": 14, "fiften": 15, "fiveteen": 15, "ninteen": 19, "eightteen": 18,
    "thriteen": 13, "elven": 11,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "fourty": 40, "ninty": 90,
    "fivty": 50, "fifity": 50, "twenny": 20, "thirdy": 30, "eigthy": 80, "twety": 20,
}  # fmt: skip
_HUNDRED = {"hundred", "hundreds", "hunderd", "hundread", "hundered"}
_MILLION = {"million": 1e6, "millions": 1e6, "billion": 1e9}
_THOUSAND = {"thousand", "thousands", "thousend", "k"}
_PARTS = {"half": 0.5, "halves": 0.5, "quarter": 0.25, "quarters": 0.25, "third": 1 / 3, "thirds": 1 / 3, "halve": 0.5}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_FRACTIONS = {(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 8)}


_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12}


class _Reader:
    def __init__(self, said: Sequence[Token]) -> None:
        self.said = said

    def word(self, place: int) -> str:
        return self.said[place].text if 0 <= place < len(self.said) and self.said[place].kind == "word" else ""

    def sign(self, place: int) -> str:
        return self.said[place].text if 0 <= place < len(self.said) and self.said[place].kind == "sign" else ""

    def small(self, place: int) -> tuple[int, int] | None:
        """Read 0 to 99."""
        word = self.word(place)
        if word in TENS:
            after = place + 2 if self.sign(place + 1) == "-" else place + 1
            unit = _ONES.get(self.word(after), 0)
            return (TENS[word] + unit, after + 1) if unit else (TENS[word], place + 1)
        for table in (_ONES, _TEENS):
            if word in table:
                return table[word], place + 1
        return None

    def whole(self, place: int) -> tuple[float, int] | None:
        """Read a whole number in words, or one that digits begin ("2 hundred", "5k")."""
        total = 0.0
        start = place
        if self.word(place) in ("a", "one") and self.word(place + 1) in _HUNDRED | _THOUSAND - {"k"}:
            part: float = 1
            place += 1
        elif self.word(place) in {"hundred", "thousand"}:
            part = 1
        elif self.said[place].kind == "number":
            part, place = self.said[place].value, place + 1
            if self.word(place) not in _HUNDRED | _THOUSAND:
                return None
        elif (found := self.small(place)) is not None:
            part, place = found
        else:
            return None
        while True:
            if self.word(place) in _HUNDRED and part < 100:
                part, place = part * 100, place + 1
                after = place + 1 if self.word(place) == "and" else place
                rest = self.small(after)
                if rest is not None and rest[0]:
                    part, place = part + rest[0], rest[1]
                continue
            if self.word(place) in _THOUSAND and not total:
                total, place = part * 1000, place + 1
                after = place + 1 if self.word(place) == "and" else place
                rest = self.small(after)
                if rest is None or not rest[0]:
                    return total, place
                part, place = rest
                continue
            break
        return (total + part, place) if place > start else None

    def scaled(self, place: int) -> tuple[Token, int] | None:
        """Read the "two" of "two or three hundred" as two hundred."""
        first = self._below_hundred(place)
        joined = first is not None and (self.word(first[1]) in ("to", "or") or self.sign(first[1]) == "-")
        second = self._below_hundred(first[1] + 1) if first is not None and joined else None
        if first is None or second is None or self.word(second[1]) not in _SCALES or not 0 < first[0] < second[0]:
            return None
        size = first[0] * _SCALES[self.word(second[1])]
        return Token("number", str(size), float(size), said="words"), first[1]

    def _below_hundred(self, place: int) -> tuple[int, int] | None:
        if place < len(self.said) and self.said[place].kind == "number" and self.said[place].value in range(1, 100):
            return int(self.said[place].value), place + 1
        return self.small(place)

    def part(self, place: int) -> tuple[float, int] | None:
        """Read "a half", "half", "three quarters", "a third", "1/2"."""
        if place >= len(self.said):
            return None
        if place + 2 < len(self.said) and self.sign(place + 1) == "/":
            above, below = self.said[place], self.said[place + 2]
            if above.kind == below.kind == "number" and (above.value, below.value) in _FRACTIONS and self.sign(place + 3) != "/":
                return above.value / below.value, place + 3
        word = self.word(place)
        if word in ("half", "halve"):
            return 0.5, place + 1
        if word == "quarter" and self.word(place + 1) == "of":
            return 0.25, place + 1
        if word in ("a", "one", "another") and self.word(place + 1) in ("half", "quarter", "third"):
            return _PARTS[self.word(place + 1)], place + 2
        after = place + 2 if self.sign(place + 1) == "-" else place + 1
        if (_ONES.get(word, 0) or (self.said[place].kind == "number" and self.said[place].value)) and self.word(after) in (
            "quarters",
            "thirds",
            "halves",
        ):
            count = _ONES.get(word) or self.said[place].value
            return count * _PARTS[self.word(after)], after + 1
        return None

    def number(self, place: int) -> tuple[Token, int] | None:
        """Read one number, whole or not, at this place."""
        word = self.word(place)
        if (scaled := self.scaled(place)) is not None:
            return scaled
        if word in _TIMES:
            return Token("number", str(_TIMES[word]), float(_TIMES[word]), said="times"), place + 1
        couple = place + 1 if word == "a" else place
        if self.word(couple) in ("couple", "pair"):
            end = couple + 2 if self.word(couple + 1) == "of" else couple + 1
            if self.word(end) in _SCALES and self.word(end) != "dozen":
                size = 2 * _SCALES[self.word(end)]
                return Token("number", str(size), float(size), approximate=True, said="couple"), end + 1
            if self.word(end) == "dozen":
                return Token("number", "24", 24.0, approximate=True, said="couple"), end + 1
            return Token("number", "2", 2.0, approximate=self.word(couple) == "couple", said="couple"), end
        if (dozen := self._dozen(place)) is not None:
            return dozen
        if word == "minus" and place + 1 < len(self.said) and (after := self.number(place + 1)) is not None:
            return Token("number", f"-{after[0].text}", -after[0].value, said="words"), after[1]
        if (fraction := self.part(place)) is not None:
            return Token("number", str(fraction[0]), fraction[0], said="part"), fraction[1]
        found = self.whole(place)
        digits = found is None and self.said[place].kind == "number"
        if digits:
            value, end = self.said[place].value, place + 1
        elif found is not None:
            value, end = found
        elif word == "point" and self.word(place + 1) in _ONES:
            value, end = 0.0, place
        else:
            return None
        value, end, decimal = self._decimals(value, end)
        if self.word(end) in _MILLION and 0 < value < 1000:
            value, end, digits = value * _MILLION[self.word(end)], end + 1, False
            rest = self.whole(end) if end < len(self.said) and self.said[end].kind == "word" else None
            if rest is not None:
                value, end = value + rest[0], rest[1]
            return Token("number", str(value), float(value), said="words"), end
        if not decimal:
            joined = self.word(end) in ("and", "n") or self.sign(end) == "&"
            slash = self.part(end + 1 if joined else end)
            spoken = joined and slash is not None
            written = digits and self.said[place].value.is_integer() and slash is not None and self.said[end].kind == "number"
            if slash is not None and (spoken or written) and slash[0] < 1:
                return Token("number", str(value + slash[0]), value + slash[0], said="words"), slash[1]
        text = self.said[place].text if digits and end == place + 1 else str(value)
        return Token("number", text, float(value), said="" if digits else "words"), end

    def _decimals(self, value: float, place: int) -> tuple[float, int, bool]:
        if self.word(place) != "point":
            return value, place, False
        end = place + 1
        written = ""
        while self.word(end) in _ONES or self.word(end) in ("oh", "o"):
            written += str(_ONES.get(self.word(end), 0))
            end += 1
        if not written and end < len(self.said) and self.said[end].kind == "number" and self.said[end].text.isdigit():
            written, end = self.said[end].text, end + 1
        return (value + float(f"0.{written}"), end, True) if written else (value, place, False)

    def _dozen(self, place: int) -> tuple[Token, int] | None:
        word = self.word(place)
        if word in ("half", "halve") or (word == "a" and self.word(place + 1) == "half"):
            end = place + 1 if word != "a" else place + 2
            end = end + 1 if self.word(end) == "a" else end
            return (Token("number", "6", 6.0, said="words"), end + 1) if self.word(end) == "dozen" else None
        if word == "dozen" or (word == "a" and self.word(place + 1) == "dozen"):
            return Token("number", "12", 12.0, said="words"), place + (1 if word == "dozen" else 2)
        count = self.small(place)
        if count is None and self.said[place].kind == "number":
            count = int(self.said[place].value), place + 1
        if count is not None and self.word(count[1]) == "dozen":
            return Token("number", str(count[0] * 12), count[0] * 12.0, said="words"), count[1] + 1
        return None


def numerals(said: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with numbers in words read, and "-ish" taken up by its number."""
    reader = _Reader(said)
    read: list[Token] = []
    place = 0
    while place < len(said):
        token = said[place]
        if token.kind == "word" and token.text.endswith("ish") and (stem := _ish(token.text)) is not None:
            read.append(stem)
            place += 1
            continue
        found = reader.number(place) if token.kind in ("word", "number") else None
        if found is None:
            read.append(token)
            place += 1
            continue
        number, place = found
        dashed = place + 1 if reader.sign(place) == "-" else place
        if reader.word(dashed) == "ish":
            number, place = Token("number", number.text, number.value, True, number.said), dashed + 1
        read.append(number)
    return tuple(read)


def _ish(word: str) -> Token | None:
    stem = word[:-3]
    for table in (_ONES, _TEENS, TENS):
        for spelt in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem):
            if spelt in table:
                return Token("number", str(table[spelt]), float(table[spelt]), True, "words")
    return None
