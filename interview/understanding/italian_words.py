"""Italian words and phrases of answers, each with the English by which the readers know it. Without accents; blanks for apostrophes.

A phrase counts before its parts. What stands in no table is not known, and an answer that holds it is asked back.
"""

from __future__ import annotations

from typing import Final

from interview.understanding.listed import listed


def _table(text: str) -> dict[str, str]:
    """Return phrase → English, from lines `English: phrase | phrase`."""
    found: dict[str, str] = {}
    for line in text.strip().splitlines():
        english, _, phrases = line.partition(":")
        for phrase in phrases.split("|"):
            found[phrase.strip()] = english.strip()
    return found


MISSING: Final = _table(
    """
    i don't know: non so | non lo so | non saprei | non saprei dire | non saprei dirlo | boh | bo | mah | non ricordo | non mi ricordo | \
non me lo ricordo | non lo ricordo | non me ne ricordo | non ne ho idea | non ho idea | nessuna idea | chi lo sa | chissa | \
non sono sicuro | non sono sicura | non ne sono sicuro | non ne sono sicura | non sono certo | non sono certa | difficile dirlo | \
difficile da dire | non riesco a ricordare | non lo so dire | non lo so proprio | non so dire | non so proprio | non so rispondere | \
non so cosa dire | me lo sono dimenticato | me lo sono dimenticata | non mi viene in mente niente | non mi viene in mente nulla | \
non mi viene in mente nessuno | non mi viene in mente nessuna | non me ne viene in mente nessuno | non me ne viene in mente nessuna | \
non mi viene in mente | non mi viene in mente niente adesso | al momento non mi viene in mente niente | adesso non mi viene in mente | \
adesso non mi viene in mente niente | ora non mi viene in mente niente | non mi viene in mente niente al momento | \
niente che mi venga in mente | nessuno che mi venga in mente | dovrei guardare | dovrei controllare | dovrei vedere | \
dovrei pensarci | devo controllare | devo guardare | bisognerebbe guardare
    prefer not to say: preferisco non rispondere | preferisco non dirlo | preferisco non dire | preferisco non parlarne |\
 preferisco di no | \
preferirei non rispondere | preferirei non dirlo | preferirei non parlarne | preferirei di no | non voglio rispondere | non voglio dirlo | \
non voglio parlarne | non vorrei parlarne | non vorrei rispondere | non vorrei dirlo | non mi va di parlarne | non mi va di rispondere | \
non mi va di dirlo | non intendo rispondere | non rispondo | passo | salto | salti | saltiamo | saltiamola | la salti | la salto | \
la prossima | prossima | prossima domanda | passiamo alla prossima | passiamo oltre | lasciamo perdere | lasci perdere | \
e una cosa privata | e privato | e una cosa personale | e troppo personale | sono fatti miei | non me la sento di rispondere | \
non me la sento di parlarne | non me la sento
    does not apply: non si applica | non vale per me | non vale per questo caso | non vale nel mio caso | non mi riguarda | \
non e il mio caso | non fa al caso mio | non pertinente | non applicabile | non vale
    """
)
"""Refusals, don't-knows, doesn't-applies."""

for _phrase in tuple(MISSING):
    MISSING.setdefault(" ".join(_word for _word in _phrase.split() if _word != "e"), MISSING[_phrase])  # "è" may be typed as "e"

NONE: Final = frozenset(
    {
        "nessuno", "nessuna", "niente", "nulla", "no", "no niente", "no nessuno", "no nessuna", "no nulla", "nessuno di questi",
        "nessuna di queste", "niente di questo", "niente di tutto questo", "nessuno di loro", "niente altro", "nient altro", "none",
        "nessuna di queste cose", "nessun altro", "nessuna delle due", "nessuno dei due", "proprio niente", "assolutamente niente", "zero",
    }
)  # fmt: skip
"""What says, by itself, that there is none."""

