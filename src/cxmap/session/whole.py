"""All files of a project in memory, read in full, and what is found in them.

It knows no protocol and prints nothing. It is for one thread: whoever shares it gives that thread its work.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cxmap.analysis.dependence import beside
from cxmap.errors import NothingThereError, UsageError
from cxmap.lint.baseline import compare
from cxmap.lint.engine import judge
from cxmap.lint.refusal import concerns_the_project, refused, refuses
from cxmap.project.project import Project
from cxmap.project.view import answer
from cxmap.session.standing import Standing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from cxmap.diagnostic import Diagnostic
    from cxmap.lint.engine import Judgement
    from cxmap.project.document import Document
    from cxmap.project.files import ProjectFiles
    from cxmap.yaml.reader.errors import Problem


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file as it was read: its bytes or why there are none, and what it says if it is cxmap's."""

    content: bytes | Problem
    document: Document | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A project, and all that the selected rules find in it."""

    project: Project
    found: tuple[Diagnostic, ...]


class WholeProject:
    """One project in memory.

    Attributes:
        root: Its folder.
        version: Grows with each change, whoever made it.
        problem: Why there is no project: what is wrong with the configuration or the baseline.
    """

    def __init__(self, root: Path, today: Callable[[], dt.date]) -> None:
        """Nothing is read before ``refresh``; ``today`` gives the day that due dates and ages are judged on."""
        self.root = root
        self.version = 0
        self.problem: str | None = None
        self._today = today
        self._standing: Standing | None = None
        self._files: dict[str, HeldFile] = {}
        self._answers: dict[str, bytes | Problem] = {}  # of the files of answers beside journeys, by their paths
        self._judgements: dict[str, tuple[Document, Judgement]] = {}
        self._judged: Judged | None = None
        self._last_sound: dict[str, Judged] = {}

    # The project.

    def refresh(self) -> tuple[str, ...] | None:
        """Look at the disk; only files whose bytes differ are read again.

        Returns:
            The names of the files that changed, came or went; ``None``: nothing did.
        """
        before, problem = self._standing, self.problem
        try:
            self._standing, self.problem = self._look(), None
        except UsageError as error:
            self._standing, self.problem = None, str(error)
            self._judged = None
            if self.problem == problem:
                return None
            self.version += 1
            return ()
        if not _same_rules(before, self._standing):
            self._judgements.clear()
            changed = True
        else:
            changed = before is None or before.project_files.today != self._standing.project_files.today
        names = self._read(self._standing)
        if not names and not changed:
            return None
        self._take()
        return names

    def _look(self) -> Standing:
        return Standing.at(self.root, self._today(), below=True)

    def _read(self, standing: Standing) -> tuple[str, ...]:
        """Read what differs from what is held."""
        files, held = standing.project_files, self._files
        changed: list[str] = []
        self._files = {}
        for path in files.inputs.files:
            content = files.content(path)
            known = held.get(path)
            if known is None or known.content != content:
                known = HeldFile(content, files.document(path, content))
                changed.append(files.names(path)[1])
            self._files[path] = known
        changed += [files.names(path)[1] for path in held if path not in self._files]
        return (*changed, *self._read_answers(files))

    def _read_answers(self, files: ProjectFiles) -> list[str]:
        """Which files of answers changed: what is computed of a journey rests on the one beside it too."""
        held = self._answers
        places = [
            beside(path) for path, file in self._files.items() if file.document and file.document.has(("journey",))
        ]
        self._answers = {path: files.tree.read(path) for path in places if files.tree.is_file(path)}
        differing = {path for path in held.keys() | self._answers.keys() if held.get(path) != self._answers.get(path)}
        return [files.names(path)[1] for path in sorted(differing)]

    def _take(self, judged: Judged | None = None) -> None:
        """Go on with the files as they are held now."""
        self._judged = judged or self._judge(self._files)
        self.version += 1
        errors = refused(self._judged.project, self._judged.found)
        for document, journey in self._judged.project.journey_documents():
            if document not in errors:
                self._last_sound[journey.id] = self._judged

    def _judge(self, files: Mapping[str, HeldFile]) -> Judged:
        """A project of some files, and what is found in it: a file is judged again where it may matter."""
        assert self._standing is not None  # noqa: S101 - without it nothing is judged
        standing = self._standing
        project = _project(standing, {path: file.document for path, file in files.items() if file.document})
        found: list[Diagnostic] = []
        for document in project.documents:
            known = self._judgements.get(document.location)
            if known is None or known[0] is not document or not _still_holds(known[1], project):
                known = self._judgements[document.location] = (
                    document,
                    judge(project, document, standing.selection),
                )
            found += known[1].found
        return Judged(project, tuple(sorted(found, key=lambda each: each.sort_key)))

    @property
    def judged(self) -> Judged:
        """The project as it is, with whatever errors there are, and what is found in it.

        Raises:
            UsageError: There is something wrong with the configuration or the baseline.
        """
        if self._judged is None:
            raise UsageError(self.problem or "the project was not looked at yet")
        return self._judged

    @property
    def project(self) -> Project:
        """The project as it is; see ``judged``."""
        return self.judged.project

    def shown(self) -> Sequence[Diagnostic]:
        """What is found and not accepted by the baseline."""
        judged, accepted = self.judged, self._standing.accepted if self._standing else None
        return compare(judged.project, judged.found, accepted).shown if accepted else judged.found

    def document(self, name: str) -> Document | None:
        """A file by its name: relative to the root, with ``/``."""
        return next((document for document in self.project.documents if document.relative == name), None)

    def is_refused(self, document: Document) -> bool:
        """Whether errors keep what rests on a file's journey from being computed."""
        return document in refused(self.judged.project, self.judged.found)

    def sound(self) -> tuple[Project, bool]:
        """The project, asked about the journeys without errors; and whether it is sound as a whole."""
        return _sound(self.judged)

    def sound_with(self, journey: str) -> tuple[Project, Document, Diagnostic | None]:
        """The project in which a journey can be drawn: as it is, or as it was before there was an error.

        Returns:
            The project, asked about sound journeys; the journey's file; and the error that came since.

        Raises:
            LookupError: There is no such journey, or it had errors from the start.
        """
        errors = refused(self.judged.project, self.judged.found)
        for document, found in self.project.journey_documents():
            if found.id == journey and document not in errors:
                return _sound(self.judged)[0], document, None
        held = self._last_sound.get(journey)
        wrong = [error for each in errors.values() for error in each]
        if held is None or not wrong:
            raise LookupError(journey)
        project, _ = _sound(held)
        document = next(document for document, found in project.journey_documents() if found.id == journey)
        here = [error for error in wrong if error.path == document.name]
        return project, document, (here or wrong)[0]


