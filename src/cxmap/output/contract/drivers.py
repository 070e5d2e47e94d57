"""What ``cxmap import survey --drivers --format json`` promises."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from cxmap.choices import DriverClass
from cxmap.output.contract.shape import Output, Shape


class DriverShape(Shape):
    """How a touchpoint's mark goes with the overall mark."""

    touchpoint: str
    r: float | None
    """The correlation of the two marks."""
    weight: float | None
    """The part of the overall mark's variance, shared out among touchpoints; with its interval in the next two."""
    weight_low: float | None
    weight_high: float | None
    lmg: float | None
    driver: bool | None
    """Whether it goes with the overall mark more than random numbers would."""
    slope: float | None
    slope_low: float | None
    slope_high: float | None
    penalty: float | None
    reward: float | None
    class_: DriverClass | None = Field(alias="class")
    vif: float | None
    n: int


class DriversOutput(Output):
    """What drives the overall mark: ``cxmap import survey --drivers --format json``. Figures are unrounded."""

    command: Literal["import survey"]
    drivers: list[DriverShape]
    r2: float | None
    n_complete: int
