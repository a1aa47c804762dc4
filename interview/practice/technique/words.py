"""What is said about technique, in the language spoken: bands, faults and their reasons."""

from __future__ import annotations

from interview.language import _
from interview.practice.technique.bands import Band, Measure
from interview.practice.technique.counts import Banded
from interview.practice.technique.rewrite import Fault


def band_words(banded: Banded) -> str:
    """Return a measure's band in words, or that there is too little to say."""
    if banded.band is None:
        return _("too few to say")
    words: dict[Measure, dict[Band, str]] = {
        "open": {
            "few": _("mostly closed"),
            "some": _("more closed than open"),
            "many": _("about half open or more"),
            "most": _("mostly open"),
        },
        "leading": {"none": _("never"), "few": _("seldom"), "some": _("now and then"), "many": _("often")},
        "double": {"none": _("never"), "few": _("seldom"), "some": _("now and then"), "many": _("often")},
        "reflections": {
            "none": _("not once"),
            "few": _("few beside the questions"),
            "some": _("some beside the questions"),
            "many": _("as many as questions, or more"),
            "most": _("at least twice as many as questions"),
        },
        "summaries": {"none": _("none"), "few": _("one"), "some": _("two or three"), "many": _("several")},
        "cues": {
            "none": _("none taken up"),
            "few": _("few taken up"),
            "some": _("about half taken up"),
            "many": _("most taken up"),
            "most": _("nearly all taken up"),
        },
    }
    return words[banded.measure][banded.band]


def fault_words(fault: Fault) -> str:
    """Return why a line is worth putting in another way; a sentence that blames nobody."""
    reasons: dict[Fault, str] = {
        "leading": _("This holds its own answer, and many people agree out of kindness."),
        "double": _("This asks two things, and one of them is often left unanswered."),
        "closed": _("This can be answered with one word; an open question lets the person tell it."),
    }
    return reasons[fault]
