"""A scene as the bytes of a PNG, SVG or PDF file: the same bytes each time, with a description inside."""

from __future__ import annotations

import hashlib
import io
import math
import re
from typing import TYPE_CHECKING, Any, Literal

from cxmap.boundary import text as boundary
from cxmap.charts import artists
from cxmap.charts.options import ChartError

if TYPE_CHECKING:
    from cxmap.charts.scene import Scene

Format = Literal["png", "svg", "pdf"]
FORMATS: tuple[Format, ...] = ("png", "svg", "pdf")

DPI = 144
"""Pixels an inch of a PNG unless something else is asked: a slide of 13⅓ by 7½ inches becomes 1920 by 1080."""

MOST_PIXELS = 60_000_000
"""The largest PNG: four bytes a pixel while it is drawn."""

_COMPRESSION = 4  # as small as 6 on such pictures, in less time


def save(scene: Scene, form: Format, *, dpi: float = DPI) -> bytes:
    """Draw a scene. Safe to call from several threads.

    Args:
        scene: What to draw.
        form: The kind of file.
        dpi: Pixels an inch; a PNG only.

    Raises:
        ChartError: It would have more pixels than fit in memory with ease.
    """
    with artists.clean_settings():
        return {"png": _png, "svg": _svg, "pdf": _pdf}[form](scene, dpi)


def _png(scene: Scene, dpi: float) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    pixels = scene.width * scene.height * (dpi / 72) ** 2
    if pixels > MOST_PIXELS:
        lower = int(dpi * math.sqrt(MOST_PIXELS / pixels))
        raise ChartError(
            f"at {dpi:g} dpi this chart has {pixels / 1e6:.0f} million pixels, more than {MOST_PIXELS / 1e6:.0f}: "
            f"ask for at most --dpi {lower}, or for svg or pdf"
        )
    file = io.BytesIO()
    canvas: Any = FigureCanvasAgg(artists.figure(scene, dpi))
    canvas.print_png(
        file,
        metadata={
            "Title": boundary.xml_characters(scene.title),
            "Description": boundary.xml_characters(scene.alt),
            "Software": None,
        },
        pil_kwargs={"compress_level": _COMPRESSION},
    )
    artists.let_go(canvas)
    return file.getvalue()


def _pdf(scene: Scene, _dpi: float) -> bytes:
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    file = io.BytesIO()
    canvas: Any = FigureCanvasPdf(artists.figure(scene, 72))
    canvas.print_pdf(
        file,
        metadata={
            "Title": boundary.xml_characters(scene.title),
            "Subject": boundary.xml_characters(scene.alt),
            "Creator": None,
            "Producer": None,
            "CreationDate": None,
        },
    )
    return file.getvalue()


def _svg(scene: Scene, _dpi: float) -> bytes:
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    file = io.StringIO()
    canvas: Any = FigureCanvasSVG(artists.figure(scene, 72))
    canvas.print_svg(file, metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _described(file.getvalue(), scene).encode()


def _described(svg: str, scene: Scene) -> str:
    """The SVG with a role, a language, a title and a description on its root, and without the XML prologue."""
    root, rest = svg[svg.index("<svg") :].split(">", 1)
    rest = re.sub(r"\n <metadata>.*?</metadata>", "", rest, count=1, flags=re.DOTALL)
    lang, title, alt = (boundary.xml(text) for text in (scene.lang, scene.title, scene.alt))
    # Two charts on one page must not share these ids.
    name = f"cxmap-{hashlib.sha256(f'{title} {alt}'.encode()).hexdigest()[:8]}"
    return (
        f'{root} role="img" lang="{lang}" xml:lang="{lang}" aria-labelledby="{name}-title {name}-description">'
        f'\n <title id="{name}-title">{title}</title>'
        f'\n <desc id="{name}-description">{alt}</desc>{rest}'
    )
