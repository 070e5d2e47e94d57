"""A scene as the bytes of a PNG, SVG, PDF or PPTX file: the same bytes each time, with a description inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cxmap.choices import ChartFormat, SvgText
    from cxmap.output.drawing.scene import Scene

DPI = 144
"""Pixels an inch of a PNG unless something else is asked: a slide of 13⅓ by 7½ inches becomes 1920 by 1080."""


def save(
    scene: Scene,
    form: ChartFormat,
    *,
    dpi: float = DPI,
    svg_text: SvgText = "outlines",
    font: str | None = None,
    following: Sequence[Scene] = (),
) -> bytes:
    """Draw a scene. Safe to call from several threads.

    Args:
        scene: What to draw.
        form: The kind of file.
        dpi: Pixels an inch; a PNG only.
        svg_text: What text is made of; an SVG only.
        font: The name of the font of the text; a PPTX only. ``None``: the theme's.
        following: What to draw on further pages; a PDF or a PPTX only, and there of the same size.

    Raises:
        ChartError: It would have more pixels than fit in memory with ease, or is larger than a slide can be.
        MissingExtraError: What writes PPTX is not installed.
    """
    match form:
        case "png":
            from cxmap.output.drawing.png import png

            return png(scene, dpi)
        case "svg":
            from cxmap.output.drawing.svg import svg

            return svg(scene, svg_text)
        case "pdf":
            from cxmap.output.drawing.pdf import pdf

            return pdf(scene, *following)
        case "pptx":
            from cxmap.output.drawing.pptx import pptx

            return pptx(scene, *following, font=font)
