"""The plan under a budget: which actions to take for what they are hoped to bring, and how sure that choice is.

Formulas: docs/method.md, "The plan under a budget".
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal, NamedTuple

from cxmap.analysis.arithmetic import DECIMALS
from cxmap.analysis.hopes import Hopes, hopes, places
from cxmap.analysis.intervals import standard_error
from cxmap.analysis.knapsack import Item, TooManyChoices, best
from cxmap.analysis.plan import ENDED
from cxmap.analysis.scope import check_seed
from cxmap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from cxmap.analysis.hopes import Hoped
    from cxmap.analysis.scores import Score
    from cxmap.model.action import Action
    from cxmap.model.scale import Range
    from cxmap.project.project import Project

DRAWS = 1_000
_MOST_WORK = 2_000
"""Actions times budget, up to which choices are drawn anew."""
_MOST_STEPS = 1_000
"""So many parts of choices are looked at in a draw, at most."""
_ENUMERATED = 8
"""So many actions that hope for one experience are looked at in every combination, to say what each adds at most."""
UNIT = 10.0**DECIMALS
"""Gains are whole numbers of these parts of a point on 0-10, so that they are compared to 9 decimals."""

Missing = Literal["effort", "dropped", "outside", "needed"]
"""Why an action cannot be chosen: it has no effort, or it depends on an action that was dropped, that is not among
those to choose from, or that cannot be chosen itself."""


class BudgetAction(NamedTuple):
    """An action that could be chosen.

    Attributes:
        action: Its id.
        effort: What it takes.
        chosen: Whether it is chosen.
        gain10: What it adds to the index, on 0-10, beside the other chosen ones.
        needs: Ids of the actions that it depends on and that can be chosen too.
        stays_from: Of a chosen one: the share of its gain from which on it surely stays chosen, 0-1.
        in_draws: The share of draws in which it is chosen; ``None``: nothing was drawn.
    """

    action: str
    effort: int
    chosen: bool
    gain10: float
    needs: tuple[str, ...]
    stays_from: float | None = None
    in_draws: float | None = None


class NextStep(NamedTuple):
    """What the next larger budget that brings more would buy.

    Attributes:
        budget: That budget.
        effort: The effort of what it buys.
        gain10: By how much the gain grows, on 0-10.
        adds: Ids of the actions chosen then and not now.
        drops: Ids of the actions chosen now and not then.
    """

    budget: int
    effort: int
    gain10: float
    adds: tuple[str, ...]
    drops: tuple[str, ...]


class Budget(NamedTuple):
    """The best choice of actions under a budget.

    Attributes:
        budget: The effort there is.
        effort: The effort of what is chosen.
        gain10: By how much the index of all current journeys together is hoped to rise, on 0-10.
        scale: The one scale of experience of all these journeys; ``None``: they have several.
        actions: Those that could be chosen: chosen ones first.
        expects: What owners hope for of the chosen ones, journey by journey.
        next: What more would buy; ``None``: no more can be had.
        same: The share of draws that make the same choice; ``None``: nothing was drawn.
        too_large: Whether nothing was drawn because that is too much work.
        seed: Where the draws start.
        unsure: How many experiences that something is hoped for have an importance without an interval.
        left_out: Ids of the actions that cannot be chosen, and why.
        without_hope: Ids of those that hope for nothing that counts in an index.
    """

    budget: int
    effort: int
    gain10: float
    scale: Range | None
    actions: tuple[BudgetAction, ...]
    expects: Hopes
    next: NextStep | None
    same: float | None
    too_large: bool
    seed: int
    unsure: int
    left_out: Mapping[str, Missing]
    without_hope: tuple[str, ...]

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen actions."""
        return tuple(action.action for action in self.actions if action.chosen)


