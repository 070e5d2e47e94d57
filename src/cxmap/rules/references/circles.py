"""Circles in what waits for what."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Graph = Mapping[str, Iterable[str]]

MAX_SHOWN = 12  # nodes of a way
MAX_TRIED = 500


def knots(graph: Graph) -> dict[str, int]:
    """Which nodes lie on a circle, and together: a step belongs to a circle if its ends have the same number.

    Tarjan's strongly connected components, without recursion, so that no length of a chain matters; nodes that are
    alone in theirs are left out unless a step leads from them to themselves.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    waiting: list[str] = []
    found: dict[str, int] = {}
    closed: set[str] = set()
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
                    members = _taken_off(waiting, node)
                    closed.update(members)
                    if len(members) > 1 or node in graph.get(node, ()):
                        found |= dict.fromkeys(members, number[node])
            elif step not in number:
                number[step] = low[step] = len(number)
                waiting.append(step)
                path.append((step, iter(graph.get(step, ()))))
            elif step not in closed:
                low[node] = min(low[node], number[step])
    return found


def _taken_off(waiting: list[str], node: str) -> list[str]:
    members = [waiting.pop()]
    while members[-1] != node:
        members.append(waiting.pop())
    return members


def way_back(graph: Graph, start: str, end: str) -> list[str] | None:
    """The shortest way from one node to another, both included; ``None`` where it is too long to show."""
    before: dict[str, str] = {}
    reached = {start}
    row = deque([(start, 1)])
    while row:
        node, length = row.popleft()
        if node == end:
            way = [node]
            while way[-1] != start:
                way.append(before[way[-1]])
            return way[::-1]
        for step in graph.get(node, ()) if length < MAX_SHOWN else ():
            if step not in reached and len(reached) < MAX_TRIED:
                reached.add(step)
                before[step] = node
                row.append((step, length + 1))
    return None
