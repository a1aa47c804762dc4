"""The wish to be with somebody who has died, beside a word of that death: "my mother died and I want to be with her".

A death in the family is no sign by itself, and neither is wanting to be with somebody; together they raise the banner.
English and Italian, in any order within one stretch of text. What it will not do: judge whether it was meant so.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

_KIN: Final = (
    r"(?:mother|mum|mom|mam|father|dad|parents|wife|husband|partner|son|daughter|child|children|baby|boy|girl|brother|sister|friend|"
    r"gran|grandmother|grandma|nan|grandfather|grandad|aunt|uncle|cousin|girlfriend|boyfriend|twin)"
)
_DEATH: Final = (
    r"died|dies|dead|death|passed|killed|hanged|suicide|funeral|buried|grave|heaven|widow\w*",
    rf"late {_KIN}",
    rf"lost (?:my|our) {_KIN}",
    r"took (?:his|her|their) (?:own )?li(?:fe|ves)",
)
_WISH: Final = (
    r"(?:want\w*|wanna|wish\w*|like|long\w*|hop(?:e|ed|ing)|love|yearn\w*|need|ready|rather|better|soon|gonna|going|pray\w*|prefer|"
    r"i'll|i will|i shall|i could|i should|time) (?:[\w']+ ){0,3}?"
)
_JOIN: Final = r"(?:join|rejoin|follow|be reunited with)"
_BE_WITH: Final = r"(?:be together with|be with|be beside|go to|go with|lie beside|lie next to|be buried (?:beside|with|next to))"
_THEN: Final = r"(?! (?:when|while|until|till|at the|through|in (?:his|her|their)))"
"""What makes it a wish of that time ("I wanted to be with her when she died")."""

_REUNION: Final = (
    rf"{_WISH}(?:{_JOIN}|{_BE_WITH}) (?:him|her|them){_THEN}",
    rf"{_WISH}{_JOIN} (?:my|our) (?:late |dead |dear )?{_KIN}",
    rf"{_WISH}(?:be with|go to|go with|see) (?:my|our) (?:late|dead) {_KIN}",
    rf"{_WISH}see (?:him|her|them) again",
    rf"{_WISH}be where (?:he|she|they) (?:is|are)",
    r"(?:should|could|ought to|wish it|wished it) (?:have |had )?been me",
    r"i should have (?:died|followed|gone (?:too|with|instead|first|as well))",
    r"so should i",
    rf"(?:he|she|they|{_KIN}) (?:is|are|was|were) (?:still )?(?:waiting for|calling) me",
    r"take me (?:to|with) (?:him|her|them)",
)

_KIN_IT: Final = r"(?:madre|mamma|padre|papa|marito|moglie|figli\w|fratello|sorella|nonn\w|compagn\w|amic\w|zi\w|cugin\w|genitori|bambin\w)"
_DEATH_IT: Final = (
    r"mort\w*|mori\w*|mancat[oa]|decedut\w*|defunt\w*|lutto|uccis\w*|ammazzat\w*|impiccat\w*|suicid\w*|funeral\w*|cimitero|tomba",
    r"scompars[oa]|vedov\w*|pers[oa] mi\w+|tolt[oa] la vita|in cielo|lassu",
)
_WISH_IT: Final = (
    r"(?:vogli\w*|vorre\w*|volev\w*|desider\w*|sper\w*|sogn\w*|potess\w*|piacerebbe|presto|poter|non vedo l ora|manca poco)"
    r" (?:\w+ ){0,3}?"
)
_REUNION_IT: Final = (
    rf"{_WISH_IT}(?:raggiunger|ritrovar|riveder|seguir)(?:l[oaie]|e (?:mi\w+ )?{_KIN_IT})",
    rf"{_WISH_IT}(?:stare|essere|andare|tornare) (?:con|da) (?:lui|lei|loro)(?! (?:quando|mentre|fino|alla fine))",
    rf"{_WISH_IT}(?:stare|essere|andare) (?:con|da) (?:il |la |i )?mi\w+ {_KIN_IT} (?:mort\w|defunt\w)",
    r"(?:saro|staro|andro|verro) (?:con|da) (?:lui|lei|loro)",
    r"(?:lo|la|li|le) (?:raggiungo|raggiungero|seguiro)",
    r"(?:dovevo|avrei dovuto|toccava) (?:morire|andarmene|esserci io|essere io|a me)",
    r"al (?:suo|loro) posto",
    r"mi (?:aspetta|aspettano|sta aspettando)",
)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(map(_any_of, (_REUNION, _DEATH, _REUNION_IT, _DEATH_IT)))


def reunion_words(plain: str) -> str | None:
    """Return the English words that wish to be with the dead, in folded text that speaks of a death."""
    return _beside_a_death(plain, *_patterns()[:2])


def reunion_words_italian(plain: str) -> str | None:
    """The same for Italian, in `plain_italian` text."""
    return _beside_a_death(plain, *_patterns()[2:])


def _beside_a_death(plain: str, reunion: re.Pattern[str], death: re.Pattern[str]) -> str | None:
    found = reunion.search(plain)
    return found.group(0) if found is not None and death.search(plain) is not None else None
