"""Two states of a project compared: what is a change, what is the same thing, and what became worse."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import yaml
from cxmap.analysis.diff.compare import diff
from cxmap.analysis.diff.entries import entries, plain
from cxmap.analysis.diff.result import Diff, pointer_text
from tests.analysis.journeys import LIBRARY, journey, mean, text, touchpoint
from tests.profiles import examples
from tests.reliability.test_waves import PROJECT
from tests.reliability.test_waves import journeys as scored_journeys
from tests.reliability.test_waves import scores as any_scores
from tests.support import project

BOOKS: dict[str, Any] = {
    **LIBRARY,
    "sources": {
        **LIBRARY["sources"],
        "spring": {"title": "Spring", "kind": "survey", "date": "2026-03-31"},
        "autumn": {"title": "Autumn", "kind": "survey", "date": "2026-09-30"},
    },
    "metrics": {
        "wait": {
            "title": "Wait at the desk",
            "better": "lower",
            "baseline": {"date": "2026-03-31", "value": 9},
            "target": {"date": "2026-12-31", "value": 4},
        }
    },
    "actions": {
        "signs": {
            "title": "Signs at the shelves",
            "touchpoints": ["trip/find"],
            "status": "planned",
            "due": "2026-06-30",
            "owner": "shop",
            "steps": [{"title": "Draw the signs"}, {"title": "Hang the signs", "done": False}],
        }
    },
}
STOPS = ("enter", "find", "ask", "borrow", "leave", "read")


def trip(*names: str, **more: Any) -> dict[str, Any]:
    return journey(
        *(
            touchpoint(name, 7, 6, doing=f"What happens at {name}, told in {len(name)} words", owner="shop")
            for name in names
        ),
        **more,
    )


def state(made: dict[str, Any] | str, library: dict[str, Any] = BOOKS, config: str = "") -> Any:
    given = made if isinstance(made, str) else text(made)
    return project({"trip.cxmap.yaml": given, "library.cxmap.yaml": text(library), "cxmap.toml": config})


def compared(before: Any, after: Any, **more: Any) -> Diff:
    return diff(state(before), state(after, **more))


def told(found: Diff) -> list[tuple[str, str, str]]:
    return [(each.kind, each.id, pointer_text(each.pointer)) for each in found.changes]


def edited(made: dict[str, Any], name: str, **fields: Any) -> dict[str, Any]:
    """The journey with other fields of a touchpoint."""
    new = copy.deepcopy(made)
    for stage in new["journey"]["stages"]:
        for each in stage["touchpoints"]:
            if each["id"] == name:
                each.update(fields)
    return new


WHOLE = trip(*STOPS)


@pytest.mark.parametrize(
    "change",
    [
        lambda given: given.replace("\n", "\r\n"),
        lambda given: "# a comment\n" + given.replace("journey:", "journey: # another"),
        lambda given: yaml.safe_dump(yaml.safe_load(given), sort_keys=True, indent=6),
        lambda given: yaml.safe_dump(yaml.safe_load(given), default_flow_style=True),
        lambda given: given.replace("importance: 7", "importance: 7.0"),
    ],
)
def test_comments_layout_and_the_order_of_keys_are_no_change(change):
    before = text(WHOLE)
    assert change(before) != before
    assert told(compared(before, change(before))) == []


def test_a_list_of_text_is_a_set():
    one, other = ({"positives": order} for order in (["Quiet", "Light"], ["Light", "Quiet"]))
    assert told(compared(edited(WHOLE, "read", **one), edited(WHOLE, "read", **other))) == []


def test_a_new_id_is_a_rename_and_old_references_are_named():
    renamed = text(WHOLE).replace("id: find", "id: look")
    found = compared(WHOLE, renamed)
    assert told(found) == [("renamed", "trip/look", "")]
    (entry,) = found.changes
    assert (entry.was, entry.stale, entry.probably) == ("trip/find", ("signs",), False)


def test_a_rename_with_its_references_is_one_change():
    library = copy.deepcopy(BOOKS)
    library["actions"]["signs"]["touchpoints"] = ["trip/look"]
    library["stakeholders"]["team"] = library["stakeholders"].pop("shop")
    library["actions"]["signs"]["owner"] = "team"
    renamed = text(WHOLE).replace("id: find", "id: look").replace("owner: shop", "owner: team")
    found = compared(WHOLE, renamed, library=library)
    assert told(found) == [("renamed", "trip/look", ""), ("renamed", "team", "")]
    assert [entry.stale for entry in found.changes] == [(), ()]


def test_a_new_id_and_another_title_in_the_same_place_is_probably_a_rename():
    before = journey(*(touchpoint(name, 5, 5) | {"title": f"Step {name}"} for name in ("a", "b", "c")))
    after = copy.deepcopy(before)
    after["journey"]["stages"][0]["touchpoints"][1] = touchpoint("x", 9, 1) | {"title": "Step beyond"}
    found = compared(before, after)
    assert [(entry.kind, entry.probably) for entry in found.changes if entry.kind == "renamed"] == [("renamed", True)]


def test_an_id_that_something_else_took_over():
    before = journey(touchpoint("a") | {"title": "Asks at the desk"}, touchpoint("b") | {"title": "Reads"})
    after = journey(
        touchpoint("desk") | {"title": "Asks at the desk"},
        touchpoint("a") | {"title": "Walks round the building"},
        touchpoint("b") | {"title": "Reads"},
    )
    found = compared(before, after)
    assert told(found) == [("renamed", "trip/desk", ""), ("added", "trip/a", "")]
    assert found.changes[1].took_over


@pytest.mark.parametrize("at", range(16))
def test_one_move_is_one_move(at):
    names = [f"t{number}" for number in range(16)]
    order = [name for name in names if name != names[at]]
    order.insert((at + 7) % 16, names[at])
    assert told(compared(trip(*names), trip(*order))) == [("moved", f"trip/{names[at]}", "")]


def test_a_move_to_another_stage():
    before = copy.deepcopy(WHOLE)
    before["journey"]["stages"].append({"id": "home", "title": "At home", "touchpoints": []})
    after = copy.deepcopy(before)
    after["journey"]["stages"][1]["touchpoints"].append(after["journey"]["stages"][0]["touchpoints"].pop(1))
    (entry,) = compared(before, after).changes
    assert (entry.kind, entry.id, entry.to, entry.origin) == ("moved", "trip/find", ("home", None), ("all", "enter"))


def worse(found: Diff) -> list[tuple[str, str]]:
    return [(each.id, pointer_text(each.pointer)) for each in found.changes if each.severity == "worse"]


def library(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(BOOKS), **changes}


METRIC, ACTION = BOOKS["metrics"]["wait"], BOOKS["actions"]["signs"]


@pytest.mark.parametrize(
    ("changed", "severity", "goalpost"),
    [
        (library(metrics={"wait": {**METRIC, "target": {"date": "2026-12-31", "value": 6}}}), "worse", True),
        (library(metrics={"wait": {**METRIC, "target": {"date": "2027-12-31", "value": 4}}}), "worse", True),
        (library(metrics={"wait": {**METRIC, "target": {"date": "2026-12-31", "value": 3}}}), "neutral", False),
        (library(metrics={"wait": {**METRIC, "baseline": {"date": "2026-03-31", "value": 12}}}), "worse", True),
        (library(metrics={"wait": {**METRIC, "baseline": {"date": "2026-03-31", "value": 8}}}), "neutral", False),
        (library(metrics={}), "worse", False),
        (library(actions={"signs": {**ACTION, "due": "2026-09-30"}}), "worse", True),
        (library(actions={"signs": {**ACTION, "due": "2026-05-30"}}), "neutral", False),
        (library(actions={"signs": {**ACTION, "status": "done"}}), "better", False),
        (library(actions={}), "worse", False),
        (library(actions={"signs": {key: ACTION[key] for key in ACTION if key != "owner"}}), "worse", False),
        (library(segments={**BOOKS["segments"], "new": {"title": "New", "share": 0.5}}), "worse", True),
        (
            library(segments={**BOOKS["segments"], "new": {"title": "New", "share": 0.6, "priority": "none"}}),
            "worse",
            True,
        ),
        (library(sources={**BOOKS["sources"], "wall": {"title": "Workshop", "kind": "survey"}}), "worse", False),
    ],
)
def test_what_is_worse_in_the_library(changed, severity, goalpost):
    (entry,) = compared(WHOLE, WHOLE, library=changed).changes
    assert (entry.severity, entry.goalpost) == (severity, goalpost)


def evidence(finding: str) -> dict[str, Any]:
    return {"evidence": [{"source": "survey", "quote": "So quiet", "finding": finding}]}


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        (evidence("confirms"), evidence("contradicts"), "worse"),
        (evidence("confirms"), {"evidence": []}, "worse"),
        ({"evidence": []}, evidence("new"), "better"),
        ({"owner": "shop"}, {"owner": "web"}, "neutral"),
        ({"metrics": ["wait"]}, {"metrics": []}, "worse"),
        ({"reach": 0.9}, {"reach": 0.5}, "worse"),
        ({"scores": {"experience": [6, mean(5, 1, 40, "spring")]}}, {"scores": {"experience": 7}}, "worse"),
        ({"scores": {"experience": 6}}, {"scores": {"experience": [6, mean(5, 1, 40, "spring")]}}, "neutral"),
        (
            {"scores": {"experience": mean(6, 1, 84, "spring")}},
            {"scores": {"experience": mean(5, 1, 84, "autumn")}},
            "worse",
        ),
        (  # the answers of one day, told otherwise
            {"scores": {"experience": mean(5, 1, 84, "spring")}},
            {"scores": {"experience": mean(6, 1, 84, "spring")}},
            "worse",
        ),
        (
            {"scores": {"experience": [mean(5, 1, 84, "spring")]}},
            {"scores": {"experience": [mean(5, 1, 84, "spring"), mean(6, 1, 84, "autumn")]}},
            "better",
        ),
    ],
)
def test_what_is_worse_at_a_touchpoint(before, after, severity):
    found = compared(edited(WHOLE, "read", **before), edited(WHOLE, "read", **after))
    assert [entry.severity for entry in found.changes] == [severity]


def test_what_was_removed_with_a_low_score_or_an_open_action_is_worse():
    low = edited(WHOLE, "ask", scores={"importance": 8, "experience": 3})
    without = {name: copy.deepcopy(low) for name in ("ask", "find", "leave")}
    for name, made in without.items():
        stops = made["journey"]["stages"][0]["touchpoints"]
        made["journey"]["stages"][0]["touchpoints"] = [each for each in stops if each["id"] != name]
    severities = {name: compared(low, made).changes[-1].severity for name, made in without.items()}
    assert severities == {"ask": "worse", "find": "worse", "leave": "neutral"}


def test_the_configuration_is_compared():
    found = diff(state(WHOLE, config="gap-threshold = 2"), state(WHOLE, config="gap-threshold = 3"))
    assert [(entry.what, entry.pointer, entry.goalpost) for entry in found.changes] == [
        ("configuration", ("gap-threshold",), True)
    ]


def test_an_effect_on_0_to_10():
    made = [
        edited(
            {**WHOLE, "journey": {**WHOLE["journey"], "scale": {"min": 1, "max": 5}}},
            "read",
            scores={"experience": score},
        )
        for score in (mean(3, 1, 84, "spring"), mean(4, 1, 84, "autumn"))
    ]
    for each in made:
        for stop in each["journey"]["stages"][0]["touchpoints"]:
            if stop["id"] != "read":
                stop.pop("scores")
    (entry,) = compared(*made).changes
    assert entry.effect is not None
    assert entry.effect.difference == pytest.approx(2.5)
    assert entry.effect.verdict == "better"


def test_what_it_does_to_the_ranking():
    stops = {name: (8, 7 - number) for number, name in enumerate(STOPS)}
    before = journey(*(touchpoint(name, *scores) for name, scores in stops.items()))
    found = compared(before, edited(before, "enter", scores={"importance": 10, "experience": 1}))
    assert found.ranking is not None
    assert (found.ranking.entered, found.ranking.left) == (("trip/enter",), ("trip/find",))
    assert {move.id: (move.before, move.after) for move in found.ranking.moves}["trip/enter"] == (6, 1)


@st.composite
def states(draw: Any) -> dict[str, Any]:
    """Journeys that differ in everything that is compared."""
    made = draw(scored_journeys(any_scores))
    stops = made["journey"]["stages"][0]["touchpoints"]
    order = draw(st.permutations(stops))
    keep = order[: draw(st.integers(1, len(order)))]
    for stop in keep:
        stop["title"] = draw(st.sampled_from(["Asks at the desk", "Asks the desk", "Walks on", "Reads", stop["title"]]))
        for key, value in draw(
            st.fixed_dictionaries(
                {},
                optional={
                    "positives": st.lists(st.sampled_from(["Quiet", "Light", "Warm", "Warmth"]), unique=True),
                    "owner": st.sampled_from(["shop", "web"]),
                    "evidence": st.lists(st.just({"source": "survey", "quote": "So quiet"}), max_size=1),
                    "reach": st.floats(0, 1),
                },
            )
        ).items():
            stop[key] = value
    cut = draw(st.integers(0, len(keep)))
    names = draw(st.permutations(["all", "home"]))
    made["journey"]["stages"] = [
        {"id": name, "title": name.capitalize(), "touchpoints": part}
        for name, part in zip(names, (keep[:cut], keep[cut:]), strict=True)
        if part
    ]
    return dict(made)


def of(made: dict[str, Any]) -> Any:
    return state(made, library=PROJECT)


@examples(20)
@given(states())
def test_a_state_is_equal_to_itself(made):
    found = diff(of(made), of(copy.deepcopy(made)))
    assert found.changes == ()
    assert found.ranking is None or found.ranking.moves == ()


@examples(20)
@given(states(), states())
def test_the_other_way_round_is_the_opposite(before, after):
    there, back = diff(of(before), of(after)), diff(of(after), of(before))
    opposite = {"added": "removed", "removed": "added"}

    def key(each: Any, *, turned: bool) -> Any:
        kind, ids = each.kind, [each.was or each.id, each.id]
        values = [each.before, each.after]
        effect = each.effect and (round(each.effect.difference, 9), each.effect.p and round(each.effect.p, 9))
        if turned:
            kind, ids, values = opposite.get(kind, kind), ids[::-1], values[::-1]
            effect = effect and (0.0 - effect[0], effect[1])  # not -0.0
        values = [
            value if value is None else sorted(map(str, value)) if isinstance(value, list) else value
            for value in values
        ]
        return repr((kind, each.what, ids, pointer_text(each.pointer), effect, kind == "changed" and values))

    assert sorted(key(each, turned=False) for each in there.changes if each.kind != "moved") == sorted(
        key(each, turned=True) for each in back.changes if each.kind != "moved"
    )
    assert there.summary["moved"] == back.summary["moved"]


def applied(before: dict[str, Any], found: Diff) -> dict[str, dict[str, Any]]:
    """The touchpoints and stages of A with the changes applied, by id: removed, renamed, then everything else."""
    known = entries(of(before))
    things = {
        entry.id: dict(plain(dict(entry.fields)) or {})
        for group in (known.touchpoints, known.stages)
        for entry in group.get("trip", ())
    }
    for each in found.changes:
        if each.kind == "removed" and each.what != "evidence":
            things.pop(each.id, None)
    renamed = [each for each in found.changes if each.kind == "renamed"]
    things |= dict(zip([each.id for each in renamed], [things.pop(each.was or "") for each in renamed], strict=True))
    for each in found.changes:
        if each.what == "evidence":
            pieces = things[each.id].setdefault("evidence", [])
            pieces[:] = [piece for piece in pieces if piece != each.before] + ([each.after] if each.after else [])
        elif each.kind == "added":
            things[each.id] = {key: value for key, value in each.after.items() if key != "id"}
        elif each.kind == "changed" and each.id in things:
            at = things[each.id]
            for key in each.pointer[:-1]:
                at = at.setdefault(key, {})
            at[each.pointer[-1]] = each.after
    return things


@examples(20)
@given(states(), states())
def test_applying_the_changes_gives_the_other_state(before, after):
    found = diff(of(before), of(after))
    made = {name: plain(fields) for name, fields in applied(before, found).items()}
    known = entries(of(after))
    expected = {
        entry.id: plain(dict(entry.fields))
        for group in (known.touchpoints, known.stages)
        for entry in group.get("trip", ())
    }
    assert made.keys() == expected.keys()
    for name, fields in expected.items():
        assert _sets(made[name]) == _sets(fields), name  # 0 and 0.0 are one score


def _sets(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _sets(item) for key, item in sorted(value.items())}
    if isinstance(value, list):
        items = [_sets(item) for item in value]
        return sorted(items) if all(isinstance(item, str) for item in items) else items
    return value
