"""The cache of a project: what earlier runs have found out of its files.

One entry of the user's cache folder (``cxmap.io.cache``) for each root of a project. It has, of each file, the state
that the file was in, a digest of what it held, its summary, and what was found in it with all that this depends on
(``cxmap.project.view``). Each of these is a line of JSON, read when it is needed: a run over one file of a thousand
looks at the states of all and at the findings of one; after a change the lines of the others are written as they were.

A file is known where it is in the same state, or holds the same bytes. What was found in it counts where the request,
the configuration and the version are the same, the day is within those for which it holds, and all questions that were
asked have the same answers.
"""

from __future__ import annotations

import json
import os
import sys
import time
from functools import cached_property
from stat import S_ISREG
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap._version import __version__
from cxmap.diagnostic import Diagnostic, Edit, Fix, Related, Severity, Span
from cxmap.io import cache
from cxmap.io.cache import digest
from cxmap.project.lazy import LazyDocument
from cxmap.project.summary import FileSummary
from cxmap.project.view import answer
from cxmap.yaml.reader.disk import is_ours

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project
    from cxmap.project.view import Dependencies, Question

SETTLED = 2_000_000_000
"""Nanoseconds. A file that changed so shortly before may change again without a trace: clocks of disks are coarse."""
FEWEST = 10
"""In smaller projects a cache takes as long as reading the files."""
SHORT = 32
NOTHING = b"null"


class Record(NamedTuple):
    """What is known of a file.

    Attributes:
        state: Its size, dates and number on the disk; ``""``: it had just changed, so only its content tells.
        digest: Of what it held.
        summary: The line with its summary; ``null``: it is not cxmap's.
    """

    state: str
    digest: str
    summary: bytes


class Kept(NamedTuple):
    """What was found in a file, as lines of JSON.

    Attributes:
        head: What tells whether it still counts: the request, the files, the days and the contents of other files.
        answers: The questions that were asked, each with its answer.
        found: The findings.
    """

    head: bytes
    answers: bytes
    found: bytes


NOT_JUDGED = Kept(NOTHING, NOTHING, NOTHING)


class KnownDocument(LazyDocument):
    """A file that an earlier run has read. Its summary is decoded when it is asked for."""

    def __init__(self, path: str, record: Record, project_files: ProjectFiles) -> None:
        vars(self).update(_path=path, _line=record.summary, readable=True, digest=record.digest, _files=project_files)

    _line: bytes

    @cached_property
    def summary(self) -> FileSummary:
        """What other files need to know of it."""
        return FileSummary(*json.loads(self._line))._replace(digest=self.digest)


