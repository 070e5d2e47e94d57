"""The plan under a budget: the best that can be hoped for, what more would buy, and how sure the choice is."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis.budget import budget
from cxmap.analysis.hopes import hopes, index10, places
from cxmap.analysis.scores import to_ten
from cxmap.errors import UsageError
from tests.analysis.journeys import LIBRARY, journey, load, mean, touchpoint
from tests.analysis.plans import plans
from tests.profiles import examples

if TYPE_CHECKING:
    from cxmap.analysis.budget import Budget
    from cxmap.project.project import Project

FOUR = (("t0", 8, 5), ("t1", 6, 3), ("t2", 4, 5), ("t3", 2, 5))  # of importance 20 in all


def action(effort: int | None, *depends_on: str, **more: Any) -> dict[str, Any]:
    """An action for the touchpoints of ``FOUR``; what it ``expects`` by keyword."""
    gains = {name: more.pop(name) for name, *_ in FOUR if name in more}
    given = {
        "effort": effort,
        "depends_on": list(depends_on),
        "expects": {f"trip/{name}": g for name, g in gains.items()},
    }
    return {"title": "A", "touchpoints": ["trip/t0"], **{key: value for key, value in given.items() if value}, **more}


def project_of(actions: dict[str, Any], stops: Any = None, **more: Any) -> Project:
    stops = stops or [touchpoint(*stop) for stop in FOUR]
    return load(journey(*stops, **more), library=LIBRARY | {"actions": actions})


def chosen(actions: dict[str, Any], effort: int, **more: Any) -> Budget:
    project = project_of(actions, **more)
    return budget(project, project.actions, effort)


def test_effort_and_importance_decide() -> None:
    found = chosen({"a": action(3, t0=1), "b": action(1, t1=1), "c": action(2, t2=2)}, 3)
    assert (found.chosen, found.effort) == (("b", "c"), 3)
    assert found.gain10 == pytest.approx((6 * 1 + 4 * 2) / 20)
    assert [action.gain10 for action in found.actions] == pytest.approx([0.3, 0.4, 0.4])


def test_what_an_action_depends_on_comes_with_it() -> None:
    actions = {"base": action(2), "top": action(1, "base", t0=2), "other": action(2, t1=2)}
    assert chosen(actions, 2).chosen == ("other",)
    assert chosen(actions, 3).chosen == ("base", "top")
    assert chosen(actions, 3).without_hope == ("base",)


def test_nothing_goes_beyond_the_scale() -> None:
    """Two actions for one touchpoint: the second can add half a point only."""
    actions = {"a": action(1, t0=4.5), "b": action(1, t0=1.5), "c": action(1, t3=3)}
    found = chosen(actions, 2)
    assert found.chosen == ("a", "c")
    assert found.gain10 == pytest.approx((8 * 4.5 + 2 * 3) / 20)


def test_what_more_would_buy() -> None:
    more = chosen({"a": action(2, t0=1), "b": action(5, t0=2, t1=1)}, 3).next
    assert more is not None
    assert (more.budget, more.effort, more.adds, more.drops) == (5, 5, ("b",), ("a",))
    assert more.gain10 == pytest.approx((22 - 8) / 20)
    assert chosen({"a": action(2, t0=1)}, 2).next is None


def test_the_part_of_its_gain_from_which_an_action_stays() -> None:
    """Of 8 it may lose 2: with less than 6 the other would be better."""
    found = chosen({"a": action(2, t0=1), "b": action(2, t1=1)}, 2)
    assert [action.stays_from for action in found.actions] == [pytest.approx(0.75), None]
    for part, first in ((0.76, "a"), (0.74, "b")):
        assert chosen({"a": action(2, t0=part), "b": action(2, t1=1)}, 2).chosen == (first,)


@pytest.mark.parametrize(
    ("others", "why"),
    [
        ({"b": action(1, status="done")}, None),
        ({"b": action(1, status="dropped")}, "dropped"),
        ({"b": action(None)}, "needed"),
        ({"b": action(1, "c"), "c": action(None)}, "needed"),
    ],
)
def test_what_cannot_be_chosen(others: dict[str, Any], why: str | None) -> None:
    found = chosen({"a": action(1, "b", t0=1)} | others, 9)
    assert found.left_out.get("a") == why
    assert ("a" in found.chosen) is (why is None)


def test_what_depends_on_an_action_that_is_not_among_these() -> None:
    project = project_of({"a": action(1, "b", t0=1), "b": action(1)})
    assert budget(project, ["a"], 9).left_out == {"a": "outside"}


@pytest.mark.parametrize("effort", [0, -1])
def test_a_budget_is_at_least_one(effort: int) -> None:
    with pytest.raises(UsageError, match="--budget is a whole number of at least 1"):
        chosen({"a": action(1, t0=1)}, effort)


class TestDraws:
    """How sure the choice is where importance has intervals: ``a`` is for t0, ``b`` for t1."""

    def share(self, importance: Any, other: Any, expects: float = 1) -> Budget:
        stops = [touchpoint("t0", importance, 5), touchpoint("t1", other, 5)]
        return chosen({"a": action(1, t0=1), "b": action(1, t1=expects)}, 1, stops=stops)

    def test_far_apart_is_sure_and_close_is_not(self) -> None:
        assert self.share(mean(8, 1, 100), mean(4, 1, 100)).same == 1
        close = self.share(mean(6.1, 2, 20), mean(6, 2, 20))
        assert close.same is not None
        assert 0.5 < close.same < 0.65
        assert [action.in_draws for action in close.actions] == [close.same, pytest.approx(1 - close.same)]

    def test_the_share_is_that_of_two_means(self) -> None:
        """P(N(7, 0.2²) > N(6.8, 0.2²)) = Φ(0.2/√0.08) = 0.760."""
        assert self.share(mean(7, 4, 400), mean(6.8, 4, 400)).same == pytest.approx(0.760, abs=0.04)

    def test_answers_that_personas_share_are_drawn_once(self) -> None:
        stops = [touchpoint("t0", mean(7, 4, 400), 5), touchpoint("t1", mean(6.8, 4, 400), 5)]
        actions = {"a": action(1, t0=1), "b": action(1, t1=1)}
        found = chosen(actions, 1, stops=stops, personas=("anna", "ben"))
        assert found.same == pytest.approx(0.760, abs=0.04)

    def test_marks_have_no_interval(self) -> None:
        assert (self.share(8, 4).same, self.share(8, 4).too_large) == (None, False)
        assert self.share(mean(8, 1, 100), 4).unsure == 1

    def test_it_is_repeatable(self) -> None:
        project = project_of(
            {"a": action(1, t0=1), "b": action(1, t1=1)},
            [touchpoint("t0", mean(7, 2, 20), 5), touchpoint("t1", mean(6.8, 2, 20), 5)],
        )
        found = [budget(project, project.actions, 1, seed).same for seed in (1, 1, 2)]
        assert found[0] == found[1] != found[2]


@examples(40)
@given(plans(), st.integers(1, 12))
def test_no_choice_is_hoped_to_bring_more(project: Project, effort: int) -> None:
    """By trying every choice, with the index that ``hopes`` says."""
    found = budget(project, project.actions, effort)
    candidates = [action.action for action in found.actions]
    every = places(project, {name: project.actions[name] for name in candidates})
    now = index10(every, ())
    gains = []
    for size in range(len(candidates) + 1):
        for names in itertools.combinations(candidates, size):
            actions = {name: project.actions[name] for name in names}
            enough = sum(action.effort or 0 for action in actions.values()) <= effort
            whole = all(
                need in names or project.actions[need].status == "done"
                for action in actions.values()
                for need in action.depends_on
            )
            if enough and whole:
                after = index10(every, names)
                gains.append(0.0 if now is None or after is None else after - now)
    assert found.gain10 == pytest.approx(max(gains), abs=1e-8)
    assert found.effort == sum(action.effort for action in found.actions if action.chosen) <= effort
    assert set(candidates) | set(found.left_out) == {
        name for name, action in project.actions.items() if action.status not in {"done", "dropped"}
    }
    for hope in hopes(project, {name: project.actions[name] for name in found.chosen}).journeys:
        assert to_ten(hope.hoped, hope.scale) - to_ten(hope.now, hope.scale) == pytest.approx(found.gain10)
