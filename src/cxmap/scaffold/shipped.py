"""Files that come with cxmap: the examples, and what ``init`` writes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from cxmap.about import SCHEMA_URL

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent
STARTER = Path(__file__).parent / "starter"
# What a run leaves beside an example, and what is for its maintainers only.
LEFT_OUT = {"__pycache__"}
# In the repository the examples point editors to the schema beside them; a copy elsewhere points to the published one.
SCHEMA_BESIDE = re.compile(rb"(?<=\$schema=)\.\./\S+")


def example_files(name: str) -> Iterator[tuple[Path, bytes]]:
    """The files of an example by their path inside it, as they are to be copied.

    Args:
        name: ``running-shoes`` or ``airport``.
    """
    installed = PACKAGE / "examples" / name
    folder = installed if installed.is_dir() else PACKAGE.parent.parent / "examples" / name
    for relative, content in _files(folder):
        yield relative, SCHEMA_BESIDE.sub(SCHEMA_URL.encode(), content, count=1)


def starter_files() -> Iterator[tuple[Path, bytes]]:
    """The files of a new project by their path inside it."""
    yield from _files(STARTER)


def _files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not LEFT_OUT & set(path.parts):
            yield path.relative_to(folder), path.read_bytes()
