"""Files for TheyDo: what its schemas ask for, keys that stay, and nothing that would empty a field there."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from cxmap.analysis.ranking.gaps import gaps
from cxmap.exchange.theydo import theydo_file
from cxmap.i18n.plan import PlanWords
from tests.analysis.journeys import LIBRARY, journey, load, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.choices import Lang, TheydoFile
    from cxmap.project.project import Project

COUNT = {"type": "integer", "minimum": 0, "maximum": 2**31 - 1}
TEXT = {"type": "string"}
TEXTS = {"type": "array", "items": TEXT}


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object with these keys and no others."""
    properties = required | optional
    return {"type": "object", "properties": properties, "required": [*required], "additionalProperties": False}


def metric(kind: str, point: dict[str, Any], **more: Any) -> dict[str, Any]:
    day = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
    points = {"type": "array", "items": closed({"dateOfMeasurement": day, **point})}
    needed = {"type": {"const": kind}, "importKey": TEXT, "title": TEXT, "unit": TEXT, "dataPoints": points, **more}
    operator = {"enum": ["LESS_THAN_OR_EQUAL_TO", "MORE_THAN_OR_EQUAL_TO"]}
    return closed(needed, description=TEXT, target={"type": "number"}, targetComparisonOperator=operator)


# What https://github.com/theydo/theydo-s3-integrations says of these files, as far as cxmap writes them.
THINGS: dict[TheydoFile, dict[str, Any]] = {
    "metrics": {
        "oneOf": [
            metric("NPS", {"promoters": COUNT, "passives": COUNT, "detractors": COUNT}),
            metric("RATIO", {"numerator": {"type": "integer"}, "denominator": COUNT}),
            metric("CES", {"score": {"type": "number"}, "respondents": COUNT}),
            metric("OTHER", {"value": {"type": "number"}}, aggregationMethod={"enum": ["SUM", "AVERAGE"]}),
        ]
    },
    "solutions": closed(
        {"importKey": TEXT, "title": TEXT},
        description=TEXT,
        status=TEXT,
        tags=TEXTS,
        externalLinks=TEXTS,
        priority={"enum": ["HIGH", "MEDIUM", "LOW"]},
    ),
    "opportunities": closed({"importKey": TEXT, "title": TEXT}, description=TEXT, tags=TEXTS),
}


def made(project: Project, what: TheydoFile, lang: Lang = "en") -> list[Any]:
    """What a file holds, which is as the schemas ask."""
    found = json.loads(theydo_file(project, what, PlanWords(lang), gaps(project) if what == "opportunities" else None))
    schema = closed({"format": {"const": f"THEYDO_{what.upper()}_V1"}, what: {"type": "array", "items": THINGS[what]}})
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(found)
    things: list[Any] = found[what]
    return things


@examples(20)
@given(plans())
def test_the_schemas_hold(project: Project) -> None:
    solutions = made(project, "solutions")
    assert sorted(each["importKey"] for each in solutions) == [f"cxmap//{name}" for name in sorted(project.actions)]
    for lang in ("en", "nl"):
        keys = [each["importKey"] for each in made(project, "opportunities", lang)]
        assert len(set(keys)) == len(keys)


def measured(**given: Any) -> Any:
    metrics = {"m": {"title": "M", "better": "higher", **given}}
    (found,) = made(load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"metrics": metrics}), "metrics")
    return found


def point(day: str, value: float, **more: Any) -> dict[str, Any]:
    return {"date": day, "value": value, **more}