YES_NO: Final = _table(
    """
    yes: si | si si | eh si | certo | certo che si | certamente | sicuro | sicuramente | esatto | esattamente | assolutamente si | \
infatti | proprio cosi | va bene | d accordo | ok | okay | purtroppo si | direi proprio di si | ovvio | si certo | altroche | yes | \
volentieri | per forza | ce l ho | ne ho
    no: nessuno | nessuna | no nessuno | no nessuna | proprio nessuno | \
no | no no | eh no | no grazie | non ce l ho | non ne ho | per fortuna no | direttamente no | no mai | direi proprio di no
    not at all: per niente | per nulla | affatto | niente affatto | assolutamente no | certo che no | no per niente | no assolutamente | \
ma no | neanche per sogno | no affatto
    never: mai | no mai e poi mai | mai e poi mai
    not really: non direi | non proprio | non molto | non tanto | no non proprio | non esattamente | no non direi | non particolarmente
    i think so: credo di si | penso di si | direi di si | mi sembra di si | mi pare di si | immagino di si | suppongo di si | si credo | \
si penso | si direi | probabilmente si
    i don't think so: credo di no | penso di no | direi di no | mi sembra di no | mi pare di no | immagino di no | non credo | non penso | \
no non credo | probabilmente no | no credo | non mi pare | non mi sembra
    sometimes: qualche volta si | certe volte si | a volte | qualche volta | ogni tanto | talvolta | certe volte | ogni tanto si |\
 a volte si | si a volte | si ogni tanto
    a bit: un po | un pochino | un po si | si un po | abbastanza | in parte si
    maybe: forse | puo darsi | magari | chissa forse | forse si | forse no | possibile | e possibile
    yes and no: si e no | ni | un po si e un po no | ne si ne no | si ma anche no
    not any more: non piu | ora non piu | adesso non piu | una volta si | in passato si | prima si
    """
)

AMOUNTS: Final = _table(
    """
    about: circa | intorno a | intorno ai | intorno alle | intorno al | attorno a | attorno ai | verso | verso il | verso le | \
piu o meno | all incirca | suppergiu | grosso modo | approssimativamente | sui | sulle | sul
    nearly: quasi
    at least: almeno | come minimo | minimo
    more than: piu di | oltre | piu che
    less than: meno di | meno che
    at most: al massimo | massimo | non piu di | fino a
    a couple of: un paio di | un paio d
    a couple: un paio
    a dozen: una dozzina | una dozzina di
    a few: qualche | alcuni | alcune | parecchi | parecchie | diversi | diverse | molti | molte | pochi | poche | tanti | tante
    and a half: e mezzo | e mezza
    and: e | ed
    or: o | oppure
    half: mezzo | mezza
    half an hour: mezz ora | mezzora | una mezz ora | una mezzora | mezza ora
    15 minutes: un quarto d ora
    45 minutes: tre quarti d ora
    out of: su
    minutes: minuto | minuti | min
    hours: ora | ore
    days: giorno | giorni | giornate
    weeks: settimana | settimane
    months: mese | mesi
    years: anno | anni
    mg: milligrammi | milligrammo | mg
    g: grammi | grammo | g
    tablets: compressa | compresse | pastiglia | pastiglie | pillola | pillole | capsula | capsule
    a day: al giorno | a giorno | al di | ogni giorno | tutti i giorni | per giorno | quotidianamente
    a week: alla settimana | a settimana | per settimana | ogni settimana | in una settimana | settimanali
    a month: al mese | a mese | per mese | ogni mese
    a year: all anno | l anno | per anno | ogni anno
    once: una volta
    times: volte
    never: mai
    none: niente | nulla | nessuno | nessuna | zero
    in the morning: la mattina | al mattino | di mattina | mattina
    in the evening: la sera | alla sera | di sera | sera
    morning and evening: mattina e sera | mattino e sera
    at night: la notte | di notte | per notte | a notte
    i think: credo | penso | mi pare | mi sembra | suppongo | immagino
    i'd say: direi
    maybe: forse | magari
    probably: probabilmente
    sorry: anzi | scusi | no scusi | mi correggo | cioe | volevo dire
    """
)

FREQUENCY: Final = _table(
    """
    every day: ogni giorno | tutti i giorni | quotidianamente | giornalmente | ogni sera | tutte le sere | ogni notte | tutte le notti | \
ogni mattina | tutte le mattine
    almost every day: quasi ogni giorno | quasi tutti i giorni
    every other day: un giorno si e uno no | a giorni alterni | giorni alterni | un giorno si e un giorno no
    every week: ogni settimana | tutte le settimane
    every month: ogni mese | tutti i mesi
    every year: ogni anno | tutti gli anni
    every: ogni
    at weekends: nel fine settimana | nei fine settimana | il fine settimana | il weekend | nel weekend | nei weekend
    hardly ever: quasi mai
    rarely: di rado | raramente
    often: spesso
    always: sempre
    """
)

