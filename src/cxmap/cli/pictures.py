"""Charts as files: where each goes, how far they are, and what is said about them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.choices import CHART_FORMATS
from cxmap.cli.console import Stop, is_terminal, one_of, remark, wants_color

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from cxmap.choices import Color
    from cxmap.io.files import Output
    from cxmap.output.charts.catalogue import Planned
    from cxmap.output.charts.render import Picture
    from cxmap.output.drawing.options import ChartError

_WITH_PAGES = frozenset({"pdf", "pptx"})
# From this many charts on, a terminal is shown how far it is.
_WORTH_PROGRESS = 4


def targets_of(planned: Sequence[Planned], output: str | None, form: str | None) -> list[Path]:
    """The file that each chart goes to, or the stream; two charts share none, unless they are pages of a PDF."""
    from cxmap.io.files import is_stream

    ending = form or "png"
    if not planned:
        return []
    if output is not None and is_stream(output):
        if len(planned) > 1 and form not in _WITH_PAGES:
            raise Stop(f"{len(planned)} charts cannot go to one stream; name a folder: -o charts/")
        return [Path(output)] * len(planned)
    if output is None:
        targets = [wanted.folder / f"{wanted.stem}.{ending}" for wanted in planned]
    elif output.endswith("/") or Path(output).is_dir() or (len(planned) > 1 and not Path(output).suffix):
        targets = [Path(output) / f"{wanted.stem}.{ending}" for wanted in planned]
    else:
        suffix = Path(output).suffix[1:].lower()
        if len(planned) > 1 and (form or suffix) not in _WITH_PAGES:
            remedy = f"name a folder: -o {Path(output).stem}/, or write a PDF or PPTX: -o {Path(output).stem}.pdf"
            raise Stop(f"{len(planned)} charts cannot go to one file; {remedy}")
        if form is None:
            one_of("the ending of -o", suffix, CHART_FORMATS)
        return [Path(output if form in {None, suffix} else f"{output}.{form}")] * len(planned)
    twice = [path for path in targets if targets.count(path) > 1]
    if twice:
        raise Stop(f"two journeys would be drawn into '{twice[0].name}'; draw them one at a time, with -o FILE")
    return targets


def written(picture: Picture | ChartError, output: Output) -> Picture | ChartError:
    """What was drawn, in its file; while it is written, others are drawn."""
    from cxmap.io.files import make_folder
    from cxmap.output.drawing.options import ChartError

    if not isinstance(picture, ChartError):
        if not output.is_stream:
            make_folder(output.path.parent)
        output.write(picture.data)
    return picture


def report_drawn(
    planned: Sequence[Planned],
    targets: Sequence[Path],
    results: Sequence[Picture | ChartError],
    *,
    every: bool,
    alt: bool,
    show: bool,
    quiet: bool,
) -> int:
    """Print the path of each file, and what there is to say about it; 1 if a chart could not be made.

    Where every chart is asked for, or others were made, one that the project says nothing about is skipped with a
    remark. What goes into a stream has no path, and standard output, which it may be, gets nothing else.
    """
    from cxmap.io.files import is_stream
    from cxmap.output.drawing.options import ChartError, NothingToShow
    from cxmap.text.escape import path_name, terminal

    status = 0
    said: set[str] = set()
    reported: set[Path] = set()
    some = every or not all(isinstance(picture, ChartError) for picture in results)
    for wanted, path, picture in zip(planned, targets, results, strict=True):
        if isinstance(picture, ChartError):
            remark(f"{wanted.what}: {picture}")
            if not (some and isinstance(picture, NothingToShow)):
                status = 1
            continue
        if path in reported:
            continue
        reported.add(path)
        to_stream = is_stream(path)
        if not to_stream:
            sys.stdout.write(f"{path_name(_shown(path))}\n")
        if alt:
            (sys.stderr if to_stream else sys.stdout).write(f"{terminal(picture.alt)}\n")
        if picture.shortened and not quiet:
            what = "one text is" if len(picture.shortened) == 1 else f"{len(picture.shortened)} texts are"
            remark(f"{path.name}: {what} shortened; a larger page shows more")
        for text in picture.remarks:
            if text not in said and not quiet:
                remark(text)
                said.add(text)
        if show and not to_stream:
            import typer

            typer.launch(str(path))
    return status


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def with_progress(
    pictures: Iterator[Picture | ChartError], count: int, color: Color, *, quiet: bool
) -> Generator[Picture | ChartError]:
    """The pictures, while a terminal is shown how far they are; closed, it shows nothing of that any more.

    Until then rich sends to that terminal what goes to standard output.
    """
    if count < _WORTH_PROGRESS or quiet or not is_terminal(sys.stderr):
        yield from pictures
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True, no_color=not wants_color(color, sys.stderr))
    yield from track(pictures, "Drawing", total=count, console=console, transient=True)
