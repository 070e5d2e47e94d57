"""Projects as large as charts take them: many personas of one journey, parties that are all tied to each other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from benchmarks.places import HERE

KINDS = ("department", "partner", "team", "supplier", "regulator", "other")
STAGE = 10  # touchpoints


@cache
def journey(touchpoints: int, personas: int) -> Path:
    """A file with a journey that each persona scores at every touchpoint."""
    names = [f"persona-{i}" for i in range(personas)]
    lines = ["cxmap: 1", "personas:", *(f"  {name}: {{name: Persona {i}}}" for i, name in enumerate(names))]
    lines += ["journey:", "  id: large", "  title: Large", f"  personas: [{', '.join(names)}]", "  stages:"]
    for place in range(touchpoints):
        if place % STAGE == 0:
            stage = place // STAGE
            lines += [f"    - id: stage-{stage}", f"      title: Stage {stage}", "      touchpoints:"]
        lines += [f"        - id: step-{place}", f"          title: Does step {place}", "          by_persona:"]
        for i, name in enumerate(names):
            importance, experience = 10 + (37 * place + 23 * i) % 91, 10 + (53 * place + 31 * i) % 91
            scores = f"{{importance: {importance / 10}, experience: {experience / 10}}}"
            lines.append(f"            {name}: {{scores: {scores}}}")
    return _written(f"journey-{touchpoints}-{personas}", lines)


@cache
def tied(parties: int) -> Path:
    """A file with parties each of which does something for every other."""
    lines = ["cxmap: 1", "stakeholders:"]
    for i in range(parties):
        lines += [
            f"  party-{i}:",
            f"    title: Party {i}",
            f"    kind: {KINDS[i % len(KINDS)]}",
            "    we_do_for_them: Pays within a month",
            "    they_do_for_us: Delivers every day",
            "    relations:",
            *(f"      - {{to: party-{k}, title: sends {i} to {k}}}" for k in range(parties) if k != i),
        ]
    return _written(f"tied-{parties}", lines)


@cache
def actions(count: int) -> Path:
    """A file with so many actions of ten owners, a few days after one another."""
    lines = [
        "cxmap: 1",
        "stakeholders:",
        *(f"  team-{i}: {{title: Team {i}, kind: team}}" for i in range(10)),
        "personas: {p: {name: P}}",
        "journey: {id: large, title: Large, personas: [p],",
        "  stages: [{id: s, title: S, touchpoints: [{id: step-0, title: T}]}]}",
        "actions:",
    ]
    for i in range(count):
        days = f"touchpoints: [large/step-0], start: 2026-{1 + i % 12:02}-01, due: 2027-{1 + i % 12:02}-01"
        lines.append(f"  action-{i}: {{title: Improves step {i}, owner: team-{i % 10}, status: planned, {days}}}")
    return _written(f"actions-{count}", lines)


@cache
def measured(count: int) -> Path:
    """A file with three surveys of a journey of so many touchpoints, and as many metrics with three readings."""
    days = ("2025-03-31", "2025-09-30", "2026-03-31")
    lines = ["cxmap: 1", "personas: {p: {name: P}}", "sources:"]
    lines += [f"  survey-{k}: {{title: Survey {k}, kind: survey, date: {day}, n: 90}}" for k, day in enumerate(days)]
    lines += ["metrics:"]
    for i in range(count):
        readings = ", ".join(f"{{date: {day}, value: {20 + (7 * i + 13 * k) % 60}}}" for k, day in enumerate(days))
        lines += [f"  metric-{i}:", f"    title: Metric {i}", "    better: higher", f"    readings: [{readings}]"]
        lines += ["    baseline: {date: 2025-01-01, value: 20}", "    target: {date: 2026-12-31, value: 80}"]
    lines += ["journey:", "  id: large", "  title: Large", "  personas: [p]", "  stages:"]
    for place in range(count):
        if place % STAGE == 0:
            stage = place // STAGE
            lines += [f"    - id: stage-{stage}", f"      title: Stage {stage}", "      touchpoints:"]
        means = [30 + (53 * place + 31 * k) % 51 for k in range(len(days))]
        waves = ", ".join(f"{{mean: {mean / 10}, sd: 1.5, n: 90, source: survey-{k}}}" for k, mean in enumerate(means))
        lines += [f"        - id: step-{place}", f"          title: Does step {place}", "          scores:"]
        lines += ["            importance: 5", f"            experience: [{waves}]"]
    return _written(f"measured-{count}", lines)


def _written(name: str, lines: list[str]) -> Path:
    folder = HERE / ".corpus" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "cxmap.toml").write_text("")
    file = folder / "large.cxmap.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
