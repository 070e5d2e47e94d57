"""A journey as a draft, for an outline: what the grammar holds of it, and what it does not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from cxmap.analysis.scores import scales
from cxmap.exchange.draft.journey import (
    FIELDS,
    LOSES,
    SHARED,
    TEXTS,
    ExperienceDraft,
    JourneyDraft,
    Marks,
    SourceDraft,
    StageDraft,
    TouchpointDraft,
)
from cxmap.exchange.draft.to_journey import SOURCE_TITLE
from cxmap.exchange.sheet.touchpoints import SCORES, figure, is_measured
from cxmap.text.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.model.journey import Experience, Journey, Stage, Touchpoint
    from cxmap.project.document import Document
    from cxmap.project.project import Project

_DEFAULT_SCALE: Final = (1, 10)
_JOURNEY: Final = frozenset(
    {
        *("id", "title", "description", "personas", "goal", "starts_with", "ends_with", "route", "owner", "scale"),
        *("scores_source", "lang", "stages"),
    }
)
_STAGE: Final = frozenset({"id", "title", "description", "goal", "phase", "takes", "touchpoints"})
_EXPERIENCE: Final = frozenset({*FIELDS, "scores", "handover"}) - {LOSES}
_TOUCHPOINT: Final = _EXPERIENCE | {
    *("id", "title", "personas", "channel", "also_through", "owner", "supported_by", "moment_of_truth", "evidence"),
    "by_persona",
}
_PARTS: Final = {
    "handover": frozenset({"loses"}),
    "evidence": frozenset({"source", "quote", "persona"}),
    "scores": frozenset({*SCORES, "source"}),
}


class OutlineDraft:
    """A journey as a draft.

    Attributes:
        draft: The draft.
        left: What an outline cannot hold, as sentences.
    """

    def __init__(self, project: Project, document: Document, journey: Journey) -> None:
        self._project, self._document, self._journey = project, document, journey
        self._left: Counter[str] = Counter()
        self._measured = 0
        self._data: Any = document.at(("journey",))
        self._leave("journey", self._data, _JOURNEY)
        self.draft = JourneyDraft(
            title=journey.title,
            personas=[self._named("personas", name, "name") for name in journey.personas],
            texts={
                key: text for key in ("goal", "starts_with", "ends_with", "route") if (text := getattr(journey, key))
            },
            description=_lines(journey.description),
            owner=self._named("stakeholders", journey.owner) if journey.owner else None,
            scale=self._scale(),
            source=self._source(),
            lang=journey.lang or project.config.lang,
            stages=[self._stage(stage, data) for stage, data in zip(journey.stages, self._data["stages"], strict=True)],
        )

    @property
    def left(self) -> list[str]:
        """What an outline cannot hold, as sentences."""
        sentences = [f"not in an outline: {what} ({counted(count, 'time')})" for what, count in self._left.items()]
        if self._measured:
            sentences.append(f"{counted(self._measured, 'survey result')} became plain marks, without n and spread")
        return sentences

    def _leave(self, where: str, data: Any, kept: frozenset[str]) -> None:
        """Note the keys of a mapping that are not kept."""
        for key, value in data.items():
            if key not in kept:
                self._left[f"{where}.{key}"] += 1
            elif key in _PARTS and value is not None:
                for inside in value if isinstance(value, list) else [value]:
                    self._leave(f"{where}.{key}", inside, _PARTS[key])

    def _named(self, section: str, name: str, field: str = "title") -> str:
        found = self._project.definitions[section].get(name)
        return str(getattr(found[0].model, field, name)) if found else name

    def _scale(self) -> tuple[float, float] | None:
        both = scales(self._project, self._journey)
        low_high = (both.experience.min, both.experience.max)
        if (both.importance.min, both.importance.max) != low_high:
            self._left["journey.scale.importance"] += 1
        if both.experience.pass_ is not None:
            self._left["journey.scale.pass"] += 1
        return low_high if self._journey.scale is not None or low_high != _DEFAULT_SCALE else None

    def _source(self) -> SourceDraft | None:
        source = self._project.sources.get(self._journey.scores_source or "")
        if source is None:
            return None
        title, day = source.title, source.date.isoformat() if source.date else None
        if source.kind != "workshop":
            self._left["the kind of the source of the marks"] += 1
        plain_notes = title in SOURCE_TITLE.values() and not day and not source.n
        return None if plain_notes else SourceDraft(title, day, source.n)

    def _stage(self, stage: Stage, data: Mapping[str, Any]) -> StageDraft:
        self._leave("stage", data, _STAGE)
        return StageDraft(
            stage.title,
            stage.phase,
            stage.takes,
            stage.goal,
            _lines(stage.description),
            [
                self._touchpoint(touchpoint, inside)
                for touchpoint, inside in zip(stage.touchpoints, data["touchpoints"], strict=True)
            ],
        )

    def _touchpoint(self, touchpoint: Touchpoint, data: Mapping[str, Any]) -> TouchpointDraft:
        self._leave("touchpoint", data, _TOUCHPOINT)
        for inside in (data.get("by_persona") or {}).values():
            self._leave("touchpoint.by_persona", inside or {}, _EXPERIENCE)
        channels = [touchpoint.channel, *touchpoint.also_through] if touchpoint.channel else []
        owners = [touchpoint.owner, *touchpoint.supported_by] if touchpoint.owner else []
        if touchpoint.also_through and not channels:
            self._left["touchpoint.also_through"] += 1
        if touchpoint.supported_by and not owners:
            self._left["touchpoint.supported_by"] += 1
        shared = self._experience(touchpoint)
        for name in SHARED - {"description"}:
            texts = getattr(touchpoint, name)
            if texts:
                shared.values[name] = [texts] if isinstance(texts, str) else list(texts)
        if touchpoint.description:
            shared.values["description"] = _lines(touchpoint.description)
        return TouchpointDraft(
            touchpoint.title,
            [self._named("channels", name) for name in channels],
            [self._named("stakeholders", name) for name in owners],
            [self._named("personas", name, "name") for name in touchpoint.personas or ()],
            bool(touchpoint.moment_of_truth),
            shared,
            {
                self._named("personas", name, "name"): self._experience(own)
                for name, own in touchpoint.by_persona.items()
                if own is not None
            },
            [
                (said.quote, self._named("personas", said.persona, "name") if said.persona else None)
                for said in touchpoint.evidence
                if said.quote and self._quoted(said.source)
            ],
        )

    def _quoted(self, source: str) -> bool:
        """Note that the source of a quote is lost where it is not that of the marks."""
        if source != self._journey.scores_source:
            self._left["the source of a quote"] += 1
        return True

    def _experience(self, given: Experience) -> ExperienceDraft:
        draft = ExperienceDraft()
        for name in FIELDS:
            texts = getattr(given, name, None)
            if texts and name not in SHARED:
                draft.values[name] = list(texts) if name in TEXTS else [texts]
        if given.handover and given.handover.loses:
            draft.values[LOSES] = list(given.handover.loses)
        if given.scores:
            draft.marks = Marks(*(figure(self._project, self._journey, given.scores, name) for name in SCORES))
            self._measured += sum(is_measured(given.scores, name) for name in SCORES)
        return draft


def _lines(text: str | None) -> list[str]:
    """The lines of a text that are not blank."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]
