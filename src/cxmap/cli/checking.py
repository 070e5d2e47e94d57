"""What ``cxmap validate`` does: every rule, every file. ``cxmap.cli.commands.validate`` has its options."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cxmap.cli.console import (
    Color,
    Stop,
    destination,
    emit,
    is_terminal,
    pass_on,
    project_finder,
    remark,
    render_report,
    wants_color,
)
from cxmap.text.wording import hint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic, Report
    from cxmap.io.files import Output
    from cxmap.lint.fix import Fixed
    from cxmap.lint.selection import Selection
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.project.summary import FileSummary


def check_files(
    paths: Sequence[str] | None = None,
    *,
    select: Sequence[str] | None = None,
    ignore: Sequence[str] | None = None,
    fail_on: str = "error",
    strict: bool = False,
    fix: bool = False,
    diff: bool = False,
    formats: Sequence[str] | None = None,
    baseline: str | None = None,
    update_baseline: bool = False,
    statistics: bool = False,
    exit_zero: bool = False,
    no_cache: bool = False,
    watch: bool = False,
    stdin_filename: str | None = None,
    today: str | None = None,
    quiet: bool = False,
    color: Color = Color.AUTO,
) -> int:
    """Check journey files and show what is found.

    The arguments are those of ``cxmap validate``, by the names of its options.

    Returns:
        The exit status.

    Raises:
        UsageError: The request cannot be carried out.
    """
    least = _least("warning" if strict else fail_on)
    project_files = project_finder(paths, today=today, stdin_filename=stdin_filename)

    def loader(overlay: Mapping[Path, bytes]) -> Project:
        return _load(project_files(overlay), cached=not no_cache)

    rules = _Rules(_split(select), _split(ignore))

    def places() -> tuple[list[tuple[str, Output | None]], Output | None]:
        """Where reports and a new baseline go, as it is before anything is read."""
        shown = [(name, destination(file)) for name, file in _formats(formats)]
        return shown, destination(_baseline_path(project_files({}), baseline)) if update_baseline else None

    shown, accepted = places()

    def status(found: Sequence[Diagnostic]) -> int:
        return int(any(one.severity.weight >= least for one in found) and not exit_zero)

    if fix or diff:
        from_stdin = "-" in (paths or [])
        if from_stdin and len(paths or []) > 1:
            raise Stop("--fix and --diff take standard input alone: leave the other paths out, or -")
        fixed = _fix(loader, rules, diff=diff, to_stdout=from_stdin)
        if diff:
            return int(bool(fixed.files) and not exit_zero)
        if from_stdin:  # standard output has the mended text; what is left to do goes beside it
            from cxmap.lint.engine import diagnose

            mended = loader(fixed.files)
            report, found = _compare(mended, diagnose(mended, rules(mended)), baseline, None)
            name = "full" if is_terminal(sys.stderr) else "concise"
            sys.stderr.write(render_report(report, name, color=wants_color(color, sys.stderr), quiet=quiet))
            return status(found)

    def once(shown: Sequence[tuple[str, Output | None]], accepted: Output | None) -> int:
        from cxmap.cli.index import Index

        surveyed = project_files({})
        index = None if no_cache else Index(surveyed)
        project, all_found = _judge(surveyed, rules, index.known if index else {})
        if index:
            _tell_replay(project, index.states, baseline)
            index.learn(project)
        report, found = _compare(project, all_found, baseline, accepted)
        _show(report, shown, statistics=statistics, quiet=quiet, color=color)
        return status(found)

    if watch:
        from cxmap.cli.watching import watch_files

        return watch_files(lambda: once(*places()), loader({}).root)
    return once(shown, accepted)


def list_files(paths: Sequence[str] | None, *, today: str | None, stdin_filename: str | None) -> int:
    """Print which files are checked, and which are skipped and why.

    Returns:
        The exit status.

    Raises:
        UsageError: A path does not exist, or the configuration cannot be read.
    """
    from cxmap.text.escape import path_name

    listing = project_finder(paths, today=today, stdin_filename=stdin_filename)({}).listing()
    for name, why in sorted(listing):
        sys.stdout.write(f"{path_name(name)}: {f'skipped, {why}' if why else 'checked'}\n")
    return 0


def _load(project_files: ProjectFiles, *, cached: bool) -> Project:
    """The project, of which files that were not asked about are read only if they have changed since an earlier run."""
    from cxmap.cli.index import Index
    from cxmap.project.load import load_rest

    if not cached:
        return project_files.load()
    index = Index(project_files)
    project = load_rest(project_files, index.known)
    index.learn(project)
    return project


def _judge(
    project_files: ProjectFiles, rules: _Rules, known: Mapping[str, FileSummary | None]
) -> tuple[Project, list[Diagnostic]]:
    """The project and all that is found in it, with the help of other processes where there is much to read."""
    from cxmap.lint.engine import diagnose
    from cxmap.lint.workers import judge, processes
    from cxmap.project.load import load_rest

    selection = rules(project_files)
    count = processes(project_files, known)
    if count > 1:
        return judge(project_files, selection, count, known)
    project = load_rest(project_files, known)
    return project, diagnose(project, selection)


def _tell_replay(project: Project, states: Mapping[str, str], baseline: str | None) -> None:
    """What the result depends on: all that the project was made from, and the baseline."""
    from cxmap.cli.replay import looked_at
    from cxmap.project.lazy import LazyDocument

    read_here = {str(one.path): one for one in project.documents if one.readable and not isinstance(one, LazyDocument)}

    def content(path: str) -> bytes | None:
        document = read_here.get(path)
        return document.encoded(document.text) if document else None

    files = (*project.inputs.paths(), str(_baseline_path(project, baseline)))
    looked_at(str(project.root), files, project.inputs.folders, states, content)


def _baseline_path(project: Project | ProjectFiles, baseline: str | None) -> Path:
    from cxmap.lint.baseline import DEFAULT_NAME

    return project.cwd / baseline if baseline else project.root / DEFAULT_NAME


class _Rules:
    """The words of --select and --ignore, applied to whatever configuration a project has."""

    def __init__(self, only: Sequence[str], without: Sequence[str]) -> None:
        self.only, self.without = only, without

    def __call__(self, project: Project | ProjectFiles) -> Selection:
        from cxmap.lint.selection import select

        return select(project.config, only=self.only, without=self.without, file=project.inputs.config)


def _split(words: Sequence[str] | None) -> list[str]:
    return [part.strip() for word in words or [] for part in word.split(",") if part.strip()]


def _least(severity: str) -> int:
    from cxmap.diagnostic import Severity

    try:
        return Severity(severity).weight
    except ValueError:
        raise Stop(f"--fail-on takes error, warning or advice, not '{severity}'") from None


def _compare(
    project: Project, found: Sequence[Diagnostic], baseline: str | None, accepted: Output | None
) -> tuple[Report, Sequence[Diagnostic]]:
    """What is found, less what a baseline accepts; where there is to be a new one, it is written first."""
    from cxmap.lint import baseline as baselines
    from cxmap.lint.engine import report

    path = _baseline_path(project, baseline)
    if accepted:
        emit(baselines.to_json(project, found), accepted)
    elif baseline and not path.is_file():
        raise Stop(f"there is no baseline '{baseline}'; make one with --update-baseline")
    remarks: list[str] = []
    if path.is_file():
        compared = baselines.compare(project, found, baselines.read_baseline(_text(path), path.name))
        found = compared.shown
        if compared.hidden:
            noun = "finding" if compared.hidden == 1 else "findings"
            remarks.append(f"{compared.hidden} {noun} in the baseline {path.name} not shown.")
        remarks += [
            f"Stale in the baseline: {file}: {code} at {place or 'the file'} is no longer found; "
            "take it out with --update-baseline."
            for file, code, place in compared.stale
        ]
    return report(project, found, remarks), found


def _text(path: Path) -> str:
    from cxmap.yaml.reader.disk import read_file
    from cxmap.yaml.reader.errors import Problem

    data = read_file(path)
    if isinstance(data, Problem):
        raise Stop(f"{path}: {data.message}")
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Stop(f"{path}: cannot be read: not UTF-8") from None


def _formats(given: Sequence[str] | None) -> list[tuple[str, str | None]]:
    """Names of formats with the file each goes to; without any, what suits the place we run in."""
    from cxmap.output.findings.registry import FORMATS
    from cxmap.text.suggestions import nearest

    if not given:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            return [("github", None)]
        if os.environ.get("GITLAB_CI") == "true":
            return [("gitlab", None)]
        return [("full" if is_terminal() else "concise", None)]
    chosen = []
    for one in given:
        name, _, file = one.partition(":")
        if name not in FORMATS:
            remedy = hint(nearest(name, FORMATS), f"choose from {', '.join(FORMATS)}")
            raise Stop(f"unknown format '{name}'{remedy}")
        chosen.append((name, file or None))
    return chosen


def _show(
    report: Report, formats: Sequence[tuple[str, Output | None]], *, statistics: bool, quiet: bool, color: Color
) -> None:
    from cxmap.output.findings.registry import FOR_PEOPLE

    for name, file in formats:
        if file or not statistics:
            emit(render_report(report, name, color=file is None and wants_color(color), quiet=quiet), file)
    if statistics:
        emit(_statistics(report))
        return
    on_screen = {name for name, file in formats if file is None}
    if not quiet and not on_screen & FOR_PEOPLE:
        for text in (*report.remarks, report.summary):
            remark(text)


def _statistics(report: Report) -> str:
    from collections import Counter

    counts = Counter((one.code, one.name, one.severity.value) for one in report.diagnostics)
    fixable = Counter(one.code for one in report.diagnostics if one.fixable)
    width = max((len(name) for _, name, _ in counts), default=0)
    lines = [
        f"{count:6} {code} {name:{width}} {severity:7}"
        + (f" {fixable[code]} fixable with --fix" if fixable[code] else "")
        for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    return "".join(f"{line.rstrip()}\n" for line in [*lines, *report.remarks, report.summary])


def _fix(loader: Callable[[Mapping[Path, bytes]], Project], rules: _Rules, *, diff: bool, to_stdout: bool) -> Fixed:
    """Mend, or show what would be mended."""
    import difflib

    from cxmap.io.files import write
    from cxmap.lint.fix import fix
    from cxmap.text.escape import path_name, terminal

    fixed = fix(loader, rules)
    for path, content in sorted(fixed.files.items()):
        document = fixed.before[path]
        if diff:
            name = path_name(document.name)
            lines = difflib.unified_diff(
                document.source.text.splitlines(keepends=True),
                content.decode("utf-8-sig").splitlines(keepends=True),
                name,
                f"{name} (fixed)",
            )
            sys.stdout.write(terminal("".join(lines)))
        elif to_stdout:
            pass_on(content)
        else:
            write(path, content, expected=document.encoded(document.source.text))
    if fixed.count and not diff:
        findings = "1 finding" if fixed.count == 1 else f"{fixed.count} findings"
        remark(f"Fixed {findings} in {len(fixed.files)} {'file' if len(fixed.files) == 1 else 'files'}.")
    if to_stdout and not diff and not fixed.files:
        (unchanged,) = loader({}).reported
        pass_on(unchanged.encoded(unchanged.source.text))
    return fixed
