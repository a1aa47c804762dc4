"""`ExportImpossible`: what was chosen cannot be made; the message says what, and what there is instead."""

from __future__ import annotations


class ExportImpossible(ValueError):
    """One sentence for a person. Nothing was written."""
