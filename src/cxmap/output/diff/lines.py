"""Each change as one line of words, grouped and ordered: what matters to the reader first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.analysis.diff.matching import near_pairs
from cxmap.analysis.diff.severity import days_between, history_altered
from cxmap.i18n.language import decimals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cxmap.analysis.diff.result import Diff, DiffEntry, RankingChange, RankMove
    from cxmap.analysis.scores import Score
    from cxmap.diagnostic import Diagnostic
    from cxmap.i18n.diff import DiffWords
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

_KINDS = ("removed", "added", "moved", "renamed", "changed")
_SEVERITIES = ("worse", "better", "neutral")
_JOURNEY = frozenset({"journey", "stage", "touchpoint", "handover", "evidence"})
_ROADMAP = frozenset({"action", "step", "metric"})
_MARKS = {"added": "+", "removed": "−"}
LONGEST = 80
"""Characters of a value of the files that are shown."""


class Line(NamedTuple):
    """One change in words.

    Attributes:
        entry: The change.
        group: Id of the journey, or the name of another group.
        stage: Title of the stage; ``""`` outside of stages.
        name: The id, without that of the journey.
        mark: ``+``, ``−`` or nothing.
        text: What happened.
        verdict: ``better`` or ``worse`` in the language; ``""`` for neither.
        more: What follows from it: another rank.
    """

    entry: DiffEntry
    group: str
    stage: str
    name: str
    mark: str
    text: str
    verdict: str
    more: tuple[str, ...] = ()


class Findings(NamedTuple):
    """What ``validate`` says of both states.

    Attributes:
        new: What is found after and was not before.
        gone: What was found before and is no longer.
    """

    new: tuple[Diagnostic, ...]
    gone: tuple[Diagnostic, ...]


def lines(before: Project, after: Project, found: Diff, words: DiffWords) -> list[Line]:
    """Every change in words: journeys first, then the road map, the library and the configuration.

    In each: goalposts, worse, better, then what was removed, added, moved, renamed and said in other words.
    """
    ranks: dict[str, list[RankMove]] = {}
    for move in found.ranking.moves if found.ranking else ():
        ranks.setdefault(move.id, []).append(move)
    titles = _stage_titles(after) | _stage_titles(before) | _stage_titles(after)
    made = []
    for entry in found.changes:
        journey, _, name = entry.id.partition("/")
        group = _group(entry)
        place = entry.entry.parent if entry.entry.what == "touchpoint" else ""
        made.append(
            Line(
                entry,
                journey if group == "" else words.groups[group],
                titles.get((journey, place), place),
                name or journey if group == "" else entry.id,
                _MARKS.get(entry.kind, "") if entry.what != "evidence" else "",
                describe(entry, words, titles),
                _verdict(entry, words),
            )
        )
    made.sort(key=_order)
    return list(_with_ranks(made, ranks, found, words))


def _group(entry: DiffEntry) -> str:
    if entry.entry.what in _JOURNEY:
        return ""
    return (
        "roadmap" if entry.entry.what in _ROADMAP else "configuration" if entry.what == "configuration" else "library"
    )


def _order(line: Line) -> tuple[int, str, int, int, int]:
    group = _group(line.entry)
    rank = ("", "roadmap", "library", "configuration").index(group)
    severity = _SEVERITIES.index(line.entry.severity)
    return rank, line.group, not line.entry.goalpost, severity, _KINDS.index(line.entry.kind)


def _with_ranks(made: list[Line], ranks: Mapping[str, list[RankMove]], found: Diff, words: DiffWords) -> Iterator[Line]:
    """The ranks that changed stand below the first line of a touchpoint."""
    told: set[str] = set()
    for line in made:
        moves = ranks.get(line.entry.id, []) if line.entry.id not in told and line.entry.kind != "removed" else []
        told.add(line.entry.id)
        by = found.ranking.by if found.ranking else ""
        several = len(moves) > 1
        yield line._replace(more=tuple(_rank(move, by, words, named=several) for move in moves))


def _rank(move: RankMove, by: str, words: DiffWords, *, named: bool) -> str:
    def pair(before: str, after: str) -> str:
        return after if before == after else words.from_to.format(before, after)

    keys = pair(words.fixed(move.key_before, 2), words.fixed(move.key_after, 2))
    said = words.rank.format(by, keys, pair(_rank_text(move.before), _rank_text(move.after)))
    return words.for_persona.format(said, move.persona) if named else said


def _rank_text(rank: int | None) -> str:
    return "–" if rank is None else str(rank)


def _verdict(entry: DiffEntry, words: DiffWords) -> str:
    if entry.effect is not None and entry.effect.verdict in words.verdicts and entry.effect.clear:
        return words.verdicts[entry.effect.verdict]
    return words.easier if entry.goalpost else words.severity[entry.severity]


def describe(entry: DiffEntry, words: DiffWords, titles: Mapping[tuple[str, str], str]) -> str:
    """What happened to one entry, without its name."""
    match entry.kind:
        case "renamed":
            called = (words.probably if entry.probably else words.renamed).format(_last(entry.was or ""))
            return called + (words.stale.format(words.listed(list(entry.stale), 5)) if entry.stale else "")
        case "moved":
            return _moved(entry, words, titles)
        case _ if entry.what == "evidence":
            piece = entry.after if entry.after is not None else entry.before
            return words.evidence[entry.kind].format(_evidence(entry, piece, words))
        case "added":
            notes = [words.quoted.format(short(entry.entry.title))]
            if entry.what == "touchpoint" and not (entry.after or {}).get("scores"):
                notes.append(words.no_scores)
            return words.added.format(", ".join(notes)) + (f"; {words.took_over}" if entry.took_over else "")
        case "removed":
            gone = words.removed.format(words.quoted.format(short(entry.entry.title)))
            gone += f"; {words.missed}" if entry.severity == "worse" and entry.what == "touchpoint" else ""
            return gone + (words.still.format(words.listed(list(entry.stale), 5)) if entry.stale else "")
    return _changed(entry, words)


def _moved(entry: DiffEntry, words: DiffWords, titles: Mapping[tuple[str, str], str]) -> str:
    journey = entry.id.partition("/")[0]
    old, new = entry.origin, entry.to
    if old is not None and new is not None and old.stage != new.stage:
        ends = [titles.get((journey, place.stage or ""), place.stage or "") for place in (old, new)]
        return words.moved_stage.format(*map(short, ends))
    return words.moved_after.format(new.after) if new is not None and new.after else words.moved_first


def _evidence(entry: DiffEntry, piece: Any, words: DiffWords) -> str:
    given = piece if isinstance(piece, dict) else {}
    said = given.get("quote") or given.get("note")
    text = str(given.get("source", ""))
    if (
        entry.kind == "changed"
        and isinstance(entry.before, dict)
        and entry.before.get("finding") != given.get("finding")
    ):
        return f"{text}, {words.from_to.format(entry.before.get('finding') or '–', given.get('finding') or '–')}"
    return f"{text}, {words.quoted.format(short(str(said)))}" if said else text


def _changed(entry: DiffEntry, words: DiffWords) -> str:
    label = " ".join(key for key in entry.pointer if key not in {"scores", "by_persona"})
    if entry.scores is not None and entry.scale is not None:
        return _score(entry, entry.scores, entry.scale, label, words)
    texts = entry.texts
    if texts is not None:
        pairs, gone, come = near_pairs(texts[1], texts[0])
        parts = [words.from_to.format(*(words.quoted.format(short(text)) for text in pair)) for pair in pairs]
        parts += [f"+ {words.quoted.format(short(text))}" for text in come]
        parts += [f"− {words.quoted.format(short(text))}" for text in gone]
        return words.texts.format(label, "; ".join(parts))
    if isinstance(entry.before or [], list) and isinstance(entry.after or [], list):
        old, new = entry.before or [], entry.after or []
        parts = [f"+ {_value(item, words)}" for item in new if item not in old]
        parts += [f"− {_value(item, words)}" for item in old if item not in new]
        return words.texts.format(label, "; ".join(parts) or words.order)
    if entry.before is None:
        return words.is_new.format(label, _value(entry.after, words))
    if entry.after is None:
        return words.is_gone.format(label, _value(entry.before, words))
    said = words.was_is.format(label, _value(entry.before, words), _value(entry.after, words))
    if entry.what == "source" and entry.severity == "worse":
        return f"{said}; {words.raised}"
    days = days_between(entry.before, entry.after)
    if not days:
        return said
    return f"{said} ({words.counted(words.days_later if days > 0 else words.days_earlier, abs(days))})"


def _score(entry: DiffEntry, scores: tuple[Score, Score], scale: Range, label: str, words: DiffWords) -> str:
    before, after = scores
    digits = decimals(scale)
    said = words.was_is.format(label, words.fixed(before.value, digits), words.fixed(after.value, digits))
    counts = [_count(score) for score in scores]
    if any(counts):
        said += (
            f" (n {counts[1] if counts[0] == counts[1] else words.from_to.format(*(each or '–' for each in counts))})"
        )
    if entry.effect is not None:
        change = entry.effect.times((scale.max - scale.min) / 10)
        moved, *ends = words.changed_by(before.value, after.value, digits, change.interval, clear=change.clear)
        if ends:
            said += f", {words.interval.format(moved, *ends)}"
            unclear = words.among.format(change.family) if change.clear_alone else words.verdicts["no-clear-change"]
            said += "" if change.clear else f", {unclear}"
        elif change.reason is not None:
            said += f", {words.untested.format(moved, words.reasons[change.reason])}"
    altered = history_altered(entry.before, entry.after)
    return f"{said}; {words.history}" if altered else said


def _count(score: Score) -> str:
    return "" if score.people is None else str(score.people)


def _value(value: Any, words: DiffWords) -> str:
    """A value of the files in short: numbers and ids bare, other texts in quotation marks, the rest as JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return words.general(value)
    if isinstance(value, str):
        return value if value.replace("-", "").replace("_", "").isalnum() else words.quoted.format(short(value))
    if isinstance(value, dict) and set(value) <= {"date", "value", "n", "sd"} and "value" in value:
        rest = ", ".join(
            str(value[key]) if key == "date" else f"{key} {value[key]}" for key in ("date", "n", "sd") if key in value
        )
        shown = value["value"]
        number = words.general(shown) if isinstance(shown, (int, float)) else short(str(shown))
        return f"{number} ({rest})" if rest else number
    return short(json.dumps(value, ensure_ascii=False))


