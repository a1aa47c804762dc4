"""C3: whatever is typed for a passphrase, and whatever stands in a header, is refused soon and in little memory."""

from __future__ import annotations

from tests.faults.by_tests import proven
from tests.faults.outcome import Outcome


def run(seed: int = 0) -> Outcome:
    """Try passphrases, codes, key files and hostile headers; the seed changes nothing."""
    del seed
    return proven(
        "C3",
        "passphrases wrong, empty, of a megabyte, in other accents; headers with absurd costs, unknown versions, zeros, a pipe",
        ["tests/interview/storage/test_vault_keys.py", "tests/interview/test_unlocking.py"],
        [("the right passphrase, which must open", "test_passphrase_opens_however_its_accents_were_typed")],
    )
