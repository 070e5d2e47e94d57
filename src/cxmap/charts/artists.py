"""From a scene to matplotlib artists: the only module that makes any.

No pyplot and no axes: a figure whose artists stand at points of the page. matplotlib's settings are a global
dictionary that artists read while they are made and drawn, so both happen under one lock with the shipped defaults in
place, whatever a ``matplotlibrc`` says, and what was there before comes back afterwards.
"""

from __future__ import annotations

import threading
import warnings
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cxmap.charts.scene import Outline, Photo, Scene, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.image import BboxImage
    from matplotlib.patches import PathPatch
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

    from cxmap.charts.scene import Item

_lock = threading.RLock()
_SETTINGS: dict[Any, Any] = {
    "text.parse_math": False,
    "text.usetex": False,
    "text.hinting": "no_hinting",
    "svg.fonttype": "path",
    "svg.hashsalt": "cxmap",
    "pdf.fonttype": 3,
    "pdf.compression": 6,
    "path.simplify": False,
    "lines.scale_dashes": False,
}
_POINTS_PER_INCH = 72


@contextmanager
def clean_settings() -> Iterator[None]:
    """The shipped settings of matplotlib and ours, for one thread at a time."""
    import matplotlib as mpl

    with _lock, mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # characters without a font are named once, by the typesetter
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


def figure(scene: Scene, dpi: float) -> Figure:
    """The scene as a figure with one artist an item. Call it, and draw the figure, within :func:`clean_settings`."""
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    names: Counter[str] = Counter()
    made = Figure(
        figsize=(scene.width / _POINTS_PER_INCH, scene.height / _POINTS_PER_INCH), dpi=dpi, facecolor=scene.paper
    )
    page = Affine2D().scale(1, -1).translate(0, scene.height).scale(1 / _POINTS_PER_INCH) + made.dpi_scale_trans
    families = [face.family for face in scene.faces]
    for i, item in enumerate(scene.items):
        artist = _artist(item, page, families)
        artist.set_figure(made)
        artist.set_zorder(i)
        names[item.name] += 1
        artist.set_gid(_id(item.name, names[item.name]))
        made.add_artist(artist)
    return made


def let_go(canvas: FigureCanvasAgg) -> None:
    """Drop the pixels of a drawn canvas, eight megabytes a slide.

    A figure is full of cycles, and each of its texts keeps the renderer that drew it: without this, the pixels of many
    charts would wait together for the garbage collector.
    """
    vars(canvas).pop("renderer", None)
    for artist in canvas.figure.get_children():
        vars(artist).pop("_renderer", None)


def _id(name: str, count: int) -> str | None:
    """The id of an artist's group in an SVG, where each may occur only once."""
    if not name:
        return None
    return name if count == 1 else f"{name}.{count}"


def _artist(item: Item, page: Transform, families: list[str]) -> Artist:
    if isinstance(item, Outline):
        return _patch(item, page)
    return _text(item, page, families) if isinstance(item, Words) else _photo(item, page)


def _photo(item: Photo, page: Transform) -> BboxImage:
    import numpy as np
    from matplotlib.image import BboxImage
    from matplotlib.path import Path
    from matplotlib.transforms import Bbox, TransformedBbox

    box = item.box
    made = BboxImage(
        TransformedBbox(Bbox([[box.left, box.bottom], [box.right, box.top]]), page),
        interpolation="antialiased",
        origin="lower",  # the page has its origin at the top: what is drawn is upside down already
    )
    made.set_data(np.frombuffer(item.pixels, dtype=np.uint8).reshape(item.side, item.side, 4))
    made.set_clip_path(Path.circle((box.middle, (box.top + box.bottom) / 2), box.width / 2), page)
    return made


def _patch(item: Outline, page: Transform) -> PathPatch:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}
    vertices: list[tuple[float, float]] = []
    kinds: list[int] = []
    for kind, numbers in item.segments:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True)) or [(0.0, 0.0)]
        vertices += pairs
        kinds += [int(code) for code in codes[kind]]
    return PathPatch(
        Path(vertices, kinds),
        facecolor=item.fill or "none",
        edgecolor=item.stroke or "none",
        linewidth=item.width if item.stroke else 0,
        linestyle=(0, item.dash) if item.dash else "solid",
        capstyle="butt" if item.dash else "round",
        joinstyle="round",
        transform=page,
        clip_on=False,
    )


def _text(item: Words, page: Transform, families: list[str]) -> Text:
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

    return Text(
        item.x,
        item.y,
        item.line.text,
        color=item.color,
        fontproperties=FontProperties(family=families, weight=item.weight, size=item.size),
        horizontalalignment=item.align,
        verticalalignment="baseline",
        parse_math=False,
        transform=page,
        clip_on=False,
    )
