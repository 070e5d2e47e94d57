"""The blueprint as a sheet: its rows in their fixed order, with the three lines between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from cxmap.i18n.charts import ChartWords
from cxmap.i18n.sheets import SheetWords
from cxmap.output.charts import sentences
from cxmap.output.charts.emotion import describe, rows
from cxmap.output.charts.sheet import cells, notes, page, pictures, symbols, times
from cxmap.output.charts.sheet.notes import Lane, Note
from cxmap.output.drawing import symbols as marks
from cxmap.output.drawing import theme as look
from cxmap.output.drawing.page import Entry
from cxmap.output.drawing.scene import Box, Shape, centred, path, polyline
from cxmap.output.drawing.theme import THEMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cxmap.output.charts.blueprint.views import BlueprintView, Influence, Process
    from cxmap.output.charts.sheet.page import Context
    from cxmap.output.drawing.options import ChartOptions
    from cxmap.output.drawing.scene import Item, Scene, Segment
    from cxmap.output.drawing.theme import Theme

_HATCH = 6.0  # between two lines of a hatched cell
_LINE = 1.6  # the width of the three lines
# Each of the three lines has a dash of its own.
_INTERACTION: tuple[float, ...] = ()
_VISIBILITY = (9.0, 4.0)
_INTERNAL = (2.0, 3.0)
_JOINED = ("doing", "frontstage", "backstage", "support")  # the rows whose filled cells lines join


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
            notes=[sentences.sources(view.sources, words)],
            joins=_JOINED,
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
    if any(_missing(view, place) for place in range(len(view.processes))):
        yield Entry(lambda x, y: [_hatch(Box(x - 8, y - 5, x + 8, y + 5), theme)], sheet.missing)


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
        (sheet.evidence, [process.picture.alt if process.picture else ""]),
        (sheet.rows["channel"], channels),
        (sheet.waiting, [times.spell(spell.amount, spell.unit, words, sheet) for spell in process.waits]),
        (sheet.customer_actions, [said.text for said in process.doing]),
        (sheet.fails, [*(said.text for said in process.fails), *(sheet.loses.format(s.text) for s in process.loses)]),
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
    owners = notes.lane(
        context.table,
        cells.setting(context),
        "owner",
        sheet.rows["owner"],
        cells.owners(view.processes, context),
        joined=True,
    )
    above = [
        _hatched(view, owners, "owner", context),
        pictures.lane(view.processes, context, sheet.evidence),
        cells.channel_lane(view.processes, context),
        by_column("waits", sheet.waiting, _waits),
        by_column("doing", sheet.customer_actions, _actions),
        by_column("fails", sheet.fails, _fails),
    ]
    below = [
        (
            "interaction",
            sheet.interaction_line,
            _INTERACTION,
            [
                _hatched(view, by_column("frontstage", sheet.frontstage, _frontstage), "frontstage", context),
            ],
        ),
        (
            "visibility",
            sheet.visibility_line,
            _VISIBILITY,
            [
                _hatched(view, by_column("backstage", sheet.backstage, _backstage), "backstage", context),
            ],
        ),
        (
            "internal",
            sheet.internal_line,
            _INTERNAL,
            [
                by_column("support", sheet.support, _support),
                _influences(view, context),
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
    return notes.lane(context.table, cells.setting(context), name, label, shown, titles=name == "support")


def _missing(view: BlueprintView, place: int) -> list[str]:
    """What of ours is not described where we meet the customer: the names of its rows, of those that others have."""
    process = view.processes[place]
    return [
        name for name in ("frontstage", "owner", "backstage")
        if process.meets_us and not getattr(process, name) and any(getattr(each, name) for each in view.processes)
    ]  # fmt: skip


def _hatched(view: BlueprintView, lane: Lane | None, name: str, context: Context) -> Lane | None:
    """A row in which the cells are hatched that have nothing to say of what we do."""
    if lane is None:
        return None
    columns = context.table.columns
    empty = [place for place in context.band.range if name in _missing(view, place)]

    def draw(top: float, height: float) -> Sequence[Item]:
        boxes = [Box(columns.edge(place) + 5, top, columns.edge(place + 1) - 5, top + height) for place in empty]
        hatches = [
            _hatch(box, context.theme, f"missing-{name}-{place}") for box, place in zip(boxes, empty, strict=True)
        ]
        return [*hatches, *lane.draw(top, height)]

    return replace(lane, draw=draw)


def _hatch(box: Box, theme: Theme, name: str = "") -> Shape:
    """Slanting lines that fill a box."""
    lines: list[Segment] = []
    x = box.left - box.height + _HATCH
    while x < box.right:  # from the lower end, at x, up to the right
        low, high = max(x, box.left), min(x + box.height, box.right)
        lines += path([(low, box.bottom - (low - x)), (high, box.bottom - (high - x))])
        x += _HATCH
    return Shape(tuple(lines), stroke=theme.rule, width=look.HAIRLINE, name=name)


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


def _frontstage(process: Process, _place: int, _context: Context) -> list[Note]:
    return [Note(process.frontstage)] if process.frontstage else []


def _backstage(process: Process, _place: int, _context: Context) -> list[Note]:
    return [Note(process.backstage)] if process.backstage else []


def _actions(process: Process, place: int, context: Context) -> list[Note]:
    return [*cells.title(process, place, context), *cells.doing(process)]


def _waits(process: Process, _place: int, context: Context) -> list[Note]:
    return cells.waits(process, context)


def _fails(process: Process, _place: int, context: Context) -> list[Note]:
    """What goes wrong, and what gets lost on the way there."""
    sign = symbols.lowers(context.theme)
    return [*(Note(said.text, sign, said.who) for said in process.fails), *cells.lost(process, context)]


def _support(process: Process, _place: int, context: Context) -> list[Note]:
    return [
        *(Note(name, symbols.department(context.theme)) for name in process.departments),
        *(Note(name, symbols.system(context.theme)) for name in process.systems),
    ]


def _influences(view: BlueprintView, context: Context) -> Lane | None:
    """Parties from outside; what one does is said where it is first met in the band, and not in every column."""
    said: set[Influence] = set()
    shown = {}
    for place in context.band.range:
        found = view.processes[place].influences
        shown[place, place + 1] = [Note(each.party, by="" if each in said else each.does) for each in found]
        said.update(found)
    return notes.lane(context.table, cells.setting(context), "influence", context.sheet.influence, shown, titles=True)