def budget(project: Project, wanted: Iterable[str], effort: int, seed: int = 1) -> Budget:
    """The actions to take so that the index of all current journeys is hoped to rise most.

    Args:
        project: The project.
        wanted: Ids of the actions to choose from; what is done or dropped is not chosen.
        effort: The sum of efforts that must not be exceeded.
        seed: Start of the random numbers.

    Raises:
        UsageError: The budget is below 1, the seed is out of its range, or there are too many ways to spend it.
    """
    check_seed(seed)
    if effort < 1:
        raise UsageError(f"--budget is a whole number of at least 1, the sum of efforts, not {effort}")
    every = [name for name in wanted if project.actions[name].status not in ENDED]
    left_out = _left_out(project.actions, every)
    names = [name for name in every if name not in left_out]
    actions = {name: project.actions[name] for name in names}
    every_place = places(project, actions)
    problem = _Problem(actions, every_place)
    try:
        choice = best(problem.items, effort, problem.gain)
        following = _next(problem, effort, choice)
        stays = [_stays_from(problem, effort, choice, number) for number in range(len(names))]
    except TooManyChoices:
        raise UsageError(
            f"the best of {len(names)} actions that depend on each other in many ways was not found in reasonable "
            "time; choose from fewer with --owner or --status"
        ) from None
    shares = _drawn(_Problem(actions, every_place), effort, choice, seed)
    found = [
        BudgetAction(
            action=name,
            effort=problem.items[number].effort,
            chosen=bool(choice >> number & 1),
            gain10=problem.gain10(choice | 1 << number, number) - problem.gain10(choice & ~(1 << number), number),
            needs=tuple(need for need in dict.fromkeys(actions[name].depends_on) if need in actions),
            stays_from=stays[number],
            in_draws=shares.each[number] if shares else None,
        )
        for number, name in enumerate(names)
    ]
    scales = {(place.scale.min, place.scale.max): place.scale for place in problem.places}
    return Budget(
        budget=effort,
        effort=problem.effort(choice),
        gain10=problem.gain10(choice),
        scale=next(iter(scales.values())) if len(scales) == 1 else None,
        actions=tuple(sorted(found, key=lambda action: not action.chosen)),
        expects=hopes(project, {name: actions[name] for name in problem.named(choice)}),
        next=following,
        same=shares.same if shares else None,
        too_large=shares is None and problem.varies,
        seed=seed,
        unsure=sum(not standard_error(place.importance) for place in problem.hoped_for),
        left_out=left_out,
        without_hope=tuple(name for number, name in enumerate(names) if not problem.hopes(number)),
    )


def _left_out(actions: Mapping[str, Action], names: Sequence[str]) -> dict[str, Missing]:
    """The actions that cannot be chosen: no effort, or they depend on what will not be done."""
    found: dict[str, Missing] = {}
    for name in names:
        needs = [need for need in actions[name].depends_on if actions[need].status != "done"]
        if actions[name].effort is None:
            found[name] = "effort"
        elif any(actions[need].status == "dropped" for need in needs):
            found[name] = "dropped"
        elif any(need not in names for need in needs):
            found[name] = "outside"
    blocked = list(found)
    while blocked:
        blocked = [n for n in names if n not in found and any(need in found for need in actions[n].depends_on)]
        found |= dict.fromkeys(blocked, "needed")
    return found


class _Shares(NamedTuple):
    """How often draws choose the same, and each action."""

    same: float
    each: list[float]


class _Problem:
    """What can be chosen, and what each choice brings.

    Args:
        actions: The actions, by id.
        every: All scored touchpoints of the index.
    """

    def __init__(self, actions: Mapping[str, Action], every: Sequence[Hoped]) -> None:
        self.places, self.names = every, list(actions)
        self._number = {name: number for number, name in enumerate(self.names)}
        self._changes: list[dict[int, float]] = [{} for _ in every]
        self._masks = [self._mask(gain.action for gain in place.gains) for place in every]
        self._of_action = [[k for k, mask in enumerate(self._masks) if mask >> n & 1] for n in range(len(self.names))]
        self._efforts = [int(action.effort or 0) for action in actions.values()]
        self._needs = [
            frozenset(self._number[need] for need in action.depends_on if need in self._number)
            for action in actions.values()
        ]
        self.total_effort = sum(self._efforts)
        self.weigh([place.importance.value10 for place in every])

    def weigh(self, weights: Sequence[float]) -> None:
        """Take these importances on 0-10, one for each scored touchpoint."""
        total = math.fsum(weights)
        self._shares = [weight / total if total else 0.0 for weight in weights]
        self._parts: list[dict[int, int]] = [{} for _ in weights]
        self.items = [
            Item(effort, sum(self._most(place, number) for place in self._of_action[number]), needs)
            for number, (effort, needs) in enumerate(zip(self._efforts, self._needs, strict=True))
        ]

    @property
    def hoped_for(self) -> list[Hoped]:
        """The experiences that something is hoped for."""
        return [place for place, mask in zip(self.places, self._masks, strict=True) if mask]

    @property
    def varies(self) -> bool:
        """Whether an importance that matters for the choice has an interval."""
        return any(standard_error(place.importance) for place in self.hoped_for)

    def hopes(self, number: int) -> bool:
        """Whether an action hopes for something that counts in an index."""
        return bool(self._of_action[number])

    def gain(self, choice: int) -> int:
        """What a choice adds to the index, in units."""
        return sum(self._part(place, choice) for place, mask in enumerate(self._masks) if mask & choice)

    def gain10(self, choice: int, through: int | None = None) -> float:
        """What a choice adds to the index on 0-10, unrounded.

        Args:
            choice: The choice.
            through: Only through the experiences that this action hopes for something at.
        """
        at = range(len(self.places)) if through is None else self._of_action[through]
        return math.fsum(self._shares[place] * self._change(place, choice & self._masks[place]) for place in at)

    def added(self, choice: int, number: int) -> int:
        """What an action adds to a choice without its own gains, in units."""
        alone, without = choice | 1 << number, choice & ~(1 << number)
        return sum(self._part(place, alone) - self._part(place, without) for place in self._of_action[number])

    def effort(self, choice: int) -> int:
        """The effort of a choice."""
        return sum(item.effort for number, item in enumerate(self.items) if choice >> number & 1)

    def named(self, choice: int) -> tuple[str, ...]:
        """The ids of a choice's actions."""
        return tuple(name for number, name in enumerate(self.names) if choice >> number & 1)

    def _mask(self, names: Iterable[str]) -> int:
        mask = 0
        for name in names:
            mask |= 1 << self._number[name] if name in self._number else 0
        return mask

    def _part(self, number: int, choice: int) -> int:
        """What a choice adds through one experience, in units."""
        known, here = self._parts[number], choice & self._masks[number]
        if here not in known:
            known[here] = round(UNIT * self._shares[number] * self._change(number, here))
        return known[here]

    def _change(self, number: int, here: int) -> float:
        known, place = self._changes[number], self.places[number]
        if here not in known:
            known[here] = place.after10(self.named(here)) - place.now10
        return known[here]

    def _most(self, place: int, number: int) -> int:
        """The most that an action can add through one experience, whatever else is chosen."""
        others = [other for other in range(len(self.names)) if self._masks[place] >> other & 1 and other != number]
        if len(others) > _ENUMERATED:
            return round(UNIT * 10 * self._shares[place]) + 1
        choices = [0]
        for other in others:
            choices += [choice | 1 << other for choice in choices]
        return max(self._part(place, choice | 1 << number) - self._part(place, choice) for choice in choices)


