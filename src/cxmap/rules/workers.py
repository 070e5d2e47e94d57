"""Many files: read and judged by several processes, each its share.

Every process reads its share of the files and tells the others the outline of each (``cxmap.project.unread``). Then it
runs the rules on the whole project, in which the files of the others stand by their outlines; a rule that asks for more
of one of them makes it be read here too. So the findings are those of one process, whatever the rules look at.
"""

from __future__ import annotations

import gc
import os
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.project.unread import Outline, Unread
from cxmap.rules.engine import diagnose

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from cxmap.diagnostics.record import Diagnostic
    from cxmap.project.document import Document
    from cxmap.project.project import Project
    from cxmap.project.survey import Survey
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
    except (EOFError, OSError):  # a process could not go on; this one can, or meets the reason itself
        project = survey.load()
        return project, diagnose(project, selection)
    project = survey.project(
        _stand_ins(
            survey,
            {
                at: Outline(readable=one, flawed=False, definitions=(), references=(), actions=())
                for at, one in readable.items()
            },
        )
    )
    texts = {name: text for _, known in results for name, text in known.items()}
    documents = tuple(one.knowing(texts.get(one.name)) for one in project.documents if isinstance(one, Unread))
    found = [one for diagnostics, _ in results for one in diagnostics]
    return replace(project, documents=documents), sorted(found, key=lambda one: one.sort_key)


def _gather(survey: Survey, selection: Selection, count: int) -> tuple[Readable, list[Result]]:
    gc.freeze()  # a collection would write to every object, and so copy what the processes share
    pipes = [_start(survey, selection, number, count) for number in range(count)]
    readable: Readable = {}
    for pipe in pipes:
        readable |= pipe.recv()
    _pass_on(pipes)
    return readable, [pipe.recv() for pipe in pipes]


def _start(survey: Survey, selection: Selection, number: int, count: int) -> Connection:
    import multiprocessing

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()
    context.Process(target=_work, args=(survey, selection, number, count, theirs), daemon=True).start()
    theirs.close()
    return ours


def _pass_on(pipes: list[Connection]) -> None:
    """Give every process the outlines that the others have told; this one does not look at them."""
    told = [pipe.recv_bytes() for pipe in pipes]  # from all before any is sent on: a process that tells does not listen
    for number, pipe in enumerate(pipes):
        for other, outlines in enumerate(told):
            if other != number:
                pipe.send_bytes(outlines)


def _work(survey: Survey, selection: Selection, number: int, count: int, pipe: Connection) -> None:
    """What each process does."""
    try:
        gc.disable()
        positions = range(number, len(survey.trail.files), count)
        own = {at: one for at in positions if (one := survey.read(survey.trail.files[at])) is not None}
        pipe.send({at: one.readable for at, one in own.items()})
        pipe.send_bytes(pickle.dumps({at: Outline.of(one) for at, one in own.items()}))
        others: Outlines = {}
        for _ in range(count - 1):
            others |= pickle.loads(pipe.recv_bytes())  # noqa: S301 - from a process of this very run
        pipe.send(_judge(survey, selection, own, others))
    except BaseException:  # noqa: BLE001 - the process that the user sees says what there is to say
        os._exit(1)


def _judge(survey: Survey, selection: Selection, own: dict[int, Document], others: Outlines) -> Result:
    """What the rules find in the files of one process, and the texts of those in which they find something."""
    documents = {**own, **{at: _stand_in(survey, at, outline) for at, outline in others.items()}}
    project = survey.project(documents[at] for at in sorted(documents))
    mine = {id(one) for one in own.values()}
    project = replace(project, reported=tuple(one for one in project.reported if id(one) in mine))
    found = diagnose(project, selection)
    with_findings = {one.path for one in found}
    return found, {one.name: one.text for one in own.values() if one.name in with_findings}


def _stand_ins(survey: Survey, outlines: Outlines) -> Iterator[Document]:
    return (_stand_in(survey, at, outlines[at]) for at in sorted(outlines))


def _stand_in(survey: Survey, at: int, outline: Outline) -> Document:
    path = survey.trail.files[at]
    return Unread(path, survey.names(path), outline, survey.read)
