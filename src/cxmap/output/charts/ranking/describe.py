"""What a chart of the ranking says in words: its subtitle, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts.roadmap.describe import when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.ranking import RankingWords
    from cxmap.i18n.roadmap import RoadmapWords
    from cxmap.output.charts.ranking.view import RankedRow, RankingView
    from cxmap.output.charts.roadmap.view import Action


def subtitle(view: RankingView, words: ChartWords, own: RankingWords) -> str:
    """What it is, whose judgement it is, and in which state the journey is."""
    return "  ·  ".join([own.ranking_of.format(words.listed(view.personas)), words.current])


def rank(row: RankedRow) -> str:
    """The place, with ``=`` where it is shared."""
    return f"{row.rank}=" if row.tied else str(row.rank)


def about(action: Action, view: RankingView, own: RankingWords, plan: RoadmapWords) -> str:
    """How far an action is, who answers for it, and the day that counts."""
    parts = (plan.statuses[action.status], action.owner or own.no_owner, when(action, view.today, plan))
    return "  ·  ".join(part for part in parts if part)


def notes(view: RankingView, drawn: int, words: ChartWords, own: RankingWords, *, tinted: bool) -> Iterator[str]:
    """The notes below: sources, what is assumed, how it is ranked, what is not on the page.

    Args:
        view: What is ranked.
        drawn: How many rows are on the page.
        words: The words that charts share.
        own: The words of this one.
        tinted: Whether an interval is on the page.
    """
    yield say.sources(view.sources, words)
    remarks = [
        say.assumptions([s for row in view.rows[:drawn] for s in (row.importance, row.experience)], words, own.assumed)
    ]
    remarks.append(own.by_figure.format(words.ranking[view.by], own.formulas[view.by]))
    if view.derived:
        remarks.append(own.derived)
    if len(view.personas) > 1:
        remarks.append(own.mean_rows)
    if tinted:
        remarks.append(own.experience_interval if view.derived else own.gap_interval)
    if any(row.top is not None for row in view.rows):
        remarks.append(own.top_means)
    if drawn < view.short:
        remarks.append(own.first_of.format(drawn, view.short))
    if view.short < view.ranked:
        remarks.append(words.counted(own.met, view.ranked - view.short))
    yield " ".join(remarks)


def alt(view: RankingView, drawn: int, title: str, words: ChartWords, own: RankingWords, plan: RoadmapWords) -> str:
    """The ranking in sentences: the finding, then each row with its figures and what is done about it."""
    first = view.rows[0]
    finding = [own.alt_start.format(title, words.ranking[view.by], words.listed(view.personas), first.title)]
    rows = []
    for row in view.rows[:drawn]:
        figures = own.alt_scores.format(
            words.ranking[view.by],
            words.fixed(row.figure, 2),
            words.in_full(row.importance.value, view.importance_scale),
            words.in_full(row.experience.value, view.scale),
        )
        done = [f"{action.title} ({about(action, view, own, plan)})".replace("  ·  ", ", ") for action in row.actions]
        rows.append(own.alt_row.format(rank(row), row.title, figures, "; ".join(done) or own.no_action))
    return say.alt(finding, [*rows, *list(notes(view, drawn, words, own, tinted=False))[1:]])
