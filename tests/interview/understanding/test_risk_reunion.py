"""Bereavement is ordinary talk; the wish to be with the dead is not. Deaths in the family neither raise the banner nor hide a wish.

That a relative took their own life raises it all the same: "not about this person" is one of the clinician's three answers to it.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from interview import language
from interview.understanding.risk import risk_words

CALM = """
it began after my father died|it began when my mother died|since my mother's death|after my husband's death|when my gran died
my dad died and I could not cry|it started the year my sister died|I begged the doctors but he died|I tried to save him but he died
we tried everything and she died|I needed help after she died|I loved my nan and she died|I like to think of the years before he died
my father died of a heart attack|my mother is dying of cancer|my dog died last week|I lost my son to leukaemia
the death of my brother changed me|grief after the death of my wife|I was with her when she died|my best friend died in a crash
he died in my arms|my parents are both dead|my wife is dead|my baby died|I prefer not to speak of when he died
we planned the trip and then he died|I had hoped for a cure but she died|ever since my dad passed|after the funeral of my uncle
I moved house after mum died|they rather kept it from me that he was dying|I want to talk about how my mother died
I wanted to be there when he died|I wish I had been there when she died|I miss my mother who died in May
it all began with my brother's death|it began to go wrong after her death|the anniversary of his death|I could not go to his funeral
I became a widow at forty|he died in his sleep last spring|I should have gone to see her before she died
I wanted to be with her when she died|since my dad died I want to be with my children more|I should have been there when he died
she died and I went to live with my aunt|I want to join a choir since my wife died|my mother died and my sister wants to see my brother
"""
WISHES = """
my mother died and I want to join her|my mother died and I want to be with her|my sister killed herself and I want to join her
since my wife died I just want to be with her|I want to be with my late wife again|my dad passed away and I want to go to him
I would like to follow my husband, he died in May|since his death I want to follow him|she died and I should have died with her
it should have been me who died|I wish it had been me who died|when my son died I wanted to go with him
I lost my wife and I want to see her again, up there|I want to be reunited with my mother in heaven
my brother killed himself and I understand him|my brother killed himself and I could do the same|my father died and I want to die too
after my mother's death I wished I were dead too|after he died I did not want to live|he died and so should I|take me to her, she died
my late husband is waiting for me|I long to be with my dead son|my daughter died, I want to be where she is
my mum is dead and I want to be with her|my friend hanged himself and I think of it every day
it began after my father died and I want to follow him|I will join him soon, he passed away in March
I'll be with her soon, since she died there is nothing|my wife died and I want to be buried beside her soon
"""
CALM_IT = """
è cominciato dopo la morte di mio padre|dalla morte di mia madre|da quando è morta mia madre|è iniziato quando è morto mio padre
mio padre è morto di infarto|il lutto per mia madre|ho perso mio marito due anni fa|dopo la scomparsa di mio fratello|è morto il mio cane
mia nonna è morta nel sonno|ero con lei quando è morta|volevo esserci quando è morto|mio figlio è morto di leucemia
l'anniversario della sua morte|dopo il funerale di mio zio|sono rimasta vedova a quarant'anni|mia madre sta morendo di cancro
abbiamo provato di tutto ma è morta|la morte di mio fratello mi ha cambiato|dovevo esserci quando è morta
da quando è morto papà vado da lei ogni domenica|mia sorella mi chiama da quando è morta la mamma|volevo stare con lei quando è morta
"""
WISHES_IT = """
mia madre è morta e voglio raggiungerla|mia madre è morta e voglio stare con lei|mia sorella si è uccisa e voglio raggiungerla
da quando è morto mio marito vorrei essere con lui|vorrei seguire mio marito, è morto a maggio|mio figlio è morto e voglio andare da lui
mia moglie è morta e vorrei rivederla lassù|dovevo morire io al suo posto|è morto lui, dovevo esserci io
dopo la morte di mio padre volevo morire anch'io|mio fratello si è ucciso e lo capisco|da quando è morta non voglio più vivere
presto sarò con lei, è morta a marzo|mio marito defunto mi aspetta|voglio stare con mio figlio morto
mia madre è mancata e voglio andare con lei|è morta e voglio ritrovarla|mio zio si è impiccato e ci penso anch'io
lo raggiungerò presto, è morto a marzo|mio padre è morto e vorrei seguirlo
"""
IN_THE_FAMILY = """
my sister killed herself|my father hanged himself|my brother's suicide|she took her own life|mia sorella si è uccisa|mio zio si è impiccato
"""


def every(texts: str) -> list[str]:
    return [text for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.fixture(params=["en", "it"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    before = language.current()
    language.use(request.param)
    yield request.param
    language.use(before)


def test_a_death_in_the_family_is_ordinary_talk(spoken: str) -> None:
    rows = every(CALM) + (every(CALM_IT) if spoken == "it" else [])
    assert 45 <= len(rows)
    assert [] == [(text, risk_words(text)) for text in rows if risk_words(text)]


def test_the_wish_to_be_with_the_dead_is_found_in_every_language(spoken: str) -> None:
    rows = every(WISHES) + every(WISHES_IT) + every(IN_THE_FAMILY)
    assert 50 <= len(rows)
    assert [] == [text for text in rows if not risk_words(text)]


def test_wanting_to_be_with_somebody_needs_a_death_beside_it(spoken: str) -> None:
    assert () == risk_words("I want to be with her")
    assert ("want to be with her",) == risk_words("my mother died and I want to be with her")
    assert () == risk_words("voglio stare con lei")
    assert ("voglio stare con lei",) == risk_words("mia madre è morta e voglio stare con lei")
