"""A project: all files under one root, merged by id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cxmap.project.definitions import SoundDefinitions, collect_actions, collect_definitions
from cxmap.project.summary import JOURNEYS, ActionTarget, action_target, lines

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from cxmap.model.action import Action
    from cxmap.model.journey import Journey
    from cxmap.model.metric import Metric
    from cxmap.model.persona import Persona, Segment
    from cxmap.model.source import Source
    from cxmap.model.stakeholder import Channel, Stakeholder
    from cxmap.project.config_model import Config
    from cxmap.project.definitions import Definition
    from cxmap.project.document import Document
    from cxmap.project.inputs import ProjectInputs
    from cxmap.project.summary import ActionSummary


__all__ = ["ActionTarget", "Project"]


@dataclass(frozen=True, eq=False)
class Project:
    """All files under one root.

    Attributes:
        root: The folder of the configuration, or the common folder of the paths that were given.
        cwd: The current directory, which shown paths are relative to.
        config: The project's configuration.
        documents: All files of the project, in order of their paths.
        reported: Those of them that were asked about; definitions come from all.
        skipped: How many YAML files among those asked about are not cxmap's.
        today: The day that due dates and ages are judged on.
        inputs: What was looked at to make it.
    """

    root: Path
    cwd: Path
    config: Config
    documents: tuple[Document, ...]
    reported: tuple[Document, ...]
    skipped: int
    today: dt.date
    inputs: ProjectInputs

    @cached_property
    def judged(self) -> Collection[Document]:
        """The files asked about that are of this version of the format, in order: what rules speak of."""
        return dict.fromkeys(document for document in self.reported if document.understood)

    @cached_property
    def definitions(self) -> Mapping[str, Mapping[str, list[Definition]]]:
        """Every definition, by section and id."""
        return collect_definitions(self.documents)

    def defined_here(self, section: str) -> Iterator[Definition]:
        """The definitions of a section in the files that rules speak of; of two with one id the first."""
        for document in self.judged:
            for name in document.summary.definitions.get(section, ()):
                first = self.definitions[section][name][0]
                if first.document is document:
                    yield first

    def uses(self, section: str) -> Collection[str]:
        """The ids of a section that files refer to, defined or not, in the order in which they are first named.

        What a definition says of itself is no use of it.
        """
        if section not in self._uses:
            used = (document.summary.uses.get(section, "") for document in self.documents)
            self._uses[section] = dict.fromkeys(name for text in used for name in lines(text))
        return self._uses[section]

    @cached_property
    def _uses(self) -> dict[str, dict[str, None]]:
        return {}

    @cached_property
    def all_travellers(self) -> Collection[str]:
        """The personas who make a journey, defined or not."""
        return {name for document in self.documents for name in lines(document.summary.travellers)}

    @cached_property
    def measured_by(self) -> Collection[str]:
        """The metrics that actions name, defined or not."""
        return {name for metrics, _ in self.action_summaries.values() for name in metrics}

    def days_since(self, day: dt.date, after: int = 0) -> int | None:
        """How many days ago a day was; ``None`` where that is not more than some days."""
        days = (self.today - day).days
        return days if days > after else None

    @cached_property
    def answers(self) -> dict[tuple[str, ...], Any]:
        """The answers to what has been asked about it (``cxmap.project.view``)."""
        return {}

    @property
    def whole(self) -> Project:
        """The project itself, also where it is seen from one of its files (``cxmap.project.view``)."""
        return self

    @cached_property
    def by_location(self) -> Mapping[str, Document]:
        """The files by their paths."""
        return {document.location: document for document in self.documents}

    @cached_property
    def by_name(self) -> Mapping[str, Document]:
        """The files by the name that they are shown by."""
        return {document.name: document for document in self.documents}

    @cached_property
    def unreadable(self) -> tuple[Document, ...]:
        """Files that could not be read, so that nobody knows what they would have defined."""
        return tuple(document for document in self.documents if not document.readable)

    def section(self, section: str) -> Mapping[str, Any]:
        """The sound definitions of a section, by id; of two with one id the first."""
        return SoundDefinitions(self.definitions[section])

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        """The segments of all files, by id."""
        return self.section("segments")

    @cached_property
    def personas(self) -> Mapping[str, Persona]:
        """The personas of all files, by id."""
        return self.section("personas")

    @cached_property
    def stakeholders(self) -> Mapping[str, Stakeholder]:
        """The stakeholders of all files, by id."""
        return self.section("stakeholders")

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """The channels of all files, by id."""
        return self.section("channels")

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources of all files, by id."""
        return self.section("sources")

    @cached_property
    def metrics(self) -> Mapping[str, Metric]:
        """The metrics of all files, by id."""
        return self.section("metrics")

    @cached_property
    def actions(self) -> Mapping[str, Action]:
        """The actions of all files, by id."""
        return self.section("actions")

    @cached_property
    def journeys(self) -> Mapping[str, Journey]:
        """The journeys of all files, by id."""
        return self.section(JOURNEYS)

    def journey_documents(self, *, reported: bool = True) -> Iterator[tuple[Document, Journey]]:
        """The files that describe a journey, with the journey; those asked about, or all."""
        for document in self.reported if reported else self.documents:
            if document.journey is not None:
                yield document, document.journey

    def definition(self, section: str, name: str) -> Definition | None:
        """The first definition of an id, or ``None``."""
        found = self.definitions[section].get(name)
        return found[0] if found else None

    def target(self, text: str, document: Document) -> ActionTarget | None:
        """What the text of an action's ``touchpoints`` stands for: see ``cxmap.project.summary``."""
        return action_target(text, document)

    @cached_property
    def action_summaries(self) -> Mapping[str, ActionSummary]:
        """What the actions of all files are for, by id; of two with one id the first."""
        return collect_actions(self.documents)

    @cached_property
    def actions_by_target(self) -> Mapping[ActionTarget, tuple[str, ...]]:
        """Ids of the actions, dropped ones aside, that name a touchpoint or the step into it."""
        found: dict[ActionTarget, dict[str, None]] = {}
        for name, (_, targets) in self.action_summaries.items():
            for target in targets:
                found.setdefault(ActionTarget(*target), {})[name] = None
        return {target: tuple(names) for target, names in found.items()}
