"""``cxmap render`` of one emotional journey, cold."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from benchmarks.places import CXMAP, Missing, corpus, node_tool
from benchmarks.timing import Command
from benchmarks.work import Against, Work

# Chromium refuses its sandbox to root, as whom containers run.
BROWSER = {"args": ["--no-sandbox"]}


def work(kind: str = "png", target: float = 0.45) -> Work:
    """See the module."""
    folder = Path(tempfile.mkdtemp(prefix="cxmap-bench-"))
    file = corpus(1) / "journey.cxmap.yaml"
    ours = Command([CXMAP, "render", file, "-o", folder / f"ours.{kind}"])
    theirs = Against("mermaid-cli", _mermaid(folder, file, kind), target)
    return Work(f"render, 1 journey, {kind.upper()}", ours, [theirs], mebibytes=110, largest=True)


def _mermaid(folder: Path, file: Path, kind: str) -> Command:
    """Mermaid's own program, drawing the same journey."""
    import subprocess

    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        raise Missing("mermaid-cli needs a browser: chromium")
    program = node_tool("@mermaid-js/mermaid-cli", "mmdc")
    drawing = folder / "journey.mmd"
    exported = subprocess.run([CXMAP, "export", "mermaid", file], capture_output=True, check=True)
    drawing.write_bytes(exported.stdout)
    settings = folder / "puppeteer.json"
    settings.write_text(json.dumps(BROWSER | {"executablePath": browser}))
    return Command([program, "--quiet", "-p", settings, "-i", drawing, "-o", folder / f"theirs.{kind}"])
