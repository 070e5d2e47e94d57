"""A project as the judging of one file sees it: whatever is asked of the other files is recorded.

What was found in a file can be kept for later runs only with all that it depends on. So rules look at the rest of the
project through a view, which answers everything from the project and records what was asked. There are two grains:

- a *question* is a function of a project and some words, marked as such, whose answer is plain data and follows from
  the summaries of the files (``cxmap.project.summary``). The same words with the same answer in a later run: nothing
  has changed for the file that asked;
- what no question covers, such as the places in another file, is recorded as depending on all that the file holds.

So a rule that asks in a coarse way is judged again more often than it has to be, and never too seldom.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property, wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from cxmap.project.definitions import Definition
from cxmap.project.document import Document, value_at
from cxmap.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from cxmap.model.check import SchemaError
    from cxmap.model.file import File
    from cxmap.project.summary import ActionSummary, ActionTarget, FileSummary
    from cxmap.yaml.reader.source import SourceText
    from cxmap.yaml.values import Pointer

Question: TypeAlias = "tuple[str, ...]"
"""The name of a question, and the words that it was asked with."""

_QUESTIONS: dict[str, Callable[..., Any]] = {}


def question(work_out: Callable[..., Any]) -> Callable[..., Any]:
    """A question about a whole project: a function of the project and some words, answered once for each.

    Args:
        work_out: Gives the answer, from the summaries of the files and the configuration alone. It is plain data
            (texts, numbers, lists of them, ``None``), so that it can be compared with that of a later run.

    Returns:
        The function, which takes a project or a view of one.
    """
    name = f"{work_out.__module__.rpartition('.')[2]}.{work_out.__name__}"
    _QUESTIONS[name] = work_out

    @wraps(work_out)
    def asked(project: Project, *words: str) -> Any:
        question, whole = (name, *words), project.whole
        answers = whole.answers
        found = answers[question] if question in answers else answer(whole, question)
        if whole is not project:
            project.answers[question] = found
        return found

    return asked


def answer(project: Project, asked: Question) -> Any:
    """The answer to a question.

    Raises:
        KeyError: There is no such question, or it is about a file or a section that is not there.
    """
    answers = project.answers
    if asked not in answers:
        answers[asked] = _QUESTIONS[asked[0]](project, *asked[1:])
    return answers[asked]


class Dependencies(NamedTuple):
    """What the findings of a file depend on besides the file itself, the configuration and the version.

    Attributes:
        answers: The questions that were asked, with their answers.
        contents: The other files that were looked into, by their paths, with the digests of what they hold.
        first: The first day on which it is known that the same is found.
        last: The last such day.
    """

    answers: Mapping[Question, Any]
    contents: Mapping[str, str]
    first: dt.date
    last: dt.date


class ProjectView(Project):
    """A project of which one file is reported on, and all that rules ask of the others is recorded."""

    def __init__(self, project: Project, document: Document) -> None:
        # At once: there is one for each file that is judged, and a project is frozen.
        vars(self).update(
            root=project.root,
            cwd=project.cwd,
            config=project.config,
            reported=(document,),
            skipped=project.skipped,
            inputs=project.inputs,
            _project=project,
            _document=document,
            answers={},
            _contents={},
            _others={},
            _last=dt.date.max,
        )

    _project: Project
    _document: Document
    _contents: dict[str, str]
    _others: dict[str, Document]
    _last: dt.date

    @property
    def whole(self) -> Project:
        """The project itself. What is asked of it is not recorded: who takes it has asked for all that matters."""
        return self._project

    def look_into(self, document: Document) -> Document:
        """Another file of the project; that it was looked into is recorded."""
        self._contents[document.location] = document.digest
        return document

    def dependencies(self) -> Dependencies:
        """What has been recorded."""
        return Dependencies(self.answers, self._contents, self._project.today, self._last)

    def document_at(self, path: str) -> Document:
        """The file at a path; another one as it is seen from here."""
        if path == self._document.location:
            return self._document
        if path not in self._others:
            self._others[path] = OtherDocument(self, self._project.by_location[path])
        return self._others[path]

    def days_since(self, day: dt.date, after: int = 0) -> int | None:
        """How many days ago a day was, if that is more than some; what is so until a later day is kept until then."""
        today = self._project.today
        days = (today - day).days
        same_until = (
            today if days > after else dt.date.fromordinal(min(day.toordinal() + after, dt.date.max.toordinal()))
        )
        object.__setattr__(self, "_last", min(self._last, same_until))
        return days if days > after else None

    @property
    def today(self) -> dt.date:
        """The day that ages are judged on; whoever asks for it is judged again tomorrow."""
        object.__setattr__(self, "_last", self._project.today)
        return self._project.today

    @property
    def documents(self) -> tuple[Document, ...]:
        """All files of the project."""
        return tuple(map(self.document_at, paths(self)))

    @cached_property
    def definitions(self) -> Mapping[str, Mapping[str, list[Definition]]]:
        """Every definition, by section and id; what is looked up is recorded."""
        return {section: _Section(self, section) for section in self._project.definitions}

    def uses(self, section: str) -> Collection[str]:
        """The ids of a section that files refer to."""
        found: Collection[str] = uses(self, section)
        return found

    @cached_property
    def unreadable(self) -> tuple[Document, ...]:
        """Files that could not be read."""
        return tuple(map(self.document_at, unreadable(self)))

    @cached_property
    def by_name(self) -> Mapping[str, Document]:
        """The files by the name that they are shown by."""
        return {document.name: document for document in self.documents}

    @cached_property
    def by_location(self) -> Mapping[str, Document]:
        """The files by their paths."""
        return {document.location: document for document in self.documents}

    @cached_property
    def action_summaries(self) -> Mapping[str, ActionSummary]:
        """What the actions of all files are for, by id."""
        found: Mapping[str, ActionSummary] = actions(self)
        return found

    @cached_property
    def actions_by_target(self) -> Mapping[ActionTarget, tuple[str, ...]]:
        """Ids of the actions that name a touchpoint or the step into it."""
        _ = self.action_summaries
        return self._project.actions_by_target


class _Section(Mapping[str, list[Definition]]):
    """The definitions of a section by id; what is looked up in it is recorded."""

    def __init__(self, view: ProjectView, section: str) -> None:
        self._view, self._section = view, section

    def __contains__(self, name: object) -> bool:
        return bool(definers(self._view, self._section, name))

    def __getitem__(self, name: str) -> list[Definition]:
        found = definers(self._view, self._section, name)
        if not found:
            raise KeyError(name)
        return [Definition(self._section, name, self._view.document_at(path)) for path in found]

    def __iter__(self) -> Iterator[str]:
        return iter(ids(self._view, self._section))

    def __len__(self) -> int:
        return len(ids(self._view, self._section))


class OtherDocument(Document):
    """Another file of the project, as it is seen from the file that is judged: what is asked of it is recorded."""

    def __init__(self, view: ProjectView, document: Document) -> None:
        vars(self).update(
            path=document.path, name=document.name, relative=document.relative, _view=view, _document=document
        )

    _view: ProjectView
    _document: Document

    @property
    def location(self) -> str:
        """Its path as text."""
        return self._document.location

    @property
    def _whole(self) -> Document:
        return self._view.look_into(self._document)

    @property
    def source(self) -> SourceText:
        """Its text, data and places."""
        return self._whole.source

    @property
    def model(self) -> File:
        """The whole file; where there are errors, what is sound of it."""
        return self._whole.model

    @property
    def errors(self) -> tuple[SchemaError, ...]:
        """Where it breaks the format."""
        return self._whole.errors

    @property
    def marked(self) -> bool:
        """Whether it starts with a byte order mark."""
        return self._whole.marked

    @property
    def readable(self) -> bool:
        """Whether it could be read."""
        return self._whole.readable

    @property
    def digest(self) -> str:
        """What nothing else has that it could hold."""
        return self._whole.digest

    @property
    def summary(self) -> FileSummary:
        """What other files need to know of it."""
        return self._whole.summary

    @property
    def flawed(self) -> bool:
        """Whether it breaks the format somewhere."""
        return bool(flawed(self._view, self.location))

    @property
    def touchpoint_ids(self) -> list[str]:
        """Ids of its journey's touchpoints, sound or not."""
        found: list[str] = touchpoints(self._view, self.location)
        return found

    def part(self, section: str, name: str) -> Any:
        """What it defines under a name in a section."""
        known = part(self._view, self.location, section, name)
        return (self._whole if known is None else self._document).part(section, name)

    def at(self, pointer: Pointer) -> Any:
        """The data at a place, or ``None`` where there is nothing."""
        known = None
        if len(pointer) > 1 and all(isinstance(step, str) for step in pointer[:2]):
            known = part(self._view, self.location, *pointer[:2])
        return self._whole.at(pointer) if known is None else value_at(known[0], pointer[2:])

    def is_wrong(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something around it, breaks the format."""
        return self.flawed and self._whole.is_wrong(pointer)

    def is_wrong_within(self, pointer: Pointer) -> bool:
        """Whether the value at a place, or something in it, breaks the format."""
        return self.flawed and self._whole.is_wrong_within(pointer)


@question
def paths(project: Project) -> list[str]:
    """The paths of all files, in order."""
    return [document.location for document in project.documents]


@question
def unreadable(project: Project) -> list[str]:
    """The paths of the files that could not be read."""
    return [document.location for document in project.unreadable]


@question
def definers(project: Project, section: str, name: str) -> list[str]:
    """The paths of the files that define an id, in order."""
    return [definition.document.location for definition in project.definitions[section].get(name, ())]


@question
def ids(project: Project, section: str) -> list[str]:
    """The ids that a section has, in the order of the files."""
    return list(project.definitions[section])


@question
def uses(project: Project, section: str) -> list[str]:
    """The ids of a section that files refer to, in the order in which they are first named."""
    return list(project.uses(section))


@question
def is_used(project: Project, section: str, name: str) -> bool:
    """Whether a file refers to an id."""
    return name in project.uses(section)


@question
def actions(project: Project) -> dict[str, Any]:
    """What the actions of all files are for."""
    return dict(project.action_summaries)


@question
def is_measured_by(project: Project, metric: str) -> bool:
    """Whether an action names a metric."""
    return metric in project.measured_by


@question
def is_travelled_by(project: Project, persona: str) -> bool:
    """Whether a journey names a persona as one who makes it."""
    return persona in project.all_travellers


@question
def flawed(project: Project, path: str) -> bool:
    """Whether a file breaks the format somewhere."""
    return project.by_location[path].summary.flawed


@question
def touchpoints(project: Project, path: str) -> list[str]:
    """Ids of the touchpoints of a file's journey."""
    return project.by_location[path].touchpoint_ids


@question
def part(project: Project, path: str, section: str, name: str) -> list[Any] | None:
    """What a file defines under a name in a section, alone in a list; ``None`` where its summary does not tell."""
    parts = project.by_location[path].summary.parts
    return [parts[section].get(name)] if section in parts else None
