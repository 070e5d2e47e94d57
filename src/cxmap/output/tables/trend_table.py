"""Changes over time as tables to read, in a terminal, a pipe or Markdown."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cxmap.i18n.trend import TrendWords
from cxmap.output.tables import markdown
from cxmap.output.tables import trend_cells as cells
from cxmap.output.tables.render import Column, Page, Table, render
from cxmap.text.escape import markdown_cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cxmap.analysis.series import Series, Trend
    from cxmap.choices import Lang
    from cxmap.output.tables.signs import Screen
    from cxmap.project.project import Project

_VERDICTS = ("better", "worse", "higher", "lower", "no-clear-change", "not-tested")
_ALWAYS = ("better", "worse", "no-clear-change")


def trend_table(project: Project, found: Trend, screen: Screen, *, lang: Lang = "en", remarks: bool = True) -> str:
    """The whole output for a terminal or a pipe."""
    words = TrendWords(lang)
    tables = list(_tables(project, found, words))
    notes = trend_remarks(project, found, words) if remarks and tables else []
    text = render(Page(conclusion(found, words), (), tables, (), notes), screen)
    return text if screen.unicode else text.translate(_IN_ASCII)


_IN_ASCII = str.maketrans({"▲": "^", "▼": "v", "△": "^", "▽": "v", "·": "-"})


def trend_markdown(project: Project, found: Trend, lang: Lang = "en") -> str:
    """The whole output in Markdown."""
    words = TrendWords(lang)
    parts = [f"## {words.title}", markdown_cell(conclusion(found, words))]
    for table in _tables(project, found, words):
        parts += [f"### {markdown_cell(table.title)}", table.in_markdown()]
    parts.append(markdown.list_items(trend_remarks(project, found, words)) if found.compared else "")
    return "\n\n".join(part for part in parts if part) + "\n"


def conclusion(found: Trend, words: TrendWords) -> str:
    """How many got better, worse, or are not clear, in one sentence."""
    if not found.compared:
        return words.nothing
    start = words.since.format(cells.month(found.since, words)) if found.since else words.ever
    tally = found.tally
    said = [words.tally[name].format(tally[name]) for name in _VERDICTS if tally[name] or name in _ALWAYS]
    return words.conclusion.format(start, ", ".join(said))


def trend_remarks(project: Project, found: Trend, words: TrendWords) -> list[str]:
    """What stands below: what the signs mean, what was finished meanwhile, what else there is to know."""
    said = []
    families = [words.counted_family(name, count) for name, count in found.families.items() if count]
    said.append(words.chance.format(words.listed(families)) if families else words.no_chance)
    if found.own_families and families:
        said.append(words.chosen)
    if found.tally["higher"] or found.tally["lower"]:
        said.append(words.neither)
    for each in found.guarded:
        persona = project.personas[each.persona] if each.persona else None
        said.append(words.guarded.format(_name(project, each, words), persona.name if persona else each.persona))
    for place, slope in found.courses.items():
        each = found.series[place]
        ends = [cells.difference(each, end, words) for end in (slope.low, slope.high)]
        moves = cells.with_unit(each, cells.difference(each, slope.value, words), words)
        p = words.digits(f"{slope.p:.2g}" if slope.p >= 0.0005 else "<0.001")
        course = words.share_course if each.is_share else words.course
        said.append(course.format(len(each.points), _name(project, each, words), moves, *ends, p))
    if any(each.top_two for each in found.distinct):
        said.append(words.how_top_two)
    for place, points in found.outside.items():
        each = found.series[place]
        values = [cells.point(each, point, words, dated=True) for point in points]
        said.append(words.outside.format(_name(project, each, words), words.listed(values, 5)))
    if found.finished:
        titles = [f"{project.actions[name].title} ({project.actions[name].finished})" for name in found.finished]
        said.append(words.finished.format(words.listed(titles, 5)))
    single = sum(each.change is None for each in found.series if each.what == "score")
    if single:
        said.append(words.counted(words.once, single))
    said.append(words.cause)
    return said


def _tables(project: Project, found: Trend, words: TrendWords) -> Iterator[Table]:
    for kind in ("experience", "importance"):
        shown = [
            each for each in found.distinct if each.kind == kind or (kind == "experience" and each.what == "index")
        ]
        for ends in dict.fromkeys((each.scale.min, each.scale.max) for each in shown if each.scale):
            rows = [each for each in shown if each.scale and (each.scale.min, each.scale.max) == ends]
            title = words.heading[kind].format(*map(words.general, ends))
            yield _scores(project, found, title, rows, words)
    counted = [each for each in found.distinct if each.top_two is not None]
    if counted:
        yield _top_two(project, found, counted, words)
    metrics = [each for each in found.series if each.what == "metric"]
    if metrics and found.compared:
        yield _metrics(project, metrics, words)


def _scores(project: Project, found: Trend, title: str, rows: Sequence[Series], words: TrendWords) -> Table:
    dates = {(each.before.date if each.before else None, each.after.date) for each in rows}
    ((before, after),) = dates if len(dates) == 1 else ((None, None),)
    headings = (
        (cells.month(before, words), cells.month(after, words)) if before and after else (words.before, words.now)
    )
    dated = not (before and after)
    return Table(
        title,
        [
            Column("", _names(project, found, rows, words), too_wide="fold"),
            Column(headings[0], [cells.point(each, each.before, words, dated=dated) for each in rows], too_wide="fold"),
            Column(headings[1], [cells.point(each, each.after, words, dated=dated) for each in rows], too_wide="fold"),
            Column(words.change, [cells.change(project, each, words) for each in rows], too_wide="fold"),
        ],
    )


def _top_two(project: Project, found: Trend, rows: Sequence[Series], words: TrendWords) -> Table:
    """Shares of top-two answers, where both waves are counted."""
    kinds = [words.of_kind[each.kind] if each.kind else "" for each in rows]
    return Table(
        words.top_two,
        [
            Column("", _names(project, found, rows, words), too_wide="fold"),
            Column(words.score, kinds),
            Column(words.before, [cells.top_two(each, words)[0] for each in rows]),
            Column(words.now, [cells.top_two(each, words)[1] for each in rows]),
            Column(words.change, [cells.top_two(each, words)[2] for each in rows], too_wide="fold"),
        ],
    )


def _metrics(project: Project, rows: Sequence[Series], words: TrendWords) -> Table:
    return Table(
        words.metric,
        [
            Column("", [_name(project, each, words) for each in rows], too_wide="fold"),
            Column(
                words.baseline,
                [cells.point(each, each.before or each.after, words, dated=True) for each in rows],
                too_wide="fold",
            ),
            Column(
                words.now,
                [cells.point(each, each.before and each.after, words, dated=True) for each in rows],
                too_wide="fold",
            ),
            Column(words.change, [cells.change(project, each, words) for each in rows], too_wide="fold"),
            Column(words.target, [cells.target(each, words) for each in rows], too_wide="fold"),
            Column(words.on_schedule, [cells.schedule(each, words) for each in rows], too_wide="fold"),
        ],
    )


def _names(project: Project, found: Trend, rows: Sequence[Series], words: TrendWords) -> list[str]:
    """The rows by name; where there are several of one name, with the personas whom each is about."""
    names = [_name(project, each, words) for each in rows]
    counts = Counter(names)
    return [
        f"{name} ({', '.join(found.shared_by(each))})" if counts[name] > 1 else name
        for name, each in zip(names, rows, strict=True)
    ]


def _name(project: Project, series: Series, words: TrendWords) -> str:
    if series.what == "metric":
        return project.metrics[series.id].title
    if series.what == "index":
        return f"{series.id}, {words.index}"
    journey, _, touchpoint = series.id.partition("/")
    plain = touchpoint.removesuffix("#handover")
    return f"{journey} · {words.handover.format(plain) if plain != touchpoint else plain}"
