"""The clinician's view while the interview runs: what was found so far, what is open, which questions would settle most.

On the shared screen it says nothing clinical: only how many questions are still worth asking.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from interview.language import _, ngettext
from interview.views.panel_model import PanelGroup, PanelLine, PanelView, Sign
from interview.views.path_titles import path_title, problem_title
from interview.views.treatments import how_many, treatment_lines
from interview.views.words_clinician import area_title, flag_words, is_open, title, verdict_word
from trd_core.assessment import Assessment, OpenQuestion
from trd_core.case import Case
from trd_core.finding import Finding

PARTS_OF_A_WHOLE: Final = (
    "allostatic.criteria.",
    "macro_analysis.",
    "toxicity.ordinal",
    "areas.wellbeing.unbalanced",
    "areas.relationships.isolation",
)
"""Findings that say again what another line says, or that stand elsewhere."""
ADEQUATE: Final = ".adequate."
"""In the id of a finding about one trial by one definition: these stand with their treatment."""
MOST: Final = 5
"""How many of the questions that settle most, and of the problems on the map, are named."""


def panel(case: Case, assessment: Assessment, open_questions: Sequence[OpenQuestion], shared: bool) -> PanelView:
    """Return the panel's lines; nothing clinical where the screen is shared."""
    settling = [question for question in open_questions if question.settles]
    summary = ngettext("{n} question still open", "{n} questions still open", len(settling)).format(n=len(settling))
    if shared:
        return PanelView(True, summary)
    groups = (
        PanelGroup(_("Latest treatment"), _latest(assessment), "latest"),
        PanelGroup(_("Safety"), _safety(assessment), "safety"),
        PanelGroup(_("Treatments"), _treatments(case, assessment), "treatments"),
        PanelGroup(_("Found so far"), _found(assessment), "found"),
        PanelGroup(_("Problems on the map"), _map(case, assessment), "map"),
        PanelGroup(_("Would settle most"), _settling(settling), "settling"),
        PanelGroup(_("Open"), _open(assessment), "open"),
    )
    return PanelView(False, summary, tuple(group for group in groups if group.lines))


def beside_panel(shown: PanelView, sentences: Sequence[str]) -> PanelView:
    """Return the panel with totals of attached instruments that were stated and cannot be right; on a shared screen as it is."""
    if shown.shared or not sentences:
        return shown
    lines = tuple(PanelLine(each, "present") for each in sentences)
    return replace(shown, groups=(PanelGroup(_("Attached instruments"), lines, "attached"), *shown.groups))


def present(finding: Finding) -> bool:
    """Whether a finding is to be shown as found: met, or a value of its own that is known."""
    return finding.verdict == "met" and not finding.id.startswith(PARTS_OF_A_WHOLE)


def _latest(assessment: Assessment) -> tuple[PanelLine, ...]:
    lines = [
        PanelLine(f"{title(each)}: {_rated(assessment, each, rating)}", "plain" if rating is not None else "open", each)
        for each, rating in (
            ("response.direction", assessment.response.kellner),
            ("response.self_direction", assessment.response.kellner_self),
        )
        if each in assessment.findings
    ]
    if assessment.response.ratings_differ:
        lines.append(PanelLine(_("The two ratings lie apart: worth a question"), "open", "response.ratings_differ"))
    return tuple(lines)


def _rated(assessment: Assessment, finding_id: str, rating: int | None) -> str:
    return (
        _("not rated")
        if rating is None
        else _("{rating} of 9, {verdict_word}").format(rating=rating, verdict_word=verdict_word(assessment.findings[finding_id]))
    )


def _safety(assessment: Assessment) -> tuple[PanelLine, ...]:
    finding = assessment.findings.get("safety")
    if finding is None:
        return ()
    lines = [PanelLine(verdict_word(finding).capitalize(), "open" if finding.is_open else "present", finding.id)]
    lines += [
        PanelLine(_("{title}: endorsed").format(title=title(f"areas.safety.{sign}")), "present", f"areas.safety.{sign}")
        for sign in assessment.safety.signs
    ]
    if assessment.safety.needs_disposition and not assessment.safety.disposition_recorded:
        lines.append(PanelLine(_("What was done about it is not recorded yet"), "open"))
    return tuple(lines)


