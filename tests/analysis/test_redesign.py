"""What a desired journey intends is what the touchpoints of the journey that it redesigns are to become."""

from __future__ import annotations

import pytest

from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.analysis.stops import stops
from tests.analysis.journeys import LIBRARY, journey, touchpoint
from tests.support import project

CURRENT = journey(
    touchpoint("a", 8, 5),
    touchpoint("b", 8, 5, scores={"desired": 6}),
    touchpoint("c", 8, 5),
    touchpoint("d", 8, 5),
)


def wanted(plan, persona="anna"):
    loaded = project({"l.cxmap.yaml": _text(LIBRARY), "a.cxmap.yaml": _text(CURRENT), "b.cxmap.yaml": _text(plan)})
    document = next(document for document, found in loaded.journey_documents() if found.id == "trip")
    way = stops(loaded, document, persona)
    return loaded, {stop.id: stop.scores.desired.value for stop in way if stop.scores.desired}


def _text(content):
    import json

    return json.dumps(content)


def plan(*touchpoints, **more):
    return journey(*touchpoints, name="new-trip", state="desired", redesigns="trip", **more)


def test_of_the_same_id_or_what_replaces_it_and_its_own_comes_first():
    _, found = wanted(
        plan(touchpoint("new", None, 9, replaces=["a", "c"]), touchpoint("a", None, 8), touchpoint("b", None, 9))
    )
    assert found == {"a": 8, "b": 6, "c": 9}


def test_on_the_scale_of_the_current_journey():
    _, found = wanted(plan(touchpoint("a", None, 4), scale={"min": 1, "max": 5}))
    assert found == pytest.approx({"a": 7.5, "b": 6})


def test_only_a_desired_journey_that_redesigns_it_for_the_same_persona():
    assert wanted(journey(touchpoint("a", None, 8), name="other", state="desired"))[1] == {"b": 6}
    assert wanted(plan(touchpoint("a", None, 8), personas=("ben",)))[1] == {"b": 6}


def test_it_can_be_ranked_by():
    loaded, _ = wanted(plan(touchpoint("a", None, 9), touchpoint("c", None, 7), touchpoint("d", None, 5)))
    rows = gaps(loaded, Options(by="target")).rows
    assert {row.touchpoint: row.key for row in rows} == pytest.approx({"a": 3.2, "c": 1.6, "b": 0.8, "d": 0})
