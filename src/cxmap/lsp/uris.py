"""URIs of files, as editors name them, and paths."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

_DRIVE = re.compile(r"/[A-Za-z]:")


def to_path(uri: str) -> Path | None:
    """The absolute path of a ``file:`` URI; ``None`` for a text that is no file of this machine (``untitled:``, …)."""
    try:
        parts = urlsplit(uri)
        path = os.fsdecode(unquote_to_bytes(parts.path))
    except ValueError:
        return None
    if parts.scheme != "file" or "\0" in path or not path.startswith("/"):
        return None
    if os.name == "nt":
        path = f"//{parts.netloc}{path}" if parts.netloc else path[1:] if _DRIVE.match(path) else path
    elif parts.netloc not in {"", "localhost"}:
        return None
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def to_uri(path: Path) -> str:
    """The ``file:`` URI of an absolute path."""
    return path.as_uri()
