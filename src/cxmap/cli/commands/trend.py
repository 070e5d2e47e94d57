"""``cxmap trend``: scores and metrics over time, and whether a change is more than chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.choices import TrendFormat
from cxmap.cli.console import Stop, date_given, destination, emit, load_project, remark, screen, without_errors

if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from cxmap.choices import Every, Lang, TrendFailure
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename, Today


def command(
    paths: Paths = None,
    journey: Annotated[str | None, typer.Option("--journey", metavar="ID", help="Only this journey.")] = None,
    persona: Annotated[str | None, typer.Option("--persona", metavar="ID", help="Only this persona.")] = None,
    touchpoint: Annotated[str | None, typer.Option("--touchpoint", metavar="ID", help="Only this touchpoint.")] = None,
    metric: Annotated[str | None, typer.Option("--metric", metavar="ID", help="Only this metric.")] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what was measured on or after this day.")
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="SOURCE|DATE", help="Compare with this wave (default: the one before)."),
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar="SOURCE|DATE", help="Compare this wave (default: the last).")
    ] = None,
    history: Annotated[bool, typer.Option("--history", help="Also what earlier commits of the files held.")] = False,
    every: Annotated[
        Every | None, typer.Option("--every", help="How often a commit is looked at (default: the last of each month).")
    ] = None,
    format_: Annotated[TrendFormat, typer.Option("--format", help="What to write.")] = "table",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")] = None,
    fail_on: Annotated[
        TrendFailure | None,
        typer.Option("--fail-on", help="Exit with 1 where something shown got worse, more than chance."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of tables and remarks.")] = None,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Show what changed over time, and whether it is more than chance.

    Waves of scores, indexes of journeys, and metrics beside their targets; docs/method.md has every formula. Verdicts
    are those of the whole project, whatever is shown.

    Examples:
      cxmap trend
      cxmap trend --journey first-shoes --format markdown -o trend.md
      cxmap trend --history --every quarter
      cxmap trend --fail-on worse
    """
    from cxmap.analysis.changes import Pick
    from cxmap.analysis.series import TrendOptions
    from cxmap.analysis.trend import trend, wave_asked
    from cxmap.output.language import language

    if every is not None and not history:
        raise Stop("--every goes with --history: cxmap trend --history --every week")
    target = destination(output, format_, TrendFormat)
    after = date_given("--since", since)
    project = load_project(paths, today=today, stdin_filename=stdin_filename)
    sound = without_errors(project)
    if sound.nothing_left or journey in sound.refused:
        return 1
    project = sound.project
    pick = Pick(wave_asked(project, "--from", from_), wave_asked(project, "--to", to))
    past = None
    if history:
        from cxmap.cli.past import earlier

        past = earlier(project, every or "month")
    found = trend(project, TrendOptions(journey, persona, touchpoint, metric, after, pick, past))
    about = [each for _, each in project.journey_documents() if journey in {None, each.id}]
    spoken = language(project, about, lang)
    match format_:
        case "json":
            from cxmap.output.tables.trend_records import trend_json

            text = trend_json(project, found)
        case "csv":
            from cxmap.output.tables.trend_records import trend_csv

            text = trend_csv(found)
        case "markdown":
            from cxmap.output.tables.trend_table import trend_markdown

            text = trend_markdown(project, found, spoken)
        case _:
            from cxmap.output.tables.trend_table import trend_table

            text = trend_table(project, found, screen(color, output), lang=spoken, remarks=not quiet)
    emit(text, target)
    status = int(sound.errors)
    if fail_on == "worse" and (count := found.tally["worse"]):
        from cxmap.i18n.trend import TrendWords

        words = TrendWords(spoken)
        remark(words.counted(words.fails, count))
        status = 1
    return status
