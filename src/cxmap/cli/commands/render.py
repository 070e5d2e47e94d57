"""``cxmap render``: charts."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.choices import CHART_FORMATS, CHARTS, MAP_ROW_SETS, MAP_ROWS
from cxmap.cli.console import Stop, day, load_project, one_of, remark, without_errors
from cxmap.cli.pictures import report_drawn, targets_of, with_progress, written

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from typing import Annotated

    import typer

    from cxmap.choices import Chart, ChartFormat, Curve, Lang, Occasion, PaperName, SvgText, ThemeName
    from cxmap.cli.options import ColorOption, Paths, Quiet, StdinFilename, Today
    from cxmap.output.charts.catalogue import Planned
    from cxmap.output.charts.since import Since
    from cxmap.output.charts.view import View
    from cxmap.project.document import Document
    from cxmap.project.project import Project

# Charts of the road map, and the rules on what contradicts itself there: it is drawn as it is, and reported.
PLAN_CHARTS = frozenset({"roadmap", "dashboard"})
CONTRADICTIONS = ("CX406", "CX407")
MAX_INCHES = 200
MAX_DPI = 1200


def command(
    paths: Paths = None,
    chart: Annotated[
        list[str] | None,
        typer.Option("--chart", metavar="NAME", help=f"{', '.join(CHARTS)} or all; default: emotion. Repeatable."),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE|DIR", help="Where to; default: beside the journey.")
    ] = None,
    form: Annotated[
        ChartFormat | None,
        typer.Option("--format", help="What to write; default: by the file's ending, else png."),
    ] = None,
    persona: Annotated[
        list[str] | None, typer.Option("--persona", metavar="ID", help="Only this persona. Repeatable.")
    ] = None,
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="JOURNEY", help="Draw this desired journey over the current one.")
    ] = None,
    compare_wave: Annotated[
        str | None,
        typer.Option(
            "--compare-wave",
            metavar="SOURCE|DATE",
            help="Draw what changed since an earlier wave: a source, or the last one on or before a day.",
        ),
    ] = None,
    compare_revision: Annotated[
        str | None,
        typer.Option(
            "--compare-revision", metavar="REV", help="Draw what changed since a revision of the files, as diff says."
        ),
    ] = None,
    curve: Annotated[Curve, typer.Option("--curve", help="How the points are joined.")] = "straight",
    alt: Annotated[bool, typer.Option("--alt", help="Also print what each chart shows, in words.")] = False,
    theme: Annotated[
        ThemeName | None, typer.Option("--theme", help="Default: the configuration's, else light.")
    ] = None,
    lang: Annotated[Lang | None, typer.Option("--lang", help="The language of the tool's own words.")] = None,
    width: Annotated[
        float | None,
        typer.Option("--width", metavar="INCHES", help="How wide; default: a slide, or what the journey needs."),
    ] = None,
    height: Annotated[
        float | None, typer.Option("--height", metavar="INCHES", help="How high; default: likewise.")
    ] = None,
    dpi: Annotated[float, typer.Option("--dpi", metavar="N", help="Pixels an inch, for PNG.")] = 144,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="A title in place of the journey's.")
    ] = None,
    headline: Annotated[
        bool, typer.Option("--headline", help="Put what each chart shows, in a sentence, above its title.")
    ] = False,
    rows: Annotated[
        str | None,
        typer.Option(
            "--rows", metavar="A,B,C", help="Rows of a map, such as doing,feeling, or customer, organisation, board."
        ),
    ] = None,
    blank: Annotated[bool, typer.Option("--blank", help="An empty map with the stages, for a workshop.")] = False,
    who_for_whom: Annotated[
        bool, typer.Option("--who-for-whom", help="Stakeholders as a matrix of who does what for whom.")
    ] = False,
    paper: Annotated[
        PaperName | None, typer.Option("--paper", help="Fill this paper, landscape, instead of a screen.")
    ] = None,
    font: Annotated[
        str | None, typer.Option("--font", metavar="NAME", help="The font of a PPTX; default: its theme's.")
    ] = None,
    svg_text: Annotated[
        SvgText,
        typer.Option("--svg-text", help="What text in an SVG is: outlines, or text that can be searched and selected."),
    ] = "outlines",
    occasion: Annotated[
        Occasion, typer.Option("--for", help="For a slide all text is larger: at least 9 points, most of it 11.")
    ] = "screen",
    open_: Annotated[bool, typer.Option("--open", help="Open what was drawn.")] = False,
    stdin_filename: StdinFilename = None,
    today: Today = None,
    quiet: Quiet = False,
    color: ColorOption = "auto",
) -> int:
    """Draw charts of journeys, ready for a slide or the wall.

    Examples:
      cxmap render
      cxmap render journeys/first-shoes.cxmap.yaml -o first-shoes.svg
      cxmap render --compare first-shoes-desired --theme dark -o charts/
      cxmap render --chart roadmap --format pptx
    """
    from cxmap.io.files import Output
    from cxmap.output.charts.batch import Job, drawing
    from cxmap.output.drawing.options import ChartError, ChartOptions

    names = _charts(chart)
    for option, number, most in (
        ("--width", width, MAX_INCHES),
        ("--height", height, MAX_INCHES),
        ("--dpi", dpi, MAX_DPI),
    ):
        if number is not None and not 0 < number <= most:
            raise Stop(f"{option} takes a number above 0 and up to {most}, not {number:g}")
    _check_charts(
        names,
        ("--rows", rows, "map"),
        ("--blank", blank, "map"),
        ("--who-for-whom", who_for_whom, "stakeholders"),
        ("--compare-wave", compare_wave, "emotion"),
        ("--compare-revision", compare_revision, "emotion"),
    )
    if paper and (width or height):
        raise Stop("--paper sets the size of the page: remove --width and --height")
    if occasion == "slide" and (paper or width or height):
        raise Stop("--for slide sets the size of the page: remove --paper, --width and --height")
    comparisons = {
        "--compare": compare, "--compare-wave": compare_wave, "--compare-revision": compare_revision
    }  # fmt: skip
    given = [option for option, value in comparisons.items() if value]
    if len(given) > 1:
        raise Stop(f"{' and '.join(given)} draw one comparison: keep one of them")
    if compare_revision and "-" in (paths or []):
        raise Stop("--compare-revision compares files that git knows: name a file instead of -")
    if font and _form(output, form) != "pptx":
        raise Stop("--font is for PPTX, which others open with fonts of their own: add --format pptx")
    if _form(output, form) == "pptx":
        from cxmap.output.drawing import pptx

        pptx.load()  # before a project is read, and in this process: what is missing is said once
    named = Output(output) if output and Path(output).suffix and not Path(output).is_dir() else None
    with drawing(names, _form(output, form)) as draw_all:
        project = load_project(paths, today=today, stdin_filename=stdin_filename)
        since = _since(project, compare_revision, paths, today) if compare_revision else None
        planned, told, broken = _planned(project, names, persona or (), compare, compare_wave, since)
        look: dict[str, Any] = {
            "theme": theme or project.config.theme,
            "lang": lang,
            "width": width,
            "height": height,
            "curve": curve,
            "title": title,
            "paper": paper,
            "rows": _rows(rows),
            "blank": blank,
            "font": font,
            "who_for_whom": who_for_whom,
            "slide": occasion == "slide",
        }
        targets = targets_of(planned, output, form)
        pages: dict[Path, list[View]] = {}
        headlines: dict[Path, list[str]] = {}
        finding = _findings(told, persona or (), lang, quiet=quiet) if headline else lambda _: ""
        for wanted, path in zip(planned, targets, strict=True):
            if not isinstance(wanted.view, ChartError):
                pages.setdefault(path, []).append(wanted.view)
                headlines.setdefault(path, []).append(finding(wanted))
        outputs = {path: named if named and named.path == path else Output(path) for path in pages}
        jobs = [
            Job(
                first,
                _form(str(path), form),
                ChartOptions(**look),
                dpi,
                svg_text,
                tuple(others),
                tuple(headlines[path]),
            )
            for path, (first, *others) in pages.items()
        ]
        with closing(with_progress(draw_all(jobs), len(jobs), color, quiet=quiet)) as pictures:
            drawn = {path: written(next(pictures), output) for path, output in outputs.items()}
        results = [
            wanted.view if isinstance(wanted.view, ChartError) else drawn[path]
            for wanted, path in zip(planned, targets, strict=True)
        ]
    every = "all" in (chart or [])
    return max(int(broken), report_drawn(planned, targets, results, every=every, alt=alt, show=open_, quiet=quiet))


def _since(project: Project, name: str, paths: Sequence[str] | None, today: str | None) -> Since:
    """What changed since a revision.

    Raises:
        Stop: It holds no journey here, or a file of it cannot be read.
    """
    from cxmap.analysis.diff.compare import diff
    from cxmap.cli.states import Asked, refuse_unreadable, revision
    from cxmap.output.charts.since import Since

    with ExitStack() as stack:
        asked = Asked(day(today), today is not None, paths or [], Path.cwd())
        state = revision(name, project.root, asked, stack)
        refuse_unreadable(state)
        if not state.project.reported:
            raise Stop(f"no journey files in {name}; name a revision that has them")
        return Since(name, diff(state.project, project))


def _findings(
    project: Project, personas: Collection[str], lang: Lang | None, *, quiet: bool
) -> Callable[[Planned], str]:
    """What tells the finding of a chart, in the words of reports; it says so where the figures tell none.

    Args:
        project: The project, asked about the journeys that are drawn.
        personas: Ids of the personas that are drawn; none: all.
        lang: The language asked for.
        quiet: Whether not to say so.
    """
    from cxmap.output.language import language
    from cxmap.story.story import tell

    journeys = {journey.id: journey for _, journey in project.journey_documents()}
    story = tell(project, language(project, journeys.values(), lang), personas=personas)

    def finding(wanted: Planned) -> str:
        about = [journeys[wanted.journey]] if wanted.journey else []
        said = story.finding(wanted.chart, wanted.journey, language(project, about, lang))
        if not said and not quiet:
            remark(f"{wanted.stem}: no headline; its figures tell no finding")
        return said

    return finding


def _check_charts(names: Collection[str], *options: tuple[str, object, str]) -> None:
    """Refuse an option that is given for a chart that is not drawn."""
    for option, given, name in options:
        if given and name not in names:
            raise Stop(f"{option} is for --chart {name}: add that")


def _planned(
    project: Project,
    names: Sequence[Chart],
    personas: Sequence[str],
    compare: str | None,
    wave: str | None,
    since: Since | None,
) -> tuple[list[Planned], Project, bool]:
    """What to draw; the project, asked about what is drawn; and whether errors keep something from being drawn."""
    from cxmap.analysis.trend import wave_asked
    from cxmap.output.charts.catalogue import PROJECT_CHARTS, Wish, plan
    from cxmap.output.drawing.options import ChartError

    sound = without_errors(project, also=CONTRADICTIONS if PLAN_CHARTS & set(names) else ())
    desired = _desired(project, compare) if compare else None
    if (sound.nothing_left and set(names) - set(PROJECT_CHARTS)) or (desired and compare in sound.refused):
        return [], project, True
    journeys = [document for document in sound.documents if document.journey is not None]
    documents = [document for document in journeys if not _is_plan(document, desired)]
    if not documents and not sound.errors and not set(names) & set(PROJECT_CHARTS):
        raise Stop("none of these files holds a journey to draw")
    _known_personas(documents, personas)
    wish = Wish(personas, desired, wave_asked(project, "--compare-wave", wave), since)
    if desired and documents and not any(map(wish.over, documents)):
        raise Stop(f"'{compare}' shares no touchpoint with these journeys: touchpoints are matched by id")
    possible = [name for name in names if sound.whole or name not in PROJECT_CHARTS]
    planned = list(plan(project, documents, possible, wish))
    # A journey that none of the personas makes, or without that wave, is no mistake among others that can be drawn.
    drawn = [wanted for wanted in planned if not isinstance(wanted.view, ChartError)]
    some = bool(drawn and (personas or wave or since) and len(documents) > 1)
    return (drawn if some else planned), replace(project, reported=tuple(documents)), sound.errors


def _charts(chosen: Sequence[str] | None) -> list[Chart]:
    for name in chosen or []:
        one_of("--chart", name, (*CHARTS, "all"))
    known: dict[str, Chart] = {name: name for name in CHARTS}
    return list(CHARTS) if "all" in (chosen or []) else [known[name] for name in dict.fromkeys(chosen or ["emotion"])]


def _form(output: str | None, form: ChartFormat | None) -> ChartFormat:
    """What will most likely be written."""
    ending = Path(output or "").suffix[1:].lower()
    named: ChartFormat = next((known for known in CHART_FORMATS if known == ending), "png")
    return form or named


def _rows(chosen: str | None) -> tuple[str, ...]:
    if not chosen:
        return ()
    names: list[str] = []
    for name in (part.strip() for part in chosen.split(",") if part.strip()):
        one_of("--rows", name, (*MAP_ROWS, *MAP_ROW_SETS))
        names += next((rows for known, rows in MAP_ROW_SETS.items() if known == name), (name,))
    return tuple(dict.fromkeys(names))


def _is_plan(document: Document, desired: Document | None) -> bool:
    """Whether a file is the plan to draw over others; a current journey shows its own ``desired`` scores instead."""
    return document is desired and document.journey is not None and document.journey.state == "desired"


def _desired(project: Project, name: str) -> Document:
    from cxmap.cli.prompts import some_of
    from cxmap.text.suggestions import nearest
    from cxmap.text.wording import hint

    definition = project.definition("journeys", name)
    if definition is not None:
        return definition.document
    known = project.definitions["journeys"]
    raise Stop(f"no journey is called '{name}'{hint(nearest(name, known), f'there are: {some_of(known)}')}")


def _known_personas(documents: Sequence[Document], asked_for: Sequence[str]) -> None:
    from cxmap.text.suggestions import nearest
    from cxmap.text.wording import hint

    known = {name for document in documents if document.journey for name in document.journey.personas}
    for name in asked_for:
        if name not in known:
            remedy = hint(nearest(name, known), f"there are: {', '.join(sorted(known))}")
            raise Stop(f"no persona '{name}' makes these journeys{remedy}")
