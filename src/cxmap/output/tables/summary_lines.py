"""A summary as lines of label and value, for people: each figure on the journey's own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten
from cxmap.i18n.language import decimals
from cxmap.model.types import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.durations import Total
    from cxmap.analysis.stops import Coverage
    from cxmap.analysis.summary import Drop, JourneySummary, ProjectSummary
    from cxmap.i18n.summary import SummaryWords
    from cxmap.project.project import Project

NOTHING = "–"
TEN = Range.model_construct(min=0.0, max=10.0)


def journey_lines(one: JourneySummary, titles: Mapping[str, str], words: SummaryWords) -> dict[str, list[str]]:
    """What there is to say of one journey and persona, by label; several texts where there are several things.

    Args:
        one: The summary.
        titles: Titles of the journey's touchpoints, by id.
        words: What to say it in.
    """
    scale = one.scales.experience

    def name(touchpoint: str) -> str:
        return titles.get(touchpoint, touchpoint)

    def with_mark(touchpoint: str | None) -> str:
        if touchpoint is None:
            return NOTHING
        value10 = one.experience10.get(touchpoint)
        mark = words.not_scored if value10 is None else _mark(value10, scale, words)
        return f"{mark}: {name(touchpoint)}"

    def with_mark_below(touchpoint: str, mark: float) -> str:
        value, digits = from_ten(one.experience10[touchpoint], scale), decimals(scale)
        if round(value, digits) < mark:
            return with_mark(touchpoint)
        return f"{words.below_mark(value, mark, scale)}: {name(touchpoint)}"

    def fall(drop: Drop) -> str:
        # Of the marks that are printed, as charts have it.
        before, after = (round(from_ten(one.experience10[end], scale), decimals(scale)) for end in drop[:2])
        return f"{words.fixed(after - before, decimals(scale))}: {name(drop.before)} → {name(drop.after)}"

    below = [with_mark_below(touchpoint, scale.pass_) for touchpoint in one.below_pass or () if scale.pass_ is not None]
    passed = words.no_pass if scale.pass_ is None else words.below.format(len(below), words.general(scale.pass_))
    peak = [words.peak.format(with_mark(one.peak))] if one.peak else []
    return {
        words.mean.format(words.general(scale.min), words.general(scale.max)): [_mark(one.mean10, scale, words)],
        words.index: [_mark(one.index10, scale, words)],
        words.lowest: [with_mark(one.lowest)],
        words.highest: [with_mark(one.highest)],
        words.ending: [with_mark(one.last)],
        words.weakest_link: [with_mark(one.weakest_link)],
        words.below_pass: [passed, *below],
        words.largest_drop: [fall(one.largest_drop) if one.largest_drop else words.none],
        words.channel_drops: [fall(drop) for drop in one.channel_drops] or [words.none],
        words.peak_end: [_mark(one.peak_end, scale, words), *peak],
        words.waiting: [_spelled(one.waiting, words) or NOTHING],
        words.effort: [_spelled(one.doing, words) or NOTHING],
        words.scored: [_coverage(one.coverage, words)],
        words.evidence: [_coverage(one.evidence, words)],
        words.voice: [_coverage(one.customer_voice, words)],
    }


def project_lines(
    project: Project, one: ProjectSummary, scale: Range | None, words: SummaryWords
) -> dict[str, list[str]]:
    """What there is to say of all current journeys together, by label.

    Args:
        project: For titles.
        one: The summary.
        scale: The one scale of all journeys; ``None``: there are several, and figures are on 0-10.
        words: What to say it in.
    """
    on = scale or TEN

    def where(found: tuple[str, str, str] | None) -> str:
        if found is None:
            return NOTHING
        journey, persona, touchpoint = found
        return f"{titles(project, journey).get(touchpoint, touchpoint)} ({journey}, {persona})"

    return {
        words.mean.format(words.general(on.min), words.general(on.max)): [_mark(one.mean10, on, words)],
        words.index: [_mark(one.index10, on, words)],
        words.lowest: [where(one.lowest)],
        words.highest: [where(one.highest)],
        words.scored: [_coverage(one.coverage, words)],
        words.evidence: [_coverage(one.evidence, words)],
        words.voice: [_coverage(one.customer_voice, words)],
    }


def titles(project: Project, journey: str) -> dict[str, str]:
    """The titles of a journey's touchpoints, by id."""
    found = project.journeys.get(journey)
    return (
        {touchpoint.id: touchpoint.title for stage in found.stages for touchpoint in stage.touchpoints} if found else {}
    )


def _mark(value10: float | None, scale: Range, words: SummaryWords) -> str:
    return NOTHING if value10 is None else words.fixed(from_ten(value10, scale), decimals(scale))


def _coverage(one: Coverage, words: SummaryWords) -> str:
    share = f" ({words.percent(one.scored / one.total)})" if one.total else ""
    return f"{words.of.format(one.scored, one.total)}{share}"


def _spelled(total: Total, words: SummaryWords) -> str:
    """Durations together, longest unit first; ``""`` where there was none to add."""
    return " + ".join(" ".join(_quantity(*part, words) for part in group) for group in total.groups())


def _quantity(amount: float, unit: str, words: SummaryWords) -> str:
    amount = round(amount, 2)
    return words.units[unit][0 if amount == 1 else 1].format(words.general(amount))
