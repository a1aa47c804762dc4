"""One treatment in one line, and what of it is not known: the same words in panel, table and report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.language import _, ngettext
from interview.views.durations import duration_words
from interview.views.locale import day, listed, number
from interview.views.treatment_titles import OUTCOMES
from interview.views.words_clinician import factor
from trd_core.case import Case, Trial

WITH_DOSE: Final = frozenset({"medication", "combined"})
WITH_SESSIONS: Final = frozenset({"psychotherapy", "combined", "ect", "neuromodulation"})

KINDS: Final = {
    "medication": _("medicine"),
    "psychotherapy": _("psychotherapy"),
    "combined": _("medicine with psychotherapy"),
    "ect": "ECT",
    "neuromodulation": _("neuromodulation"),
    "other": _("other treatment"),
}

THERAPIES: Final = {
    "cbt": _("cognitive behavioral therapy"),
    "mbct": _("mindfulness-based cognitive therapy"),
    "ipt": _("interpersonal psychotherapy"),
    "cbasp": "CBASP",
    "wbt": _("well-being therapy"),
    "psychodynamic": _("psychodynamic therapy"),
    "family": _("family therapy"),
    "supportive": _("supportive therapy"),
}


@dataclass(frozen=True, slots=True)
class TreatmentLine:
    """One treatment in words. `name` may be free text."""

    id: str
    index: int
    """Its place in the case, from 0."""
    name: str
    kind: str
    amounts: str
    """Dose, weeks, sessions, adherence, as far as they are known."""
    outcome: str
    when: str
    is_latest: bool
    open: tuple[str, ...]
    """Names of what is not known of it."""
    impediments: tuple[str, ...]

    @property
    def line(self) -> str:
        """Return it in one line."""
        known = "; ".join(part for part in (self.amounts, self.outcome) if part)
        unknown = _("open: {listed}").format(listed=listed(self.open)) if self.open else ""
        return f"{self.name}: {'; '.join(part for part in (known, unknown) if part)}"


def name_of(trial: Trial) -> str:
    """Return what a treatment is called, its kind where it has no name."""
    if trial.agent is None:
        return KINDS.get(trial.kind or "", _("a treatment without a name"))
    name = THERAPIES.get(trial.agent, trial.agent)
    return _("{name} with {therapies}").format(name=name, therapies=THERAPIES.get(trial.therapy, trial.therapy)) if trial.therapy else name


def _amounts(trial: Trial) -> str:
    parts = []
    if trial.dose_mg is not None:
        parts.append(_("{number} mg a day").format(number=number(trial.dose_mg)))
    if trial.weeks is not None:
        parts.append(duration_words(trial.weeks, "weeks"))
    if trial.sessions is not None:
        parts.append(_counted(trial.sessions, _("session"), _("sessions")))
    if trial.adherence_percent is not None:
        parts.append(_("{number} % taken").format(number=number(trial.adherence_percent)))
    if trial.augmentations:
        parts.append(_("added: {listed}").format(listed=listed(trial.augmentations)))
    if trial.adequate is not None:
        parts.append(_("{part} by the clinician's override").format(part=_("adequate") if trial.adequate else _("not adequate")))
    return ", ".join(parts)


def _counted(count: float, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def _open(trial: Trial) -> tuple[str, ...]:
    unknown = [] if trial.kind is not None else [_("kind")]
    if trial.agent is None and trial.kind not in ("ect", "neuromodulation"):
        unknown.append(_("which"))
    if trial.dose_mg is None and trial.kind in WITH_DOSE:
        unknown.append(_("dose"))
    if trial.kind != "ect" and trial.weeks is None and not (trial.kind in WITH_SESSIONS and trial.sessions is not None):
        unknown.append(_("weeks"))
    if trial.kind == "ect" and trial.sessions is None:
        unknown.append(_("sessions"))
    if trial.outcome is None:
        unknown.append(_("outcome"))
    return tuple(unknown)


def _when(trial: Trial) -> str:
    if trial.started and trial.ended:
        return _("{day} to {day_2}").format(day=day(trial.started), day_2=day(trial.ended))
    if trial.started:
        return _("since {day}").format(day=day(trial.started))
    return _("until {day}").format(day=day(trial.ended)) if trial.ended else ""


def treatment_lines(case: Case) -> tuple[TreatmentLine, ...]:
    """Return the treatments in the order of the record; none where nobody asked."""
    return tuple(
        TreatmentLine(
            id=trial.id,
            index=index,
            name=name_of(trial),
            kind=KINDS.get(trial.kind or "", _("kind not known")),
            amounts=_amounts(trial),
            outcome=OUTCOMES[trial.outcome] if trial.outcome else "",
            when=_when(trial),
            is_latest=trial.id == case.latest_trial,
            open=_open(trial),
            impediments=tuple(factor(code) for code in trial.impediments or ()),
        )
        for index, trial in enumerate(case.trials or ())
    )


def how_many(case: Case) -> str:
    """Return how many treatments were told, and whether the list is finished."""
    if case.trials is None:
        return _("Treatments: not asked yet") if case.missing.get("trials") in (None, "not_asked") else _("Treatments: not known")
    told = ngettext("{n} treatment", "{n} treatments", len(case.trials)).format(n=len(case.trials)) if case.trials else _("no treatment")
    return _("{told} told{part}").format(told=told, part=_("; the list is not finished") if "trials" in case.missing else "")
