"""What whoever asks for a chart may choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxmap.choices import Curve, Lang, PaperName, ThemeName

SLIDE_WIDTH = 960.0
SLIDE_HEIGHT = 540.0
"""A 16:9 slide of 13⅓ by 7½ inches, in points: the size of a chart that needs no more."""


class ChartError(Exception):
    """A chart that cannot be made as asked. The message is one line that says why and what to do."""


class NothingToShow(ChartError):
    """The project says nothing of what a chart is about: no mistake where all charts are asked for."""


@dataclass(frozen=True, slots=True)
class ChartOptions:
    """How a chart is to look.

    Attributes:
        theme: ``light``, ``dark`` or ``print``.
        lang: The language of the tool's own words; ``None``: the view's.
        width: Of the page, in inches; ``None``: a slide's, and wider for a long journey.
        height: Of the page, in inches; ``None``: a slide's, and higher where the content needs it.
        curve: Straight segments, a monotone curve through the same points, or straight segments with the area below.
        title: In place of the view's own.
        headline: What it shows in a sentence made from its figures, to stand above the title.
        paper: Paper to fill, in place of a width and a height.
        rows: Of a map, in this order; none: all that are filled in.
        blank: Whether a map is left empty, for a workshop.
        font: The name of the font of the text of a PPTX; ``None``: its theme's.
        who_for_whom: Whether stakeholders are a matrix whatever the number of their relations.
        slide: Whether it is for a slide: its text is read from the back of a room.
    """

    theme: ThemeName = "light"
    lang: Lang | None = None
    width: float | None = None
    height: float | None = None
    curve: Curve = "straight"
    title: str | None = None
    headline: str = ""
    paper: PaperName | None = None
    rows: tuple[str, ...] = ()
    blank: bool = False
    font: str | None = None
    who_for_whom: bool = False
    slide: bool = False
