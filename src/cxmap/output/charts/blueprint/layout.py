"""The blueprint as a sheet: its rows in their fixed order, with the three lines between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords, SheetWords
from cxmap.output.charts import sentences
from cxmap.output.charts.emotion import describe, rows
from cxmap.output.charts.sheet import cells, notes, page, symbols
from cxmap.output.charts.sheet.notes import Lane, Note
from cxmap.output.drawing import symbols as marks
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import centred, polyline
from cxmap.output.drawing.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.output.charts.blueprint.views import BlueprintView, Process
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene
    from cxmap.output.drawing.theme import Theme

_LINE = 1.6  # the width of the three lines
# Each of the three lines has a dash of its own.
_INTERACTION: tuple[float, ...] = ()
_VISIBILITY = (9.0, 4.0)
_INTERNAL = (2.0, 3.0)


def layout(view: BlueprintView, options: ChartOptions) -> Scene:
    """The blueprint as a scene.

    Raises:
        ChartError: The page that was asked for is too small.
    """
    journey = view.journey
    words = ChartWords(options.lang or journey.lang)
    sheet = SheetWords(words.lang)
    title = options.title or journey.title
    return page.layout(
        page.SheetPage(
            view=journey,
            title=title,
            subtitle=describe.subtitle(journey, words, sheet.blueprint_of),
            alt=_alt(view, words, sheet, title),
            ends=0.0,
            lanes=partial(_lanes, view),
            entries=list(_entries(view, THEMES[options.theme], words, sheet)),
            notes=(),
        ),
        options,
    )


def _entries(view: BlueprintView, theme: Theme, words: ChartWords, sheet: SheetWords) -> Iterator[Entry]:
    """Who is who, and what the symbols mean that are on it."""
    yield from cells.personas(view.journey, theme)
    if rows.channel_changes(view.journey):
        yield Entry(lambda x, y: marks.channel_change(x, y, theme.ink), words.channel_changes)
    if any(process.departments for process in view.processes):
        yield Entry(symbols.department(theme), sheet.department)
    if any(process.systems for process in view.processes):
        yield Entry(symbols.system(theme), sheet.system)


def _alt(view: BlueprintView, words: ChartWords, sheet: SheetWords, title: str) -> str:
    """The blueprint in words: whose journey, how large, who answers for how much; then each touchpoint."""
    journey = view.journey
    names = words.listed([line.name for line in journey.lines])
    passed, in_stages = journey.passed
    touchpoints = words.counted(words.alt_touchpoints, passed)
    stages = words.counted(words.alt_stages, in_stages)
    owned = Counter(process.owner for process in view.processes if process.owner)
    finding = [f"{sheet.blueprint_of.format(names)}: {title}, {sentences.state(journey.state, words)}."]
    finding.append(f"{sheet.size.format(touchpoints, stages)}.")
    owners = [f"{owner} ({count})" for owner, count in owned.most_common()]
    orphans = [
        touchpoint.title
        for touchpoint, process in zip(journey.touchpoints, view.processes, strict=True)
        if not process.owner
    ]
    if owned and orphans:
        finding.append(sheet.unowned.format(sentences.several(orphans, words)))
    if owned:
        finding.append(f"{sheet.rows['owner']}: {sentences.several(owners, words)}.")
    lines = [
        f"{touchpoint.title}: {'; '.join(_process_in_words(process, words, sheet)) or '–'}"
        for touchpoint, process in zip(journey.touchpoints, view.processes, strict=True)
    ]
    return sentences.alt(finding, lines)


def _process_in_words(process: Process, words: ChartWords, sheet: SheetWords) -> Iterator[str]:
    """What the cells of a column say, each with the name of its row."""
    channels = [met.title or words.nobody for met in process.channels]
    for label, texts in (
        (sheet.rows["channel"], channels),
        (sheet.customer_actions, [said.text for said in process.doing]),
        (sheet.frontstage, [process.frontstage]),
        (sheet.rows["owner"], [process.owner]),
        (sheet.backstage, [process.backstage]),
        (sheet.support, [*process.departments, *process.systems]),
        (sheet.influence, [influence.party for influence in process.influences]),
    ):
        if said := dict.fromkeys(text for text in texts if text):
            yield f"{label}: {', '.join(said)}"


def _lanes(view: BlueprintView, context: Context) -> list[Lane]:
    """The rows of one band, with a line where something lies below it."""
    sheet = context.sheet
    by_column = partial(_by_column, view, context)
    above = [cells.channel_lane(view.processes, context), by_column("doing", sheet.customer_actions, _actions)]
    owners = notes.lane(
        context.table,
        cells.setting(context),
        "owner",
        sheet.rows["owner"],
        cells.owners(view.processes, context),
        joined=True,
    )
    below = [
        (
            "interaction",
            sheet.interaction_line,
            _INTERACTION,
            [by_column("frontstage", sheet.frontstage, lambda process, *_: _text(process.frontstage)), owners],
        ),
        (
            "visibility",
            sheet.visibility_line,
            _VISIBILITY,
            [by_column("backstage", sheet.backstage, lambda process, *_: _text(process.backstage))],
        ),
        (
            "internal",
            sheet.internal_line,
            _INTERNAL,
            [
                by_column("support", sheet.support, _support),
                by_column("influence", sheet.influence, _influence),
            ],
        ),
    ]
    found = [lane for lane in above if lane is not None]
    for name, label, dash, lanes in below:
        filled = [lane for lane in lanes if lane is not None]
        if filled:
            found += [_line(context, name, label, dash), replace(filled[0], ruled=False), *filled[1:]]
    return found


def _by_column(
    view: BlueprintView, context: Context, name: str, label: str, tell: Callable[[Process, int, Context], list[Note]]
) -> Lane | None:
    shown = {(place, place + 1): tell(view.processes[place], place, context) for place in context.band.range}
    return notes.lane(context.table, cells.setting(context), name, label, shown)


def _line(context: Context, name: str, label: str, dash: tuple[float, ...]) -> Lane:
    """One of the three lines, across all columns, with its name before it."""
    table, theme = context.table, context.theme
    title = table.setter.fit(label, look.SMALL_STRONG, width=table.margin, lines=3)

    def draw(top: float, height: float) -> Sequence[Item]:
        y = top + height / 2
        line = [(table.columns.left, y), (table.columns.right, y)]
        return [
            polyline(line, theme.ink, _LINE, dash, name=f"line-of-{name}"),
            *centred(title, table.left, y, theme.ink, name=f"line-of-{name}-name"),
        ]

    return Lane(title.height, draw, grows=0.0, ruled=False)


def _text(text: str) -> list[Note]:
    return [Note(text)] if text else []


def _actions(process: Process, place: int, context: Context) -> list[Note]:
    return [*cells.title(process, place, context), *cells.doing(process)]


def _support(process: Process, _place: int, context: Context) -> list[Note]:
    return [
        *(Note(name, symbols.department(context.theme)) for name in process.departments),
        *(Note(name, symbols.system(context.theme)) for name in process.systems),
    ]


def _influence(process: Process, _place: int, _context: Context) -> list[Note]:
    return [Note(influence.party, by=influence.does) for influence in process.influences]
