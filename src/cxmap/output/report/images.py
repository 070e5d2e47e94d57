"""Pictures of the project for a page: let in as portraits are, and made small."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from cxmap.output.charts.personas import portrait

if TYPE_CHECKING:
    from pathlib import Path


def picture(root: Path, folder: Path, name: str) -> bytes | None:
    """A picture as PNG, square; ``None`` where it cannot be shown.

    Args:
        root: The project's root, which the file must lie in, links followed.
        folder: The folder of the file that names it.
        name: Its path from there.
    """
    found = portrait.read(root, folder, name)
    if isinstance(found, str):
        return None
    from PIL import Image

    image = Image.frombytes("RGBA", (found.side, found.side), found.pixels)
    file = io.BytesIO()
    image.resize((SIDE, SIDE)).convert("RGB").save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


SIDE = 240
"""Pixels along each side: sharp on paper and on fine screens at 3 cm."""
QUALITY = 82
