"""Maps and blueprints to lay out: any number of touchpoints and personas, any text."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.output.charts.journeys import TEXTS, journey

from cxmap.analysis.durations import Total
from cxmap.output.charts.blueprint.views import BlueprintView, Influence, Process
from cxmap.output.charts.map.views import ActionNote, Choosing, MapColumn, MapView, MetricNote, Quote
from cxmap.output.charts.sheet.views import Met, Picture, Said, Spell
from cxmap.output.charts.views import SourceNote

if TYPE_CHECKING:
    from cxmap.choices import ChannelKind

KINDS: tuple[ChannelKind, ...] = ("digital", "physical", "human", "post")
STATUSES = ("idea", "planned", "in-progress", "done")
UNITS = ("minute", "hour", "day", "working-day", "week", "month")


class _Pen:
    """Writes the texts of one sheet, the same ones each time."""

    def __init__(self, touchpoints: int, personas: int, texts: str, seed: int) -> None:
        self.rng = random.Random(seed)
        self.personas = personas
        self._say = itertools.cycle(TEXTS[texts])
        self.view = journey(touchpoints, personas, texts, seed=seed)

    def text(self) -> str:
        return next(self._say)

    def texts(self, most: int) -> tuple[str, ...]:
        return tuple(self.text() for _ in range(self.rng.randrange(most + 1)))

    def who(self) -> tuple[int, ...]:
        """Some of the personas, or all."""
        if self.personas == 1 or self.rng.random() < 0.5:
            return ()
        return tuple(sorted(self.rng.sample(range(self.personas), self.rng.randrange(1, self.personas))))

    def said(self, most: int) -> tuple[Said, ...]:
        return tuple(Said(text, self.who()) for text in self.texts(most))

    def channels(self) -> tuple[Met, ...]:
        if self.rng.random() < 0.2:
            return (Met("", None),)
        main = Met(self.text(), self.rng.choice(KINDS), who=self.who())
        return (main, Met(self.text(), self.rng.choice(KINDS), also=True))

    def spells(self) -> tuple[Spell, ...]:
        return tuple(
            Spell(self.rng.choice((1, 2.5, 45)), self.rng.choice(UNITS), self.who())
            for _ in range(self.rng.randrange(2))
        )


PICTURE = Picture(bytes((0, 90, 160, 255)) * 16, 4, "A shop window")


def map_of(touchpoints: int, personas: int = 1, texts: str = "plain", *, seed: int = 1) -> MapView:
    """A map with this many touchpoints; the same arguments give the same map."""
    pen = _Pen(touchpoints, personas, texts, seed)
    return MapView(
        emotion=pen.view,
        steps=tuple(replace(_step(pen), picture=PICTURE if i % 3 == 1 else None) for i in range(touchpoints)),
        waiting=tuple(Total(1500.0 + i, 3.0, 1.0, 4) for i in range(personas)),
        doing=tuple(Total(90.0, count=2) for _ in range(personas)),
        starts_with=pen.text(),
        ends_with=pen.text(),
    )


def _step(pen: _Pen) -> MapColumn:
    return MapColumn(
        passes=pen.who(),
        doing=pen.said(2),
        channels=pen.channels(),
        loses=pen.said(1),
        owner=pen.text() if pen.rng.random() < 0.8 else "",
        thinking=pen.said(2),
        feeling=pen.said(1),
        lifts=pen.said(3),
        lowers=pen.said(9),
        quotes=tuple(Quote(text, pen.text(), pen.who()) for text in pen.texts(2)),
        waits=pen.spells(),
        takes=pen.spells(),
        moment_of_truth=pen.who() if pen.rng.random() < 0.3 else None,
        wows=pen.said(1),
        expectation=pen.said(1),
        notes=tuple(Quote(text, pen.text(), pen.who()) for text in pen.texts(1)),
        choices=tuple(Choosing((text, pen.text()), (pen.text(),), pen.who()) for text in pen.texts(1)),
        metrics=tuple(MetricNote(text, "%", (40.0, 30.5), 20.0) for text in pen.texts(1)),
        questions=pen.texts(1),
        rank=pen.rng.choice((None, None, 1, 3)),
        opportunities=pen.texts(2),
        actions=tuple(
            ActionNote(text, pen.rng.choice(STATUSES), pen.text(), dt.date(2026, 12, 31)) for text in pen.texts(2)
        ),
    )


def blueprint_of(touchpoints: int, personas: int = 1, texts: str = "plain", *, seed: int = 1) -> BlueprintView:
    """A blueprint with this many touchpoints; the same arguments give the same blueprint."""
    pen = _Pen(touchpoints, personas, texts, seed)
    processes = tuple(
        replace(_process(pen), picture=PICTURE if i % 3 == 1 else None, waits=pen.spells(), loses=pen.said(1))
        for i in range(touchpoints)
    )
    return BlueprintView(pen.view, processes, (SourceNote(pen.text(), (9, 9), dt.date(2026, 3, 31)),))


def _process(pen: _Pen) -> Process:
    return Process(
        passes=pen.who(),
        doing=pen.said(2),
        channels=pen.channels(),
        owner=pen.text() if pen.rng.random() < 0.8 else "",
        frontstage=pen.text() if pen.rng.random() < 0.8 else "",
        backstage=pen.text(),
        fails=pen.said(2),
        departments=pen.texts(2),
        systems=pen.texts(3),
        influences=tuple(Influence(text, pen.text()) for text in pen.texts(2)),
    )
