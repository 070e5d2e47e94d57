"""``cxmap import survey``: from customers' answers to scores."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from cxmap.cli.console import Stop, emit_file, is_terminal, remark
from cxmap.cli.import_common import DryRun, Into, find_journey, save, show_changes, taking_over

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.cli.options import Quiet


def command(
    answers: Annotated[
        str, typer.Argument(metavar="ANSWERS", help="CSV, TSV, XLSX, Parquet or a folder of it; - for CSV on stdin.")
    ],
    mapping: Annotated[
        str | None, typer.Option("--mapping", metavar="FILE", help="What the columns and codes mean, as YAML.")
    ] = None,
    into: Into = None,
    dry_run: DryRun = False,
    suggest_mapping: Annotated[
        bool, typer.Option("--suggest-mapping", help="Print a first mapping, made from the columns, and stop.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Sum up a survey's answers, and write them into a journey.

    A mapping says which column is the importance or the experience of which touchpoint, which codes are no answers,
    and what the scale is. The scores name the survey as their source, and the rest of the file stays as it is.

    Examples:
      cxmap import survey answers.csv --suggest-mapping --into first-shoes > mapping.yaml
      cxmap import survey answers.csv --mapping mapping.yaml --into first-shoes --dry-run
      cxmap import survey answers.parquet --mapping mapping.yaml
    """
    if answers != "-" and not Path(answers).exists():
        raise Stop(f"no such file: '{answers}'")
    if suggest_mapping:
        _suggest(answers, into, quiet=quiet)
        return
    if mapping is None:
        raise Stop(f"a mapping says what the columns mean; start one: cxmap import survey {answers} --suggest-mapping")
    from cxmap.analysis.scores import alike, scales
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.survey.answers import open_answers
    from cxmap.exchange.survey.into import check_touchpoints, write_scores
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import respondents
    from cxmap.exchange.survey.scores import sum_up
    from cxmap.text.wording import counted

    with taking_over(mapping):
        file = MappingFile(read_bytes(Path(mapping)), mapping)
    project, document, journey = find_journey(into or file.mapping.journey)
    with taking_over(answers):
        check_touchpoints(file, document)
        groups = respondents(file, project, journey)
        codes = file.mapping.answers
        with (
            _progress(answers, quiet=quiet),
            open_answers(_named(answers), separated_by=codes.separator, skip_rows=codes.skip_rows) as opened,
        ):
            summed = sum_up(file, opened, groups)
        written = write_scores(file, summed, groups, project, document, journey)
        after = save(document, written.data, into=into, dry_run=dry_run)
    show_changes(project, after, document, journey, written.changes)
    if quiet:
        return
    answered = codes.scale
    if any(not alike(answered, on) for on in scales(project, journey)):
        remark(
            f"The answers are on {answered.min:g} to {answered.max:g}; old and new are shown on the journey's scale."
        )
    for sentence in (*summed.remarks, *written.remarks):
        remark(sentence)
    count, waves = (sum(getattr(change, name) for change in written.changes) for name in ("differs", "adds_wave"))
    scores = counted(count, "score") + (f" ({waves} with a new wave)" if waves else "")
    what = [scores, *(f"the source '{name}'" for name in written.sources)]
    done = "would change" if dry_run else "changed"
    remark(f"{summed.respondents:,} respondents; {' and '.join(what)} {done} in {document.name}.")


def _suggest(answers: str, into: str | None, *, quiet: bool) -> None:
    from cxmap.exchange.survey.answers import open_answers
    from cxmap.exchange.survey.suggest import suggested_mapping

    project, journey = find_journey(into)[:2] if into else (None, None)
    with taking_over(answers), _progress(answers, quiet=quiet), open_answers(_named(answers)) as opened:
        suggested = suggested_mapping(opened, "answers" if answers == "-" else Path(answers).stem, journey, project)
    emit_file(suggested)


@contextlib.contextmanager
def _progress(answers: str, *, quiet: bool) -> Iterator[None]:
    """Show a terminal that answers are being read, and for how long; a pipe or a log sees nothing of it."""
    if quiet or not is_terminal(sys.stderr):
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    from cxmap.text.escape import terminal_line

    text = TextColumn("{task.description}", markup=False)
    with Progress(SpinnerColumn(), text, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as shown:
        shown.add_task(terminal_line(f"Reading {'the answers' if answers == '-' else answers}"), total=None)
        yield


def _named(answers: str) -> Path | IO[bytes]:
    return sys.stdin.buffer if answers == "-" else Path(answers)
