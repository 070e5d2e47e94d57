"""Scenes as the pages of a PDF file, in which text stays text, in TrueType: it can be searched, copied and edited."""

from __future__ import annotations

import functools
import io
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from cxmap.output.drawing import fonts
from cxmap.output.drawing.mpl_renderer import paint
from cxmap.text import escape as boundary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.backend_bases import GraphicsContextBase

    from cxmap.output.drawing.fonts import Face
    from cxmap.output.drawing.scene import Photo, Scene, Words

_SETTINGS: dict[Any, Any] = {
    "pdf.compression": 6,
    "pdf.fonttype": 42,
    "ps.fonttype": 42,  # matplotlib looks here for how many glyphs a font may hold
    "pdf.use14corefonts": False,
    "pdf.inheritcolor": False,
}
_WEIGHTS = {"regular": 400, "bold": 700}  # as matplotlib counts
_POINTS_PER_INCH = 72


def pdf(*scenes: Scene) -> bytes:
    """Draw scenes, each on a page of its size. One file at a time: matplotlib's settings are the whole process's."""
    from matplotlib.backends.backend_pdf import Name, PdfFile

    titles = dict.fromkeys(scene.title for scene in scenes)
    about = {
        "Title": boundary.xml_characters(" · ".join(titles)),
        "Subject": boundary.xml_characters("\n".join(scene.finding for scene in scenes)),
        **dict.fromkeys(("Creator", "Producer", "CreationDate")),
    }
    data = io.BytesIO()
    with _settings():
        file: Any = PdfFile(data, metadata=about)  # type: ignore[no-untyped-call]  # matplotlib types none of it
        try:
            for scene in scenes:
                _page(scene, file)
            # In place of the one that matplotlib has written: with the language, and the title for a window to show.
            catalog = Name("Catalog")  # type: ignore[no-untyped-call]  # as above
            root = {"Type": catalog, "Pages": file.pagesObject}
            root |= {"Lang": scenes[0].lang, "ViewerPreferences": {"DisplayDocTitle": True}}
            file.endStream()
            file.writeObject(file.rootObject, root)
            file.finalize()
        finally:
            file.close()
    return data.getvalue()


def _page(scene: Scene, file: Any) -> None:
    """Draw a scene on a page of its own."""
    from matplotlib.backends.backend_pdf import RendererPdf
    from matplotlib.transforms import Affine2D

    width, height = scene.width / _POINTS_PER_INCH, scene.height / _POINTS_PER_INCH
    file.newPage(width, height)
    renderer: Any = RendererPdf(file, _POINTS_PER_INCH, height, width)  # type: ignore[no-untyped-call]  # as above
    page = Affine2D.from_values(1, 0, 0, -1, 0, scene.height)
    paint(scene, renderer, page, _PdfPainter(renderer, scene))
    renderer.finalize()


@contextmanager
def _settings() -> Iterator[None]:
    """Our settings of matplotlib for a while, for one thread at a time."""
    import matplotlib as mpl

    with fonts.unwarned(), mpl.rc_context(_SETTINGS):
        yield


@dataclass(frozen=True, slots=True)
class _PdfPainter:
    """Writes text with its fonts, and photos in the pixels that they have."""

    renderer: Any
    scene: Scene

    def words(self, item: Words) -> None:
        """Draw a line of text."""
        from matplotlib.font_manager import FontProperties

        context = self.renderer.new_gc()
        context.set_foreground(item.color)
        font = FontProperties(
            family=[_family(face) for face in self.scene.faces],
            style="normal",
            variant="normal",
            weight=_WEIGHTS[item.weight],
            stretch="normal",
            size=item.size,
            math_fontfamily="dejavusans",
        )
        text, x, y = item.line.text, item.box.left, self.scene.height - item.y
        if _has_marks(text):
            with self._read_as(text, context, x, y):
                self.renderer.draw_text(context, 0, 0, text, font, 0)
        else:
            self.renderer.draw_text(context, x, y, text, font, 0)

    @contextmanager
    def _read_as(self, text: str, context: GraphicsContextBase, x: float, y: float) -> Iterator[None]:
        """Say what the glyphs drawn meanwhile read, and draw them from here: readers ask where it is at the end of it.

        Of a letter with marks, each glyph by itself would be read as the whole of them.
        """
        from matplotlib.backends.backend_pdf import Name, Op, Verbatim

        file = self.renderer.file
        self.renderer.check_gc(context, context.get_rgb())
        file.output(Op.gsave, 1, 0, 0, 1, x, y, Op.concat_matrix)
        file.output(Name("Span"), {"ActualText": text}, Verbatim(b"BDC"))  # type: ignore[no-untyped-call]  # as above
        yield
        file.output(Verbatim(b"EMC"), Op.grestore)  # type: ignore[no-untyped-call]  # as above

    def photo(self, item: Photo, context: GraphicsContextBase) -> None:
        """Draw a picture."""
        import numpy as np
        from matplotlib.transforms import Affine2D

        pixels = np.frombuffer(item.pixels, dtype=np.uint8).reshape(item.side, item.side, 4)
        box = item.box
        size = Affine2D().scale(box.width, box.height)
        # matplotlib draws images from the bottom up.
        self.renderer.draw_image(context, box.left, self.scene.height - box.bottom, pixels[::-1], size)


def _has_marks(text: str) -> bool:
    return not text.isascii() and any(unicodedata.category(char)[0] == "M" for char in text)


@functools.cache
def _family(face: Face) -> str:
    """The private name under which both files of a font stand in matplotlib's list, entered there when first asked."""
    from matplotlib import font_manager
    from matplotlib.ft2font import FT2Font

    family = f"cxmap {face.regular}"
    upright = dict.fromkeys(("style", "variant", "stretch"), "normal")
    common: dict[str, Any] = {"name": family, "size": "scalable", **upright}
    for weight, path in ((_WEIGHTS["regular"], face.regular), (_WEIGHTS["bold"], face.bold)):
        entry = font_manager.ttfFontProperty(FT2Font(path))
        font_manager.fontManager.ttflist.append(replace(entry, weight=weight, **common))
    return family
