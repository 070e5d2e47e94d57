"""The plan, action by action, and whether it works, metric by metric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.dashboard import DashboardWords
from cxmap.output import anchors
from cxmap.output.charts.dashboard import describe
from cxmap.output.charts.dashboard.from_project import metric_view
from cxmap.output.report.content import (
    Badge,
    Bullets,
    Cell,
    Chapter,
    Column,
    DataTable,
    Panel,
    Paragraph,
    Strong,
    rich,
    table,
)
from cxmap.output.report.figures import project_chart

if TYPE_CHECKING:
    from cxmap.model.metric import Metric, NpsReading, Point, Reading
    from cxmap.output.report.content import Fact, Inline, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.plan import MeasuredMetric, PlannedAction


def roadmap_chapter(writer: Writer) -> Chapter | None:
    """The road map, and every action; ``None`` where there is neither an action nor a metric."""
    words, story = writer.words, writer.story
    if not story.plan.actions:
        if not story.plan.metrics:
            return None
        blocks: list[ReportBlock] = [Paragraph((words.no_plan_yet,))]
    else:
        blocks = [*project_chart(writer, "roadmap", words.road_map), _overview(writer)]
        blocks += [_action(writer, planned) for planned in story.plan.actions]
    return Chapter("roadmap", words.chapters["roadmap"], "roadmap", tuple(blocks), kicker=words.kickers["roadmap"])


def _overview(writer: Writer) -> DataTable:
    words = writer.words
    columns = (
        Column(words.action_column),
        Column(words.action_fields["improves"]),
        Column(words.status),
        Column(words.owner),
        Column(words.start_column),
        Column(words.due),
    )
    rows = []
    for planned in writer.story.plan.actions:
        action = planned.action
        improves: list[Inline] = []
        for target in _targets(writer, planned):
            improves += [", "] if improves else []
            improves += target
        late: list[Inline] = [" ", Badge(words.late_badge, "late")] if planned.late else []
        rows.append(
            (
                Cell(rich(*writer.action(planned.id)[:1])),
                Cell(tuple(improves)),
                Cell(rich(words.statuses[action.status], *late)),
                Cell((writer.party(action.owner),) if action.owner else ("–",)),
                Cell(
                    (words.short_date(action.start) if action.start else "–",),
                    action.start.toordinal() if action.start else None,
                ),
                Cell(
                    (words.short_date(action.due) if action.due else "–",),
                    action.due.toordinal() if action.due else None,
                ),
            )
        )
    return DataTable(words.actions_title, columns, tuple(rows), sortable=True)


def _targets(writer: Writer, planned: PlannedAction) -> list[Rich]:
    words = writer.words
    found: list[Rich] = []
    for improvement in planned.improves:
        target = improvement.target
        place = writer.touchpoint(target.journey, target.touchpoint)
        said = rich(words.handover_into.format(""), place) if target.handover else rich(place)
        if improvement.rank is not None:
            said = rich(*said, words.ranked_target.format("", improvement.rank))
        found.append(said)
    return found


def _action(writer: Writer, planned: PlannedAction) -> Panel:
    words, action = writer.words, planned.action
    labels = words.action_fields

    def date(name: str) -> list[Fact]:
        day = getattr(action, name)
        return writer.fact(labels[name], words.date(day) if day else None)

    sides = (
        [*writer.fact(labels["current"], action.current), *writer.fact(labels["desired"], action.desired)],
        [
            *writer.fact(labels["improves"], *_targets(writer, planned)),
            *writer.fact(labels["expects"], *_gains(writer, planned)),
            *writer.fact(labels["levers"], *(words.levers[lever] for lever in action.levers)),
            *writer.fact(labels["owner"], action.owner and writer.party(action.owner)),
            *writer.fact(labels["parties"], *((writer.party(name),) for name in action.parties)),
            *writer.fact(labels["behaviour"], *action.behaviour),
            *writer.fact(labels["systems"], *action.systems),
            *writer.fact(labels["metrics"], *((writer.metric(name),) for name in action.metrics)),
            *writer.fact(labels["depends_on"], *(writer.action(name) for name in action.depends_on)),
            *writer.fact(labels["effort"], words.of_five.format(action.effort) if action.effort else None),
            *writer.fact(labels["impact"], words.of_five.format(action.impact) if action.impact else None),
            *writer.fact(labels["cost"], action.cost),
            *date("start"),
            *date("due"),
            *date("finished"),
            *writer.fact(labels["outcome"], words.outcomes[action.outcome] if action.outcome else None),
            *writer.links(action.links),
        ],
    )
    blocks: list[ReportBlock] = [Paragraph((action.description,))] if action.description else []
    blocks += writer.facts(writer.fact(labels["hypothesis"], action.hypothesis), wide=True)
    for side in sides:
        blocks += writer.facts(side)
    blocks += writer.facts(writer.fact(labels["learned"], action.learned), wide=True)
    blocks += _to_dos(writer, planned)
    badges: list[Inline] = [Badge(words.statuses[action.status], "good" if action.status == "done" else "plain")]
    badges += [Badge(words.late_badge, "late")] if planned.late else []
    return Panel("card", tuple(blocks), (action.title,), 3, anchors.action(planned.id), tuple(badges))


def _gains(writer: Writer, planned: PlannedAction) -> list[Rich]:
    """What the action is hoped to gain, by touchpoint and persona."""
    words, project = writer.words, writer.story.project
    definition = project.definition("actions", planned.id)
    found: list[Rich] = []
    for text, gain in planned.action.expects.items():
        target = project.target(text, definition.document) if definition else None
        title = writer.story.names.touchpoint(target.journey, target.touchpoint) if target else text
        title = words.handover_into.format(title) if target and target.handover else title
        if isinstance(gain, dict):
            found += [
                (words.gain_for.format(title, _plus(writer, points), writer.story.names.persona(name)),)
                for name, points in gain.items()
            ]
        else:
            found.append((words.gain.format(title, _plus(writer, gain)),))
    return found


def _plus(writer: Writer, points: float) -> str:
    said = writer.words.general(points)
    return f"+{said}" if points > 0 else said


def _to_dos(writer: Writer, planned: PlannedAction) -> list[ReportBlock]:
    words = writer.words
    if not planned.action.steps:
        return []
    items: list[Rich] = []
    for place, step in enumerate(planned.action.steps):
        said: list[Inline] = [step.title]
        said += [" · ", writer.party(step.owner)] if step.owner else []
        said += [f" · {words.due} {words.date(step.due)}"] if step.due else []
        said += [f" · {step.id}"] if step.id else []
        if step.done:
            said += [" ", Badge(words.done, "good")]
        elif place in planned.overdue:
            said += [" ", Badge(words.late_badge, "late")]
        items.append(tuple(said))
    return [Paragraph((Strong(words.to_dos),)), Bullets(tuple(items))]


def dashboard_chapter(writer: Writer) -> Chapter | None:
    """The dashboard, and every metric with its readings; ``None`` without any."""
    words, story = writer.words, writer.story
    if not story.plan.metrics:
        return None
    blocks: list[ReportBlock] = [*project_chart(writer, "dashboard", words.kickers["dashboard"])]
    blocks.append(_metrics(writer))
    blocks.append(Panel("details", (_readings(writer),), (words.readings,), 3, fold="closed"))
    return Chapter(
        "dashboard", words.chapters["dashboard"], "dashboard", tuple(blocks), kicker=words.kickers["dashboard"]
    )


def _metrics(writer: Writer) -> DataTable:
    words = writer.words
    chart, own = ChartWords(words.lang), DashboardWords(words.lang)
    columns = (
        Column(words.metric),
        Column(words.baseline, numeric=True),
        Column(words.latest, numeric=True),
        Column(words.target, numeric=True),
        Column(words.how_it_fares),
        Column(words.owner),
        Column(words.used_by),
    )
    rows = []
    for told in writer.story.plan.metrics:
        view = metric_view(writer.story.project, told.id, told.track, told.change)
        track = told.track
        fares: list[Inline] = [describe.verdict(view, writer.story.project.today, chart, own)]
        said = describe.chance(view, chart, own)
        fares += [f". {said}"] if said else []
        actions: list[Inline] = []
        for name in told.actions:
            actions += [", "] if actions else []
            actions += writer.action(name)[:1]
        rows.append(
            (
                Cell((_about(writer, told),)),
                *(
                    Cell(
                        (describe.amount(point.value, view.unit, chart) if point else "–",),
                        point.value if point else None,
                    )
                    for point in (track.baseline, track.since, track.target)
                ),
                Cell(tuple(fares)),
                Cell((writer.party(told.metric.owner),) if told.metric.owner else ("–",)),
                Cell(tuple(actions)),
            )
        )
    names = tuple(anchors.metric(told.id) for told in writer.story.plan.metrics)
    return table(words.in_figures, columns, rows, sortable=True, anchors=names)


def _about(writer: Writer, told: MeasuredMetric) -> str:
    words, metric = writer.words, told.metric
    said = [words.better[metric.better]]
    said += [words.metric_kinds[metric.kind]] if metric.kind else []
    said += [writer.ends(metric.scale)] if metric.scale else []
    return words.with_status.format(metric.title, ", ".join(said))


def _readings(writer: Writer) -> DataTable:
    """Every value that was measured or is aimed at."""
    words = writer.words
    columns = (
        Column(words.metric),
        Column(words.kind),
        Column(words.day),
        Column(words.value, numeric=True),
        Column(words.n_column, numeric=True),
        Column(words.sd, numeric=True),
        Column(words.given_as),
    )
    rows = []
    for told in writer.story.plan.metrics:
        metric = told.metric
        points: list[tuple[str, Reading | NpsReading | Point]] = []
        points += [("baseline", metric.baseline)] if metric.baseline else []
        points += [("reading", reading) for reading in metric.readings]
        points += [("target", metric.target)] if metric.target else []
        rows += [_reading(writer, metric, kind, point) for kind, point in points]
    return table(words.readings, columns, rows)


def _reading(writer: Writer, metric: Metric, kind: str, point: Reading | NpsReading | Point) -> tuple[Cell, ...]:
    words, chart = writer.words, ChartWords(writer.words.lang)
    unit = metric.unit or ("%" if metric.kind == "percentage" else "")
    n, sd = getattr(point, "n", None), getattr(point, "sd", None)
    given = ""
    counts = getattr(point, "counts", None)
    if isinstance(counts, dict):
        given = ", ".join(
            words.counts_mark.format(words.whole(count), words.general(mark)) for mark, count in sorted(counts.items())
        )
    elif counts is not None:
        given = words.counts_nps.format(counts.promoters, counts.passives, counts.detractors)
    return (
        Cell((metric.title,)),
        Cell((words.reading_of[kind],)),
        Cell((words.date(point.date),), point.date.toordinal()),
        Cell((describe.amount(point.value, unit, chart),), point.value),
        Cell((words.whole(n) if n is not None else "",), n),
        Cell((words.general(sd) if sd is not None else "",), sd),
        Cell((given,)),
    )
