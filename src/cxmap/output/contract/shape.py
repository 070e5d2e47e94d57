"""The ground that the shapes of JSON outputs stand on."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """An object with these keys and no others; a key without a default is always there."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Output(Shape):
    """What every output starts with."""

    cxmap: str
    """The version of cxmap that wrote it."""


class Ends(Shape):
    """The ends of a scale."""

    min: float
    max: float


class Coverage(Shape):
    """How many touchpoints are scored; each counts for every persona who passes."""

    scored: int
    total: int
