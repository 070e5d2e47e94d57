"""How the scores of one survey vary together: what the file beside a journey says, and what is made of it."""

from __future__ import annotations

import json
from statistics import NormalDist
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import cxmap
import yaml
from cxmap.analysis.changes import index_changes
from cxmap.analysis.dependence import answers_file, beside, root
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options, View
from tests.analysis.journeys import LIBRARY, journey, mean, touchpoint

if TYPE_CHECKING:
    from pathlib import Path

SOURCES: dict[str, Any] = {
    "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31", "n": 100},
    "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30", "n": 100},
}
NAMES = ("a", "b", "c", "d", "e", "f")


def kept(r: float, names: tuple[str, ...] = NAMES, n: int = 100, date: str = "2026-09-30") -> dict[str, Any]:
    """A survey whose experiences all correlate so, with independent importances."""
    means = [f"{name}.{kind}" for kind in ("importance", "experience") for name in names]
    half = len(names)
    covariance = [
        [0.02 if column == row else r * 0.02 if row >= half <= column else 0.0 for column in range(row + 1)]
        for row in range(2 * half)
    ]
    return {"date": date, "n": n, "means": means, "covariance": covariance}


def project(folder: Path, beside_it: Any = None, twice: bool = False) -> cxmap.project.project.Project:
    """A journey of six touchpoints that one survey scored, with a file beside it."""
    values = {"a": 5.0, "b": 5.1, "c": 5.3, "d": 5.5, "e": 5.7, "f": 7.0}
    stops = []
    for name, value in values.items():
        last = mean(value, 1.5, 100, "autumn")
        experience = [mean(value - 0.25, 1.5, 100, "spring"), last] if twice else last
        stops.append(touchpoint(name, mean(8, 1.5, 100, "autumn"), experience))
    data = {**LIBRARY, **journey(*stops), "cxmap": 1, "sources": {**LIBRARY.get("sources", {}), **SOURCES}}
    (folder / "trip.cxmap.yaml").write_text(yaml.safe_dump(data), encoding="utf-8")
    if beside_it is not None:
        text = beside_it if isinstance(beside_it, str) else json.dumps({"cxmap-answers": 1, "sources": beside_it})
        (folder / "trip.answers.json").write_text(text, encoding="utf-8")
    return cxmap.load(folder)


def ranked(found: Any) -> dict[str, Any]:
    return {row.touchpoint: row for row in gaps(found, Options(rank_sets=True, by="gap")).rows}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("x/trip.cxmap.yaml", "x/trip.answers.json"),
        ("trip.cxmap.yml", "trip.answers.json"),
        ("a.b.yaml", "a.b.answers.json"),
        ("c.yml", "c.answers.json"),
    ],
)
def test_the_file_beside(path, expected):
    assert beside(path) == expected


def test_rows_that_vary_together_are_told_apart_more_surely(tmp_path):
    folders = [tmp_path / name for name in ("apart", "together")]
    for folder in folders:
        folder.mkdir()
    apart, together = ranked(project(folders[0])), ranked(project(folders[1], {"autumn": kept(0.9)}))
    width = {name: [row.rank_set[1] - row.rank_set[0] for row in found.values()] for name, found in
             (("apart", apart), ("together", together))}  # fmt: skip
    assert sum(width["together"]) < sum(width["apart"])
    assert together["f"].p_top5 <= apart["f"].p_top5
    assert [row.key for row in together.values()] == [row.key for row in apart.values()]


def test_covariances_of_nothing_are_those_of_independent_rows(tmp_path):
    for name in ("apart", "zero"):
        (tmp_path / name).mkdir()
    apart, zero = ranked(project(tmp_path / "apart")), ranked(project(tmp_path / "zero", {"autumn": kept(0.0)}))
    for name in NAMES:
        assert zero[name].p_top5 == pytest.approx(apart[name].p_top5, abs=0.03)


def test_a_ranking_says_whether_it_was_counted_in(tmp_path):
    for name in ("apart", "together"):
        (tmp_path / name).mkdir()
    found = gaps(project(tmp_path / "together", {"autumn": kept(0.5)}))
    assert found.dependent == ("anna",)
    (said,) = [remark for remark in found.remarks if "same people" in remark]
    assert said.endswith("trip.answers.json).")
    assert gaps(project(tmp_path / "apart")).dependent == ()


