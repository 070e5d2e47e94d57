"""A ranking as a table to read in a terminal or a pipe.

On a terminal a row is a small block: importance and experience as two bars above each other on one scale, so that the
gap is what the second lacks. In a pipe a row is one line, and nothing is cut.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.report import gaps_words as words
from cxmap.report.numbers import decimals, fixed, percent
from cxmap.report.terminal import Glyphs, Screen, bar, glyphs, line, packed, sentences, to_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from cxmap.analysis.gaps import Ranking
    from cxmap.analysis.rows import Row
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

WIDE = 116
"""From this width on, quadrant, marks and action have columns of their own."""
MOST_LINES = 10
LEFT = frozenset({"touchpoint", "stage", "persona", "0 to 10", "95 %", "quadrant", "marks", "action"})


def gaps_table(project: Project, ranking: Ranking, screen: Screen, *, remarks: bool = True) -> str:
    """The whole output.

    Args:
        project: For the names of personas and the titles of actions.
        ranking: The ranking.
        screen: Where it will be read.
        remarks: Whether to say what stands in the ranking's remarks.
    """
    from rich.text import Text

    parts: list[RenderableType] = []
    marks = words.common_scale(ranking)
    if ranking.rows:
        parts += [line(one, "dim") for one in words.header(ranking, marks)]
        tables = Tables(project, ranking, screen, marks)
        for persona, rows in itertools.groupby(ranking.rows, key=lambda row: row.persona):
            parts += [Text(""), tables.heading(persona), tables.table(list(rows))]
        parts += [Text(""), *tables.legend()]
    parts += [Text(""), sentences(_below(ranking, marks, remarks=remarks), screen)]
    return to_text(parts, screen)


def _below(ranking: Ranking, marks: Range | None, *, remarks: bool) -> Iterator[str]:
    """What stands below the tables, a sentence a line."""
    if ranking.rows:
        yield words.agreement(ranking)
        yield from filter(None, [words.without_action(ranking)])
    yield words.coverage(ranking)
    lacking = [
        f"Not scored: {u.journey}/{u.touchpoint} ({u.persona}), no {', no '.join(u.missing)}" for u in ranking.unscored
    ]
    yield from _some(lacking, "touchpoints are not scored")
    if any(row.quadrant for row in ranking.rows):
        yield from _some([words.crosshair(one, marks) for one in ranking.crosshairs], "crosshairs")
    if remarks:
        yield from ranking.remarks


def _some(lines: Sequence[str], what: str) -> Iterator[str]:
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield f"… and {len(lines) - MOST_LINES} more {what}; --format json has all."


class Tables:
    """The tables of one ranking, one for each persona and one for all together."""

    def __init__(self, project: Project, ranking: Ranking, screen: Screen, marks: Range | None) -> None:
        self._project = project
        self._ranking = ranking
        self._screen = screen
        self._marks = marks
        self._signs = glyphs(screen)
        self._digits = decimals(marks) if marks else 1
        self._several = len({row.journey for row in ranking.rows}) > 1
        self._figure = "gap 0–10" if ranking.by == "gap" else ranking.by
        self._gaps = ranking.by == "improvement" or any(row.gap10 is not None for row in ranking.rows)
        self._used: set[str] = set()

    def heading(self, persona: str | None) -> Text:
        """Whose ranking it is."""
        if persona is None:
            return line("All personas together", "bold")
        found = self._project.personas.get(persona)
        return line(f"{found.name} ({persona})" if found and found.name else persona, "bold")

    def table(self, rows: Sequence[Row]) -> Table:
        """The table of one ranking."""
        if self._screen.width is None:
            return self._lines(rows)
        return self._blocks(rows, wide=self._screen.width >= WIDE)

    def legend(self) -> Iterator[Text]:
        """What the signs mean that were used."""
        signs = self._signs
        meaning = {
            "=": "= shares its rank",
            "*": "* small sample (5 to 29 answers)",
            "c": "c conservative: too wide if the same people gave both marks",
            "~": "~ borderline",
            "truth": f"{signs.truth} moment of truth",
            "wow": f"{signs.wow} wow",
            "weak": f"{signs.weak} weakest link",
        }
        missing = f"{signs.missing} what is missing" if self._gaps else ""
        bars = [f"{signs.full} importance above, experience below", missing]
        if self._screen.width is None:
            bars = [f"{signs.full} experience", missing, f"{signs.beyond} beyond what matters"] if self._gaps else []
        items = [*filter(None, bars), *(text for sign, text in meaning.items() if sign in self._used)]
        yield from (line(one, "dim") for one in packed(items, self._screen))

    def _blocks(self, rows: Sequence[Row], *, wide: bool) -> Table:
        from rich.table import Table

        bars = min(30, max(12, (self._screen.width or 0) // 5))
        table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True, header_style="dim")
        table.add_column("#", justify="right", no_wrap=True)
        table.add_column("touchpoint", ratio=3, no_wrap=True, overflow="ellipsis")
        table.add_column("on 0 to 10", width=bars, no_wrap=True, overflow="crop")
        table.add_column("mark", justify="right", no_wrap=True)
        if self._gaps:
            table.add_column("gap", justify="right", no_wrap=True)
        table.add_column(self._figure, justify="right", no_wrap=True)
        if wide:
            table.add_column("quadrant", no_wrap=True)
            table.add_column("action", ratio=2, no_wrap=True, overflow="ellipsis")
        for row in rows:
            table.add_row(*self._block(row, bars, wide=wide))
        return table

    def _block(self, row: Row, bars: int, *, wide: bool) -> list[RenderableType]:
        from rich.text import Text

        under = [self._where(row)] if wide else [self._quadrant(row), self._where(row)]
        second = f" {self._signs.dot} ".join(filter(None, under))
        signs = self._marks_of(row)
        third = " ".join([*signs, *([] if wide else [self._action(row)])])
        lines = [line(self._title(row), "bold"), line(second, "dim"), *([line(third)] if third else [])]
        cells: list[RenderableType] = [
            Text(self._rank(row)),
            Text("\n").join(lines),
            _bars(row, bars, self._signs),
            Text(f"{self._mark(row.importance, row.importance10)}\n{self._mark(row.experience, row.experience10)}"),
            *([Text(f"{self._gap(row)}\n{self._interval(row)}")] if self._gaps else []),
            Text("\n").join([Text(fixed(row.key, 2), style="bold"), Text(self._certainty(row), style="dim")]),
        ]
        if wide:
            cells += [Text(self._quadrant(row)), line(self._action(row))]
        return cells

    def _lines(self, rows: Sequence[Row]) -> Table:
        from rich.table import Table

        cells = [self._line(row) for row in rows]
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        shown = [name for name in cells[0] if any(one[name].plain for one in cells)]
        for name in shown:
            table.add_column(name, justify="left" if name in LEFT else "right", no_wrap=True)
        for one in cells:
            table.add_row(*(one[name] for name in shown))
        return table

    def _line(self, row: Row) -> dict[str, Text]:
        return {
            "#": line(self._rank(row)),
            "touchpoint": line(self._title(row)),
            "stage": line(self._where(row)),
            "persona": line(row.persona or "all"),
            "importance": line(self._mark(row.importance, row.importance10)),
            "experience": line(self._mark(row.experience, row.experience10)),
            "0 to 10": line(self._one_bar(row)),
            "gap": line(self._gap(row) if self._gaps else ""),
            "95 %": line(self._interval(row)),
            self._figure: line(fixed(row.key, 2)),
            "top 5": line(self._certainty(row).removeprefix("top 5 ")),
            "quadrant": line(self._quadrant(row)),
            "marks": line(" ".join(self._marks_of(row))),
            "action": line(self._action(row)),
        }

    def _one_bar(self, row: Row, width: int = 20) -> str:
        signs = self._signs
        if row.importance10 is None or row.experience10 is None:
            return ""
        if row.gap10 is None:
            return bar(row.experience10, width, signs)[0]
        low, high = (round(min(10.0, v) / 10 * width) for v in sorted((row.importance10, row.experience10)))
        return signs.full * low + (signs.missing if row.gap10 > 0 else signs.beyond) * (high - low)

    def _rank(self, row: Row) -> str:
        if row.rank is None:
            return "–" if self._screen.unicode else "-"
        self._used |= {"="} if row.tied else set()
        return f"{row.rank}{'=' if row.tied else ' '}"

    def _title(self, row: Row) -> str:
        return f"{self._signs.arrow} {row.title}" if row.kind == "handover" else row.title

    def _where(self, row: Row) -> str:
        step = "step into it " if row.kind == "handover" else ""
        stage = f"{row.journey} {self._signs.dot} {row.stage_title}" if self._several else row.stage_title
        return f"{step}{self._signs.dot + ' ' if step else ''}{stage}"

    def _mark(self, value: float | None, value10: float | None) -> str:
        return fixed(value if self._marks else value10, self._digits)

    def _gap(self, row: Row) -> str:
        return fixed(None if row.gap10 is None else words.on_points(row.gap10, self._marks), self._digits)

    def _interval(self, row: Row) -> str:
        if row.negative_share and self._ranking.by == "improvement":
            share, low, high = row.negative_share
            return f"{percent(share)} neg. ({percent(low).removesuffix(' %')}–{percent(high)})"
        if row.interval is None:
            return {"too-few": "too few"}.get(row.sample, "")
        ends = [words.on_points(end, self._marks) for end in (row.interval.low, row.interval.high)]
        sign = ("*" if row.sample == "small" else "") + ("c" if row.interval.conservative else "")
        self._used |= set(sign)
        return f"{self._signs.between.join(fixed(end, self._digits) for end in ends)}{sign}"

    def _certainty(self, row: Row) -> str:
        if row.rank_set:
            return f"rank {row.rank_set[0]}–{row.rank_set[1]}"
        return "" if row.p_top5 is None else f"top 5 {percent(row.p_top5)}"

    def _quadrant(self, row: Row) -> str:
        self._used |= {"~"} if row.borderline else set()
        return f"{words.QUADRANTS[row.quadrant]}{'~' if row.borderline else ''}" if row.quadrant else ""

    def _marks_of(self, row: Row) -> list[str]:
        given = {
            "truth": (row.moment_of_truth, self._signs.truth),
            "wow": (row.wow, self._signs.wow),
            "weak": (row.weakest_link, self._signs.weak),
        }
        self._used |= {name for name, (is_so, _) in given.items() if is_so}
        return [sign for is_so, sign in given.values() if is_so]

    def _action(self, row: Row) -> str:
        titles = [self._project.actions[name].title if name in self._project.actions else name for name in row.actions]
        return f"{self._signs.arrow} {'; '.join(titles)}" if titles else "no action"


def _bars(row: Row, width: int, signs: Glyphs) -> Text:
    """Importance above, experience below, with what it lacks of the importance."""
    from rich.text import Text

    importance, _ = bar(row.importance10, width, signs)
    short = row.gap10 is not None and row.gap10 > 0
    experience, missing = bar(row.experience10, width, signs, row.importance10 if short else None)
    return Text.assemble((importance, "blue"), "\n", (experience, "green"), (missing, "red"))