class Cache:
    """What is known of the files of a project.

    Attributes:
        known: The files that are as they were, by their paths; ``None``: that one is not cxmap's.
    """

    def __init__(self, project_files: ProjectFiles) -> None:
        """Recall what is known of some files, before any of them is read."""
        self._files = project_files
        self._now = time.time_ns()
        self._key = str(project_files.root)
        self._is_worth_it = len(project_files.inputs.files) >= FEWEST
        self._version = _version() if self._is_worth_it else ""
        self._records: dict[str, Record] = {}
        self._judged: dict[str, Kept] = {}
        try:
            records, judged = _decoded(cache.read(self._key) if self._is_worth_it else b"", self._version)
        except (ValueError, TypeError, IndexError):  # of another layout
            records, judged = {}, {}
        self._before = records, judged
        self._states = {path: self._state(path) for path in self._present()} if self._is_worth_it else {}
        for path, state in self._states.items():
            record = records.get(path)
            if record is not None and (state == record.state != "" or self._holds(path, record)):
                self._records[path] = record._replace(state=state)
                self._judged[path] = judged[path]
        self.known: Mapping[str, LazyDocument | None] = {
            path: None if record.summary == NOTHING else KnownDocument(path, record, project_files)
            for path, record in self._records.items()
            if record.summary != NOTHING or path not in project_files.named
        }

    def found(self, project: Project, request: str, get_ready: Callable[[], object]) -> dict[str, list[Diagnostic]]:
        """What was found in files that are known and asked about, where a new run would find the same.

        Args:
            project: The project, of which the other files have been read.
            request: A digest of the rules and of the configuration.
            get_ready: Is called before questions are answered again: it imports the rules whose questions they are.

        Returns:
            The findings by the paths of the files. Those that have to be judged again are missing.
        """
        asked_about = [document.location for document in project.reported if document.location in self._judged]
        heads = _decode_all(self._judged[path].head for path in asked_about)
        today, files = project.today.isoformat(), self._digest_of_files(project)
        if any(head is not None and head[1] != files for head in heads):
            get_ready()
        good = []
        for path, head in zip(asked_about, heads, strict=True):
            if head is None or path not in self.known:
                continue
            by, among, first, last, contents = head
            if by == request and first <= today <= last and _hold(project, contents):
                if among == files:
                    good.append(path)
                elif _same_answers(project, self._judged[path].answers):
                    seen = json.dumps([by, files, first, last, contents]).encode()
                    self._judged[path] = self._judged[path]._replace(head=seen)
                    good.append(path)
        found = _decode_all(self._judged[path].found for path in good)
        return {
            path: [_diagnostic(diagnostic, path, self._name) for diagnostic in diagnostics]
            for path, diagnostics in zip(good, found, strict=True)
        }

    def keep(self, project: Project, judged: Mapping[str, Kept]) -> None:
        """Keep what was found out, for later runs.

        Nothing is kept where something else was read than is on the disk, nor of a file that cannot be read: why may be
        gone tomorrow without a trace in the file.

        Args:
            project: The project.
            judged: What was found in files, by their paths.
        """
        if self._files.contents or not self._is_worth_it:
            return
        there = project.by_location
        for path, state in self._states.items():
            document, record = there.get(path), self._records.get(path)
            if document is None:
                content = self._files.content(path) if record is None else b""
                if record is None and isinstance(content, bytes) and not is_ours(content, path):
                    self._records[path] = Record("", digest(content), NOTHING)
            elif record is None or record.summary == NOTHING or record.digest != document.digest:
                self._records.pop(path, None)
                self._judged.pop(path, None)
                if document.digest and self._would_be_found(path, document):
                    self._records[path] = Record(state, document.digest, _line(document))
        files = b'"%s"' % self._digest_of_files(project).encode()
        for path, lines in judged.items():
            if path in self._records and lines is not NOT_JUDGED:
                self._judged[path] = lines._replace(head=lines.head.replace(FILES, files, 1))
        if (self._records, self._judged) != self._before:
            cache.write(self._key, _encoded(self._version, self._records, self._judged))

    def _present(self) -> Iterable[str]:
        return (path for path in self._files.inputs.files if path not in self._files.contents)

    def _state(self, path: str) -> str:
        """The state of a regular file that has not just changed; a link may lead elsewhere tomorrow."""
        try:
            found = os.lstat(path)
        except (OSError, ValueError):
            return ""
        if not S_ISREG(found.st_mode) or max(found.st_mtime_ns, found.st_ctime_ns) + SETTLED >= self._now:
            return ""
        return f"{found.st_size} {found.st_ino} {found.st_mtime_ns} {found.st_ctime_ns}"

    def _holds(self, path: str, record: Record) -> bool:
        """Whether a file holds what it held."""
        content = self._files.content(path)
        return isinstance(content, bytes) and digest(content) == record.digest

    def _would_be_found(self, path: str, document: Document) -> bool:
        """Whether a file is cxmap's also where nobody names it."""
        return path not in self._files.named or is_ours(document.encoded(document.text), path)

    def _name(self, path: str) -> str:
        return self._files.names(path)[0]

    def _digest_of_files(self, project: Project) -> str:
        """A digest of all that questions can be about: which files there are, in order, and their summaries."""
        if "digest_of_files" not in vars(project):
            lines = (
                part
                for document in project.documents
                for part in (os.fsencode(document.location), self._summary(document))
            )
            vars(project)["digest_of_files"] = digest(b"\n".join(lines))
        found: str = vars(project)["digest_of_files"]
        return found

    def _summary(self, document: Document) -> bytes:
        record = self._records.get(document.location)
        known = record is not None and record.digest == document.digest and record.summary != NOTHING
        return record.summary if record is not None and known else _line(document)


FILES = b'"?"'
"""Stands in a head for the digest of all files, until that is known."""


