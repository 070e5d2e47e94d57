"""The fonts of a chart for a web page: two small files with the letters that most charts are made of.

They are subsets of the Fira Sans that text is measured with, made by ``python -m tools.generate``. A line with any
other character is drawn as outlines.
"""

from __future__ import annotations

import base64
import functools
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cxmap.output.drawing.fonts import Face, Weight

CHARACTERS = frozenset(
    map(chr, chain(range(0x20, 0x7F), range(0xA0, 0xAD), range(0xAE, 0x180)))
) | frozenset("–—‘’‚“”„†‡•…‰‹›⁄€№™Ω−∞≈≠≤≥∆∏∑√←↑→↓")  # fmt: skip
"""Latin with its accents, and what stands between words. No soft hyphen, which is drawn nowhere."""

COMMON = frozenset("▲▼")
"""Signs that Fira Sans lacks and that the fonts of every reader have."""

FAMILY = "cxmap Fira Sans"
"""The name by which a page asks for them: no installed font has it, so that nothing else is taken in their place."""

FALLBACKS = f"'{FAMILY}','Fira Sans',sans-serif"
WEIGHTS: Mapping[Weight, int] = {"regular": 400, "bold": 600}
FILES: Mapping[Weight, str] = {"regular": "fira-sans-regular.woff2", "bold": "fira-sans-semibold.woff2"}
"""In ``cxmap/web``."""


def holds(text: str, faces: tuple[Face, ...]) -> bool:
    """Whether these fonts draw a text as the fonts that it was measured with would, common signs aside."""
    return faces[0].regular.endswith("FiraSans-Regular.ttf") and (CHARACTERS | COMMON).issuperset(text)


@functools.cache
def css() -> str:
    """The ``@font-face`` rules that hold both fonts: once a page, however many charts are on it."""
    folder = files("cxmap") / "web"
    rules = []
    for weight, name in FILES.items():
        data = base64.b64encode((folder / name).read_bytes()).decode()
        url = f"data:font/woff2;base64,{data}"
        rules.append(
            f'@font-face{{font-family:"{FAMILY}";font-weight:{WEIGHTS[weight]};src:url({url}) format("woff2")}}'
        )
    return "\n".join(rules)
