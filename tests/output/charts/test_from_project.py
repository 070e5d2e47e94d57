"""From a project's models to the view: references, scales, personas, comparisons."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support import TODAY, project

from cxmap.output.charts.from_project import emotion_view
from cxmap.output.charts.views import Channel, EmotionView, Handover, JourneyPoint, Scale, Score, SourceNote
from cxmap.output.drawing.options import ChartError
from cxmap.project.load import load

if TYPE_CHECKING:
    from cxmap.project.document import Document
    from cxmap.project.project import Project

EXAMPLES = Path(__file__).parents[3] / "examples"
LIBRARY = """
cxmap: 1
segments:
  new: {title: New runners}
personas:
  noor: {name: Noor de Wit, segment: new}
  andre: {name: André Smits}
channels:
  web: {title: Website, kind: digital}
sources:
  wall: {title: Workshop, kind: workshop, n: 9}
  survey: {title: Survey, kind: survey, date: 2026-03-31, n: 212, scale: {min: 1, max: 5}}
  rest: {title: Not used, kind: interview}
"""
JOURNEY = """
cxmap: 1
journey:
  id: shoes
  title: Shoes
  personas: [noor, andre]
  goal: Run
  lang: nl
  scale: {min: 1, max: 10, pass: 5.5}
  scores_source: wall
  stages:
    - id: one
      title: First
      goal: Know
      touchpoints:
        - id: search
          title: Searches
          channel: web
          thinking: [Who pays for this?]
          positives: [Much]
          negatives: [Too much]
          moment_of_truth: true
          wow: A video
          scores:
            importance: 8
            experience: {mean: 3, sd: 1, n: 57, source: survey}
            desired: 8
        - id: ask
          title: Asks
          personas: [noor]
          feeling: Curious
          scores: {importance: 5, experience: 7}
    - id: two
      title: Second
      touchpoints:
        - id: back
          title: Comes back
          returns_to: search
          scores: {experience: 2}
        - id: pay
          title: Pays
          handover: {loses: [the basket], scores: {importance: 6, experience: 4}}
          scores: {importance: 9, experience: 3}
          by_persona:
            andre: {feeling: Calm, scores: {experience: 9}}
"""
DESIRED = """
cxmap: 1
journey:
  id: shoes-desired
  title: Shoes, better
  personas: [noor]
  state: desired
  redesigns: shoes
  scale: {min: 0, max: 10}
  scores_source: wall
  stages:
    - id: one
      title: First
      touchpoints:
        - {id: search, title: Searches, scores: {experience: 5}}
        - {id: tap, title: Taps a card, replaces: [ask, pay], scores: {experience: 10}}
        - {id: day-after, title: Is asked how it went, scores: {experience: 9}}
