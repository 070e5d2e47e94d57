"""The public library, behind ``import cxmap``: the shell's door to the core, which knows the clock and the rules."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxmap.analysis.ranking.options import Options
from cxmap.api.exports import Export, exported, request
from cxmap.api.results import Fixes, Project, Ranking, SurveyImport, Trend
from cxmap.diagnostic import Diagnostic as Diagnostic
from cxmap.errors import UsageError
from cxmap.exchange.errors import ForeignError as ForeignError
from cxmap.lint.refusal import FilesHaveErrors, refusals
from cxmap.project import load as loading
from cxmap.project import project as projects
from cxmap.text.suggestions import nearest
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from cxmap.analysis.diff.result import Diff
    from cxmap.analysis.series import TrendOptions
    from cxmap.analysis.summary import Summary
    from cxmap.choices import ChartFormat, ExportFormat, Lang
    from cxmap.exchange.survey.engine import Engine
    from cxmap.output.charts.render import Picture
    from cxmap.output.drawing.options import ChartOptions as Look


def load(*paths: str | PathLike[str], today: dt.date | None = None) -> Project:
    """Load the project that some paths belong to.

    Args:
        paths: Files and folders to report on. None: the project's root, or the current directory.
        today: The day that due dates and ages are judged on; none: the configuration's, else the clock's.

    Returns:
        The project. Files with errors are in it as well: see ``Project.diagnostics``.

    Raises:
        UsageError: A path does not exist, there is no journey file, or the configuration is wrong.
    """
    return _loaded(paths, today)


def loads(text: str | bytes, *, filename: str | None = None, today: dt.date | None = None) -> Project:
    """Load a text in place of a file, as ``cxmap validate -`` does with standard input.

    It belongs to the project of the current directory, if there is one: it can refer to what its files define.

    Args:
        text: What the file would hold.
        filename: The file that it stands in for, which need not exist; none: one without a name.
        today: As for ``load``.

    Raises:
        UsageError: The configuration is wrong.
    """
    data = text.encode() if isinstance(text, str) else text
    return _loaded((), today, loading.Stdin(data, filename))


def _loaded(paths: Iterable[str | PathLike[str]], today: dt.date | None, stdin: loading.Stdin | None = None) -> Project:
    clock = dt.datetime.now().astimezone().date()
    given = today is not None
    core = loading.load(tuple(paths), today=today or clock, today_given=given, cwd=Path.cwd(), stdin=stdin)
    return _public(core, stdin)


def _public(core: projects.Project, text: loading.Stdin | None = None) -> Project:
    return Project(**{field.name: getattr(core, field.name) for field in fields(projects.Project)}, text=text)


def fix(project: Project, *, dry_run: bool = False) -> Fixes:
    """Apply the safe fixes of all findings, and write the files, as ``cxmap validate --fix`` does.

    What was loaded from a text (``loads``) is not written: ``Fixes.texts`` has it.

    Args:
        project: The project; what is fixed is in the files that were asked about.
        dry_run: Write nothing.

    Raises:
        cxmap.io.files.WriteError: A file cannot be written, or has changed since it was loaded.
    """
    from cxmap.io.files import write
    from cxmap.lint.fix import fix as fixed

    paths = () if project.text else [document.path for document in project.reported]

    def again(overlay: Mapping[Path, bytes]) -> projects.Project:
        return loading.load(paths, today=project.today, cwd=project.cwd, stdin=project.text, overlay=overlay)

    found = fixed(again)
    texts: dict[str, str] = {}
    for path, content in sorted(found.files.items()):
        document = found.before[path]
        texts[document.name] = content.decode("utf-8-sig")
        if not dry_run and not project.text:
            known = project.by_location[document.location]
            write(path, content, expected=known.encoded(known.source.text))
    text = project.text and loading.Stdin(next(iter(found.files.values()), project.text.data), project.text.filename)
    return Fixes(_public(again(found.files), text), found.count, texts)


def export(
    project: projects.Project,
    form: ExportFormat,
    *,
    journey: str | None = None,
    persona: str | None = None,
    lang: Lang | None = None,
) -> Export:
    """Make a file for another tool, as ``cxmap export`` does.

    Args:
        project: The project.
        form: ``mermaid``, ``outline``, ``csv``, ``xlsx``, ``pptx``, or ``json`` of the whole project.
        journey: Only the journey with this id; an outline holds one.
        persona: In mermaid, as the persona with this id sees it; none: the mean of all.
        lang: The language of an outline and of slides; none: the journey's.

    Raises:
        FilesHaveErrors: A journey asked about, or what it refers to, has errors.
        UsageError: There is no such format, journey or persona, or an extra is not installed.
    """
    _refuse(project, journey)
    return exported(form, request(project, journey, persona, lang))


def gaps(project: projects.Project, options: Options | None = None, *, strict: bool = True, **asked: Any) -> Ranking:
    """Rank the touchpoints of a project's current journeys: see ``docs/method.md`` for every figure.

    Args:
        project: The project.
        options: What to rank by, and what to show.
        strict: Whether to refuse files with errors; if not, what is sound of them is ranked as it stands.
        asked: The same by name, such as ``by="gap"``, ``persona="noor"`` or ``top=5``: what ``Options`` and its
            ``view`` have, which they take the place of.

    Raises:
        FilesHaveErrors: A journey asked about, or what it refers to, has errors.
        UsageError: What is asked for cannot be done with these scores, or there is nothing of that name to ask for.
    """
    from cxmap.analysis.ranking.gaps import gaps as rank

    options = _asked(options or Options(), asked)
    if strict:
        _refuse(project, options.journey)
    return Ranking(*rank(project, options))


def _asked(options: Options, asked: dict[str, Any]) -> Options:
    """Options with some of them, or of the view, asked for by name."""
    view = options.view._fields
    for name in asked:
        if name not in {*view, *options._fields}:
            raise UsageError(f"gaps takes no '{name}'{hint(nearest(name, [*options._fields, *view]))}")
    of_view = {name: value for name, value in asked.items() if name in view}
    others = {name: value for name, value in asked.items() if name not in view}
    options = options._replace(**others)
    return options._replace(view=options.view._replace(**of_view))


def summary(
    project: projects.Project, journey: str | None = None, persona: str | None = None, *, strict: bool = True
) -> Summary:
    """Sum up journeys in figures, for each persona and over the project.

    Args:
        project: The project.
        journey: Only the journey with this id.
        persona: Only as the persona with this id goes through it.
        strict: Whether to refuse files with errors; if not, what is sound of them is summed up as it stands.

    Raises:
        FilesHaveErrors: A journey asked about, or what it refers to, has errors.
        UsageError: There is no such journey, or no such persona in it.
    """
    from cxmap.analysis.summary import summary as sum_up

    if strict:
        _refuse(project, journey)
    return sum_up(project, journey, persona)


def trend(project: projects.Project, options: TrendOptions | None = None, *, strict: bool = True) -> Trend:
    """Scores, indexes and metrics over time, and whether what changed is more than chance.

    Args:
        project: The project.
        options: What to show, and which waves to compare (``cxmap.analysis.trend.TrendOptions``).
        strict: Whether to refuse files with errors; if not, what is sound of them is compared as it stands.

    Raises:
        FilesHaveErrors: A journey asked about, or what it refers to, has errors.
        UsageError: An id is not there.
    """
    from cxmap.analysis.trend import trend as over_time

    if strict:
        _refuse(project, options.journey if options else None)
    return Trend(*over_time(project, options))


def diff(before: projects.Project, after: projects.Project) -> Diff:
    """What changed from one state of a project to another, and what it means.

    Args:
        before: The earlier state: a project loaded from another folder, or from an earlier revision.
        after: The later state.
    """
    from cxmap.analysis.diff.compare import diff as compare

    return compare(before, after)


def import_survey(
    project: projects.Project,
    mapping: str | PathLike[str],
    answers: str | PathLike[str] | Engine,
    *,
    journey: str | None = None,
    dry_run: bool = False,
) -> SurveyImport:
    """Sum up a survey's answers, and write them into a journey's file, as ``cxmap import survey`` does.

    Args:
        project: The project.
        mapping: The file that says what the columns mean.
        answers: A file of answers, or what holds and counts them elsewhere (``cxmap.exchange.survey.engine.Engine``).
        journey: The journey's id; none: the mapping's, else the only one.
        dry_run: Write nothing.

    Raises:
        ForeignError: The mapping or the answers are not what they should be; nothing was written.
        cxmap.session.editing.RefusedError: The journey has errors, or would have them.
        UsageError: There is no such journey, or an extra is not installed.
        cxmap.io.files.WriteError: The journey's file cannot be written, or has changed since it was loaded.
    """
    from cxmap.exchange.foreign_text import read_bytes
    from cxmap.exchange.survey.answers import open_answers
    from cxmap.exchange.survey.answers_out import answers_file
    from cxmap.exchange.survey.engine_survey import EngineAnswers
    from cxmap.exchange.survey.into import check_touchpoints, write_scores
    from cxmap.exchange.survey.mapping import MappingFile
    from cxmap.exchange.survey.respondents import respondents
    from cxmap.exchange.survey.scores import sum_up
    from cxmap.session import editing

    file = MappingFile(read_bytes(Path(mapping)), str(mapping))
    project, document, found = editing.find_journey(project, journey or file.mapping.journey)
    check_touchpoints(file, document)
    groups, codes = respondents(file, project, found), file.mapping.answers
    if isinstance(answers, str | PathLike):
        with open_answers(Path(answers), separated_by=codes.separator, skip_rows=codes.skip_rows) as opened:
            summed = sum_up(file, opened, groups)
    else:
        summed = sum_up(file, EngineAnswers(answers), groups)
    written = write_scores(file, summed, groups, project, document, found)
    beside = answers_file(file, summed, groups, document)
    after = editing.save(
        document,
        written.data,
        lambda overlay: loading.load([document.path], today=project.today, cwd=project.cwd, overlay=overlay),
        dry_run=dry_run,
    )
    kept = beside.write(dry_run=dry_run)
    changed = sum(change.differs for change in written.changes)
    return SurveyImport(_public(after), summed.respondents, changed, (*summed.remarks, *written.remarks, *kept))


def render(
    project: projects.Project,
    journey: str,
    chart: str = "emotion",
    *,
    form: ChartFormat = "png",
    personas: Collection[str] = (),
    look: Look | None = None,
    strict: bool = True,
) -> Picture:
    """Draw a chart of one journey.

    Args:
        project: The project.
        journey: The journey's id.
        chart: The chart's name, as ``cxmap render --chart`` takes it.
        form: ``png``, ``svg`` or ``pdf``.
        personas: Ids of the personas to show; none: all.
        look: Theme, language, size and so on (``cxmap.output.drawing.options.Options``).
        strict: Whether to refuse files with errors; if not, what is sound of them is drawn as it stands.

    Returns:
        The bytes of the picture, and what it shows in words.

    Raises:
        FilesHaveErrors: The journey, or what it refers to, has errors.
        UsageError: There is no such journey, or no such chart of a journey.
        cxmap.output.drawing.options.ChartError: It cannot be made as asked.
    """
    from cxmap.output.charts.catalogue import JOURNEY_CHARTS, Wish
    from cxmap.output.charts.render import render as draw
    from cxmap.output.drawing.options import ChartOptions as Look

    definition = project.definition("journeys", journey)
    if definition is None:
        raise UsageError(f"no journey is called '{journey}'")
    if chart not in JOURNEY_CHARTS:
        raise UsageError(f"no chart of a journey is called '{chart}'; choose from {', '.join(JOURNEY_CHARTS)}")
    if strict:
        _refuse(replace(project, reported=(definition.document,)))
    view = JOURNEY_CHARTS[chart](project, definition.document, Wish(personas))
    return draw(view, form, look or Look(theme=project.config.theme))


def _refuse(project: projects.Project, journey: str | None = None) -> None:
    """Refuse journeys with errors: all that are asked about, or the one of this id."""
    found = refusals(project)
    named = project.definition("journeys", journey) if journey is not None else None
    errors = {
        error: None for document, each in found.items() if named is None or named.document is document for error in each
    }
    if errors:
        raise FilesHaveErrors(errors)
