"""A scene as a PNG file."""

from __future__ import annotations

import functools
import io
import math
import struct
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cxmap.output.drawing.glyphs import EM, glyphs
from cxmap.output.drawing.mpl_renderer import paint, path_of
from cxmap.output.drawing.options import ChartError
from cxmap.output.drawing.scene import Shape
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from matplotlib.backend_bases import GraphicsContextBase
    from PIL.PngImagePlugin import PngInfo

    from cxmap.output.drawing.scene import Item, Photo, Scene, Words

MOST_PIXELS = 60_000_000
"""The largest PNG: four bytes a pixel while it is drawn."""

_COMPRESSION = 3  # as small as with 6, in less time
_WHOLE = 6_000_000  # pixels: a larger picture is drawn in parts
_PART = 2_000_000  # pixels of such a part
_ABOUT = 4.0  # points by which ink may pass the height of an item
_UP = 2  # how PNG calls rows that are written as their difference from the one above


def png(scene: Scene, dpi: float) -> bytes:
    """Draw a scene, at so many pixels an inch.

    Raises:
        ChartError: It would have more pixels than fit in memory with ease, or none.
    """
    from PIL.PngImagePlugin import PngInfo

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
    notes = PngInfo()
    notes.add_itxt("Title", boundary.xml_characters(scene.title))
    notes.add_itxt("Description", boundary.xml_characters(scene.alt))
    if width * height <= _WHOLE:
        return _file(_pixels(scene, dpi, width, range(height), part=False), dpi, notes)
    return _file_of_parts(_parts(scene, dpi, (width, height)), (width, height), dpi, notes)


def _parts(scene: Scene, dpi: float, size: tuple[int, int]) -> Iterator[Any]:
    """The pixels of a picture, some rows at a time, from the top."""
    (width, height), scale = size, dpi / 72
    rows = max(_PART // width, 1)
    reached = [(item, *_heights(item)) for item in scene.items]
    for start in range(0, height, rows):
        stop = min(start + rows, height)
        items = tuple(item for item, top, bottom in reached if top < stop / scale and bottom > start / scale)
        yield _pixels(replace(scene, items=items), dpi, width, range(start, stop), part=True)


def _pixels(scene: Scene, dpi: float, width: int, rows: range, *, part: bool) -> Any:
    """Some rows of a picture, from the top: of each pixel red, green, blue and opacity, a byte each."""
    import numpy as np
    from matplotlib.backends.backend_agg import RendererAgg
    from matplotlib.transforms import Affine2D

    scale = dpi / 72
    renderer: Any = RendererAgg(width, len(rows), dpi)  # type: ignore[no-untyped-call]  # matplotlib types none of it
    page = Affine2D.from_values(scale, 0, 0, -scale, 0, rows.stop)
    paint(scene, renderer, page, _PngPainter(renderer, scene, scale, rows.stop), part=part)
    return np.asarray(renderer.buffer_rgba())


def _heights(item: Item) -> tuple[float, float]:
    """The heights between which an item may be seen."""
    if isinstance(item, Shape):
        heights = [number for _, numbers in item.segments for number in numbers[1::2]]
        about = item.width + _ABOUT
        return min(heights) - about, max(heights) + about
    return item.box.top - _ABOUT, item.box.bottom + _ABOUT


@dataclass(frozen=True, slots=True)
class _PngPainter:
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


def _file(pixels: Any, dpi: float, notes: PngInfo) -> bytes:
    """The file of a picture."""
    from PIL import Image

    file = io.BytesIO()
    picture = Image.fromarray(pixels).convert("RGB")  # all of it is opaque
    picture.save(file, "PNG", dpi=(dpi, dpi), pnginfo=notes, compress_level=_COMPRESSION)
    return file.getvalue()


def _file_of_parts(parts: Iterable[Any], size: tuple[int, int], dpi: float, notes: PngInfo) -> bytes:
    """The file of a picture that is never whole in memory: of each row what differs from the one above it."""
    import numpy as np
    from PIL.PngImagePlugin import putchunk

    file = io.BytesIO(b"")
    file.write(b"\x89PNG\r\n\x1a\n")
    putchunk(file, b"IHDR", struct.pack(">IIBBBBB", *size, 8, 2, 0, 0, 0))
    for kind, data, *_ in notes.chunks:
        putchunk(file, kind, data)
    putchunk(file, b"pHYs", struct.pack(">IIB", *[int(dpi / 0.0254 + 0.5)] * 2, 1))
    packer = zlib.compressobj(_COMPRESSION)
    above = np.zeros((1, 3 * size[0]), np.uint8)
    for pixels in parts:
        rows = pixels[:, :, :3].reshape(len(pixels), -1)
        differences = np.full((len(rows), 1 + rows.shape[1]), _UP, np.uint8)
        differences[0, 1:] = rows[0] - above[0]
        np.subtract(rows[1:], rows[:-1], out=differences[1:, 1:])
        above = rows[-1:].copy()
        putchunk(file, b"IDAT", packer.compress(differences.tobytes()))
    putchunk(file, b"IDAT", packer.flush())
    putchunk(file, b"IEND", b"")
    return file.getvalue()
