"""What must be known of an interview that was held with a translated questionnaire: in a sentence, and in a few words."""

from __future__ import annotations

from interview.language import _


def translation_note(language: str) -> str:
    """Return the sentence that stands in reports and exports of such a record."""
    return _("The questionnaire was asked in another language ({language}): translation not clinically validated.").format(
        language=language
    )


def translation_state(language: str) -> str:
    """Return the same for the status line."""
    return _("{language}: translation not validated").format(language=language)
