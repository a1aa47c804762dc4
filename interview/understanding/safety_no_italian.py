"""The Italian sentences that are a no to a question about danger: "non ho nessun piano", "mai pensato", "no, niente del genere".

As in `safety_no`, a closed list by question: "nessun piano per ora" and "no, ho i figli" are asked back.
What it will not do: read anything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from interview.understanding.listed import listed

_PAUSES: Final = frozenset(",.;!-:")
_LONGEST: Final = 40

_BARE: Final = listed(
    """
    no | mai | no mai | mai e poi mai | mai una volta | neanche una volta | nemmeno una volta | neppure una volta | per niente |
    per nulla | affatto | niente affatto | assolutamente no | assolutamente mai | certo che no | certamente no | nessuno | nessuna |
    niente | nulla | niente del genere | nulla del genere | niente di simile | nulla di simile | niente di tutto questo |
    niente di niente | non ne ho | non ne ho avuti | non ne ho avute | non ne ho mai avuti | non ne ho mai avute | proprio nessuno
    """
)
_BEFORE: Final = listed("guardi | senta | beh | be | ecco | eh | ehm")
_BESIDE: Final = listed("dottore | dottoressa | grazie a dio | grazie al cielo | per fortuna | fortunatamente | onestamente | sinceramente")
_LIKE_THAT: Final = r"(?: di quel (?:tipo|genere)| di questo (?:tipo|genere)| del genere| simil[ei]| cosi)"
_DOING_IT: Final = r"(?: (?:di|per) (?:farlo|farla finita|uccidermi|ammazzarmi|togliermi la vita|suicidarmi))"
_MONTH: Final = r"(?: nell ultimo mese| in questo ultimo mese)?"


def _things(one: str, several: str, of: str = "", *, now: bool, then: bool, month: bool = False) -> tuple[str, ...]:
    """Return the sentences that say there is none of a thing, in the singular and the plural; the tenses as in `safety_no`."""
    tail = rf"(?:{_LIKE_THAT}{f'|{of}' if of else ''})?{_MONTH if month else ''}"
    none_of = rf"(?:nessun|nessuna|alcun|alcuna) {one}"
    sentences = [rf"(?:nessun|nessuna) {one}{tail}"]
    if now:
        sentences += [rf"non ho (?:{none_of}|un {one}|{several}){tail}", rf"non ci sono {several}{tail}", rf"non c(?: e)? {none_of}{tail}"]
    if then:
        sentences += [
            rf"(?:non ho )?mai avuto (?:{none_of}|un {one}|{several}){tail}",
            rf"non ho avuto (?:{none_of}|un {one}|{several}){tail}",
            rf"non ci sono (?:mai )?stat[ie] {several}{tail}",
        ]
    return tuple(sentences)


_SUICIDE: Final = (
    r"(?:a (?:farla finita|uccidermi|ammazzarmi|togliermi la vita|suicidarmi|una cosa (?:simile|del genere)|niente di simile)|al suicidio)"
)
_OF_SUICIDE: Final = r" (?:di suicidio|suicidi|di farla finita|di uccidermi|di togliermi la vita)"
_OF_THOUGHTS: Final = (
    *_things(
        "pensiero",
        "pensieri",
        r" (?:di suicidio|suicidi|di farla finita|di uccidermi|di togliermi la vita)",
        now=False,
        then=True,
        month=True,
    ),
    rf"non ci ho (?:mai )?pensato{_MONTH}",
    rf"(?:non (?:ho|avevo) )?mai pensato(?: {_SUICIDE})?{_MONTH}",
    rf"non ho pensato {_SUICIDE}{_MONTH}",
)
_SENTENCES: Final = {
    "safety.wish_to_be_dead": (
        *_things("momento", "momenti", now=False, then=True, month=True),
        r"non l ho mai (?:desiderato|voluto|pensato)",
        r"(?:non )?mai (?:desiderato|voluto) (?:morire|essere mort[oa])",
    ),
    "safety.thoughts": _OF_THOUGHTS,
    "interview.safety_today": _OF_THOUGHTS,
    "interview.safety_second_look": (
        *_things("pensiero", "pensieri", now=True, then=False),
        r"non ci penso",
        r"non ci sto pensando",
        r"non ci sto pensando adesso",
    ),
    "safety.method": _things("(?:modo|metodo)", "metodi", _DOING_IT, now=True, then=False),
    "safety.intent": (
        *_things("momento", "momenti", now=False, then=True, month=True),
        rf"non ho (?:mai )?avuto (?:l )?intenzione{_DOING_IT}",
        rf"non ho (?:mai )?avuto (?:nessuna|alcuna) intenzione{_DOING_IT}?",
        r"non ne ho (?:mai )?avuto (?:l )?intenzione",
    ),
    "safety.plan": (
        *_things("piano", "piani", _DOING_IT, now=True, then=False),
        r"non ho (?:mai )?(?:pianificato|deciso|stabilito|preparato) (?:niente|nulla)(?: del genere)?",
        r"(?:niente|nulla) di (?:pianificato|deciso|stabilito|preparato)",
    ),
    "safety.act": (
        *_things("tentativo", "tentativi", _DOING_IT, now=False, then=True),
        r"non ci ho mai provato",
        r"(?:non (?:l )?ho )?mai (?:tentato|provato|fatto)"
        r"(?: (?:il suicidio|niente del genere|una cosa (?:simile|del genere)|di uccidermi|a uccidermi|di farlo|a farlo))?",
    ),
    "safety.self_harm": (
        rf"(?:non mi sono )?mai fatt[oa] (?:del )?male(?: apposta)?{_MONTH}",
        rf"non mi sono fatt[oa] (?:del )?male(?: apposta)?{_MONTH}",
    ),
    "safety.means_access": (
        *_things("mezzo", "mezzi", now=True, then=False),
        r"non ho (?:niente|nulla)(?: del genere| di simile)?(?: a portata di mano)?",
    ),
    "safety.harm_to_others": (
        *_things("pensiero", "pensieri", r" di far(?:e)? (?:del )?male a (?:nessuno|qualcuno|altri|qualcun altro)", now=False, then=True),
        r"(?:non ho )?mai pensato di far(?:e)? (?:del )?male a (?:nessuno|qualcuno|altri|qualcun altro)",
    ),
    "safety.psychosis": _things("segno", "segni", now=True, then=False),
    "safety.mania": _things("segno", "segni", now=True, then=False),
}


def denies_it_all(about: str, pieces: Sequence[str]) -> bool:
    """Tell whether the whole Italian answer, in plain pieces, denies the whole thing asked."""
    if not pieces or len(pieces) > _LONGEST:
        return False
    if any(one == two == "." for one, two in pairwise(pieces)):
        return False
    plain = " ".join("," if piece in _PAUSES else piece for piece in pieces)
    return _pattern(about.split("[")[0]).fullmatch(plain) is not None


@cache
def _pattern(about: str) -> re.Pattern[str]:
    denials = "|".join((*sorted(_BARE, key=len, reverse=True), *_SENTENCES.get(about, ())))
    before, beside = "|".join((*_BEFORE, *_BESIDE)), "|".join(_BESIDE)
    between = r"(?:(?: ,| e)* |(?: ,)+$|$)"
    return re.compile(rf"(?:(?:{before}){between})*(?:{denials}){between}(?:(?:{denials}|{beside}){between})*")
