"""What the items of a chart are called, and where a page says more: by the names that layouts give to items.

A layout names what it draws (``point-0-3``: the first persona at the fourth touchpoint); what that is comes from the
view, so that no layout need say it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from cxmap.i18n.charts import ChartWords
from cxmap.output.charts import sentences as say
from cxmap.output.drawing.scene import Photo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cxmap.output.charts.blueprint.views import BlueprintView
    from cxmap.output.charts.dashboard.view import DashboardView
    from cxmap.output.charts.matrix.view import MatrixView
    from cxmap.output.charts.roadmap.view import RoadmapView
    from cxmap.output.charts.views import EmotionView
    from cxmap.output.drawing.scene import Scene


class Title(NamedTuple):
    """What an item stands for, in words, and its anchor on a page; either may be empty."""

    text: str = ""
    link: str = ""


def titled(scene: Scene, view: object) -> Scene:
    """The scene of a view, in which whatever stands for something of the view says so."""
    titles = _BY_VIEW.get(type(view).__name__)
    if titles is None:
        return scene
    known = dict(titles(view, ChartWords(scene.lang)))
    items = tuple(
        replace(item, title=known[item.name].text, link=known[item.name].link)
        if item.name in known and not isinstance(item, Photo)
        else item
        for item in scene.items
    )
    return replace(scene, items=items)


def _columns(view: EmotionView, _words: ChartWords) -> Iterator[tuple[str, Title]]:
    """Stages and touchpoints by their titles, which say what they are."""
    for i, stage in enumerate(view.stages):
        yield f"stage-{i}-name", Title(link=stage.link)
    for place, touchpoint in enumerate(view.touchpoints):
        yield f"touchpoint-{place}", Title(link=touchpoint.link)


def _journey(view: EmotionView, words: ChartWords) -> Iterator[tuple[str, Title]]:
    yield from _columns(view, words)
    for i, line in enumerate(view.lines):
        for place, (touchpoint, point) in enumerate(zip(view.touchpoints, line.points, strict=True)):
            if point is None or point.experience is None:
                continue
            said = [say.score(words.title_experience, point.experience, view.scale, words, view.sources)]
            if point.importance is not None:
                said.append(
                    say.score(words.title_importance, point.importance, view.importance_scale, words, view.sources)
                )
            text = words.title.format(touchpoint.title, line.name, ", ".join(said))
            yield f"point-{i}-{place}", Title(text, touchpoint.link)


def _blueprint(view: BlueprintView, words: ChartWords) -> Iterator[tuple[str, Title]]:
    yield from _columns(view.journey, words)
    for place, touchpoint in enumerate(view.journey.touchpoints):  # their titles head what customers do
        yield f"doing-{place}", Title(link=touchpoint.link)


def _matrix(view: MatrixView, words: ChartWords) -> Iterator[tuple[str, Title]]:
    links = view.links or ("",) * len(view.touchpoints)
    at_one_place: dict[tuple[int, float, float], list[str]] = {}
    for point in view.points:
        said = (
            say.score(words.title_importance, point.importance, view.importance_scale, words, view.sources),
            say.score(words.title_experience, point.experience, view.scale, words, view.sources),
        )
        text = words.title.format(
            view.touchpoints[point.touchpoint], view.personas[point.persona].name, ", ".join(said)
        )
        at_one_place.setdefault((point.persona, *point.place), []).append(text)
    for point in view.points:  # of several at one place, one marker is drawn, named after the first of them
        text = "; ".join(at_one_place[point.persona, *point.place])
        yield f"point-{point.persona}-{point.touchpoint}", Title(text, links[point.touchpoint])
        yield f"name-{point.touchpoint}", Title(link=links[point.touchpoint])


def _roadmap(view: RoadmapView, _words: ChartWords) -> Iterator[tuple[str, Title]]:
    return ((f"action-{i}", Title(link=action.link)) for i, action in enumerate(view.actions))


def _dashboard(view: DashboardView, _words: ChartWords) -> Iterator[tuple[str, Title]]:
    return ((f"metric-{i}", Title(link=metric.link)) for i, metric in enumerate(view.metrics))


# By the names of views, as importing them all takes longer than drawing one.
_BY_VIEW: Mapping[str, Callable[[Any, ChartWords], Iterator[tuple[str, Title]]]] = {
    "EmotionView": _journey,
    "MapView": lambda view, words: _journey(view.emotion, words),
    "BlueprintView": _blueprint,
    "MatrixView": _matrix,
    "RoadmapView": _roadmap,
    "DashboardView": _dashboard,
}
