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


class ScaleArea(NamedTuple):
    """Where the scale of a plot lies: from its upper end, ``max``, down to its lower one, ``min``."""

    left: float
    top: float
    right: float
    bottom: float
    min: float
    max: float


def abouts(view: object) -> dict[str, str]:
    """What items of a journey's chart are about, by ids: ``journey/touchpoint/persona/experience``, by their names.

    A touchpoint's title is about ``journey/touchpoint``, a stage's about ``journey/#stage``.
    """
    journey = _journey_of(view)
    if journey is None:
        return dict(_about_matrix(view)) if type(view).__name__ == "MatrixView" else {}
    found: dict[str, str] = {}
    for i, stage in enumerate(journey.stages):
        found[f"stage-{i}-name"] = "/#".join(stage.link.split(".")[1:])
    for place, touchpoint in enumerate(journey.touchpoints):
        name = "/".join(touchpoint.link.split(".")[1:])
        found |= {f"touchpoint-{place}": name, f"doing-{place}": name}
        for i, line in enumerate(journey.lines):
            found[f"point-{i}-{place}"] = f"{name}/{line.id}/experience"
            desired = f"desired-{place}" if len(journey.lines) == 1 else f"compared-{i}-{place}"
            point = line.points[place]
            if point is not None and point.desired is not None:
                found[desired] = f"{name}/{line.id}/desired"
    return found


def _about_matrix(view: Any) -> Iterator[tuple[str, str]]:
    for place, link in enumerate(view.links):
        name = "/".join(link.split(".")[1:])
        yield f"name-{place}", name
        yield from ((f"point-{i}-{place}", name) for i in range(len(view.personas)))


def scale_areas(scene: Scene, view: object) -> tuple[ScaleArea, ...]:
    """Where the scales of experience lie in a journey's chart: between the two lines at their ends, plot by plot."""
    journey = _journey_of(view)
    if journey is None:
        return ()
    ends = [item.segments for item in scene.outlines if item.name == "axis"]
    found = []
    for ((_, (left, top)), (_, (right, *_))), ((_, (_, bottom)), _) in zip(ends[::2], ends[1::2], strict=False):
        found.append(ScaleArea(left, top, right, bottom, journey.scale.min, journey.scale.max))
    return tuple(found)


def _journey_of(view: Any) -> EmotionView | None:
    """The journey that a chart shows, if it shows one."""
    match type(view).__name__:
        case "EmotionView":
            found: EmotionView = view
        case "MapView":
            found = view.emotion
        case "BlueprintView":
            found = view.journey
        case _:
            return None
    return found


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
    at_one_place: dict[tuple[int, float, float, int | None], list[str]] = {}
    for point in view.points:
        said = (
            say.score(words.title_importance, point.importance, view.importance_scale, words, view.sources),
            say.score(words.title_experience, point.experience, view.scale, words, view.sources),
        )
        text = words.title.format(
            view.touchpoints[point.touchpoint], view.personas[point.persona].name, ", ".join(said)
        )
        at_one_place.setdefault((point.persona, *view.place(point)), []).append(text)
    for point in view.points:  # of several at one place, one marker is drawn, named after the first of them
        text = "; ".join(at_one_place[point.persona, *view.place(point)])
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
