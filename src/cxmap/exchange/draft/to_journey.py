"""A draft as a journey file: names become ids, marks assumptions of the session that they come from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from cxmap.about import SCHEMA_URL
from cxmap.exchange.draft.journey import DURATIONS, LINES, LOSES, TEXTS, SourceDraft
from cxmap.exchange.draft.words import DEFAULT_PERSONA, channel_kind
from cxmap.model.constants import FORMAT_VERSION
from cxmap.model.ids import NewIds, as_id
from cxmap.text.suggestions import fold
from cxmap.text.wording import counted
from cxmap.yaml.editor.value import document, pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxmap.choices import Lang
    from cxmap.exchange.draft.journey import ExperienceDraft, JourneyDraft, Marks, StageDraft, TouchpointDraft

SOURCE_ID: Final = "notes"
SOURCE_TITLE: Final[Mapping[Lang, str]] = {"en": "Notes of the team", "nl": "Notities van het team"}
_GUESSED: Final = "  # TODO: digital, physical, human or post?"
# In the order in which a file usually has them, around `scores` and `evidence`.
_BEFORE: Final = ("doing", "thinking", "feeling", "emotional_drivers", "expectation", "wait", "takes", "wow")
_AFTER: Final = ("frontstage", "backstage", "systems", "positives", "negatives", "opportunities", "questions")


class Names:
    """Ids by name, of what a project has already and of what is new.

    Args:
        known: Names by id.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._ids = NewIds(known)
        self._by_folded: dict[str, str] = {}
        for name, title in known.items():
            self._by_folded.setdefault(fold(title), name)
            self._by_folded.setdefault(fold(name), name)
        self.new: dict[str, str] = {}

    def id(self, name: str, otherwise: str, *, wanted: str | None = None) -> str:
        """The id of a name: of who or what is known, or a new one.

        Args:
            name: A name or an id; case, blanks and hyphens make no difference.
            otherwise: What a name becomes that gives no id.
            wanted: The new id, where it is not to be made from the name.
        """
        if fold(name) not in self._by_folded:
            identifier = self._ids.make(wanted or as_id(name) or otherwise)
            self._by_folded[fold(name)] = identifier
            self.new[identifier] = name
        return self._by_folded[fold(name)]


@dataclass(slots=True)
class KnownNames:
    """What a project has already: names by id.

    Attributes:
        journeys: Ids of journeys.
        personas: Names of personas.
        stakeholders: Titles of stakeholders.
        channels: Titles of channels.
        sources: Titles of sources.
    """

    journeys: Iterable[str] = ()
    personas: Mapping[str, str] = field(default_factory=dict)
    stakeholders: Mapping[str, str] = field(default_factory=dict)
    channels: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewJourneyFile:
    """A journey made from a draft.

    Attributes:
        id: Of the journey.
        text: Its file.
        account: What is in it, as a sentence.
        remarks: What was not said and is filled in, as sentences.
    """

    id: str
    text: str
    account: str
    remarks: tuple[str, ...]


def to_journey(
    draft: JourneyDraft, known: KnownNames, *, name: str, lang: Lang = "en", identifier: str | None = None
) -> NewJourneyFile:
    """A draft as a journey file.

    Args:
        draft: The draft, with at least one touchpoint.
        known: What the project has already; it is used and not defined again.
        name: What to call the journey where it has no title.
        lang: The language of words that are filled in, where the draft has none.
        identifier: The journey's id; ``None``: made from its title.
    """
    return _File(draft, known, name, draft.lang or lang, identifier).made()


