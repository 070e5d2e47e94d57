"""``python -m tools.studio_pictures``: pictures of the studio for its page, with the chromium of the system."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/running-shoes"
IMAGES = ROOT / "docs/images"
CHROMIUM = "/usr/bin/chromium"
WIDTH, HEIGHT = 1440, 900
COLORS = 64
"""Enough for text and lines, and a third of the bytes."""
PLACE = "/journey/first-shoes/emotion"
POINT = '[data-point="first-shoes/decides/noor/experience"]'
MIDDLE = """point => {
  const box = point.getBoundingClientRect()
  return [box.x + box.width / 2, box.y + box.height / 2]
}"""
UP = 54
"""How far the mark is dragged, in pixels."""


def main() -> None:
    """Write them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = shutil.copytree(EXAMPLE, Path(folder) / EXAMPLE.name)
        command = [sys.executable, "-m", "cxmap", "studio", str(project), "--no-browser"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            address = server.stdout.readline().strip() if server.stdout else ""
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.goto(address + PLACE)
            _score(page)
            _write(page)
        finally:
            browser.close()
            server.terminate()
            server.communicate()


def _score(page: Page) -> None:
    """A mark, while it is dragged."""
    point = page.locator(POINT)
    point.wait_for(state="attached")
    x, y = point.evaluate(MIDDLE)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - UP / 2)
    page.mouse.move(x, y - UP)
    _keep(page, "studio-score")
    page.mouse.move(x, y)
    page.mouse.up()


def _write(page: Page) -> None:
    """The form of a touchpoint, beside the table."""
    page.evaluate("place => { location.hash = place }", f"{PLACE}~touchpoint/first-shoes/stock-check")
    page.locator("#panel .form").wait_for()
    page.locator('tr[data-touchpoint="stock-check"]').scroll_into_view_if_needed()
    page.locator("#panel").evaluate("panel => { panel.scrollTop = 0 }")
    page.wait_for_timeout(500)
    _keep(page, "studio-write")


def _keep(page: Page, name: str) -> None:
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB").quantize(COLORS)
    picture.save(IMAGES / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
