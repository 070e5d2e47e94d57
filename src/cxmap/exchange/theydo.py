"""Metrics, actions and gaps for TheyDo, which takes files of JSON (github.com/theydo/theydo-s3-integrations).

Each thing has a key that stays, so that a second file updates what the first one made. What is not known is left out,
as ``null`` would empty a field there. Nobody's e-mail address is made up: there are no owners but in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cxmap.analysis.plan_names import owner_title
from cxmap.analysis.roadmap import roadmap
from cxmap.exchange.plan.texts import ItemTexts
from cxmap.text.escape import json, markdown_line, terminal_line, web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.analysis.ranking.rows import Row
    from cxmap.analysis.roadmap import Item
    from cxmap.choices import TheydoFile
    from cxmap.i18n.plan import PlanWords
    from cxmap.model.kinds import NpsTraits
    from cxmap.model.metric import Metric, NpsReading, Reading
    from cxmap.project.project import Project

_LARGEST: Final = 2**31 - 1
"""Of a count there."""
_HIGH, _MEDIUM = 1.5, 0.75
"""From which impact for each point of effort an action has this priority."""


def theydo_file(project: Project, what: TheydoFile, words: PlanWords, ranking: Ranking | None = None) -> str:
    """A file for TheyDo, with a line feed at its end.

    Args:
        project: The project.
        what: The kind of file.
        words: What to say descriptions in.
        ranking: The gaps, of which opportunities are made.
    """
    match what:
        case "metrics":
            things = [_metric(project, name, metric, words) for name, metric in project.metrics.items()]
        case "solutions":
            texts = ItemTexts(project, words)
            plan = roadmap(project)
            steps: dict[str, list[Item]] = {}
            for item in plan.items:
                steps.setdefault(item.action, []).extend([item] if item.kind == "step" else [])
            things = [_solution(project, item, steps[item.id], texts) for item in plan.items if item.kind == "action"]
        case _:
            things = list(_opportunities(project, ranking, words)) if ranking else []
    return json({"format": f"THEYDO_{what.upper()}_V1", what: things}) + "\n"


def _key(project: Project, *names: str) -> str:
    """What a thing is known by: ``cxmap/PROJECT/NAME``."""
    return "/".join(("cxmap", project.config.id or "", *names))


def _metric(project: Project, name: str, metric: Metric, words: PlanWords) -> dict[str, Any]:
    given = [metric.baseline, *metric.readings]
    readings = list({reading.date: reading for reading in given if reading is not None}.values())
    kind, points = _points(metric, readings)
    target = (
        {
            "target": _plain(metric.target.value),
            "targetComparisonOperator": "MORE_THAN_OR_EQUAL_TO"
            if metric.better == "higher"
            else "LESS_THAN_OR_EQUAL_TO",
        }
        if metric.target
        else {}
    )
    owner = owner_title(project, metric.owner)
    return {
        "type": kind,
        "importKey": _key(project, name),
        "title": terminal_line(metric.title),
        "unit": terminal_line(metric.unit or ("%" if metric.kind == "percentage" else "")),
        **({"description": markdown_line(words.owned_by.format(owner))} if owner else {}),
        **target,
        **({"aggregationMethod": "AVERAGE"} if kind == "OTHER" else {}),
        "dataPoints": points,
    }


def _points(metric: Metric, readings: list[Reading | NpsReading]) -> tuple[str, list[dict[str, Any]]]:
    """The type of a metric there, and its readings; one that asks for counts only where every reading has them."""
    days = [{"dateOfMeasurement": reading.date.isoformat()} for reading in readings]
    groups = [_groups(reading) for reading in readings]
    if metric.kind == "nps" and readings and all(groups):
        names = ("promoters", "passives", "detractors")
        return "NPS", [
            day | dict(zip(names, group, strict=True)) for day, group in zip(days, groups, strict=True) if group
        ]
    counts = [reading.n for reading in readings if reading.n is not None and reading.n <= _LARGEST]
    if readings and len(counts) == len(readings):
        together = list(zip(days, readings, counts, strict=True))
        if metric.kind == "percentage":
            parts = [round(reading.value * n / 100) for _, reading, n in together]
            if max(map(abs, parts)) <= _LARGEST:
                return "RATIO", [
                    day | {"numerator": part, "denominator": n}
                    for part, (day, _, n) in zip(parts, together, strict=True)
                ]
        if metric.kind == "ces":
            return "CES", [day | {"score": _plain(reading.value), "respondents": n} for day, reading, n in together]
    return "OTHER", [day | {"value": _plain(reading.value)} for day, reading in zip(days, readings, strict=True)]


def _plain(value: float) -> float:
    """A number; a whole one without a fraction."""
    return int(value) if float(value).is_integer() else value


def _groups(reading: Reading | NpsReading) -> tuple[int, int, int] | None:
    """Promoters, passives and detractors; ``None``: only the score is known, or there are more than TheyDo counts."""
    if getattr(reading, "counts", None) is None:
        return None
    given: NpsTraits = reading  # type: ignore[assignment]  # a reading that has counts
    return given.groups if max(given.groups) <= _LARGEST else None


def _solution(project: Project, item: Item, steps: list[Item], texts: ItemTexts) -> dict[str, Any]:
    action, words = project.actions[item.id], texts.words
    lines = [markdown_line(line) for line in texts.lines(item, due=True)]
    if action.hypothesis:
        lines.insert(0, markdown_line(words.expected.format(" ".join(action.hypothesis.split()))))
    listed = "\n".join(f"- {_step(step, texts)}" for step in steps)
    links = [web_address(link.url) for link in texts.links(item)]
    ratio = action.impact / action.effort if action.impact and action.effort else None
    priority = None if ratio is None else "HIGH" if ratio >= _HIGH else "MEDIUM" if ratio >= _MEDIUM else "LOW"
    return {
        "importKey": _key(project, item.id),
        "title": terminal_line(texts.title(item)),
        "description": "\n\n".join([*lines, *([listed] if listed else [])]),
        "status": action.status,
        **({"priority": priority} if priority else {}),
        **({"tags": list(dict.fromkeys(action.levers))} if action.levers else {}),
        **({"externalLinks": links} if links else {}),
    }


def _step(step: Item, texts: ItemTexts) -> str:
    details = [texts.owner(step), step.due.isoformat() if step.due else "", texts.words.statuses[step.status]]
    return markdown_line(texts.words.within.format(texts.title(step), ", ".join(filter(None, details))))


def _opportunities(project: Project, ranking: Ranking, words: PlanWords) -> Iterator[dict[str, Any]]:
    """What falls short for all personas together, or, where there are no rows of all, for each."""
    rows = [row for row in ranking.rows if row.kind == "combined"]
    rows = rows or [row for row in ranking.rows if row.kind == "touchpoint"]
    apart = len({row.persona for row in rows}) > 1
    for row in rows:
        if row.rank is not None and (row.key or 0) > 0:
            whose = [row.persona] if apart and row.persona else []
            yield {
                "importKey": _key(project, row.journey, row.touchpoint, *whose),
                "title": terminal_line(" ".join(row.title.split())),
                "description": "\n\n".join(markdown_line(line) for line in _found(project, ranking, row, words)),
                **({"tags": [row.quadrant]} if row.quadrant else {}),
            }


def _found(project: Project, ranking: Ranking, row: Row, words: PlanWords) -> Iterator[str]:
    """What a ranking says of a row, on the journey's scale where it has one for both scores."""
    own = row.scales.same and row.importance is not None and row.experience is not None
    on = row.scales.experience
    importance, experience = (row.importance, row.experience) if own else (row.importance10, row.experience10)
    ends = (on.min, on.max) if own else (0, 10)
    yield words.fell_short.format(
        words.fixed(importance), words.fixed(experience), *map(words.general, ends), row.rank, words.ranking[ranking.by]
    )
    yield words.in_stage.format(" ".join(row.stage_title.split()))
    if owner := owner_title(project, row.owner):
        yield words.owned_by.format(owner)
    titles = [" ".join(project.actions[name].title.split()) for name in row.actions if name in project.actions]
    yield words.has_actions.format("; ".join(titles)) if titles else words.no_action
