"""The slide of what changed between the last two waves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cxmap.analysis.changes import score_changes
from cxmap.analysis.scores import from_ten
from cxmap.i18n.language import decimals
from cxmap.output.deck.making import MOST_ROWS, capital, cell
from cxmap.output.deck.wording import Column, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.changes import ScoreChange
    from cxmap.analysis.difference import Change
    from cxmap.analysis.scores import Score
    from cxmap.output.deck.making import Making
    from cxmap.output.deck.wording import Cell, Tone


class _Changed(NamedTuple):
    """A score that was measured before: itself, what changed, the wave before, and the personas who share it."""

    score: ScoreChange
    change: Change
    before: Score
    personas: list[str]


def changes(making: Making) -> None:
    """What changed between the last two waves; nothing where no score has two."""
    told = {journey.journey.id for journey in making.current}
    alike: dict[tuple[object, ...], _Changed] = {}
    for key, score in score_changes(making.story.project).items():
        if score.change is None or score.before is None or key.journey not in told:
            continue
        # A score that personas share is one score.
        same = (key.journey, key.touchpoint, key.kind, key.handover, score.before, score.after)
        alike.setdefault(same, _Changed(score, score.change, score.before, [])).personas.append(key.persona)
    found = list(alike.values())
    if not found:
        return
    words = making.words
    columns = [
        Column(capital(words.touchpoint), 32),
        Column(capital(words.score), 12),
        Column(capital(words.persona), 18),
        Column(capital(words.before), 9, "r"),
        Column(capital(words.after), 8, "r"),
        Column(capital(words.change), 10, "r"),
        Column(words.interval, 15, "r"),
        Column(capital(words.verdict), 20),
    ]
    order = sorted(found, key=_by_weight)
    clear = sum(each.change.clear for each in found)
    title = words.changed.format(len(found), clear) if clear else words.unchanged.format(len(found))
    rows = order[:MOST_ROWS]
    notes = (
        words.first_of.format(len(rows), len(found)) if len(found) > len(rows) else "",
        words.waves.format(*(_waves(making, found, after=after) for after in (False, True))),
        words.no_cause,
    )
    table = [_changed(making, change) for change in rows]
    making.tables(title, columns, table, notes, about=words.changes, spoken=(words.changes, *notes))


def _waves(making: Making, found: Sequence[_Changed], *, after: bool) -> str:
    """The sources that were compared, or that they were compared with."""
    scores = [each.score.after if after else each.before for each in found]
    names = dict.fromkeys(making.story.names.source(score.source) for score in scores if score.source)
    return making.words.listed(list(names), 3)


def _changed(making: Making, found: _Changed) -> tuple[Cell, ...]:
    words, on, score = making.words, found.score.scale, found.score
    change = found.change
    before, after = (from_ten(wave.value10, on) for wave in (found.before, score.after))
    moved, *ends = words.changed_by(before, after, decimals(on), change.interval, clear=change.clear)
    tones: dict[str, Tone] = {"better": "good", "worse": "short"}
    verdict = words.verdicts[change.verdict]
    if change.clear_alone:
        verdict = words.among.format(change.family)
    title = making.story.names.touchpoint(score.key.journey, score.key.touchpoint)
    handover = f"  {words.handover}" if score.key.handover else ""
    return (
        (Run(title, bold=True), Run(handover, tone="muted")),
        cell(words.missing[score.key.kind]),
        cell(words.listed([making.story.names.persona(name) for name in found.personas], 2)),
        cell(words.in_full(before, on)),
        cell(words.in_full(after, on)),
        cell(moved),
        cell(words.between.format(*ends) if ends else "–"),
        (Run(verdict, bold=change.clear, tone=tones.get(change.verdict, "ink")),),
    )


def _by_weight(found: _Changed) -> tuple[bool, bool, float]:
    """What is more than chance first, experience before importance, then by size in parts of its scale."""
    scale = found.score.scale
    size = abs(found.change.difference) / (scale.max - scale.min)
    return not found.change.clear, found.score.key.kind != "experience", -size
