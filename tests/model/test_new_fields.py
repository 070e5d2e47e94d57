"""What no field can tell alone, and what follows from what is given."""

from __future__ import annotations

from typing import Any

import pytest

from cxmap.model.check import check
from tests.support import diagnose_text


def file(touchpoint: dict[str, Any] | None = None, metric: dict[str, Any] | None = None) -> dict[str, Any]:
    """A file with a touchpoint and a metric."""
    journey = {
        "id": "j",
        "title": "J",
        "personas": ["p"],
        "stages": [{"id": "s", "title": "S", "touchpoints": [{"id": "t", "title": "T", **(touchpoint or {})}]}],
    }
    return {"cxmap": 1, "journey": journey, "metrics": {"m": {"title": "M", "better": "higher", **(metric or {})}}}


def told(data: dict[str, Any]) -> list[tuple[str, str]]:
    """Kind and place of each error."""
    return [(error.kind, "/".join(map(str, error.pointer))) for error in check(data).errors]


AT = "journey/stages/0/touchpoints/0"


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ([5], []),
        ([5, {"mark": 6}, {"mean": 6}, {"counts": {6: 1}}], []),
        ([], [("invalid-value", "")]),
        ([5] * 60, []),
        ([5] * 61, [("invalid-value", "")]),
        ([5, [6]], [("invalid-value", "/1")]),
        ([5, "6"], [("wrong-type", "/1")]),
        ([5, {"mark": "6"}], [("wrong-type", "/1/mark")]),
        ([5, {"mark": 6, "n": 9}], [("unknown-key", "/1/n")]),
        ([5, {"source": "s"}], [("missing-key", "/1/mean")]),
    ],
)
def test_waves(given: Any, errors: list[tuple[str, str]]) -> None:
    for part in ("importance", "experience"):
        place = f"{AT}/scores/{part}"
        assert told(file({"scores": {part: given}})) == [(kind, place + below) for kind, below in errors]
        place = f"{AT}/handover/scores/{part}"
        assert told(file({"handover": {"scores": {part: given}}})) == [(kind, place + below) for kind, below in errors]


def test_what_is_desired_is_one_value() -> None:
    assert told(file({"scores": {"desired": [5]}})) == [("wrong-type", f"{AT}/scores/desired")]
    assert told(file({"scores": {"desired": {"mark": 5}}})) == []


def test_a_wave_that_is_wrong_is_absent_and_the_others_stay() -> None:
    journey = check(file({"scores": {"experience": [5, "x", 7]}})).model.journey
    assert journey
    scores = journey.stages[0].touchpoints[0].scores
    assert scores
    assert scores.experience == [5, None, 7]


def test_a_picture_needs_words() -> None:
    assert told(file({"image": "a.png"})) == [("missing-key", f"{AT}/image_alt")]
    assert told(file({"image": "a.png", "image_alt": "A shop"})) == []
    assert told(file({"image": "a.png", "image_alt": " "})) == [("invalid-value", f"{AT}/image_alt")]
    assert told(file({"image_alt": "A shop"})) == []
    found = told(file({"image": "a.png", "reach": 2}))  # another error beside it hides nothing
    assert sorted(found) == [("invalid-value", f"{AT}/reach"), ("missing-key", f"{AT}/image_alt")]
    assert told(file({"image": "../a.png", "image_alt": "A"})) == [("invalid-value", f"{AT}/image")]


@pytest.mark.parametrize(
    ("link", "sound"),
    [
        ("https://tickets.example/CX-1", True),
        ("http://a", True),
        ({"url": "https://a", "title": "A"}, True),
        ("javascript:alert(1)", False),
        ("HTTPS://a", False),
        ("https://a b", False),
        ("mailto:a@b.example", False),
        ({"url": "file:///etc/passwd"}, False),
    ],
)
def test_links_lead_to_the_web(link: Any, sound: bool) -> None:
    assert (told(file({"links": [link]})) == []) is sound


COUNTED = {"date": "2026-03-31", "counts": {0: 1, 6: 2, 7: 4, 8: 1, 9: 5, 10: 7}}


def test_only_a_net_promoter_score_is_counted() -> None:
    metric: dict[str, Any] = {"baseline": COUNTED, "readings": [{"date": "2026-04-30", "value": 1}, COUNTED]}
    assert told(file(metric={**metric, "kind": "nps"})) == []
    places = [("invalid-value", "metrics/m/baseline/counts"), ("invalid-value", "metrics/m/readings/1/counts")]
    assert told(file(metric={**metric, "kind": "csat"})) == places
    assert told(file(metric=metric)) == places
    assert told(file(metric={**metric, "kind": "NPS"})) == [("invalid-value", "metrics/m/kind")]
    assert told(file(metric={"target": COUNTED, "kind": "nps"})) != []  # a target is a value


@pytest.mark.parametrize(
    ("counts", "n", "value"),
    [
        (COUNTED["counts"], 20, 45),
        ({"promoters": 60, "passives": 25, "detractors": 15}, 100, 45),
        ({10: 1}, 1, 100),
        ({"promoters": 0, "passives": 0, "detractors": 3}, 3, -100),
    ],
)
def test_a_net_promoter_score_follows_from_its_answers(counts: Any, n: int, value: float) -> None:
    checked = check(file(metric={"kind": "nps", "readings": [{"date": "2026-03-31", "counts": counts}]}))
    assert checked.errors == ()
    (reading,) = checked.model.metrics["m"].readings
    assert (reading.n, reading.value, reading.sd) == (n, value, None)


@pytest.mark.parametrize(
    "counts",
    [{}, {9: 0}, {"promoters": 0, "passives": 0, "detractors": 0}, {11: 1}, {9.5: 1}, {"promoters": 1}, {9: 1, "x": 1}],
)
def test_answers_that_make_no_score(counts: Any) -> None:
    assert told(file(metric={"kind": "nps", "readings": [{"date": "2026-03-31", "counts": counts}]})) != []


@pytest.mark.parametrize(
    ("text", "message", "help_"),
    [
        ("scores: {experience: [5, [6]]}", "item 2 of 'experience' is a list in a list of waves", "one list"),
        (f"scores: {{experience: {[5] * 61}}}", "'experience' has 61 waves", "at most 60"),
        ("links: [www.example.org]", "'www.example.org' is not an address of the web", "https://"),
        ("image: a.png", "missing key 'image_alt' in touchpoint 't'", "for who cannot see it"),
    ],
)
def test_what_is_said(text: str, message: str, help_: str) -> None:
    journey = "journey: {id: j, title: J, personas: [p], stages: [{id: s, title: S, touchpoints: "
    found = diagnose_text(f"cxmap: 1\npersonas: {{p: {{name: P}}}}\n{journey}[{{id: t, title: T, {text}}}]}}]}}\n")
    (error,) = [one for one in found if one.code.startswith("CX1")]
    assert error.message == message
    assert help_ in (error.help or "")
