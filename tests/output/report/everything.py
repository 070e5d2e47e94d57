"""A project in which every field of the format is filled in, each text and number with one that is used once.

``unfilled`` says which fields are not, so that a new field of the format has to come in here.
"""

from __future__ import annotations

import importlib
import itertools
import pkgutil
from typing import TYPE_CHECKING, Any

from tests.analysis.journeys import text as file_text
from tests.support import project

import cxmap.model
from cxmap.model.generated import RECORDS
from cxmap.model.records import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cxmap.project.project import Project


def everything(say: Callable[[str], str] | None = None) -> dict[str, dict[str, Any]]:
    """The files of the project, as data.

    Args:
        say: Makes a text of a word that is used once; without it a text of that word.
    """
    count = itertools.count(1)

    def t(word: str) -> str:
        return say(word) if say else f"{word} {next(count)}x"

    def evidence(**more: Any) -> list[dict[str, Any]]:
        return [
            {
                "source": "talks",
                "quote": t("quote"),
                "note": t("note"),
                "date": "2026-02-03",
                "links": ["https://example.org/plain", {"url": "https://example.org/titled", "title": t("link")}],
                "finding": "contradicts",
                **more,
            }
        ]

    library = {
        "cxmap": 1,
        "segments": {"new": {"title": t("segment"), "description": t("group"), "share": 0.37, "priority": "target"}},
        "personas": {
            "anna": {
                "name": t("Anna"),
                "segment": "new",
                "quote": t("said"),
                "story": t("story"),
                "facts": {t("label"): 29.5, t("label"): t("fact")},
                "goals": [t("goal"), t("goal")],
                "ambitions": [t("ambition")],
                "needs": [t("need")],
                "frustrations": [t("frustration")],
                "emotional_drivers": [t("driver")],
                "portrait": "anna.png",
                "evidence": evidence(finding="confirms"),
            },
            "ben": {"name": t("Ben"), "segment": "new"},
        },
        "stakeholders": {
            "shop": {
                "title": t("shop"),
                "kind": "team",
                "description": t("party"),
                "we_do_for_them": t("for them"),
                "they_do_for_us": t("for us"),
                "relations": [{"to": "partner", "title": t("relation")}],
            },
            "partner": {"title": t("partner"), "kind": "partner"},
            "office": {"title": t("office"), "kind": "department"},
        },
        "channels": {
            "site": {"title": t("site"), "kind": "digital", "run_by": "partner", "description": t("about site")},
            "desk": {"title": t("desk"), "kind": "human"},
        },
        "sources": {
            "talks": {
                "title": t("talks"),
                "kind": "interview",
                "date": "2026-01-31",
                "n": 12,
                "population": 411,
                "scale": {"min": 1, "max": 5, "step": 0.25},
                "series": t("series"),
                "description": t("how"),
                "url": "https://example.org/source",
            },
            "survey": {
                "title": t("survey"),
                "kind": "survey",
                "date": "2025-05-31",
                "n": 1900,
                "scale": {"min": 1, "max": 5},
            },
            "wall": {"title": t("wall"), "kind": "workshop", "date": "2024-04-04"},
        },
    }
    journey = {
        "cxmap": 1,
        "journey": {
            "id": "trip",
            "title": t("trip"),
            "description": t("covers"),
            "personas": ["anna", "ben"],
            "goal": t("aim"),
            "state": "current",
            "variant_of": "other",
            "starts_with": t("start"),
            "ends_with": t("end"),
            "route": t("route"),
            "owner": "office",
            "scale": {"importance": {"min": 0, "max": 7}, "experience": {"min": 1, "max": 10, "pass": 5.75}},
            "scores_source": "wall",
            "lang": "en",
            "reviews": [{"date": "2026-11-12", "with": ["office"], "what": t("review")}],
            "links": [{"url": "https://example.org/board", "title": t("board")}],
            "evidence": evidence(finding="new"),
            "stages": [
                {
                    "id": "first",
                    "title": t("stage"),
                    "description": t("about stage"),
                    "goal": t("stage goal"),
                    "phase": "evaluation",
                    "takes": "3 weeks",
                    "detailed_in": "other",
                    "evidence": evidence(persona="ben"),
                    "touchpoints": [
                        {
                            "id": "look",
                            "title": t("look"),
                            "description": t("about look"),
                            "channel": "site",
                            "also_through": ["desk"],
                            "reach": 0.83,
                            "doing": t("doing"),
                            "thinking": [t("thinking")],
                            "feeling": t("feeling"),
                            "emotional_drivers": [t("moved")],
                            "expectation": t("expects"),
                            "choice": {"between": [t("either"), t("or")], "based_on": [t("ground")]},
                            "positives": [t("plus")],
                            "negatives": [t("minus")],
                            "wait": "7 working-days",
                            "takes": "9 minutes",
                            "moment_of_truth": True,
                            "wow": t("wow"),
                            "handover": {
                                "from": "end",
                                "loses": [t("lost")],
                                "note": t("step"),
                                "scores": {"importance": 4.4, "experience": 3.3, "desired": 6.6},
                            },
                            "owner": "shop",
                            "supported_by": ["partner"],
                            "frontstage": t("front"),
                            "backstage": t("back"),
                            "systems": [t("system")],
                            "importance_to_us": 5.1,
                            "metrics": ["nps"],
                            "opportunities": [t("idea")],
                            "questions": [t("question")],
                            "tags": [t("tag")],
                            "links": [{"url": "https://example.org/ticket", "title": t("ticket")}],
                            "image": "look.png",
                            "image_alt": t("picture"),
                            "influences": [{"to": "end", "note": t("colours")}],
                            "evidence": evidence(persona="anna"),
                            "scores": {
                                "importance": {
                                    "mean": 4.71, "sd": 0.81, "n": 613, "source": "survey", "derived": False,
                                    "date": "2025-06-07", "answers": 677,
                                },
                                "experience": [
                                    {"mark": 6.2, "source": "wall", "date": "2023-03-03"},
                                    {
                                        "counts": {1: 11, 2: 22, 3: 33, 4: 44, 5: 55},
                                        "source": "survey", "date": "2024-07-08",
                                    },
                                    {
                                        "mean": 3.12, "sd": 0.93, "n": 614, "source": "survey", "date": "2025-06-07",
                                        "answers": 678,
                                    },
                                ],
                                "desired": 8.3,
                                "source": "wall",
                                "gap_sd": 0.57,
                                "gap_n": 599,
                            },
                            "by_persona": {
                                "ben": {
                                    "channel": "desk",
                                    "reach": 0.41,
                                    "doing": t("Ben does"),
                                    "thinking": [t("Ben thinks")],
                                    "feeling": t("Ben feels"),
                                    "emotional_drivers": [t("Ben is moved")],
                                    "expectation": t("Ben expects"),
                                    "choice": {"between": [t("Ben's either")], "based_on": [t("Ben's ground")]},
                                    "positives": [t("Ben likes")],
                                    "negatives": [t("Ben minds")],
                                    "wait": "5 hours",
                                    "takes": "8 days",
                                    "moment_of_truth": False,
                                    "wow": t("Ben's wow"),
                                    "handover": {"note": t("Ben's step"), "loses": [t("Ben's loss")]},
                                    "scores": {"importance": 5.3, "experience": 2.7},
                                }
                            },
                        },
                        {
                            "id": "end", "title": t("last"), "personas": ["anna"],
                            "scores": {"importance": 6.7, "experience": 7.7},
                        },
                        {
                            "id": "aside", "title": t("aside"), "returns_to": "end",
                            "scores": {"importance": 2.2, "experience": 4.9},
                        },
                    ],
                }
            ],
        },
    }  # fmt: skip
    other = {
        "cxmap": 1,
        "journey": {
            "id": "other",
            "title": t("other"),
            "personas": ["anna"],
            "state": "desired",
            "redesigns": "trip",
            "stages": [
                {
                    "id": "all",
                    "title": t("all"),
                    "touchpoints": [{"id": "better", "title": t("better"), "replaces": ["look"]}],
                }
            ],
        },
    }
    roadmap = {
        "cxmap": 1,
        "metrics": {
            "nps": {
                "title": t("metric"),
                "kind": "nps",
                "better": "higher",
                "unit": "pts",
                "owner": "office",
                "baseline": {"date": "2026-01-05", "counts": {"promoters": 61, "passives": 23, "detractors": 17}},
                "target": {"date": "2027-03-04", "value": 47},
                "readings": [{"date": "2026-06-05", "counts": {10: 71, 7: 19, 3: 13}}],
            },
            "mark": {
                "title": t("mark"),
                "kind": "score",
                "better": "lower",
                "scale": {"min": 2, "max": 19},
                "readings": [{"date": "2026-05-06", "value": 6.31, "n": 277, "sd": 1.43}],
            },
        },
        "actions": {
            "fix": {
                "title": t("fix"),
                "description": t("comes down to"),
                "touchpoints": ["trip/look", "trip/look#handover"],
                "levers": ["training"],
                "hypothesis": t("hypothesis"),
                "current": t("now"),
                "desired": t("then"),
                "owner": "shop",
                "parties": ["partner"],
                "behaviour": [t("behaviour")],
                "systems": [t("till")],
                "metrics": ["mark"],
                "effort": 2,
                "impact": 4,
                "cost": t("cost"),
                "status": "done",
                "start": "2026-02-11",
                "due": "2026-03-12",
                "finished": "2026-03-13",
                "outcome": "refuted",
                "learned": t("learned"),
                "depends_on": ["plan"],
                "links": [{"url": "https://example.org/action", "title": t("page")}],
                "expects": {"trip/look": 1.35, "trip/look#handover": {"anna": 0.65}},
                "steps": [{"id": "one", "title": t("to do"), "owner": "office", "due": "2026-02-25", "done": True}],
            },
            "plan": {"title": t("plan"), "touchpoints": ["trip/end"], "status": "idea"},
        },
    }
    return {"library": library, "trip": journey, "other": other, "roadmap": roadmap}


