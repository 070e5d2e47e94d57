"""The six ranking figures, on scores from 0 to 10.

Sources and a worked example: docs/method.md, "Ranking figures". Every figure grows with the need to improve.
"""

from __future__ import annotations

from typing import Literal

from cxmap.analysis.arithmetic import rounded


def priority(i10: float, e10: float) -> float:
    """``i10·max(i10 - e10, 0)/10``: the gap weighted by importance, 0-10.

    It is 0 exactly where the need is met (or where nothing matters). After the mean weighted discrepancy score of
    Borich (1980), with the unmet part of the gap only.

    Args:
        i10: Importance, 0-10.
        e10: Experience, 0-10.
    """
    return i10 * max(i10 - e10, 0.0) / 10


def gap(i10: float, e10: float) -> float:
    """``i10 - e10``, from -10 to 10: positive where the experience falls short.

    From importance-performance analysis (Martilla and James 1977).

    Args:
        i10: Importance, 0-10.
        e10: Experience, 0-10.
    """
    return i10 - e10


def opportunity(i10: float, e10: float) -> float:
    """``i10 + max(i10 - e10, 0)``, 0-20: outcome-driven innovation's opportunity (Ulwick 2002, 2005), on means.

    A satisfied need keeps its importance as its figure, so that (8, 8) stands above (5, 2.5).

    Args:
        i10: Importance, 0-10.
        e10: Experience, 0-10.
    """
    return i10 + max(i10 - e10, 0.0)


Band = Literal["considerable", "high", "extreme"]
_BANDS: tuple[tuple[float, Band], ...] = ((15, "extreme"), (12, "high"), (10, "considerable"))


def opportunity_band(value: float) -> Band | None:
    """Ulwick's bands of an opportunity: 10 and more, 12 and more, 15 and more; ``None`` below.

    They are for shares of top-two answers on five-point scales only.

    Args:
        value: The opportunity, 0-20.
    """
    return next((name for least, name in _BANDS if rounded(value) >= least), None)


def shortfall(i10: float, e10: float) -> float:
    """``i10·(10 - e10)/10``, 0-10: the part of the distance to a perfect satisfaction index that lies here.

    With the index ``Σ i·e / Σ i``, the distance ``10 - index`` is ``Σ i·(10 - e) / Σ i``. It subtracts no experience
    from an importance, and so also fits a derived importance, which is a weight.

    Args:
        i10: Importance, 0-10, or a weight on 0-10.
        e10: Experience, 0-10.
    """
    return i10 * (10 - e10) / 10


def improvement(i10: float, negative_share: float) -> float:
    """``i10·(share of negative answers)``, 0-10: the improvement score of the Dutch CQ-index.

    Args:
        i10: Importance, 0-10.
        negative_share: The share of answers below the middle of their scale, 0-1.
    """
    return i10 * negative_share


def target(i10: float, e10: float, d10: float) -> float:
    """``i10·max(d10 - e10, 0)/10``, 0-10: the distance to what the organisation wants, weighted by importance.

    Args:
        i10: Importance, 0-10.
        e10: Experience, 0-10.
        d10: The desired experience, 0-10.
    """
    return i10 * max(d10 - e10, 0.0) / 10
