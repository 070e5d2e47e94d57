"""What an atlas says in words: its subtitle, its cells, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts import sentences as say
from cxmap.output.charts import verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.atlas import AtlasWords
    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.trend import TrendWords
    from cxmap.output.charts.atlas.view import AtlasRow, AtlasView


def subtitle(view: AtlasView, words: ChartWords, own: AtlasWords) -> str:
    """How many journeys, as they are, on which day and scale."""
    parts = [words.counted(own.journeys, view.journeys), words.current, own.as_of.format(words.date(view.today))]
    if on := view.one_scale:
        parts.append(own.scale.format(words.on_scale(on.min, on), words.on_scale(on.max, on)))
    return "  ·  ".join(parts)


def persona(row: AtlasRow, view: AtlasView, words: ChartWords, own: AtlasWords) -> str:
    """Whose way it is, with the scale where journeys differ in that."""
    if view.one_scale:
        return row.persona
    return (
        f"{row.persona}  ·  "
        f"{own.scale.format(words.on_scale(row.scale.min, row.scale), words.on_scale(row.scale.max, row.scale))}"
    )


def value(given: float | None, row: AtlasRow, words: ChartWords) -> str:
    """A figure on the row's scale, or a dash."""
    return "–" if given is None else words.in_full(given, row.scale)


def change(row: AtlasRow, words: ChartWords, own: AtlasWords, trend: TrendWords) -> tuple[str, str]:
    """What changed of the index, and whether it is more than chance; nothing where there is one wave."""
    return verdicts.index_change(row.since, row.scale, words, own, trend)


def phases(view: AtlasView, own: AtlasWords) -> list[str]:
    """The names of the columns; where no stage names a phase, the one column is of whole journeys."""
    if view.phases == (None,):
        return [own.whole_journey]
    return [own.phases[phase or ""] for phase in view.phases]


def running(row: AtlasRow, own: AtlasWords) -> str:
    """How many actions are in progress; nothing is running where none is, and nothing is late."""
    return own.running.format(row.running) if row.running else "" if row.late or row.late_steps else own.none


def late(row: AtlasRow, own: AtlasWords) -> str:
    """How many actions are late, and how many of their steps."""
    parts = [own.late.format(row.late)] if row.late else []
    parts += [own.counted(own.late_steps, row.late_steps)] if row.late_steps else []
    return ", ".join(parts)


def moved(row: AtlasRow, words: ChartWords, own: AtlasWords, trend: TrendWords) -> str:
    """What changed of the index, and what is being done, in a line."""
    parts = [", ".join(part for part in change(row, words, own, trend) if part)]
    parts[:] = [f"{own.change}: {part}" for part in parts if part]
    if row.leads:
        parts.append(f"{own.actions}: {actions(row, own)}")
    return "  ·  ".join(parts)


def actions(row: AtlasRow, own: AtlasWords) -> str:
    """How many actions are in progress, and how much is late."""
    return ", ".join(part for part in (running(row, own), late(row, own)) if part)


def evidence(row: AtlasRow, words: ChartWords) -> str:
    """The share of touchpoints with evidence."""
    count, of = row.evidence
    return words.percent(count / of if of else None)


def notes(view: AtlasView, words: ChartWords, own: AtlasWords) -> Iterator[str]:
    """The notes below: sources, what the figures are, what the indent and the change mean."""
    named = say.named_sources(view.sources, words)
    yield words.sources.format(say.several(named, words)) if named else words.no_sources
    remarks = [own.figures, own.evidence_is]
    if view.one_scale is None:
        remarks.append(own.own_scales)
    if any(row.depth for row in view.rows):
        remarks.append(own.indented)
    if any(row.since for row in view.rows):
        remarks.append(own.index_change)
    yield " ".join(remarks)


def alt(view: AtlasView, words: ChartWords, own: AtlasWords, trend: TrendWords) -> str:
    """The atlas in sentences: the lowest index, then each row by its phases."""
    scored = [row for row in view.rows if row.index is not None]
    lowest = min(scored, key=lambda row: row.scale.share(row.index or 0.0), default=view.rows[0])
    count = words.counted(own.journeys, view.journeys)
    finding = [own.alt_start.format(count, lowest.title, lowest.persona, value(lowest.index, lowest, words))]
    rows = []
    for row in view.rows:
        said = [
            f"{phase} {value(cell.value, row, words)}{f' ({own.assumed})' if cell.assumed else ''}"
            for phase, cell in zip(phases(view, own), row.cells, strict=True)
            if cell
        ]
        changed = ", ".join(part for part in change(row, words, own, trend) if part)
        said += [f"{own.change} {changed}"] if changed else []
        if row.leads:
            said += [f"{own.actions} {actions(row, own)}"]
        said.append(f"{own.evidence} {evidence(row, words)}")
        rows.append(own.alt_row.format(row.title, row.persona, value(row.index, row, words), "; ".join(said)))
    return say.alt(finding, rows)
