"""Words of risk as fingers slip on them: "suicdal", "kil", "overdoes", "d i e", "k1ll" are written as they were meant.

Only words near to a few grave ones are touched, and only to raise a banner: nothing of it is shown or kept.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from interview.understanding.listed import listed

_SLIPS: Final = {
    "kil": "kill", "kll": "kill", "kiil": "kill", "klil": "kill", "killl": "kill", "kiling": "killing", "killin": "killing",
    "kilin": "killing",
    "ded": "dead", "daed": "dead", "dea": "dead", "deda": "dead", "dei": "die", "diee": "die", "dy": "die", "dye": "die",
    "tird": "tired", "alife": "alive", "aliv": "alive", "thougts": "thoughts",
    "dieing": "dying", "dyeing": "dying", "dyin": "dying", "diying": "dying", "dieng": "dying", "lfe": "life", "lief": "life",
    "liffe": "life",
    "lif": "life", "lige": "life", "livign": "living", "liveing": "living", "livin": "living", "od": "od", "mself": "myself",
    "meself": "myself",
    "myslf": "myself", "mylsef": "myself", "myselve": "myself", "msyelf": "myself", "myselg": "myself", "mysefl": "myself",
    "wana": "want to",
    "wanna": "want to", "beter": "better", "bettr": "better", "betetr": "better", "of'd": "od'd", "wnat": "want", "wnt": "want",
    "whish": "wish",
    "wihs": "wish", "wsih": "wish", "gunna": "going to", "gonna": "going to", "wihtout": "without", "witout": "without",
    "withou": "without",
    "anymor": "any more", "anymore": "any more", "annymore": "any more", "dnt": "don't", "dont": "don't", "cnat": "can't",
    "cant": "can't",
    "edn": "end", "endign": "ending", "endin": "ending", "hert": "hurt", "hrut": "hurt", "hurtin": "hurting", "harmng": "harming",
    "hramed": "harmed", "harmd": "harmed", "cuting": "cutting", "cuttin": "cutting", "cutt": "cut", "attemted": "attempted", "im": "i'm",
    "ive": "i've", "id": "i'd", "mi": "my", "exsist": "exist", "exsit": "exist", "exsisting": "existing", "trane": "train",
    "brige": "bridge",
}  # fmt: skip
"""Slips in short words, where a letter more or less leaves little to go by."""

_GRAVE: Final = listed(
    """
    suicide | suicidal | suicidality | overdose | overdosed | overdosing | overdoses | killed | killing | myself | himself | herself |
    themselves | hanging | hanged | hang | strangle | attempt | attempted | attempts | disappear | burden | harming | harmed |
    wrists | selfharm | paracetamol | tablets | existing | living | better
    """
)
"""Words whose near spellings count as meant."""

_ORDINARY: Final = frozenset(
    listed(
        """
        subside | subsided | overused | overdone | killer | kissing | billed | filled | pilled | skilled | tilled | milled | willed |
        kicked |
        filling | billing | milling | willing | pilling | tilling | chilling | hinging | handing | hinged | handed | banged | changed |
        handing | hunting | having | banging | ranging | changing | longing | hung | hand | hank | bang | hangs | hangar | hanger | fang |
        sang | rang | gang | tang | farming | warming | charming | farmed | warmed | armed | charmed | haring | hared | burdens | burned |
        garden | harden | warden | wrist | tablet | table | tables | listing | exiting | exciting | loving | giving | diving | driving |
        lining | leaving | liking | lying | saving | letter | butter | bitter | fetter | wetter | batter | netter | exists | hosting |
        tempt | tempted | attests | overdue | overdo | overdoing | overdid | himselves | suite | suites | suited | suitable | social |
        special | sundial | crucial | judicial | official | superficial | shaming | hating | hiving | jiving
        """
    )
)
_LEET: Final = str.maketrans("013457@$!", "oieastasi")
_LETTERS_APART: Final = re.compile(r"(?<![\w'])\w(?:[ .\-_*]\w){2,}(?![\w'])")
_WORD: Final = re.compile(r"[^\W_][\w'@$!]*[^\W_]|[^\W_]")
_LONGEST_GRAVE: Final = 12


def mended(plain: str) -> str:
    """Return folded text with slips in grave words put right."""
    joined = _LETTERS_APART.sub(lambda run: re.sub(r"[^\w]", "", run.group()), plain)
    return _WORD.sub(lambda word: _mended(word.group()) if len(word.group()) <= _LONGEST_GRAVE else word.group(), joined)


@lru_cache(maxsize=4096)
def _mended(word: str) -> str:
    if word in _SLIPS:
        return _SLIPS[word]
    if word in _GRAVE or word in _ORDINARY or len(word) < 4:
        return word
    read = word.translate(_LEET) if any(map(str.isalpha, word)) and not word.isalpha() else word
    if read != word and (read in _GRAVE or read in ("kill", "die", "dead", "suicid")):
        return read
    return _nearest(read) or word


def _nearest(word: str) -> str | None:
    """Return the one grave word that is a slip away: one for five letters or more, two from eight."""
    if len(word) < 5 or not word.isalpha():
        return None
    from rapidfuzz.distance import OSA

    near = [
        (distance, grave)
        for grave in _GRAVE
        if len(grave) >= 6
        and (word[0] == grave[0] or word[:2] == grave[1::-1])
        and abs(len(grave) - len(word)) <= 2
        and (distance := OSA.distance(word, grave, score_cutoff=_slips(grave))) <= _slips(grave)
    ]
    return min(near)[1] if near else None


def _slips(grave: str) -> int:
    """How many slips leave a word known: two in the long words of suicide, one in the others."""
    return 2 if grave.startswith("suicid") else 1
