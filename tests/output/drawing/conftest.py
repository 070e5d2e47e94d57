"""For tests of drawing: a font of any letters, installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder  # it has no types
from fontTools.pens.ttGlyphPen import TTGlyphPen  # as above

from cxmap.output.drawing import fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[str], None]]:
    """Makes a font of some letters, each a box as wide as it is high, the only one installed."""

    def made(letters: str) -> None:
        path = tmp_path / "NotoSansMade-Regular.ttf"
        pen = TTGlyphPen(None)
        for i, corner in enumerate([(0, 0), (0, 900), (900, 900), (900, 0)]):
            (pen.lineTo if i else pen.moveTo)(corner)
        pen.closePath()
        box = pen.glyph()
        names = {ord(letter): f"u{ord(letter):04X}" for letter in sorted(set(letters))}
        builder = FontBuilder(1000, isTTF=True)
        builder.setupGlyphOrder([".notdef", *names.values()])
        builder.setupCharacterMap(names)
        builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], box))
        builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (1000, 0)))
        builder.setupHorizontalHeader(ascent=900, descent=-100)
        builder.setupNameTable({"familyName": "Made", "styleName": "Regular"})
        builder.setupOS2(sTypoAscender=900, sTypoDescender=-100, usWinAscent=900, usWinDescent=100)
        builder.setupPost()
        builder.save(path)
        monkeypatch.setattr(fonts, "_installed_files", lambda _: [str(path)])
        fonts.installed_faces.cache_clear()

    yield made
    fonts.installed_faces.cache_clear()