def short(text: str) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _stage_titles(project: Project) -> dict[tuple[str, str], str]:
    return {
        (journey.id, stage.id): stage.title
        for _, journey in project.journey_documents()
        for stage in journey.stages
        if stage is not None
    }


def conclusion(found: Diff, words: DiffWords) -> list[str]:
    """How much changed, how it is judged, and who left or entered the first ones."""
    counts = found.summary
    things: dict[str, set[str]] = {}
    for entry in found.changes:
        if entry.kind == "changed":
            things.setdefault(entry.what, set()).add(entry.id)
    listed = [words.counted(words.things[what], len(ids)) for what, ids in things.items()]
    said = words.changed.format(words.listed(listed)) if listed else words.none_changed
    totals = words.counts.format(said, *(counts[kind] for kind in ("added", "removed", "moved", "renamed")))
    result = [totals[:1].upper() + totals[1:], words.judged.format(counts["worse"], counts["better"])]
    ranking = found.ranking
    if ranking is not None and (ranking.entered or ranking.left):
        parts = [words.left.format(_names(ranking.left, words, ranking))] if ranking.left else []
        parts += [words.entered.format(_names(ranking.entered, words, ranking))] if ranking.entered else []
        result.append(words.top.format(ranking.top, ", ".join(parts)))
    if any(entry.effect is not None and entry.effect.p is not None for entry in found.changes):
        result.append(words.family.format(words.cause))
    return result