def loaded(files: dict[str, dict[str, Any]], pictures: Path | None = None, **more: Any) -> Project:
    """The project; with a picture under each name that it refers to, where one is given."""
    named: dict[str, str | bytes | None] = {f"{name}.cxmap.yaml": file_text(data) for name, data in files.items()}
    if pictures is not None:
        named |= dict.fromkeys(("anna.png", "look.png"), pictures.read_bytes())
    return project(named | {"cxmap.toml": ""}, **more)


def filled(value: Any) -> Iterator[tuple[str, str, Any]]:
    """Every field that was given in what was loaded: kind of thing, field, value."""
    if isinstance(value, Record):
        for name, inner in vars(value).items():
            if name in value.model_fields_set:
                yield type(value).__name__, name, inner
                yield from filled(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from filled(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from filled(inner)


def unfilled(given: Project) -> set[str]:
    """The fields of the format that nothing in a project fills in."""
    models = {
        model.__name__: model
        for module in pkgutil.iter_modules(cxmap.model.__path__)
        for model in vars(importlib.import_module(f"cxmap.model.{module.name}")).values()
        if isinstance(model, type) and model.__name__ in RECORDS and hasattr(model, "model_fields")
    }
    known = {f"{name}.{field}" for name, model in models.items() for field in model.model_fields}
    found = {f"{kind}.{name}" for document in given.documents for kind, name, _ in filled(document.model)}
    return known - found
