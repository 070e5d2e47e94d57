"""Two states of a project compared: every change of an entry, and what it means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cxmap.analysis.diff.effects import judged_changes, raw_change, score_at
from cxmap.analysis.diff.entries import REFERENCES, Entry, entries, plain, same
from cxmap.analysis.diff.matching import match, moved
from cxmap.analysis.diff.order import ranking_change
from cxmap.analysis.diff.result import Diff, DiffEntry, Position, pointer_text
from cxmap.analysis.diff.severity import LOW10, evidence_severity, goalposts, severity
from cxmap.analysis.scores import scales, to_ten
from cxmap.analysis.stops import personas, stops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cxmap.analysis.diff.entries import Entries, What
    from cxmap.analysis.diff.matching import Matched
    from cxmap.analysis.diff.result import DiffKind
    from cxmap.analysis.difference import Change
    from cxmap.analysis.scores import Kind, Score
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

_INSIDE = frozenset({"scores", "handover", "by_persona", "scale", "facts", "expects"})
"""Mappings whose keys are compared one by one."""


def diff(before: Project, after: Project) -> Diff:
    """What changed from one state of a project to another, in the files that were asked about."""
    return _Comparison(before, after).result()


class _Comparison:
    def __init__(self, before: Project, after: Project) -> None:
        self.before, self.after = before, after
        self.old: Entries = entries(before)
        self.new: Entries = entries(after)
        self.names: dict[str, str] = {}
        self.effects: dict[tuple[str, str], tuple[Kind, Change]] = {}
        self.scores: dict[tuple[str, str], tuple[Score, Score, Range]] = {}

    def result(self) -> Diff:
        sections = {
            what: match([*self.old.sections[what].values()], [*group.values()])
            for what, group in self.new.sections.items()
        }
        journeys = [(old.name, new.name) for old, new in sections["journey"].pairs]
        stages = {new: match(self.old.stages[old], self.new.stages[new]) for old, new in journeys}
        touchpoints = {new: match(self.old.touchpoints[old], self.new.touchpoints[new]) for old, new in journeys}
        actions = [(old.name, new.name) for old, new in sections["action"].pairs]
        steps = {new: match(self.old.steps.get(old, []), self.new.steps.get(new, [])) for old, new in actions}
        self._name(sections, stages, touchpoints, journeys)
        found: list[DiffEntry] = []
        for old_name, name in journeys:
            found += self._group(name, stages[name], self.old.stages[old_name], {old_name: name})
            called = {old.name: new.name for old, new in stages[name].pairs}
            found += self._group(name, touchpoints[name], self.old.touchpoints[old_name], called)
        for what in ("journey", "persona", "segment", "stakeholder", "channel", "source", "metric", "action"):
            found += self._group("", sections[what], None, {})
        for matched in steps.values():
            found += self._group("", matched, None, {})
        found += self._configuration()
        effects = judged_changes(self.effects)
        changes = tuple(self._with_effect(each, effects.get((each.id, pointer_text(each.pointer)))) for each in found)
        return Diff(changes, ranking_change(self.before, self.after, self.names))

    def _name(
        self,
        sections: Mapping[What, Matched],
        stages: Mapping[str, Matched],
        touchpoints: Mapping[str, Matched],
        journeys: Sequence[tuple[str, str]],
    ) -> None:
        """What ids before are called now."""
        for matched in (*sections.values(), *stages.values(), *touchpoints.values()):
            self.names |= {old.name: new.name for old, new in matched.pairs if old.name != new.name}
        for old_journey, journey in journeys:
            for old, new in touchpoints[journey].pairs:
                if (old_journey, old.name) != (journey, new.name):
                    self.names[f"{old_journey}/{old.name}"] = f"{journey}/{new.name}"

    def _group(
        self, journey: str, matched: Matched, before: Sequence[Entry] | None, stages: Mapping[str, str]
    ) -> Iterator[DiffEntry]:
        """The changes of entries that were matched; where their order means something, those that moved too."""
        elsewhere = moved(matched.pairs, before, stages) if before is not None else set()
        for old, new in matched.pairs:
            if new.name in matched.renamed:
                yield DiffEntry(
                    "renamed", new.what, new.id, new, was=old.id, before=old.title, after=new.title,
                    probably=matched.renamed[new.name] == "probably", stale=self._stale(old),
                )  # fmt: skip
            if new.name in elsewhere:
                yield DiffEntry(
                    "moved", new.what, new.id, new, to=self._place(self.new, journey, new),
                    origin=self._place(self.old, old.id.partition("/")[0], old),
                )  # fmt: skip
            yield from self._fields(old, new)
        for new in matched.added:
            to = self._place(self.new, journey, new) if before is not None else None
            yield DiffEntry(
                "added",
                new.what,
                new.id,
                new,
                after=self._whole(self.new, new),
                to=to,
                took_over=new.name in matched.taken,
            )
        for old in matched.removed:
            gone = DiffEntry(
                "removed", old.what, old.id, old, before=self._whole(self.old, old), stale=self._stale(old)
            )
            yield replace(gone, severity="worse") if self._is_missed(old) else gone

    def _whole(self, state: Entries, entry: Entry) -> Any:
        inside: dict[str, Any] = {"id": entry.name} if entry.what in {"touchpoint", "stage", "journey"} else {}
        whole = inside | dict(plain(dict(entry.fields)) or {})
        if entry.what == "journey":
            by_stage: dict[str, list[Any]] = {}
            for touchpoint in state.touchpoints.get(entry.name, ()):
                by_stage.setdefault(touchpoint.parent, []).append(self._whole(state, touchpoint))
            whole["stages"] = [
                {**self._whole(state, stage), "touchpoints": by_stage.get(stage.name, [])}
                for stage in state.stages.get(entry.name, ())
            ]
        if entry.what == "action" and state.steps.get(entry.name):
            whole["steps"] = [plain(dict(step.fields)) for step in state.steps[entry.name]]
        return whole

    def _place(self, state: Entries, journey: str, entry: Entry) -> Position:
        group = state.touchpoints[journey] if entry.what == "touchpoint" else state.stages[journey]
        inside = [each.name for each in group if entry.what != "touchpoint" or each.parent == entry.parent]
        at = inside.index(entry.name)
        stage = entry.parent if entry.what == "touchpoint" else None
        return Position(stage, inside[at - 1] if at else None)

    def _fields(self, old: Entry, new: Entry) -> Iterator[DiffEntry]:
        given, after = plain(dict(old.fields)) or {}, plain(dict(new.fields)) or {}
        before = self._translated(given, "")
        for key in dict.fromkeys([*after, *before]):
            if new.what == "step" and key == "id":
                continue
            if key == "evidence":
                yield from self._evidence(old, new, before.get(key), after.get(key))
            else:
                yield from self._values(old, new, (key,), (before.get(key), given.get(key)), after.get(key))

    def _values(
        self, old: Entry, new: Entry, pointer: tuple[str, ...], said: tuple[Any, Any], after: Any
    ) -> Iterator[DiffEntry]:
        """The changes of a value; ``said`` is what it was: with renamed ids as they are called now, and as given."""
        before, given = said
        if same(before, after) or same(given, after):  # a reference that was left as it was is told with the rename
            return
        within = pointer[-1] in _INSIDE or pointer[-2:-1] in {("by_persona",), ("scale",)}
        if within and isinstance(before, dict) and isinstance(after, dict):
            raw = given if isinstance(given, dict) else {}
            for key in dict.fromkeys([*after, *before]):
                yield from self._values(old, new, (*pointer, key), (before.get(key), raw.get(key)), after.get(key))
            return
        if new.what == "touchpoint":
            self._note_effect(old, new, pointer)
        yield DiffEntry(
            "changed",
            "handover" if "handover" in pointer and new.what == "touchpoint" else new.what,
            new.id,
            new,
            was=old.id if old.id != new.id else None,
            pointer=pointer,
            before=before,
            after=after,
            severity=severity(new, pointer, before, after, None),
            goalpost=goalposts(old, new, pointer, before, after),
        )

    def _note_effect(self, old: Entry, new: Entry, pointer: tuple[str, ...]) -> None:
        states = (
            score_at(self.before, old.id.partition("/")[0], old.name, pointer),
            score_at(self.after, new.id.partition("/")[0], new.name, pointer),
        )
        if states[0] is not None and states[1] is not None:
            key, (was, now) = (new.id, pointer_text(pointer)), (states[0], states[1])
            self.effects[key] = now.kind, raw_change(was, now)
            scale = scales(now.project, now.journey).of(now.kind)
            self.scores[key] = was.waves[-1], now.waves[-1], scale

    def _with_effect(self, entry: DiffEntry, effect: Change | None) -> DiffEntry:
        if effect is not None and entry.kind == "changed":
            judged = severity(entry.entry, entry.pointer, entry.before, entry.after, effect)
            before, after, scale = self.scores[entry.id, pointer_text(entry.pointer)]
            entry = replace(entry, effect=effect, severity=judged, scores=(before, after), scale=scale)
        return replace(entry, severity="worse") if entry.goalpost else entry

    def _evidence(self, old: Entry, new: Entry, before: Any, after: Any) -> Iterator[DiffEntry]:
        """Evidence piece by piece: one of the same source and words is the same piece."""
        left = [each for each in before or [] if not any(same(each, other) for other in after or [])]
        fresh = [each for each in after or [] if not any(same(each, other) for other in before or [])]

        def words(piece: Any) -> Any:
            return [piece.get(key) for key in ("source", "quote", "note")] if isinstance(piece, dict) else piece

        for piece in list(left):
            other = next((each for each in fresh if words(each) == words(piece)), None)
            if other is not None:
                left.remove(piece)
                fresh.remove(other)
                yield self._piece("changed", old, new, piece, other)
        yield from (self._piece("removed", old, new, piece, None) for piece in left)
        yield from (self._piece("added", old, new, None, piece) for piece in fresh)

    def _piece(self, kind: DiffKind, old: Entry, new: Entry, before: Any, after: Any) -> DiffEntry:
        was = old.id if old.id != new.id else None
        return DiffEntry(
            kind, "evidence", new.id, new, was, ("evidence",), before, after, evidence_severity(before, after)
        )

    def _configuration(self) -> Iterator[DiffEntry]:
        """What the configurations differ in; an entry of its own, which stands in no file of journeys."""
        states = [_settings(project) for project in (self.before, self.after)]
        for key in dict.fromkeys([*states[1], *states[0]]):
            before, after = (plain(state.get(key)) for state in states)
            if not same(before, after):
                document = self.after.reported[0]
                entry = Entry("configuration", "cxmap.toml", "cxmap.toml", {}, document, ())
                moved_posts = goalposts(entry, entry, (key,), before, after)
                yield DiffEntry(
                    "changed", "configuration", "cxmap.toml", entry, pointer=(key,), before=before, after=after,
                    goalpost=moved_posts,
                )  # fmt: skip

    def _translated(self, value: Any, key: str) -> Any:
        """A value before with the ids that were renamed as they are called now."""
        if not self.names:
            return value
        if isinstance(value, dict):
            renames = key in REFERENCES
            return {
                (self._called(name) if renames else name): self._translated(item, name) for name, item in value.items()
            }
        if isinstance(value, list):
            return [self._translated(item, key) for item in value]
        return self._called(value) if isinstance(value, str) and key in REFERENCES else value

    def _called(self, name: str) -> str:
        plain_name, mark, rest = name.partition("#")
        return f"{self.names.get(plain_name, plain_name)}{mark}{rest}"

    def _stale(self, old: Entry) -> tuple[str, ...]:
        """Where the files after still use an id that is no longer there."""
        group = self.new.touchpoints.get(old.id.partition("/")[0], []) if old.what == "touchpoint" else ()
        known = {each.name for each in group} | set(self.new.sections.get(old.what, {}))
        if old.what not in {"touchpoint", *self.new.sections} or old.name in known:
            return ()
        names = {old.id, old.name} if old.what == "touchpoint" else {old.name}
        found = []
        for entry in _every(self.new):
            if (
                old.what == "touchpoint"
                and old.name in names
                and entry.id.partition("/")[0] != old.id.partition("/")[0]
            ):
                wanted = {old.id}
            else:
                wanted = names
            if _uses(entry.fields, "", wanted):
                found.append(entry.id)
        return tuple(dict.fromkeys(found))

    def _is_missed(self, old: Entry) -> bool:
        """Whether what was removed made the figures worse: a low score, an open action, a metric."""
        if old.what == "metric":
            return True
        if old.what == "action":
            return old.fields.get("status") not in {"done", "dropped"}
        if old.what != "touchpoint":
            return False
        journey = old.id.partition("/")[0]
        definition = self.before.definition("journeys", journey)
        if definition is None:
            return False
        low = any(
            stop.id == old.name
            and stop.experience is not None
            and stop.experience.value10 < _pass10(self.before, journey)
            for persona in personas(definition.document)
            for stop in stops(self.before, definition.document, persona)
        )
        actions = self.before.actions
        named = [
            name
            for target, names in self.before.actions_by_target.items()
            if (target.journey, target.touchpoint) == (journey, old.name)
            for name in names
        ]
        return low or any(name in actions and actions[name].status not in {"done", "dropped"} for name in named)


def _pass10(project: Project, journey: str) -> float:
    scale = scales(project, project.journeys[journey]).experience
    return LOW10 if scale.pass_ is None else to_ten(scale.pass_, scale)


def _every(state: Entries) -> Iterator[Entry]:
    for group in state.sections.values():
        yield from group.values()
    for each in (*state.stages.values(), *state.touchpoints.values(), *state.steps.values()):
        yield from each


def _uses(value: Any, key: Any, names: set[str]) -> bool:
    if isinstance(value, dict):
        return (key in REFERENCES and not names.isdisjoint(map(str, value))) or any(
            _uses(item, name, names) for name, item in value.items()
        )
    if isinstance(value, list):
        return any(_uses(item, key, names) for item in value)
    return isinstance(value, str) and key in REFERENCES and value.partition("#")[0] in names


def _settings(project: Project) -> dict[str, Any]:
    """The configuration as its files give it."""
    return dict(project.inputs.settings)
