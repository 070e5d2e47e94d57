"""The first chapters: the message in a few sentences and figures, and what changed since the wave before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten
from cxmap.i18n.language import decimals
from cxmap.output import anchors
from cxmap.output.report.content import (
    Badge,
    Bullets,
    Cell,
    Chapter,
    Column,
    DataTable,
    Jump,
    Panel,
    Paragraph,
    Strong,
    rich,
)
from cxmap.output.report.figures import journey_chart, project_chart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.changes import IndexChange
    from cxmap.analysis.difference import Change
    from cxmap.model.scale import Range
    from cxmap.output.report.content import BadgeKind, Inline, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.changes import ToldChange
    from cxmap.story.plan import PlannedAction


def message_chapter(writer: Writer) -> Chapter:
    """The message: sentences that can be read aloud, and the figures behind them."""
    words, story = writer.words, writer.story
    sentences = []
    for headline in story.headlines:
        there = headline.journey and headline.touchpoint
        anchor = anchors.touchpoint(headline.journey or "", headline.touchpoint or "") if there else ""
        hint: list[Inline] = [" ", Jump(words.more, anchor, hint=True)] if anchor else []
        sentences.append(rich(headline.text, *hint))
    blocks: list[ReportBlock] = (
        [Bullets(tuple(sentences), numbered=True)] if sentences else [Paragraph((words.no_message,))]
    )
    tiles = tuple(
        Panel("tile", (Paragraph((Strong(value),), "lead"), Paragraph((label,), "small")))
        for value, label in _tiles(writer)
    )
    blocks += [Panel("tiles", tiles)] if tiles else []
    if sum(told.current for told in story.journeys) > 1 and "journeys" not in writer.leave_out:
        blocks += project_chart(writer, "atlas", words.atlas)
    return _chapter(writer, "message", blocks)


def _tiles(writer: Writer) -> Iterator[tuple[str, str]]:
    """The figures that a board asks for first, each with what it is."""
    words, story = writer.words, writer.story
    current = [told for told in story.journeys if told.current]
    scales = {
        (figures.scales.experience.min, figures.scales.experience.max)
        for told in current
        for figures in told.figures.values()
    }
    on = next((figures.scales.experience for told in current for figures in told.figures.values()), None)
    if story.figures.index10 is not None and on is not None and len(scales) == 1:
        yield words.on_scale(from_ten(story.figures.index10, on), on), f"{words.tiles['index']} ({writer.ends(on)})"
    below = [
        (told.journey.id, place)
        for told in current
        for figures in told.figures.values()
        for place in figures.below_pass or ()
    ]
    every = {(told.journey.id, visit.id) for told in current for visit in told.visits}
    if any(figures.below_pass is not None for told in current for figures in told.figures.values()):
        yield words.of.format(len(set(below)), len(every)), words.tiles["below"]
    if story.basis.scores:
        yield words.percent(story.basis.customers / story.basis.scores), words.tiles["customers"]
    yield from _action_tile(writer)
    moved = story.plan.moved
    if moved.of:
        against = f"; {words.counted(words.contradicting, moved.contradicting)}" if moved.contradicting else ""
        yield words.of.format(moved.right, moved.of), words.more_than_chance.format(moved.sure or words.none) + against


def _action_tile(writer: Writer) -> Iterator[tuple[str, str]]:
    """How the actions stand: how many are in progress; else how many are late, wait or are done."""
    words, actions = writer.words, writer.story.plan.actions
    late = sum(one.late for one in actions)
    counts = {
        "in-progress": sum(one.action.status == "in-progress" for one in actions),
        "late": late,
        "waiting": sum(one.action.status in {"planned", "idea"} for one in actions),
        "done": sum(one.action.status == "done" for one in actions),
    }
    kind = next((kind for kind, count in counts.items() if count), None)
    if kind is None:
        return
    steps = sum(len(one.overdue) for one in actions)
    said = [words.action_tiles[kind][counts[kind] != 1]]
    if kind == "in-progress" and (late or not steps):
        said.append(words.late_actions.format(late or words.none))
    said += [words.counted(words.late_steps, steps)] if steps else []
    yield str(counts[kind]), ", ".join(said)


def changes_chapter(writer: Writer) -> Chapter | None:
    """What changed, and what was learned; ``None`` where there is one wave and nothing was finished."""
    story, words = writer.story, writer.words
    learned = story.plan.learned
    if story.changes.nothing and not learned:
        return None
    blocks: list[ReportBlock] = []
    if not story.changes.nothing:
        blocks += _shown(writer)
        family = max((one.change.change.family for one in story.changes.scores if one.change.change), default=0)
        blocks += [Paragraph((words.family.format(words.whole(family)),), "small")] if family else []
    if learned:
        cards = tuple(_learned(writer, one) for one in learned)
        blocks.append(Panel("plain", cards, (words.learned,)))
    return _chapter(writer, "changes", blocks)


def _shown(writer: Writer) -> list[ReportBlock]:
    """What changed as a chart of each journey, with the table to look things up in; the table alone without charts."""
    words, current = writer.words, [told for told in writer.story.journeys if told.current]
    charts: list[ReportBlock] = []
    for told in current:
        title = words.waves if len(current) == 1 else f"{words.waves}: {told.journey.title}"
        charts += journey_chart(writer, told, "change", title)
    table = _waves(writer)
    return [*charts, Panel("details", (table,), (words.as_table,), 3, fold="closed")] if charts else [table]


def _waves(writer: Writer) -> DataTable:
    words, story = writer.words, writer.story
    columns = (
        Column(words.touchpoint),
        Column(words.per_persona),
        Column(words.before, numeric=True),
        Column(words.now, numeric=True),
        Column(words.change, numeric=True),
        Column(words.verdict),
    )
    rows = [_index_row(writer, found) for found in story.changes.indexes]
    rows += [_score_row(writer, told) for told in sorted(story.changes.scores, key=_surest_first)]
    return DataTable(words.waves, columns, tuple(rows), sortable=True)


def _surest_first(told: ToldChange) -> int:
    """What is more than chance first, then what is not clear, then what is not tested."""
    change = told.change.change
    return 0 if change and change.clear else 1 if change and change.p is not None else 2


def _score_row(writer: Writer, told: ToldChange) -> tuple[Cell, ...]:
    words, found = writer.words, told.change
    key, before, after = found.key, found.before, found.after
    place = writer.touchpoint(key.journey, key.touchpoint)
    name = rich(words.handover_into.format(""), place) if key.handover else rich(place)
    names = words.listed([writer.story.names.persona(persona) for persona in told.personas])

    def mark(value: float, people: int | None) -> Cell:
        n = f" ({words.n.format(words.digits(f'{people:,}'))})" if people is not None else ""
        return Cell((f"{words.in_full(value, found.scale)}{n}",), value)

    return (
        Cell(rich(*name, f" · {words.score_kind[key.kind]}")),
        Cell((names,)),
        mark(before.value, before.people) if before else Cell(("–",)),
        mark(after.value, after.people),
        _difference(writer, found.change, (before or after).value, after.value, found.scale),
        Cell(verdict(writer, found.change)),
    )


def _index_row(writer: Writer, found: IndexChange) -> tuple[Cell, ...]:
    words = writer.words
    counted = f" ({words.of.format(found.counted, found.total)})"
    return (
        Cell(rich(writer.journey(found.journey), f" · {words.tiles['index']}")),
        Cell((writer.story.names.persona(found.persona),)),
        Cell((words.in_full(found.before.value, found.scale),), found.before.value),
        Cell((words.in_full(found.after.value, found.scale) + counted,), found.after.value),
        _difference(writer, found.change, found.before.value, found.after.value, found.scale),
        Cell(verdict(writer, found.change)),
    )


def _difference(writer: Writer, change: Change | None, before: float, after: float, scale: Range) -> Cell:
    """A difference with its interval, with as many decimals as scores have on the scale."""
    if change is None:
        return Cell(("–",))
    moved, *ends = writer.words.changed_by(before, after, decimals(scale), change.interval, clear=change.clear)
    text = writer.words.with_interval.format(moved, *ends) if ends else moved
    return Cell((text,), change.difference)


def verdict(writer: Writer, change: Change | None) -> Rich:
    """What can be said of a change: a sign only for what is more than chance, and words for everything."""
    if change is None:
        return ()
    words = writer.words
    if change.reason is not None:
        return (words.with_reason.format(words.verdicts["not-tested"], words.reasons[change.reason]),)
    if change.clear:
        kinds: dict[str, BadgeKind] = {"better": "good", "worse": "short"}
        sign = {"better": "▲ ", "worse": "▼ "}.get(change.verdict, "")
        return (Badge(f"{sign}{words.verdicts[change.verdict]}", kinds.get(change.verdict, "plain")),)
    if change.clear_alone:
        return (words.not_clear_among.format(words.whole(change.family)),)
    return (words.verdicts["no-clear-change"],)


def _learned(writer: Writer, planned: PlannedAction) -> Panel:
    words, action = writer.words, planned.action
    kinds: dict[str, BadgeKind] = {"confirmed": "good", "refuted": "short"}
    badges = [Badge(words.outcomes[action.outcome], kinds.get(action.outcome, "plain"))] if action.outcome else []
    blocks: list[ReportBlock] = []
    if action.learned:
        blocks.append(Paragraph((action.learned,)))
    if action.hypothesis:
        blocks += writer.facts(writer.fact(words.action_fields["hypothesis"], action.hypothesis), wide=True)
    return Panel("card", tuple(blocks), (Jump(action.title, anchors.action(planned.id)),), 4, aside=tuple(badges))


def _chapter(writer: Writer, name: str, blocks: list[ReportBlock]) -> Chapter:
    return Chapter(name, writer.words.chapters[name], name, tuple(blocks), kicker=writer.words.kickers[name])
