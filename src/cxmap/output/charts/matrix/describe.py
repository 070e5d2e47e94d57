"""What the priority matrix says in words: its subtitle, its notes, and the text for whoever cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap.i18n.gaps import GapsWords
from cxmap.output.charts import sentences as say
from cxmap.output.charts.matrix.points import labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.i18n.charts import ChartWords
    from cxmap.i18n.matrix import MatrixWords
    from cxmap.output.charts.matrix.plane import AxisRange
    from cxmap.output.charts.matrix.view import MatrixPersona, MatrixPoint, MatrixView


def subtitle(view: MatrixView, words: ChartWords, own: MatrixWords) -> str:
    """Whose judgement it is, and in which state the journey is."""
    names = [f"{persona.name} ({persona.segment})" if persona.segment else persona.name for persona in view.personas]
    return "  ·  ".join([own.matrix_of.format(words.listed(names)), say.state(view.state, words)])


def notes(view: MatrixView, shown: tuple[AxisRange, AxisRange], words: ChartWords, own: MatrixWords) -> Iterator[str]:
    """The notes below the chart: sources, what is assumed, how it was ranked, what is not in it."""
    yield say.sources(view.sources, words)
    remarks = [_assumed(view, words, own)]
    if view.by:
        remarks.append(own.ranked.format(words.ranking[view.by], GapsWords(words.lang).formulas[view.by]))
    if view.state == "desired":
        remarks.append(own.plan)
    else:
        few = [persona.name for persona in view.personas if persona.crosshair is None]
        if few:
            remarks.append(own.too_few.format(say.several(few, words)))
    importance, experience = shown
    if (importance.low, importance.high, experience.low, experience.high) != (
        view.importance_scale.min, view.importance_scale.max, view.scale.min, view.scale.max,
    ):  # fmt: skip
        remarks.append(
            own.cut.format(
                *(
                    words.on_scale(value, scale)
                    for part, scale in ((importance, view.importance_scale), (experience, view.scale))
                    for value in (part.low, part.high, scale.min, scale.max)
                )
            )
        )
    every = range(len(view.personas))
    if any(len(set(map(view.place, points))) < len(points) for points in map(view.of, every)):
        remarks.append(own.coinciding)
    if any(len(labelled(points)) < len({point.touchpoint for point in points}) for points in map(view.of, every)):
        remarks.append(own.unnamed)
    if surprising := _wows(view, words, own):
        remarks.append(surprising)
    yield " ".join(remarks)
    if missing := unscored(view, words):
        yield own.not_scored.format(missing)


def _assumed(view: MatrixView, words: ChartWords, own: MatrixWords) -> str:
    scores = [score for point in view.points for score in (point.importance, point.experience)]
    return say.assumptions(scores, words, own.some_assumed)


def _wows(view: MatrixView, words: ChartWords, own: MatrixWords) -> str:
    """What lies where others are a possible overinvestment, and is none because it is meant to surprise."""
    labelled = {i for i, persona in enumerate(view.personas) if persona.crosshair}
    found = {
        view.touchpoints[point.touchpoint]: None
        for point in view.points
        if point.wow and point.quadrant is None and point.persona in labelled
    }
    return own.wow.format(say.several(list(found), words)) if found else ""


def unscored(view: MatrixView, words: ChartWords) -> str:
    """The touchpoints that are not in the matrix, with the persona where there are several."""
    said = []
    for persona in view.personas:
        if persona.unscored:
            titles = say.several(persona.unscored, words)
            said.append(titles if len(view.personas) == 1 else f"{titles} ({persona.name})")
    return "; ".join(said)


def first(view: MatrixView, persona: int) -> list[MatrixPoint]:
    """What a persona's ranking starts with."""
    ranked = [point for point in view.of(persona) if point.is_first]
    return sorted(ranked, key=lambda point: (point.rank or 0, point.touchpoint))


def alt(view: MatrixView, words: ChartWords, own: MatrixWords, title: str) -> str:
    """The chart in words: whose it is and what comes first; then axes, quadrants and every point."""
    finding = [own.alt_start.format(words.listed([persona.name for persona in view.personas]), title)]
    for i, persona in enumerate(view.personas):
        if ranked := first(view, i):
            said = own.alt_first.format(
                say.several([view.touchpoints[point.touchpoint] for point in ranked[:2]], words)
            )
            finding.append(f"{persona.name}: {said[0].lower()}{said[1:]}" if len(view.personas) > 1 else said)
    axes = own.alt_axes.format(
        words.counted(own.alt_points, len({point.touchpoint for point in view.points})),
        words.on_scale(view.importance_scale.min, view.importance_scale),
        words.on_scale(view.importance_scale.max, view.importance_scale),
        words.on_scale(view.scale.min, view.scale),
        words.on_scale(view.scale.max, view.scale),
    )
    lines = [axes]
    lines += [" ".join(_persona(view, i, persona, words, own)) for i, persona in enumerate(view.personas)]
    lines += [_wows(view, words, own), _assumed(view, words, own)]
    if missing := unscored(view, words):
        lines.append(own.not_scored.format(missing))
    lines.append(say.sources(view.sources, words))
    return say.alt(finding, lines)


def _persona(
    view: MatrixView, index: int, persona: MatrixPersona, words: ChartWords, own: MatrixWords
) -> Iterator[str]:
    points = [point for point in view.points if point.persona == index]
    yield f"{persona.name}: {'; '.join(_point(view, point, words) for point in points)}."
    if persona.crosshair:
        importance, experience = persona.crosshair
        yield own.alt_cross.format(
            words.in_full(importance, view.importance_scale),
            words.in_full(experience, view.scale),
            own.crosshairs[view.crosshair_kind],
        )
    for quadrant, name in own.quadrants.items():
        titles = [view.touchpoints[point.touchpoint] for point in points if point.quadrant == quadrant]
        if titles:
            yield f"{name}: {say.several(titles, words)}."


def _point(view: MatrixView, point: MatrixPoint, words: ChartWords) -> str:
    importance = say.score(words.title_importance, point.importance, view.importance_scale, words)
    experience = say.score(words.title_experience, point.experience, view.scale, words)
    return f"{view.touchpoints[point.touchpoint]}: {importance}, {experience}"