def _names(ids: Iterable[str], words: DiffWords, ranking: RankingChange) -> str:
    """Touchpoints by their own ids; with that of the journey where they are of several."""
    several = len({name.partition("/")[0] for name in (*ranking.entered, *ranking.left)}) > 1
    return words.listed([name if several else _last(name) for name in ids], 5)


def _thing(finding: Diagnostic) -> str:
    """The innermost thing with an id that a finding is about; the file, where there is none."""
    named = [part.rpartition(":")[2] for part in finding.anchor.split("/") if ":" in part and "#" not in part]
    return named[-1] if named else finding.path


def findings_line(found: Findings, words: DiffWords) -> str:
    """What ``validate`` finds now and did not before, and how much is gone; ``""`` where that is nothing."""
    if not found.new and not found.gone:
        return ""
    parts = []
    if found.new:
        by_severity: dict[str, int] = {}
        for finding in found.new:
            by_severity[finding.severity.value] = by_severity.get(finding.severity.value, 0) + 1
        counts = [words.counted(words.severities[name], count) for name, count in by_severity.items()]
        where = [words.at.format(finding.code, _thing(finding)) for finding in found.new]
        parts.append(words.new_findings.format(words.listed(counts), words.listed(where, 5)))
    else:
        parts.append(words.no_new)
    if found.gone:
        parts.append(words.gone.format(len(found.gone)))
    return words.validate.format(", ".join(parts))
