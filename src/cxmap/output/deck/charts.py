"""Slides of charts: journeys with their figures behind them, personas, the plan and the dashboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cxmap.output.charts.catalogue import JOURNEY_CHARTS, PROJECT_CHARTS, Wish
from cxmap.output.charts.roadmap.view import RoadmapView
from cxmap.output.deck.fit import Fitted, fitted
from cxmap.output.deck.making import APART
from cxmap.output.deck.native import add_line_chart
from cxmap.output.deck.wording import Paragraph, Run
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.scene import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import Chart
    from cxmap.output.charts.view import View
    from cxmap.output.deck.making import Making
    from cxmap.output.drawing.scene import Scene
    from cxmap.story.journeys import JourneyStory

_BELOW = 12.0


def journeys(making: Making) -> None:
    """Each journey as it is now, with its figures behind it, then the plans."""
    for told in sorted(making.story.journeys, key=lambda journey: not journey.current):
        scenes, bare = _journey_chart(making, "emotion", told)
        if not scenes:
            continue
        title = making.story.journey_findings.get((told.journey.id, "emotion")) or told.journey.title
        alt = _charts(making, scenes, title, making.words.no_channels if bare else "")
        if told.current and any(visit.experience for visit in told.visits):
            slide = making.slides.page(making.words.figures.format(told.journey.title))
            add_line_chart(making.slides, slide, told, making.story, alt)
            making.notes(slide, making.words.backup)


def personas(making: Making) -> None:
    """Who goes through the journeys: each set of personas once."""
    shown: list[tuple[str, ...]] = []
    for told in making.current or making.story.journeys:
        if tuple(told.ways) in shown:
            continue
        shown.append(tuple(told.ways))
        title = making.story.journey_findings.get((told.journey.id, "personas")) or told.journey.title
        _charts(making, _journey_chart(making, "personas", told).scenes, title)


def road_map(making: Making) -> None:
    """The plan."""
    _project_chart(making, "roadmap")


def dashboard(making: Making) -> None:
    """What is measured."""
    _project_chart(making, "dashboard")


def _project_chart(making: Making, chart: Chart) -> None:
    project = replace(making.story.project, reported=tuple(told.document for told in making.story.journeys))
    try:
        view = PROJECT_CHARTS[chart](project, Wish())
    except ChartError:  # nothing to show: no slide
        return
    below = making.hoped if chart == "roadmap" else []
    scenes = _fitted(making, chart, view, below).scenes
    folded = ""
    if len(scenes) > 1 and isinstance(view, RoadmapView) and any(action.steps for action in view.actions):
        # A board looks at actions; to-dos go before actions are cut into several slides.
        actions = tuple(replace(action, steps=(), levers=()) for action in view.actions)
        scenes = _fitted(making, chart, replace(view, actions=actions), below).scenes
        folded = making.words.no_steps
    _charts(making, scenes, making.story.findings.get(chart, ""), folded, below)


def _journey_chart(making: Making, chart: Chart, told: JourneyStory) -> Fitted:
    wish = Wish(tuple(told.ways))
    try:
        view = JOURNEY_CHARTS[chart](making.story.project, told.document, wish)
    except ChartError as error:
        making.slides.remarks.append(f"{told.journey.id}: {error}")
        return Fitted([])
    return _fitted(making, told.journey.id, view)


def _fitted(making: Making, what: str, view: View, below: Sequence[str] = ()) -> Fitted:
    """A chart in scenes of which each leaves room for some sentences below it."""
    body = making.slides.body
    height = body.height - _height_below(making, below)
    try:
        return fitted(view, body.width, height, theme=making.slides.theme_name, lang=making.story.lang)
    except ChartError as error:
        making.slides.remarks.append(f"{what}: {error}")
        return Fitted([])


def _height_below(making: Making, texts: Sequence[str]) -> float:
    said = [Paragraph((Run(text),)) for text in texts]
    return making.slides.height(said, making.slides.body.width, _BELOW) + APART if said else 0.0


def _charts(making: Making, scenes: Sequence[Scene], title: str, note: str = "", below: Sequence[str] = ()) -> str:
    """A slide a scene; what the first shows, in sentences. What they show together is the first one's title."""
    for i, drawn in enumerate(scenes, 1):
        named = title if title and i == 1 else drawn.title
        if len(scenes) > 1 and named != title:
            named = making.part(named, i, len(scenes))
        slide = making.slides.page(named)
        making.slides.chart(slide, drawn)
        if below:
            body, said = making.slides.body, [Paragraph((Run(text, tone="muted"),)) for text in below]
            top = body.bottom - _height_below(making, below) + APART
            making.slides.text(slide, Box(body.left, top, body.right, body.bottom + 1), said, _BELOW)
        making.notes(slide, drawn.alt, *below, note)
        smallest = min((words.size for words in drawn.words), default=9.0)
        if smallest < 6:
            making.slides.remarks.append(
                f"slide {making.slides.count}: the smallest text of the chart is {smallest:.1f} points; "
                "--journey and cxmap render make larger ones"
            )
    return scenes[0].alt if scenes else ""
