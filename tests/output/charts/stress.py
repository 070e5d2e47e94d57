"""Projects that ask much of a chart, as files: any number of everything, any text, any scale."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.output.charts.journeys import TEXTS

import yaml
from cxmap.project.load import load

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cxmap.project.project import Project

TODAY = dt.date(2026, 10, 15)
SCRIPTS = ("arabic", "chinese", "japanese", "korean", "thai", "emoji", "hebrew", "combining")
LONG = (
    "Looks up on the telephone, late in the evening, which running shoes would suit somebody who has never run",
    "Wachtrijnummerautomaatuitgiftebalie: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter",
    "Asks two colleagues, a neighbour and the physiotherapist what they wear, and gets five different answers",
)
ALL_TEXTS = {**TEXTS, "every script": tuple(text for name in SCRIPTS for text in TEXTS[name]), "long": LONG}
PHASES = ("need", "attention", "evaluation", "purchase", "delivery", "use", "service", "loyalty")
PARTIES = ("department", "partner", "customer", "team", "supplier", "regulator", "other")
KINDS = ("digital", "physical", "human")


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything; ``scale`` is that of the journey's marks."""

    touchpoints: int
    personas: int = 1
    texts: str = "plain"
    scale: tuple[float, float] = (1, 10)
    actions: int = 8
    metrics: int = 6
    parties: int = 7


