"""Two visits in words for a clinician: what changed, and what cannot be compared. It never says better, worse, or safe.

What is unknown on one side reads as that, never as gone. Labels of problems are free text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from interview.language import _
from interview.views.locale import day, listed, number
from interview.views.path_titles import path_title, plain, problem_title
from interview.views.report import VISITS
from interview.views.words_clinician import title, verdict_word
from trd_core.assessment import SafetyResult
from trd_core.comparison import Change, Comparison, LinkChange, ProblemChange, RatingChange, Stand, VisitMark
from trd_core.finding import Finding, Scalar

NOTHING: Final = _("Nothing differs, as far as is known.")
ORDERS: Final = {
    "by_date": _("The earlier visit stands first."),
    "against_date": _("The later visit stands first, as it was given."),
    "as_given": _("The dates do not say which visit came first: they stand in the order given."),
}
FLAGS: Final = {
    "subject_not_known": _("Not both name a subject: that it is one person is not known."),
    "settings_differ": _("They were assessed by different settings, so that stages cannot be compared."),
    "other_reference": _("each rating speaks of another treatment"),
    "reference_not_known": _("whether both ratings speak of one treatment is not known"),
}
CHANGES: Final = {
    "same": _("same"),
    "changed": _("changed"),
    "now_known": _("now known"),
    "no_longer_known": _("no longer known"),
    "still_open": _("still open"),
    "not_comparable": _("not comparable: open"),
}
OTHER_SETTINGS: Final = _("not comparable: by other settings")
PRESENCES: Final = {
    "kept": _("on both maps"),
    "new": _("new on the map"),
    "gone": _("no longer on the map"),
    "not_known_before": _("on the later map; whether it was there before is not known"),
    "not_known_after": _("on the earlier map; whether it is still there is not known"),
}
PARTS: Final = {
    "patient_priority": _("the person's priority"),
    "severity_burden_impairment": _("severity + burden + impairment"),
    "downstream": _("other problems it feeds"),
    "which_first": _("which came first"),
}
PLACES: Final = {"macro_analysis.first": _("First place"), "macro_analysis.primary": _("Primary problem, as proposed")}
SAFETY_CAVEAT: Final = _("Both visits as they were answered. There is no verdict between them; a clinician must assess.")


@dataclass(frozen=True, slots=True)
class ComparedGroup:
    """Lines that belong together; a line may hold the label of a problem, which is free text."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A whole comparison in words."""

    subject: str
    before: str
    after: str
    remarks: tuple[str, ...]
    groups: tuple[ComparedGroup, ...]


def comparison_view(comparison: Comparison) -> ComparisonView:
    """Return a comparison in words, group by group; groups without a line are left out."""
    names = problem_names(comparison)
    differing = (each for each in (comparison.allostatic, *comparison.findings) if each.change not in {"same", "still_open"})
    groups = (
        ComparedGroup(_("Safety, side by side"), _safety(comparison)),
        ComparedGroup(_("Problems"), tuple(_problem(each, names) for each in comparison.map.problems)),
        ComparedGroup(_("First place"), tuple(_place(each, names) for each in (comparison.map.first, comparison.map.primary))),
        ComparedGroup(_("Links"), tuple(_link(each, names) for each in comparison.map.links if each.differs)),
        ComparedGroup(
            _("Circles"),
            tuple(
                f"{' → '.join(name_at(key, names) for key in (*each.members, each.members[0]))}: {PRESENCES[each.presence]}"
                for each in comparison.map.circles
                if each.presence != "kept"
            ),
        ),
        ComparedGroup(_("Response to the latest treatment"), tuple(_change(each) for each in comparison.response)),
        ComparedGroup(_("Staging"), tuple(_change(each) for each in comparison.stages)),
        ComparedGroup(_("Findings that are not the same"), tuple(_change(each) for each in differing)),
    )
    return ComparisonView(
        subject=comparison.subject or _("a person without a pseudonym"),
        before=visit_words(comparison.before),
        after=visit_words(comparison.after),
        remarks=(
            ORDERS[comparison.order],
            *(FLAGS.get(flag, plain(flag)) for flag in comparison.flags),
            *((NOTHING,) if comparison.is_empty else ()),
        ),
        groups=tuple(group for group in groups if group.lines),
    )


def problem_names(comparison: Comparison) -> dict[str, str]:
    """Return what each problem of either map is called, by its key: its later name where it has one."""
    return {
        each.key: " ".join((each.after_label or each.before_label or problem_title(each.key)).split()) for each in comparison.map.problems
    }


def visit_words(mark: VisitMark) -> str:
    """Return which visit it was: `baseline, January 2025`."""
    parts = [VISITS.get(mark.visit or "", _("visit not given")), _("date not known") if mark.assessed_on is None else day(mark.assessed_on)]
    if "under_age" in mark.flags:
        parts.append(_("under age: safety only"))
    return ", ".join(parts)


