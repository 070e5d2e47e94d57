"""Errors of estimates from marks one by one, some at a time: as the formulas give them for all at once."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from cxmap.exchange.survey import respondent_marks
from cxmap.exchange.survey.respondent_marks import RespondentMarks, correlation_influence, covariance, mean_influence
from tests.exchange.survey.support import BOTH, summed


@pytest.fixture
def marks(monkeypatch):
    """A thousand respondents of three groups, with weights, of whom one in ten did not answer."""
    monkeypatch.setattr(respondent_marks, "_AT_ONCE", 64)
    random = np.random.default_rng(1)
    first = random.integers(0, 6, 1000)
    second = np.where(random.random(1000) < 0.5, first, random.integers(0, 6, 1000))
    codes: list[Any] = [first.astype(np.uint8), second.astype(np.uint16)]
    groups = random.integers(0, 3, 1000).astype(np.uint16)
    return RespondentMarks(("A", "B"), groups, random.uniform(0, 2, 1000), codes, np.array([np.nan, 1, 2, 3, 4.5, 5]))


def together(marks, influences):
    return np.array([np.concatenate([influence(part) for part in marks.parts()]) for influence in influences])


def test_of_means(marks):
    found, expected = [], []
    for group in range(3):
        for question in ("A", "B"):
            found.append(mean_influence(marks, question, group))
            x = marks.of(question)
            w = np.where((marks.groups == group) & ~np.isnan(x), marks.weights, 0)
            expected.append(w * np.nan_to_num(x - np.average(np.nan_to_num(x), weights=w)) / w.sum())
    assert together(marks, found) == pytest.approx(np.array(expected), abs=1e-15)
    assert covariance(found, marks.parts()) == pytest.approx(np.array(expected) @ np.array(expected).T, abs=1e-15)


def test_of_correlations(marks):
    for group in range(3):
        x, y = marks.of("A"), marks.of("B")
        w = np.where((marks.groups == group) & ~np.isnan(x + y), marks.weights, 0)
        u, v = (np.nan_to_num(z - np.average(np.nan_to_num(z), weights=w)) for z in (x, y))
        u, v = u / np.sqrt(np.average(u * u, weights=w)), v / np.sqrt(np.average(v * v, weights=w))
        r = np.average(u * v, weights=w)
        expected = w * (u * v - r * (u * u + v * v) / 2) / w.sum()
        found = together(marks, [correlation_influence(marks, "A", "B", group)])
        assert found[0] == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(("low", "high"), [(1, 5), (-3, 3), (0, 254), (0, 255), (0, 300)])
@pytest.mark.parametrize("kind", ["VARCHAR", "SMALLINT", "DOUBLE"])
def test_marks_are_those_of_the_file(tmp_path, low, high, kind):
    """Whatever the type of a column, and however many bytes its marks take; 999 is no answer."""
    duckdb = pytest.importorskip("duckdb")
    rows = [
        (low, high),
        (high, None),
        (None, low),
        (None, None),
        (999, low + 1),
        *((k, high) for k in range(low, high)),
    ]
    values = ", ".join(f"({i}, {e})".replace("None", "NULL") for i, e in rows)
    duckdb.execute(
        f"COPY (SELECT i::{kind} AS I, e::{kind} AS E FROM (VALUES {values}) AS answers(i, e)) "
        f"TO '{tmp_path}/x.parquet' (FORMAT parquet)"
    )
    scale = f"{{scale: {{min: {low}, max: {high}}}, not_answers: [999]}}"
    mapping = f"source: {{id: survey, title: A survey}}\nanswers: {scale}\nfigures: mean\n{BOTH}"
    marks = summed(tmp_path, (tmp_path / "x.parquet").read_bytes(), mapping, name="x.parquet").marks
    assert marks is not None
    found = zip(*(np.nan_to_num(marks.of(question), nan=999).tolist() for question in ("I", "E")), strict=True)
    assert sorted(found) == sorted(tuple(999 if mark is None else mark for mark in row) for row in rows)
