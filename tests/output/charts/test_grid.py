"""Stages in bands: whole where they fit, in order, in as few bands as can be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cxmap.output.charts.grid import Columns, bands


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(1, 20))
def test_every_column_once_and_in_order(sizes: list[int], most: int) -> None:
    made = bands(sizes, most)
    spans = [span for band in made for span in band.spans]
    assert all(band.count <= most for band in made)
    assert [column for span in spans for column in range(span.first, span.end)] == list(range(sum(sizes)))
    for stage, size in enumerate(sizes):
        parts = [span for span in spans if span.stage == stage]
        assert sum(span.count for span in parts) == size
        assert [span.continued for span in parts] == [False] + [True] * (len(parts) - 1)
        assert len(parts) == 1 or size > most


def test_bands_are_about_equally_full() -> None:
    assert [band.count for band in bands([5, 5, 5, 5], 15)] == [10, 10]
    assert [band.count for band in bands([40], 15)] == [14, 13, 13]


def test_where_columns_are() -> None:
    columns = Columns(left=100, width=50, first=4, end=7)
    assert (columns.edge(4), columns.middle(4), columns.right) == (100, 125, 250)
    assert list(columns.range) == [4, 5, 6]