def _treatments(case: Case, assessment: Assessment) -> tuple[PanelLine, ...]:
    lines = [PanelLine(how_many(case), "open" if case.trials is None or "trials" in case.missing else "plain", name="how many")]
    for each in treatment_lines(case):
        words = _("{treatment} (latest)").format(treatment=each.line) if each.is_latest else each.line
        lines.append(PanelLine(words, "open" if each.open else "plain", link_id=f"trials[{each.index}]"))
        judged = [finding for key, finding in assessment.findings.items() if key.startswith(f"trials.{each.id}{ADEQUATE}")]
        if judged:
            lines.append(_adequacy(each.id, judged))
    return tuple(lines)


def _adequacy(trial: str, judged: Sequence[Finding]) -> PanelLine:
    """Return how many definitions call a trial adequate, with all of them behind the line."""
    met, short, unknown = (sum(each.verdict == verdict for each in judged) for verdict in ("met", "not_met", "unknown"))
    of = len(judged)
    parts = [_("adequate by {n} of {of} definitions").format(n=met, of=of)] if met else []
    parts += [_("not adequate by {n} of {of} definitions").format(n=short, of=of)] if short else []
    parts += [_("{n} of {of} definitions open").format(n=unknown, of=of)] if unknown else []
    sign: Sign = "open" if unknown else "present" if met else "plain"
    return PanelLine(", ".join(parts), sign, findings=tuple(each.id for each in judged), name=f"adequacy {trial}")


def _found(assessment: Assessment) -> tuple[PanelLine, ...]:
    shown = [each for each in assessment.findings.values() if present(each) and not each.id.startswith(("areas.safety.", "response."))]
    return tuple(
        PanelLine(f"{title(each.id)}: {'; '.join((verdict_word(each), *flag_words(each)))}", "present", each.id)
        for each in shown
        if ADEQUATE not in each.id
    )


def _open(assessment: Assessment) -> tuple[PanelLine, ...]:
    by_area: dict[str, list[str]] = {}
    for finding in assessment.findings.values():
        parts = finding.id.split(".")
        area = parts[1] if parts[0] == "areas" else "stress" if parts[0] == "allostatic" else parts[0]
        if is_open(finding) and area not in ("macro_analysis", "safety", "response"):
            by_area.setdefault(area, []).append(finding.id)
    return tuple(
        PanelLine(
            ngettext("{area}: {n} finding open", "{area}: {n} findings open", len(found)).format(area=area_title(area), n=len(found)),
            "open",
            findings=tuple(found),
            name=area,
        )
        for area, found in by_area.items()
    )


def _settling(questions: Sequence[OpenQuestion]) -> tuple[PanelLine, ...]:
    lines = [
        PanelLine(
            ngettext(
                "{question}: would help to settle {n} finding", "{question}: would help to settle {n} findings", len(each.settles)
            ).format(question=path_title(each.link_id), n=len(each.settles)),
            "open",
            link_id=each.link_id,
        )
        for each in questions[:MOST]
    ]
    more = len(questions) - MOST
    said = ngettext("and {n} more question", "and {n} more questions", more).format(n=more) if more > 0 else ""
    return (*lines, PanelLine(said, name="more")) if said else tuple(lines)


def _map(case: Case, assessment: Assessment) -> tuple[PanelLine, ...]:
    analysis = assessment.macro_analysis
    if not analysis.problems:
        return ()
    confirmed = _("{problems}, {links} confirmed").format(
        problems=ngettext("{n} problem", "{n} problems", len(analysis.problems)).format(n=len(analysis.problems)),
        links=ngettext("{n} link", "{n} links", len(analysis.links)).format(n=len(analysis.links)),
    )
    labels = {problem.id: problem.label for problem in case.problems or ()}
    lines = [PanelLine(confirmed, name="how many")]
    lines += [
        PanelLine(f"{each.rank}. {labels.get(each.id) or problem_title(each.id)}", finding=f"macro_analysis.problems.{each.id}")
        for each in analysis.problems[:MOST]
    ]
    if analysis.circles:
        circles = tuple(key for key in assessment.findings if key.startswith("macro_analysis.circles."))
        lines.append(
            PanelLine(
                ngettext("{n} circle", "{n} circles", len(analysis.circles)).format(n=len(analysis.circles)),
                "present",
                findings=circles,
                name="circles",
            )
        )
    if analysis.rate_first:
        unrated = len(analysis.rate_first)
        said = ngettext("{n} problem without a rating of urgency", "{n} problems without a rating of urgency", unrated).format(n=unrated)
        lines.append(PanelLine(said, "open", name="rate first"))
    return tuple(lines)
