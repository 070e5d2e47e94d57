"""A scene as a PNG file."""

from __future__ import annotations

import functools
import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cxmap.boundary import text as boundary
from cxmap.charts.glyphs import EM, glyphs
from cxmap.charts.options import ChartError
from cxmap.charts.paint import paint, path_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.backend_bases import GraphicsContextBase

    from cxmap.charts.scene import Photo, Scene, Words

MOST_PIXELS = 60_000_000
"""The largest PNG: four bytes a pixel while it is drawn."""

_COMPRESSION = 3  # as small as with 6, in less time


def png(scene: Scene, dpi: float) -> bytes:
    """Draw a scene, at so many pixels an inch.

    Raises:
        ChartError: It would have more pixels than fit in memory with ease, or none.
    """
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.transforms import Affine2D

    pixels = scene.width * scene.height * (dpi / 72) ** 2
    if pixels > MOST_PIXELS:
        lower = int(dpi * math.sqrt(MOST_PIXELS / pixels))
        raise ChartError(
            f"at {dpi:g} dpi this chart has {pixels / 1e6:.0f} million pixels, more than {MOST_PIXELS / 1e6:.0f}: "
            f"ask for at most --dpi {lower}, or for svg or pdf"
        )
    scale = dpi / 72
    width, height = int(scene.width * scale), int(scene.height * scale)
    if width < 1 or height < 1:
        raise ChartError(f"at {dpi:g} dpi this chart has not one pixel: ask for more")
    renderer: Any = RendererAgg(width, height, dpi)  # type: ignore[no-untyped-call]  # matplotlib types none of it
    page = Affine2D.from_values(scale, 0, 0, -scale, 0, height)
    paint(scene, renderer, page, _Hand(renderer, scene, scale, height))
    about = {"Title": boundary.xml_characters(scene.title), "Description": boundary.xml_characters(scene.alt)}
    return _file(renderer.buffer_rgba(), dpi, about)


@dataclass(frozen=True, slots=True)
class _Hand:
    """Draws text as outlines, and photos in pixels of the page."""

    renderer: Any
    scene: Scene
    scale: float
    height: int

    def words(self, item: Words) -> None:
        """Draw a line of text."""
        from matplotlib.colors import to_rgba
        from matplotlib.transforms import Affine2D

        context = self.renderer.new_gc()
        context.set_linewidth(0)
        context.set_snap(False)  # else an l would move to the next full pixel, away from its neighbours
        color = to_rgba(item.color)
        size = item.size / EM * self.scale
        left, baseline = item.box.left * self.scale, self.height - item.y * self.scale
        for glyph in glyphs(item.line.text, item.weight, self.scene.faces):
            place = Affine2D.from_values(size, 0, 0, size, left + size * glyph.x, baseline + size * glyph.y)
            self.renderer.draw_path(context, _shape(glyph.shape), place, color)

    def photo(self, item: Photo, context: GraphicsContextBase) -> None:
        """Draw a picture."""
        import numpy as np
        from PIL import Image

        box, scale = item.box, self.scale
        left, top = math.floor(box.left * scale), math.floor(box.top * scale)
        size = math.ceil(box.right * scale) - left, math.ceil(box.bottom * scale) - top
        image = Image.frombytes("RGBA", (item.side, item.side), item.pixels).resize(size, Image.Resampling.LANCZOS)
        # matplotlib draws images from the bottom up.
        self.renderer.draw_image(context, left, self.height - top - size[1], np.asarray(image)[::-1])


# Most texts are made of the same letters.
_shape = functools.lru_cache(maxsize=4_096)(path_of)


def _file(pixels: memoryview, dpi: float, about: Mapping[str, str]) -> bytes:
    """The file of a picture: rows from the top, of red, green, blue and opacity, a byte each."""
    import numpy as np
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    notes = PngInfo()
    for keyword, text in about.items():
        notes.add_itxt(keyword, text)
    file = io.BytesIO()
    picture = Image.fromarray(np.asarray(pixels)).convert("RGB")  # all of it is opaque
    picture.save(file, "PNG", dpi=(dpi, dpi), pnginfo=notes, compress_level=_COMPRESSION)
    return file.getvalue()
