"""How a figure of ``gaps --format json`` is printed wherever a ranking is shown."""

from __future__ import annotations

from typing import Any

from cxmap.i18n.language import Language

fixed = Language().fixed


def printed(row: dict[str, Any], name: str, own: str, digits: int) -> str:
    """A score rounded; a gap as the difference of the two scores that are printed.

    Args:
        row: The row.
        name: ``importance``, ``experience`` or ``gap``.
        own: What ends the key's name: nothing on the journeys' scale, ``10`` on 0-10.
        digits: How many decimals scores have there.
    """
    exact = row[f"{name}{own}"]
    if name != "gap" or exact is None:
        return fixed(exact, digits)
    apart = round(row[f"importance{own}"], digits) - round(row[f"experience{own}"], digits)
    if row["gap_interval"]:
        stretch = exact / row["gap10"] if own == "" and row["gap10"] else 1.0
        low, high = (round(end * stretch, digits) for end in row["gap_interval"])
        if not low <= round(apart, digits) <= high:  # rounding left the interval
            return fixed(exact, digits + 1)
    return fixed(apart, digits)
