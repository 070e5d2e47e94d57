"""The rows of a map: for each name that ``--rows`` takes, what its cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.output.charts.dashboard.describe import amount
from cxmap.output.charts.sheet import symbols, times
from cxmap.output.charts.sheet.cells import doing, owners, spell_note, waits
from cxmap.output.charts.sheet.notes import Note

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.sheets import SheetWords
    from cxmap.output.charts.map.views import ActionNote, MapColumn, MapView, MetricNote
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.charts.sheet.views import Said

    Cells = Mapping[tuple[int, int], Sequence[Note]]


def cells(view: MapView, name: str, context: Context) -> Cells:
    """What the cells of a row say, in the columns of one band."""
    if name == "goal":
        return _goals(context)
    if name == "owner":
        return owners(view.steps, context)
    make = _ROWS[name]
    return {(place, place + 1): make(view.steps[place], context) for place in context.band.range}


def _goals(context: Context) -> Cells:
    """What the customer wants to reach in each stage of the band."""
    stages = context.view.stages
    return {
        (span.first, span.end): [Note(stages[span.stage].goal)] if stages[span.stage].goal else []
        for span in context.band.spans
    }


def _plain(texts: Sequence[Said]) -> list[Note]:
    return [Note(said.text, who=said.who) for said in texts]


def _thinking(step: MapColumn, _context: Context) -> list[Note]:
    return [Note(quoted(said.text), who=said.who) for said in step.thinking]


def _feeling(step: MapColumn, _context: Context) -> list[Note]:
    return [Note(said.text, who=said.who, strong=True) for said in step.feeling]


def _lifts(step: MapColumn, context: Context) -> list[Note]:
    plus, minus = symbols.lifts(context.theme), symbols.lowers(context.theme)
    return [
        *(Note(said.text, plus, said.who) for said in step.lifts),
        *(Note(said.text, minus, said.who) for said in step.lowers),
    ]


def _quotes(step: MapColumn, _context: Context) -> list[Note]:
    quotes = [Note(quoted(quote.text), who=quote.who, by=quote.source) for quote in step.quotes]
    return [*quotes, *(Note(note.text, who=note.who, by=note.source) for note in step.notes)]


def quoted(text: str) -> str:
    """Text between quotation marks, unless it has some at both ends."""
    return text if text[:1] in '“"«„' and text[-1:] in '”"»' else f"“{text}”"


def _choices(step: MapColumn, context: Context) -> list[Note]:
    sheet, words = context.sheet, context.words
    return [
        Note(
            sheet.between.format(words.listed(list(choice.between)))
            if choice.between
            else sheet.based_on.format(words.listed(list(choice.based_on))),
            symbols.choice(context.theme),
            choice.who,
            by=sheet.based_on.format(words.listed(list(choice.based_on))) if choice.between and choice.based_on else "",
        )
        for choice in step.choices
    ]


def _metrics(step: MapColumn, context: Context) -> list[Note]:
    def note(metric: MetricNote) -> Note:
        said = [context.sheet.metric_now.format(amount(metric.values[-1], metric.unit, context.words))] * bool(
            metric.values
        )
        if metric.target is not None:
            said.append(context.sheet.metric_target.format(amount(metric.target, metric.unit, context.words)))
        return Note(metric.title, symbols.spark(context.theme, metric.values), by=" · ".join(said))

    return [note(metric) for metric in step.metrics]


def _times(step: MapColumn, context: Context) -> list[Note]:
    return [
        *waits(step, context),
        *(spell_note(spell, context.sheet.busy, symbols.busy(context.theme), context) for spell in step.takes),
    ]


def totals(view: MapView, words: ChartWords, sheet: SheetWords) -> str:
    """What waiting and doing add up to for each persona, personas with the same totals together; empty: nothing."""
    found: dict[str, list[str]] = {}
    for line, waiting, doing_ in zip(view.emotion.lines, view.waiting, view.doing, strict=True):
        waits, busy = times.total(waiting, words, sheet), times.total(doing_, words, sheet)
        parts = [form.format(total) for form, total in ((sheet.waits, waits), (sheet.busy, busy)) if total]
        if parts:
            found.setdefault(", ".join(parts), []).append(line.name)
    if not found:
        return ""
    said = [f"{words.listed(names)} {total}" if len(view.waiting) > 1 else total for total, names in found.items()]
    return sheet.in_all.format("; ".join(said))


def _moments(step: MapColumn, context: Context) -> list[Note]:
    notes = []
    if step.moment_of_truth is not None:
        sign = symbols.moment_of_truth(context.theme)
        notes.append(Note(context.words.moment_of_truth, sign, step.moment_of_truth, strong=True))
    return notes + [Note(said.text, symbols.wow(context.theme), said.who) for said in step.wows]


def _opportunities(step: MapColumn, context: Context) -> list[Note]:
    return [Note(text, symbols.opportunity(context.theme)) for text in step.opportunities]


def _actions(step: MapColumn, context: Context) -> list[Note]:
    def note(action: ActionNote) -> Note:
        due = context.sheet.by.format(context.words.date(action.due)) if action.due and action.status != "done" else ""
        details = [context.sheet.statuses[action.status], action.owner, due]
        sign = symbols.action(context.theme, action.status)
        return Note(action.title, sign, by=" · ".join(detail for detail in details if detail))

    return [note(action) for action in step.actions]


_ROWS: Mapping[str, Callable[[MapColumn, Context], list[Note]]] = {
    "doing": lambda step, _context: doing(step),
    "thinking": _thinking,
    "feeling": _feeling,
    "lifts": _lifts,
    "expectation": lambda step, _context: _plain(step.expectation),
    "quotes": _quotes,
    "choices": _choices,
    "metrics": _metrics,
    "questions": lambda step, context: [Note(text, symbols.question(context.theme)) for text in step.questions],
    "time": _times,
    "moments": _moments,
    "opportunities": _opportunities,
    "actions": _actions,
}
