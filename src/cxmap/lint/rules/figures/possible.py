"""Which figures answers on a scale can have, when the figures are rounded to the decimals that the file shows.

Every bound here gives a figure the benefit of its rounding: none is called impossible that honest answers, rounded as
it was written, could have given.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.model.scale import Range
    from cxmap.project.document import Document
    from cxmap.yaml.values import Pointer

_TOLERANCE = 1e-9  # of computing with floats
_DECIMAL = re.compile(r"[-+]?[0-9]*(?:\.(?P<decimals>[0-9]*))?")


def decimals(document: Document, pointer: Pointer) -> int:
    """How many decimals a number is written with: 2 for ``3.60``, 0 for ``4``."""
    for text in (document.source.written(pointer), str(document.at(pointer))):  # the second where an alias stands
        if match := _DECIMAL.fullmatch(text):
            return len(match["decimals"] or "")
    return 0


def half_unit(document: Document, pointer: Pointer) -> float:
    """Half a unit of the last decimal that a number is written with: 0.05 for ``3.6``, 0.5 for ``4``."""
    return 0.5 * 10.0 ** -decimals(document, pointer)


def largest_sd(mean: float, n: int | None, scale: Range, u_mean: float = 0.0) -> float:
    """The largest sample sd (n - 1) that answers on a scale can have: Bhatia and Davis (2000).

    ``sqrt((max - m)(m - min) * n / (n - 1))``, where m is the value in ``mean`` +- ``u_mean`` nearest the middle of the
    scale.

    Args:
        mean: On the scale.
        n: How many answers; ``None``: not known, so that it may be two.
        scale: The scale of the answers.
        u_mean: Half a unit of the mean's last decimal.

    Returns:
        The sd; 0 for a single answer, which has no spread.
    """
    if n == 1:
        return 0.0
    middle = (scale.min + scale.max) / 2
    m = min(max(middle, mean - u_mean), mean + u_mean)
    return math.sqrt((scale.max - m) * (m - scale.min) * (n / (n - 1) if n else 2))


def above(figure: float, most: float) -> bool:
    """Whether a figure is above the most that it can be, by more than floats are exact to."""
    return figure > most + _TOLERANCE * max(1.0, abs(most))


def mean_of_whole_marks(mean: float, n: int, u_mean: float) -> bool:
    """Whether n whole marks can have a mean: GRIM, Brown and Heathers (2017).

    There is a whole number k with ``|k / n - mean| <= u_mean``.

    Args:
        mean: As it is written.
        n: How many marks.
        u_mean: Half a unit of the mean's last decimal.
    """
    return not above(abs(round(mean * n) / n - mean), u_mean)
