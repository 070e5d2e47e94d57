"""The monotone curve is SciPy's, and never leaves the range of its data."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.interpolate import PchipInterpolator

from cxmap.output.drawing import curve

SCORES = st.lists(st.integers(0, 100).map(lambda n: n / 10), min_size=2, max_size=12)
GAPS = st.lists(st.integers(1, 4), min_size=11, max_size=11)


@given(SCORES, GAPS)
def test_smooth_is_pchip(scores: list[float], gaps: list[int]) -> None:
    places = np.cumsum([0, *gaps])[: len(scores)].astype(float)
    oracle = PchipInterpolator(places, scores)
    for bow in curve.smooth(list(zip(places.tolist(), scores, strict=True))):
        for t in (0, 0.1, 0.5, 0.8, 1):
            x, y = bow.at(t)
            assert x == pytest.approx(bow.start[0] + t * (bow.end[0] - bow.start[0]))
            assert y == pytest.approx(float(oracle(x)), abs=1e-9)
            low, high = sorted((bow.start[1], bow.end[1]))
            assert low - 1e-9 <= y <= high + 1e-9


def test_known_values() -> None:
    scores = [6, 6.5, 9.5, 2, 2, 8.5, 8.8]
    bows = curve.smooth([(float(i), score) for i, score in enumerate(scores)])
    heights = [bow.at(t / 20)[1] for bow in bows for t in range(21)]
    assert (min(heights), max(heights)) == (2, 9.5)


@given(SCORES)
def test_straight_is_straight(scores: list[float]) -> None:
    bows = curve.straight([(float(i), score) for i, score in enumerate(scores)])
    assert len(bows) == len(scores) - 1
    assert all(bow.is_straight for bow in bows)


def test_a_part_of_a_bow_lies_on_it() -> None:
    (bow, _) = curve.smooth([(0.0, 1.0), (2.0, 5.0), (3.0, 4.0)])
    part = bow.between(0.5, 1.5)
    assert part.start == pytest.approx(bow.at(0.25))
    assert part.at(0.5) == pytest.approx(bow.at(0.5))
    assert part.end == pytest.approx(bow.at(0.75))
