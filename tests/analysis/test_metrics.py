"""What metrics did: intervals and tests against published figures, the family of the correction, and the schedule."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from cxmap.analysis.metrics import Measured, Moves, Track, changes, moves, track
from cxmap.model.metric import Metric
from tests.support import diagnose_text

BASE, MID, THEN = dt.date(2026, 1, 1), dt.date(2026, 7, 2), dt.date(2026, 12, 31)


def way(before, now, target=None, better="higher", *, share=False):
    """A track from a baseline (value, n, sd) to a reading half-way in time."""
    return Track(
        better,
        Measured(BASE, *before) if before else None,
        Measured(THEN, target) if target is not None else None,
        (Measured(MID, *now),) if now else (),
        share,
    )


def one(*given, **more):
    (found,) = changes({"m": way(*given, **more)}).values()
    return found


def test_two_shares_as_published():
    """56 of 70 against 48 of 80: Newcombe 1998, table II, method 10."""
    found = one((60, 80), (80, 70), share=True)
    assert found.interval == pytest.approx((5.24, 33.39), abs=5e-3)
    assert found.difference == 20
    z = 0.2 / math.sqrt(104 / 150 * 46 / 150 * (1 / 70 + 1 / 80))  # pooled
    assert found.p == pytest.approx(math.erfc(z / math.sqrt(2)), abs=1e-9)
    assert found.verdict == "better"


def test_two_means_by_welch():
    """By hand: SE √(1.4²/100 + 1.4²/100) = 0.19799, df 198, t 0.505, p 0.614."""
    found = one((7, 100, 1.4), (7.1, 100, 1.4))
    assert found.interval == pytest.approx((0.1 - 0.39044, 0.1 + 0.39044), abs=1e-4)
    assert found.p == pytest.approx(0.6140, abs=1e-4)
    assert found.verdict == "no-clear-change"


@pytest.mark.parametrize(
    ("before", "now", "verdict", "reason"),
    [
        ((7, 100, 1), (8, 100, 1), "better", None),
        ((8, 100, 1), (7, 100, 1), "worse", None),
        ((7, None, None), (8, 100, 1), "not-tested", "no-spread"),
        ((7, 100, None), (8, 100, 1), "not-tested", "no-spread"),
        ((7, 4, 1), (9, 100, 1), "not-tested", "too-few"),
        ((7, 100, 0), (9, 100, 1), "not-tested", "all-alike"),
        ((45, 100, None, (60, 25, 15)), (5, 100, None, (30, 45, 25)), "worse", None),
        ((45, 100, None, (60, 25, 15)), (44, 100), "not-tested", "no-spread"),
        ((100, 3, None, (3, 0, 0)), (5, 100, None, (30, 45, 25)), "not-tested", "too-few"),
    ],
)
def test_what_can_be_said(before, now, verdict, reason):
    assert one(before, now)[1:3] == (verdict, reason)


def test_lower_can_be_better():
    assert one((8, 100, 1), (7, 100, 1), better="lower").verdict == "better"


def test_a_percentage_of_more_than_all_is_no_share():
    assert one((60, 80), (120, 70), share=True).reason == "no-spread"


def test_the_family_is_all_metrics_that_were_tested():
    """Alone p = 0.0146 would do; as the larger of two after the smaller one's it is still below; of four it is not."""
    tracks: dict[str, Any] = {f"m{i}": way((7, 100, 1), (7 + d, 100, 1)) for i, d in enumerate((0.35, 0.3, 0.3, 0.3))}
    found: Any = changes(tracks | {"blind": way((7,), (8,)), "unread": way((7, 100, 1), None)})
    assert [change.family for change in found.values() if change and change.p] == [4] * 4
    p = found["m0"].p
    assert found["m0"].p_holm == pytest.approx(4 * p)
    assert found["m0"].verdict == ("better" if 4 * p < 0.05 else "no-clear-change")
    alone: Any = changes({"m0": tracks["m0"]})["m0"]
    assert alone.p_holm == p
    assert found["unread"] is None
    assert found["blind"].reason == "no-spread"


