"""Many files: read and judged by several processes, each its share.

Every process reads its share of the files and tells the others the summary of each (``cxmap.project.summary``). Then it
runs the rules on the whole project, in which the files of the others stand by their summaries; a rule that asks more
of one of them makes it be read here too. So the findings are those of one process, whatever the rules look at.
"""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.lint.engine import judge
from cxmap.project.cache import kept
from cxmap.project.lazy import LazyDocument
from cxmap.project.load import load_rest, project_of
from cxmap.yaml.reader.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from cxmap.diagnostic import Diagnostic
    from cxmap.io.processes import Pipe
    from cxmap.lint.selection import Selection
    from cxmap.project.cache import Kept
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.project.summary import FileSummary

# By the path of a file; those that are not cxmap's are missing.
Summaries = dict[str, "FileSummary"]
# By the path of a file: what was found in it, and that to be kept.
Judged = dict[str, tuple[list["Diagnostic"], "Kept | None"]]
# What was found, and the texts of the files with findings by the paths of the files.
Result = tuple[Judged, dict[str, str]]


def judge_here(project: Project, selection: Selection, known: Collection[str], request: str | None) -> Judged:
    """Run the selected rules over the files asked about that are not known.

    Args:
        project: The project.
        selection: The rules.
        known: The paths of the files that are known.
        request: What is asked for, under which the findings are to be kept; ``None``: nothing is kept.
    """
    found: Judged = {}
    for document in project.reported:
        if document.location not in known:
            judged = judge(project, document, selection)
            keep = request and kept(project, document, request, judged.found, judged.dependencies)
            found[document.location] = judged.found, keep or None
    return found


def judge_in_processes(
    project_files: ProjectFiles,
    selection: Selection,
    count: int,
    known: Mapping[str, Document | None],
    request: str | None,
) -> tuple[Project, Judged]:
    """Read the files of a project that are not known and run the selected rules over them, in several processes.

    Args:
        project_files: What there is to read.
        selection: The rules.
        count: How many processes.
        known: Files that need not be judged, by their paths; ``None``: that one is not cxmap's.
        request: As for ``judge_here``.

    Returns:
        The project, whose files this process has not read, and what was found.

    Raises:
        UsageError: There is no journey file.
    """
    try:
        received, results = _gather(project_files, selection, count, known, request)
    except (EOFError, OSError):  # one could not go on; this one can, or meets the reason
        project = load_rest(project_files, known)
        return project, judge_here(project, selection, known, request)
    project = project_of(project_files, {**known, **received})
    texts = {path: text for _, of_share in results for path, text in of_share.items()}
    for document in project.documents:
        if document.location in received and isinstance(document, LazyDocument):
            document.knowing(texts.get(document.location))
    judged: Judged = {}
    for result, _ in results:
        judged |= result
    return project, judged


def _gather(
    project_files: ProjectFiles,
    selection: Selection,
    count: int,
    known: Mapping[str, Document | None],
    request: str | None,
) -> tuple[Summaries, list[Result]]:
    from cxmap.io.processes import forked, unpacked

    shares = _shares([path for path in project_files.inputs.files if path not in known], count)
    works = [partial(_work, project_files, selection, known, request, share, count - 1) for share in shares]
    with forked(works) as lines:
        received: list[bytes] = [line.receive() for line in lines]
        _pass_on(received, lines)
        summaries: Summaries = {}
        for message in received:
            summaries |= unpacked(message)
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


def _pass_on(received: Sequence[bytes], lines: Sequence[Pipe]) -> None:
    """Give every process the summaries that the others have received."""
    for number, line in enumerate(lines):
        for other, summaries in enumerate(received):
            if other != number:
                line.send(summaries)


def _work(
    project_files: ProjectFiles,
    selection: Selection,
    known: Mapping[str, Document | None],
    request: str | None,
    share: Sequence[str],
    others: int,
    line: Pipe,
) -> None:
    """What each process does: with its share of the files, what is known, and the summaries that the others tell."""
    from cxmap.io.processes import packed, unpacked

    gc.disable()
    own = {path: one for path in share if (one := project_files.read(path)) is not None}
    line.send(packed({path: document.summary for path, document in own.items()}))
    received: dict[str, Document | FileSummary | None] = {}
    for _ in range(others):
        received |= unpacked(line.receive())
    project = project_of(project_files, {**known, **received, **own})
    line.send(_judge(project, selection, {*known, *received}, request))


def _judge(project: Project, selection: Selection, others: Collection[str], request: str | None) -> Result:
    """What the rules find in the files of one process, and the texts of those in which they find something."""
    judged = judge_here(project, selection, others, request)
    texts = {
        document.location: document.text
        for document in project.reported
        if judged.get(document.location, ((), None))[0]
    }
    return judged, texts