_MONTHS: Final = {
    "gennaio": "january", "febbraio": "february", "marzo": "march", "aprile": "april", "maggio": "may", "giugno": "june",
    "luglio": "july", "agosto": "august", "settembre": "september", "ottobre": "october", "novembre": "november", "dicembre": "december",
}  # fmt: skip
_SEASONS: Final = {"primavera": "spring", "estate": "summer", "autunno": "autumn", "inverno": "winter"}

DATES: Final = _table(
    """
    today: oggi | stamattina | stamani
    yesterday: ieri | ieri sera
    2 days ago: l altro ieri | altro ieri | avantieri
    ago: fa
    last year: l anno scorso | lo scorso anno | l anno passato | anno scorso
    last month: il mese scorso | lo scorso mese | il mese passato | mese scorso
    last week: la settimana scorsa | la scorsa settimana | settimana scorsa
    this year: quest anno
    this month: questo mese
    in: nel | nell | in
    early: inizio | a inizio | all inizio del | agli inizi del | ai primi del | primi mesi del | inizio del
    mid: meta | a meta | verso meta | a meta del | meta del
    late: fine | a fine | alla fine del | verso la fine del | fine del
    in the eighties: negli anni ottanta | anni ottanta
    in the nineties: negli anni novanta | anni novanta
    at christmas: a natale | natale
    1: primo
    """
)
for _italian, _english in _MONTHS.items():
    DATES[_italian] = _english
    for _before in ("a", "ad", "nel mese di", "in", "di", "del mese di"):
        DATES[f"{_before} {_italian}"] = f"in {_english}" if not _before.startswith("d") else _english
    for _after in ("scorso", "passato", "dell anno scorso"):
        DATES[f"{_italian} {_after}"] = f"last {_english}"
        DATES[f"a {_italian} {_after}"] = f"last {_english}"
for _italian, _english in _SEASONS.items():
    DATES[_italian] = _english
    for _before in ("in", "nella", "nell", "d", "l", "la"):
        DATES[f"{_before} {_italian}"] = _english
        DATES[f"{_before} {_italian} del"] = _english
        for _after in ("scorsa", "scorso", "passata", "passato"):
            DATES[f"{_before} {_italian} {_after}"] = f"last {_english}"

FILLERS: Final = frozenset(
    listed(
        """
        allora | ecco | beh | be | mbe | guardi | dottore | dottoressa | grazie | prego | eh | ehm | mmm | insomma | diciamo | proprio |
        davvero | solo | soltanto | gia | ormai | finora | adesso | il | lo | la | i | gli | le | l | di | del | dello | della | dei |
        delle | d | sono | e stato | e stata | e durato | e durata | stato | stata | durato | sara | saranno | sono stati | sono state |
        in tutto | in totale | senz altro | senta | per favore | purtroppo | comunque | un voto di | ho fatto | ne bevo | ne fumo |
        ne ho fatte | dormo | dura | durava | durata | cominciato | iniziato | cominciata | iniziata
        """
    )
)
"""Words that say nothing by themselves."""

ROUND: Final = {"decina": "10", "quindicina": "15", "ventina": "20", "trentina": "30", "quarantina": "40", "cinquantina": "50",
                "sessantina": "60", "settantina": "70", "ottantina": "80", "novantina": "90", "centinaio": "100"}  # fmt: skip
"""Round numbers: "una trentina" is about thirty."""

TURNING: Final = (
    "ma", "pero", "tranne", "eccetto", "salvo", "invece", "anche se", "forse", "credo", "penso", "dipende", "preferisco", "boh", "mah",
    "non so", "non lo so", "non piu", "non sempre", "non proprio", "una volta", "prima", "in passato", "anche", "solo se", "almeno",
    "chissa", "per ora", "per adesso", "per il momento", "al momento",
)  # fmt: skip
"""Words behind a yes or a no that may take it back."""

TURNING_A_NO: Final = (
    "si", "spesso", "sempre", "ogni tanto", "qualche volta", "a volte", "talvolta", "quasi", "ultimamente", "ogni giorno", "tutti i giorni",
    "tutte le", "ci penso", "un po", "raramente", "ogni", "certe volte", "finora", "di recente",
)  # fmt: skip
TURNING_A_YES: Final = ("no", "mai", "per niente", "nessuno", "nessuna", "niente", "non ora", "non adesso", "quasi mai")

NOT_TOLD: Final = frozenset(
    {"ma", "pero", "tranne", "eccetto", "salvo", "invece", "anche se", "non", "ne", "senza", "mai", "nessun", "nessuno"}
)
"""Words that turn what stands beside them: no option is read past them."""
