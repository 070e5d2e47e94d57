"""How all charts look: colours, type and spacing. Contrast is a promise that tests hold.

Text has a contrast of at least 4.5:1 and every line and mark 3:1, on the paper and on a stage's band. No colour stands
alone: each series has its own dash and marker, each mark its own shape.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Self

from cxmap.output.drawing.typesetting import TextStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cxmap.choices import ThemeName

MarkerName = Literal["circle", "square", "triangle", "diamond"]


class Adaptive(str):
    """A colour of the light theme, which knows the one that takes its place in the dark theme.

    So one chart for a web page can be in both: what is computed from such colours is such a colour.
    """

    dark: str

    def __new__(cls, light: str, dark: str) -> Self:
        """The colour for the light theme, as text, with the other one."""
        color = super().__new__(cls, light)
        color.dark = dark
        return color

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What makes the same colour in another process."""
        return type(self), (str(self), self.dark)


@dataclass(frozen=True, slots=True)
class Series:
    """How one persona's line differs from the others: colour, dash (on, off, ... in points) and marker."""

    color: str
    dash: tuple[float, ...]
    marker: MarkerName


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of a chart.

    Attributes:
        paper: The ground.
        band: The tint of every other stage.
        ink: Text and marks.
        muted: Text of less weight.
        rule: Lines that structure, and axes.
        short: What falls short: gaps, the weakest link, what lowers. A hue of its own, no persona's.
        good: What goes well: wow moments, what lifts.
        series: Up to four personas in one panel.
    """

    name: ThemeName
    paper: str
    band: str
    ink: str
    muted: str
    rule: str
    short: str
    good: str
    series: tuple[Series, ...]


def _series(first: str, second: str, third: str, fourth: str) -> tuple[Series, Series, Series, Series]:
    return (
        Series(first, (), "circle"),
        Series(second, (9, 3), "square"),
        Series(third, (4, 2.2), "triangle"),
        Series(fourth, (11, 3, 3, 3), "diamond"),
    )


def _adaptive(light: Theme, dark: Theme) -> Theme:
    """The light theme, with each of its colours knowing its counterpart."""
    return Theme(
        name=light.name,
        paper=Adaptive(light.paper, dark.paper),
        band=Adaptive(light.band, dark.band),
        ink=Adaptive(light.ink, dark.ink),
        muted=Adaptive(light.muted, dark.muted),
        rule=Adaptive(light.rule, dark.rule),
        short=Adaptive(light.short, dark.short),
        good=Adaptive(light.good, dark.good),
        series=tuple(
            replace(bright, color=Adaptive(bright.color, dim.color))
            for bright, dim in zip(light.series, dark.series, strict=True)
        ),
    )


_LIGHT = Theme(
    name="light",
    paper="#FFFFFF",
    band="#F2F2F2",
    ink="#1B1F24",
    muted="#565B61",
    rule="#767676",
    short="#8A1538",
    good="#009E73",
    series=_series("#0072B2", "#D55E00", "#009E73", "#000000"),
)
DARK = Theme(
    name="dark",
    paper="#14181D",
    band="#20262D",
    ink="#F4F5F6",
    muted="#B4BAC1",
    rule="#8B929A",
    short="#FF4763",
    good="#4FC59B",
    series=_series("#56B4E9", "#F5A742", "#4FC59B", "#FFFFFF"),
)
LIGHT = _adaptive(_LIGHT, DARK)
# For paper and for printers without colour: no tint but the lightest, and greys that differ.
PRINT = Theme(
    name="print",
    paper="#FFFFFF",
    band="#F7F7F7",
    ink="#000000",
    muted="#404040",
    rule="#6B6B6B",
    short="#8A1538",
    good="#00563F",
    series=_series("#000000", "#004488", "#7A7A7A", "#BB5566"),
)
THEMES: dict[ThemeName, Theme] = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}

TITLE = TextStyle(20, "bold")
SUBTITLE = TextStyle(10.5)
STAGE = TextStyle(10.5, "bold")
LABEL = TextStyle(8.5)
STRONG = TextStyle(8.5, "bold")
SMALL = TextStyle(7.5)
SMALL_STRONG = TextStyle(7.5, "bold")
VALUE = TextStyle(8.5, "bold")
EXTREME = TextStyle(11, "bold")

MARGIN = 28.0
"""White space round the chart, in points."""
GAP = 6.0
"""White space between text and what is beside it, in points."""
HAIRLINE = 0.6
LINE = 2.4
MARK = 4.2
"""The radius of a point on the line, in points."""


DOTTED = (0.7, 2.4)
ASSUMED_DASH = (2.2, 3.0)
DESIRED_DASH = (5.0, 2.6)
PASS_DASH = (6.0, 3.4)
PILL_DASH = (1.6, 1.8)
TEXT_CONTRAST = 4.5
_TINT = 0.1  # how much of its colour an area has


def tint(color: str, ground: str, share: float = _TINT) -> str:
    """A colour so light on its ground that it marks an area: text and lines on it keep their contrast.

    Args:
        color: The colour.
        ground: What it lies on.
        share: How much of the colour it has, 0 to 1.
    """
    light = mixed(color, ground, share)
    if isinstance(color, Adaptive) and isinstance(ground, Adaptive):
        return Adaptive(light, mixed(color.dark, ground.dark, share))
    return light


def mixed(color: str, ground: str, share: float) -> str:
    """So much of a colour, 0 to 1, on its ground."""
    parts = ((int(color[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(share * own + (1 - share) * below):02X}" for own, below in parts)


def for_text(color: str, ink: str, grounds: Iterable[str]) -> str:
    """A colour as near to this one as text in it has its contrast on each of the grounds; nearer to ``ink`` if not."""
    below = list(grounds)
    light = _for_text(color, ink, below)
    if isinstance(color, Adaptive) and isinstance(ink, Adaptive):
        dark = [ground.dark if isinstance(ground, Adaptive) else ground for ground in below]
        return Adaptive(light, _for_text(color.dark, ink.dark, dark))
    return light


def _for_text(color: str, ink: str, grounds: Sequence[str]) -> str:
    nearer = (mixed(ink, color, step / 20) for step in range(21))
    return next((each for each in nearer if min(contrast(each, ground) for ground in grounds) >= TEXT_CONTRAST), ink)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
