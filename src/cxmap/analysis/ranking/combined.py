"""Several personas in one ranking: the mean of their figures, weighted by the share of customers each stands for.

Never the figure of averaged scores: (9, 5) and (5, 9) average to no gap at all, while the mean priority is 1.8.
"""

from __future__ import annotations

import math
from collections import Counter
from operator import attrgetter, mul
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.focus import in_focus
from cxmap.analysis.ranking.rows import Figures

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from cxmap.analysis.focus import Focus
    from cxmap.analysis.ranking.rows import Row
    from cxmap.project.project import Project

MEANS = (
    *("importance", "experience", "desired", "importance10", "experience10", "desired10", "weighed10"),
    *("key", "gap", "gap10", "reach"),
)
"""What of a combined row is a mean, besides its figures."""
_of_means = attrgetter(*MEANS)


class Weights(NamedTuple):
    """How much each persona counts.

    Attributes:
        shares: By persona id; they need not add up to 1. Who is not in focus has none.
        without: Personas in focus of whom no share is known; if there are any, all count equally.
        focus: Whom the combined rows are of.
    """

    shares: Mapping[str, float]
    without: tuple[str, ...]
    focus: Focus = "all"


def weights(project: Project, personas: Collection[str]) -> Weights:
    """The share of customers that each persona in focus stands for; see ``cxmap.analysis.focus.in_focus``.

    A segment's share is split equally among its personas in the ranking; where any share is missing, all are equal.

    Args:
        project: For personas and their segments.
        personas: Those who take part in the ranking.
    """
    focus, names = in_focus(project, personas)
    segments = {name: project.personas[name].segment for name in names if name in project.personas}
    sharing = Counter(segments.values())
    shares: dict[str, float] = {}
    for name, segment in segments.items():
        found = project.segments.get(segment) if segment else None
        if found is not None and found.share is not None:
            shares[name] = found.share / sharing[segment]
    without = tuple(name for name in names if name not in shares)
    return Weights(dict.fromkeys(names, 1.0) if without else shares, without, focus)


def rows(each: Iterable[Row], weights: Weights) -> Iterator[Row]:
    """One row a touchpoint over the personas in focus who scored it, not yet ranked; steps are each persona's own.

    Args:
        each: The rows of all personas.
        weights: How much each persona counts. Where only personas pass who count nothing, there is no row.
    """
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in each:
        if row.kind == "touchpoint" and row.persona in weights.shares:
            groups.setdefault((row.journey, row.touchpoint), []).append(row)
    for group in groups.values():
        shares = [weights.shares[row.persona] for row in group if row.persona]
        if any(shares):
            yield _together(group, shares)


def _together(group: Sequence[Row], shares: Sequence[float]) -> Row:
    first = group[0]
    columns = zip(*map(_of_means, group), strict=True)
    means: dict[str, Any] = {name: mean(values, shares) for name, values in zip(MEANS, columns, strict=True)}
    figures = _figures([row.figures for row in group], shares)
    return first._replace(
        kind="combined",
        persona=None,
        channel=first.channel if len({row.channel for row in group}) == 1 else None,
        figures=figures,
        keys=figures if all(row.keys is row.figures for row in group) else _figures([r.keys for r in group], shares),
        moment_of_truth=any(row.moment_of_truth for row in group),
        wow=any(row.wow for row in group),
        weakest_link=any(row.weakest_link for row in group),
        n=None,
        sample="none",
        guess=any(row.guess for row in group),
        interval=None,
        p_holm=None,
        p_first=None,
        p_top5=None,
        rank_set=None,
        quadrant=None,
        borderline=False,
        negative_share=None,
        top_two=(None, None),
        **means,
    )


def _figures(each: Iterable[Figures], shares: Sequence[float]) -> Figures:
    return Figures(*(mean(values, shares) for values in zip(*each, strict=True)))


def mean(values: Sequence[float | None], shares: Sequence[float]) -> float | None:
    """``Σ share·value / Σ share``; ``None`` where a value is missing or all shares are 0."""
    total = math.fsum(shares)
    return None if None in values or total <= 0 else math.fsum(map(mul, values, shares)) / total
