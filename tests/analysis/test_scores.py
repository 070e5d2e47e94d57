"""Scores on one footing: marks, means and counts."""

from __future__ import annotations

import math
import statistics
from typing import Any

import pytest

from cxmap.analysis.scores import Score, from_ten, mean_and_sd, resolve, sd_to_ten, to_ten
from cxmap.model.scale import Range
from tests.analysis.journeys import LIBRARY, journey, load, mean, rank, touchpoint

FIVE = Range(min=1, max=5)


@pytest.mark.parametrize(("mark", "on_ten"), [(1, 0), (2, 2.5), (3.4, 6), (5, 10)])
def test_from_a_scale_to_0_to_10_and_back(mark: float, on_ten: float) -> None:
    assert to_ten(mark, FIVE) == pytest.approx(on_ten)
    assert from_ten(on_ten, FIVE) == pytest.approx(mark)


def test_a_standard_deviation_is_stretched_and_not_shifted() -> None:
    assert sd_to_ten(0.8, FIVE) == pytest.approx(2)


@pytest.mark.parametrize(
    ("counts", "average", "sd"),
    [
        ({4: 1}, 4, None),
        ({1: 1, 2: 1}, 1.5, math.sqrt(0.5)),
        ({1: 0, 3: 3}, 3, 0),
        ({1: 10, 2: 10, 3: 30, 4: 30, 5: 20}, 3.4, math.sqrt(144 / 99)),
    ],
)
def test_mean_and_sd_of_counts(counts: dict[float, int], average: float, sd: float | None) -> None:
    found = mean_and_sd(counts)
    assert found[0] == pytest.approx(average)
    assert found[1] == (None if sd is None else pytest.approx(sd))
    answers = [mark for mark, count in counts.items() for _ in range(count)]
    assert sd is None or sd == pytest.approx(statistics.stdev(answers))


def score(given: Any, library: Any = LIBRARY, **more: Any) -> Score | None:
    """An experience as the file gives it, in a journey on 0 to 10."""
    project = load(journey(touchpoint("a", 8, given), **more), library=library)
    ((document, found),) = project.journey_documents()
    (placed,) = document.touchpoints()
    scores = placed.touchpoint.scores
    return resolve(project, found, scores.experience if scores else None, "experience")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, None),
        (7, Score(7, 7)),
        (mean(4, 1, 50, "five"), Score(7.5, 7.5, 2.5, 50, source="five", guess=False)),
        (mean(4, source="wall"), Score(4, 4, source="wall")),
        (mean(4, source=None), Score(4, 4)),
        ({"counts": {2: 1, 3: 1, 4: 2}, "source": "five"}, Score(5.625, 5.625, 2.393568, 4, 0.25, "five", guess=False)),
        ({"counts": {2: 0}, "source": "five"}, None),
    ],
)
def test_every_form(given: Any, expected: Score | None) -> None:
    found = score(given)
    assert (found is None) == (expected is None)
    if found and expected:
        assert (found.value, found.value10, found.sd10) == pytest.approx(
            (expected.value, expected.value10, expected.sd10)
        )
        for name in ("n", "negative_share", "source", "guess", "derived"):
            assert getattr(found, name) == getattr(expected, name), name


@pytest.mark.parametrize("source", ["survey", "like-the-journey"])
def test_a_mean_on_the_scale_of_the_journey_is_not_touched(source: str) -> None:
    """On 1 to 10, 2.83 does not survive the way to 0-10 and back to the last digit."""
    own = {"min": 1, "max": 10}
    sources = {**LIBRARY["sources"], "like-the-journey": {"title": "Survey", "kind": "survey", "scale": own}}
    found = score(mean(2.83, source=source), library={**LIBRARY, "sources": sources}, scale=own)
    assert found
    assert found.value == 2.83
    assert from_ten(found.value10, Range(min=1, max=10)) != 2.83


def test_who_gave_the_marks_of_a_journey() -> None:
    for source, guess in (("survey", False), ("wall", True)):
        found = score(7, scores_source=source)
        assert found
        assert (found.source, found.guess) == (source, guess)


def test_a_touchpoint_may_name_who_gave_its_marks() -> None:
    stop = touchpoint("a", 8, 5, scores={"source": "survey"})
    assert [row.guess for row in rank(journey(stop, touchpoint("b", 7, 5), scores_source="wall")).rows] == [False, True]
