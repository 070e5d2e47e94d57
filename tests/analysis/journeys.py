"""Projects of one small journey, made of scores alone, for tests of figures."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from cxmap.analysis.dependence import answers_file
from cxmap.analysis.ranking.gaps import gaps
from cxmap.analysis.ranking.options import Options
from cxmap.project.load import load as load_project
from tests.support import TODAY, project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.analysis.ranking.result import Ranking
    from cxmap.project.project import Project

TEN = {"min": 0, "max": 10}

LIBRARY: dict[str, Any] = {
    "cxmap": 1,
    "segments": {"new": {"title": "New", "share": 0.6}, "old": {"title": "Old", "share": 0.2}},
    "personas": {
        "anna": {"name": "Anna", "segment": "new"},
        "ben": {"name": "Ben", "segment": "old"},
        "cleo": {"name": "Cleo", "segment": "old"},
        "dirk": {"name": "Dirk"},
    },
    "stakeholders": {"shop": {"title": "Shop", "kind": "team"}, "web": {"title": "Web team", "kind": "team"}},
    "channels": {"site": {"title": "Site", "kind": "digital"}, "store": {"title": "Store", "kind": "physical"}},
    "sources": {
        "survey": {"title": "Survey", "kind": "survey"},
        "other-survey": {"title": "Other survey", "kind": "survey"},
        "five": {"title": "Survey on 1 to 5", "kind": "survey", "scale": {"min": 1, "max": 5}},
        "wall": {"title": "Workshop", "kind": "workshop"},
    },
}


def touchpoint(name: str, importance: Any = None, experience: Any = None, **more: Any) -> dict[str, Any]:
    """A touchpoint with its scores; ``scores`` in ``more`` adds to them."""
    scores = {"importance": importance, "experience": experience} | more.pop("scores", {})
    given = {key: value for key, value in scores.items() if value is not None}
    return {"id": name, "title": name.capitalize(), **({"scores": given} if given else {}), **more}


def journey(
    *touchpoints: dict[str, Any],
    name: str = "trip",
    personas: tuple[str, ...] = ("anna",),
    **more: Any,
) -> dict[str, Any]:
    """A journey of one stage, on a scale of 0 to 10 unless said otherwise."""
    return {
        "cxmap": 1,
        "journey": {
            "id": name,
            "title": "Trip",
            "personas": list(personas),
            "scale": TEN,
            "stages": [{"id": "all", "title": "All of it", "touchpoints": list(touchpoints)}],
            **more,
        },
    }


def of_pairs(pairs: Mapping[str, tuple[float, float]], **more: Any) -> dict[str, Any]:
    """A journey of touchpoints with importance and experience."""
    return journey(*(touchpoint(name, *pair) for name, pair in pairs.items()), **more)


def load(
    *journeys: dict[str, Any], library: Mapping[str, Any] | None = None, config: str = "", beside: Any = None
) -> Project:
    """The project that the journeys make, with the library of this module; ``beside`` is kept beside the first."""
    files = {f"{one['journey']['id']}.cxmap.yaml": text(one) for one in journeys}
    files |= {"library.cxmap.yaml": text(library or LIBRARY), "cxmap.toml": config}
    if beside is None:
        return project(files)
    files[f"{journeys[0]['journey']['id']}.answers.json"] = json.dumps(beside)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_text(content, encoding="utf-8")
        found = load_project(["."], today=TODAY, cwd=Path(folder).resolve())
        for document in found.documents:
            answers_file(found, document)  # read while it is there
        return found


def text(data: Mapping[str, Any]) -> str:
    """A file's text."""
    dumped: str = yaml.safe_dump(dict(data), sort_keys=False)
    return dumped


def rank(*journeys: dict[str, Any], config: str = "", library: Mapping[str, Any] | None = None, **options: Any) -> Any:
    """The ranking of these journeys; loosely typed, so that tests read its optional parts as they are."""
    return gaps(load(*journeys, config=config, library=library), Options(**options))


def order(ranking: Ranking, persona: str | None = "anna") -> list[str]:
    """The touchpoints of one persona's ranking in order; ``None``: of the combined rows."""
    return [row.touchpoint for row in ranking.rows if row.persona == persona and row.rank is not None]


def mean(mean: float, sd: float | None = None, n: int | None = None, source: str | None = "survey", **more: Any) -> Any:
    """A measurement."""
    given = {"mean": mean, "sd": sd, "n": n, "source": source, **more}
    return {key: value for key, value in given.items() if value is not None}