def _next(problem: _Problem, effort: int, choice: int) -> NextStep | None:
    now, total = problem.gain(choice), problem.total_effort
    if problem.gain(best(problem.items, total, problem.gain)) <= now:
        return None
    for more in range(effort + 1, total + 1):
        then = best(problem.items, more, problem.gain)
        if problem.gain(then) > now:
            return NextStep(
                budget=more,
                effort=problem.effort(then),
                gain10=problem.gain10(then) - problem.gain10(choice),
                adds=problem.named(then & ~choice),
                drops=problem.named(choice & ~then),
            )
    return None


def _stays_from(problem: _Problem, effort: int, choice: int, number: int) -> float | None:
    """The share of its gain from which on an action surely stays chosen; ``None``: not chosen, or it gains nothing.

    Without it, the best choice is worth so much less. It stays as long as it loses less than that of its own gain.
    """
    own = problem.added(choice, number)
    if not choice >> number & 1 or own <= 0:
        return None
    without = best(problem.items, effort, problem.gain, without=[number])
    return min(1.0, max(0.0, 1 - (problem.gain(choice) - problem.gain(without)) / own))


def _drawn(problem: _Problem, effort: int, choice: int, seed: int) -> _Shares | None:
    """How often each action is chosen when importance is drawn anew; the problem is left with the last draw.

    ``None`` where no importance that matters has an interval, or where that is too much work.
    """
    if not problem.varies or len(problem.items) * min(effort, problem.total_effort) > _MOST_WORK:
        return None
    same, each = 0, [0] * len(problem.items)
    try:
        for weights in _weights(problem.places, seed):
            problem.weigh(weights)
            found = best(problem.items, effort, problem.gain, most_steps=_MOST_STEPS)
            same += found == choice
            each = [count + (found >> number & 1) for number, count in enumerate(each)]
    except TooManyChoices:
        return None
    return _Shares(same / DRAWS, [count / DRAWS for count in each])


def _weights(every: Sequence[Hoped], seed: int) -> Iterator[list[float]]:
    """Importances drawn from t distributions around the means, held within 0-10; shared answers are drawn once."""
    import numpy as np

    random = np.random.RandomState(seed)
    scores: dict[Hashable, Score] = {_shared(place): place.importance for place in every}
    drawn = {}
    for name, score in scores.items():
        se = standard_error(score) or 0.0
        noise = random.standard_t(score.n - 1, DRAWS) * se if se and score.n else np.zeros(DRAWS)
        drawn[name] = np.clip(score.value10 + noise, 0, 10)
    columns = [drawn[_shared(place)].tolist() for place in every]
    yield from (list(row) for row in zip(*columns, strict=True))


def _shared(place: Hoped) -> Hashable:
    return place.journey, place.touchpoint, place.importance
