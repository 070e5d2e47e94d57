"""The fonts of a chart: one that cxmap brings, and for what it lacks whichever installed font has the character.

matplotlib finds fonts by family name, by a cache that outlives the installation of a font, and differently on each
machine. So fonts are opened by their files: the same text gets the same font wherever the same fonts are, and a font
installed a minute ago counts.
"""

from __future__ import annotations

import functools
import os
import re
import subprocess
import sys
import threading
import unicodedata
import warnings
from bisect import bisect_right
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cxmap.output.drawing import mpl
from cxmap.text.wording import and_more

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from matplotlib.ft2font import FT2Font

Weight = Literal["regular", "bold"]

OWN = Path(__file__).parents[2] / "fonts"
MISSING_GLYPH = "\u25a1"  # □, drawn for a character that no font has


@dataclass(frozen=True, slots=True)
class Face:
    """One font in two weights, each the path of its file."""

    regular: str
    bold: str


@functools.cache
def own_faces() -> tuple[Face, ...]:
    """The fonts that are there on every machine: Fira Sans, and matplotlib's DejaVu Sans behind it for symbols."""
    mpl.load()
    from matplotlib import get_data_path

    folder = Path(get_data_path(), "fonts", "ttf")
    dejavu = Face(str(folder / "DejaVuSans.ttf"), str(folder / "DejaVuSans-Bold.ttf"))
    fira = Face(str(OWN / "FiraSans-Regular.ttf"), str(OWN / "FiraSans-SemiBold.ttf"))
    # A distribution may leave it out; the charts are then set in DejaVu Sans alone.
    return (fira, dejavu) if Path(fira.regular).is_file() and Path(fira.bold).is_file() else (dejavu,)


def cover(characters: Iterable[str]) -> tuple[tuple[Face, ...], frozenset[str]]:
    """The faces that hold these characters, in the order to look in, and the characters that no font holds."""
    faces = own_faces()
    missing = frozenset(
        char
        for char in characters
        if ord(char) > 126 and not any(ord(char) in _repertoire(face.regular, face.bold) for face in faces)
    )
    if not missing:
        return faces, missing
    others, missing = installed_faces(missing)
    return faces + others, missing


def opened(weight: Weight, faces: Sequence[Face]) -> FT2Font:
    """The first of these fonts, which looks in the others for what it lacks; not to be handed to another thread."""
    from matplotlib.font_manager import get_font

    return get_font([face.bold if weight == "bold" else face.regular for face in faces])


_lock = threading.RLock()


@contextmanager
def unwarned() -> Iterator[None]:
    """Do without matplotlib's warnings of characters that no font has, which the typesetter names once.

    What to warn of is the whole process's to say, and so is what is put back: one thread at a time.
    """
    with _lock, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@functools.cache
def installed_faces(wanted: frozenset[str]) -> tuple[tuple[Face, ...], frozenset[str]]:
    """Installed fonts that together hold as many of these characters as can be had, and those that none holds."""
    left = set(wanted)
    found: list[Face] = []
    for path in _installed_files(wanted):
        if not left:
            break
        font = _open(path)
        held = {char for char in left if font is not None and font.get_char_index(ord(char))}
        if held:
            found.append(Face(path, _bold_beside(path, held)))
            left -= held
    return tuple(found), frozenset(left)


def _installed_files(wanted: Iterable[str]) -> list[str]:
    """Files of installed fonts that may hold some of these characters, the one to look in first at the front."""
    listed = listed_by_fontconfig()
    if listed is None:
        from matplotlib import font_manager

        files = font_manager.findSystemFonts()
    else:
        points = [ord(char) for char in wanted]
        files = [path for path, charset in listed if _holds_any(charset.split(), points)]
    return sorted(set(files), key=_preference)


@functools.cache
def listed_by_fontconfig() -> list[tuple[str, str]] | None:
    """Files of fonts, each with the code points in it, which spares opening hundreds; ``None``: ask elsewhere."""
    if sys.platform in {"win32", "darwin"}:  # fontconfig, if it is there, does not know all fonts
        return None
    try:
        asked = ["fc-list", "--format", "%{file}\t%{charset}\n"]
        output = subprocess.run(asked, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    fonts = [line.partition("\t")[::2] for line in os.fsdecode(output).splitlines()]
    return [(path, charset) for path, charset in fonts if path.lower().endswith((".ttf", ".otf", ".ttc"))] or None


def _holds_any(ranges: list[str], points: Sequence[int]) -> bool:
    """Whether some code points are in fontconfig's list of them, such as ``20-7e a0``."""
    for point in points:
        at = bisect_right(ranges, point, key=lambda range_: int(range_.partition("-")[0], 16))
        if at and point <= int(ranges[at - 1].rpartition("-")[2], 16):
            return True
    return False


_STYLED = re.compile(
    r"bold|black|heavy|thin|light|medium|italic|oblique|slanted|condensed|narrow|mono|display|ui\b|semi|extra",
    re.IGNORECASE,
)


def _preference(path: str) -> tuple[bool, bool, bool, str]:
    """Plain sans-serif text fonts first, Noto's before others; then by name, so that the choice is always the same."""
    name = Path(path).name
    return (_STYLED.search(name) is not None, "serif" in name.lower(), not name.startswith("NotoSans"), name + path)


def _open(path: str) -> FT2Font | None:
    """The font, unless it cannot be read or is made of pictures (as colour emoji fonts are), which cannot be set."""
    from matplotlib.ft2font import FT2Font

    try:
        font = FT2Font(path)
    except (OSError, RuntimeError, ValueError):
        return None
    return font if font.scalable else None


@functools.cache
def _repertoire(*paths: str) -> frozenset[int]:
    """The code points that all of these files hold."""
    fonts = [_open(path) for path in paths]
    return frozenset.intersection(*(frozenset() if font is None else frozenset(font.get_charmap()) for font in fonts))


def _bold_beside(path: str, held: set[str]) -> str:
    """The bold of a font where it is installed and holds these characters, else the font itself."""
    bold = path.replace("Regular", "Bold")
    font = _open(bold) if bold != path else None
    return path if font is None or not all(font.get_char_index(ord(char)) for char in held) else bold


def remedy(missing: Sequence[str]) -> str:
    """One line that names characters which no installed font has, and what to install."""
    shown = " ".join(missing[:_NAMED]) + and_more(len(missing) - _NAMED)
    fonts = dict.fromkeys(_font_for(char) for char in missing)
    return f"no installed font has {shown}; each is drawn as {MISSING_GLYPH}. Install {' and '.join(fonts)}"


_NAMED = 12


def _font_for(char: str) -> str:
    """A free font that has a character."""
    if unicodedata.category(char) == "So" or "\U0001f000" <= char <= "\U0001faff":
        return "Noto Emoji (the one without colours)"
    if unicodedata.east_asian_width(char) in "WF":
        return "Noto Sans CJK"
    script = unicodedata.name(char, "").split(" ")[0].title()
    return f"Noto Sans {script}" if script else "a font that has them"
