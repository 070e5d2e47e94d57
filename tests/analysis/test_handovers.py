from __future__ import annotations

from typing import Any

import pytest

from cxmap.analysis.ranking.options import View
from tests.analysis.journeys import journey, mean, rank, text, touchpoint

RATED = {"handover": {"scores": {"importance": 8, "experience": 2}}}


def handovers(ranking: Any) -> list[Any]:
    return [row for row in ranking.rows if row.kind == "handover"]


def test_a_rated_step_is_ranked_among_the_touchpoints_of_its_persona():
    stops = [touchpoint("a", 9, 8, channel="site"), touchpoint("b", 9, 2, channel="store", **RATED)]
    ranking = rank(journey(*stops), handovers=True)
    assert [(row.kind, row.touchpoint, row.rank) for row in ranking.rows] == [
        ("touchpoint", "b", 1),
        ("handover", "b", 2),
        ("touchpoint", "a", 3),
    ]
    (row,) = handovers(ranking)
    assert (row.key, row.quadrant, row.moment_of_truth) == (pytest.approx(4.8), None, False)


def test_without_the_option_there_are_none():
    assert handovers(rank(journey(touchpoint("a", 9, 8), touchpoint("b", 9, 2, **RATED)))) == []


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ({"channel": "site"}, {"channel": "store"}, ("channel",)),
        ({"owner": "web"}, {"owner": "shop"}, ("owner",)),
        ({"channel": "site", "owner": "web"}, {"channel": "store", "owner": "shop"}, ("channel", "owner")),
        ({"channel": "site", "owner": "web"}, {"channel": "site", "owner": "web"}, None),
        ({}, {"channel": "store", "owner": "shop"}, None),
        ({"channel": "site"}, {}, None),
    ],
)
def test_a_change_that_nobody_rated_is_listed_without_a_rank(before, after, changes):
    ranking = rank(journey(touchpoint("a", 9, 8, **before), touchpoint("b", 9, 5, **after)), handovers=True)
    assert [(step.origin, step.changes, step.change10) for step in ranking.loose_steps] == (
        [("a", changes, pytest.approx(-3))] if changes else []
    )
    assert [(row.touchpoint, row.rank, row.key) for row in handovers(ranking)] == (
        [("b", None, None)] if changes else []
    )
    if changes:
        other = " and ".join(changes)
        said = f"Not rated: the handover from a to b (anna, trip), with another {other}; experience −3.0 on 0-10."
        assert said in ranking.remarks


@pytest.mark.parametrize(
    ("options", "lacks"),
    [({"by": "target"}, "desired"), ({"by": "improvement"}, "counts"), ({"our_weight": 0.5}, "importance_to_us")],
)
def test_a_rated_step_that_lacks_what_the_figure_needs_is_said(options, lacks):
    ranking = rank(journey(touchpoint("a", 9, 8), touchpoint("b", 9, 2, **RATED)), handovers=True, **options)
    assert handovers(ranking) == []
    assert f"Rated handovers that are not ranked: into b (anna): no {lacks}." in ranking.remarks


@pytest.mark.parametrize(
    ("view", "steps"),
    [
        (View(), [("anna", "b"), ("anna", "c"), ("ben", "b")]),
        (View(channel="site"), [("anna", "c")]),
        (View(min_importance=1), []),
        (View(top=9), []),
    ],
)
def test_what_nobody_rated_comes_after_the_ranked_rows_of_its_persona(view, steps):
    """It has no importance, and no place among the first so many."""
    stops = [
        touchpoint("a", 9, 8, channel="site"),
        touchpoint("b", 9, 5, channel="store"),
        touchpoint("c", 9, 6, channel="site", personas=["anna"]),
    ]
    ranking = rank(journey(*stops, personas=("anna", "ben")), handovers=True, view=view)
    assert [(step.row.persona, step.row.touchpoint) for step in ranking.loose_steps] == steps
    assert [(row.persona, row.touchpoint) for row in handovers(ranking)] == steps
    for persona in ("anna", "ben"):
        kinds = [row.kind for row in ranking.rows if row.persona == persona]
        assert kinds == sorted(kinds, reverse=True)


def test_half_a_rating_is_none():
    half = {"handover": {"scores": {"importance": 8}}}
    ranking = rank(
        journey(touchpoint("a", 9, 8, channel="site"), touchpoint("b", 9, 5, channel="store", **half)), handovers=True
    )
    assert [step.origin for step in ranking.loose_steps] == ["a"]


def test_detours_are_stepped_over_unless_a_step_names_one():
    aside = touchpoint("aside", 5, 1, channel="store", returns_to="a")
    last = touchpoint("b", 9, 5, channel="site")
    assert rank(journey(touchpoint("a", 9, 8, channel="site"), aside, last), handovers=True).loose_steps == ()
    named = last | {"handover": {"from": "aside"}}
    (step,) = rank(journey(touchpoint("a", 9, 8, channel="site"), aside, named), handovers=True).loose_steps
    assert (step.origin, step.changes, step.change10) == ("aside", ("channel",), pytest.approx(4))


def test_an_action_may_be_for_the_step_alone():
    one = journey(touchpoint("a", 9, 8), touchpoint("b", 9, 2, **RATED))
    one["actions"] = {"guide": {"title": "Guide", "touchpoints": ["b#handover"]}}
    ranking = rank(one, handovers=True)
    assert {row.kind: row.actions for row in ranking.rows if row.touchpoint == "b"} == {
        "touchpoint": (),
        "handover": ("guide",),
    }


def test_where_a_step_stands():
    """Where the handover is written: at the touchpoint, at the persona's own, or nowhere."""
    own = touchpoint("own", 9, 5, channel="site", by_persona={"anna": {"handover": {"from": "a"}}})
    stops = [touchpoint("a", 9, 8, channel="store"), touchpoint("b", 9, 2, channel="store", **RATED), own]
    one = journey(*stops, touchpoint("last", 5, 5, channel="store"))
    lines = text(one).splitlines()
    found = {row.touchpoint: row.place.line for row in handovers(rank(one, handovers=True))}
    around = {name: [text.strip() for text in lines[line - 2 : line]] for name, line in found.items()}
    assert around["b"] == ["handover:", "scores:"]
    assert around["own"] == ["handover:", "from: a"]
    assert around["last"][1] == "- id: last"


def test_a_rating_may_be_measured():
    scores = {"importance": mean(8, 1, 60), "experience": mean(2, 1, 60, "five")}
    stops = [touchpoint("a", 9, 8), touchpoint("b", 9, 2, handover={"scores": scores})]
    (row,) = handovers(rank(journey(*stops), handovers=True))
    assert (row.importance10, row.experience10, row.n, row.guess) == (8, 2.5, 60, False)
    assert row.interval.estimate == 5.5
