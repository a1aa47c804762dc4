"""Who may come in: a link that works once, then a cookie; only from this computer, and only from the page's own address.

A page of another site can make this browser ask us (it sends a foreign Origin), or have its name lead here (it sends a foreign Host);
another person on this computer can ask us too (they have neither link nor cookie). All of them are refused before anything is begun.
Cookies do not tell ports apart, so the cookie holds for a random path only: a server on another port is never sent it.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

SECRET_BYTES: Final = 32
COOKIE: Final = "trd_interview"
LOOPBACK: Final = "127.0.0.1"
"""The one address that is served."""

OWN_NAMES: Final = (LOOPBACK, "localhost", "[::1]")


class Guard:
    """Remembers the link that was not used yet and the browsers that came in, as digests; it forgets all when the program ends."""

    def __init__(self, port: int) -> None:
        self._hosts = frozenset(f"{name}:{port}" for name in OWN_NAMES)
        self._address = f"http://{LOOPBACK}:{port}"
        self._link: bytes | None = None
        self._cookies: list[bytes] = []
        self.place = f"/{secrets.token_urlsafe(12)}/"
        """Where everything but the link lives, with a slash at both ends."""

    def new_link(self) -> str:
        """Return a link that works once; one that was not used yet works no more."""
        token = secrets.token_urlsafe(SECRET_BYTES)
        self._link = _digest(token)
        return f"{self._address}/open/{token}"

    def exchange(self, token: str) -> str | None:
        """Return a new cookie for the link's token, which then is used up; None where it is another one."""
        if self._link is None or not hmac.compare_digest(self._link, _digest(token)):
            return None
        self._link = None
        cookie = secrets.token_urlsafe(SECRET_BYTES)
        self._cookies.append(_digest(cookie))
        return cookie

    def knows(self, cookie: str | None) -> bool:
        """Return whether a browser came in by a link."""
        found = _digest(cookie or "")
        return any(hmac.compare_digest(known, found) for known in self._cookies)

    def is_own_host(self, host: str | None) -> bool:
        """Return whether a request was meant for us: a name of another site that leads here is not."""
        return host is not None and host.lower() in self._hosts

    def is_own_origin(self, origin: str | None, host: str | None) -> bool:
        """Return whether a request comes from our own page."""
        return self.is_own_host(host) and host is not None and origin == f"http://{host.lower()}"


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