def kept(
    project: Project, document: Document, request: str, found: Sequence[Diagnostic], dependencies: Dependencies
) -> Kept:
    """What was found in a file, to be kept.

    Returns:
        The lines; ``NOT_JUDGED`` where it depends on a file of which nobody can tell whether it is the same tomorrow.
    """
    if "" in dependencies.contents.values():
        return NOT_JUDGED
    days = dependencies.first.isoformat(), dependencies.last.isoformat()
    return Kept(
        json.dumps([request, "?", *days, dependencies.contents]).encode(),
        json.dumps([[*asked, _answer(project, asked)] for asked in dependencies.answers]).encode(),
        json.dumps([_fields(diagnostic, document.name, project) for diagnostic in found]).encode(),
    )


def _line(document: Document) -> bytes:
    if "line" not in vars(document):
        vars(document)["line"] = json.dumps(document.summary[:-1]).encode()
    line: bytes = vars(document)["line"]
    return line


def _version() -> str:
    """What other versions of cxmap, and of what it reads files with, do not have."""
    files = size = times = 0
    waiting = [os.path.dirname(os.path.dirname(__file__))]  # noqa: PTH120 - text is faster here
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    files, size, times = files + 1, size + found.st_size, times + found.st_mtime_ns
                elif entry.name not in {"__pycache__", "scaffold"} and entry.is_dir():
                    waiting.append(entry.path)
    states = [f"{__version__} {sys.version} {files} {size} {times}"]
    for place in sys.path:  # where libraries are: their names have their versions
        if place.endswith("-packages"):
            try:
                states.append(f"{place} {os.stat(place).st_mtime_ns}")  # noqa: PTH116 - text is faster here
            except OSError:
                continue
    return digest("\n".join(states).encode(errors="surrogateescape"))


def _decoded(data: bytes, version: str) -> tuple[dict[str, Record], dict[str, Kept]]:
    lines = data.split(b"\n")
    if lines[0] != version.encode():
        return {}, {}
    paths, states, digests = (json.loads(line) for line in lines[1:4])
    records, judged = {}, {}
    for number, path in enumerate(paths):
        summary, *others = lines[4 + 4 * number : 8 + 4 * number]
        records[path] = Record(states[number], digests[number], summary)
        judged[path] = Kept(*others)
    return records, judged


def _encoded(version: str, records: Mapping[str, Record], judged: Mapping[str, Kept]) -> bytes:
    columns = list(records), [each.state for each in records.values()], [each.digest for each in records.values()]
    lines = [version.encode(), *(json.dumps(column).encode() for column in columns)]
    for path, record in records.items():
        lines.append(record.summary)
        lines += judged.get(path, NOT_JUDGED)
    return b"\n".join(lines)


def _decode_all(lines: Iterable[bytes]) -> list[Any]:
    found: list[Any] = json.loads(b"[%s]" % b",".join(lines))
    return found


def _hold(project: Project, contents: Mapping[str, str]) -> bool:
    """Whether some files of a project hold what they held."""
    if not contents:
        return True
    there = project.by_location
    return all(path in there and there[path].digest == known for path, known in contents.items())


def _same_answers(project: Project, line: bytes) -> bool:
    try:
        return all(_answer(project, tuple(asked)) == known for *asked, known in json.loads(line))
    except KeyError:  # about a file or a rule that is removed
        return False


def _answer(project: Project, asked: Question) -> str:
    """An answer in short: its JSON, or of long JSON a digest."""
    short: dict[Question, str] = vars(project).setdefault("short_answers", {})
    if asked not in short:
        found = answer(project, asked)
        text = "yes" if found is True else "no" if found is False else json.dumps(found)
        short[asked] = text if len(text) <= SHORT else digest(text.encode())
    return short[asked]


def _fields(one: Diagnostic, name: str, project: Project) -> list[Any]:
    """A diagnostic as plain data. Files stand in it by their paths, because how they are shown depends on the run."""
    related = [
        (what, None if path == name else project.by_name[path].location, span) for what, path, span in one.related
    ]
    where = one.span, one.pointer, one.anchor
    return [one.code, one.name, one.severity.value, one.message, *where, one.suggestion, one.help, one.fix, related]


def _diagnostic(fields: Sequence[Any], path: str, name: Callable[[str], str]) -> Diagnostic:
    code, rule, severity, message, span, pointer, anchor, suggestion, help_, fix, related = fields
    return Diagnostic(
        code,
        rule,
        Severity(severity),
        message,
        name(path),
        Span(*span),
        pointer,
        anchor,
        suggestion,
        help_,
        Fix(fix[0], tuple(Edit(Span(*where), text) for where, text in fix[1])) if fix else None,
        tuple(Related(what, name(other or path), Span(*where)) for what, other, where in related),
    )
