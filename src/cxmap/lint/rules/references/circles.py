"""Circles in what waits for what."""

from __future__ import annotations

from collections import Counter, deque
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    Graph = dict[str, dict[str, None]]

MAX_SHOWN = 12


class Circles:
    """The circles among some steps, each from one node to another."""

    def __init__(self, steps: Iterable[tuple[str, str]]) -> None:
        graph: Graph = {}
        for start, end in steps:
            graph.setdefault(start, {})[end] = None
        self._knots = _knots(graph)
        self._sizes = Counter(self._knots.values())
        self._inside: Graph = {
            start: dict.fromkeys(end for end in ends if self.hold(start, end)) for start, ends in graph.items()
        }
        self.way = cache(self._way)

    def hold(self, start: str, end: str) -> bool:
        """Whether one of the steps, from one node to another, is part of a circle."""
        return self._knots[start] == self._knots[end]

    def _way(self, start: str, end: str) -> tuple[str, ...] | None:
        """The shortest way between two nodes of a circle, both included; ``None`` where too many others are tied in."""
        if self._sizes[self._knots[start]] > MAX_SHOWN:
            return None
        row: deque[tuple[str, ...]] = deque([(start,)])
        reached = {start}
        while row[0][-1] != end:
            way = row.popleft()
            following = [node for node in self._inside[way[-1]] if node not in reached]
            reached.update(following)
            row += [(*way, node) for node in following]
        return row[0]


def _knots(graph: Graph) -> dict[str, int]:
    """Which nodes lie on circles together: a step is part of a circle if its ends have the same number.

    Tarjan's strongly connected components, without recursion, so that no length of a chain matters.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    found: dict[str, int] = {}
    for root in graph:
        if root in number:
            continue
        number[root] = low[root] = len(number)
        waiting.append(root)
        path = [(root, iter(graph[root]))]
        while path:
            node, following = path[-1]
            step = next(following, None)
            if step is None:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == number[node]:
                    found |= dict.fromkeys(_taken_off(waiting, node), number[node])
            elif step not in number:
                number[step] = low[step] = len(number)
                waiting.append(step)
                path.append((step, iter(graph.get(step, ()))))
            elif step not in found:
                low[node] = min(low[node], number[step])
    return found


def _taken_off(waiting: list[str], node: str) -> list[str]:
    members = [waiting.pop()]
    while members[-1] != node:
        members.append(waiting.pop())
    return members
