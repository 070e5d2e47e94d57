"""Drivers as one JSON object; figures unrounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxmap._version import __version__
from cxmap.output.tables.numbers import plain
from cxmap.text import escape

if TYPE_CHECKING:
    from cxmap.analysis.drivers.drivers import Drivers

_FIGURES = ("r", "weight", "weight_low", "weight_high", "lmg")
_MODEL = ("slope", "slope_low", "slope_high", "penalty", "reward")


def drivers_json(found: Drivers) -> str:
    """The whole document, with a line feed at its end."""
    document = {
        "cxmap": __version__,
        "command": "import survey",
        "drivers": [
            {
                "touchpoint": row.touchpoint,
                **{name: plain(getattr(row, name)) for name in _FIGURES},
                "driver": row.driver,
                **{name: plain(getattr(row, name)) for name in _MODEL},
                "class": row.kind,
                "vif": plain(row.vif),
                "n": row.n,
            }
            for row in found.rows
        ],
        "r2": plain(found.r2),
        "n_complete": found.n_complete,
    }
    return escape.json(document) + "\n"
