"""Make the fonts of web pages: subsets of Fira Sans, as small as they can be."""

from __future__ import annotations

import functools
import io
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.output.drawing import fonts, webfonts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fontTools.ttLib import TTFont

FOLDER = "src/cxmap/web"
_KEPT_NAMES = [0, 1, 2, 5, 13, 14]  # copyright, names, version, licence
_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "liga"]  # what is on where nobody asks for more


def stale(root: Path) -> Iterator[tuple[str, bytes]]:
    """The fonts that do not hold what they should, with what they should hold.

    What is in them is compared, not their bytes: each version of the compressor may pack the same font another way.
    """
    (fira, *_) = fonts.own_faces()
    for file, source in ((webfonts.FILES["regular"], fira.regular), (webfonts.FILES["bold"], fira.bold)):
        name = f"{FOLDER}/{file}"
        made = subset(source)
        if not (root / name).is_file() or content(io.BytesIO((root / name).read_bytes())) != content(io.BytesIO(made)):
            yield name, made


@functools.cache
def subset(path: str) -> bytes:
    """The WOFF2 file of the characters of a font that a page may use.

    Raises:
        ValueError: The font lacks one of them.
    """
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options(
        flavor="woff2", name_IDs=_KEPT_NAMES, layout_features=_FEATURES, hinting=False, recalc_timestamp=False
    )
    file = io.BytesIO()
    with load_font(path, options) as font:
        lacking = {char for char in webfonts.CHARACTERS if ord(char) not in font.getBestCmap()}
        if lacking:
            raise ValueError(f"{Path(path).name} lacks {' '.join(sorted(lacking))}")
        cutter = Subsetter(options)
        cutter.populate(unicodes=map(ord, webfonts.CHARACTERS))
        cutter.subset(font)
        save_font(font, file, options)
    return file.getvalue()


def content(file: io.BytesIO) -> tuple[object, ...]:
    """What a font draws: the shape and the width of each character, which glyphs replace others, and kerning."""
    from fontTools.ttLib import TTFont

    font = TTFont(file)
    letters = {code: _glyph(font, name) for code, name in font.getBestCmap().items()}
    return letters, *(font.getTableData(tag) for tag in ("GSUB", "GPOS", "GDEF") if tag in font)


def _glyph(font: TTFont, name: str) -> tuple[object, ...]:
    from fontTools.pens.recordingPen import DecomposingRecordingPen

    glyphs = font.getGlyphSet()
    pen = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(pen)
    return glyphs[name].width, pen.value
