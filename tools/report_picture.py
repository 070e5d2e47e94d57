"""``python -m tools.report_picture``: the picture of a report in the README, with the chromium of the system."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from cxmap.cli.main import run

ROOT = Path(__file__).parents[1]
TARGET = ROOT / "docs/images/report.png"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1280, 800
COLORS = 64
"""Enough for text and lines, and a third of the bytes."""


def main() -> None:
    """Write it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page = Path(folder) / "report.html"
        run(["report", str(ROOT / "examples/running-shoes"), "-o", str(page)])
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        picture = Image.open(io.BytesIO(tab.screenshot()))
        browser.close()
    picture.convert("RGB").quantize(COLORS).save(TARGET, optimize=True)


if __name__ == "__main__":
    main()
