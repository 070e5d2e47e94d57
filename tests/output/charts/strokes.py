"""Whether a line of a chart runs through a text, measured on what is drawn."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from cxmap.output.drawing.labels import Near, around, crosses
from cxmap.output.drawing.scene import Box, Scene, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Pair = tuple[float, float]

_STEPS = 12  # straight pieces along a curve


def struck(made: Scene) -> list[str]:
    """The texts through which a line runs, from the baseline to the height of capitals, with no ground between."""
    lines: Near[tuple[int, Pair, Pair]] = Near()
    for number, item in enumerate(made.items):
        if isinstance(item, Shape) and item.stroke:
            for start, end in pieces(item):
                lines.add(around((start, end)), (number, start, end))
    plates = [(n, extent(item)) for n, item in enumerate(made.items) if isinstance(item, Shape) and is_ground(item)]
    found = []
    for number, item in enumerate(made.items):
        if not isinstance(item, Words):
            continue
        body = Box(item.box.left, item.y - 0.68 * item.size, item.box.right, item.y)
        through = {line for _, _, (line, start, end) in lines.may_touch(body) if crosses(body, start, end)}
        for line in sorted(through):
            between = (shared(plate, body) for n, plate in plates if line < n < number)
            if sum(between) < body.width * body.height - 0.01:
                found.append(f"{item.line.text!r} ({item.name}) by {made.items[line].name!r}")
    return found


def is_ground(shape: Shape) -> bool:
    """Whether it is there to be written on: a plate, or the filled circle of a number."""
    return shape.fill is not None and (shape.name == "plate" or shape.name.startswith("number-"))


def extent(shape: Shape) -> Box:
    """What the points of a shape cover."""
    return around((x, y) for _, numbers in shape.segments for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def shared(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(wide, 0.0) * max(high, 0.0)


def pieces(shape: Shape) -> Iterator[tuple[Pair, Pair]]:
    """A line in straight pieces."""
    at = first = (0.0, 0.0)
    for kind, numbers in shape.segments:
        end = first if kind == "Z" else (numbers[-2], numbers[-1])
        if kind == "M":
            first = end
        elif kind == "C":
            handles = [at, *zip(numbers[::2], numbers[1::2], strict=True)]
            yield from itertools.pairwise(_bezier(handles, step / _STEPS) for step in range(_STEPS + 1))
        else:
            yield at, end
        at = end


def _bezier(handles: Sequence[Pair], t: float) -> Pair:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    xs, ys = zip(*handles, strict=True)
    return sum(w * x for w, x in zip(weights, xs, strict=True)), sum(w * y for w, y in zip(weights, ys, strict=True))