class _Files:
    """Writes the files of one project, the same ones each time."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self.rng = random.Random(7)
        self._say = itertools.cycle(ALL_TEXTS[size.texts])
        self.people = [f"p{i}" for i in range(size.personas)]
        self.stops = [f"t{i}" for i in range(size.touchpoints)]
        self.parties = [f"s{i}" for i in range(size.parties)]

    def say(self) -> str:
        return next(self._say)

    def some(self, most: int) -> list[str]:
        return [self.say() for _ in range(self.rng.randrange(most + 1))]

    def mark(self) -> float:
        low, high = self.size.scale
        return round(self.rng.uniform(low, high), 1)

    def measured(self, source: str) -> dict[str, Any]:
        return {
            "mean": round(self.rng.uniform(1.2, 4.8), 1),
            "sd": 1,
            "n": self.rng.randrange(6, 300),
            "source": source,
        }

    def score(self) -> Any:
        if self.rng.random() < 0.4:
            return self.mark()
        return [self.measured(source) for source in ("first", "second", "third")]

    def library(self) -> dict[str, Any]:
        asked = {"kind": "survey", "n": 300, "scale": {"min": 1, "max": 5}, "series": "asked"}
        return {
            "cxmap": 1,
            "segments": {
                f"g{i}": {"title": self.say(), "share": 1 / self.size.personas} for i in range(self.size.personas)
            },
            "personas": {
                name: {
                    "name": self.say(),
                    "segment": f"g{i}",
                    "quote": self.say(),
                    "story": self.say(),
                    "facts": {self.say(): self.say()},
                    "goals": self.some(3),
                }
                for i, name in enumerate(self.people)
            },
            "sources": {
                name: {"title": f"{self.say()} {date}", "date": date, **asked}
                for name, date in (("first", "2024-03-31"), ("second", "2025-03-31"), ("third", "2026-03-31"))
            },
            "channels": {f"c{i}": {"title": self.say(), "kind": KINDS[i % 3]} for i in range(5)},
            "stakeholders": {
                name: {
                    "title": self.say(),
                    "kind": PARTIES[i % len(PARTIES)],
                    "we_do_for_them": self.say(),
                    "they_do_for_us": self.say(),
                    "relations": [
                        {"to": other, "title": self.say()}
                        for other in self.rng.sample(self.parties, 2)
                        if other != name
                    ],
                }
                for i, name in enumerate(self.parties)
            },
            "metrics": {f"m{i}": self.metric() for i in range(self.size.metrics)},
            "actions": {f"a{i}": self.action(i) for i in range(self.size.actions)},
        }

    def metric(self) -> dict[str, Any]:
        days = ("2025-12-31", "2026-03-31", "2026-06-30", "2026-09-30")
        first, *rest = ({"date": day, "value": round(self.rng.uniform(1, 90), 1), "n": 200} for day in days)
        more = {"target": {"date": "2026-12-31", "value": 60}} if self.rng.random() < 0.8 else {}
        unit = {"kind": "percentage", "unit": "%", "better": "higher"}
        return {"title": self.say(), "owner": "s0", "baseline": first, "readings": rest, **unit, **more}

    def action(self, place: int) -> dict[str, Any]:
        start = dt.date(2026, 1, 1) + dt.timedelta(self.rng.randrange(400))
        due = start + dt.timedelta(self.rng.randrange(10, 200))
        status = self.rng.choice(("idea", "planned", "in-progress", "done"))
        return {
            "title": self.say(),
            "touchpoints": [f"j/{stop}" for stop in self.rng.sample(self.stops, min(2, len(self.stops)))],
            "hypothesis": self.say(),
            "owner": self.rng.choice(self.parties),
            "metrics": ["m0"],
            "effort": self.rng.randrange(1, 6),
            "impact": self.rng.randrange(1, 6),
            "status": status,
            "start": start,
            "due": due,
            **({"finished": min(due, TODAY)} if status == "done" else {}),
            **({"depends_on": [f"a{self.rng.randrange(place)}"]} if place and self.rng.random() < 0.4 else {}),
            "steps": [{"title": self.say(), "due": due, "done": self.rng.random() < 0.5} for _ in range(2)],
        }

    def journey(self) -> dict[str, Any]:
        low, high = self.size.scale
        stages: list[dict[str, Any]] = []
        left = list(self.stops)
        while left:
            count = self.rng.randrange(1, 7)
            stages.append(
                {
                    "id": f"stage{len(stages)}",
                    "title": self.say(),
                    "goal": self.say(),
                    "phase": PHASES[min(len(stages), len(PHASES) - 1)],
                    "touchpoints": [self.touchpoint(name) for name in left[:count]],
                }
            )
            left = left[count:]
        return {
            "cxmap": 1,
            "journey": {
                "id": "j",
                "title": self.say(),
                "personas": self.people,
                "goal": self.say(),
                "starts_with": self.say(),
                "ends_with": self.say(),
                "scale": {"min": low, "max": high, "pass": low + (high - low) / 2},
                "stages": stages,
            },
        }

    def touchpoint(self, name: str) -> dict[str, Any]:
        rng, place = self.rng, self.stops.index(name)
        own: dict[str, Any] = {
            "id": name,
            "title": self.say(),
            "doing": self.say(),
            "thinking": self.some(2),
            "feeling": self.say(),
            "positives": self.some(2),
            "negatives": self.some(2),
            "opportunities": self.some(1),
            "backstage": self.say(),
            "systems": self.some(2),
            "moment_of_truth": rng.random() < 0.2,
            "scores": {"importance": self.mark(), "experience": self.score()},
        }
        if rng.random() < 0.9:
            own |= {"channel": f"c{rng.randrange(5)}", "owner": rng.choice(self.parties)}
        if rng.random() < 0.15:
            own["wow"] = self.say()
        if place and rng.random() < 0.3:
            own["handover"] = {"loses": self.some(2), "scores": {"importance": self.mark(), "experience": self.mark()}}
        if place > 3 and rng.random() < 0.04:
            own["returns_to"] = self.stops[place - 2]
        others = [who for who in self.people[1:] if rng.random() < 0.7]
        if others:
            own["by_persona"] = {who: {"feeling": self.say(), "scores": {"experience": self.score()}} for who in others}
        return own

    def answers(self) -> dict[str, Any]:
        """What the answers of the last wave say of what moves the overall mark."""
        return {
            "cxmap-answers": 1,
            "sources": {
                "third": {
                    "date": "2026-03-31",
                    "n": 300,
                    "means": [],
                    "covariance": [],
                    "overall": {
                        name: {
                            "slope": round(self.rng.uniform(-0.05, 0.4), 2),
                            "slope_se": 0.03,
                            "penalty": -round(self.rng.uniform(0, 0.5), 2),
                            "reward": round(self.rng.uniform(0, 0.5), 2),
                            "class": self.rng.choice(("basic", "performer", "delighter", "unclear")),
                        }
                        for name in self.stops
                    },
                }
            },
        }


def stress(size: Size, folder: Path) -> Project:
    """A project of this size, in files in a folder that has to stay while charts are made of it."""
    made = _Files(size)
    texts: Mapping[str, str] = {
        "library.cxmap.yaml": yaml.safe_dump(made.library(), allow_unicode=True),
        "j.cxmap.yaml": yaml.safe_dump(made.journey(), allow_unicode=True),
        "j.answers.json": json.dumps(made.answers()),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return load(["."], today=TODAY, cwd=folder.resolve())
