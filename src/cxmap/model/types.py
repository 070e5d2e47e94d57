"""The kinds of thing that a file is loaded as: to a type checker the models, when cxmap runs their records.

Code that asks ``isinstance(score, Mean)`` imports ``Mean`` from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.model.scale import Range, Scale, TwoScales
    from cxmap.model.score import Counts, ImportanceMean, Mark, Mean, Measurement, Scores
else:
    from cxmap.model.generated import RECORDS

    Counts, ImportanceMean = RECORDS["Counts"], RECORDS["ImportanceMean"]
    Mark, Mean = RECORDS["Mark"], RECORDS["Mean"]
    Range, Scale, Scores, TwoScales = RECORDS["Range"], RECORDS["Scale"], RECORDS["Scores"], RECORDS["TwoScales"]
    Measurement = Mean | Counts

__all__ = [
    "DEFAULT_SCALE",
    "NO_SCORES",
    "Counts",
    "ImportanceMean",
    "Mark",
    "Mean",
    "Measurement",
    "Range",
    "Scale",
    "Scores",
    "TwoScales",
]

DEFAULT_SCALE = Scale.model_construct(min=1.0, max=10.0, pass_=None)
NO_SCORES = Scores.model_construct(importance=None, experience=None, desired=None, source=None, gap_sd=None, gap_n=None)
