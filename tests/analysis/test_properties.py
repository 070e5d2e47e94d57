"""What holds for every ranking."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from tests.analysis.journeys import LIBRARY, journey, mean, of_pairs, order, rank, text, touchpoint
from tests.profiles import examples
from tests.support import project

MARK = st.floats(0, 10).map(lambda value: round(value, 2))
PAIRS = st.lists(st.tuples(MARK, MARK), min_size=1, max_size=8).map(
    lambda pairs: {f"t{n}": pair for n, pair in enumerate(pairs)}
)
FEW = examples(25)


def lines(ranking: Any) -> list[Any]:
    return [
        (r.persona, r.kind, r.journey, r.touchpoint, r.rank, r.tied, r.key, r.p_top5, r.p_holm) for r in ranking.rows
    ]


@FEW
@given(pairs=PAIRS, more=PAIRS, seed=st.integers(0, 1000))
def test_the_order_of_files_and_personas_changes_nothing(pairs, more, seed):
    names = ["anna", "ben", "cleo"]
    stops = [touchpoint(n, mean(i, 1.2, 50), mean(e, 1.4, 50)) for n, (i, e) in pairs.items()]
    stops[0]["by_persona"] = {"ben": {"scores": {"experience": mean(5, 1, 30)}}}
    one, two = journey(*stops, name="one", personas=tuple(names)), of_pairs(more, name="two", personas=("ben",))
    expected = lines(rank(one, two))
    shuffled = random.Random(seed).sample(names, 3)
    one["journey"]["personas"] = shuffled
    library = {**LIBRARY, "personas": {name: LIBRARY["personas"][name] for name in shuffled}}
    files = {"z.cxmap.yaml": text(one), "a.cxmap.yaml": text(two), "m.cxmap.yaml": text(library)}
    assert lines(gaps(project(files), Options())) == expected


@FEW
@given(pairs=PAIRS, by=st.floats(-50, 50).map(lambda value: round(value, 2)))
def test_gap_and_its_order_survive_a_shift_of_both_scales(pairs, by):
    plain = rank(of_pairs(pairs), by="gap")
    moved = rank(
        of_pairs({name: (i + by, e + by) for name, (i, e) in pairs.items()}, scale={"min": by - 1, "max": by + 11}),
        by="gap",
    )
    wider = rank(of_pairs(pairs, scale={"min": -1, "max": 11}), by="gap")
    assert [row.rank for row in moved.rows] == [row.rank for row in wider.rows]
    assert order(moved) == order(wider)
    assert [row.gap for row in moved.rows] == pytest.approx([row.gap for row in wider.rows])
    assert order(wider) == order(plain)


@FEW
@given(pairs=PAIRS)
def test_priority_is_zero_exactly_where_the_need_is_met(pairs):
    for row in rank(of_pairs(pairs)).rows:
        assert (round(row.key, 9) == 0) == (row.gap10 <= 0 or row.importance10 == 0)


@FEW
@given(pairs=PAIRS, by=st.sampled_from(["priority", "gap", "opportunity", "shortfall"]))
def test_ranks_are_competition_ranks(pairs, by):
    rows = rank(of_pairs(pairs), by=by).rows
    values = [(round(row.key, 9), round(row.gap10, 9)) for row in rows]
    assert sorted(values, key=lambda value: (-value[0], -value[1])) == values
    for row, value in zip(rows, values, strict=True):
        assert row.rank == 1 + sum(other > value for other in values)
        assert row.tied == (values.count(value) > 1)


@FEW
@given(i=MARK, e=MARK, sd=st.floats(0.1, 4), n=st.integers(5, 500), more=st.integers(0, 500))
def test_more_respondents_never_widen_the_interval_of_a_gap(i, e, sd, n, more):
    few, many = (
        rank(journey(touchpoint("a", mean(i, sd, size), mean(e, sd, size)))).rows[0].interval for size in (n, n + more)
    )
    assert many.high - many.low <= few.high - few.low + 1e-9


@FEW
@given(pairs=PAIRS, shares=st.tuples(st.floats(0.01, 0.5), st.floats(0.01, 0.5)))
def test_combined_rows_lie_between_the_personas(pairs, shares):
    library = {
        "cxmap": 1,
        "segments": {n: {"title": n, "share": s} for n, s in zip(("new", "old"), shares, strict=True)},
        "personas": {"anna": {"name": "Anna", "segment": "new"}, "ben": {"name": "Ben", "segment": "old"}},
    }
    stops = [
        touchpoint(n, i, e, by_persona={"ben": {"scores": {"importance": e, "experience": i}}})
        for n, (i, e) in pairs.items()
    ]
    ranking = rank(journey(*stops, personas=("anna", "ben")), library=library)
    for row in ranking.rows:
        if row.kind == "combined":
            own = [one.key for one in ranking.rows if one.kind != "combined" and one.touchpoint == row.touchpoint]
            assert min(own) - 1e-9 <= row.key <= max(own) + 1e-9