"""


@pytest.fixture(scope="module")
def loaded() -> Project:
    return project({"library.cxmap.yaml": LIBRARY, "shoes.cxmap.yaml": JOURNEY, "desired.cxmap.yaml": DESIRED})


@pytest.fixture(scope="module")
def documents(loaded: Project) -> dict[str, Document]:
    return {journey.id: document for document, journey in loaded.journey_documents()}


@pytest.fixture(scope="module")
def view(loaded: Project, documents: dict[str, Document]) -> EmotionView:
    return emotion_view(loaded, documents["shoes"])


def test_the_journey(view: EmotionView) -> None:
    assert (view.title, view.state, view.goal, view.lang) == ("Shoes", "current", "Run", "nl")
    assert view.scale == Scale(1, 10, 5.5)
    assert [(stage.title, stage.goal, len(stage.touchpoints)) for stage in view.stages] == [
        ("First", "Know", 2),
        ("Second", "", 2),
    ]
    assert [touchpoint.returns_to for touchpoint in view.touchpoints] == [None, None, 0, None]


def at(view: EmotionView, line: int, place: int) -> JourneyPoint:
    """A persona at a touchpoint."""
    point = view.lines[line].points[place]
    assert point is not None
    return point


def experience(view: EmotionView, line: int, place: int) -> Score:
    """How a persona experiences a touchpoint."""
    score = at(view, line, place).experience
    assert score is not None
    return score


def test_the_personas(view: EmotionView) -> None:
    noor, andre = view.lines
    assert (noor.name, noor.segment, andre.name, andre.segment) == ("Noor de Wit", "New runners", "André Smits", "")
    assert andre.points[1] is None
    assert (at(view, 1, 3).feeling, experience(view, 1, 3).value) == ("Calm", 9)
    assert experience(view, 0, 3).value == 3


def test_scores_are_on_the_journeys_scale(view: EmotionView) -> None:
    measured, mark = experience(view, 0, 0), experience(view, 0, 1)
    assert measured.value == pytest.approx(5.5)
    assert measured.interval == pytest.approx((4.903, 6.097), abs=0.001)
    assert (measured.n, measured.assumed) == (57, False)
    assert (mark.interval, mark.assumed) == (None, True)


def test_what_is_told_of_a_touchpoint(view: EmotionView) -> None:
    search, ask, pay = (at(view, 0, place) for place in (0, 1, 3))
    assert search.channel == Channel("Website", "digital")
    assert search.importance == Score(8, assumed=True, source="wall")
    assert (search.moment_of_truth, search.wow) == (True, "A video")
    assert (search.lifts, search.lowers) == (("Much",), ("Too much",))
    assert (search.feeling, ask.feeling) == ("“Who pays for this?”", "Curious")
    assert pay.handover == Handover(Score(4, assumed=True, source="wall"), ("the basket",))


def test_the_weakest_link_and_the_largest_drop(view: EmotionView) -> None:
    noor, andre = view.lines
    assert [place for place, point in enumerate(noor.points) if point and point.weakest_link] == [3]
    assert noor.largest_drop == (1, 3)
    assert andre.largest_drop is None


def test_only_sources_behind_a_score(view: EmotionView) -> None:
    assert view.sources == (
        SourceNote("Workshop", (9, 9), None, assumed=True, id="wall"),
        SourceNote("Survey", (57, 57), dt.date(2026, 3, 31), assumed=False, converted_from=(1, 5), id="survey"),
    )


def test_only_some_personas(loaded: Project, documents: dict[str, Document]) -> None:
    assert [line.name for line in emotion_view(loaded, documents["shoes"], only=["andre"]).lines] == ["André Smits"]
    with pytest.raises(ChartError, match="journey 'shoes' is made by noor, andre, not by lies"):
        emotion_view(loaded, documents["shoes"], only=["lies"])


def test_desired_only_when_asked_for(view: EmotionView) -> None:
    assert all(point is None or point.desired is None for line in view.lines for point in line.points)


def test_compared_with_a_desired_journey(loaded: Project, documents: dict[str, Document]) -> None:
    view = emotion_view(loaded, documents["shoes"], only=["noor"], compare=documents["shoes-desired"])
    assert [point and point.desired for point in view.lines[0].points] == [pytest.approx(5.5), 10, None, 10]
    assert view.compared_with == "Shoes, better"
    assert view.unmatched == ("Is asked how it went",)


def test_compared_with_itself_its_own_desired_scores_are_drawn(loaded: Project, documents: dict[str, Document]) -> None:
    view = emotion_view(loaded, documents["shoes"], only=["noor"], compare=documents["shoes"])
    assert [point and point.desired for point in view.lines[0].points] == [8, 10, None, 10]
    assert view.unmatched == ()


@pytest.mark.parametrize("example", ["running-shoes", "airport"])
def test_the_examples(example: str) -> None:
    loaded = load([], today=TODAY, cwd=EXAMPLES / example)
    for document, journey in loaded.journey_documents():
        view = emotion_view(loaded, document)
        assert len(view.lines) == len(journey.personas)
        assert view.sources
        assert view.importance_derived is (example == "airport")
