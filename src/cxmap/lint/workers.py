"""Many files: read and judged by several processes, each its share.

Every process reads its share of the files and tells the others the summary of each (``cxmap.project.summary``). Then it
runs the rules on the whole project, in which the files of the others stand by their summaries; a rule that asks more
of one of them makes it be read here too. So the findings are those of one process, whatever the rules look at.
"""

from __future__ import annotations

import gc
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.lint.engine import diagnose
from cxmap.project.lazy import LazyDocument
from cxmap.project.load import load_rest, project_of
from cxmap.yaml.reader.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.io.processes import Pipe
    from cxmap.lint.selection import Selection
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.project.summary import FileSummary

# Fewer files than this are judged sooner by one process than the others start.
WORTH_WORKERS = 100
MOST_WORKERS = 8

# Tell by the path of a file; those that are not cxmap's are missing.
Summaries = dict[str, "FileSummary"]
# What was found, and the texts of the files with findings by the names of the files.
Result = tuple[list["Diagnostic"], dict[str, str]]


def processes(project_files: ProjectFiles, known: Collection[str] = ()) -> int:
    """How many processes to judge a project by, of which some files are known; 1: this one."""
    if len(project_files.inputs.files) - len(known) < WORTH_WORKERS or project_files.contents:
        return 1
    from cxmap.io.processes import processors  # here, because few projects are that large

    return min(processors(), MOST_WORKERS)


def judge(
    project_files: ProjectFiles, selection: Selection, count: int, known: Mapping[str, FileSummary | None]
) -> tuple[Project, list[Diagnostic]]:
    """Read the files of a project and run the selected rules over them, in several processes.

    Args:
        project_files: What there is to read.
        selection: The rules.
        count: How many processes.
        known: Summaries of files that were not asked about, by their paths; ``None``: that file is not cxmap's.

    Returns:
        The project, whose files this process has not read, and what was found, in the order in which it is shown.

    Raises:
        UsageError: There is no journey file.
    """
    try:
        told, results = _gather(project_files, selection, count, known)
    except (EOFError, OSError):  # one could not go on; this one can, or meets the reason
        project = load_rest(project_files, known)
        return project, diagnose(project, selection)
    project = project_of(project_files, {**known, **told})
    texts = {name: text for _, of_share in results for name, text in of_share.items()}
    documents = tuple(one.knowing(texts.get(one.name)) for one in project.documents if isinstance(one, LazyDocument))
    found = [one for diagnostics, _ in results for one in diagnostics]
    return replace(project, documents=documents), sorted(found, key=lambda one: one.sort_key)


def _gather(
    project_files: ProjectFiles, selection: Selection, count: int, known: Mapping[str, FileSummary | None]
) -> tuple[Summaries, list[Result]]:
    from cxmap.io.processes import forked, unpacked

    shares = _shares([path for path in project_files.inputs.files if path not in known], count)
    with forked([partial(_work, project_files, selection, known, share, count - 1) for share in shares]) as lines:
        told: list[bytes] = [line.receive() for line in lines]
        _pass_on(told, lines)
        summaries: Summaries = {}
        for one in told:
            summaries |= unpacked(one)
        return summaries, [line.receive() for line in lines]


def _shares(files: Sequence[str], count: int) -> list[list[str]]:
    """Which files each process reads: the largest is dealt first, each to whoever has least to read so far."""
    sizes = {path: _size(path) for path in files}
    shares: list[list[str]] = [[] for _ in range(count)]
    totals = [0] * count
    for path in sorted(files, key=sizes.__getitem__, reverse=True):
        least = totals.index(min(totals))
        shares[least].append(path)
        totals[least] += sizes[path]
    return shares


def _size(path: str) -> int:
    """How much there is to read of a file, in bytes; nothing where it is too large or there is none."""
    try:
        size = Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
    return size if size <= MAX_BYTES else 0


def _pass_on(told: Sequence[bytes], lines: Sequence[Pipe]) -> None:
    """Give every process the summaries that the others have told."""
    for number, line in enumerate(lines):
        for other, summaries in enumerate(told):
            if other != number:
                line.send(summaries)


def _work(
    project_files: ProjectFiles,
    selection: Selection,
    known: Mapping[str, FileSummary | None],
    share: Sequence[str],
    others: int,
    line: Pipe,
) -> None:
    """What each process does: with its share of the files, what is known, and the summaries that the others tell."""
    from cxmap.io.processes import packed, unpacked

    gc.disable()
    own = {path: one for path in share if (one := project_files.read(path)) is not None}
    line.send(packed({path: one.summary for path, one in own.items()}))
    told: Summaries = {}
    for _ in range(others):
        told |= unpacked(line.receive())
    line.send(_judge(project_files, selection, own, {**known, **told}))


def _judge(
    project_files: ProjectFiles,
    selection: Selection,
    own: Mapping[str, Document],
    others: Mapping[str, FileSummary | None],
) -> Result:
    """What the rules find in the files of one process, and the texts of those in which they find something."""
    project = project_of(project_files, {**others, **own})
    mine = {id(one) for one in own.values()}
    project = replace(project, reported=tuple(one for one in project.reported if id(one) in mine))
    found = diagnose(project, selection)
    with_findings = {one.path for one in found}
    return found, {one.name: one.text for one in own.values() if one.name in with_findings}
