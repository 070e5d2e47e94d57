"""Judging the files that were asked about, with the help of the cache and, where there are many, of other processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.io.cache import digest
from cxmap.project.document import Document
from cxmap.project.lazy import LazyDocument
from cxmap.project.load import load_rest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from cxmap.diagnostic import Diagnostic
    from cxmap.lint.selection import Selection
    from cxmap.lint.workers import Judged
    from cxmap.project.cache import Cache
    from cxmap.project.files import ProjectFiles
    from cxmap.project.project import Project

WORTH_WORKERS = 100
"""Fewer files than this are judged sooner by one process than others start."""
MOST_WORKERS = 8


class Request(NamedTuple):
    """Which rules to run: codes, names or prefixes, as for ``cxmap.lint.selection.select``.

    Attributes:
        only: Those to select; none: the configuration's, else all.
        without: Those to ignore.
    """

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()

    def selection(self, project_files: ProjectFiles | Project) -> Selection:
        """The rules themselves.

        Raises:
            UsageError: A word that names no rule, or a rule that cannot be ignored or re-graded.
        """
        from cxmap.lint.selection import select  # here, because it takes all rules

        config = project_files.config
        return select(config, only=self.only, without=self.without, file=project_files.inputs.config)

    def digest(self, project_files: ProjectFiles) -> str:
        """A digest of all that decides what is found in a file, besides the files and the day."""
        config = project_files.config
        return digest(repr((self, vars(config), sorted(config.model_fields_set))).encode(errors="surrogatepass"))


def judge_files(project_files: ProjectFiles, request: Request, cache: Cache | None) -> tuple[Project, list[Diagnostic]]:
    """Read what has to be read, judge what has to be judged, and keep what is new.

    Args:
        project_files: What there is to read.
        request: The rules.
        cache: What is known of the files; ``None``: nothing, and nothing is kept.

    Returns:
        The project, of which files that are known were not read, and what was found in the files asked about, in the
        order in which it is shown.

    Raises:
        UsageError: There is no journey file, or one of the words names no rule.
    """
    if cache is None:
        project, judged = _judge(project_files, request, None, {}, {})
        return project, _in_order(diagnostics for diagnostics, _ in judged.values())
    asked_for, files = request.digest(project_files), project_files.inputs.files
    known, read = cache.known, dict[str, Document]()
    found: dict[str, list[Diagnostic]] = {}
    if sum(path not in known for path in files) < WORTH_WORKERS:
        project = load_rest(project_files, known)
        found = cache.found(project, asked_for, lambda: request.selection(project_files))
        if len(found) == len(project.reported):
            cache.keep(project, {})
            return project, _in_order(found.values())
        read = {document.location: document for document in project.documents if not isinstance(document, LazyDocument)}
    left = {path for path in files if project_files.asks_about(path) and path not in found}
    known = {path: document for path, document in known.items() if path not in left}
    project, judged = _judge(project_files, request, asked_for, known, read)
    cache.keep(project, {path: kept for path, (_, kept) in judged.items() if kept is not None})
    return project, _in_order([*found.values(), *(diagnostics for diagnostics, _ in judged.values())])


def processes(project_files: ProjectFiles, known: Collection[str]) -> int:
    """How many processes to judge a project by, of which some files are known; 1: this one."""
    if len(project_files.inputs.files) - len(known) < WORTH_WORKERS or project_files.contents:
        return 1
    from cxmap.io.processes import processors  # here, because few projects are that large

    return min(processors(), MOST_WORKERS)


def _judge(
    project_files: ProjectFiles,
    request: Request,
    digest_of_request: str | None,
    known: Mapping[str, Document | None],
    read: Mapping[str, Document],
) -> tuple[Project, Judged]:
    """Judge the files asked about that are not known; some of these have been read."""
    from cxmap.lint.workers import judge_here, judge_in_processes

    selection = request.selection(project_files)
    count = processes(project_files, known)
    if count > 1:
        return judge_in_processes(project_files, selection, count, known, digest_of_request)
    project = load_rest(project_files, {**known, **read})
    return project, judge_here(project, selection, known, digest_of_request)


def _in_order(found: Iterable[Iterable[Diagnostic]]) -> list[Diagnostic]:
    return sorted((diagnostic for each in found for diagnostic in each), key=lambda diagnostic: diagnostic.sort_key)
