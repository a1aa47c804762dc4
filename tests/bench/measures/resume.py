"""A record of 10,000 events folded and resumed, against reading and checking its bytes; and each step on the way by itself."""

from __future__ import annotations

from collections.abc import Iterator

from interview.engine.fold import fold
from interview.engine.session import Session
from interview.questionnaire.reader import bundled
from interview.storage.chain import Entry
from tests.bench.line import Line, measured
from tests.bench.made import long_log, still, stored
from tests.bench.profiles import slowest
from tests.bench.rounds import Asked, alternating


def run(asked: Asked) -> Iterator[Line]:
    """Resume a long record in a vault, in turns with reading its chain."""
    count = asked.size(10_000, 1_000)
    log = long_log(count)
    vault = stored(asked.scratch, "r1", log)
    questionnaire = bundled()

    def checked() -> list[Entry]:
        with vault._open.database.reading() as db:
            return vault._chains.whole(db, "r1")

    def resumed() -> None:
        Session.resume(vault, questionnaire, "r1", clock=still).release()

    chain = checked()
    size = sum(len(entry.body) for entry in chain) // 1024
    here, there, parsed, folded = alternating(asked.rounds, resumed, checked, lambda: vault._chains.events(chain), lambda: fold(log))
    remark = f"{count:,} events, {size:,} KiB"
    against = "reading and checking its bytes"
    where = slowest(resumed) if asked.profile else ()
    yield measured("resume.whole", "resume", here, there, against=against, goal=2, remark=remark, where=where)
    yield measured("resume.events", "its events as models", parsed, there, against=against)
    yield measured("resume.fold", "their fold", folded, there, against=against)
    vault.close()