def stood(change: Change, stand: Stand) -> str:
    """Return how a finding stood at one visit; what is not known reads as that."""
    if change.id in {"response.kellner", "response.kellner_self"}:
        return _("not known") if stand.value is None else _("{value} of 9").format(value=stand.value)
    if not stand.is_open and stand.value is None and stand.verdict is None:
        return _("does not apply")
    shown = Finding(id=change.id, verdict=stand.verdict, value=stand.value, range=stand.range, rule="", citation="", status="project")
    return verdict_word(shown)


def _change(change: Change) -> str:
    named = change.id.removeprefix("response.") if change.id.startswith("response.kellner") else None
    called = path_title(named) if named else title(change.id)
    both_known = change.change in {"same", "changed"}
    remark = "".join(f" ({FLAGS.get(flag, plain(flag))})" for flag in change.flags if both_known)
    before, after = stood(change, change.before), stood(change, change.after)
    if change.change in {"same", "still_open"}:
        return (
            _("{called}: {before}, as before{remark}").format(called=called, before=before, remark=remark)
            if change.change == "same"
            else _("{called}: still open").format(called=called)
        )
    by_settings = change.change == "not_comparable" and not (change.before.is_open or change.after.is_open)
    return f"{called}: {before} → {after} ({OTHER_SETTINGS if by_settings else CHANGES[change.change]}){remark}"


def _safety(comparison: Comparison) -> tuple[str, ...]:
    sides = (("before", comparison.safety.before), ("after", comparison.safety.after))
    return (
        *(f"{when}: {safety_words(each)}" for when, each in sides),
        *(_change(each) for each in comparison.safety.answers),
        SAFETY_CAVEAT,
    )


def safety_words(safety: SafetyResult) -> str:
    """Return what the safety answers of one visit were, without a verdict."""
    open_up_to = None if safety.highest_possible == safety.level else (safety.level, safety.highest_possible)
    finding = Finding(id="safety", value=safety.level, range=open_up_to, rule="", citation="", status="project")
    parts = [verdict_word(finding)]
    if safety.signs:
        parts.append(_("other signs: {listed}").format(listed=listed([title(f"areas.safety.{sign}").lower() for sign in safety.signs])))
    if safety.unclear:
        parts.append(_("refused or unclear: {listed}").format(listed=listed([path_title(path) for path in safety.unclear])))
    if safety.needs_disposition:
        parts.append(_("a disposition is recorded") if safety.disposition_recorded else _("a disposition is needed and not recorded"))
    return "; ".join(parts)


def name_at(key: Scalar | None, names: dict[str, str]) -> str:
    """Return what a problem is called, by its key."""
    return _("none") if key is None else names.get(str(key), problem_title(str(key)))


def _problem(problem: ProblemChange, names: dict[str, str]) -> str:
    said = f"{name_at(problem.key, names)}: {PRESENCES[problem.presence]}"
    if problem.presence == "kept":
        moved = problem.before_rank != problem.after_rank
        said += (
            _(", place {before_rank} → {after_rank}").format(before_rank=problem.before_rank, after_rank=problem.after_rank)
            if moved
            else _(", place {after_rank} as before").format(after_rank=problem.after_rank)
        )
    else:
        said += _(", place {after_rank}").format(after_rank=problem.after_rank if problem.after_rank is not None else problem.before_rank)
    return "; ".join((said, *(_rating(each, names) for each in problem.ratings)))


def rating_words(name: str, value: Scalar | None, names: dict[str, str]) -> str:
    """Return one rating of a problem, or one thing known of a link, at one visit."""
    if value is None:
        return _("not known")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, (int, float)):
        return number(value)
    return name_at(value, names) if name == "which_first" else value


def _rating(rating: RatingChange, names: dict[str, str]) -> str:
    called = PARTS.get(rating.name, plain(rating.name))
    if rating.before is None and rating.after is None:
        return f"{called} {CHANGES[rating.change]}"
    return f"{called} {rating_words(rating.name, rating.before, names)} → {rating_words(rating.name, rating.after, names)}"


def _link(link: LinkChange, names: dict[str, str]) -> str:
    said = f"{name_at(link.source, names)} → {name_at(link.target, names)}: {PRESENCES[link.presence]}"
    return "; ".join((said, *(_rating(each, names) for each in link.details)))


def _place(change: Change, names: dict[str, str]) -> str:
    before, after = (_("not known") if each.is_open else name_at(each.value, names) for each in (change.before, change.after))
    called = PLACES[change.id]
    if change.change in {"same", "still_open"}:
        return (
            _("{called}: {after}, as before").format(called=called, after=after)
            if change.change == "same"
            else _("{called}: still open").format(called=called)
        )
    return f"{called}: {before} → {after} ({CHANGES[change.change]})"


def comparison_lines(view: ComparisonView) -> tuple[str, ...]:
    """Return a comparison line by line, the same for every face that has lines only."""
    about = [
        _("Two visits of {subject}").format(subject=view.subject),
        _("before: {before}").format(before=view.before),
        _("after: {after}").format(after=view.after),
        *view.remarks,
    ]
    shown = [line for group in view.groups for line in ("", group.title, *(f"  - {each}" for each in group.lines))]
    return (*about, *shown, "", _("What is not known on one side has not gone."))
