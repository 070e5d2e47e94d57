"""Portraits and other pictures: image files of others, let in only when small, inside the project and really an image.

Sizes are looked at before anything is decoded: a file of a few kilobytes can claim, or unpack to, gigabytes of pixels.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from cxmap.output.charts.personas.view import Portrait
from cxmap.text.escape import path_name
from cxmap.yaml.reader.disk import read_file
from cxmap.yaml.reader.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_PIXELS = 25_000_000
"""The largest picture that is decoded; it is then made small."""
SIDE = 360
"""Pixels along each side of a picture on a chart: sharp at 300 pixels an inch."""

_FORMATS = ("PNG", "JPEG", "WEBP")
_CENTRE = (0.5, 0.35)  # of the part that is kept: faces are above the middle of a high picture
# Pillow has no one exception for a damaged file: decoders raise what their parsers raise.
_DAMAGED = (OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, struct.error, zlib.error)


def read(
    root: Path, folder: Path, name: str, what: str = "portrait", instead: str = "initials stand for it"
) -> Portrait | str:
    """Read a picture.

    Args:
        root: The project's root, which the file must lie in, links followed.
        folder: The folder of the file that names it.
        name: Its path from there.
        what: What it is called where it cannot be shown.
        instead: What is shown then.

    Returns:
        The picture, square; or in one line why it cannot be shown.
    """
    shown = path_name(name)
    try:
        path = (folder / name).resolve()
        inside = path.is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):  # no file can have this name, or its links lead in a circle
        return f"{what} {shown} cannot be read; {instead}"
    if not inside:
        return f"{what} {shown} lies outside the project; copy it into the project. {instead.capitalize()}"
    data = read_file(path)
    if isinstance(data, Problem):
        reason = "too large: " + data.message if data.code == "CX004" else data.message
        return f"{what} {shown}: {reason}; {instead}"
    return _decoded(data, f"{what} {shown}", instead)


def _decoded(data: bytes, shown: str, instead: str) -> Portrait | str:
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about sizes, which are looked at here, and about odd metadata
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                width, height = image.size
                if width * height > MAX_PIXELS:
                    return (
                        f"{shown}: {width} by {height} pixels are too many; {SIDE} by {SIDE} do. {instead.capitalize()}"
                    )
                image.draft("RGB", (2 * SIDE, 2 * SIDE))
                upright = ImageOps.exif_transpose(image)
                square = ImageOps.fit(upright.convert("RGBA"), (SIDE, SIDE), centering=_CENTRE)
    except (*_DAMAGED, Image.DecompressionBombError):
        return f"{shown} is no PNG, JPEG or WebP image that can be read; {instead}"
    return Portrait(square.tobytes(), SIDE)