def _same_rules(one: Standing | None, other: Standing) -> bool:
    return (
        one is not None
        and (one.project_files.config, one.selection.codes, one.selection.severities)
        == (
            other.project_files.config,
            other.selection.codes,
            other.selection.severities,
        )
        and one.accepted == other.accepted
    )


def _project(standing: Standing, documents: Mapping[str, Document]) -> Project:
    """The project that its files make; one without any is a project too, to begin with."""
    files = standing.project_files
    try:
        return files.project(documents)
    except NothingThereError:
        return Project(files.root, files.cwd, files.config, (), (), 0, files.config.today or files.today, files.inputs)


def _still_holds(judgement: Judgement, project: Project) -> bool:
    """Whether what was found in a file is what would be found in it now, as far as others decide it."""
    rests_on = judgement.dependencies
    if not rests_on.first <= project.today <= rests_on.last:
        return False
    try:
        return all(answer(project, asked) == known for asked, known in rests_on.answers.items()) and all(
            project.by_location[path].digest == known for path, known in rests_on.contents.items()
        )
    except KeyError:
        return False


def _sound(judged: Judged) -> tuple[Project, bool]:
    errors = [found for found in judged.found if refuses(found)]
    left_out = refused(judged.project, errors)
    project = judged.project
    reported = tuple(document for document in project.reported if document not in left_out)
    return replace(project, reported=reported), not concerns_the_project(project, errors)
