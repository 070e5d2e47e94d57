"""Every chart of every example, into docs/gallery/: the pictures of the README and the docs.

Run it as `python docs/gallery.py`, or by `make gallery`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from cxmap.cli.app import run

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
STARTER = HERE.parent / "src/cxmap/scaffold/starter/journeys/first-visit.cxmap.yaml"
GALLERY = HERE / "gallery"


def main() -> int:
    """Draw all charts; the exit status of the last one that failed, else 0."""
    status = 0
    for example in sorted(path for path in EXAMPLES.iterdir() if path.is_dir()):
        target = f"{GALLERY / example.name}/"
        status = run(["render", str(example), "--chart", "all", "-o", target, "--today", "2026-07-01"]) or status
    return run(["render", str(STARTER), "-o", f"{GALLERY / 'first-visit.emotion.png'}"]) or status


if __name__ == "__main__":
    sys.exit(main())
