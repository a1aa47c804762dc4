"""Codes that stand for subjects and records in files for research: the same in one vault, and nobody can work back from them."""

from __future__ import annotations

import base64
import hmac
from typing import Final

SIGNIFICANT: Final = 10
"""Bytes of the digest that are shown: 80 bits, so that no two subjects of a vault share a code."""


def research_code(key: bytes, name: str) -> str:
    """Return the code of a name under a vault's own random key: letters and digits."""
    digest = hmac.digest(key, b"research\0" + name.encode("utf-8", "surrogatepass"), "sha256")
    return f"x-{base64.b32encode(digest[:SIGNIFICANT]).decode('ascii').lower()}"