def test_the_change_of_an_index_has_an_interval_with_the_file(tmp_path):
    """SE² = gᵀVg: all weights are alike here, so each g is 1/6, and the importances cancel."""
    both = {"autumn": kept(0.5), "spring": kept(0.5, date="2026-03-31")}
    (found,) = index_changes(project(tmp_path, both, twice=True)).values()
    assert (found.change.verdict, found.change.at_most) == ("no-clear-change", False)
    assert found.change.interval is not None
    low, high = found.change.interval
    one_wave = (10 / 9) ** 2 * 1.5**2 / 100 * (6 + 30 * 0.5) / 36
    spread = (high - low) / 2 / 1.984 * 10 / 9
    assert spread == pytest.approx((2 * one_wave) ** 0.5, rel=0.02)
    assert (low + high) / 2 == pytest.approx(0.25)


def test_without_the_file_a_change_that_may_be_chance_is_not_tested(tmp_path):
    (found,) = index_changes(project(tmp_path, twice=True)).values()
    assert (found.change.verdict, found.change.reason) == ("not-tested", "needs-answers")


MISSHAPEN = {
    "no JSON": "{",
    "nothing": "null",
    "another version": '{"cxmap-answers": 2, "sources": {}}',
    "no sources": '{"cxmap-answers": 1}',
    "a list": '{"cxmap-answers": 1, "sources": []}',
    "deep": "[" * 200_000,
    "large": '{"cxmap-answers": 1, "sources": {}}' + " " * (1 << 20),
    "no number": {"autumn": {**kept(0.5), "covariance": [["x"]]}},
    "infinite": {"autumn": {**kept(0.5, ("a",)), "covariance": [[float("inf")], [0.0, 0.02]]}},
    "negative": {"autumn": {**kept(0.5, ("a",)), "covariance": [[-1.0], [0.0, 0.02]]}},
    "more than one": {"autumn": {**kept(0.5, ("a",)), "covariance": [[0.02], [0.9, 0.02]]}},
    "a row short": {"autumn": {**kept(0.5, ("a",)), "covariance": [[0.02]]}},
    "a square": {"autumn": {**kept(0.5, ("a",)), "covariance": [[0.02, 0.0], [0.0, 0.02]]}},
    "twice a name": {"autumn": {**kept(0.5, ("a", "a"))}},
    "odd drivers": {"autumn": {**kept(0.5), "overall": {"a": {"slope": [1]}}}},
    "another n": {"autumn": kept(0.5, n=99)},
    "another date": {"autumn": kept(0.5, date="2026-09-29")},
    "an unknown source": {"winter": kept(0.5)},
}


@pytest.mark.parametrize("name", MISSHAPEN)
def test_a_file_that_does_not_fit_is_ignored_and_said_to_be(tmp_path, name):
    loaded = project(tmp_path, MISSHAPEN[name])
    found = answers_file(loaded, loaded.documents[0])
    assert (found.surveys, bool(found.problem)) == ({}, True)
    ranking = gaps(loaded)
    assert ranking.dependent == ()
    assert [remark for remark in ranking.remarks if "trip.answers.json is ignored" in remark]


def test_a_link_out_of_the_project_is_not_followed(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    outside = tmp_path / "outside.json"
    outside.write_text(json.dumps({"cxmap-answers": 1, "sources": {"autumn": kept(0.5)}}))
    (inside / "trip.answers.json").symlink_to(outside)
    loaded = project(inside)
    assert "link" in (answers_file(loaded, loaded.documents[0]).problem or "")


def test_correlations_that_contradict_each_other_become_the_nearest_that_can_be():
    given = np.array([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]])
    made = root(given)
    assert np.diagonal(made @ made.T) == pytest.approx(np.ones(3))
    possible = np.array([[1, 0.5], [0.5, 1]])
    assert root(possible) @ root(possible).T == pytest.approx(possible)


