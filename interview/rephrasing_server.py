"""A local server that may put what a simulated patient says in other words: on the loopback address, off unless the settings name it.

It is sent the scripted sentence and nothing else: no word of the trainee, no record, no key. What comes back passes the check of
`practice.rephrasing`, or the script stands; so it does where the server is slow, wrong, or not there.
"""

from __future__ import annotations

import ipaddress
import json
import queue
import threading
import urllib.request
from contextlib import suppress
from typing import Any, Final
from urllib.parse import urlsplit

from interview.engine.doors import Rephrase
from interview.engine.practice_turns import PatientReply
from interview.practice.rephrasing import checked

SECONDS: Final = 3.0
"""How long a reply is waited for, all in all."""
MOST_BYTES: Final = 65_536
"""Of a reply that are read."""
ASKED: Final = (
    "Say this again as the same person would say it aloud. Keep every fact, name, number, drug, time and feeling word, and every no. "
    "Add nothing. Reply with the sentence alone."
)


def is_loopback(address: str) -> bool:
    """Return whether an address is `http://` on this computer's own address, written as a number, with a port."""
    try:
        parts = urlsplit(address)
        return (
            parts.scheme == "http"
            and parts.port is not None
            and parts.username is None
            and not parts.query
            and not parts.fragment
            and ipaddress.ip_address(parts.hostname or "").is_loopback
        )
    except ValueError:
        return False


def rephrase_by(address: str, seconds: float = SECONDS) -> Rephrase:
    """Return what rephrases by a server. It raises nothing, and never takes longer than so many seconds.

    Raises `ValueError` for an address that is not this computer's own."""
    if not is_loopback(address):
        raise ValueError("a server for rephrasing is on the loopback address only")

    def rephrase(reply: PatientReply) -> str:
        came: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=_ask, args=(address, reply.says, seconds, came), daemon=True).start()
        with suppress(queue.Empty):
            return checked(reply.says, came.get(timeout=seconds))
        return reply.says

    return rephrase


class _NoWayElsewhere(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_named: Any) -> None:
        """Follow no redirection: it could lead off this computer."""


def _ask(address: str, script: str, seconds: float, came: queue.SimpleQueue[str]) -> None:
    """Ask the server; whatever goes wrong there, the script comes."""
    wanted = {
        "model": "local",
        "messages": [{"role": "system", "content": ASKED}, {"role": "user", "content": script}],
        "temperature": 0.5,
        "max_tokens": 300,
        "stream": False,
    }
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoWayElsewhere)
    request = urllib.request.Request(
        f"{address.rstrip('/')}/chat/completions", json.dumps(wanted).encode(), {"Content-Type": "application/json"}
    )
    said = script
    with suppress(Exception), opener.open(request, timeout=seconds) as answer:
        content = json.loads(answer.read(MOST_BYTES))["choices"][0]["message"]["content"]
        said = content if isinstance(content, str) else script
    came.put(said)
