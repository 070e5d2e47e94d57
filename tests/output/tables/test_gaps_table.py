"""The table of a ranking at every width."""

from __future__ import annotations

from typing import Any

import pytest
from rich.cells import cell_len
from tests.analysis.journeys import journey, load, mean, touchpoint

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.output.tables.gaps_table import gaps_table
from cxmap.output.tables.signs import ASCII, UNICODE, Screen, bar

LONG = "Asks three times whether the ordered size has come in, and is sent to the other counter"

STOPS = (
    touchpoint("wait", mean(8.4, 1, 200), mean(3.1, 2, 200), title=LONG, moment_of_truth=True, wow="Cake"),
    touchpoint(
        "search", mean(8, 1, 20), mean(4.9, 2, 20), title="検索する", by_persona={"ben": {"scores": {"importance": 4}}}
    ),
    *(touchpoint(f"t{n}", 6 + n / 10, 7 + n / 10) for n in range(4)),
)


def table(width: int | None, **more: Any) -> str:
    one = journey(*STOPS, personas=("anna", "ben"))
    one["journey"]["stages"][0]["touchpoints"][0] |= {"title": LONG}
    one["actions"] = {"mend": {"title": "Mend what is broken, counter by counter", "touchpoints": ["wait"]}}
    project = load(one)
    return gaps_table(project, gaps(project, Options(**more)), Screen(width))


@pytest.mark.parametrize("width", [60, 72, 80, 100, 115, 116, 140, 200])
@pytest.mark.parametrize("options", [{}, {"by": "gap"}, {"by": "opportunity"}, {"persona": "ben"}])
def test_no_line_is_wider_than_the_terminal(width: int, options: dict[str, Any]) -> None:
    assert max(map(cell_len, table(width, **options).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 100, 140])
def test_what_must_be_seen_is_seen(width: int) -> None:
    out = table(width, persona="anna")
    for text in ("8.4", "3.1", "5.3", "5.0…5.6c", "4.45", "concentrate here", "◆ ★ ▼", "no action", "Anna (anna)"):
        assert text in out
    assert ("quadrant" in out) == (width >= 116)


def test_more_room_shows_more_of_a_title() -> None:
    shown = [
        next(line for line in table(w).splitlines() if "Asks" in line and "Work first" not in line)
        .split("…")[0]
        .split("█")[0]
        for w in (80, 140)
    ]
    assert len(shown[1].strip()) > len(shown[0].strip())


def test_in_a_pipe_a_row_is_one_whole_line() -> None:
    lines = [line for line in table(None).splitlines() if LONG in line and not line.startswith("Work first")]
    assert len(lines) == 3
    assert all("Mend what is broken, counter by counter" in line for line in lines)
    assert all(line == line.rstrip() for line in table(None).splitlines())


@pytest.mark.parametrize(
    ("value", "until", "solid", "missing"),
    [(10, None, 10, 0), (5, 10, 5, 5), (0, 0, 0, 0), (None, None, 0, 0), (12, None, 10, 0), (3.3, 8, 4, 4)],
)
def test_bars(value: float | None, until: float | None, solid: int, missing: int) -> None:
    drawn, rest = bar(value, 10, UNICODE, until)
    assert (len(drawn), len(rest)) == (solid, missing)
    assert bar(value, 10, ASCII, until)[0].strip("#") == ""
