"""``cxmap gaps``: improvement opportunities in order, and how sure the order is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cxmap.choices import GapsFormat
from cxmap.cli.console import Stop, destination, emit, load_project, remark, screen, without_errors

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.choices import QUADRANTS, RANKING_KEYS, Color, Lang, Quadrant, RankingKey
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename
    from cxmap.project.project import Project


def command(
    paths: Paths = None,
    persona: Annotated[
        str | None, typer.Option("--persona", metavar="ID", help="Only as this persona sees it.")
    ] = None,
    segment: Annotated[
        str | None, typer.Option("--segment", metavar="ID", help="Only as the personas of this segment see it.")
    ] = None,
    journey: Annotated[str | None, typer.Option("--journey", metavar="ID", help="Only this journey.")] = None,
    stage: Annotated[str | None, typer.Option("--stage", metavar="ID", help="Show only this stage.")] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar="ID", help="Show only what this owner answers for.")
    ] = None,
    channel: Annotated[str | None, typer.Option("--channel", metavar="ID", help="Show only this channel.")] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help="Show only touchpoints with this tag.")
    ] = None,
    quadrant: Annotated[
        Quadrant | None,
        typer.Option("--quadrant", metavar="NAME", help=f"Show only this quadrant: {', '.join(QUADRANTS)}."),
    ] = None,
    moments_of_truth: Annotated[bool, typer.Option("--moments-of-truth", help="Show only moments of truth.")] = False,
    min_importance: Annotated[
        float | None,
        typer.Option("--min-importance", metavar="X", help="Show only what matters this much, on 0 to 10."),
    ] = None,
    top: Annotated[int | None, typer.Option("--top", metavar="N", help="Show the first N of each ranking.")] = None,
    by: Annotated[
        RankingKey | None,
        typer.Option(
            "--by",
            metavar="FIGURE",
            help=f"Rank by {', '.join(RANKING_KEYS)} (default: priority; shortfall where importance is derived).",
        ),
    ] = None,
    crosshair: Annotated[
        str | None,
        typer.Option(
            "--crosshair", metavar="mean|median|scale|X,Y", help="Where quadrants meet; X,Y: importance, experience."
        ),
    ] = None,
    our_weight: Annotated[
        float, typer.Option("--our-weight", metavar="W", help="How much importance_to_us counts, 0 to 1.")
    ] = 0.0,
    reach: Annotated[bool, typer.Option("--reach", help="Multiply by the share of customers who pass.")] = False,
    handovers: Annotated[bool, typer.Option("--handovers", help="Rank the handovers as well.")] = False,
    rank_sets: Annotated[bool, typer.Option("--rank-sets", help="Ranges that hold all true ranks at once.")] = False,
    shares: Annotated[
        bool, typer.Option("--shares", help="Rank by Ulwick's own opportunity: shares of top-two answers, from counts.")
    ] = False,
    what_if: Annotated[
        list[str] | None,
        typer.Option(
            "--what-if",
            metavar="TOUCHPOINT=±X",
            help="What another experience would change, in points: [JOURNEY/]TOUCHPOINT=±X. Repeatable.",
        ),
    ] = None,
    plan_answers: Annotated[
        bool, typer.Option("--plan-answers", help="How many more answers tell the top apart from the rest.")
    ] = False,
    within: Annotated[
        float | None,
        typer.Option("--within", metavar="X", help="And how many make each interval ± X points."),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="Where the random draws start (default: 1).")
    ] = None,
    format_: Annotated[GapsFormat, typer.Option("--format", help="What to write.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    fail_above: Annotated[
        float | None, typer.Option("--fail-above", metavar="X", help="Exit with 1 where a shown figure exceeds X.")
    ] = None,
    fail_unscored: Annotated[
        bool, typer.Option("--fail-unscored", help="Exit with 1 where a touchpoint is not scored.")
    ] = False,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of tables and remarks.")] = None,
    stdin_filename: StdinFilename = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Rank what to improve: what matters to customers and falls short.

    By importance x unmet gap, beside five other published figures; docs/method.md has every formula.

    Examples:
      cxmap gaps
      cxmap gaps journeys/ --persona noor --top 5
      cxmap gaps --moments-of-truth --fail-above 3
      cxmap gaps --what-if pay=+0.5 --plan-answers
    """
    from cxmap.analysis.ranking.gaps import gaps
    from cxmap.analysis.ranking.options import DEFAULT_SEED, Options, View
    from cxmap.output.language import language

    if fail_above is not None and not math.isfinite(fail_above):
        raise Stop(f"--fail-above takes a number, not '{fail_above}'")
    target = destination(output, format_, GapsFormat)
    project = load_project(paths, stdin_filename=stdin_filename)
    sound = without_errors(project)
    if sound.nothing_left or journey in sound.refused:
        return 1
    project = sound.project
    about = [found for _, found in project.journey_documents() if journey in {None, found.id}]
    ranking = gaps(
        project,
        Options(
            by=by,
            journey=journey,
            persona=persona,
            segment=segment,
            crosshair=crosshair,
            our_weight=our_weight,
            reach=reach,
            handovers=handovers,
            rank_sets=rank_sets,
            shares=shares,
            what_if=tuple(what_if or ()),
            plan_answers=plan_answers,
            within=within,
            seed=DEFAULT_SEED if seed is None else seed,
            view=View(
                stage=stage,
                owner=owner,
                channel=channel,
                tag=tag,
                quadrant=quadrant,
                moments_of_truth=moments_of_truth,
                min_importance=min_importance,
                top=top,
            ),
            lang="en" if format_ == "json" else language(project, about, lang),
        ),
    )
    emit(_render(project, ranking, format_, output, color, quiet=quiet), target)
    if format_ == "csv" and not quiet:
        from cxmap.output.tables.decision_tables import notes

        for text in (*notes(ranking), *ranking.remarks):
            remark(text)
    return max(int(sound.errors), _judge(ranking, fail_above, fail_unscored=fail_unscored))


def _render(
    project: Project, ranking: Ranking, name: GapsFormat, output: str | None, color: Color, *, quiet: bool
) -> str:
    match name:
        case "json":
            from cxmap.output.tables.gaps_json import gaps_json

            return gaps_json(ranking)
        case "csv":
            from cxmap.output.tables.csv_table import csv_table
            from cxmap.output.tables.decision_records import flat_names, flat_rows

            return csv_table(flat_names(ranking), flat_rows(ranking))
        case "markdown":
            from cxmap.output.tables.gaps_markdown import gaps_markdown

            return gaps_markdown(project, ranking)
        case _:
            from cxmap.output.tables.gaps_table import gaps_table

            return gaps_table(project, ranking, screen(color, output), remarks=not quiet)


def _judge(ranking: Ranking, fail_above: float | None, *, fail_unscored: bool) -> int:
    """The exit status: 1 where a threshold is crossed, which is said on standard error."""
    from cxmap.output.tables.numbers import short

    status = 0
    if fail_above is not None:
        above = [row for row in ranking.rows if row.key is not None and round(row.key, 9) > round(fail_above, 9)]
        if above:
            worst = max(above, key=lambda row: row.key or 0.0)
            remark(
                f"{len(above)} {'row is' if len(above) == 1 else 'rows are'} above {fail_above:g} by {ranking.by}; the "
                f"highest is {worst.journey}/{worst.touchpoint} with {short(worst.key)}"
            )
            status = 1
    if fail_unscored and ranking.unscored:
        count = len(ranking.unscored)
        remark(f"{count} {'touchpoint is' if count == 1 else 'touchpoints are'} not scored")
        status = 1
    return status
