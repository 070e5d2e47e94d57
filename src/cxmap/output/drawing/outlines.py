"""Outlines as a page writes them: steps from where they start, to a tenth of a point."""

from __future__ import annotations

import functools
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.output.drawing.scene import Segment

_ROUND = 0.05
"""What the axes of a circle may differ by, in points: as much as is lost in writing it."""


@functools.lru_cache(maxsize=8_192)
def steps(outline: tuple[Segment, ...], places: int = 1) -> tuple[str, str]:
    """An outline as a ``d``: its start, and its steps from there, which equal shapes have equal wherever they are.

    Args:
        outline: Begins with ``M``.
        places: Decimals; one is less than anything shows on a page.
    """
    origin = outline[0][1]
    start = f"M{_run([number(origin[0], places), number(origin[1], places)])}"
    round_ = _circle(outline, places)
    if round_:
        return start, round_
    made: list[str] = []
    here = begin = (0.0, 0.0)
    last = "m"
    for kind, numbers in outline[1:]:
        if kind == "Z":
            made.append("z")
            here, last = begin, "z"
            continue
        # Rounded from the start, so that no error adds up.
        points = [
            (round(round(x - origin[0], 4), places), round(round(y - origin[1], 4), places))
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        ]
        moved = [(x - here[0], y - here[1]) for x, y in points]
        here = points[-1]
        step, said = kind.lower(), [number(length, places) for point in moved for length in point]
        if kind == "M":
            begin = here
        elif kind == "L" and said[0] == "0":
            step, said = "v", said[1:]
        elif kind == "L" and said[1] == "0":
            step, said = "h", said[:1]
        text = _run(said)
        # After a move, further pairs would be lines; a letter is left out where it is the same as before.
        if step == last and step != "m":
            made.append(text if text.startswith("-") else f" {text}")
        else:
            made.append(step + text)
        last = step
    return start, "".join(made)


def number(value: float, places: int = 1) -> str:
    """A number without what says nothing: ``.5``, ``-2``."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if text.startswith(("0.", "-0.")):
        return text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def _circle(outline: tuple[Segment, ...], places: int) -> str | None:
    """The steps round a circle of four curves, from its right; ``None``: it is none."""
    if "".join(kind for kind, _ in outline) != "MCCCCZ":
        return None
    (right, middle), (_, end), (left, across), _, (back, level) = ((each[-2], each[-1]) for _, each in outline[:5])
    width = right - left
    errors = (across - middle, back - right, level - middle, abs(end - middle) * 2 - abs(width))
    if max(map(abs, errors)) > _ROUND:
        return None
    half, whole = number(abs(width) / 2, places), number(width, places)
    return f"a{half} {half} 0 1 1{_signed('-' + whole)} 0 {half} {half} 0 1 1{_signed(whole)} 0z"


def _signed(text: str) -> str:
    text = text.removeprefix("--")
    return text if text.startswith("-") else f" {text}"


def _run(numbers: Sequence[str]) -> str:
    """Numbers one after the other: a sign parts them as well as a space."""
    return numbers[0] + "".join(text if text.startswith("-") else f" {text}" for _, text in pairwise(numbers))
