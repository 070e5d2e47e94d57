"""What to improve first: the ranking with its matrix, and a sheet for each of the first opportunities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.analysis.scores import from_ten
from cxmap.i18n.drivers import DriverWords
from cxmap.i18n.gaps import GapsWords
from cxmap.output import anchors
from cxmap.output.report.content import (
    Badge,
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
from cxmap.output.report.figures import journey_chart
from cxmap.output.tables.gaps_cells import GapCells
from cxmap.output.tables.gaps_sentences import common_scale, conclusion, coverage, header, missing
from cxmap.output.tables.signs import UNICODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.output.report.content import Inline, ReportBlock, Rich
    from cxmap.output.report.writer import Writer
    from cxmap.story.opportunities import OpportunitySheet


def ranking_chapter(writer: Writer) -> Chapter:
    """The ranking: the first of it, how to read it, every row, and the matrix of each journey."""
    words, story = writer.words, writer.story
    blocks: list[ReportBlock] = []
    for ranking in story.rankings:
        if not ranking.rows:
            blocks.append(Paragraph((words.no_rows,)))
            continue
        said = conclusion(ranking)
        blocks += [Paragraph((said,), "lead")] if said else []
        blocks.append(Paragraph((" ".join(header(ranking, common_scale(ranking))),), "small"))
        blocks += [_table(writer, ranking, rows) for rows in _groups(ranking)]
        blocks += _unscored(writer, ranking)
        remarks = writer.bullets([coverage(ranking), *ranking.remarks])
        blocks.append(Panel("details", tuple(remarks), (words.remarks,), 3, fold="closed"))
    if not story.rankings:
        blocks.append(Paragraph((words.nothing_ranked,)))
    for told in story.journeys:
        if told.current:
            of = "" if len(story.journeys) == 1 else f": {told.journey.title}"
            blocks += journey_chart(writer, told, "matrix", words.matrix + of)
            blocks += journey_chart(writer, told, "drivers", DriverWords(words.lang).title + of)
    return Chapter("ranking", words.chapters["ranking"], "ranking", tuple(blocks), kicker=words.kickers["ranking"])


def _groups(ranking: Ranking) -> list[list[Row]]:
    """The rows of each ranking: of all personas together, then of each."""
    found: dict[str | None, list[Row]] = {}
    for row in ranking.rows:
        found.setdefault(row.persona, []).append(row)
    return list(found.values())


def _table(writer: Writer, ranking: Ranking, rows: Sequence[Row]) -> DataTable:
    words, own = writer.words, GapsWords(writer.words.lang)
    labelled = any(row.quadrant for row in rows)
    cells = GapCells(
        ranking.project, ranking, common_scale(ranking), UNICODE._replace(between=words.scale_of.format("", ""))
    )
    columns = [
        Column(words.rank, numeric=True),
        Column(own.touchpoint),
        Column(own.stage),
        Column(own.importance, numeric=True),
        Column(own.experience, numeric=True),
        *([] if ranking.derived else [Column(own.gap, numeric=True)]),
        Column(words.ranking[ranking.by], numeric=True),
        *([Column(own.quadrant)] if labelled else []),
        *([Column(own.action)] if writer.story.project.actions else []),
    ]
    made = tuple(_row(writer, row, cells, derived=ranking.derived, labelled=labelled) for row in rows)
    return DataTable(_caption(writer, ranking, rows[0]), tuple(columns), made, sortable=True)


def _caption(writer: Writer, ranking: Ranking, row: Row) -> str:
    own = GapsWords(writer.words.lang)
    if row.persona is not None:
        name = writer.story.names.persona(row.persona)
        return own.not_in_focus.format(name) if row.persona in ranking.aside else name
    focus = ranking.weights.focus if ranking.weights else "all"
    names = [writer.story.names.persona(name) for name in ranking.weights.shares] if ranking.weights else []
    match focus:
        case "target":
            return own.targets_together.format(own.listed(names))
        case "not-none":
            return own.focus_together.format(own.listed(names))
    return own.together


def _row(writer: Writer, row: Row, cells: GapCells, *, derived: bool, labelled: bool) -> tuple[Cell, ...]:
    words = writer.words
    place = writer.touchpoint(row.journey, row.touchpoint)
    title = rich(words.handover_into.format(""), place) if row.kind == "handover" else rich(place)
    gap = cells.gap(row)
    if row.interval:
        gap = f"{gap} ({cells.interval(row).rstrip('*c')})"
    actions: list[Inline] = []
    for name in row.actions:
        actions += [", "] if actions else []
        actions.append(Jump(writer.story.names.action(name), anchors.action(name)))
    return (
        Cell((cells.rank(row).strip(),), row.rank),
        Cell(rich(*title, *(part for badge in _badges(writer, row) for part in (" ", badge)))),
        Cell((row.stage_title,)),
        Cell((cells.mark(row.importance, row.importance10),), row.importance10),
        Cell((cells.mark(row.experience, row.experience10),), row.experience10),
        *([] if derived else [Cell((gap,), row.gap10)]),
        Cell((cells.key(row),), row.key),
        *([Cell((cells.quadrant(row).rstrip("~"),))] if labelled else []),
        *(
            [Cell(tuple(actions) or ((Badge(cells.words.no_action, "short"),) if row.key else ()))]
            if writer.story.project.actions
            else []
        ),
    )


def _badges(writer: Writer, row: Row) -> list[Badge]:
    words = writer.words
    found: list[Badge] = []
    if row.moment_of_truth:
        found.append(Badge(words.truth, "truth"))
    if row.wow:
        found.append(Badge(words.wow, "wow"))
    if row.weakest_link:
        found.append(Badge(words.weakest_badge, "weak"))
    if row.guess:
        found.append(Badge(words.team_badge, "team"))
    return found


def _unscored(writer: Writer, ranking: Ranking) -> list[ReportBlock]:
    own = GapsWords(writer.words.lang)
    found: list[Rich] = [
        (
            writer.touchpoint(one.journey, one.touchpoint),
            f" ({writer.story.names.persona(one.persona)}): {missing(one, own)}",
        )
        for one in ranking.unscored
    ]
    return writer.facts(writer.fact(writer.words.unscored, *found), wide=True)


def sheets_chapter(writer: Writer) -> Chapter | None:
    """A sheet for each of the first opportunities; ``None`` where nothing falls short."""
    words, story = writer.words, writer.story
    if not story.sheets:
        return None
    blocks = tuple(_sheet(writer, sheet) for sheet in story.sheets)
    return Chapter("sheets", words.chapters["sheets"], "sheets", blocks, kicker=words.kickers["sheets"])


def _sheet(writer: Writer, sheet: OpportunitySheet) -> Panel:
    words, journey, touchpoint = writer.words, sheet.told.journey.id, sheet.touchpoint
    now = [
        *writer.fact(words.scores_label, *_now(writer, sheet)),
        *writer.fact(words.goes_wrong, *sheet.now),
    ]
    wanted = [
        *writer.fact(words.wanted_scores, *_wanted(writer, sheet)),
        *writer.fact(words.as_wanted, *sheet.wanted),
        *writer.fact(words.fields["opportunities"], *sheet.ideas),
    ]
    sides = tuple(
        Panel(
            "column", tuple(writer.facts(facts, wide=True) or [Paragraph((words.nothing_known,), "note")]), (title,), 4
        )
        for title, facts in ((words.today_, now), (words.wanted, wanted))
    )
    people = [
        *writer.fact(words.inside, *((writer.party(name),) for name in sheet.internal)),
        *writer.fact(words.outside_, *((writer.party(name),) for name in sheet.external)),
        *writer.fact(words.behaviour, *sheet.behaviour),
        *writer.fact(words.fields["systems"], *sheet.systems),
    ]
    actions: list[ReportBlock] = writer.bullets([_action(writer, name) for name in sheet.actions])
    metrics: list[ReportBlock] = writer.bullets([(writer.metric(name),) for name in sheet.metrics])
    plan = (
        Panel(
            "column",
            tuple(actions or [Paragraph((words.no_action_planned,), "note")]),
            (words.what_is_planned,),
            4,
        ),
        Panel("column", tuple(metrics or [Paragraph((words.no_metric,), "note")]), (words.how_measured,), 4),
    )
    rank = words.tied.format(sheet.row.rank) if sheet.row.tied else str(sheet.row.rank)
    kicker = words.sheet_kicker.format(rank, sheet.told.journey.title, sheet.stage.title)
    blocks: list[ReportBlock] = [Paragraph((kicker,), "small"), Panel("columns", sides)]
    blocks += writer.facts(people)
    blocks += writer.quotes(sheet.evidence)
    blocks.append(Panel("columns", plan))
    return Panel(
        "sheet",
        tuple(blocks),
        (Jump(touchpoint.title, anchors.touchpoint(journey, touchpoint.id)),),
        3,
        f"sheet.{journey}.{touchpoint.id}",
        tuple(_badges(writer, sheet.row)),
    )


def _now(writer: Writer, sheet: OpportunitySheet) -> list[Rich]:
    words = writer.words
    found: list[Rich] = []
    for visit in sheet.visits:
        on = sheet.told.figures[visit.passage.persona].scales
        found.append(
            rich(
                Strong(writer.story.names.persona(visit.passage.persona)),
                f": {words.importance} ",
                *writer.mark(visit.importance, on.importance),
                f", {words.experience} ",
                *writer.mark(visit.experience, on.experience),
            )
        )
    return found


def _wanted(writer: Writer, sheet: OpportunitySheet) -> list[Rich]:
    words = writer.words
    found: list[Rich] = []
    for visit in sheet.visits:
        on = sheet.told.figures[visit.passage.persona].scales.experience
        if visit.scores.desired:
            said = words.in_full(from_ten(visit.scores.desired.value10, on), on)
            found.append(rich(Strong(writer.story.names.persona(visit.passage.persona)), f": {said}"))
    return found


def _action(writer: Writer, name: str) -> Rich:
    """An action with who does it and when."""
    words, action = writer.words, writer.story.project.actions.get(name)
    said = list(writer.action(name))
    if action is None:
        return tuple(said)
    if action.owner:
        said += [" · ", writer.party(action.owner)]
    if action.due:
        said += [f" · {words.due} {words.date(action.due)}"]
    planned = next((one for one in writer.story.plan.actions if one.id == name), None)
    if planned is not None and planned.late:
        said += [" ", Badge(words.late_badge, "late")]
    return tuple(said)
