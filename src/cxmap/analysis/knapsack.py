"""The best choice under a budget of things that need one another: a knapsack with precedence, solved exactly.

The items are put in an order in which each comes after what it needs, and the last placed of its needs is its parent.
The best choice that heeds parents alone, and takes every gain at its largest, follows from dynamic programming over
that forest (Johnson and Niemi 1983): ``F[k][b] = max(F[after k's subtree][b], gain_k + F[k + 1][b - effort_k])``. It is
never less than what can be had, so it bounds a search that heeds all needs and takes gains as they are: branch and
bound. Where each item needs one other at most and gains add up, the bound is what can be had, and the search goes
straight to it.

All numbers are whole, so that equal choices are equal; of such the one with the least effort is taken, and of those the
first that is found: where the bound is exact, the one with the earlier items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

MOST_STEPS = 200_000
"""So many parts of choices are looked at, at most."""


class Item(NamedTuple):
    """Something that can be chosen.

    Attributes:
        effort: What it takes, at least 1.
        most: The most it can add to the gain, whatever else is chosen.
        needs: The places of those without which it cannot be chosen; in no circle.
    """

    effort: int
    most: int
    needs: frozenset[int] = frozenset()


class TooManyChoices(Exception):
    """The best choice was not found in ``MOST_STEPS`` steps."""


def best(
    items: Sequence[Item],
    budget: int,
    gain: Callable[[int], int] | None = None,
    *,
    without: Iterable[int] = (),
    most_steps: int | None = None,
) -> int:
    """The choice with the largest gain, as a number whose bit ``k`` says whether item ``k`` is chosen.

    Args:
        items: What can be chosen.
        budget: How much effort there is.
        gain: Of a choice; ``None``: gains add up, each item's being ``most``.
        without: Places of items that are not to be chosen, nor what needs them.
        most_steps: How many parts of choices to look at, at most; ``None``: ``MOST_STEPS``.

    Raises:
        TooManyChoices: It is too hard to find.
    """
    most_steps = MOST_STEPS if most_steps is None else most_steps
    order, after = _in_order(items, frozenset(without))
    budget = min(budget, sum(items[item].effort for item in order))
    cheap = 1 + sum(item.effort for item in items)  # one of gain counts for more than all effort
    worth = [items[item].most * cheap - items[item].effort for item in order]
    bounds = _bounds([items[item].effort for item in order], worth, after, budget)
    best_choice, best_worth, steps = 0, 0, 0
    branches = [(0, budget, 0, 0, 0)]
    while branches:
        place, left, choice, worth_so_far, total = branches.pop()
        steps += 1
        if steps > most_steps:
            raise TooManyChoices
        if worth_so_far > best_worth:
            best_choice, best_worth = choice, worth_so_far
        if place == len(order) or worth_so_far + bounds[place][left] <= best_worth:
            continue
        item = order[place]
        skipped = (after[place], left, choice, worth_so_far, total)
        if items[item].effort <= left and all(choice >> need & 1 for need in items[item].needs):
            taken = choice | 1 << item
            with_it = total + items[item].most if gain is None else gain(taken)
            worth_then = worth_so_far + (with_it - total) * cheap - items[item].effort
            then = (place + 1, left - items[item].effort, taken, worth_then, with_it)
            more = worth_then + bounds[then[0]][then[1]] >= worth_so_far + bounds[skipped[0]][left]
            branches += (skipped, then) if more else (then, skipped)  # the last is looked at first
        else:
            branches.append(skipped)
    return best_choice


def _in_order(items: Sequence[Item], without: frozenset[int]) -> tuple[list[int], list[int]]:
    """Items so that each comes after what it needs, and of each place where the items below it in the forest end."""
    needed_by: list[list[int]] = [[] for _ in items]
    for number, item in enumerate(items):
        for need in item.needs:
            needed_by[need].append(number)
    waiting = [len(item.needs) for item in items]
    order: list[int] = []
    after: list[int] = []
    stack: list[tuple[int, bool]] = [
        (number, False) for number in reversed(range(len(items))) if not waiting[number] and number not in without
    ]
    while stack:
        number, is_over = stack.pop()
        if is_over:  # ``number`` is the place of an item whose subtree ends here
            after[number] = len(order)
            continue
        stack.append((len(order), True))
        order.append(number)
        after.append(0)
        for other in reversed(needed_by[number]):
            waiting[other] -= 1
            if not waiting[other] and other not in without:
                stack.append((other, False))
    return order, after


def _bounds(efforts: Sequence[int], worth: Sequence[int], after: Sequence[int], budget: int) -> list[list[int]]:
    """By place and effort left: the most that the items from there on can add, if parents alone are heeded."""
    bounds = [[0] * (budget + 1) for _ in range(len(efforts) + 1)]
    for place in reversed(range(len(efforts))):
        skipped, then, effort, own = bounds[after[place]], bounds[place + 1], efforts[place], worth[place]
        row = bounds[place]
        for left in range(budget + 1):
            row[left] = max(skipped[left], own + then[left - effort]) if effort <= left else skipped[left]
    return bounds
