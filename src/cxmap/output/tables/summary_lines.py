"""A journey summary as lines of label and value, for people: each figure on the journey's own scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten
from cxmap.model.types import Range
from cxmap.output.tables.numbers import decimals, fixed, percent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.stops import Coverage
    from cxmap.analysis.summary import Drop, JourneySummary, ProjectSummary
    from cxmap.project.project import Project

NOTHING = "–"
TEN = Range.model_construct(min=0.0, max=10.0)


def journey_lines(one: JourneySummary, titles: Mapping[str, str]) -> dict[str, list[str]]:
    """What there is to say of one journey and persona, by label; several texts where there are several things.

    Args:
        one: The summary.
        titles: Titles of the journey's touchpoints, by id.
    """
    scale = one.scales.experience

    def name(touchpoint: str) -> str:
        return titles.get(touchpoint, touchpoint)

    def with_mark(touchpoint: str | None) -> str:
        if touchpoint is None:
            return NOTHING
        value10 = one.experience10.get(touchpoint)
        mark = "not scored" if value10 is None else _mark(value10, scale)
        return f"{mark}: {name(touchpoint)}"

    def fall(drop: Drop) -> str:
        size = drop.size10 * (scale.max - scale.min) / 10
        return f"{fixed(-size, decimals(scale))}: {name(drop.before)} → {name(drop.after)}"

    below = [] if one.below_pass is None else [with_mark(touchpoint) for touchpoint in one.below_pass]
    peak_end = NOTHING if one.peak_end is None else fixed(from_ten(one.peak_end, scale), decimals(scale))
    return {
        f"Mean experience, {scale.min:g}–{scale.max:g}": [_mark(one.mean10, scale)],
        "Weighted by importance": [_mark(one.index10, scale)],
        "Lowest": [with_mark(one.lowest)],
        "Highest": [with_mark(one.highest)],
        "Ending": [with_mark(one.last)],
        "Weakest link": [with_mark(one.weakest_link)],
        "Below pass mark": ["no pass given"]
        if scale.pass_ is None
        else [f"{len(below)} below {scale.pass_:g}", *below],
        "Largest drop": [fall(one.largest_drop) if one.largest_drop else "none"],
        "Drops at channel changes": [fall(drop) for drop in one.channel_drops] or ["none"],
        "Peak–end (heuristic)": [peak_end, *([f"peak {with_mark(one.peak)}"] if one.peak else [])],
        "Waiting": [str(one.waiting) or NOTHING],
        "Effort time": [str(one.doing) or NOTHING],
        "Scored": [_coverage(one.coverage)],
        "With evidence": [_coverage(one.evidence)],
        "Customers' own voice": [_coverage(one.customer_voice)],
    }


def project_lines(project: Project, one: ProjectSummary, scale: Range | None) -> dict[str, list[str]]:
    """What there is to say of all current journeys together, by label.

    Args:
        project: For titles.
        one: The summary.
        scale: The one scale of all journeys; ``None``: there are several, and figures are on 0-10.
    """
    on = scale or TEN

    def where(found: tuple[str, str, str] | None) -> str:
        if found is None:
            return NOTHING
        journey, persona, touchpoint = found
        return f"{titles(project, journey).get(touchpoint, touchpoint)} ({journey}, {persona})"

    return {
        f"Mean experience, {on.min:g}–{on.max:g}": [_mark(one.mean10, on)],
        "Weighted by importance": [_mark(one.index10, on)],
        "Lowest": [where(one.lowest)],
        "Highest": [where(one.highest)],
        "Scored": [_coverage(one.coverage)],
        "With evidence": [_coverage(one.evidence)],
        "Customers' own voice": [_coverage(one.customer_voice)],
    }


def titles(project: Project, journey: str) -> dict[str, str]:
    """The titles of a journey's touchpoints, by id."""
    found = project.journeys.get(journey)
    return (
        {touchpoint.id: touchpoint.title for stage in found.stages for touchpoint in stage.touchpoints} if found else {}
    )


NOTES = (
    "Weighted by importance is Σ importance × experience / Σ importance.",
    "The weakest link is the lowest experience among touchpoints of at least mean importance.",
    "Peak–end is the mean of the most extreme and the last experience: a heuristic of what people remember.",
    "Waiting and effort time are added along the line, detours aside: a day is 24 hours; working days, months apart.",
)
"""How to read the figures."""


def _mark(value10: float | None, scale: Range) -> str:
    return NOTHING if value10 is None else fixed(from_ten(value10, scale), decimals(scale))


def _coverage(one: Coverage) -> str:
    share = f" ({percent(one.scored / one.total)})" if one.total else ""
    return f"{one.scored} of {one.total}{share}"
