"""Many files: read and judged by several processes, each its share.

Every process reads its share of the files and tells the others the outline of each (``cxmap.project.outline``). Then it
runs the rules on the whole project, in which the files of the others stand by their outlines; a rule that asks for more
of one of them makes it be read here too. So the findings are those of one process, whatever the rules look at.
"""

from __future__ import annotations

import gc
import os
import pickle
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.project.known import project_of
from cxmap.project.outline import Outline
from cxmap.project.unread import Unread
from cxmap.rules.engine import diagnose
from cxmap.rules.forked import forked
from cxmap.source.limits import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.diagnostics.record import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.project.survey import Survey
    from cxmap.rules.forked import Line
    from cxmap.rules.selection import Selection

# Fewer files than this are judged sooner by one process than the others start.
WORTH_WORKERS = 100
MOST_WORKERS = 8

# Tells by a file's position among those of the survey; files that are not cxmap's are missing.
Outlines = dict[int, Outline]
Readable = dict[int, bool]
# What was found, and the texts of the files with findings by the names of the files.
Result = tuple[list["Diagnostic"], dict[str, str]]


def processes(survey: Survey) -> int:
    """How many processes to judge a project by; 1: this one."""
    if len(survey.trail.files) < WORTH_WORKERS or survey.contents or not hasattr(os, "fork"):
        return 1
    return min(os.cpu_count() or 1, MOST_WORKERS)


def judge(survey: Survey, selection: Selection, count: int) -> tuple[Project, list[Diagnostic]]:
    """Read the files of a project and run the selected rules over them, in several processes.

    Args:
        survey: What there is to read.
        selection: The rules.
        count: How many processes.

    Returns:
        The project, whose files this process has not read, and what was found, in the order in which it is shown.

    Raises:
        UsageError: There is no journey file.
    """
    try:
        readable, results = _gather(survey, selection, count)
    except (EOFError, OSError, pickle.UnpicklingError):  # one could not go on; this one can, or meets the reason
        project = survey.load()
        return project, diagnose(project, selection)
    files = survey.trail.files
    project = project_of(survey, {files[at]: Outline(one) for at, one in readable.items()})
    texts = {name: text for _, known in results for name, text in known.items()}
    documents = tuple(one.knowing(texts.get(one.name)) for one in project.documents if isinstance(one, Unread))
    found = [one for diagnostics, _ in results for one in diagnostics]
    return replace(project, documents=documents), sorted(found, key=lambda one: one.sort_key)


def _gather(survey: Survey, selection: Selection, count: int) -> tuple[Readable, list[Result]]:
    shares = _shares(survey.trail.files, count)
    with forked([partial(_work, survey, selection, share, count - 1) for share in shares]) as lines:
        readable: Readable = {}
        for line in lines:
            readable |= line.receive()
        _pass_on(lines)
        return readable, [line.receive() for line in lines]


def _shares(files: Sequence[str], count: int) -> list[list[int]]:
    """Which files each process reads: the largest is dealt first, each to whoever has least to read so far."""
    sizes = [_size(path) for path in files]
    shares: list[list[int]] = [[] for _ in range(count)]
    totals = [0] * count
    for at in sorted(range(len(files)), key=sizes.__getitem__, reverse=True):
        least = totals.index(min(totals))
        shares[least].append(at)
        totals[least] += sizes[at]
    return shares


def _size(path: str) -> int:
    """How much there is to read of a file, in bytes; nothing where it is too large or there is none."""
    try:
        size = Path(path).stat().st_size
    except (OSError, ValueError):
        return 0
    return size if size <= MAX_BYTES else 0


def _pass_on(lines: Sequence[Line]) -> None:
    """Give every process the outlines that the others have told, as bytes: this one does not look at them."""
    told = [line.receive() for line in lines]  # from all, before any is sent on: who tells does not listen
    for number, line in enumerate(lines):
        for other, outlines in enumerate(told):
            if other != number:
                line.send(outlines)


def _work(survey: Survey, selection: Selection, share: Sequence[int], others: int, line: Line) -> None:
    """What each process does: with its share of the files, and the outlines that so many others tell."""
    gc.disable()
    own = {at: one for at in share if (one := survey.read(survey.trail.files[at])) is not None}
    line.send({at: one.readable for at, one in own.items()})
    line.send(pickle.dumps({at: one.outline for at, one in own.items()}))
    outlines: Outlines = {}
    for _ in range(others):
        outlines |= pickle.loads(line.receive())  # noqa: S301 - from a process of this very run
    line.send(_judge(survey, selection, own, outlines))


def _judge(survey: Survey, selection: Selection, own: dict[int, Document], others: Outlines) -> Result:
    """What the rules find in the files of one process, and the texts of those in which they find something."""
    files = survey.trail.files
    known: dict[int, Document | Outline] = {**own, **others}
    project = project_of(survey, {files[at]: one for at, one in known.items()})
    mine = {id(one) for one in own.values()}
    project = replace(project, reported=tuple(one for one in project.reported if id(one) in mine))
    found = diagnose(project, selection)
    with_findings = {one.path for one in found}
    return found, {one.name: one.text for one in own.values() if one.name in with_findings}
