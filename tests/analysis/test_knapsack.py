"""The best choice under a budget, against every choice there is."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxmap.analysis import knapsack
from cxmap.analysis.knapsack import Item, TooManyChoices, best
from tests.profiles import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def gain_of(items: Sequence[Item]) -> Callable[[int], int]:
    """The sum of the gains of a choice."""
    return lambda choice: sum(item.most for number, item in enumerate(items) if choice >> number & 1)


def effort_of(items: Sequence[Item], choice: int) -> int:
    return sum(item.effort for number, item in enumerate(items) if choice >> number & 1)


def by_trying_all(items: Sequence[Item], budget: int, gain: Callable[[int], int]) -> tuple[int, int]:
    """The largest gain of all choices there are, and the least effort for it."""
    allowed = (
        choice
        for choice in range(1 << len(items))
        if effort_of(items, choice) <= budget
        and all(choice >> need & 1 for number, item in enumerate(items) if choice >> number & 1 for need in item.needs)
    )
    gains, efforts = max((gain(choice), -effort_of(items, choice)) for choice in allowed)
    return gains, -efforts


@st.composite
def problems(draw: st.DrawFn, most: int = 9, *, trees: bool = False) -> list[Item]:
    """Items that need items before them, shuffled."""
    count = draw(st.integers(0, most))
    order = draw(st.permutations(range(count)))
    items = [Item(1, 0)] * count
    for place, number in enumerate(order):
        before = order[:place]
        needs = draw(st.sets(st.sampled_from(before), max_size=1 if trees else 3)) if before else set()
        items[number] = Item(draw(st.integers(1, 5)), draw(st.integers(-3, 12)), frozenset(needs))
    return items


@examples(150)
@given(problems(), st.integers(0, 30))
def test_the_best_of_all_choices(items: list[Item], budget: int) -> None:
    gain = gain_of(items)
    found = best(items, budget)
    assert (gain(found), effort_of(items, found)) == by_trying_all(items, budget, gain)


@examples(75)
@given(problems(), st.integers(0, 30), st.integers(1, 20))
def test_gains_that_do_not_add_up(items: list[Item], budget: int, cap: int) -> None:
    items = [item._replace(most=abs(item.most)) for item in items]

    def gain(choice: int) -> int:
        return min(cap, gain_of(items)(choice))

    found = best(items, budget, gain)
    assert (gain(found), effort_of(items, found)) == by_trying_all(items, budget, gain)


def test_fifteen_items_by_trying_all() -> None:
    items = [
        Item(
            1 + number % 5,
            (7 * number * number + 3) % 23,
            frozenset(n for n in (number // 2, number - 3) if 0 < n < number),
        )
        for number in range(15)
    ]
    for budget in (5, 12, 20, 44):
        found = best(items, budget)
        gain = gain_of(items)
        assert (gain(found), effort_of(items, found)) == by_trying_all(items, budget, gain)


@examples(50)
@given(problems(trees=True), st.integers(0, 30))
def test_where_each_needs_one_other_no_branch_is_left(items: list[Item], budget: int) -> None:
    """Dynamic programming alone says what is best, so that not more is looked at than each item taken and skipped."""
    before = knapsack.MOST_STEPS
    knapsack.MOST_STEPS = 2 * len(items) + 1
    try:
        best(items, budget)
    finally:
        knapsack.MOST_STEPS = before


def test_without_an_item_goes_what_needs_it() -> None:
    items = [Item(1, 1), Item(1, 5, frozenset({0})), Item(1, 2), Item(1, 9, frozenset({1, 2}))]
    assert best(items, 9) == 0b1111
    assert best(items, 9, without=[0]) == 0b0100
    assert best(items, 9, without=[2]) == 0b0011


@pytest.mark.parametrize(
    ("items", "choice"),
    [
        ([Item(2, 5), Item(1, 5), Item(2, 5, frozenset({1}))], 0b011),  # of equal gains and efforts the first
        ([Item(3, 10), Item(1, 5), Item(1, 5)], 0b110),  # of equal gains the least effort
        ([Item(1, 0), Item(1, -1)], 0),  # nothing that brings nothing
    ],
)
def test_equals(items: list[Item], choice: int) -> None:
    assert best(items, 3) == choice


def test_two_hundred_items_in_a_web() -> None:
    items = [
        Item(1 + number % 5, (31 * number) % 101, frozenset(n for n in (number - 7, number - 40) if n >= 0))
        for number in range(200)
    ]
    found = best(items, 60)
    assert effort_of(items, found) <= 60


def test_what_is_too_hard_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knapsack, "MOST_STEPS", 10)
    items = [Item(2, 10 + number, frozenset(itertools.islice(range(number), 2))) for number in range(12)]
    with pytest.raises(TooManyChoices):
        best(items, 9, lambda choice: min(20, gain_of(items)(choice)))
