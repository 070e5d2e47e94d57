"""Whole outputs kept beside the tests: ``CXMAP_UPDATE_GOLDENS=1 pytest tests/diagnostics`` writes them again."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def assert_golden(name: str, output: str) -> None:
    """The output is what the file holds."""
    file = FOLDER / name
    if os.environ.get("CXMAP_UPDATE_GOLDENS"):
        file.write_text(output, encoding="utf-8", newline="")
    assert output == file.read_bytes().decode()