def test_how_many_moved():
    tracks = {
        "sure": way((7, 100, 1), (8, 100, 1)),
        "perhaps": way((7,), (8,)),
        "wrong": way((7, 100, 1), (6, 100, 1)),
        "unread": way((7,), None),
        "no-baseline": way(None, (7,)),
    }
    assert moves(tracks, changes(tracks)) == Moves(right=2, of=5, sure=1, unmeasured=2)


def test_a_metric_whose_target_contradicts_its_direction_has_no_right_way():
    tracks = {
        "sure": way((7, 100, 1), (8, 100, 1), 9),
        "contradicts": way((7, 100, 1), (8, 100, 1), 5),
        "contradicts-unread": way((7,), None, 5),
    }
    assert moves(tracks, changes(tracks)) == Moves(right=1, of=1, sure=1, unmeasured=0, contradicting=2)


@pytest.mark.parametrize(
    ("before", "now", "target", "better", "expected"),
    [
        ((210,), (195,), 80, "lower", "behind"),
        ((210,), (145,), 80, "lower", "on"),
        ((210,), (158,), 80, "lower", "on"),  # 10 % of the way is 13 from 145.0
        ((210,), (158.5,), 80, "lower", "behind"),
        ((210,), (90,), 80, "lower", "ahead"),
        ((6,), (6.5, 100, 5), 8, "higher", "on"),  # half of the way is 7: within 6.5 ± 0.99
        ((6,), (6.5, 100, 2), 8, "higher", "behind"),  # not within 6.5 ± 0.40
        ((6,), (7.1, 100, 2), 8, "higher", "ahead"),
        ((6,), None, 8, "higher", None),
        ((6,), (7,), None, "higher", None),
        ((6,), (7,), 5, "higher", None),  # CX407
    ],
)
def test_on_schedule_is_on_the_straight_line(before, now, target, better, expected):
    found = way(before, now, target, better)
    assert found.schedule == expected


def test_how_much_of_the_way_in_how_much_of_the_time():
    found = way((62,), (47,), 35, "lower")
    assert found.way_share == pytest.approx(15 / 27)
    assert found.time_share == pytest.approx(0.5, abs=0.001)


def test_from_the_files():
    model = Metric.model_validate(
        {
            "title": "T",
            "kind": "csat",
            "unit": "%",
            "better": "higher",
            "baseline": {"date": "2025-12-31", "value": 73.1},
            "readings": [
                {"date": "2026-12-31", "value": 74, "n": 50},
                {"date": "2025-12-31", "value": 73.1, "n": 1988},
            ],
        }
    )
    found = track(model)
    assert found.baseline == Measured(dt.date(2025, 12, 31), 73.1, 1988)
    assert found.is_share
    assert found.since == Measured(dt.date(2026, 12, 31), 74, 50)


@pytest.mark.parametrize(
    ("fields", "code"),
    [("n: 40, sd: 1.5", None), ("n: 0", "CX104"), ("n: 2.5", "CX103"), ("sd: -1", "CX104"), ("sd: 0", None)],
)
@pytest.mark.parametrize("place", ["baseline: {%s}", "readings: [{%s}]"])
def test_n_and_sd_in_the_files(fields, code, place):
    given = place % f"date: 2026-01-01, value: 5, {fields}"
    text = f"cxmap: 1\nmetrics:\n  m:\n    title: T\n    better: higher\n    {given}\n"
    found = {diagnostic.code for diagnostic in diagnose_text(text) if diagnostic.code.startswith("CX1")}
    assert found == ({code} if code else set())


def test_a_net_promoter_score_has_the_value_and_the_n_of_its_answers():
    counted = {"date": "2026-03-31", "counts": {"promoters": 60, "passives": 25, "detractors": 15}}
    given = {"title": "NPS", "kind": "nps", "better": "higher", "baseline": counted, "readings": [counted]}
    found = track(Metric.model_validate(given))
    assert found.baseline == Measured(dt.date(2026, 3, 31), 45, 100, groups=(60, 25, 15))
    assert found.readings == (found.baseline,)
