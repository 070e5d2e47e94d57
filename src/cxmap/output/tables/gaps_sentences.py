"""What a ranking says in sentences: what it ranks by, how to read it, how much another figure would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.ranking.options import TOP
from cxmap.i18n.gaps import GapsWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.ranking.quadrants import Crosshair
    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Unscored
    from cxmap.model.scale import Range

MOST_FIRST = 3
"""Equals that the conclusion names."""
MOST_LINES = 10
"""Of one kind; the rest is counted."""


def words_of(ranking: Ranking) -> GapsWords:
    """The words of the language that was asked for."""
    return GapsWords(ranking.options.lang)


def conclusion(ranking: Ranking) -> str:
    """What to work on first, in one or two plain sentences; ``""`` without rows.

    Of the first ranking, the rows of the first rank that fall short by the figure that is ranked by.
    """
    if not ranking.rows:
        return ""
    words = words_of(ranking)
    persona = ranking.rows[0].persona
    first = [row for row in ranking.rows if row.persona == persona and row.rank is not None]
    short = [row for row in first if row.key is not None and row.key > 0]
    if not short:
        return words.nothing_short if first else ""
    work_on = [row for row in short if row.rank == short[0].rank][:MOST_FIRST]
    named = [row for row in work_on if row.actions]
    if len(work_on) > 1:
        action = words.counted(words.some_addressed, len(named)) if named else words.none_addressed
    else:
        action = words.addressed if named else words.not_addressed
    titles = words.listed([words.quoted.format(row.title) for row in work_on])
    guess = f" {words.on_a_guess}" if any(row.guess for row in work_on) else ""
    return words.work_on.format(titles, action) + guess


def header(ranking: Ranking, marks: Range | None) -> Iterator[str]:
    """What the ranking is by and how to read its gap, a sentence each.

    Args:
        ranking: The ranking.
        marks: The scale on which marks are shown; ``None``: 0-10.
    """
    words = words_of(ranking)
    figure = words.ranking[ranking.by]
    if ranking.options.shares:
        yield words.by_shares
        yield _which_marks(ranking, words)
    else:
        yield words.ranked_by.format(figure, words.formulas[ranking.by])
        yield words.derived if ranking.derived else words.sign
    if ranking.options.our_weight:
        ours = ranking.options.our_weight
        yield words.our_weight.format(figure, words.percent(1 - ours), words.percent(ours))
    if ranking.options.reach:
        yield words.reach
    no_gaps = ranking.derived or ranking.options.shares
    if marks:
        said = words.only_marks_on if no_gaps else words.marks_on
        yield said.format(words.general(marks.min), words.general(marks.max))
    else:
        yield words.scores_on_ten if no_gaps else words.all_on_ten


def _which_marks(ranking: Ranking, words: GapsWords) -> str:
    """Which answers count as the top two."""
    marks = {top.marks for row in ranking.rows for top in row.top_two if top is not None}
    if len(marks) != 1:
        return words.top_two_each
    return words.top_two_marks.format(*map(words.general, next(iter(marks))))


def common_scale(ranking: Ranking) -> Range | None:
    """The one scale of all marks, importance and experience alike; ``None`` where there are several, or weights."""
    scales = {(end.min, end.max): end for row in ranking.rows for end in (row.scales.importance, row.scales.experience)}
    return next(iter(scales.values())) if len(scales) == 1 and not ranking.derived else None


def agreement(ranking: Ranking) -> str:
    """How much another figure would change in the top of the first ranking."""
    words = words_of(ranking)
    top, kept = ranking.agreement.top, ranking.agreement.kept
    others = [(count, words.ranking[name]) for name, count in kept.items() if name != ranking.by and count is not None]
    if ranking.agreement.of <= TOP:
        return words.same_top.format(TOP, TOP)
    if not others:
        return words.no_other_figure
    (count, name), *rest = others
    said = [words.also_in_top.format(count, top, name), *(words.by_another.format(*other) for other in rest)]
    return words.of_the_top.format(top, ", ".join(said))


def without_action(ranking: Ranking) -> str:
    """Which of the shown rows that fall short among the first of their ranking no action names; ``""`` for none."""
    found = [row for row in ranking.rows if row.rank is not None and row.rank <= TOP and row.key and row.key > 0]
    found = [row for row in found if row.persona not in ranking.aside] or found
    names = dict.fromkeys(f"{row.journey}/{row.touchpoint}" for row in found if not row.actions)
    return words_of(ranking).without_action.format(TOP, ", ".join(names)) if names else ""


def coverage(ranking: Ranking) -> str:
    """How many touchpoints were ranked."""
    words = words_of(ranking)
    several = len({way.persona for way in ranking.ways}) > 1
    said = words.coverage_each if several else words.coverage
    return said.format(ranking.coverage.scored, ranking.coverage.total)


def crosshair(cross: Crosshair, marks: Range | None, words: GapsWords) -> str:
    """Where quadrants meet for one persona in one journey.

    Args:
        cross: The crosshair.
        marks: The scale to show it on; ``None``: 0-10.
        words: What to say it in.
    """
    at = [words.fixed(on_marks(value, marks)) for value in (cross.importance10, cross.experience10)]
    return words.crosshair.format(*at, words.crosshairs[cross.kind], cross.persona, cross.journey)


def missing(unscored: Unscored, words: GapsWords) -> str:
    """What a touchpoint lacks to be ranked."""
    return ", ".join(words.lacks.format(words.missing[name]) for name in unscored.missing)


def on_marks(value10: float, marks: Range | None) -> float:
    """A score on 0-10 on the scale of the marks."""
    return value10 if marks is None else marks.min + value10 * (marks.max - marks.min) / 10


def on_points(gap10: float, marks: Range | None) -> float:
    """A gap on 0-10 in points of the scale of the marks."""
    return gap10 if marks is None else gap10 * (marks.max - marks.min) / 10


def below(ranking: Ranking, marks: Range | None, *, remarks: bool) -> Iterator[str]:
    """What stands below the tables, a sentence each.

    Args:
        ranking: The ranking.
        marks: The scale on which marks are shown; ``None``: 0-10.
        remarks: Whether to say what stands in the ranking's remarks.
    """
    words = words_of(ranking)
    if ranking.rows:
        yield agreement(ranking)
        yield from filter(None, [without_action(ranking)])
    yield coverage(ranking)
    lacking = [words.not_scored.format(u.journey, u.touchpoint, u.persona, missing(u, words)) for u in ranking.unscored]
    yield from _some(lacking, words.more_unscored)
    if any(row.quadrant for row in ranking.rows):
        yield from _some([crosshair(cross, marks, words) for cross in ranking.crosshairs], words.more_crosshairs)
    if remarks:
        yield from ranking.remarks


def _some(lines: Sequence[str], rest: str) -> Iterator[str]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield rest.format(len(lines) - MOST_LINES)