@pytest.mark.parametrize(
    ("metric", "kind", "points"),
    [
        ({}, "OTHER", []),
        ({"readings": [point("2026-01-01", 4.5)]}, "OTHER", [{"value": 4.5}]),
        (
            {"kind": "percentage", "readings": [point("2026-01-01", 62, n=50), point("2026-02-01", 35, n=40)]},
            "RATIO",
            [{"numerator": 31, "denominator": 50}, {"numerator": 14, "denominator": 40}],
        ),
        (
            {"kind": "percentage", "baseline": point("2026-01-01", 62, n=50), "readings": [point("2026-02-01", 35)]},
            "OTHER",
            [{"value": 62}, {"value": 35}],
        ),
        ({"kind": "percentage", "readings": [point("2026-01-01", 9e9, n=100)]}, "OTHER", [{"value": 9_000_000_000}]),
        ({"kind": "ces", "readings": [point("2026-01-01", 2.5, n=9)]}, "CES", [{"score": 2.5, "respondents": 9}]),
        ({"kind": "ces", "readings": [point("2026-01-01", 2.5, n=2**31)]}, "OTHER", [{"value": 2.5}]),
        (
            {"kind": "nps", "readings": [{"date": "2026-01-01", "counts": {9: 3, 7: 2, 0: 1}}]},
            "NPS",
            [{"promoters": 3, "passives": 2, "detractors": 1}],
        ),
        (
            {"kind": "nps", "baseline": point("2025-01-01", 12, n=40),
             "readings": [{"date": "2026-01-01", "counts": {"promoters": 3, "passives": 0, "detractors": 1}}]},
            "OTHER",
            [{"value": 12}, {"value": 50}],
        ),
        # Of two on one day the later one in the file
        ({"baseline": point("2026-01-01", 4), "readings": [point("2026-01-01", 5)]}, "OTHER", [{"value": 5}]),
    ],
)  # fmt: skip
def test_a_metric_is_of_the_type_that_its_readings_allow(metric, kind, points):
    found = measured(**metric)
    assert found["type"] == kind
    assert [
        {key: value for key, value in each.items() if key != "dateOfMeasurement"} for each in found["dataPoints"]
    ] == points


def test_a_metric_has_its_target_and_its_owner_in_words():
    found = measured(owner="shop", unit="min", target={"date": "2026-12-31", "value": 10.0}, better="lower")
    assert found == {
        "type": "OTHER",
        "importKey": "cxmap//m",
        "title": "M",
        "description": "Owner: Shop",
        "unit": "min",
        "target": 10,
        "targetComparisonOperator": "LESS_THAN_OR_EQUAL_TO",
        "aggregationMethod": "AVERAGE",
        "dataPoints": [],
    }


@pytest.mark.parametrize(
    ("impact", "effort", "priority"), [(3, 2, "HIGH"), (3, 4, "MEDIUM"), (2, 3, "LOW"), (5, 5, "MEDIUM")]
)
def test_an_action_is_a_solution(impact, effort, priority):
    plan = {
        "a": {
            "title": "A",
            "touchpoints": ["trip/t0"],
            "owner": "shop",
            "hypothesis": "It *Helps*",
            "impact": impact,
            "effort": effort,
            "levers": ["people"],
            "links": [{"url": "https://example.org/ü", "title": "T"}],
            "steps": [{"title": "Try", "due": "2026-08-01", "done": True}],
        }
    }
    project = load(journey(touchpoint("t0", 9, 3)), library=LIBRARY | {"actions": plan}, config='id = "shop"\n')
    assert made(project, "solutions", "nl") == [
        {
            "importKey": "cxmap/shop/a",
            "title": "A",
            "description": "Verwacht: It \\*Helps\\*\n\nEigenaar: Shop\n\nStatus: idee\n\nVerbetert: T0\n\n"
            "- Try (Shop, 2026-08-01, afgerond)",
            "status": "idea",
            "priority": priority,
            "tags": ["people"],
            "externalLinks": ["https://example.org/%C3%BC"],
        }
    ]


def test_what_falls_short_is_an_opportunity():
    plan = {"a": {"title": "A", "touchpoints": ["trip/t1"]}}
    trip = journey(touchpoint("t0", 9, 3, owner="shop"), touchpoint("t1", 8, 6), touchpoint("t2", 5, 9))
    project = load(trip, library=LIBRARY | {"actions": plan})
    assert [(each["importKey"], each["description"].split("\n\n")) for each in made(project, "opportunities")] == [
        (
            "cxmap//trip/t0",
            [
                *("Importance 9.0, experience 3.0, on 0–10; rank 1 by priority.", "Stage: All of it", "Owner: Shop"),
                "No action addresses it yet.",
            ],
        ),
        (
            "cxmap//trip/t1",
            ["Importance 8.0, experience 6.0, on 0–10; rank 2 by priority.", "Stage: All of it", "Actions: A"],
        ),
    ]
