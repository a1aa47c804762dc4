"""The head of a page: whose record, which visit, who, when, by which software, under which seal; and its foot."""

from __future__ import annotations

from collections.abc import Sequence

from interview.export.envelope import Envelope
from interview.export.page import UNSEALED
from interview.language import _
from interview.views.locale import moment
from interview.views.report import Header


def head(header: Header, envelope: Envelope, signatures: Sequence[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return names and words, in the order of reading; signatures stand last."""
    return (
        (_("Record"), f"{header.record}, {header.phase}; {header.progress}"),
        (_("Begun"), moment(header.opened_at)),
        (_("Last change"), moment(header.updated_at)),
        exported(envelope),
        (_("Interviewer"), header.interviewer or _("not named")),
        *made_with(header, envelope),
        (_("Seal"), envelope.seal or _("none")),
        *((_("Signature"), each) for each in signatures),
    )


def exported(envelope: Envelope) -> tuple[str, str]:
    """Return when it was exported, by the clock of the place and in universal time."""
    return _("Exported"), f"{moment(envelope.exported_at)} ({envelope.exported_utc})"


def made_with(header: Header, envelope: Envelope) -> tuple[tuple[str, str], ...]:
    """Return which software asked, and which questions."""
    return (
        (_("Made with"), f"{envelope.software} {envelope.version}"),
        (_("Questionnaire"), f"{header.questionnaire} {header.questionnaire_version}, {header.depth}"),
    )


def foot(header: Header, envelope: Envelope) -> str:
    """Return what stands at the foot of every sheet, before its number."""
    before = [_("PRACTICE: not a real person")] if header.practice else []
    before += [UNSEALED] if envelope.unsealed else []
    seal = [_("seal {seal}").format(seal=envelope.seal)] if envelope.seal else []
    return " · ".join((*before, header.subject, header.visit, *seal))