class _File:
    def __init__(self, draft: JourneyDraft, known: KnownNames, name: str, lang: Lang, identifier: str | None) -> None:
        self._draft, self._lang = draft, lang
        self._title = draft.title or name
        self._id = identifier or NewIds(known.journeys).make(as_id(self._title) or "journey")
        self._personas = Names(known.personas)
        self._stakeholders = Names(known.stakeholders)
        self._channels = Names(known.channels)
        self._sources = Names(known.sources)
        self._touchpoint_ids, self._stage_ids = NewIds(), NewIds()
        self._remarks: list[str] = []
        self._source_id: str | None = None
        self._source = draft.source or SourceDraft(SOURCE_TITLE[lang])

    def made(self) -> NewJourneyFile:
        journey = self._journey()
        data: dict[Any, Any] = {"cxmap": FORMAT_VERSION}
        sections = {
            "personas": {key: {"name": name} for key, name in self._personas.new.items()},
            "stakeholders": {
                key: {"title": name, "kind": "department"} for key, name in self._stakeholders.new.items()
            },
            "channels": {
                key: {"title": name, "kind": channel_kind(name) or "digital"}
                for key, name in self._channels.new.items()
            },
            "sources": self._new_source(),
        }
        data |= {section: inside for section, inside in sections.items() if inside}
        data["journey"] = journey
        text = document(data, f"# yaml-language-server: $schema={SCHEMA_URL}")
        guessed = [key for key, name in self._channels.new.items() if channel_kind(name) is None]
        for key in guessed:
            lines = "\n".join(("", *pair(key, sections["channels"][key], 2)))[1:]
            text = text.replace(f"\n  {lines}\n", f"\n  {lines}{_GUESSED}\n", 1)
        if guessed:
            self._remarks.append(f"kind of {', '.join(guessed)} not known: digital, marked TODO")
        return NewJourneyFile(self._id, text, self._account(), tuple(self._remarks))

    def _journey(self) -> dict[str, Any]:
        draft = self._draft
        names = draft.personas
        if not names:
            names = [DEFAULT_PERSONA[self._lang]]
            self._remarks.append(f"no persona is named: '{names[0]}' stands for all customers")
        personas = [self._personas.id(name, "persona") for name in names]
        stages = [self._stage(stage) for stage in draft.stages]
        texts = draft.texts
        given = {
            "description": _lines(draft.description),
            "personas": list(dict.fromkeys(personas)),
            "goal": texts.get("goal"),
            "starts_with": texts.get("starts_with"),
            "ends_with": texts.get("ends_with"),
            "route": texts.get("route"),
            "scale": dict(zip(("min", "max"), draft.scale, strict=True)) if draft.scale else None,
            "scores_source": self._source_id if any(map(_has_marks, draft.touchpoints)) else None,
            "owner": self._stakeholders.id(draft.owner, "owner") if draft.owner else None,
            "lang": draft.lang,
            "stages": stages,
        }
        return {"id": self._id, "title": self._title, **{key: value for key, value in given.items() if value}}

    def _stage(self, stage: StageDraft) -> dict[str, Any]:
        given = {
            "description": _lines(stage.description),
            "goal": stage.goal,
            "phase": stage.phase,
            "takes": stage.takes,
            "touchpoints": [self._touchpoint(touchpoint) for touchpoint in stage.touchpoints],
        }
        return {
            "id": self._stage_ids.make(as_id(stage.title) or "stage"),
            "title": stage.title,
            **{key: value for key, value in given.items() if value},
        }

    def _touchpoint(self, draft: TouchpointDraft) -> dict[str, Any]:
        passing = [*draft.personas, *(name for name in draft.by_persona if draft.personas)]
        channels = list(dict.fromkeys(self._channels.id(name, "channel") for name in draft.channels))
        owners = list(dict.fromkeys(self._stakeholders.id(name, "owner") for name in draft.owners))
        shared = self._experience(draft.shared)
        marks, handover = shared.pop("scores", None), shared.pop("handover", None)
        given = {
            "description": _lines(draft.shared.values.get("description", [])),
            "personas": list(dict.fromkeys(self._personas.id(name, "persona") for name in passing)),
            "channel": channels[0] if channels else None,
            "also_through": channels[1:],
            **{key: shared.get(key) for key in _BEFORE},
            "moment_of_truth": draft.moment_of_truth or None,
            "owner": owners[0] if owners else None,
            "supported_by": owners[1:],
            **{key: shared.get(key) for key in _AFTER},
            "handover": handover,
            "scores": marks,
            "evidence": [self._quote(text, who) for text, who in draft.quotes],
            "by_persona": {
                self._personas.id(name, "persona"): self._experience(own) for name, own in draft.by_persona.items()
            },
        }
        return {
            "id": self._touchpoint_ids.make(as_id(draft.title) or "touchpoint"),
            "title": draft.title,
            **{key: value for key, value in given.items() if value},
        }

    def _experience(self, draft: ExperienceDraft) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, texts in draft.values.items():
            if name in TEXTS:
                found[name] = texts
            elif name in DURATIONS:
                found[name] = texts[-1]
            elif name in LINES and name != "description":
                found[name] = _joined(texts)
        if lost := draft.values.get(LOSES):
            found["handover"] = {"loses": lost}
        if draft.marks:
            self._give_source()
            found["scores"] = _scores(draft.marks)
        return {key: found[key] for key in (*_BEFORE, *_AFTER, "handover", "scores") if key in found}

    def _quote(self, text: str, who: str | None) -> dict[str, Any]:
        quote = {"source": self._give_source(), "quote": text}
        return quote | {"persona": self._personas.id(who, "persona")} if who else quote

    def _give_source(self) -> str:
        """The id of the source, which exists once something comes from it."""
        if self._source_id is None:
            day = self._source.date
            self._source_id = self._sources.id(
                self._source.title, SOURCE_ID, wanted=f"{SOURCE_ID}-{day}" if day else SOURCE_ID
            )
        return self._source_id

    def _new_source(self) -> dict[str, Any]:
        if self._draft.source:
            self._give_source()
        source = self._source
        given = {"title": source.title, "kind": "workshop", "date": source.date, "n": source.n}
        return {key: {name: value for name, value in given.items() if value} for key in self._sources.new}

    def _account(self) -> str:
        """``2 stages, 5 touchpoints, 4 of 5 scored (as assumptions: source 'notes', kind workshop), …``."""
        touchpoints = self._draft.touchpoints
        scored = sum(any(each.marks.complete for each in _experiences(touchpoint)) for touchpoint in touchpoints)
        from_whom = f" (as assumptions: source '{self._source_id}', kind workshop)" if self._source_id else ""
        parts = [
            counted(len(self._draft.stages), "stage"),
            counted(len(touchpoints), "touchpoint"),
            f"{scored:,} of {len(touchpoints):,} scored{from_whom}",
        ]
        for key, noun in (("positives", "lift"), ("negatives", "lower")):
            if count := sum(len(own.values.get(key, ())) for each in touchpoints for own in _experiences(each)):
                parts.append(counted(count, noun))
        if count := sum(len(each.quotes) for each in touchpoints):
            parts.append(counted(count, "quote"))
        new = [
            f"{what} {', '.join(names.new)}"
            for what, names in (
                ("personas", self._personas), ("channels", self._channels), ("owners", self._stakeholders)
            )
            if names.new
        ]  # fmt: skip
        return ", ".join(parts) + (f"; new: {'; '.join(new)}" if new else "")


def _experiences(touchpoint: TouchpointDraft) -> list[ExperienceDraft]:
    return [touchpoint.shared, *touchpoint.by_persona.values()]


def _has_marks(touchpoint: TouchpointDraft) -> bool:
    return any(experience.marks for experience in _experiences(touchpoint))


def _scores(marks: Marks) -> dict[str, float]:
    given = {"importance": marks.importance, "experience": marks.experience, "desired": marks.desired}
    return {name: mark for name, mark in given.items() if mark is not None}


def _lines(texts: list[str]) -> str | None:
    """Paragraphs as a text of lines; ``None`` where there is none."""
    return "\n".join(texts) + ("\n" if len(texts) > 1 else "") if texts else None


def _joined(texts: list[str]) -> str:
    """Several short texts in a field that holds one."""
    return "; ".join(texts)