def test_a_basic_is_never_called_possible_overinvestment(tmp_path):
    """Without the file a good touchpoint of little importance is; with it a remark names basics and delighters."""
    for name in ("plain", "basic"):
        (tmp_path / name).mkdir()
    survey = kept(0.2)
    survey["overall"] = {"f": {"class": "basic"}, "a": {"class": "delighter"}, "b": {"class": "performer"}}
    found = {}
    for name, beside_it in (("plain", None), ("basic", {"autumn": survey})):
        loaded = project(tmp_path / name, beside_it)
        found[name] = gaps(loaded, Options(crosshair="9,6"))
    labels = {name: {row.touchpoint: row.quadrant for row in ranking.rows} for name, ranking in found.items()}
    assert (labels["plain"]["f"], labels["basic"]["f"]) == ("possible-overkill", None)
    assert labels["plain"]["a"] == labels["basic"]["a"]
    said = " ".join(found["basic"].remarks)
    assert "where they shine: f." in said
    assert "where they fail: a." in said


class TestDecisions:
    """What if, and how many more answers, where it is known how the scores vary together."""

    def effect(self, folder: Path, asked: str, **overall: Any) -> Any:
        (found,) = gaps(
            project(folder, {"autumn": {**kept(0.5), "overall": overall}}), Options(what_if=(asked,))
        ).effects
        return found

    def test_slope_times_change_goes_with_the_overall_mark(self, tmp_path):
        slope = {"slope": 0.4, "slope_low": 0.1, "slope_high": 0.7, "slope_se": 0.15}
        up = self.effect(tmp_path, "a=+0.5", a=slope)
        assert (up.overall_change, up.overall_interval) == (pytest.approx(0.2), pytest.approx((0.05, 0.35)))
        down = self.effect(tmp_path, "a=-2", a=slope)
        assert (down.overall_change, down.overall_interval) == (pytest.approx(-0.8), pytest.approx((-1.4, -0.2)))
        clipped = self.effect(tmp_path, "a=+8", a=slope)
        assert clipped.change == 5
        assert clipped.overall_change == pytest.approx(0.4 * 5)

    @pytest.mark.parametrize("figures", [{}, {"slope": None}, {"slope": "0.4"}, {"class": "basic"}, {"slope": True}])
    def test_without_a_slope_nothing_is_said(self, tmp_path, figures):
        found = self.effect(tmp_path, "a=+0.5", a=figures)
        assert (found.overall_change, found.overall_interval) == (None, None)

    def test_the_interval_of_an_index_counts_the_covariances_in(self, tmp_path):
        """√(gᵀVg) of independent importances, where without the file it is Σ|g|·SE."""
        for name in ("plain", "kept"):
            (tmp_path / name).mkdir()
        (before,) = gaps(project(tmp_path / "plain"), Options(what_if=("a=+1",))).effects
        found = self.effect(tmp_path / "kept", "a=+1")
        assert (before.index_at_most, found.index_at_most) == (True, False)
        slopes = np.array([5 / 6] + [-1 / 6] * 5) / (6 * 8)
        half = 1.9842 * np.sqrt((slopes**2).sum()) * 0.15
        ends = [effect.index_interval for effect in (before, found) if effect.index_interval is not None]
        width = [(high - low) / 2 for low, high in ends]
        assert width[1] == pytest.approx(half, rel=1e-4)
        assert width[0] == pytest.approx(1.9842 * np.abs(slopes).sum() * 0.15, rel=1e-4)

    def test_fewer_answers_do_where_rows_go_up_and_down_together(self, tmp_path):
        """All answers grow by one factor, ((z + z)·SE/Δ)² with the SE of the difference."""
        for name in ("plain", "kept"):
            (tmp_path / name).mkdir()
        options = Options(by="gap", plan_answers=True, view=View(top=3))
        apart = gaps(project(tmp_path / "plain"), options).answers
        together = gaps(project(tmp_path / "kept", {"autumn": kept(0.9)}), options).answers
        assert apart is not None
        assert together is not None
        assert (apart.dependent, together.dependent) == ((), ("anna",))
        z = NormalDist().inv_cdf(1 - 0.05 / 9) + NormalDist().inv_cdf(0.8)
        for plan, variance in ((apart, 4 * 0.15**2), (together, 2 * 0.15**2 + 2 * (1 - 0.9) * 0.15**2)):
            third = plan.rows[2]
            assert (third.touchpoint, third.against) == ("c", ("trip", "d"))
            assert third.n_needed == pytest.approx(100 * z * z * variance / 0.2**2, abs=2)
